/** One clock that runs in working time: since when, what stopped it, and what was counted before. Pure. */
import type { PauseCause, TargetName } from '../language/sla/terms.js';
import { add, between, type Calendar } from './calendar.js';

export type Pause = {
  cause: PauseCause;
  from: Date;
  to?: Date;
  /** The targets whose clocks it stops; all of them unless it says so. */
  stops?: readonly TargetName[];
};

/** `carried`: working seconds counted before it started, by another calendar. */
export type Run = { started: Date; pauses: readonly Pause[]; carried?: number };

/** The moment at which this number of working seconds has been counted, pauses left out. */
export function countedTo({ started, pauses, carried = 0 }: Run, calendar: Calendar, seconds: number): Date {
  let [from, left] = [started, Math.max(0, seconds - carried)];
  for (const pause of pauses) {
    const worked = between(calendar, from, pause.from);
    if (worked >= left || !pause.to) break;
    [from, left] = [pause.to, left - worked];
  }
  return add(calendar, from, left);
}

/** The stretches of time, up to a moment, during which the clock ran. */
export function running({ started, pauses }: Run, until: Date): { from: Date; to: Date }[] {
  const stretches = [];
  let from = started;
  for (const pause of pauses) {
    stretches.push({ from, to: pause.from < until ? pause.from : until });
    if (!pause.to) return stretches;
    from = pause.to;
  }
  if (from < until) stretches.push({ from, to: until });
  return stretches;
}

/** Working seconds counted so far. */
export const countedIn = (run: Run, calendar: Calendar, until: Date): number =>
  running(run, until).reduce((sum, { from, to }) => sum + between(calendar, from, to), run.carried ?? 0);
