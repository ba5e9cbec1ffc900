/** Does to tickets what falls due by itself. */
import { byDesk, type Sweep } from '../act.js';
import { takeDue } from './due.js';
import { owesParent } from './ticket.js';
import type { Room } from './room.handlers.js';
import { tellOfMerge } from './work.handlers.js';

/** Due tickets are taken this many at a time, so that the store can save several in one flush. */
const AT_ONCE = 20;

export function createDueSweep(room: Room): Sweep {
  const { ledger, queries, house, heard } = room;

  async function take(id: string, due: Date, now: Date): Promise<void> {
    const cause = byDesk(now, `sla:${id}:${due.toISOString()}`);
    const ticket = await ledger.load(id);
    if (ticket && owesParent(ticket)) await room.tellParent(ticket, now);
    if (ticket?.merged) await tellOfMerge(room, ticket, now);
    else await ledger.change(id, cause, (each) => heard(takeDue(each, house, now), 'desk'));
  }

  return {
    name: 'sla',
    seconds: 15,
    async run(now) {
      const tickets = await queries.due(now);
      const failures: unknown[] = [];
      for (let first = 0; first < tickets.length; first += AT_ONCE) {
        const taken = tickets.slice(first, first + AT_ONCE).map(({ _id, due }) => take(_id, due.next, now));
        for (const result of await Promise.allSettled(taken))
          if (result.status === 'rejected') failures.push(result.reason);
      }
      if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${tickets.length} tickets`);
      return tickets.length;
    },
  };
}
