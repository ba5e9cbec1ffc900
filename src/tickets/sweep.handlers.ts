/** Does to tickets what falls due by itself. */
import { byDesk, type Sweep } from '../act.js';
import { takeDue } from './due.js';
import { handoverDue, type Heir } from './escalation.js';
import type { Handover } from '../sla/sla.js';
import type { Room } from './room.handlers.js';
import { owesParent, type Ticket } from './ticket.js';
import { tellOfMerge } from './work.handlers.js';

/** Due tickets are taken this many at a time, so that the store can save several in one flush. */
const AT_ONCE = 20;

/**
 * @param remind tells persons what the tickets owe them, at the end, so that each gets one card.
 * @param heirOf who gets a ticket that a step of its ladder hands over.
 */
export function createDueSweep(
  room: Room,
  remind: (now: Date) => Promise<number>,
  heirOf: (ticket: Ticket, act: Handover, now: Date) => Promise<Heir | undefined>,
): Sweep {
  const { ledger, queries, house, heard } = room;

  async function take(id: string, due: Date, now: Date): Promise<void> {
    const cause = byDesk(now, `sla:${id}:${due.toISOString()}`);
    const ticket = await ledger.load(id);
    if (ticket && owesParent(ticket)) await room.tellParent(ticket, now);
    if (ticket?.merged) await tellOfMerge(room, ticket, now);
    else if (ticket) {
      const act = handoverDue(ticket, now);
      const heir = act && (await heirOf(ticket, act, now));
      await ledger.change(id, cause, (each) => heard(takeDue(each, house, now, heir), 'desk'));
    }
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
      const reminded = await remind(now);
      if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${tickets.length} tickets`);
      return tickets.length + reminded;
    },
  };
}
