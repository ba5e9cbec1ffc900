/** The SLA of a ticket: its targets in working time, the pauses of its clock, and its escalation ladder. */
import { between, type Calendar } from './calendar.js';
import type { Handover, TargetName, Told } from '../language/sla/terms.js';
import { countedIn, countedTo, type Pause, type Run } from './run.js';

export type { Handover, TargetName, Told, WaitCause } from '../language/sla/terms.js';
export type { Pause } from './run.js';

export type Priority = 'P1' | 'P2' | 'P3' | 'P4';
/** A step as the policy has it: `at` is a share of a target in percent. */
export type Rung = { at: number; tell: readonly Told[]; act?: Handover };
/** What a ticket had to be for a policy to hold for it. */
export type When = {
  priority?: readonly Priority[] | undefined;
  group?: readonly string[] | undefined;
  type?: readonly string[] | undefined;
  category?: readonly string[] | undefined;
  vip?: boolean | undefined;
};
/** The longest the requester may be left without a word, in seconds of working time, and the ladder of that. */
export type Updates = { seconds: number; ladder: readonly Rung[] };

/** The targets of a policy, in seconds of working time. */
export type Terms = {
  policy: string;
  /** The version of the policy file under which the ticket was opened. */
  version: string;
  because: When | 'fallback';
  calendar: string;
  firstResponse: number;
  updates?: Updates | undefined;
  resolution: number;
  ladder: readonly Rung[];
  /** The people notified every working morning of a breach that lasts after the last step. */
  daily?: readonly Told[];
};

/** A step of the ladder with its stored date, and when it was taken. */
export type Step = Rung & { due: Date; taken?: Date };
export type Target = { seconds: number; due: Date; met?: Date; steps: readonly Step[] };

/** An SLA that another one replaced: the time counted in all, and how the resolution target moved. */
export type Past = {
  at: Date;
  policy: string;
  version: string;
  calendar: string;
  counted: number;
  due: { from: Date; to: Date };
  /** The pauses of its clock, where the next SLA counts by another calendar and starts again. */
  pauses?: readonly Pause[];
};

/** What a group owes the desk for a ticket (OLA), by its own calendar, from the moment the ticket came to it. */
export type Ola = Target & { group: string; calendar: string; started: Date };
/** What was counted for a group that no longer has the ticket. */
export type Stay = { group: string; from: Date; to: Date; counted: number; seconds: number };

export type Clocks = Run & {
  firstResponse: Target;
  resolution: Target;
  /** From one word to the requester to the next; there is none before the first response. */
  nextUpdate?: Target & Pick<Run, 'started' | 'carried'>;
  updates?: Updates;
  policy: string;
  version: string;
  /** Tickets of before this was kept do not have it. */
  because?: When | 'fallback';
  calendar: string;
  /** The version of the working hours by which its dates were counted last. */
  hours?: string;
  past?: readonly Past[];
  /** Where it is counted from another moment than the one at which the ticket was opened. */
  since?: Date;
  /** Only where the group that has the ticket agreed to a time. */
  ola?: Ola;
  stays?: readonly Stay[];
  /** Until then reminders (the steps before the breach) keep still. */
  quietUntil?: Date;
  /** The people notified each working morning once the ladder has ended, and when next. */
  daily?: { tell: readonly Told[]; next?: Date };
};

/** The targets that the requester is told of. */
export const commitmentNames = ['firstResponse', 'nextUpdate', 'resolution'] as const satisfies TargetName[];
export const targetNames: readonly TargetName[] = [...commitmentNames, 'ola'];

/** The targets that a ticket has now. */
export const targetsOf = (clocks: Clocks): [TargetName, Target][] =>
  targetNames.flatMap((name): [TargetName, Target][] => {
    const target = clocks[name];
    return target ? [[name, target]] : [];
  });

export const eachTarget = (clocks: Clocks, change: (target: Target, name: TargetName) => Target): Clocks =>
  targetsOf(clocks).reduce((all, [name, target]) => ({ ...all, [name]: change(target, name) }), clocks);

/** A longer history would say no more; the oldest are forgotten. */
export const REMEMBERED = 20;

/** The calendar of an id. */
export type CalendarOf = (id: string) => Calendar;

/** By which calendar a target is counted. */
export const calendarIdOf = ({ calendar, ola }: Clocks, name: TargetName): string =>
  name === 'ola' && ola ? ola.calendar : calendar;

/** What is due next of what is promised to the requester; nothing while every clock stands still. */
export function nextDue(clocks: Clocks): { name: TargetName; due: Date } | undefined {
  return targetsOf(clocks)
    .filter(([name, { met }]) => name !== 'ola' && !met && !stopped(clocks, name))
    .map(([name, { due }]) => ({ name, due }))
    .toSorted((one, other) => one.due.getTime() - other.due.getTime())[0];
}

/** The share of a target at which it is breached. */
export const BREACH = 100;

const stops = ({ stops: names }: Pause, name: TargetName): boolean => !names || names.includes(name);

/** Whether the clock of a target stands still. */
export const stopped = ({ pauses }: Pick<Clocks, 'pauses'>, name: TargetName): boolean =>
  pauses.some((each) => !each.to && stops(each, name));

