/** Opens a ticket for what applications do not confirm, resolves it when they do, and asks them again once a day. */
import { byDesk, type Sweep } from '../context.js';
import type { Wording } from '../language/wording.js';
import { atAGlance, type Ledger } from '../history.js';
import { eachByItself, type Report } from '../sweep.js';
import type { FoundTickets } from '../found.js';
import type { AccessRequest, Listed } from './access.js';
import { owedSince } from './doubt.js';
import { isLate, looked, overdue, ticketed } from './unverified.js';

/** The most grants asked about in one sweep; the next one goes on. */
const AT_ONCE = 200;

export function createUnverified(deps: {
  ledger: Ledger<AccessRequest>;
  tickets: FoundTickets;
  /** Whether applications say what the record does. */
  inquire(record: Listed): Promise<boolean | undefined>;
  trouble: Report;
}): { attend(record: Listed, now: Date): Promise<void>; drift: Sweep } {
  const { ledger, tickets } = deps;

  /** The ticket of what is not confirmed is opened, or resolved when it is. */
  async function tell(record: Listed, now: Date): Promise<void> {
    const { _id, unverified, title, requester, owner } = record;
    if (!unverified || !owedSince(record)) return;
    const { what, since, over } = unverified;
    const words = (say: Wording) => say.access.unverifiedTicket(_id, what, title, requester, owner);
    let { ticket } = unverified;
    if (ticket === undefined)
      ticket = await tickets.open(
        { key: `${_id}:${since.toISOString()}`, owner: owner.id, priority: 'P2', words },
        now,
      );
    if (over) await tickets.resolve(ticket, (say) => say.access.verifiedTicket(_id), now);
    const cause = byDesk(now, `${_id}:ticket:${since.toISOString()}:${over ? 'over' : 'open'}`);
    await ledger.change(_id, cause, (latest) => ticketed(latest, unverified, ticket, now));
  }

  async function look(record: Listed, now: Date): Promise<void> {
    const isSo = await deps.inquire(record);
    const cause = byDesk(now, `${record._id}:look:${now.toISOString()}`);
    const saved = await ledger.change(record._id, cause, (latest) => looked(latest, record, isSo, now));
    if (saved) await tell(saved, now);
  }

  return {
    async attend(record, now) {
      const { _id } = record;
      const late = byDesk(now, `${_id}:late:${record.work?.verifyBy?.toISOString()}`);
      const saved = isLate(record, now) ? await ledger.change(_id, late, (latest) => overdue(latest, now)) : record;
      if (saved) await tell(saved, now);
    },
    drift: {
      name: 'drift',
      seconds: 300,
      long: true,
      async run(now) {
        const found = await ledger.model
          .find({ recheck: { $lte: now }, state: { $in: ['active', 'ended'] } } as never, atAGlance)
          .sort({ recheck: 1 })
          .limit(AT_ONCE)
          .lean<Listed[]>()
          .exec();
        return eachByItself(
          found,
          (record) => look(record, now),
          ({ _id }, error) => deps.trouble('drift', _id, error, now),
        );
      },
    },
  };
}
