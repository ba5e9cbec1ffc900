/** Holidays of an iCalendar file (RFC 5545), as Google and Outlook export them. Pure. */
import { createRequire } from 'node:module';
import type ICAL from 'ical.js';

/** What returns every year is laid out to the end of this one: more would cost the start time. */
const LAST_YEAR = 2040;
const LONGEST_DAYS = 366;

/** Dates (`YYYY-MM-DD`) and what they are called. */
export type Holidays = Record<string, string>;

/** Loaded when a calendar asks for it: a start without such files does not wait for it. */
const library = () => createRequire(import.meta.url)('ical.js') as typeof ICAL;

const isoDate = ({ year, month, day }: ICAL.Time): string =>
  [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');

/** The end of an event is the first day that is none of its own; some exports repeat the start there. */
function* daysOf(start: ICAL.Time, end: ICAL.Time): Generator<string> {
  const days = Math.max(1, end.subtractDate(start).toSeconds() / 86_400);
  if (days > LONGEST_DAYS) throw new Error(`longer than a year from ${isoDate(start)}`);
  for (let day = 0; day < days; day++) {
    const date = start.clone();
    date.adjust(day, 0, 0, 0);
    yield isoDate(date);
  }
}

type Occurrence = Pick<ICAL.Event, 'startDate' | 'endDate'> & { item: ICAL.Event };

function* occurrencesOf(event: ICAL.Event): Generator<Occurrence> {
  if (!event.isRecurring()) {
    yield { item: event, startDate: event.startDate, endDate: event.endDate };
    return;
  }
  const other = Object.keys(event.getRecurrenceTypes()).find((often) => often !== 'YEARLY');
  if (other) throw new Error(`repeats ${other}, holidays repeat YEARLY: closed weekdays belong into \`hours\``);
  const each = event.iterator();
  for (let at = each.next() as ICAL.Time | null; at && at.year <= LAST_YEAR; at = each.next() as ICAL.Time | null)
    yield event.getOccurrenceDetails(at);
}

/** All-day events that were not called off; an event with a time of day closes nothing. */
function holidaysOf(event: ICAL.Event): Holidays {
  const dates: Holidays = {};
  if (!event.startDate.isDate) return dates;
  for (const { item, startDate, endDate } of occurrencesOf(event))
    if (startDate.isDate && item.component.getFirstPropertyValue('status') !== 'CANCELLED')
      for (const date of daysOf(startDate, endDate)) dates[date] = item.summary ?? '';
  return dates;
}

/** @throws Error that says what is wrong with the file. */
export function holidaysIn(source: string): Holidays {
  const { Component, Event, parse } = library();
  let events: ICAL.Component[];
  try {
    events = new Component(parse(source.replace(/^\uFEFF/, ''))).getAllSubcomponents('vevent');
  } catch {
    throw new Error('is no iCalendar file: export it again, as .ics');
  }
  const dates: Holidays = {};
  for (const component of events) {
    const event = new Event(component);
    try {
      if (!event.isRecurrenceException()) Object.assign(dates, holidaysOf(event));
    } catch (error) {
      throw new Error(`"${event.summary ?? event.uid}" cannot be read: ${(error as Error).message}`, { cause: error });
    }
  }
  if (Object.keys(dates).length === 0) throw new Error('has no all-day events: export a calendar of holidays');
  return dates;
}
