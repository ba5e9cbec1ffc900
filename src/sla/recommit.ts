/** Other SLA targets for the same work: time counted, pauses and targets met stay as they are. Pure. */
import type { Calendar } from './calendar.js';
import {
  counted,
  eachTarget,
  informed,
  recounted,
  REMEMBERED,
  targetNames,
  type CalendarOf,
  type Clocks,
  type Past,
  type Rung,
  type Step,
  type Target,
  type Terms,
} from './sla.js';

/** The calendars by which the old targets counted, and the new ones count. */
type Calendars = { old: Calendar; next: Calendar };

function promised(target: Target, seconds: number, ladder: readonly Rung[]): Target {
  if (target.met) return target;
  const taken = new Map(target.steps.map((step) => [step.at, step.taken]));
  const steps = ladder.map((step): Step => {
    const before = taken.get(step.at);
    return { ...step, due: target.due, ...(before ? { taken: before } : {}) };
  });
  return { ...target, seconds, steps };
}

export function recommit(clocks: Clocks, terms: Terms, calendars: Calendars, now: Date): Clocks {
  const { policy, version, because, calendar, updates, ladder } = terms;
  const { updates: _, nextUpdate, ...rest } = clocks;
  const kept = updates && nextUpdate;
  const next: Clocks = {
    ...rest,
    policy,
    version,
    because,
    calendar,
    ...(updates ? { updates } : {}),
    ...(kept ? { nextUpdate: { ...nextUpdate, ...promised(nextUpdate, updates.seconds, updates.ladder) } } : {}),
    firstResponse: promised(clocks.firstResponse, terms.firstResponse, ladder),
    resolution: promised(clocks.resolution, terms.resolution, ladder),
  };
  const begun = calendar === clocks.calendar ? next : carriedOver(next, clocks, calendars.old, now);
  const first = updates && !kept && clocks.firstResponse.met ? informed(begun, calendars.next, now) : begun;
  const moved = notBefore(
    now,
    recounted(first, () => calendars.next, now),
  );
  const same = policy === clocks.policy && moved.resolution.due.getTime() === clocks.resolution.due.getTime();
  if (same && calendar === clocks.calendar) return moved;
  return { ...moved, past: [...(clocks.past ?? []), pastOf(clocks, moved, calendars.old, now)].slice(-REMEMBERED) };
}

/** The same targets after their calendars were edited: all of them are counted by what the calendars say now. */
export const byHours = (clocks: Clocks, hours: string, calendars: CalendarOf, now: Date): Clocks =>
  notBefore(now, recounted({ ...clocks, hours }, calendars, now, targetNames));

/** By another calendar the clocks start again, with the time counted; a pause that stands goes on standing. */
function carriedOver(next: Clocks, before: Clocks, old: Calendar, now: Date): Clocks {
  const { nextUpdate } = next;
  return {
    ...next,
    carried: counted(before, old, now),
    started: now,
    pauses: before.pauses.filter((each) => !each.to).map((each) => ({ ...each, from: now })),
    ...(nextUpdate
      ? { nextUpdate: { ...nextUpdate, started: now, carried: counted(before, old, now, 'nextUpdate') } }
      : {}),
  };
}

function pastOf(before: Clocks, after: Clocks, old: Calendar, now: Date): Past {
  const { policy, version, calendar, pauses } = before;
  return {
    at: now,
    policy,
    version,
    calendar,
    counted: counted(before, old, now),
    due: { from: before.resolution.due, to: after.resolution.due },
    ...(calendar === after.calendar
      ? {}
      : { pauses: pauses.map((each) => (each.to ? each : { ...each, to: now })).filter(({ from, to }) => from < to!) }),
  };
}

/** Steps that new targets put into the past are due now: nobody was late with them. */
const notBefore = (now: Date, clocks: Clocks): Clocks =>
  eachTarget(clocks, (target, name) => ({
    ...target,
    steps: target.steps.map((step) =>
      step.taken || target.met || step.due > now || name === 'ola' ? step : { ...step, due: now },
    ),
  }));
