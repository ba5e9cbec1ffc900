/** Holidays of an iCalendar file (RFC 5545), as Google, Outlook and Exchange export them. Pure. */
import { eventsIn, type VEvent } from './icalendar/events.js';
import { Mistake, valuesOf, type Values, type Wall } from './icalendar/values.js';
import { daysOfRule, isoDate, readRule } from './icalendar/yearly.js';

/** What returns every year is laid out to the end of this one: more would cost the start time. */
const LAST_YEAR = 2040;
const LONGEST_DAYS = 366;

/** Dates (`YYYY-MM-DD`) and what they are called. */
export type Holidays = Record<string, string>;

/** An event of whole days; one that was called off, or has a time of day, has none. */
type Told = {
  name: string;
  uid: string | undefined;
  start: number;
  /** How many days each time of it lasts. */
  days: number;
  /** The first day of each time. */
  times: readonly number[];
  /** The time of its series that it replaces, with those that follow where it says so. */
  instead?: { day: number; on: boolean };
};

/** Exchange and Outlook tell some days from midnight to midnight, and say beside it that they mean the day. */
function isAllDay({ first, walls, isSaid, duration }: Values): boolean {
  const start = first('DTSTART');
  if (!start || start.parameters.includes('VALUE=DATE') || /^\d{8}$/.test(start.value)) return true;
  const isMarked = ['CDO', 'MSNCALENDAR'].some((by) => isSaid(`X-MICROSOFT-${by}-ALLDAYEVENT`, 'TRUE'));
  const isWhole = () => [...walls('DTSTART'), ...walls('DTEND')].every(({ midnight }) => midnight);
  return isMarked && isWhole() && Number.isInteger(duration() ?? 0);
}

/** The end of an event is the first day that is none of its own; some exports repeat the start there. */
function lengthOf(start: Wall, { first, walls, duration }: Values): number {
  const [end] = walls('DTEND');
  const days = end ? end.day - start.day + (end.midnight ? 0 : 1) : Math.ceil(duration() ?? 0);
  if (days > LONGEST_DAYS) throw new Mistake(`longer than a year from ${isoDate(start.day)}`, first('DTSTART')!.line);
  return Math.max(1, days);
}

/** The first day is one of the series, whatever else repeats it. */
function timesOf(start: number, { all, first, walls, wrong, dayOf }: Values): number[] {
  const odd = first('EXRULE');
  if (odd) throw wrong(odd, 'is not read: tell the days as EXDATE');
  const times = new Set([start, ...walls('RDATE').map(({ day }) => day)]);
  for (const { value, line } of all('RRULE'))
    try {
      for (const day of daysOfRule(readRule(value, dayOf), start, LAST_YEAR)) times.add(day);
    } catch (error) {
      throw new Mistake((error as Error).message, line);
    }
  for (const { day } of walls('EXDATE')) times.delete(day);
  return [...times];
}

function read(event: VEvent, values: Values): Omit<Told, 'name' | 'uid'> {
  const id = values.first('RECURRENCE-ID');
  const [replaced] = values.walls('RECURRENCE-ID');
  const instead = id &&
    replaced && { instead: { day: replaced.day, on: id.parameters.includes('RANGE=THISANDFUTURE') } };
  if (!isAllDay(values) || values.isSaid('STATUS', 'CANCELLED')) return { start: 0, days: 0, times: [], ...instead };
  const [start] = values.walls('DTSTART');
  if (!start) throw new Mistake('it has no DTSTART', event.line);
  const times = replaced ? [start.day] : timesOf(start.day, values);
  return { start: start.day, days: lengthOf(start, values), times, ...instead };
}

function told(event: VEvent, zone: string): Told {
  const values = valuesOf(event, zone);
  const [name, uid] = [values.text('SUMMARY'), values.first('UID')?.value];
  try {
    return { name, uid, ...read(event, values) };
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    throw new Error(`line ${error.line}: "${name || uid}" cannot be read: ${error.message}`, { cause: error });
  }
}

/** The times of an event, without those that others were put in the place of. */
function* standing(event: Told, exceptions: readonly Told[]): Generator<{ from: number; days: number }> {
  const own = event.instead ? [] : exceptions.filter(({ uid }) => uid === event.uid);
  const future = own.filter(({ instead }) => instead!.on).toSorted((one, two) => two.instead!.day - one.instead!.day);
  for (const time of event.times) {
    if (own.some(({ instead }) => instead!.day === time)) continue;
    const since = future.find(({ instead }) => instead!.day < time);
    yield since
      ? { from: time + since.start - since.instead!.day, days: since.days }
      : { from: time, days: event.days };
  }
}

/**
 * The days that all-day events close; an event with a time of day closes nothing.
 * @param zone of whoever works by it, for moments of UTC in a file that names no zone.
 * @throws Error that says what is wrong with the file, and in which line.
 */
export function holidaysIn(source: string, zone: string): Holidays {
  const events = eventsIn(source)?.map((event) => told(event, zone));
  if (!events) throw new Error('is no iCalendar file: export it again, as .ics');
  const exceptions = events.filter(({ instead }) => instead);
  const dates: Holidays = {};
  for (const event of events)
    for (const { from, days } of standing(event, exceptions))
      for (let day = from; day < from + days; day++) dates[isoDate(day)] = event.name;
  if (Object.keys(dates).length === 0) throw new Error('has no all-day events: export a calendar of holidays');
  return dates;
}
