/** Shows the actor an Answer in the way that the request allows: in the response of an invoke, or as a message. */
import { plain, type Card, type Text, type Viewer } from '../../src/card.js';
import { Busy, type MessageRef, type Recipient } from '../../src/chat.js';
import type { Answer } from '../../src/reply.js';
import { wording } from '../../src/wording/index.js';
import { cardActivity } from './chat.js';
import { attachment, type AdaptiveCard } from './elements.js';
import { renderForm } from './form.js';
import type { Kind } from './inbound.js';
import { renderCard } from './render.js';
import { clip, type MentionOf } from './text.js';

type Form = Extract<Answer, { kind: 'form' | 'invalid' }>;

type Places = {
  /** Where the request was made: its chat, or its thread. */
  here: Recipient;
  /** The actor's own chat with the desk; undefined when Teams lets the desk open none. */
  alone(): Promise<Recipient | undefined>;
};

/** The response's body; `undefined` closes a dialog, and is nothing to a message. */
export type Body = object | undefined;

export function createRespond(deps: {
  send(to: Recipient, message: object): Promise<MessageRef>;
  mentionOf: MentionOf;
}) {
  return async function respond(kind: Kind, answer: Answer, { here, alone }: Places): Promise<Body> {
    const say = wording[answer.for.lang].chat;
    const post = async (to: Recipient, message: object) => patiently(() => deps.send(to, message));
    const postCard = async (to: Recipient, card: Card) => post(to, cardActivity(card, deps.mentionOf));
    /** What is for one pair of eyes is shown to nobody else: who cannot be reached alone is told only how to be. */
    const postAlone = async (message: object): Promise<boolean> => {
      const own = await alone();
      await post(own ?? here, own ? message : note(say.ownChat));
      return own !== undefined;
    };

    const tell = async (text: Text): Promise<Body> => {
      if (kind !== 'message') return told(kind, inWords(text, answer.for));
      await postAlone(note(inWords(text, answer.for)));
      return undefined;
    };
    const nothing: Body = kind === 'card' ? told('card', '') : undefined;

    switch (answer.kind) {
      case 'done':
        return answer.note ? tell(answer.note) : nothing;
      case 'refused':
        return tell(answer.why);
      case 'card':
        if (kind === 'fetch') return dialog(answer.card.title, renderCard(answer.card, deps.mentionOf));
        if (kind === 'message' && answer.open) await postCard(here, answer.card);
        else await postAlone(cardActivity(answer.card, deps.mentionOf));
        return nothing;
      case 'form':
      case 'invalid':
        if (kind === 'fetch' || kind === 'submit')
          return dialog(answer.form.title, renderForm(answer.form, problems(answer)));
        return (await postAlone(cardActivity(opener(answer, say), deps.mentionOf))) && kind === 'card'
          ? told('card', say.formReady)
          : nothing;
    }
  };
}

const problems = (answer: Form) => (answer.kind === 'invalid' ? answer.problems : []);

/** Teams opens a form only in answer to a press, so after words comes a button to press. */
const opener = (answer: Form, say: (typeof wording)['en']['chat']): Card => ({
  for: answer.for,
  title: answer.form.title,
  parts: [
    { kind: 'text', text: [problems(answer).length > 0 ? say.sendAgain : say.formReady] },
    { kind: 'list', ordered: false, items: problems(answer).map(({ message }) => [message]) },
    {
      kind: 'buttons',
      buttons: [{ label: say.openForm, tone: 'primary', does: { do: 'show-form', draft: answer.form.draft } }],
    },
  ],
});

/** Plain words as a message, in which nothing is read as Markdown. */
export const note = (text: string) => ({ type: 'message', textFormat: 'plain', text });

/** Plain words in the response of an invoke. */
export function told(kind: Exclude<Kind, 'message'>, words: string): object {
  return kind === 'card'
    ? { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: words }
    : { task: { type: 'message', value: words } };
}

const dialog = (title: string, card: AdaptiveCard) => ({
  task: {
    type: 'continue',
    value: { title: clip(title, 64), height: 'large', width: 'medium', card: attachment(card) },
  },
});

/** Plain words have no links, so an address is written out beside its text. */
const inWords = (text: Text, viewer: Viewer): string =>
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

/** Seconds and times that an answer waits for Teams: the person is waiting too. */
const LONGEST_WAIT = 5;
const TRIES = 3;

async function patiently<T>(call: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof Busy) || tries >= TRIES || error.retryAfter > LONGEST_WAIT) throw error;
      await new Promise((resolve) => setTimeout(resolve, error.retryAfter * 1000));
    }
  }
}
