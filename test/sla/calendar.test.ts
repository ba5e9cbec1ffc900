import * as fc from 'fast-check';
import { DateTime } from 'luxon';
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

/** The rule itself, minute by minute: it is working time when the wall clock reads a time within a span of that date. */
function isOpen({ zone, week, special }: Hours, at: Date): boolean {
  const local = DateTime.fromJSDate(at, { zone });
  const minute = local.hour * 60 + local.minute;
  const spans = special.get(local.toISODate()!) ?? week[local.weekday - 1]!;
  return spans.some(({ from, to }) => from <= minute && minute < to);
}
function countedByMinute(hours: Hours, from: Date, to: Date): number {
  let minutes = 0;
  for (let at = from.getTime(); at < to.getTime(); at += 60_000) if (isOpen(hours, new Date(at))) minutes++;
  return minutes * 60;
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

  it('agrees with counting minute by minute, also where the clocks change', () => {
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
      .map(([change, minutes]) => new Date(Date.parse(change) + minutes * 60_000));
    const wholeMinute = moment.map((at) => new Date(Math.floor(at.getTime() / 60_000) * 60_000));
    fc.assert(
      fc.property(
        hours,
        fc.oneof(nearChange, wholeMinute),
        fc.integer({ min: 0, max: 600 }),
        (given, from, minutes) => {
          const to = new Date(from.getTime() + minutes * 60_000);
          expect(between(createCalendar(given), from, to)).toBe(countedByMinute(given, from, to));
        },
      ),
      { numRuns: 300 },
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
