/** How likely a ticket is to be late, from how long others took. */
import * as fc from 'fast-check';
import {
  brier,
  ENOUGH,
  forecaster,
  isAhead,
  placesOf,
  samplesOf,
  scored,
  type Course,
  type Forecast,
  type Sample,
  type Score,
} from '../../src/sla/forecast.js';

const H = 3600;
/** Tickets that took 1, 2, 3 … hours. */
const upTo = (hours: number, given: Partial<Sample> = {}): Sample[] =>
  Array.from({ length: hours }, (_, index) => ({ priority: 'P3', worked: (index + 1) * H, ahead: 0, ...given }));
const course = (given: Partial<Course> = {}): Course => ({
  priority: 'P3',
  elapsed: 0,
  target: 24 * H,
  ahead: 0,
  ...given,
});
const chance = (asked: Course, history: readonly Sample[]): number | string => {
  const forecast = forecaster(history)(asked);
  return forecast.known ? forecast.chance : `${forecast.why} ${forecast.have}/${forecast.need}`;
};

describe('a forecast', () => {
  it.each<[string, Course, Sample[], number | string]>([
    ['is the share of those before that took longer than the target', course(), upTo(30), 6.5 / 31],
    ['looks only at those that lasted as long already', course({ elapsed: 12 * H }), upTo(30), 6.5 / 19],
    ['of little history there is none', course(), upTo(29), 'few 29/30'],
    ['there is none when hardly any lasted so long', course({ elapsed: 26 * H }), upTo(30), 'so-long 4/5'],
    ['never says never', course({ target: 99 * H }), upTo(30), 0.5 / 31],
    [
      'keeps to the priority when there is enough of it',
      course(),
      [...upTo(30), ...upTo(90, { priority: 'P1' })],
      6.5 / 31,
    ],
    [
      'takes all priorities when there is not',
      course(),
      [...upTo(20), ...upTo(40, { priority: 'P1', worked: 99 * H })],
      40.5 / 61,
    ],
    [
      'looks at those that had as many ahead of them',
      course({ ahead: 9 }),
      [...upTo(30, { worked: H }), ...upTo(30, { worked: 99 * H, ahead: 8 })],
      30.5 / 31,
    ],
  ])('%s', (_, asked, history, expected) => {
    const found = chance(asked, history);
    if (typeof expected === 'number') expect(found).toBeCloseTo(expected, 10);
    else expect(found).toBe(expected);
  });

  /** As the formula says it, sample by sample. */
  function byTheBook({ priority, elapsed, target, ahead }: Course, history: readonly Sample[]): Forecast {
    const same = history.filter((each) => each.priority === priority);
    const samePriority = same.length >= ENOUGH;
    const all = samePriority ? same : history;
    if (all.length < ENOUGH) return { known: false, why: 'few', have: all.length, need: ENOUGH };
    const distance = (each: Sample) => Math.abs(each.ahead - ahead);
    const half = Math.max(ENOUGH, Math.ceil(all.length / 2));
    const farthest = all.map(distance).toSorted((one, other) => one - other)[half - 1]!;
    const near = all.filter((each) => distance(each) <= farthest);
    const alike = near.filter(({ worked }) => worked > elapsed);
    if (alike.length < 5) return { known: false, why: 'so-long', have: alike.length, need: 5 };
    const late = alike.filter(({ worked }) => worked > target).length;
    const left = Math.max(0, target - elapsed);
    return {
      known: true,
      chance: (late + 0.5) / (alike.length + 1),
      late,
      alike: alike.length,
      samePriority,
      ahead,
      left,
    };
  }
  const priority = fc.constantFrom('P1', 'P2', 'P3', 'P4');

  it('is the same as by the book, however quickly it is found', () => {
    const sample = fc.record({ priority, worked: fc.integer({ min: 1, max: 200 * H }), ahead: fc.nat(40) });
    const asked = fc.record({
      priority,
      elapsed: fc.integer({ min: 0, max: 100 * H }),
      target: fc.integer({ min: H, max: 100 * H }),
      ahead: fc.nat(60),
    });
    fc.assert(
      fc.property(fc.array(sample, { maxLength: 150 }), fc.array(asked, { maxLength: 5 }), (past, all) => {
        const foresee = forecaster(past);
        for (const each of all as Course[])
          expect(foresee(each)).toEqual(
            byTheBook({ ...each, target: Math.max(each.target, each.elapsed) }, past as Sample[]),
          );
      }),
    );
  });

  it('places each ticket as if it were compared with every other', () => {
    const opened = fc.integer({ min: 0, max: 20 }).map((hour) => new Date(Date.UTC(2026, 10, 23, hour)));
    fc.assert(
      fc.property(fc.array(fc.record({ priority, opened }), { maxLength: 60 }), (all) => {
        const queue = all as { priority: 'P1'; opened: Date }[];
        expect(placesOf(queue)).toEqual(queue.map((each) => queue.filter((other) => isAhead(other, each)).length));
      }),
    );
  });

  it('is a chance, and no greater the longer the target is', () => {
    const history = fc.array(
      fc.record({
        priority: fc.constantFrom('P1', 'P2', 'P3', 'P4'),
        worked: fc.integer({ min: 1, max: 200 * H }),
        ahead: fc.nat(20),
      }),
      { minLength: ENOUGH, maxLength: 120 },
    ) as fc.Arbitrary<Sample[]>;
    const hours = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(history, hours, hours, fc.nat(20), (past, elapsed, target, ahead) => {
        const asked = course({ elapsed: elapsed * H, target: target * H, ahead });
        const foresee = forecaster(past);
        const [short, long] = [foresee(asked), foresee({ ...asked, target: (target + 5) * H })];
        expect(short.known).toBe(long.known);
        if (!short.known || !long.known) return;
        expect(short.chance).toBeGreaterThan(0);
        expect(short.chance).toBeLessThan(1);
        expect(long.chance).toBeLessThanOrEqual(short.chance);
      }),
    );
  });

  it('counts who was ahead: as urgent at least, opened earlier, and still open', () => {
    const at = (hour: number) => new Date(Date.UTC(2026, 10, 23, hour));
    const lived = (priority: 'P1' | 'P3', opened: number, ended: number) => ({
      priority,
      opened: at(opened),
      ended: at(ended),
      worked: 1,
    });
    const history = [lived('P1', 8, 12), lived('P3', 9, 10), lived('P3', 11, 15), lived('P1', 12, 13)];
    expect(samplesOf(history).map(({ ahead }) => ahead)).toEqual([0, 1, 1, 0]);
  });
});

describe('the score', () => {
  const of = (all: [chance: number, late: boolean][]) =>
    brier(all.reduce<Score>((sum, [said, late]) => scored(sum, said, late), { count: 0, late: 0, squares: 0 }));
  it('is perfect for who knew, and compared with who always says the usual share', () => {
    expect(
      of([
        [1, true],
        [0, false],
      ]),
    ).toEqual({ score: 0, usual: 0.25 });
    expect(
      of([
        [0.5, true],
        [0.5, false],
      ]),
    ).toEqual({ score: 0.25, usual: 0.25 });
    expect(of([])).toBeUndefined();
  });
});
