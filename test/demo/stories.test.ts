/** Half a year of stories: the same at every run, on working days, in both languages. */
import { afterWork, chanceOf, DAY } from '../../src/demo/chance.js';
import { storiesOf, type Deed, type Subject } from '../../src/demo/stories.js';
import { tongueOf } from '../../src/language/tongue.js';

const until = new Date('2026-12-01T10:00:00Z');
const from = new Date(until.getTime() - 182 * DAY);
const begun = (seed: number) =>
  storiesOf(from, until, chanceOf(seed)).map((story) => story.next(undefined as never).value as Deed);

test('is the same at every run, and another one from another seed', () => {
  expect(begun(1)).toEqual(begun(1));
  expect(begun(1)).not.toEqual(begun(2));
});

test('begins on working days within the half year, in both languages', () => {
  const deeds = begun(1);
  expect(deeds.filter(({ at }) => at < from || at.getUTCDay() % 6 === 0)).toEqual([]);
  const titles = deeds.flatMap(({ does }) => (does.do === 'open-ticket' ? [tongueOf(does.title)] : []));
  const share = titles.filter((lang) => lang === 'zh').length / titles.length;
  expect(titles.length).toBeGreaterThan(60);
  expect(share).toBeGreaterThan(0.2);
  expect(share).toBeLessThan(0.6);
});

test('a ticket is worked on in order, by who opened it and the agents', () => {
  const stories = storiesOf(from, until, chanceOf(1));
  for (const story of stories) {
    const first = story.next(undefined as never).value as Deed;
    if (first.does.do !== 'open-ticket') continue;
    const subject: Subject = { _id: 'INC-1', priority: 'P3' };
    const deeds = [first];
    for (let { value, done } = story.next(subject); !done; { value, done } = story.next(subject))
      deeds.push(value as Deed);
    expect(deeds.map(({ at }) => at.getTime())).toEqual(deeds.map(({ at }) => at.getTime()).toSorted((a, b) => a - b));
    expect(deeds[1]!.does.do).toBe('claim');
    expect(deeds.some(({ does }) => does.do === 'resolve')).toBe(true);
  }
});

test.each([
  ['2026-11-27T15:00:00Z', 1, '2026-11-30T08:30:00.000Z'],
  ['2026-11-28T12:00:00Z', 0, '2026-11-30T08:00:00.000Z'],
  ['2026-11-30T03:00:00Z', 2, '2026-11-30T10:00:00.000Z'],
  ['2026-11-30T08:00:00Z', 16, '2026-12-02T09:00:00.000Z'],
])('after %s and %d hours of work it is %s', (start, hours, end) =>
  expect(afterWork(new Date(start), hours).toISOString()).toBe(end),
);
