/** Another promise for the same work keeps what was counted and every pause (GLPI lost them: its issues 6902, 15605). */
import { wording } from '../../src/language/wording.js';
import * as fc from 'fast-check';
import { add, createCalendar } from '../../src/sla/calendar.js';
import { recommit } from '../../src/sla/recommit.js';
import {
  counted,
  informed,
  meet,
  pause,
  resume,
  start,
  stopped,
  targetsOf,
  type Clocks,
  type Terms,
} from '../../src/sla/sla.js';

it.each([
  [38, '38 s', '38 秒'],
  [599, '9 min 59 s', '9 分钟 59 秒'],
  [67_538, '18 h 46 min', '18 小时 46 分钟'],
])('says a length of %s seconds without what nobody counts', (seconds, en, zh) => {
  expect(wording.en.sla.length(seconds)).toBe(en);
  expect(wording.zh.sla.length(seconds).replaceAll(' ', '')).toBe(zh.replaceAll(' ', ''));
});

const H = 3600;
const MONDAY = new Date('2026-11-23T09:00+01:00');
const after = (hours: number): Date => new Date(MONDAY.getTime() + hours * H * 1000);

const day = [
  { from: 540, to: 750 },
  { from: 780, to: 1050 },
];
const calendars = {
  office: createCalendar({
    id: 'office',
    zone: 'Europe/Berlin',
    week: [day, day, day, day, day, [], []],
    special: new Map([['2026-11-26', []]]),
  }),
  always: createCalendar({
    id: 'always',
    zone: 'UTC',
    week: Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]),
    special: new Map(),
  }),
};
type Id = keyof typeof calendars;

const ladder = [50, 100].map((at) => ({ at, tell: [] }));
const terms = (calendar: Id, hours: number, updates?: number): Terms => ({
  policy: `${calendar}-${hours}`,
  version: 'v1',
  because: {},
  calendar,
  firstResponse: (hours * H) / 4,
  resolution: hours * H,
  ladder,
  ...(updates ? { updates: { seconds: updates * H, ladder } } : {}),
});
const byId = (id: string) => calendars[id as Id];
const calendarOf = (clocks: Clocks) => calendars[clocks.calendar as Id];
const begin = (given = terms('office', 24, 8)) => start(given, calendars[given.calendar as Id], MONDAY);
const another = (clocks: Clocks, given: Terms, now: Date): Clocks =>
  recommit(clocks, given, { old: calendarOf(clocks), next: calendars[given.calendar as Id] }, now);

const hold = (clocks: Clocks, hours: number) => pause(clocks, 'user', after(hours));
const goOn = (clocks: Clocks, hours: number) => resume(clocks, byId, after(hours));

/** What can befall the clocks of a ticket, in any order. */
type Activity = (clocks: Clocks, now: Date) => Clocks;
const idle = (clocks: Clocks) => clocks.pauses.every(({ to }) => to);
const deed: fc.Arbitrary<Activity> = fc.oneof(
  fc.constantFrom<Activity>(
    (clocks, now) => (idle(clocks) ? pause(clocks, 'user', now) : clocks),
    (clocks, now) => (idle(clocks) ? pause(clocks, 'approval', now, ['firstResponse', 'resolution']) : clocks),
    (clocks, now) => (idle(clocks) ? pause(clocks, 'user', now, ['nextUpdate']) : clocks),
    (clocks, now) => resume(clocks, byId, now),
    (clocks, now) => informed(clocks, calendarOf(clocks), now),
    (clocks, now) => meet(informed(clocks, calendarOf(clocks), now), 'firstResponse', now),
  ),
  fc
    .tuple(fc.constantFrom<Id>('office', 'always'), fc.integer({ min: 1, max: 80 }), fc.integer({ min: 0, max: 20 }))
    .map(
      ([calendar, hours, updates]): Activity =>
        (clocks, now) =>
          another(clocks, terms(calendar, hours, updates), now),
    ),
);
const deeds = fc.array(fc.tuple(deed, fc.integer({ min: 1, max: 40 })), { maxLength: 12 });

function lived(all: readonly (readonly [Activity, number])[]): { clocks: Clocks; now: Date } {
  let [clocks, hours] = [begin(), 0];
  for (const [step, later] of all) {
    hours += later;
    clocks = step(clocks, after(hours));
  }
  return { clocks, now: after(hours + 1) };
}
const remembered = ({ past = [], pauses }: Clocks) =>
  [...past.flatMap((each) => each.pauses ?? []), ...pauses].map(({ cause, from }) => `${cause} ${from.toISOString()}`);

