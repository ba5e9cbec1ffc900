/** Words to the requester are read over in a form the first time that an agent sends any. */
import type { Context } from '../context.js';
import type { Form } from '../card.js';
import type { Directory } from '../people.js';
import { form, type Reply } from '../reply.js';
import { isRequester, mayWork, type Ticket } from './ticket.js';

/** Whether an agent has sent words to requesters before, and so knows who reads them. */
export type Habits = { hasReplied(person: string): Promise<boolean>; replied(person: string): Promise<void> };

export type ReadingOver = ReturnType<typeof createReadingOver>;

export function createReadingOver(directory: Directory, habits: Habits) {
  return {
    /** The form in which an agent reads over what was typed; nothing for an agent who knows its readers. */
    async first(
      ticket: Ticket,
      checked: 'yes' | undefined,
      filledIn: () => Promise<Form>,
      { actor, say }: Context,
    ): Promise<Reply | undefined> {
      if (checked || isRequester(actor, ticket) || !mayWork(actor, ticket, directory)) return undefined;
      if (await habits.hasReplied(actor.id)) return undefined;
      const { previewTitle, previewIntro } = say.work.form;
      return form({ ...(await filledIn()), title: previewTitle, intro: previewIntro(ticket.requester) });
    },
    /** What was read over and sent is not asked about again. */
    async sent(checked: 'yes' | undefined, { actor }: Context): Promise<void> {
      if (checked) await habits.replied(actor.id);
    },
  };
}
