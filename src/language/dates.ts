/** Days, moments and spans as people write them in English and Chinese, reckoned from a day. Pure. */
import { durationAt } from './spans.js';
import { numberAt, tokensOf, type Token } from './tokens.js';

const DAY = 86_400_000;
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const monthNames = new Set([
  ...months,
  ...'sept january february march april june july august september october november december'.split(' '),
]);
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const weekdaysInChinese = '日一二三四五六天';

/** What a day or days begin with, besides numbers. */
const beginnings = new Set([
  ...monthNames,
  ...weekdays,
  ...'end day tomorrow today tonight next this weekend 月 大 后 明 今 下 这 本 个 周 星 礼'.split(' '),
]);

const iso = (day: number): string => new Date(day).toISOString().slice(0, 10);
const two = (n: number): string => String(n).padStart(2, '0');

type Days = { first: number; last?: number };
/** What a reader makes of the words from one token on, and how many tokens it took. */
type Read<T> = (T & { took: number }) | undefined;

/** Reads the day, or the days, named from one token on. */
function daysAt(tokens: readonly Token[], at: number, now: number): Read<Days> {
  const number = numberAt(tokens, at);
  if (!number && !beginnings.has(tokens[at]?.text ?? '')) return undefined;
  const year = new Date(now).getUTCFullYear();
  const word = (i: number): string => tokens[at + i]?.text ?? '';
  const is = (i: number, ...words: string[]): boolean => words.every((one, k) => word(i + k) === one);
  const isOne = (i: number, words: string): boolean => word(i) !== '' && words.split(' ').includes(word(i));
  const monthAt = (i: number): number => (monthNames.has(word(i)) ? months.indexOf(word(i).slice(0, 3)) : -1);
  const numeral = (i: number) => numberAt(tokens, at + i);
  const sunday = now - new Date(now).getUTCDay() * DAY;
  const monday = sunday + (sunday === now ? -6 : 1) * DAY;
  const days = (took: number, first: number, last?: number): Read<Days> => ({ took, first, ...(last ? { last } : {}) });
  /** The next such day. */
  const dated = (month: number, day: number, of?: number): number => {
    const here = Date.UTC(of ?? year, month, day);
    return of === undefined && here < now ? Date.UTC(year + 1, month, day) : here;
  };
  const wholeMonth = (took: number, month: number): Read<Days> => {
    const of = new Date(dated(month, 28)).getUTCFullYear();
    return days(took, Date.UTC(of, month, 1), Date.UTC(of, month + 1, 0));
  };
  const endOf = (took: number, month: number): Read<Days> =>
    days(took, Date.UTC(new Date(dated(month, 28)).getUTCFullYear(), month + 1, 0));

  if (number) {
    const { value, took } = number;
    if (/^\d{4}$/.test(word(0)) && is(1, '-') && /^\d\d?$/.test(word(2)) && is(3, '-') && /^\d\d?$/.test(word(4)))
      return days(5, Date.UTC(value, Number(word(2)) - 1, Number(word(4))));
    if (is(took, '年') && numeral(took + 1)) {
      const inside = daysAt(tokens, at + took + 1, Date.UTC(value, 0, 1));
      return inside && { ...inside, took: took + 1 + inside.took };
    }
    if (is(took, '月')) {
      const day = numeral(took + 1);
      if (value > 12) return undefined;
      if (day && day.value <= 31) {
        const ends = isOne(took + 1 + day.took, '日 号') ? 1 : 0;
        return days(took + 1 + day.took + ends, dated(value - 1, day.value));
      }
      if (is(took + 1, '底')) return endOf(took + 2, value - 1);
      return wholeMonth(took + (is(took + 1, '份') ? 2 : 1), value - 1);
    }
    let next = took;
    if (isOne(next, 'st nd rd th')) next += 1;
    if (is(next, 'of')) next += 1;
    const span = isOne(next, 'to until till - –') ? numeral(next + 1) : undefined;
    if (span) {
      let after = next + 1 + span.took;
      if (isOne(after, 'st nd rd th')) after += 1;
      const month = monthAt(after);
      if (month >= 0) return days(after + 1, dated(month, value), dated(month, span.value));
    }
    const month = value <= 31 ? monthAt(next) : -1;
    if (month >= 0) {
      const named = /^\d{4}$/.test(word(next + 1)) ? Number(word(next + 1)) : undefined;
      return days(next + (named ? 2 : 1), dated(month, value, named));
    }
    return undefined;
  }
  const month = monthAt(0);
  if (month >= 0) {
    const day = numeral(1);
    if (!day || day.value > 31 || is(2, ':') || !/^\d/.test(word(1)))
      return ['in', 'for', 'during', 'over'].includes(tokens[at - 1]?.text ?? '') ? wholeMonth(1, month) : undefined;
    return days(isOne(2, 'st nd rd th') ? 3 : 2, dated(month, day.value));
  }
  if (is(0, 'end', 'of')) {
    const article = isOne(2, 'the this') ? 1 : 0;
    if (is(2 + article, 'month')) return days(3 + article, Date.UTC(year, new Date(now).getUTCMonth() + 1, 0));
    return monthAt(2) >= 0 ? endOf(3, monthAt(2)) : undefined;
  }
  if (is(0, '月', '底')) return days(2, Date.UTC(year, new Date(now).getUTCMonth() + 1, 0));
  if (is(0, 'day', 'after', 'tomorrow')) return days(3, now + 2 * DAY);
  if (is(0, '大', '后', '天')) return days(3, now + 3 * DAY);
  if (is(0, '后', '天')) return days(2, now + 2 * DAY);
  if (is(0, 'tomorrow')) return days(1, now + DAY);
  if (is(0, '明') && isOne(1, '天 日 早 晚')) return days(2, now + DAY);
  if (isOne(0, 'today tonight')) return days(1, now);
  if (is(0, '今') && isOne(1, '天 日 晚')) return days(2, now);
  const weekend = (took: number, weeks = 0) =>
    days(took, monday + (5 + 7 * weeks) * DAY, monday + (6 + 7 * weeks) * DAY);
  const next = is(0, 'next') ? 1 : 0;
  if (next + (is(0, 'this') ? 1 : 0) > 0 && is(1, 'week') && !weekdays.some((day) => day.startsWith(word(2) || '-')))
    return days(2, monday + 7 * next * DAY, monday + (7 * next + 6) * DAY);
  if (is(0, 'weekend')) return weekend(1);
  const weekday = weekdays.indexOf(word(next));
  if (weekday >= 0 && !is(next + 1, 'night'))
    return days(next + 1, sunday + weekday * DAY + (sunday + weekday * DAY <= now ? 7 * DAY : 0));
  return chineseWeekAt();

  /** `下周三`, `这周`, `周末`. */
  function chineseWeekAt(): Read<Days> {
    let i = 0;
    let weeks = 0;
    while (is(i, '下')) [i, weeks] = [i + 1, weeks + 1];
    const isThis = isOne(i, '这 本');
    if (isThis) i += 1;
    if (is(i, '个')) i += 1;
    if (is(i, '周')) i += 1;
    else if (is(i, '星', '期') || is(i, '礼', '拜')) i += 2;
    else return undefined;
    if (is(i, '末')) return weekend(i + 1, weeks);
    const day = word(i) === '' ? -1 : weekdaysInChinese.indexOf(word(i));
    if (day >= 0) {
      const wanted = monday + (7 * weeks + ((day + 6) % 7)) * DAY;
      return days(i + 1, wanted < now ? wanted + 7 * DAY : wanted);
    }
    return weeks > 0 || isThis ? days(i, monday + 7 * weeks * DAY, monday + (7 * weeks + 6) * DAY) : undefined;
  }
}

