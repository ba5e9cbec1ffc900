/**
 * Working time. A moment is working time when the wall clock of the calendar's zone reads a time within the spans of
 * that date; everything else follows from that one sentence, daylight-saving changes included. Exact to the millisecond.
 */
import { DateTime, IANAZone } from 'luxon';

/** Minutes of the day on the wall clock, the end excluded: 09:00–12:30 is `{ from: 540, to: 750 }`. */
export type Span = { from: number; to: number };

export type Hours = {
  id: string;
  /** IANA. */
  zone: string;
  /** Spans of each weekday, Monday first, in order and not overlapping. */
  week: readonly (readonly Span[])[];
  /** Dates (`YYYY-MM-DD`) that differ from their weekday: a holiday has no spans, a make-up working day has some. */
  special: ReadonlyMap<string, readonly Span[]>;
};

export type Calendar = {
  readonly id: string;
  readonly zone: string;
  /** Every span of working time from a year before `from` to a year after `to` (milliseconds), laid out once. */
  table(from: number, to: number): Table;
};

/** Working spans in order: where each starts and ends, and how much working time lies before it. Milliseconds. */
type Table = { from: number; to: number; starts: number[]; ends: number[]; before: number[]; total: number };

const MINUTE = 60_000;
const DAY = 86_400_000;
const YEAR = 366 * DAY;
const MONDAY = 3; // 1970-01-01, day 0, was a Thursday.
const FARTHEST = 100 * YEAR;

/** Stretches of time with one offset from UTC. No zone changes its clocks twice within a week. */
function* stretches(zone: IANAZone, from: number, to: number) {
  let start = from;
  let offset = zone.offset(from);
  for (let at = from; at < to;) {
    const next = Math.min(at + 7 * DAY, to);
    const later = zone.offset(next);
    if (later !== offset) {
      let [old, changed] = [at, next];
      while (changed - old > 1) {
        const middle = Math.floor((old + changed) / 2);
        if (zone.offset(middle) === offset) old = middle;
        else changed = middle;
      }
      yield { from: start, to: changed, offset: offset * MINUTE };
      [start, offset] = [changed, later];
    }
    at = next;
  }
  yield { from: start, to, offset: offset * MINUTE };
}

function layOut(hours: Hours, zone: IANAZone, special: ReadonlyMap<number, readonly Span[]>, from: number, to: number) {
  const table: Table = { from, to, starts: [], ends: [], before: [], total: 0 };
  for (const stretch of stretches(zone, from, to)) {
    const last = Math.floor((stretch.to + stretch.offset) / DAY);
    for (let date = Math.floor((stretch.from + stretch.offset) / DAY); date <= last; date++) {
      for (const span of special.get(date) ?? hours.week[(((date + MONDAY) % 7) + 7) % 7] ?? []) {
        const midnight = date * DAY - stretch.offset;
        const start = Math.max(midnight + span.from * MINUTE, stretch.from);
        const end = Math.min(midnight + span.to * MINUTE, stretch.to);
        if (start >= end) continue;
        table.starts.push(start);
        table.ends.push(end);
        table.before.push(table.total);
        table.total += end - start;
      }
    }
  }
  return table;
}

/** Makes a calendar of opening hours. Days are laid out when first asked for, and kept. */
export function createCalendar(hours: Hours): Calendar {
  const zone = IANAZone.create(hours.zone);
  const special = new Map([...hours.special].map(([date, spans]) => [Date.parse(`${date}T00:00Z`) / DAY, spans]));
  let laid: Table | undefined;
  return {
    id: hours.id,
    zone: hours.zone,
    table(from, to) {
      if (!laid || from < laid.from || to > laid.to) {
        const known = laid ?? { from, to };
        laid = layOut(hours, zone, special, Math.min(from - YEAR, known.from), Math.max(to + YEAR, known.to));
      }
      return laid;
    },
  };
}

/** The last index whose value is at most `value`; -1 when there is none. */
function lastAtMost(values: readonly number[], value: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function worked(table: Table, at: number): number {
  const index = lastAtMost(table.starts, at);
  return index < 0 ? 0 : table.before[index]! + Math.min(at, table.ends[index]!) - table.starts[index]!;
}

/** Working seconds from one moment to another; negative when `to` is the earlier. */
export function between(calendar: Calendar, from: Date, to: Date): number {
  const [a, b] = [from.getTime(), to.getTime()];
  const table = calendar.table(Math.min(a, b), Math.max(a, b));
  return (worked(table, b) - worked(table, a)) / 1000;
}

/**
 * The earliest moment by which this number of working seconds has passed since `from`; with 0, `from` itself.
 * @throws RangeError for negative seconds, and when a century of this calendar does not hold them.
 */
export function add(calendar: Calendar, from: Date, seconds: number): Date {
  if (!(seconds >= 0)) throw new RangeError(`working time cannot be taken back: ${seconds} s`);
  const milliseconds = Math.round(seconds * 1000);
  if (milliseconds === 0) return from;
  const start = from.getTime();
  for (let ahead = 0; ahead <= FARTHEST; ahead = ahead * 2 || YEAR) {
    const table = calendar.table(start, start + ahead);
    const wanted = worked(table, start) + milliseconds;
    if (wanted > table.total) continue;
    const index = lastAtMost(table.before, wanted - 1);
    return new Date(table.starts[index]! + wanted - table.before[index]!);
  }
  throw new RangeError(`calendar ${calendar.id} has no ${seconds} s of working time to come`);
}

/** `from` itself in working time, else the moment at which work next begins. */
export const opening = (calendar: Calendar, from: Date): Date => new Date(add(calendar, from, 0.001).getTime() - 1);

/** The opening after this number of whole working days that follow the day of `from`. */
export function afterWorkingDays(calendar: Calendar, from: Date, days: number): Date {
  let at = from;
  for (let day = 0; day <= days; day++) {
    const tomorrow = DateTime.fromJSDate(at, { zone: calendar.zone }).plus({ days: 1 }).startOf('day');
    at = opening(calendar, tomorrow.toJSDate());
  }
  return at;
}

/** The stretches of working time between two moments, in order. */
export function stretchesOfWork(calendar: Calendar, from: Date, to: Date): { from: Date; to: Date }[] {
  const table = calendar.table(from.getTime(), to.getTime());
  const found = [];
  for (let index = Math.max(0, lastAtMost(table.starts, from.getTime())); index < table.starts.length; index++) {
    const start = Math.max(table.starts[index]!, from.getTime());
    const end = Math.min(table.ends[index]!, to.getTime());
    if (start >= to.getTime()) break;
    if (start < end) found.push({ from: new Date(start), to: new Date(end) });
  }
  return found;
}
