/** The receiver of a reminder: its addressee at work, their stand-in, or the addressee later. Pure. */
import type { Group } from '../../people.js';
import { opening, type Calendar } from '../../sla/calendar.js';
import type { House, Ticket } from '../ticket.js';

/** The receiver, and from when. */
export type Hearing = { to: string; at: Date };

/** A person's own working hours, else those of the group they work in: this ticket's, where they work in it. */
function hoursOf(id: string, group: Group, { directory, sla, staffing }: House): Calendar {
  const own = directory.person(id)?.calendar;
  const works = directory.isAgentOf(id, group.id) || !directory.groups.some((each) => directory.isAgentOf(id, each.id));
  return sla.calendar(own ?? (works ? group.calendar : staffing.calendarOf(id)));
}

/** When a person can be disturbed next, by their working hours and leave; `now` itself when they are there. */
export function thereAt(id: string, group: Group, house: House, now: Date): Date {
  return opening(hoursOf(id, group, house), house.staffing.awayUntil(id, now) ?? now);
}

/**
 * A stand-in takes an agent's place within the group; people above it are covered by their own manager, on leave only.
 */
function standInOf(id: string, group: Group, { directory, staffing }: House, now: Date): string | undefined {
  if (directory.isAgentOf(id, group.id) || id === group.backup) return staffing.standIn(id, group.id, now)?.id;
  const above = directory.person(id)?.manager;
  return above && staffing.isAway(id, now) && !staffing.isAway(above, now) ? above : undefined;
}

/**
 * Only P1 disturbs a person outside their working time, and nothing on leave while somebody stands in. Otherwise the
 * stand-in hears it, if they are at work, or the first of the two to be there; nobody hears it twice.
 */
export function hearingOf(id: string, ticket: Pick<Ticket, 'group' | 'priority'>, house: House, now: Date): Hearing {
  const group = house.directory.group(ticket.group);
  if (!group) return { to: id, at: now };
  const standIn = standInOf(id, group, house, now);
  const away = house.staffing.isAway(id, now);
  if (ticket.priority === 'P1') return { to: (away && standIn) || id, at: now };
  const own = { to: id, at: thereAt(id, group, house, now) };
  if (own.at <= now || !standIn) return own;
  const other = { to: standIn, at: thereAt(standIn, group, house, now) };
  return other.at <= now || (away && other.at < own.at) ? other : own;
}
