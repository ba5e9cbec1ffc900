/** How long something is to last, as people write it in English and Chinese. Pure. */
import { numberAt, tokensOf, type Token } from './tokens.js';

const hours = (n: number): string => (n < 1 ? `PT${60 * n}M` : `PT${n}H`);
const units: readonly (readonly [names: string, iso8601: (n: number) => string])[] = [
  ['hour hours hr hrs h 小时 钟头', hours],
  ['day days d 天', (n) => `P${n}D`],
  ['week weeks wk wks w 周 星期 礼拜', (n) => `P${7 * n}D`],
  ['month months 月', (n) => `P${n}M`],
  ['year years yr yrs 年', (n) => `P${n}Y`],
  ['minute minutes min mins 分钟', (n) => `PT${n}M`],
];
const unitOf = new Map(units.flatMap(([names, iso8601]) => names.split(' ').map((name) => [name, iso8601] as const)));
/** After these, what looks like a unit is a day of the week or of the calendar. */
const NOT_A_SPAN = /^[一二三四五六日天末底初\d]$/;

/** The span that begins at a token. A number of months needs its measure word: `三个月`; `三月` is March. */
export function durationAt(tokens: readonly Token[], at: number): { span: string; took: number } | undefined {
  const word = (i: number): string => tokens[i]?.text ?? '';
  let i = at;
  let count: number | undefined;
  if (word(i) === 'half') [count, i] = [0.5, i + 1];
  if (word(i) === '半') [count, i] = [0.5, i + 1];
  const number = count === undefined ? numberAt(tokens, i) : undefined;
  if (number) [count, i] = [number.value, i + number.took];
  if (word(i) === '.' && /^\d+$/.test(word(i + 1)) && number) [count, i] = [Number(`${count}.${word(i + 1)}`), i + 2];
  if (/^(?:a|an|another)$/.test(word(i))) [count, i] = [count ?? 1, i + 1];
  if (count === undefined) return undefined;
  const isMeasured = word(i) === '个';
  if (isMeasured) i += 1;
  const name = [word(i) + word(i + 1), word(i)].find((each) => unitOf.has(each));
  if (name === undefined || (name === '月' && !isMeasured)) return undefined;
  i += name === word(i) ? 1 : 2;
  if (/^(?:周|星期|礼拜|年)$/.test(name) && NOT_A_SPAN.test(word(i))) return undefined;
  if (name === '年' && count > 99) return undefined;
  return { span: unitOf.get(name)!(count), took: i - at };
}

/** The first span that words name, as ISO 8601: `PT4H`, `P14D`, `P1M`. */
export function durationIn(words: string): string | undefined {
  const tokens = tokensOf(words);
  for (let at = 0; at < tokens.length; at++) {
    const found = durationAt(tokens, at);
    if (found) return found.span;
  }
  return undefined;
}

/** A span of ISO 8601 in hours, months being of thirty days. */
export function hoursIn(span: string): number {
  const [, n = '0', unit = ''] = /^PT?([\d.]{1,9})([HDMY])$/.exec(span) ?? [];
  const day = { H: 1, D: 24, M: span.startsWith('PT') ? 1 / 60 : 720, Y: 8760 }[unit] ?? 0;
  return Number(n) * day;
}
