/** The promise a ticket carries: its targets in working time, what stopped the clock, and the ladder of who is told. */
import { add, between, type Calendar } from './calendar.js';

export type Priority = 'P1' | 'P2' | 'P3' | 'P4';
export type Told = 'assignee' | 'backup' | 'lead' | 'channel' | 'manager' | 'service-owner';

/** What a policy promises, in seconds of working time; `at` is a share of a target in percent. */
export type Terms = {
  policy: string;
  /** The version of the policy file under which the ticket was opened. */
  version: string;
  calendar: string;
  firstResponse: number;
  resolution: number;
  ladder: readonly { at: number; tell: readonly Told[] }[];
};

/** A step of the ladder with its stored date, and when it was taken. */
export type Step = { at: number; tell: readonly Told[]; due: Date; taken?: Date };
export type Target = { seconds: number; due: Date; met?: Date; steps: readonly Step[] };
/** What stops the clock: whoever or whatever is waited for, or the end of the work. */
export type WaitCause = 'user' | 'supplier' | 'approval' | 'change';
export type Pause = { cause: WaitCause | 'resolved' | 'closed'; from: Date; to?: Date };
export type TargetName = 'firstResponse' | 'resolution';

export type Clocks = Record<TargetName, Target> & {
  policy: string;
  version: string;
  calendar: string;
  started: Date;
  pauses: readonly Pause[];
  /** Working seconds counted under an earlier promise, by another calendar. */
  carried?: number;
  /** Until then reminders (the steps before the breach) keep still. */
  quietUntil?: Date;
};

export const targetNames: readonly TargetName[] = ['firstResponse', 'resolution'];

/** The share of a target at which it is breached. */
export const BREACH = 100;

type Run = Pick<Clocks, 'started' | 'pauses' | 'carried'>;

/** The moment at which so much working time has been counted, pauses left out. */
function countedTo(clocks: Run, calendar: Calendar, seconds: number): Date {
  let [from, left] = [clocks.started, Math.max(0, seconds - (clocks.carried ?? 0))];
  for (const pause of clocks.pauses) {
    const worked = between(calendar, from, pause.from);
    if (worked >= left || !pause.to) break;
    [from, left] = [pause.to, left - worked];
  }
  return add(calendar, from, left);
}

/** The stretches of time, up to a moment, during which the clock ran. */
export function running(clocks: Pick<Clocks, 'started' | 'pauses'>, until: Date): { from: Date; to: Date }[] {
  const stretches = [];
  let from = clocks.started;
  for (const pause of clocks.pauses) {
    stretches.push({ from, to: pause.from < until ? pause.from : until });
    if (!pause.to) return stretches;
    from = pause.to;
  }
  if (from < until) stretches.push({ from, to: until });
  return stretches;
}

/** Working seconds counted so far. */
export const counted = (clocks: Run, calendar: Calendar, until: Date): number =>
  running(clocks, until).reduce((sum, { from, to }) => sum + between(calendar, from, to), clocks.carried ?? 0);

const shareOf = (target: { seconds: number }, percent: number): number => Math.round((target.seconds * percent) / 100);

export function start(terms: Terms, calendar: Calendar, now: Date): Clocks {
  const run = { started: now, pauses: [] };
  const target = (seconds: number): Target => ({
    seconds,
    due: countedTo(run, calendar, seconds),
    steps: terms.ladder.map((step) => ({ ...step, due: countedTo(run, calendar, shareOf({ seconds }, step.at)) })),
  });
  return {
    policy: terms.policy,
    version: terms.version,
    calendar: terms.calendar,
    ...run,
    firstResponse: target(terms.firstResponse),
    resolution: target(terms.resolution),
  };
}

/** A target is reached; the first time counts. */
export const meet = (clocks: Clocks, name: TargetName, now: Date): Clocks =>
  clocks[name].met ? clocks : { ...clocks, [name]: { ...clocks[name], met: now } };

export const pause = (clocks: Clocks, cause: Pause['cause'], now: Date): Clocks => ({
  ...clocks,
  pauses: [...clocks.pauses, { cause, from: now }],
});

/** Every date still to come, counted anew. */
function recounted(run: Clocks, calendar: Calendar): Clocks {
  const moved = (target: Target): Target =>
    target.met
      ? target
      : {
          ...target,
          due: countedTo(run, calendar, target.seconds),
          steps: target.steps.map((step) =>
            step.taken ? step : { ...step, due: countedTo(run, calendar, shareOf(target, step.at)) },
          ),
        };
  return { ...run, firstResponse: moved(run.firstResponse), resolution: moved(run.resolution) };
}

