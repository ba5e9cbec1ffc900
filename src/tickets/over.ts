/** When what a notice says of a ticket has ended, so that the copies that people have of it are redrawn. Pure. */
import type { Audience } from '../history.js';
import { eventsOf, isOpen, type Ticket, type TicketEvent } from './ticket.js';

/** After any of these a ticket is no longer as it was when it was given to somebody. */
const moves: ReadonlySet<string> = new Set([
  'assigned',
  'raised',
  'moved',
  'waited',
  'resumed',
  'resolved',
  'closed',
  'dismissed',
  'merged',
] satisfies TicketEvent['what'][]);

const since = ({ history }: Pick<Ticket, 'history'>, { id }: Pick<TicketEvent, 'id'>) => {
  const events = eventsOf({ history });
  return events.slice(events.findIndex((each) => each.id === id) + 1);
};

/** Whether the requester still owes the answer that this event asked for; who was asked again is not waited for. */
function isAwaited(ticket: Ticket, event: TicketEvent): boolean {
  const later = since(ticket, event).map(({ what }) => what);
  if (!isOpen(ticket) || later.includes('waited')) return false;
  return event.what === 'asked-again' ? !later.includes('commented') : ticket.waiting?.cause === 'user';
}

/** Whether the ratings that are offered with this resolution can be given. */
const isToRate = ({ resolution, state }: Ticket, number: number): boolean =>
  resolution?.number === number && !resolution.rating && state === 'resolved';

export function isOver(ticket: Ticket, event: TicketEvent, to: Audience): boolean {
  if (to.startsWith('under:triage')) return false;
  if (event.what === 'assigned') return since(ticket, event).some(({ what }) => moves.has(what));
  if (event.what === 'paged') return !isOpen(ticket) || ticket.assignee !== undefined;
  if (event.what === 'help-wanted' || event.what === 'escalated') return !isOpen(ticket);
  if (event.what === 'wait-overdue') return !ticket.waiting;
  if (event.what === 'resolved') return !isToRate(ticket, event.data.number);
  return (event.what === 'waited' || event.what === 'asked-again') && !isAwaited(ticket, event);
}
