/** An agent says since when a ticket counts: the trouble began before it was reported. Pure. */
import type { Changed } from '../../history.js';
import { who } from '../../card.js';
import { Refusal } from '../../refusal.js';
import { backdated } from '../../sla/sla.js';
import {
  changed,
  DAY_MS,
  eventsOf,
  happened,
  needAgent,
  needOpen,
  type By,
  type House,
  type Ticket,
} from '../ticket.js';

/** The farthest back that a ticket can count, before now. */
export const FARTHEST_DAYS = 30;

/** Steps whose time has passed are left to the sweep: it takes the highest once, and says that it is late. */
export function countSince(ticket: Ticket, by: By, house: House, from: Date): Changed<Ticket> {
  needAgent(by, ticket, house);
  needOpen(ticket);
  const { clocks, opened, _id: id } = ticket;
  if (from > by.now) throw new Refusal((say) => say.backdate.future(from));
  if (from > opened) throw new Refusal((say) => say.backdate.afterOpening(id, opened));
  if (by.now.getTime() - from.getTime() > FARTHEST_DAYS * DAY_MS)
    throw new Refusal((say) => say.backdate.tooFar(from, FARTHEST_DAYS));
  const before = clocks.since ?? opened;
  if (before.getTime() === from.getTime()) throw new Refusal((say) => say.work.nothingChanged(id));
  const next = { ...ticket, clocks: backdated(clocks, house.sla.calendar, opened, from, by.now) };
  return changed(next, happened('backdated', { who: who(by.actor), from: before, to: from }));
}

/** Who moved its start last, and from when to when. */
export const moveOfStart = (ticket: Ticket) => eventsOf(ticket).findLast((event) => event.what === 'backdated');
