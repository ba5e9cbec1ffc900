/** The decision trail: everything that happened to a record, for those who watch over the desk. */
import type { Handlers } from '../context.js';
import type { Ledger, Recorded } from '../history.js';
import type { Directory, Person } from '../people.js';
import { Refusal } from '../refusal.js';
import { card } from '../reply.js';
import { auditCard, pageOf } from './audit.cards.js';

export function createAudit(deps: {
  ledgers: readonly Pick<Ledger<Recorded>, 'prefix' | 'load' | 'readBack'>[];
  directory: Directory;
  /** Whether this person may read what was said in it; otherwise the trail says who did what, and when. */
  mayRead(record: Recorded, actor: Person): boolean;
}) {
  const handlers: Handlers<'audit'> = {
    async audit({ record: id, before }, { actor, viewer, say }) {
      const ledger = deps.ledgers.find(({ prefix }) => id.startsWith(`${prefix}-`));
      const record = await ledger?.load(id);
      if (!ledger || !record) throw new Refusal((words) => words.audit.unknown(id));
      const page = pageOf(record.history, before);
      // Long words are kept apart from the record: whether they are still those that were said is looked at here.
      const events = deps.mayRead(record, actor) ? await ledger.readBack(id, page.events) : undefined;
      return card(auditCard(record, { ...page, events }, deps.directory, viewer, say));
    },
  };
  return { handlers };
}