/** How many tokens a day takes that is told from one on, whenever it is. */
export const dayAt = (tokens: readonly Token[], at: number): { took: number } | undefined => daysAt(tokens, at, 0);

/** The time of day told from one token on: `at 6 pm`, `18:00`, `下午三点半`. */
export function timeAt(tokens: readonly Token[], at: number): Read<{ time: string }> {
  const word = (i: number): string => tokens[i]?.text ?? '';
  let i = at;
  if (word(i) === ',' || word(i) === '，') i += 1;
  if (word(i) === 'at' || word(i) === '@') i += 1;
  const part = ['早上', '上午', '中午', '下午', '晚上', '凌晨'].find((each) => each === word(i) + word(i + 1));
  if (part) i += 2;
  const hour = numberAt(tokens, i);
  if (!hour || hour.value > 24) return undefined;
  i += hour.took;
  if (word(i) === '点' || word(i) === '时') {
    const isHalf = word(i + 1) === '半';
    const minutes = isHalf ? undefined : numberAt(tokens, i + 1);
    const isLate = (part === '下午' || part === '晚上') && hour.value < 12;
    const took = i + 1 + (isHalf ? 1 : (minutes?.took ?? 0)) - at;
    return { took, time: `${two(hour.value + (isLate ? 12 : 0))}:${isHalf ? '30' : two(minutes?.value ?? 0)}` };
  }
  const minutes = word(i) === ':' && /^\d\d$/.test(word(i + 1)) ? word(i + 1) : undefined;
  if (minutes) i += 2;
  const half = word(i) === 'am' || word(i) === 'pm' ? word(i) : undefined;
  if (!minutes && !half) return undefined;
  const hours = half ? (hour.value % 12) + (half === 'pm' ? 12 : 0) : hour.value;
  return { took: i + (half ? 1 : 0) - at, time: `${two(hours)}:${minutes ?? '00'}` };
}

/** The hour told from one token on, with or without its half: `3`, `3:30`, `3 pm`. */
function clockAt(tokens: readonly Token[], at: number): Read<{ hour: number; minutes: string }> {
  const word = (i: number): string => tokens[i]?.text ?? '';
  const hour = numberAt(tokens, at);
  if (!hour || hour.value > 24) return undefined;
  let i = at + hour.took;
  const minutes = word(i) === ':' && /^\d\d$/.test(word(i + 1)) ? word(i + 1) : undefined;
  if (minutes) i += 2;
  if (word(i) === 'am' || word(i) === 'pm') i += 1;
  return { took: i - at, hour: hour.value, minutes: minutes ?? '00' };
}

