/** Days of leave, as people write and mean them: whole days in their own zone, both ends included. Pure. */
import { DateTime } from 'luxon';
import type { Stretch } from './rota.js';

/** `YYYY-MM-DD`. */
export type Day = string;
export type Days = { from: Day; to: Day };

/** From the first midnight to the one after the last day. */
export const stretchOf = ({ from, to }: Days, zone: string): Stretch => ({
  from: DateTime.fromISO(from, { zone }).startOf('day').toJSDate(),
  until: DateTime.fromISO(to, { zone }).plus({ days: 1 }).startOf('day').toJSDate(),
});

/** The day this number of days later, or earlier. */
export const dayAfter = (day: Day, days: number): Day =>
  DateTime.fromISO(day, { zone: 'UTC' }).plus({ days }).toISODate()!;

/** How many days there are, both ends counted. */
export const lengthOf = ({ from, to }: Days): number =>
  DateTime.fromISO(to, { zone: 'UTC' }).diff(DateTime.fromISO(from, { zone: 'UTC' }), 'days').days + 1;

/** In order, and what overlaps or follows without a day between made one. */
export function merged(ranges: readonly Days[]): Days[] {
  const whole: Days[] = [];
  for (const { from, to } of ranges.toSorted((one, other) => one.from.localeCompare(other.from))) {
    const last = whole.at(-1);
    if (last && from <= dayAfter(last.to, 1)) last.to = last.to > to ? last.to : to;
    else whole.push({ from, to });
  }
  return whole;
}
