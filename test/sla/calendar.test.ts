import * as fc from 'fast-check';
import { DateTime, IANAZone } from 'luxon';
import {
  add,
  between,
  createCalendar,
  opening,
  stretchesOfWork,
  type Hours,
  type Span,
} from '../../src/sla/calendar.js';

const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Shanghai', 'Australia/Lord_Howe', 'America/Havana'];

/** Spans of one day in order, at least an hour apart from the next, to the minute. */
const daySpans = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 6 })
  .map((minutes) => minutes.toSorted((a, b) => a - b))
  .map((minutes) =>
    minutes.flatMap((from, index): Span[] =>
      index % 2 === 0 && minutes[index + 1] ? [{ from, to: minutes[index + 1]! }] : [],
    ),
  );

const hours: fc.Arbitrary<Hours> = fc.record({
  id: fc.constant('random'),
  zone: fc.constantFrom(...zones),
  week: fc
    .tuple(daySpans, fc.array(fc.oneof(daySpans, fc.constant([])), { minLength: 6, maxLength: 6 }))
    .map(([first, rest]) => [first, ...rest]),
  special: fc
    .array(fc.tuple(fc.integer({ min: 1, max: 365 }), fc.oneof(daySpans, fc.constant([]))), { maxLength: 20 })
    .map((days) => new Map(days.map(([day, spans]) => [DateTime.utc(2026).set({ ordinal: day }).toISODate()!, spans]))),
});
/** Whole seconds of 2026, with both changes of the clocks in either hemisphere. */
const moment = fc
  .integer({ min: Date.UTC(2026, 0) / 1000, max: Date.UTC(2027, 0) / 1000 })
  .map((seconds) => new Date(seconds * 1000));
const seconds = fc.integer({ min: 0, max: 60 * 3600 });

const MINUTE = 60_000;
const HALF_HOUR = 30 * MINUTE;
const DAY = 1440 * MINUTE;
const offsets = new Map<string, number>();
/** Milliseconds east of UTC; none of these zones changes its clocks within half an hour. */
function offsetAt(zone: string, at: number): number {
  const key = zone + Math.floor(at / HALF_HOUR);
  const offset = offsets.get(key) ?? IANAZone.create(zone).offset(at) * MINUTE;
  offsets.set(key, offset);
  return offset;
}

/** The rule itself, minute by minute: it is working time when the wall clock reads a time within a span of that date. */
function isOpen({ zone, week, special }: Hours, at: number): boolean {
  const wall = at + offsetAt(zone, at);
  const minute = Math.floor((wall % DAY) / MINUTE);
  const date = new Date(wall);
  const spans = special.get(date.toISOString().slice(0, 10)) ?? week[(date.getUTCDay() + 6) % 7]!;
  return spans.some(({ from, to }) => from <= minute && minute < to);
}
function countedByMinute(hours: Hours, from: Date, to: Date): number {
  let minutes = 0;
  for (let at = from.getTime(); at < to.getTime(); at += MINUTE) if (isOpen(hours, at)) minutes++;
  return minutes * 60;
}
/** The end of the minute in which so many working minutes are reached, when that is within ten hours. */
function reachedByMinute(hours: Hours, from: Date, minutes: number): Date | undefined {
  let [at, left] = [from.getTime(), minutes];
  for (const last = at + 600 * MINUTE; left > 0 && at < last; at += MINUTE) if (isOpen(hours, at)) left--;
  return left === 0 ? new Date(at) : undefined;
}

describe('working time', () => {
  it('takes as long as was added', () => {
    fc.assert(
      fc.property(hours, moment, seconds, (given, from, length) => {
        const calendar = createCalendar(given);
        expect(between(calendar, from, add(calendar, from, length))).toBe(length);
      }),
    );
  });

  it('adds up: two lengths after one another are their sum', () => {
    fc.assert(
      fc.property(hours, moment, seconds, seconds, (given, from, one, other) => {
        const calendar = createCalendar(given);
        expect(add(calendar, add(calendar, from, one), other)).toEqual(add(calendar, from, one + other));
      }),
    );
  });

  it('never runs backwards: a later start or a longer time does not end earlier', () => {
    fc.assert(
      fc.property(hours, moment, moment, seconds, seconds, (given, a, b, one, other) => {
        const calendar = createCalendar(given);
        const [early, late] = a < b ? [a, b] : [b, a];
        const [short, long] = one < other ? [one, other] : [other, one];
        expect(add(calendar, early, long).getTime()).toBeLessThanOrEqual(add(calendar, late, long).getTime());
        expect(add(calendar, early, short).getTime()).toBeLessThanOrEqual(add(calendar, early, long).getTime());
      }),
    );
  });

  const changes = [
    '2026-03-29T00:00Z',
    '2026-10-25T00:00Z',
    '2026-03-08T04:00Z',
    '2026-11-01T04:00Z',
    '2026-04-04T14:00Z',
    '2026-10-03T14:00Z',
  ];
  const nearChange = fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -36 * 60, max: 36 * 60 }))
    .map(([change, minutes]) => new Date(Date.parse(change) + minutes * MINUTE));
  const wholeMinute = moment.map((at) => new Date(Math.floor(at.getTime() / MINUTE) * MINUTE));
  const anyMinute = fc.oneof(nearChange, wholeMinute);

  it('agrees with counting minute by minute, also where the clocks change', () => {
    const asked = fc.array(fc.tuple(anyMinute, fc.integer({ min: 1, max: 400 })), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(hours, asked, (given, all) => {
        const calendar = createCalendar(given);
        for (const [from, minutes] of all) {
          const to = new Date(from.getTime() + minutes * MINUTE);
          expect(between(calendar, from, to)).toBe(countedByMinute(given, from, to));
          const reached = reachedByMinute(given, from, minutes);
          if (reached) expect(add(calendar, from, minutes * 60)).toEqual(reached);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is the same however the calendar was asked before', () => {
    fc.assert(
      fc.property(hours, moment, moment, seconds, (given, from, earlier, length) => {
        const used = createCalendar(given);
        between(used, new Date(earlier.getTime() - 5e10), new Date(earlier.getTime() + 5e10));
        expect(add(used, from, length)).toEqual(add(createCalendar(given), from, length));
      }),
    );
  });

  it('lists the stretches that it counted', () => {
    fc.assert(
      fc.property(hours, moment, moment, (given, a, b) => {
        const calendar = createCalendar(given);
        const [from, to] = a < b ? [a, b] : [b, a];
        const sum = stretchesOfWork(calendar, from, to).reduce(
          (total, each) => total + (each.to.getTime() - each.from.getTime()),
          0,
        );
        expect(sum / 1000).toBe(between(calendar, from, to));
      }),
    );
  });

  it('opens at the first moment from which work counts', () => {
    fc.assert(
      fc.property(hours, moment, (given, from) => {
        const calendar = createCalendar(given);
        const opens = opening(calendar, from);
        expect(between(calendar, from, opens)).toBe(0);
        expect(between(calendar, opens, new Date(opens.getTime() + 1000))).toBeGreaterThan(0);
      }),
    );
  });

  it('refuses to take time back, and says when a calendar has too little', () => {
    const calendar = createCalendar({ id: 'never', zone: 'UTC', week: [], special: new Map() });
    const now = new Date('2026-01-01T00:00Z');
    expect(() => add(calendar, now, -1)).toThrow(RangeError);
    expect(() => add(calendar, now, 1)).toThrow(/never has no 1 s/);
    expect(add(calendar, now, 0)).toEqual(now);
  });
});
