/** The on-call agent by the weekly rota, and by what was agreed instead for a time. Pure. */
import { DateTime } from 'luxon';
import type { Group } from '../people.js';
import type { Who } from '../card.js';

/** From the first moment to the last, which is excluded. */
export type Stretch = { from: Date; until: Date };
export type Shift = Stretch & { person: string };
/** Somebody is on call instead of the agent of the rota; of one group they never overlap. */
export type Override = Stretch & { person: Who };

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const WEEK_MS = 7 * 86_400_000;

export const covers = ({ from, until }: Stretch, now: Date): boolean => from <= now && now < until;
export const overlap = (one: Stretch, other: Stretch): boolean => one.from < other.until && other.from < one.until;

/** The week of the rota that a moment falls in; before the rota starts it is counted backwards. */
export function weekOf({ rota, zone }: Pick<Group, 'rota' | 'zone'>, now: Date): Shift | undefined {
  if (!rota) return undefined;
  const { people, starts, handOver } = rota;
  const [weekday = '', time = ''] = handOver.split(' ');
  const start = DateTime.fromISO(`${starts}T${time}`, { zone });
  const first = start.plus({ days: (weekdays.indexOf(weekday) + 8 - start.weekday) % 7 });
  const begin = (week: number) => first.plus({ weeks: week }).toJSDate();
  // Weeks are not all equally long where clocks change.
  let week = Math.floor((now.getTime() - first.toMillis()) / WEEK_MS);
  while (begin(week) > now) week--;
  while (begin(week + 1) <= now) week++;
  const { length } = people;
  return { from: begin(week), until: begin(week + 1), person: people[((week % length) + length) % length]! };
}

/** Who is scheduled at a moment and until when, whether or not they are there. */
export function shiftAt(group: Group, overrides: readonly Override[], now: Date): Shift | undefined {
  const instead = overrides.find((each) => covers(each, now));
  if (instead) return { from: instead.from, until: instead.until, person: instead.person.id };
  const week = weekOf(group, now);
  if (!week) return undefined;
  const before = overrides.filter(({ until }) => until <= now && until > week.from);
  const after = overrides.filter(({ from }) => from > now && from < week.until);
  return {
    person: week.person,
    from: new Date(Math.max(week.from.getTime(), ...before.map(({ until }) => until.getTime()))),
    until: new Date(Math.min(week.until.getTime(), ...after.map(({ from }) => from.getTime()))),
  };
}

/** What is scheduled from a moment on, one shift after the other, as many as asked for. */
export function shiftsFrom(group: Group, overrides: readonly Override[], now: Date, count: number): Shift[] {
  const shifts: Shift[] = [];
  let at = now;
  while (shifts.length < count) {
    const shift = shiftAt(group, overrides, at);
    if (!shift) break;
    shifts.push(shift);
    at = shift.until;
  }
  return shifts;
}

/** The overrides with one more, which cuts away what was agreed before for the same time. */
export const overridden = (overrides: readonly Override[], added: Override): Override[] =>
  [
    ...overrides.flatMap((each) => [
      ...(each.from < added.from ? [{ ...each, until: new Date(Math.min(+each.until, +added.from)) }] : []),
      ...(each.until > added.until ? [{ ...each, from: new Date(Math.max(+each.from, +added.until)) }] : []),
    ]),
    added,
  ].toSorted((one, other) => one.from.getTime() - other.from.getTime());
