import { createLikeness, loadGlossary, type Likeness } from '../../knowledge/index.js';

let likeness: Likeness;
beforeAll(async () => {
  likeness = createLikeness(await loadGlossary('knowledge/glossary.yaml'));
});

const reports = [
  'the wifi on floor two is very slow',
  'how do I export my timesheet',
  'wireless is slow today, floor two',
  '二楼无线网很慢',
  'where do I export timesheets?',
  'a plant in the lobby is dying',
];

describe('what people write about one thing is alike', () => {
  test('in other words and in the other language', () => {
    const [wifi, timesheet, wireless, chinese] = reports as [string, string, string, string];
    expect(likeness.between(wifi, wireless)).toBeGreaterThan(0.45);
    expect(likeness.between(wifi, chinese)).toBeGreaterThan(likeness.between(wifi, timesheet) + 0.2);
    expect(likeness.between(wifi, timesheet)).toBeLessThan(0.2);
  });

  test('the same to the other side, 1 to itself, and nothing without words', () => {
    for (const one of reports) {
      expect(likeness.between(one, one)).toBeCloseTo(1);
      for (const other of reports) expect(likeness.between(one, other)).toBeCloseTo(likeness.between(other, one));
    }
    expect(likeness.between('', '')).toBe(0);
    expect(likeness.between('😀', reports[0]!)).toBe(0);
  });
});

describe('a week of questions', () => {
  test('falls into groups, the largest first', () => {
    expect(likeness.group(reports)).toEqual([expect.arrayContaining([0, 2, 3]), expect.arrayContaining([1, 4]), [5]]);
  });

  test('keeps every question once, and nothing of nothing', () => {
    expect(likeness.group(['', '😀', ''])).toEqual([[0], [1], [2]]);
    expect(likeness.group([])).toEqual([]);
  });
});
