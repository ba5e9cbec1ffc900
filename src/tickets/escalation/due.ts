/** What falls due on a ticket by itself: the end of a wait, its own clock, its closing, a step of its ladder. Pure. */
import type { Changed } from '../../history.js';
import { takeHours } from '../commitment/commitment.js';
import { closeByItself } from '../ending.js';
import { takeDueSteps, type Successor } from './escalation.js';
import { pageNext } from './paging.js';
import type { House, Ticket } from '../ticket.js';
import { waitOver, waitOverdue } from '../work/waiting.js';

/** @param successor who gets it, where a due step hands it over. */
export function takeDue(ticket: Ticket, house: House, now: Date, successor?: Successor): Changed<Ticket> {
  const counted = takeHours(ticket, house, now);
  if (!counted) return takeCounted(ticket, house, now, successor);
  const taken = takeCounted(counted.next, house, now, successor);
  return taken ? { ...taken, events: [...counted.events, ...taken.events] } : counted;
}

/** As its dates are by the working hours in force. */
function takeCounted(ticket: Ticket, house: House, now: Date, successor?: Successor): Changed<Ticket> {
  if (ticket.waiting?.until && ticket.waiting.until <= now) return waitOver(ticket, house, now);
  if (ticket.closes && ticket.closes <= now) return closeByItself(ticket, now);
  if (ticket.page && ticket.page.next <= now) return pageNext(ticket, house, now);
  const clock = ticket.waiting?.clock;
  if (clock && !clock.told && clock.due <= now) return waitOverdue(ticket, house, now);
  return takeDueSteps(ticket, house, now, successor);
}
