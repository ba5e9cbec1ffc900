/** What an event of an iCalendar file says, read as days. Pure. */
import { DateTime } from 'luxon';
import { isZone } from '../../zones.js';
import type { Property, VEvent } from './events.js';
import { dayNumber, isoDate } from './yearly.js';

/** What is wrong, and the line of the file. */
export class Mistake extends Error {
  constructor(
    message: string,
    readonly line: number,
  ) {
    super(message);
  }
}

/** A moment as a wall clock reads it: its day, counted from 1970, and whether it is midnight. */
export type Wall = { day: number; midnight: boolean };

/**
 * Reads a date, or the date of a moment. A moment of UTC that is midnight in the zone of its calendar means the day that
 * begins there; every other one means the date that it says, whatever its zone is called.
 */
function wallOf(value: string, zone: string): Wall | undefined {
  const [, date = '', time = '000000', utc] = /^(\d{8})(?:T(\d{6})(Z)?)?$/i.exec(value) ?? [];
  const day = dayNumber(date);
  if (day === undefined) return undefined;
  const there = utc ? DateTime.fromISO(`${isoDate(day)}T${time}Z`, { zone }) : undefined;
  if (there?.toFormat('HHmmss') === '000000') return { day: dayNumber(there.toFormat('yyyyMMdd'))!, midnight: true };
  return { day, midnight: time === '000000' };
}

const LENGTH = /^P(?:(\d{1,3})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,4})M)?(?:(\d{1,4})S)?)?$/i;
/** Days of `P1D`, `P1W`, `PT24H`. */
function daysOf(value: string): number | undefined {
  const found = LENGTH.exec(value);
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = (found ?? []).slice(1).map((each) => +(each ?? 0));
  return found ? weeks * 7 + days + hours / 24 + minutes / 1440 + seconds / 86_400 : undefined;
}

/** @param desk the zone of the desk's calendar, for a file that names none. */
export function valuesOf(event: VEvent, desk: string) {
  const zone = event.zone && isZone(event.zone) ? event.zone : desk;
  const wrong = ({ said, line }: Property, message: string) => new Mistake(`${said} ${message}`, line);
  const all = (name: string) => event.properties.filter((each) => each.name === name && each.value !== '');
  const first = (name: string): Property | undefined => all(name)[0];
  return {
    wrong,
    all,
    first,
    dayOf: (value: string) => wallOf(value, zone)?.day,
    /** All the dates of this name. Of a period its beginning. */
    walls: (name: string): Wall[] =>
      all(name).flatMap((property) =>
        property.value.split(',').map((value) => {
          const wall = wallOf(value.split('/')[0]!.trim(), zone);
          if (!wall) throw wrong(property, 'is no date');
          return wall;
        }),
      ),
    text: (name: string): string =>
      (first(name)?.value ?? '').replace(/\\(.)/g, (_, letter: string) => (/n/i.test(letter) ? ' ' : letter)),
    isSaid: (name: string, value: string): boolean => all(name).some((each) => each.value.toUpperCase() === value),
    /** Its `DURATION` in days; undefined where it has none. */
    duration(): number | undefined {
      const property = first('DURATION');
      const days = property && daysOf(property.value);
      if (property && days === undefined) throw wrong(property, 'is no length such as P1D');
      return days;
    },
  };
}
export type Values = ReturnType<typeof valuesOf>;
