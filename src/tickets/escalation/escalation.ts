/** The ladder of a ticket: whom each step tells, and taking the steps that are due. Pure. */
import type { Audience, Changed } from '../../history.js';
import { type Person } from '../../people.js';
import { who } from '../../card.js';
import { afterWorkingDays, between, opening } from '../../sla/calendar.js';
import { broken, climb, dailyAt, type Handover, type TargetName, type Told } from '../../sla/sla.js';
import { changed, happened, type House, type Ticket } from '../ticket.js';

/** A step taken this many working seconds after its time says that it is late. */
const LATE = 600;

/**
 * Whom a role of the ladder means for this ticket. While nobody has claimed it, the on-call agent is reminded, or
 * the lead; on leave or out of hours somebody else may hear it.
 */
export function audiencesOf(
  role: Told,
  ticket: Pick<Ticket, 'group'> & { assignee?: Ticket['assignee'] | undefined },
  { directory, sla, staffing }: House,
  now: Date,
): Audience[] {
  const group = directory.group(ticket.group);
  const persons: Record<Exclude<Told, 'channel'>, string | undefined> = {
    assignee: ticket.assignee?.id ?? staffing.onDuty(ticket.group, now)?.id ?? group?.lead,
    backup: group?.backup,
    lead: group?.lead,
    manager: group?.manager,
    'service-owner': sla.serviceOwner,
  };
  if (role === 'channel') return ['under:triage'];
  const person = persons[role];
  return person ? [`person:${person}`] : [];
}

/** Persons are told in one card with what else there is for them. */
const reminded = (roles: readonly Told[], ticket: Ticket, house: House, now: Date): Audience[] =>
  roles
    .flatMap((role) => audiencesOf(role, ticket, house, now))
    .map((audience): Audience => (audience.startsWith('person:') ? `reminder:${audience.slice(7)}` : audience));

/** What a step that is due does besides telling. */
export const handoverDue = ({ clocks }: Pick<Ticket, 'clocks'>, now: Date): Handover | undefined =>
  climb(clocks, now)?.act;

/** The agent who gets the ticket by a step of the ladder, and the tier to which it rises. */
export type Successor = { person: Person; tier?: string };

/** Nobody is disturbed outside working hours, which a calendar around the clock does not have: it waits for them. */
function waitsUntil(ticket: Ticket, house: House, now: Date): Date | undefined {
  const opens = opening(house.sla.calendar(ticket.clocks.calendar), now);
  return opens > now ? opens : undefined;
}

/** Takes the steps that are due. @param heir who gets it, where a step hands it over and somebody is there to take it. */
export function takeDueSteps(ticket: Ticket, house: House, now: Date, successor?: Successor): Changed<Ticket> {
  const climbed = climb(ticket.clocks, now);
  if (!climbed) return takeDaily(ticket, house, now);
  const opens = waitsUntil(ticket, house, now);
  const { page } = ticket;
  if (opens) return { next: { ...ticket, due: { next: page && page.next < opens ? page.next : opens } }, events: [] };
  const calendar = house.sla.calendar(ticket.clocks.calendar);
  const late = Math.max(...climbed.taken.map(({ at }) => between(calendar, at, now)));
  const tell = reminded(climbed.tell, ticket, house, now);
  const raised =
    climbed.act && successor && successor.person.id !== ticket.assignee?.id
      ? handOver(ticket, successor, now)
      : undefined;
  return changed(
    {
      ...ticket,
      ...raised?.next,
      clocks: withDaily({ ...ticket, clocks: climbed.clocks }, house, now),
      ...(raised || tell.some(isReminder) ? { reminds: now } : {}),
    },
    happened(
      'climbed',
      {
        steps: climbed.taken.map(({ target, step }) => ({ target, at: step.at, due: ticket.clocks[target]!.due })),
        ...(late > LATE ? { late } : {}),
      },
      ...tell,
    ),
    ...(raised ? [raised.event] : []),
  );
}

const isReminder = (audience: Audience): boolean => audience.startsWith('reminder:');

function handOver({ assignee, state }: Ticket, { person, tier }: Successor, now: Date) {
  const from = assignee ? { from: who(assignee) } : {};
  return {
    next: { assignee: { ...who(person), since: now }, state: state === 'new' ? ('assigned' as const) : state },
    event: happened(
      'raised',
      { to: who(person), ...from, ...(tier ? { tier } : {}) },
      `reminder:${person.id}`,
      ...(assignee ? [`reminder:${assignee.id}` as const] : []),
    ),
  };
}

/** Once the ladder has ended, what is still broken is told again on the next working morning. */
function withDaily({ clocks, group }: Ticket, { directory, sla }: House, now: Date): Ticket['clocks'] {
  const { daily } = clocks;
  if (!daily || !broken(clocks) || (daily.next && daily.next > now)) return clocks;
  const calendar = sla.calendar(directory.group(group)?.calendar ?? clocks.calendar);
  return { ...clocks, daily: { ...daily, next: afterWorkingDays(calendar, now, 0) } };
}

/** The people notified of a breach that lasts. The lead of a group that has a digest reads of it there. */
const hearsDaily = ({ clocks, group }: Ticket, target: TargetName, { directory }: House): readonly Told[] =>
  (clocks.daily?.tell ?? []).filter(
    (role) => role !== 'lead' || target === 'ola' || directory.group(group)?.digest === undefined,
  );

function takeDaily(ticket: Ticket, house: House, now: Date): Changed<Ticket> {
  const at = dailyAt(ticket.clocks);
  const target = broken(ticket.clocks);
  if (!at || at > now || !target) return undefined;
  const tell = reminded(hearsDaily(ticket, target, house), ticket, house, now);
  return changed(
    { ...ticket, clocks: withDaily(ticket, house, now), ...(tell.some(isReminder) ? { reminds: now } : {}) },
    happened('overdue', { target, due: ticket.clocks[target]?.due ?? at }, ...tell),
  );
}
