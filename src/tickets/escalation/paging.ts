/** A P1 reaches a person at once: on-call, then the next ones, until somebody acknowledges it. Pure. */
import { who } from '../../card.js';
import type { Changed, NewEvent } from '../../history.js';
import { hearingOf } from '../reminders/availability.js';
import { changed, happened, isOpen, type House, type Ticket } from '../ticket.js';
import { audiencesOf } from './escalation.js';

type Paged = Pick<Ticket, 'group' | 'priority'> & { assignee?: Ticket['assignee'] | undefined };

/** Those who are called, in turn: stand-ins for people on leave, and nobody twice. */
function chainOf(ticket: Paged, house: House, now: Date): string[] {
  const ids = house.sla.page.tell.flatMap((role) => audiencesOf(role, ticket, house, now));
  return [...new Set(ids.map((audience) => hearingOf(audience.slice('person:'.length), ticket, house, now).to))];
}

/** Calls the first person; nothing for a ticket that is no P1. */
export function page(ticket: Paged, house: House, now: Date): { page?: Ticket['page']; events: NewEvent[] } {
  return ticket.priority === 'P1' ? callNext(ticket, [], house, now) : { events: [] };
}

function callNext(ticket: Paged, called: readonly string[], house: House, now: Date) {
  const person = house.directory.person(chainOf(ticket, house, now).find((id) => !called.includes(id)) ?? '');
  if (!person) return { events: [] };
  const next = new Date(now.getTime() + house.sla.page.seconds * 1000);
  return {
    page: { next, called: [...called, person.id] },
    events: [happened('paged', { to: who(person) }, `person:${person.id}`, 'under:triage')],
  };
}

/** Nobody acknowledged it in time: the next one is called, until all were. */
export function pageNext(ticket: Ticket, house: House, now: Date): Changed<Ticket> {
  const { page: last, ...rest } = ticket;
  if (!last || !isOpen(ticket) || ticket.priority !== 'P1') return changed(rest);
  const { page: next, events } = callNext(ticket, last.called, house, now);
  return changed({ ...rest, ...(next ? { page: next } : {}) }, ...events);
}
