/**
 * How likely a ticket is to be late, from how long the tickets of its group have taken. Pure.
 *
 * Let W be the working time that a solved ticket of the group took. Of the history those of the same priority count, when
 * there are enough of them, and of these the half (or more, where places are equal) whose place in the queue was nearest
 * to this one's. With e the working time counted so far and T the target, the chance of a breach is
 *
 *   P(W > T | W > e) = (#{W > T} + ½) / (#{W > e} + 1),
 *
 * the share of those that had lasted as long as this one and then were late; the half keeps a small history from saying
 * never or always (Jeffreys' prior). It is scored by the mean of (P − outcome)² (Brier 1950): 0 is perfect.
 */
import type { Priority } from './sla.js';

/** Fewer solved tickets than these say nothing. */
export const ENOUGH = 30;
/** Of those alike, so many at least must have lasted as long as this one has. */
export const ENOUGH_SO_LONG = 5;

/** A solved ticket: `worked` is in seconds of working time. */
export type Lived = { priority: Priority; opened: Date; ended: Date; worked: number };
/** A solved ticket with how many tickets were before it in the queue when it was opened. */
export type Sample = { priority: Priority; worked: number; ahead: number };

/** What a forecast is made for, in seconds of working time. */
export type Course = { priority: Priority; elapsed: number; target: number; ahead: number };

export type Forecast =
  /** There is too little history: so many, where so many are needed. */
  | { known: false; why: 'few' | 'so-long'; have: number; need: number }
  | { known: true; chance: number; late: number; alike: number; samePriority: boolean; ahead: number; left: number };

/** Whether one is served before the other: as urgent at least, and opened earlier. */
export const isAhead = (
  one: { priority: Priority; opened: Date },
  other: { priority: Priority; opened: Date },
): boolean => one.priority <= other.priority && one.opened < other.opened;

export const samplesOf = (history: readonly Lived[]): Sample[] =>
  history.map((each) => ({
    priority: each.priority,
    worked: each.worked,
    ahead: history.filter((other) => isAhead(other, each) && other.ended > each.opened).length,
  }));

export function forecastOf({ priority, elapsed, target, ahead }: Course, history: readonly Sample[]): Forecast {
  const same = history.filter((each) => each.priority === priority);
  const samePriority = same.length >= ENOUGH;
  const all = samePriority ? same : history;
  if (all.length < ENOUGH) return { known: false, why: 'few', have: all.length, need: ENOUGH };
  const distance = (each: Sample) => Math.abs(each.ahead - ahead);
  const half = Math.max(ENOUGH, Math.ceil(all.length / 2));
  const farthest = all.map(distance).toSorted((one, other) => one - other)[half - 1]!;
  const near = all.filter((each) => distance(each) <= farthest);
  const alike = near.filter(({ worked }) => worked > elapsed);
  if (alike.length < ENOUGH_SO_LONG) return { known: false, why: 'so-long', have: alike.length, need: ENOUGH_SO_LONG };
  const late = alike.filter(({ worked }) => worked > target).length;
  const chance = (late + 0.5) / (alike.length + 1);
  return { known: true, chance, late, alike: alike.length, samePriority, ahead, left: Math.max(0, target - elapsed) };
}

/** Sums over forecasts whose outcome is known. */
export type Score = { count: number; late: number; squares: number };

export const scored = ({ count, late, squares }: Score, chance: number, wasLate: boolean): Score => ({
  count: count + 1,
  late: late + (wasLate ? 1 : 0),
  squares: squares + (chance - (wasLate ? 1 : 0)) ** 2,
});

/** The Brier score, and what always naming the share that was late would have scored. */
export function brier({ count, late, squares }: Score): { score: number; usual: number } | undefined {
  if (count === 0) return undefined;
  const share = late / count;
  return { score: squares / count, usual: share * (1 - share) };
}