/** The clock runs on: what was counted stays counted, and every date still to come moves by the pause. */
export const resume = (clocks: Clocks, calendar: Calendar, now: Date): Clocks =>
  recounted({ ...clocks, pauses: clocks.pauses.map((each) => (each.to ? each : { ...each, to: now })) }, calendar);

/** Another promise for the same work: time counted, pauses and targets met stay as they are. */
export function repromise(
  clocks: Clocks,
  terms: Terms,
  calendars: { old: Calendar; next: Calendar },
  now: Date,
): Clocks {
  const promised = (name: TargetName): Target => {
    const target = clocks[name];
    if (target.met) return target;
    const taken = new Map(target.steps.map((step) => [step.at, step.taken]));
    const steps = terms.ladder.map((step): Step => {
      const before = taken.get(step.at);
      return { ...step, due: target.due, ...(before ? { taken: before } : {}) };
    });
    return { ...target, seconds: terms[name], steps };
  };
  const { policy, version, calendar } = terms;
  const next = {
    ...clocks,
    policy,
    version,
    calendar,
    firstResponse: promised('firstResponse'),
    resolution: promised('resolution'),
  };
  if (terms.calendar === clocks.calendar) return notBefore(now, recounted(next, calendars.next));
  const standing = clocks.pauses.filter((each) => !each.to).map((each) => ({ ...each, from: now }));
  const carried = counted(clocks, calendars.old, now);
  return notBefore(now, recounted({ ...next, carried, started: now, pauses: standing }, calendars.next));
}

/** Steps that a new promise puts into the past are due now: nobody was late with them. */
function notBefore(now: Date, clocks: Clocks): Clocks {
  const moved = (target: Target): Target => ({
    ...target,
    steps: target.steps.map((step) => (step.taken || target.met || step.due > now ? step : { ...step, due: now })),
  });
  return { ...clocks, firstResponse: moved(clocks.firstResponse), resolution: moved(clocks.resolution) };
}

/** Opens a target again that was met; `resume` then moves its dates. */
export function unmeet(clocks: Clocks, name: TargetName): Clocks {
  const { met: _, ...open } = clocks[name];
  return { ...clocks, [name]: open };
}

const paused = (clocks: Clocks): boolean => clocks.pauses.some((each) => !each.to);

/** When a step is to be taken: a reminder waits until the quiet is over, a breach does not. */
const takenAt = (clocks: Clocks, step: Step): Date =>
  clocks.quietUntil && step.at < BREACH && clocks.quietUntil > step.due ? clocks.quietUntil : step.due;

export type Upcoming = { target: TargetName; step: Step; at: Date };

/** The steps still to be taken, soonest first; none while the clock stands still. */
export function upcoming(clocks: Clocks): Upcoming[] {
  if (paused(clocks)) return [];
  return targetNames
    .filter((name) => !clocks[name].met)
    .flatMap((target) =>
      clocks[target].steps.filter((step) => !step.taken).map((step) => ({ target, step, at: takenAt(clocks, step) })),
    )
    .toSorted((one, other) => one.at.getTime() - other.at.getTime());
}

/** The highest step taken of a target, in percent; 0 before the first. */
export const reached = (target: Target): number =>
  target.steps.reduce((highest, step) => (step.taken ? Math.max(highest, step.at) : highest), 0);

export type Climb = { clocks: Clocks; taken: Upcoming[]; tell: Told[] };

/**
 * Takes what is due: of each target its highest step, once. Steps that were jumped over (the desk was down) are taken
 * with it, and whoever they would have told is told of the highest.
 */
export function climb(clocks: Clocks, now: Date): Climb | undefined {
  const due = upcoming(clocks).filter(({ at }) => at <= now);
  if (due.length === 0) return undefined;
  const marked = (name: TargetName): Target => ({
    ...clocks[name],
    steps: clocks[name].steps.map((step) =>
      due.some((each) => each.target === name && each.step === step) ? { ...step, taken: now } : step,
    ),
  });
  return {
    clocks: { ...clocks, firstResponse: marked('firstResponse'), resolution: marked('resolution') },
    taken: targetNames.flatMap((name) =>
      due
        .filter(({ target }) => target === name)
        .toSorted((one, other) => other.step.at - one.step.at)
        .slice(0, 1),
    ),
    tell: [...new Set(due.flatMap(({ step }) => step.tell))],
  };
}
