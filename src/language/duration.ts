/** How long something is to last, as people write it in English and Chinese. */
const units = new Map(
  (
    [
      ['m min mins minute minutes 分 分钟', 1 / 60],
      ['h hr hrs hour hours 时 小时', 1],
      ['d day days 天 日', 24],
      ['w wk wks week weeks 周 星期', 168],
    ] as const
  ).flatMap(([names, hours]) => names.split(' ').map((name) => [name, hours] as const)),
);
const longestFirst = [...units.keys()].toSorted((a, b) => b.length - a.length);
const numerals = new Map([
  ['半', 0.5],
  ['两', 2],
  ...Array.from('一二三四五六七八九十', (numeral, index): [string, number] => [numeral, index + 1]),
]);
const numeral = [...numerals.keys()].join('');

/** A count and a whole unit: `2 months` is not two minutes, and 两天半 and 十二小时 are not two of anything. */
export const duration = String.raw`(?<![\d.个${numeral}-])(\d{1,9}(?:\.\d{1,9})?|[${numeral}])\s{0,9}个?(${longestFirst.join('|')})(?![a-z半])`;
const durations = new RegExp(duration, 'giu');

/** Reads `8h`, `30 min`, `2 days`, `1h 30m`, `8小时`, `两天` as hours; what it is not sure of is undefined. */
export function hoursOf(words: string): number | undefined {
  const found = [...words.matchAll(durations)];
  if (found.length === 0) return undefined;
  return found
    .map(([, count, unit]) => (numerals.get(count!) ?? Number(count)) * units.get(unit!.toLowerCase())!)
    .reduce((sum, hours) => sum + hours, 0);
}
