/** The ladder of a ticket: whom each step tells, and taking the steps that are due. Pure. */
import type { Audience, Changed } from '../history.js';
import { between, opening } from '../sla/calendar.js';
import { climb, type Told } from '../sla/sla.js';
import { changed, happened, type House, type Ticket } from './ticket.js';

/** A step taken this many working seconds after its time says that it is late. */
const LATE = 600;

/** Whom a role of the ladder means for this ticket. While nobody has claimed it, its lead and thread are reminded. */
export function audiencesOf(role: Told, ticket: Ticket, { directory, sla }: House): Audience[] {
  const group = directory.group(ticket.group);
  const persons: Record<Exclude<Told, 'channel'>, string | undefined> = {
    assignee: ticket.assignee?.id,
    backup: group?.backup,
    lead: group?.lead,
    manager: group?.manager,
    'service-owner': sla.serviceOwner,
  };
  if (role === 'channel') return ['under:triage'];
  if (role === 'assignee' && !ticket.assignee)
    return ['under:triage', ...(group ? [`person:${group.lead}` as const] : [])];
  const person = persons[role];
  return person ? [`person:${person}`] : [];
}

/**
 * Takes the steps that are due. Outside working hours (which a calendar around the clock does not have) nobody is
 * disturbed: the steps wait for the next opening.
 */
export function takeDueSteps(ticket: Ticket, house: House, now: Date): Changed<Ticket> {
  const climbed = climb(ticket.clocks, now);
  if (!climbed) return undefined;
  const calendar = house.sla.calendar(ticket.clocks.calendar);
  const opens = opening(calendar, now);
  if (opens > now) return { next: { ...ticket, due: { next: opens } }, events: [] };
  const late = Math.max(...climbed.taken.map(({ at }) => between(calendar, at, now)));
  return changed(
    { ...ticket, clocks: climbed.clocks },
    happened(
      'climbed',
      {
        steps: climbed.taken.map(({ target, step }) => ({ target, at: step.at, due: ticket.clocks[target]!.due })),
        ...(late > LATE ? { late } : {}),
      },
      ...climbed.tell.flatMap((role) => audiencesOf(role, ticket, house)),
    ),
  );
}
