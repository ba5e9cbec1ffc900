/** Shows an answer to the person who asked, in the place they asked from. */
import type { Form, Text, Viewer } from '../../src/card.js';
import { openerOf, problemsIn } from '../../src/opener.js';
import { Busy, Final, Uncertain } from '../../src/chat.js';
import type { Answer } from '../../src/reply.js';
import { wording } from '../../src/language/wording.js';
import type { Ask, Client } from './client.js';
import { failureOf, passing } from './errors.js';
import { publish, renderHome } from './home.js';
import type { Inbound } from './inbound.js';
import { markProblems, renderForm, type Back } from './modal.js';
import { hasTable, renderCard, renderNote, type Message } from './render.js';
import type { Posting } from './posting.js';
import type { Once, Tell } from './telling.js';
import type { Mention } from './text.js';

/** The body of the acknowledgement of a submitted modal; nothing closes it. */
export type Closing =
  ReturnType<typeof markProblems> | { response_action: 'update'; view: ReturnType<typeof renderForm> };

/** The emoji by which the desk says on a message that it has taken it. */
const DONE = 'white_check_mark';

type Deps = { client: Client; ask: Ask; mention: Mention; posting: Posting; tell: Tell };
export type Respond = ReturnType<typeof createRespond>;

export function createRespond({ client, ask, mention, posting, tell }: Deps) {
  /** Puts the desk's mark on a message; false when Slack does not let it. @throws `Busy`. */
  async function marked(mark: Inbound['mark']): Promise<boolean> {
    if (!mark) return false;
    try {
      await ask('reactions.add', () => client.reactions.add({ ...mark, name: DONE }));
      return true;
    } catch (error) {
      if (error instanceof Busy) throw error;
      return failureOf(error).meaning === 'done';
    }
  }

  /** Opens the form of an answer by the trigger of what was pressed; false where nothing was, or too long ago. */
  async function opened(given: Answer, { trigger, back }: Inbound): Promise<boolean> {
    const form = formIn(given);
    if (!form || !trigger) return false;
    try {
      await client.views.open({ trigger_id: trigger, view: renderForm(form, back, mention) });
      return true;
    } catch (error) {
      // The trigger does not outlive a wait.
      if (!['spent', 'not now', 'unknown'].includes(failureOf(error).meaning)) throw error;
      return false;
    }
  }

  const showHome = (user: string, message: Message) =>
    publish(client, user, message).catch((error: unknown) => {
      throw passing(error);
    });

  /** Shows an answer; of a form, the button that opens it. @throws `Busy`, `Uncertain` or `Final`; anything else could not be drawn. */
  async function answer(given: Answer, inbound: Inbound, once: Once): Promise<void> {
    const { back, kind, mark } = inbound;
    const viewer = given.for;
    if ('aloud' in given && given.aloud && mark)
      await posting.post(renderCard(given.aloud, mention), {
        channel: mark.channel,
        thread: mark.timestamp,
        mark: `${once.mark}:aloud`,
        ...(once.again && { again: {} }),
      });
    switch (given.kind) {
      case 'done':
        if ((given.quiet || kind === 'reaction') && (await marked(mark)) && given.quiet) return;
        if (given.note) await tell(back, renderNote(given.note, viewer, mention), once);
        return;
      case 'refused':
        return tell(beside(back), renderNote(given.why, viewer, mention), once);
      case 'card': {
        const asLists = () => renderCard(given.card, mention, { tables: false });
        if (kind === 'home' || back.home)
          return void (await showHome(back.user, renderHome(given.card, mention, kind !== 'home')));
        return tell(back, renderCard(given.card, mention), once).catch((error: unknown) => {
          if (!hasTable(given.card) || !wasRefused(error)) throw error;
          return tell(back, asLists(), once);
        });
      }
      case 'form':
        return tell(back, renderCard(openerOf(given.form), mention), once);
      case 'invalid':
        return tell(back, renderCard(openerOf(given.form, given.problems), mention), once);
    }
  }

  return {
    opened,
    answer,

    /** What closes a submitted modal, or keeps it open. */
    closing(given: Answer, { back }: Inbound): Closing | undefined {
      if (given.kind === 'form') return { response_action: 'update', view: renderForm(given.form, back, mention) };
      return given.kind === 'invalid' ? markProblems(given.problems, given.form) : undefined;
    },

    /** A sentence of the adapter's own. */
    say: (text: Text, viewer: Viewer, back: Back, once: Once): Promise<void> =>
      tell(beside(back), renderNote(text, viewer, mention), once),
  };
}

/** Not every workspace takes tables yet. */
const wasRefused = (error: unknown): boolean =>
  !(error instanceof Busy || error instanceof Uncertain || error instanceof Final);

/** The form of an answer; a modal that opens anew says at its head what was wrong. */
function formIn(given: Answer): Form | undefined {
  if (given.kind === 'form') return given.form;
  if (given.kind !== 'invalid') return undefined;
  const { form, problems } = given;
  return { ...form, intro: [wording[form.for.lang].common.sendAgain, ...problemsIn(form, problems)] };
}

/** What did not come of it leaves the card that it was pressed on. */
function beside(back: Back): Back {
  const { replaces: _, ...own } = back;
  return own;
}

/** Whether an answer is nothing to be shown to anybody. */
export const isSilent = (given: Answer, { kind }: Inbound): boolean =>
  given.kind === 'done' && !given.note && !given.quiet && kind !== 'reaction';

/** Keeps a modal open that could not be taken yet, with what was filled in. */
export const notYet = (field: string, seconds: number, { lang = 'en' }: Inbound): Closing => ({
  response_action: 'errors',
  errors: { [field]: wording[lang].common.busy(seconds) },
});
