/** Chance that is the same at every run, and working time as the demo company keeps it. Pure. */

export type Chance = {
  /** From 0 up to 1. */
  next(): number;
  happens(probability: number): boolean;
  /** Small numbers are likelier: most things are done soon, a few very late. */
  hours(usual: number): number;
  pick<T>(all: readonly T[]): T;
};

/** Mulberry32: 32 bits of state, which is plenty for a story. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    happens: (probability) => next() < probability,
    hours: (usual) => usual * 0.15 - usual * 1.1 * Math.log(1 - next() * 0.98),
    pick: (all) => all[Math.floor(next() * all.length)]!,
  };
}

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** In UTC: from nine to half past four in Berlin, in summer an hour later. */
const OPENS = 8;
const CLOSES = 15.5;

const hourOf = (at: Date): number => at.getUTCHours() + at.getUTCMinutes() / 60;
const isWorkday = (at: Date): boolean => at.getUTCDay() % 6 !== 0;
const opening = (at: Date): Date => new Date(Math.floor(at.getTime() / DAY) * DAY + OPENS * HOUR);

/** The moment after this many hours of work. */
export function afterWork(from: Date, hours: number): Date {
  let at = from;
  let left = hours * HOUR;
  for (;;) {
    if (!isWorkday(at) || hourOf(at) >= CLOSES) at = opening(new Date(at.getTime() + DAY));
    else if (hourOf(at) < OPENS) at = opening(at);
    else {
      const today = opening(at).getTime() + (CLOSES - OPENS) * HOUR - at.getTime();
      if (left <= today) return new Date(at.getTime() + left);
      left -= today;
      at = opening(new Date(at.getTime() + DAY));
    }
  }
}

/** The working days between two moments, each by the moment when it opens. */
export function workdays(from: Date, until: Date): Date[] {
  const days: Date[] = [];
  for (let day = opening(new Date(from.getTime() + DAY)); day < until; day = new Date(day.getTime() + DAY))
    if (isWorkday(day)) days.push(day);
  return days;
}
