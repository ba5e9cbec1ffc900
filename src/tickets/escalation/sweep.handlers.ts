/** Does to tickets what falls due by itself. */
import { byDesk, type Sweep } from '../../context.js';
import { eachByItself } from '../../sweep.js';
import { takeDue } from './due.js';
import { handoverDue, type Successor } from './escalation.js';
import type { Handover } from '../../sla/sla.js';
import type { Merging } from '../links/merging.handlers.js';
import type { Room } from '../room.handlers.js';
import { owesParent } from '../ticket.js';
import type { Reassignable } from './reassignment.js';
import type { DueTicket } from '../queue/glances.js';

/** Due tickets are taken this many at a time, so that the store can save several in one flush. */
const AT_ONCE = 50;

/**
 * @param remind tells persons what the tickets owe them, at the end, so that each gets one card.
 * @param successorOf who gets a ticket that a step of its ladder hands over.
 */
export function createDueSweep(
  room: Room,
  merging: Merging,
  remind: (now: Date) => Promise<number>,
  successorOf: (ticket: Reassignable, act: Handover, now: Date) => Promise<Successor | undefined>,
): Sweep {
  const { ledger, queries, house, heard } = room;

  async function take(due: DueTicket, now: Date): Promise<void> {
    const cause = byDesk(now, `sla:${due._id}:${due.due.next.toISOString()}`);
    const tied = due.merged || owesParent(due) ? await ledger.load(due._id) : undefined;
    if (tied && owesParent(tied)) await room.tellParent(tied, now);
    if (tied?.merged) return merging.tell(tied, now);
    const act = handoverDue(due, now);
    const successor = act && (await successorOf(due, act, now));
    await ledger.change(due._id, cause, (each) => heard(takeDue(each, house, now, successor), 'desk'));
  }

  return {
    name: 'sla',
    seconds: 15,
    async run(now) {
      const taken = await eachByItself(
        await queries.due(now),
        (due) => take(due, now),
        ({ _id }, error) => room.trouble('sla', _id, error, now),
        AT_ONCE,
      );
      return taken + (await remind(now));
    },
  };
}