/** Two hours: `from 3 to 5`. */
function hoursAt(tokens: readonly Token[], at: number): Read<{ begin: string; end: string }> {
  const from = /^(?:from|between)$/.test(tokens[at]?.text ?? '') ? at + 1 : at;
  const one = clockAt(tokens, from);
  const joint = one && tokens[from + one.took]?.text;
  if (!one || joint === undefined || !(UNTIL.has(joint) || joint === 'and')) return undefined;
  const other = clockAt(tokens, from + one.took + 1);
  if (!other) return undefined;
  const written = ({ hour, minutes }: { hour: number; minutes: string }) => `${two(hour)}:${minutes}`;
  return { took: from + one.took + 1 + other.took - at, begin: written(one), end: written(other) };
}

/** A day with the part of it: `this afternoon`, `tomorrow morning`. */
function partAt(tokens: readonly Token[], at: number, now: number): Read<{ first: number; isLate: boolean }> {
  const isThis = tokens[at]?.text === 'this';
  const day: Read<Days> = isThis ? { took: 1, first: now } : daysAt(tokens, at, now);
  const part = day && !day.last ? (tokens[at + day.took]?.text ?? '') : '';
  if (!day || !/^(?:morning|afternoon|evening)$/.test(part)) return undefined;
  return { took: day.took + 1, first: day.first, isLate: part !== 'morning' };
}

const late = (time: string): string => `${two(Number(time.slice(0, 2)) + 12)}${time.slice(2)}`;
const isEarly = (time: string): boolean => time < '12:00';

/** When hours end that began at `begin`: in the same half of the day, or on the next day. */
function endOfHours(day: number, begin: string, end: string): string {
  if (end > begin) return `${iso(day)}T${end}`;
  return isEarly(end) && late(end) > begin ? `${iso(day)}T${late(end)}` : `${iso(day + DAY)}T${end}`;
}

/** Hours of a part of a day, before it or behind it: `from 3 to 5 this afternoon`. */
function hoursOfPartAt(tokens: readonly Token[], at: number, now: number): Read<{ span: string }> {
  const before = hoursAt(tokens, at);
  const part = partAt(tokens, before ? at + before.took : at, now);
  const hours = part && (before ?? hoursAt(tokens, at + part.took));
  if (!hours) return undefined;
  const begin = part.isLate && isEarly(hours.begin) ? late(hours.begin) : hours.begin;
  const end = endOfHours(part.first, begin, hours.end);
  return { took: part.took + hours.took, span: `${iso(part.first)}T${begin}/${end}` };
}

const UNTIL = new Set(['to', 'till', 'until', 'through', '-', '–', '—', '到', '至', '~']);

/** The days, moments and spans that words name: `2026-05-04`, `2026-05-04T18:00`, `2026-05-04/2026-05-08`. */
export function datesIn(words: string, today: string): string[] {
  const now = Date.parse(`${today}T00:00Z`);
  const tokens = tokensOf(words);
  const said: string[] = [];
  const momentAt = (at: number, from = now) => {
    const days = durationAt(tokens, at) ? undefined : daysAt(tokens, at, from);
    if (!days) return undefined;
    const after = at + days.took;
    const time = days.last ? undefined : timeAt(tokens, after);
    return { ...days, time: time?.time, end: after + (time?.took ?? 0) };
  };
  const written = ({ first, time }: { first: number; time?: string | undefined }) =>
    `${iso(first)}${time ? `T${time}` : ''}`;
  for (let at = 0; at < tokens.length;) {
    const hours = hoursOfPartAt(tokens, at, now);
    if (hours) {
      said.push(hours.span);
      at += hours.took;
      continue;
    }
    const one = momentAt(at);
    if (!one) {
      at += 1;
      continue;
    }
    at = one.end;
    if (one.last) {
      said.push(`${iso(one.first)}/${iso(one.last)}`);
      continue;
    }
    const isSpan = UNTIL.has(tokens[at]?.text ?? '');
    const from = tokens[at + 1]?.text === 'the' ? at + 2 : at + 1;
    const soonest = isSpan ? momentAt(from) : undefined;
    // A span ends after it begins: `下周一到周三` is one week's.
    const other = soonest && soonest.first < one.first ? momentAt(from, one.first) : soonest;
    const hour = isSpan && one.time ? timeAt(tokens, from) : undefined;
    const day = isSpan && !other && !one.time ? numberAt(tokens, from) : undefined;
    if (other && !other.last) {
      said.push(`${written(one)}/${written(other)}`);
      at = other.end;
    } else if (hour) {
      said.push(`${written(one)}/${endOfHours(one.first, one.time!, hour.time)}`);
      at = from + hour.took;
    } else if (day && day.value <= 31 && tokens[from + day.took]?.text !== ':') {
      said.push(`${iso(one.first)}/${iso(one.first).slice(0, 8)}${two(day.value)}`);
      at = from + day.took + (/[日号]/.test(tokens[from + day.took]?.text ?? '') ? 1 : 0);
    } else said.push(written(one));
  }
  return [...new Set(said)];
}
