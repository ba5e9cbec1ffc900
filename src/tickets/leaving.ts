/** What becomes of the tickets of a person who leaves. Pure. */
import type { Changed } from '../history.js';
import type { Person } from '../people.js';
import { type Who, who } from '../card.js';
import { changed, happened, isOpen, type Ticket } from './ticket.js';

/** The work on it goes to somebody else. */
export function passedOn(ticket: Ticket, from: Who, to: Person, now: Date): Changed<Ticket> {
  if (!isOpen(ticket) || ticket.assignee?.id !== from.id) return undefined;
  const raised = happened('raised', { to: who(to), from }, `reminder:${to.id}`);
  return changed({ ...ticket, assignee: { ...who(to), since: now }, reminds: now }, raised);
}

/** It is somebody else's concern now; its agents go on. */
export function inherited(ticket: Ticket, from: Who, to: Person): Changed<Ticket> {
  if (!isOpen(ticket) || ticket.requester.id !== from.id) return undefined;
  const followers = ticket.followers?.filter(({ id }) => id !== to.id);
  const tell = [`person:${to.id}`, 'under:triage'] as const;
  return changed(
    { ...ticket, requester: who(to), ...(followers ? { followers } : {}) },
    happened('inherited', { from, to: who(to) }, ...tell),
  );
}
