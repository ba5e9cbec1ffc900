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
/** The least number of similar tickets that must have been open as long as this one. */
export const ENOUGH_SO_LONG = 5;

/** A solved ticket: `worked` is in seconds of working time. */
export type Lived = { priority: Priority; opened: Date; ended: Date; worked: number };
/** A solved ticket with how many tickets were before it in the queue when it was opened. */
export type Sample = { priority: Priority; worked: number; ahead: number };

/** What a forecast is made for, in seconds of working time. */
export type Course = { priority: Priority; elapsed: number; target: number; ahead: number };

export type Forecast =
  /** There is too little history: the number of tickets there are, and the number needed. */
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

/** How many of the others are ahead of each: what `isAhead` says of every pair, found by looking through them once. */
export function placesOf(queue: readonly { priority: Priority; opened: Date }[]): number[] {
  const times = Float64Array.from(queue, ({ opened }) => opened.getTime());
  const order = Uint32Array.from(queue.keys()).toSorted((one, other) => times[one]! - times[other]!);
  const places = Array<number>(queue.length).fill(0);
  /** Of those opened earlier, how many there are of each priority. */
  const earlier = new Map<Priority, number>();
  for (let first = 0; first < order.length;) {
    let next = first;
    for (; next < order.length && times[order[next]!] === times[order[first]!]; next++) {
      const { priority } = queue[order[next]!]!;
      for (const [other, count] of earlier) if (other <= priority) places[order[next]!]! += count;
    }
    for (; first < next; first++) {
      const { priority } = queue[order[first]!]!;
      earlier.set(priority, (earlier.get(priority) ?? 0) + 1);
    }
  }
  return places;
}

/** Samples by their place in the queue, so that those nearest to a place stand side by side. */
type Pool = { ahead: Float64Array; worked: Float64Array };

function poolOf(samples: readonly Sample[]): Pool {
  const sorted = samples.toSorted((one, other) => one.ahead - other.ahead);
  return {
    ahead: Float64Array.from(sorted, (each) => each.ahead),
    worked: Float64Array.from(sorted, (each) => each.worked),
  };
}

/** From where to where in the pool stand the half whose place is nearest, and all others that are as near. */
function nearest({ ahead: places }: Pool, ahead: number): { from: number; to: number } {
  const half = Math.max(ENOUGH, Math.ceil(places.length / 2));
  const distance = (index: number) => Math.abs((places[index] ?? Infinity) - ahead);
  let from = places.findIndex((place) => place >= ahead);
  if (from < 0) from = places.length;
  let to = from;
  while (to - from < half)
    if (distance(from - 1) <= distance(to)) from -= 1;
    else to += 1;
  const farthest = Math.max(distance(from), distance(to - 1));
  while (distance(from - 1) <= farthest) from -= 1;
  while (distance(to) <= farthest) to += 1;
  return { from, to };
}

/** Makes forecasts from a history, which is sorted once for all of them. */
export function forecaster(history: readonly Sample[]): (course: Course) => Forecast {
  const everything = poolOf(history);
  const own = new Map(
    [...new Set(history.map(({ priority }) => priority))].map((priority) => [
      priority,
      poolOf(history.filter((each) => each.priority === priority)),
    ]),
  );
  return ({ priority, elapsed, target, ahead }) => {
    const same = own.get(priority);
    const samePriority = same !== undefined && same.worked.length >= ENOUGH;
    const pool = samePriority ? same : everything;
    const have = pool.worked.length;
    if (have < ENOUGH) return { known: false, why: 'few', have, need: ENOUGH };
    const { from, to } = nearest(pool, ahead);
    let [alike, late] = [0, 0];
    for (let index = from; index < to; index++) {
      const worked = pool.worked[index]!;
      if (worked <= elapsed) continue;
      alike += 1;
      if (worked > target) late += 1;
    }
    if (alike < ENOUGH_SO_LONG) return { known: false, why: 'so-long', have: alike, need: ENOUGH_SO_LONG };
    const chance = (late + 0.5) / (alike + 1);
    return { known: true, chance, late, alike, samePriority, ahead, left: Math.max(0, target - elapsed) };
  };
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
