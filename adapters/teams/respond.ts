/**
 * How an Answer is shown to the actor: what can ride in the response of an invoke does; the rest is a message, posted
 * when the response is on its way.
 */
import { randomUUID } from 'node:crypto';
import { plain, type Text, type Viewer } from '../../src/card.js';
import { Final, type Chat, type MessageRef, type Recipient } from '../../src/chat.js';
import { openerOf } from '../../src/opener.js';
import type { Answer } from '../../src/reply.js';
import { wording } from '../../src/language/wording.js';
import { cardActivity } from './chat.js';
import { attachment, type AdaptiveCard } from './elements.js';
import { parseAddress } from './address.js';
import { renderForm } from './form.js';
import type { Kind } from './inbound.js';
import { renderCard } from './render.js';
import { clip, inert, type MentionOf } from './text.js';

type Form = Extract<Answer, { kind: 'form' | 'invalid' }>;

type Places = {
  /** Where the request was made: its chat, or its thread. */
  here: Recipient;
  /** The actor's own chat with the desk; undefined when Teams lets the desk open none. */
  alone(): Promise<Recipient | undefined>;
  /** The card that what comes of it takes the place of. */
  replaces?: MessageRef;
};

export type Shown = {
  /** The body of an invoke's response; without one, a dialog closes. */
  body?: object;
  /** Posts what is a message. @throws `Busy` to be asked again: nothing was posted then. */
  tell?(): Promise<void>;
};

export function createRespond(deps: {
  send(to: Recipient, message: object): Promise<MessageRef>;
  redraw(ref: MessageRef, message: object): ReturnType<Chat['update']>;
  mentionOf: MentionOf;
}) {
  const { send, redraw, mentionOf } = deps;

  return function respond(kind: Kind, answer: Answer, { here, alone, replaces }: Places): Shown {
    const say = wording[answer.for.lang].common;
    /** False when Teams takes nothing there any more. */
    const isTaken = async (own: Recipient, message: object): Promise<boolean> => {
      try {
        await send(own, message);
        return true;
      } catch (error) {
        if (error instanceof Final && own !== here) return false;
        throw error;
      }
    };
    /** What is for one pair of eyes is shown to nobody else: who cannot be reached alone is told only how to be. */
    const postAlone = (message: object) => async (): Promise<void> => {
      const own = await alone();
      if (own === undefined || !(await isTaken(own, message))) await send(here, note(say.ownChat));
    };
    /** In the place of the card that was pressed on, where there is one that gives way. */
    const put = (message: object) => async (): Promise<void> => {
      if (replaces === undefined || (await redraw(replaces, message)) !== 'drawn') await postAlone(message)();
    };
    const tell = (text: Text): Shown =>
      kind === 'message'
        ? { tell: postAlone(note(inWords(text, answer.for))) }
        : { body: told(kind, inWords(text, answer.for)) };
    const quietly: Shown = kind === 'card' ? { body: told('card', '') } : {};

    let isSaid = false;
    /** Beneath the words, for all who read them there; then what is for their author alone. */
    const aloud = (shown: Shown): Shown => {
      const card = 'aloud' in answer ? answer.aloud : undefined;
      if (!card) return shown;
      return {
        ...shown,
        async tell() {
          if (!isSaid) await send(here, cardActivity(card, mentionOf));
          isSaid = true;
          await shown.tell?.();
        },
      };
    };

    switch (answer.kind) {
      case 'done': {
        if (!answer.note) return quietly;
        if (replaces === undefined) return aloud(tell(answer.note));
        return { ...tell(answer.note), tell: put(note(inWords(answer.note, answer.for))) };
      }
      case 'refused':
        return tell(answer.why);
      case 'card': {
        if (kind === 'fetch') return { body: dialog(answer.card.title, renderCard(answer.card, mentionOf)) };
        const message = cardActivity(answer.card, mentionOf);
        const isOpen = kind === 'message' && answer.open;
        return aloud({ ...quietly, tell: isOpen ? async () => void (await send(here, message)) : put(message) });
      }
      case 'form':
      case 'invalid':
        if (kind === 'fetch' || kind === 'submit')
          return { body: dialog(answer.form.title, dialogOf(answer, replaces)) };
        return {
          ...(kind === 'card' ? { body: told('card', say.formReady) } : {}),
          tell: put(cardActivity(openerOf(answer.form, problems(answer)), mentionOf)),
        };
    }
  };
}

const problems = (answer: Form) => (answer.kind === 'invalid' ? answer.problems : []);

/** The dialog is sent on to know the card that it was opened from. */
function dialogOf(answer: Form, replaces: MessageRef | undefined): AdaptiveCard {
  const { message } = parseAddress(replaces ?? '');
  return renderForm(answer.form, problems(answer), {
    form: randomUUID(),
    ...(message === undefined ? {} : { replaces: message }),
  });
}

/** Plain words as a message, in which nothing is read as Markdown. */
export const note = (text: string) => ({ type: 'message', textFormat: 'plain', text: inert(text) });

/** Plain words in the response of an invoke. */
export function told(kind: Exclude<Kind, 'message'>, words: string): object {
  return kind === 'card'
    ? { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: inert(words) }
    : { task: { type: 'message', value: inert(words) } };
}

/** The answer to a button that is none of the desk's: without a status and a type, Teams shows an error of its own. */
export const unknownButton = (words: string): object => ({
  statusCode: 400,
  type: 'application/vnd.microsoft.error',
  value: { code: 'BadRequest', message: inert(words) },
});

const dialog = (title: string, card: AdaptiveCard) => ({
  task: {
    type: 'continue',
    value: { title: inert(clip(title, 64)), height: 'large', width: 'medium', card: attachment(card) },
  },
});

/** Plain words have no links, so an address is written out beside its text. */
export const inWords = (text: Text, viewer: Viewer): string =>
  clip(
    plain(
      text.map((span) =>
        typeof span !== 'string' && span.kind === 'link' && span.url !== span.text
          ? `${span.text} (${span.url})`
          : span,
      ),
      viewer,
    ),
  );
