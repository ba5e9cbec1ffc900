/** Holidays from iCalendar files, shaped as calendars are exported in real life. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDirectory } from '../../src/directory/policy.js';
import { between } from '../../src/sla/calendar.js';
import { readSla } from '../../src/sla/policy.js';
import { policiesWith } from '../approvals/company.js';

const calendar = (...events: string[][]): string =>
  [
    'BEGIN:VCALENDAR',
    'PRODID:-//Google Inc//Google Calendar 70.9054//EN',
    'VERSION:2.0',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-WR-TIMEZONE:UTC',
    ...events.flatMap((lines, index) => ['BEGIN:VEVENT', `UID:${index}@google.com`, ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
    '',
  ].join('\r\n');

const before = '    # The nine public holidays that hold in every German state.\n';
/** The demo company, its office closed also on what a file says. */
function withFile(source: string | undefined, name = 'holidays-de.ics', more: [string, string][] = []) {
  const dir = policiesWith('calendars.yaml', [before, `    holidaysFrom: ${name}\n`], ...more);
  if (source !== undefined) writeFileSync(join(dir, 'holidays-de.ics'), source);
  return readSla(dir, readDirectory(dir)).calendar('office');
}
/** Hours of work on a day in Berlin. */
const hours = (office: ReturnType<typeof withFile>, date: string): number => {
  const midnight = new Date(`${date}T00:00Z`).getTime() - 2 * 3_600_000;
  return between(office, new Date(midnight), new Date(midnight + 24 * 3_600_000)) / 3600;
};

const google = [
  'DTSTART;VALUE=DATE:20261116',
  'DTEND;VALUE=DATE:20261117',
  'DTSTAMP:20260301T093000Z',
  'CLASS:PUBLIC',
  'DESCRIPTION:Feiertag oder Gedenktag\\nWenn du Gedenktage ausblenden möchtest\\, gehe',
  '  zu den Google Kalender-Einstellungen > Feiertage in Deutschland',
  'STATUS:CONFIRMED',
  'SUMMARY:Betriebsausflug\\, ganzt',
  ' ägig',
  'TRANSP:TRANSPARENT',
];

test('days, several days and years are closed, beside those of the yaml', () => {
  const office = withFile(
    calendar(
      google,
      ['DTSTART;VALUE=DATE:20260803', 'DTEND;VALUE=DATE:20260806', 'SUMMARY:Betriebsferien'],
      ['DTSTART;VALUE=DATE:20270301', 'SUMMARY:Ohne Ende'],
      ['DTSTART;VALUE=DATE:20270303', 'DTEND;VALUE=DATE:20270303', 'SUMMARY:Ende wie Anfang'],
      ['DTSTART;VALUE=DATE:20241030', 'DURATION:P2D', 'RRULE:FREQ=YEARLY', 'SUMMARY:Reformationstag'],
      // The third Wednesday of November, as Outlook writes it.
      ['DTSTART;VALUE=DATE:20241120', 'DTEND;VALUE=DATE:20241121', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=3WE'],
    ),
  );
  const closed = ['2026-11-16', '2026-08-03', '2026-08-05', '2027-03-01', '2027-03-03', '2026-10-30', '2035-10-31'];
  expect(closed.map((date) => hours(office, date))).toEqual(closed.map(() => 0));
  const third = ['2026-11-18', '2027-11-17'];
  expect(third.map((date) => hours(office, date))).toEqual([0, 0]);
  const open = ['2026-11-17', '2026-08-06', '2027-03-02', '2027-03-04', '2026-10-29', '2026-11-25', '2027-11-24'];
  expect(open.map((date) => hours(office, date))).toEqual(open.map(() => 8));
  expect([hours(office, '2026-04-03'), hours(office, '2026-12-25')]).toEqual([0, 0]);
});

test('an event with a time of day, one that was called off and one year that was moved close nothing', () => {
  const office = withFile(
    calendar(
      google,
      ['DTSTART:20261117T090000Z', 'DTEND:20261117T170000Z', 'SUMMARY:All hands'],
      ['DTSTART;TZID=W. Europe Standard Time:20261118T090000', 'RRULE:FREQ=WEEKLY', 'SUMMARY:Stand-up'],
      ['DTSTART;VALUE=DATE:20261119', 'DTEND;VALUE=DATE:20261120', 'STATUS:CANCELLED', 'SUMMARY:Off'],
      ['DTSTART;VALUE=DATE:20240704', 'RRULE:FREQ=YEARLY;UNTIL=20280704', 'EXDATE;VALUE=DATE:20270704', 'UID:moved'],
      ['DTSTART;VALUE=DATE:20260706', 'RECURRENCE-ID;VALUE=DATE:20260704', 'UID:moved', 'SUMMARY:Observed'],
    ).replaceAll(/UID:\d@google.com\r\n(?=(?:(?!END:VEVENT)[\s\S])*UID:moved)/g, ''),
  );
  const open = ['2026-11-17', '2026-11-18', '2026-11-19', '2029-07-04'];
  expect(open.map((date) => hours(office, date))).toEqual(open.map(() => 8));
  expect([hours(office, '2028-07-04'), hours(office, '2026-07-06')]).toEqual([0, 0]);
});

test('a file of plain lines with a byte order mark is read; what the yaml works is worked', () => {
  const source = `\uFEFF${calendar(google).replaceAll('\r\n', '\n')}`;
  expect(hours(withFile(source), '2026-11-16')).toBe(0);
  const worked: [string, string] = [
    '    holidaysFrom:',
    "    makeUp: { 2026-11-16: ['09:00-12:00'] }\n    holidaysFrom:",
  ];
  expect(hours(withFile(source, undefined, [worked]), '2026-11-16')).toBe(3);
});

test.each([
  ['that is missing', undefined, /holidays-de\.ics cannot be read: put it beside calendars\.yaml/],
  ['that is empty', '', /is no iCalendar file: export it again, as \.ics/],
  ['that is a web page', '<!doctype html>\n<html><body>Sign in</body></html>', /is no iCalendar file/],
  ['that was cut off', calendar(google).slice(0, 400), /is no iCalendar file/],
  ['of meetings', calendar(['DTSTART:20261117T090000Z', 'SUMMARY:All hands']), /has no all-day events/],
  [
    'of weekends',
    calendar(['DTSTART;VALUE=DATE:20260103', 'RRULE:FREQ=WEEKLY', 'SUMMARY:Sat']),
    /"Sat" cannot be read: repeats WEEKLY, .+ `hours`/,
  ],
  ['with no date', calendar(['DTSTART;VALUE=DATE:soon', 'SUMMARY:Xmas']), /"Xmas" cannot be read/],
  ['with nothing but a name', calendar(['SUMMARY:Xmas']), /"Xmas" cannot be read/],
  [
    'with an end years later',
    calendar(['DTSTART;VALUE=DATE:20260101', 'DTEND;VALUE=DATE:20300101', 'SUMMARY:Long']),
    /"Long" cannot be read: longer than a year from 2026-01-01/,
  ],
])('a file %s stops the start with its place and the remedy', (_, source, said) => {
  expect(() => withFile(source)).toThrow(said);
  expect(() => withFile(source)).toThrow(/calendars\.yaml:\d+: calendars\.0\.holidaysFrom: holidays-de\.ics /);
});

test.each(['../holidays-de.ics', '/etc/x.ics', 'holidays.yaml'])('%s is no file beside the yaml', (name) => {
  expect(() => withFile('', name)).toThrow(/calendars\.yaml:\d+: .+not the name of a file beside this one/);
});