/** All pauses of the clocks, also those of SLAs that were replaced. */
export const everyPause = ({ past = [], pauses }: Clocks): readonly Pause[] => [
  ...past.flatMap((each) => each.pauses ?? []),
  ...pauses,
];

/** The clock of one target: updates are counted from the last word to the requester, and have pauses of their own. */
export function runOf(clocks: Clocks, name: TargetName): Run {
  const own: Pick<Run, 'started' | 'carried'> | undefined =
    name === 'nextUpdate' || name === 'ola' ? clocks[name] : undefined;
  const { started, carried } = own ?? clocks;
  const pauses = (name === 'ola' ? everyPause(clocks) : clocks.pauses)
    .filter((each) => stops(each, name) && (!each.to || each.to > started))
    .map((each) => (each.from < started ? { ...each, from: started } : each));
  return { started, pauses, ...(carried ? { carried } : {}) };
}

/** Working seconds counted so far for a target. */
export const counted = (clocks: Clocks, calendar: Calendar, until: Date, name: TargetName = 'resolution'): number =>
  countedIn(runOf(clocks, name), calendar, until);

const shareOf = (target: { seconds: number }, percent: number): number => Math.round((target.seconds * percent) / 100);

/** The dates still to come of a target, as its clock has run so far. */
function dated(target: Target, run: Run, calendar: Calendar): Target {
  if (target.met) return target;
  const { seconds, steps } = target;
  return {
    ...target,
    due: countedTo(run, calendar, seconds),
    steps: steps.map((step) =>
      step.taken ? step : { ...step, due: countedTo(run, calendar, shareOf(target, step.at)) },
    ),
  };
}

/** Without the steps that were taken and by this clock are still to come: they are taken when their time comes. */
function untaken(target: Target, run: Run, calendar: Calendar, now: Date): Target {
  if (target.met) return target;
  const milliseconds = Math.round(countedIn(run, calendar, now) * 1000);
  const steps = target.steps.map(({ taken, ...step }): Step =>
    taken && milliseconds >= shareOf(target, step.at) * 1000 ? { ...step, taken } : step,
  );
  return { ...target, steps };
}

/** Every date still to come of some targets, counted again. */
export const recounted = (
  clocks: Clocks,
  calendars: CalendarOf,
  now: Date,
  names: readonly TargetName[] = commitmentNames,
): Clocks =>
  eachTarget(clocks, (target, name) => {
    if (!names.includes(name)) return target;
    const [run, calendar] = [runOf(clocks, name), calendars(calendarIdOf(clocks, name))];
    return dated(untaken(target, run, calendar, now), run, calendar);
  });

/** A target whose dates are yet to be counted. */
const undated = (seconds: number, ladder: readonly Rung[], now: Date): Target => ({
  seconds,
  due: now,
  steps: ladder.map((step) => ({ ...step, due: now })),
});

export function start(terms: Terms, calendar: Calendar, now: Date): Clocks {
  const { policy, version, because, updates, firstResponse, resolution, ladder } = terms;
  const clocks = {
    policy,
    version,
    because,
    calendar: terms.calendar,
    started: now,
    pauses: [],
    ...(updates ? { updates } : {}),
    ...(terms.daily?.length ? { daily: { tell: terms.daily } } : {}),
    firstResponse: undated(firstResponse, ladder, now),
    resolution: undated(resolution, ladder, now),
  };
  return recounted(clocks, () => calendar, now);
}

/** A target is reached; the first time counts. A group whose ticket is solved has kept what it owes. */
export function meet(clocks: Clocks, name: 'firstResponse' | 'resolution', now: Date): Clocks {
  if (clocks[name].met) return clocks;
  const ola = name === 'resolution' && clocks.ola ? { ola: { ...clocks.ola, met: now } } : {};
  return { ...clocks, ...ola, [name]: { ...clocks[name], met: now } };
}

/** A ticket comes to a group: its own clock starts, if it has one, and the former group's is kept as it ended. */
export function enter(
  clocks: Clocks,
  group: { id: string; calendar: string },
  agreed: Updates | undefined,
  calendars: CalendarOf,
  now: Date,
): Clocks {
  const { ola: before, ...rest } = clocks;
  const stays = before && [...(clocks.stays ?? []), stayOf(clocks, before, calendars, now)].slice(-REMEMBERED);
  const left: Clocks = { ...rest, ...(stays ? { stays } : {}) };
  if (!agreed) return left;
  const ola: Ola = {
    ...undated(agreed.seconds, agreed.ladder, now),
    group: group.id,
    calendar: group.calendar,
    started: now,
  };
  const next = { ...left, ola };
  return { ...next, ola: { ...ola, ...dated(ola, runOf(next, 'ola'), calendars(ola.calendar)) } };
}

const stayOf = (
  clocks: Clocks,
  { group, calendar, started, seconds }: Ola,
  calendars: CalendarOf,
  now: Date,
): Stay => ({
  group,
  from: started,
  to: now,
  counted: counted(clocks, calendars(calendar), now, 'ola'),
  seconds,
});

