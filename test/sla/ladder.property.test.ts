/** What holds for the ladder of every promise, however steps, pauses, quiet and time fall. */
import * as fc from 'fast-check';
import { createCalendar } from '../../src/sla/calendar.js';
import {
  BREACH,
  climb,
  pause,
  resume,
  start,
  targetNames,
  targetsOf,
  upcoming,
  type Clocks,
  type Rung,
  type TargetName,
} from '../../src/sla/sla.js';

const office = createCalendar({
  id: 'office',
  zone: 'Europe/Berlin',
  week: [1, 2, 3, 4, 5, 6, 7].map((day) =>
    day < 6
      ? [
          { from: 540, to: 750 },
          { from: 780, to: 1020 },
        ]
      : [],
  ),
  special: new Map([['2026-11-25', []]]),
});
const MONDAY = Date.parse('2026-11-23T09:00+01:00');
const after = (minutes: number) => new Date(MONDAY + minutes * 60_000);

const ladder: fc.Arbitrary<Rung[]> = fc
  .uniqueArray(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 6 })
  .map((shares) => shares.toSorted((one, other) => one - other).map((at) => ({ at, tell: ['assignee', 'lead'] })));
const clocks: fc.Arbitrary<Clocks> = fc
  .record({ ladder, firstResponse: fc.integer({ min: 600, max: 30_000 }), longer: fc.integer({ min: 0, max: 90_000 }) })
  .map(({ ladder: rungs, firstResponse, longer }) =>
    start(
      {
        policy: 'any',
        version: '1',
        because: 'fallback',
        calendar: office.id,
        firstResponse,
        resolution: firstResponse + longer,
        ladder: rungs,
      },
      office,
      after(0),
    ),
  );

/** Two weeks of what happens to a ticket, in minutes from one to the next. */
type NewEvent = { do: 'climb' | 'pause' | 'resume' | 'quiet'; in: number; names?: TargetName[] };
const newEvents: fc.Arbitrary<NewEvent[]> = fc.array(
  fc.record(
    {
      do: fc.constantFrom('climb', 'climb', 'pause', 'resume', 'quiet'),
      in: fc.integer({ min: 0, max: 1500 }),
      names: fc.subarray([...targetNames], { minLength: 1 }),
    },
    { requiredKeys: ['do', 'in'] },
  ),
  { maxLength: 30 },
);

const quiet = (each: Clocks, until: Date): Clocks => ({ ...each, quietUntil: until });
/** Each target's steps, as far as they go to the breach or beyond it, by when they are due. */
const dues = (each: Clocks) =>
  targetsOf(each).map(([name, { due, steps }]) => [name, due, steps.map((step) => step.due)]);

function happened(given: Clocks, all: readonly NewEvent[], see: (before: Clocks, now: Date) => void): Clocks {
  let minutes = 0;
  return all.reduce((each, { do: what, in: later, names }) => {
    const now = after((minutes += later));
    if (what === 'pause') return pause(each, 'user', now, names);
    if (what === 'resume') return resume(each, () => office, now);
    if (what === 'quiet') return quiet(each, new Date(now.getTime() + 4 * 3_600_000));
    see(each, now);
    return climb(each, now)?.clocks ?? each;
  }, given);
}

test('no step is ever taken twice, nor taken back', () => {
  fc.assert(
    fc.property(clocks, newEvents, (given, all) => {
      const taken = new Set<string>();
      happened(given, all, (before, now) => {
        const climbed = climb(before, now);
        if (!climbed) return;
        const had = new Map(targetsOf(before));
        for (const [name, { steps }] of targetsOf(climbed.clocks))
          for (const [index, step] of steps.entries()) {
            const earlier = had.get(name)!.steps[index]!.taken;
            if (earlier) expect(step.taken).toBe(earlier);
            else if (step.taken) {
              expect(taken).not.toContain(`${name} ${step.at}`);
              taken.add(`${name} ${step.at}`);
            }
          }
        expect(climb(climbed.clocks, now)).toBeUndefined();
      });
    }),
  );
});

test('of each target at most one step is told at a time: the highest that is due', () => {
  fc.assert(
    fc.property(clocks, newEvents, (given, all) => {
      happened(given, all, (before, now) => {
        const due = upcoming(before).filter(({ at }) => at <= now);
        const told = climb(before, now)?.taken ?? [];
        const names = [...new Set(due.map(({ target }) => target))];
        expect(told.map(({ target }) => target).toSorted()).toEqual(names.toSorted());
        for (const { target, step } of told)
          expect(step.at).toBe(Math.max(...due.filter((each) => each.target === target).map((each) => each.step.at)));
      });
    }),
  );
});

test('quiet moves no due date: it puts off reminders, never a breach, and brings nothing forward', () => {
  fc.assert(
    fc.property(
      clocks,
      fc.integer({ min: 0, max: 20_000 }),
      fc.integer({ min: 0, max: 6000 }),
      (given, from, length) => {
        const until = after(from + length);
        const silent = quiet(given, until);
        expect(dues(silent)).toEqual(dues(given));
        for (const { step, at } of upcoming(silent)) {
          expect(at.getTime()).toBeGreaterThanOrEqual(step.due.getTime());
          if (step.at >= BREACH) expect(at).toEqual(step.due);
          else expect(at > step.due && at < until).toBe(false);
        }
        const now = after(from);
        expect(dues(climb(silent, now)?.clocks ?? silent)).toEqual(dues(given));
      },
    ),
  );
});

test('pausing and resuming keeps the order of the steps, and brings none forward', () => {
  fc.assert(
    fc.property(clocks, newEvents, (given, all) => {
      const done = resume(
        happened(given, all, () => {}),
        () => office,
        after(60_000),
      );
      for (const [[, target], [, first]] of targetsOf(done).map(
        (each, index) => [each, targetsOf(given)[index]!] as const,
      )) {
        const moments = target.steps.map(({ due }) => due.getTime());
        expect(moments).toEqual(moments.toSorted((one, other) => one - other));
        for (const [index, { due }] of target.steps.entries())
          expect(due.getTime()).toBeGreaterThanOrEqual(first.steps[index]!.due.getTime());
      }
    }),
  );
});
