/** When a group's digest is due: once on each working day of its calendar, at an hour of its own zone. Pure. */
import { DateTime } from 'luxon';
import type { Own, Recorded } from '../history.js';
import type { Group } from '../people.js';
import { stretchesOfWork, type Calendar } from '../sla/calendar.js';
import type { Outlook } from '../sla/forecast.cards.js';
import type { Tally } from '../tickets/queue/tally.js';

/** One for each group: what it was told last, and when it is told next. */
export type Digest = Recorded & {
  group: string;
  /** The hour by which `due` was reckoned. */
  hour: string;
  due?: { next: Date };
  /**
   * The latest one: its date, its numbers, when it ought to have come if it came late, and what is for the lead alone, or
   * for their stand-in; nothing, where nothing is open.
   */
  told?: { day: string; tally: Tally; due?: Date; lead?: { id: string; outlook: Outlook } };
};

/** Days within which every calendar opens again. */
const DAYS = 366;
/** Milliseconds after its time from which a digest says that it is late. */
const LATE = 10 * 60_000;

const isWorkingDay = (calendar: Calendar, day: DateTime): boolean =>
  stretchesOfWork(calendar, day.startOf('day').toJSDate(), day.plus({ days: 1 }).startOf('day').toJSDate()).length > 0;

const dayOf = ({ zone }: Pick<Group, 'zone'>, now: Date) => DateTime.fromJSDate(now, { zone }).startOf('day');

function at(day: DateTime, hour: string): Date {
  const [hours = 0, minutes = 0] = hour.split(':').map(Number);
  return day.set({ hour: hours, minute: minutes }).toJSDate();
}

/** The first moment after `now` at which the group is told; undefined for a calendar without working days. */
export function following(group: Pick<Group, 'zone'>, hour: string, calendar: Calendar, now: Date): Date | undefined {
  const today = dayOf(group, now);
  for (let ahead = 0; ahead <= DAYS; ahead++) {
    const day = today.plus({ days: ahead });
    if (at(day, hour) > now && isWorkingDay(calendar, day)) return at(day, hour);
  }
  return undefined;
}

export const endOfDay = (group: Pick<Group, 'zone'>, now: Date): Date =>
  dayOf(group, now).plus({ days: 1 }).startOf('day').toJSDate();

/**
 * What is told now of what was due: today's digest, if its hour has come, with a word when it is late. Days that the
 * desk slept through are not made up for.
 */
export function dueToday(digest: Digest, group: Pick<Group, 'zone'>, calendar: Calendar, now: Date) {
  const today = dayOf(group, now);
  const moment = at(today, digest.hour);
  const { next } = digest.due ?? {};
  if (!next || next > moment || moment > now || !isWorkingDay(calendar, today)) return undefined;
  const late = now.getTime() - moment.getTime() > LATE;
  return { day: today.toISODate() ?? '', ...(late ? { due: moment } : {}) };
}

/** The digest with what it tells now, and its next date. */
export function advanced(digest: Digest, told: Digest['told'], next: Date | undefined): Digest {
  const { due: _, ...rest } = digest;
  return { ...rest, ...(told ? { told } : {}), ...(next ? { due: { next } } : {}) };
}

export const begun = (group: string, hour: string, next: Date | undefined): Own<Digest> => ({
  group,
  hour,
  ...(next ? { due: { next } } : {}),
});