/** The requester has heard from the desk: the time to the next update starts again. It meets no other target. */
export function informed(clocks: Clocks, calendar: Calendar, now: Date): Clocks {
  const { updates } = clocks;
  if (!updates) return clocks;
  const nextUpdate = { ...undated(updates.seconds, updates.ladder, now), started: now };
  const next = { ...clocks, nextUpdate };
  return { ...next, nextUpdate: { ...nextUpdate, ...dated(nextUpdate, runOf(next, 'nextUpdate'), calendar) } };
}

/**
 * The requester's targets counted from another moment; pauses stay, and so does what was met. By a
 * calendar that came later the clock goes on, with more (or less) counted before it. The group's own clock began when
 * the ticket came to it, and stays.
 */
export function backdated(clocks: Clocks, calendars: CalendarOf, opened: Date, from: Date, now: Date): Clocks {
  const { carried, past = [], since = opened } = clocks;
  const first = past.find(({ pauses }) => pauses)?.calendar;
  const run = first ? { carried: (carried ?? 0) + between(calendars(first), from, since) } : { started: from };
  return recounted({ ...clocks, ...run, since: from }, calendars, now);
}

/** @param names the targets whose clocks it stops; all of them unless named. */
export const pause = (clocks: Clocks, cause: Pause['cause'], now: Date, names?: readonly TargetName[]): Clocks => ({
  ...clocks,
  pauses: [...clocks.pauses, { cause, from: now, ...(names ? { stops: names } : {}) }],
});

/** The clocks that stood still run on: what was counted stays counted, and every date to come moves by the pause. */
export function resume(clocks: Clocks, calendars: CalendarOf, now: Date): Clocks {
  const next = { ...clocks, pauses: clocks.pauses.map((each) => (each.to ? each : { ...each, to: now })) };
  return eachTarget(next, (target, name) =>
    stopped(clocks, name) ? dated(target, runOf(next, name), calendars(calendarIdOf(next, name))) : target,
  );
}

/** Opens a target again that was met; `resume` then moves its dates. */
export function unmeet(clocks: Clocks, name: 'firstResponse' | 'resolution'): Clocks {
  const { met: _, ...open } = clocks[name];
  const { met: __, ...ola } = clocks.ola ?? {};
  return { ...clocks, ...(name === 'resolution' && clocks.ola ? { ola: ola as Ola } : {}), [name]: open };
}

/** When a step is to be taken: a reminder waits until the quiet is over, a breach does not. */
const takenAt = (clocks: Clocks, step: Step): Date =>
  clocks.quietUntil && step.at < BREACH && clocks.quietUntil > step.due ? clocks.quietUntil : step.due;

export type Upcoming = { target: TargetName; step: Step; at: Date };

/** The steps still to be taken, soonest first; none of a target whose clock stands still. */
export function upcoming(clocks: Clocks): Upcoming[] {
  return targetsOf(clocks)
    .filter(([name, { met }]) => !met && !stopped(clocks, name))
    .flatMap(([name, { steps }]) =>
      steps.filter((step) => !step.taken).map((step) => ({ target: name, step, at: takenAt(clocks, step) })),
    )
    .toSorted((one, other) => one.at.getTime() - other.at.getTime());
}

/** The highest step taken of a target, in percent; 0 before the first. */
export const reached = (target: Target): number =>
  target.steps.reduce((highest, step) => (step.taken ? Math.max(highest, step.at) : highest), 0);

/** The target, if any, that is past its breach and still not met, though its ladder has ended. */
export const broken = (clocks: Clocks): TargetName | undefined =>
  targetsOf(clocks).find(
    ([name, target]) =>
      !target.met && !stopped(clocks, name) && reached(target) >= BREACH && target.steps.every(({ taken }) => taken),
  )?.[0];

/** When those are to hear again of what is still broken: quiet puts it off, and a clock that stands still ends it. */
export function dailyAt(clocks: Clocks): Date | undefined {
  const next = broken(clocks) && clocks.daily?.next;
  return next && clocks.quietUntil && clocks.quietUntil > next ? clocks.quietUntil : next;
}

export type Climb = { clocks: Clocks; taken: Upcoming[]; tell: Told[]; act?: Handover };

/**
 * Takes what is due: of each target its highest step, once. Steps that were jumped over (the desk was down) are taken
 * with it, and the people they would have told are told of the highest.
 */
export function climb(clocks: Clocks, now: Date): Climb | undefined {
  const due = upcoming(clocks).filter(({ at }) => at <= now);
  if (due.length === 0) return undefined;
  const marked = (target: Target): Target => ({
    ...target,
    steps: target.steps.map((step) => (due.some((each) => each.step === step) ? { ...step, taken: now } : step)),
  });
  const act = due.flatMap(({ step }) => step.act ?? []).at(-1);
  return {
    ...(act ? { act } : {}),
    clocks: eachTarget(clocks, marked),
    taken: targetNames.flatMap((name) =>
      due
        .filter(({ target }) => target === name)
        .toSorted((one, other) => other.step.at - one.step.at)
        .slice(0, 1),
    ),
    tell: [...new Set(due.flatMap(({ step }) => step.tell))],
  };
}