describe('another promise', () => {
  it('keeps what was counted, whatever happened before', () => {
    fc.assert(
      fc.property(deeds, fc.constantFrom<Id>('office', 'always'), fc.integer({ min: 1, max: 80 }), (all, id, hours) => {
        const { clocks, now } = lived(all);
        const next = another(clocks, terms(id, hours, 8), now);
        expect(counted(next, calendars[id], now)).toBe(counted(clocks, calendarOf(clocks), now));
        if (clocks.nextUpdate)
          expect(counted(next, calendars[id], now, 'nextUpdate')).toBe(
            counted(clocks, calendarOf(clocks), now, 'nextUpdate'),
          );
      }),
    );
  });

  it('remembers every pause, and leaves a clock that stood still standing', () => {
    fc.assert(
      fc.property(deeds, fc.constantFrom<Id>('office', 'always'), (all, id) => {
        const { clocks, now } = lived(all);
        const next = another(clocks, terms(id, 8, 8), now);
        expect(remembered(next)).toEqual(expect.arrayContaining(remembered(clocks)));
        for (const [name] of targetsOf(clocks)) expect(stopped(next, name)).toBe(stopped(clocks, name));
      }),
    );
  });

  it('is due when the rest of its time has been counted', () => {
    fc.assert(
      fc.property(deeds, fc.constantFrom<Id>('office', 'always'), fc.integer({ min: 1, max: 80 }), (all, id, hours) => {
        const { clocks, now } = lived(all);
        const running = resume(clocks, byId, now);
        const next = another(running, terms(id, hours), now);
        const left = hours * H - counted(next, calendars[id], now);
        if (left > 0) expect(next.resolution.due).toEqual(add(calendars[id], now, left));
        else expect(next.resolution.due <= now).toBe(true);
      }),
    );
  });

  it('does not forget the wait of a day when the priority is raised and lowered again', () => {
    const waited = goOn(hold(begin(), 2), 26);
    const there = another(waited, terms('always', 4), after(27));
    const back = another(there, terms('office', 24, 8), after(28));
    expect(counted(waited, calendars.office, after(27)) / H).toBe(3);
    expect(counted(back, calendars.office, after(28)) / H).toBe(4);
    expect(remembered(back)).toHaveLength(1);
    expect(back.past?.map(({ policy, counted: so }) => [policy, so / H])).toEqual([
      ['office-24', 3],
      ['always-4', 4],
    ]);
  });
});

describe('the next update', () => {
  const answered = meet(informed(begin(), calendars.office, MONDAY), 'firstResponse', MONDAY);
  it('begins with a word to the requester, and leaves the other targets alone', () => {
    expect(begin().nextUpdate).toBeUndefined();
    expect(answered.nextUpdate?.due).toEqual(after(8.5));
    expect(answered.resolution).toEqual(begin().resolution);
    expect(informed(begin(), calendars.office, after(1)).firstResponse).toEqual(begin().firstResponse);
  });
  it('begins anew with the next word, with every step of its ladder', () => {
    const again = informed(answered, calendars.office, after(1));
    expect(again.nextUpdate?.due).toEqual(after(25));
    expect(again.nextUpdate?.steps.map(({ due }) => due)).toEqual([after(5.5), after(25)]);
  });
  it('stands still while the requester is waited for, and runs while a supplier is', () => {
    const asked = goOn(pause(answered, 'user', after(1), ['firstResponse', 'resolution', 'nextUpdate']), 25);
    expect(counted(asked, calendars.office, after(25), 'nextUpdate') / H).toBe(1);
    const ordered = goOn(pause(answered, 'supplier', after(1), ['firstResponse', 'resolution']), 25);
    expect(counted(ordered, calendars.office, after(25), 'nextUpdate') / H).toBe(9);
    expect(counted(ordered, calendars.office, after(25)) / H).toBe(1);
  });
  it('is counted from a word that fell into a wait', () => {
    const held = pause(answered, 'user', after(1));
    const told = informed(held, calendars.office, after(2));
    const on = goOn(told, 24);
    expect(counted(on, calendars.office, after(25), 'nextUpdate') / H).toBe(1);
    expect(on.nextUpdate?.due).toEqual(after(32.5));
  });
});
