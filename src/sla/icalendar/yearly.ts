/** The days on which a yearly rule of iCalendar (RFC 5545, section 3.3.10) falls. Days are counted from 1970. Pure. */

const DAY = 86_400_000;
/** The weekday of 1 January 1970, in the order of the list. */
const THURSDAY = 4;
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** The day of a date `YYYYMMDD`; undefined when there is no such date. */
export function dayNumber(date: string): number | undefined {
  const [found, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/.exec(date) ?? [];
  const number = Date.parse(`${year}-${month}-${day}T00:00Z`) / DAY;
  return found && isoDate(number).replaceAll('-', '') === date ? number : undefined;
}
export const isoDate = (day: number): string =>
  Number.isNaN(day) ? '' : new Date(day * DAY).toISOString().slice(0, 10);

/** Which days of a year: each list is undefined where the rule does not name it. */
type Parts = {
  months: number[] | undefined;
  days: number[] | undefined;
  yearDays: number[] | undefined;
  weekdays: { nth: number; weekday: number }[] | undefined;
  places: number[] | undefined;
};
export type Rule = Parts & { interval: number; count: number; until: number };

const numbers = (text: string): number[] | undefined =>
  /^[+-]?\d{1,3}(,[+-]?\d{1,3})*$/.test(text) ? text.split(',').map(Number) : undefined;
const number = (text: string): number | undefined => (/^[1-9]\d{0,4}$/.test(text) ? Number(text) : undefined);
function weekdays(text: string): Parts['weekdays'] {
  const found = text.split(',').map((each) => /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(each.toUpperCase()));
  const all = found.map((each) => ({ nth: Number(each?.[1] ?? 0), weekday: WEEKDAYS.indexOf(each?.[2] ?? '') }));
  return all.every(({ weekday }) => weekday >= 0) ? all : undefined;
}

/** What of a rule says nothing about whole days, or is the same for all whole years. */
const SILENT = new Set(['FREQ', 'WKST', 'BYHOUR', 'BYMINUTE', 'BYSECOND']);
const read = new Set(['INTERVAL', 'COUNT', 'UNTIL', 'BYMONTH', 'BYMONTHDAY', 'BYYEARDAY', 'BYDAY', 'BYSETPOS']);

/** @throws Error that says what of the rule is not read, in its own words. */
export function readRule(text: string, dayOf: (date: string) => number | undefined): Rule {
  const named = text.split(';').filter(Boolean);
  const parts = new Map(named.map((part) => [part.split('=')[0]!.toUpperCase(), part.slice(part.indexOf('=') + 1)]));
  const often = parts.get('FREQ') ?? 'without FREQ';
  if (often.toUpperCase() !== 'YEARLY')
    throw new Error(`repeats ${often}, holidays repeat YEARLY: closed weekdays belong into \`hours\``);
  const unread = [...parts.keys()].find((name) => !SILENT.has(name) && !read.has(name));
  if (unread) throw new Error(`repeats by ${unread}, which is not read: tell the days as RDATE`);
  const part = <T>(name: string, reader: (value: string) => T | undefined): T | undefined => {
    const value = parts.get(name);
    const found = value === undefined ? undefined : reader(value);
    if (value !== undefined && found === undefined) throw new Error(`${name}=${value} cannot be read`);
    return found;
  };
  return {
    interval: part('INTERVAL', number) ?? 1,
    count: part('COUNT', number) ?? Infinity,
    until: part('UNTIL', dayOf) ?? Infinity,
    months: part('BYMONTH', numbers),
    days: part('BYMONTHDAY', numbers),
    yearDays: part('BYYEARDAY', numbers),
    weekdays: part('BYDAY', weekdays),
    places: part('BYSETPOS', numbers),
  };
}

/** Whether the nth of so many is meant, counted from the beginning (1) or from the end (-1). */
const isMeant = (nth: number, of: number) => (meant: number) => meant === nth || meant === nth - of - 1;
const startOf = (year: number, month = 0): number => Date.UTC(year, month) / DAY;
const ALL_MONTHS = Array.from({ length: 12 }, (_, month) => month + 1);

/** The days of a year that a rule means; what it leaves open is as on its first day. */
function daysIn(year: number, { months, days, yearDays, weekdays: named, places }: Parts, first: Date): number[] {
  const [begin, end] = [startOf(year), startOf(year + 1)];
  const isOpen = !days && !yearDays && !named;
  const found: number[] = [];
  for (const month of (months ?? (isOpen ? [first.getUTCMonth() + 1] : ALL_MONTHS)).toSorted((a, b) => a - b)) {
    const [from, to] = [startOf(year, month - 1), startOf(year, month)];
    const [earliest, latest] = months ? [from, to] : [begin, end];
    for (let day = from; day < to; day++) {
      const date = day - from + 1;
      const nth = Math.floor((day - earliest) / 7) + 1;
      const nthLast = -Math.floor((latest - 1 - day) / 7) - 1;
      const isNamed = ({ nth: meant, weekday }: { nth: number; weekday: number }) =>
        weekday === (((day + THURSDAY) % 7) + 7) % 7 && [0, nth, nthLast].includes(meant);
      const fits = isOpen
        ? date === first.getUTCDate()
        : (!days || days.some(isMeant(date, to - from))) &&
          (!yearDays || yearDays.some(isMeant(day - begin + 1, end - begin))) &&
          (!named || named.some(isNamed));
      if (fits) found.push(day);
    }
  }
  return places ? found.filter((_, index) => places.some(isMeant(index + 1, found.length))) : found;
}

/** The first day of the series, then those of its rule, to the end of the last year. A date that a year has not is left out. */
export function* daysOfRule(rule: Rule, first: number, lastYear: number): Generator<number> {
  const start = new Date(first * DAY);
  let left = rule.count;
  if (left-- > 0) yield first;
  for (let year = start.getUTCFullYear(); year <= lastYear; year += rule.interval)
    for (const day of daysIn(year, rule, start)) {
      if (day <= first) continue;
      if (day > rule.until || left-- <= 0) return;
      yield day;
    }
}
