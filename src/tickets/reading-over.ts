/** Words to the requester are read over in a form the first time that an agent sends any. */
import type { Context } from '../context.js';
import { bold, type Form } from '../card.js';
import type { Wording } from '../language/wording.js';
import type { Directory } from '../people.js';
import { form, type Reply } from '../reply.js';
import { isRequester, mayWork, type Ticket } from './ticket.js';

/** Whether an agent has sent words to requesters before, and so knows who reads them. */
export type Habits = { hasReplied(person: string): Promise<boolean>; replied(person: string): Promise<void> };

export type ReadingOver = ReturnType<typeof createReadingOver>;

export function createReadingOver(directory: Directory, habits: Habits) {
  /** Whether an agent has sent no words to requesters yet, and has not read these over. */
  const isNewTo = async (checked: 'yes' | undefined, { actor }: Context): Promise<boolean> =>
    !checked && !(await habits.hasReplied(actor.id));
  return {
    isNewTo,
    /** The form in which an agent reads over what was typed; nothing for an agent who knows its readers. */
    async first(
      ticket: Ticket,
      checked: 'yes' | undefined,
      filledIn: () => Promise<Form>,
      context: Context,
    ): Promise<Reply | undefined> {
      const { actor, say } = context;
      if (isRequester(actor, ticket) || !mayWork(actor, ticket, directory)) return undefined;
      if (!(await isNewTo(checked, context))) return undefined;
      const shown = previewOf(ticket, await filledIn(), say);
      return form({ ...shown, intro: [bold(ticket.title), '\n', ...say.work.form.previewIntro(ticket.requester)] });
    },
    /** The words of a template are read over each time, and a form that shows them offers no other. */
    ofTemplate(ticket: Ticket, filled: Form, { say }: Context): Reply {
      const [text] = filled.fields.filter(({ name }) => name === 'text');
      return form({ ...previewOf(ticket, filled, say), fields: text ? [{ ...text, optional: false }] : [] });
    },
    /** What was read over and sent is not asked about again. */
    async sent(checked: 'yes' | undefined, { actor }: Context): Promise<void> {
      if (checked) await habits.replied(actor.id);
    },
  };
}

const previewOf = (ticket: Ticket, filled: Form, say: Wording): Form => ({
  ...filled,
  title: say.tickets.form.about(ticket._id, say.work.form.previewTitle),
  asIs: labelOf(filled, ticket, say),
});

/** The button that sends what was read over names who gets it. */
function labelOf({ draft, submit }: Form, { requester }: Ticket, say: Wording): string {
  const { sendTo, resolveFor, holdFor } = say.tickets.button;
  if (draft.do === 'reply') return sendTo(requester.name);
  if (draft.do === 'resolve') return resolveFor(requester.name);
  return draft.do === 'wait' ? holdFor(requester.name) : submit;
}
