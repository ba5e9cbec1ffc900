/** One step done with several tickets, and what came of it for each. */
import type { Text } from '../../card.js';
import type { Context, Forms, Handlers } from '../../context.js';
import { Refusal } from '../../refusal.js';
import { card, form, type Reply } from '../../reply.js';
import type { ReadingOver } from '../reading-over.js';
import type { Room } from '../room.handlers.js';
import { mayWork } from '../ticket.js';
import { valueOf, type Bulk } from './bulk.forms.js';
import { numbersIn } from './find.js';
import { bulkCard } from './lists.cards.js';

/** The most tickets that one message of a person can change. */
const AT_ONCE = 50;

type Steps = Pick<Handlers, 'claim' | 'assign' | 'edit' | 'resolve' | 'close' | 'merge'>;

export function createBulk(
  { house: { directory } }: Room,
  { steps, forms, readingOver }: { steps: Steps; forms: Forms<'bulk'>; readingOver: ReadingOver },
): Handlers<'bulk'> {
  /** The command that the step is for one ticket. */
  function one(action: Bulk['action'], ticket: string, value: string, context: Context): Promise<Reply> {
    if (action === 'claim') return steps.claim({ do: 'claim', ticket }, context);
    if (action === 'close') return steps.close({ do: 'close', ticket }, context);
    if (action === 'resolve') return steps.resolve({ do: 'resolve', ticket, summary: value, checked: 'yes' }, context);
    if (action === 'assign') return steps.assign({ do: 'assign', ticket, to: value.slice(0, 80) }, context);
    if (action === 'merge') return steps.merge({ do: 'merge', ticket, into: value.toUpperCase() }, context);
    return steps.edit({ do: 'edit', ticket, priority: value.toUpperCase() as 'P1' }, context);
  }

  return {
    /** What the step needs is asked after it is chosen; a solution is read over by who has told none before. */
    async bulk(command, context) {
      const { tickets, action, value = '', checked } = command;
      if (!directory.groups.some(({ id }) => mayWork(context.actor, { group: id }, directory)))
        throw new Refusal((say) => say.work.agentsOfGroup);
      const named = numbersIn(tickets);
      if (named.length === 0) throw new Refusal((say) => say.work.noNumbers);
      if (named.length > AT_ONCE) throw new Refusal((say) => say.work.tooMany(AT_ONCE));
      const needed = valueOf[action];
      if (needed && !value) return form(await forms.bulk(command, context));
      if (needed?.test(value) === false) throw new Refusal((say) => say.work.valueNeeded);
      if (action === 'resolve' && (await readingOver.isNewTo(checked, context)))
        return form({ ...(await forms.bulk(command, context)), asIs: context.say.work.form.bulkActions.resolve });
      const results: { id: string; refused?: Text }[] = [];
      for (const id of named.filter((each) => action !== 'merge' || each !== value.toUpperCase()))
        try {
          await one(action, id, value, { ...context, origin: `${context.origin}#${id}` });
          results.push({ id });
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          results.push({ id, refused: error.why(context.say) });
        }
      if (action === 'resolve') await readingOver.sent(checked, context);
      const whom = action === 'assign' ? directory.person(value)?.name : undefined;
      return card(bulkCard({ action, value: whom ?? value }, results, context.viewer, context.say));
    },
  };
}
