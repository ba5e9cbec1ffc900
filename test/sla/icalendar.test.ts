/** Calendars as programs really export them: which days each closes. */
import { holidaysIn } from '../../src/sla/holidays.js';

const stream = (...lines: string[]) => lines.join('\r\n');
const calendar = (head: readonly string[], ...events: (readonly string[])[]): string =>
  stream(
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//field//EN',
    ...head,
    ...events.flatMap((lines, index) => [
      'BEGIN:VEVENT',
      ...(lines.some((line) => line.startsWith('UID')) ? [] : [`UID:${index}@example.com`]),
      ...lines,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
    '',
  );
const closed = (source: string, until = '2030', zone = 'Europe/Berlin') =>
  Object.keys(holidaysIn(source, zone))
    .filter((date) => date < until)
    .toSorted();
const daysOf = (...lines: string[]) => closed(calendar([], lines));
const wednesday = '2026-12-23';
const beside = ['DTSTART;VALUE=DATE:20261223', 'SUMMARY:Beside'];

describe('dates without VALUE=DATE', () => {
  test('are dates all the same, with an empty rule, a length, or an end like the start', () => {
    expect(daysOf('DTSTART:20261224', 'DURATION:P1D', 'SUMMARY:Company day')).toEqual(['2026-12-24']);
    expect(daysOf('DTSTART:20261231', 'DTEND:20261231', 'RRULE:', "SUMMARY:New Year's Eve")).toEqual(['2026-12-31']);
    expect(daysOf('DTSTART;VALUE=DATE:20261231', 'RRULE:')).toEqual(['2026-12-31']);
    expect(daysOf('DTSTART;TZID=Europe/Berlin:20261224', 'DTEND:20261227')).toEqual([
      '2026-12-24',
      '2026-12-25',
      '2026-12-26',
    ]);
    expect(daysOf('DTSTART:20261228', 'DURATION:P1W')).toHaveLength(7);
    expect(daysOf('DTSTART:20261228', 'DURATION:PT48H')).toHaveLength(2);
    expect(daysOf('DTSTART;VALUE=DATE:20261224', 'DTEND:20261225T235900')).toEqual(['2026-12-24', '2026-12-25']);
  });
  test('are exceptions and additions too', () => {
    expect(daysOf('DTSTART:20240520', 'RRULE:FREQ=YEARLY;COUNT=4', 'EXDATE:20260520', 'RDATE:20260521')).toEqual([
      '2024-05-20',
      '2025-05-20',
      '2026-05-21',
      '2027-05-20',
    ]);
  });
  test('may be folded by a tab, in any case of letters, after a quoted zone', () => {
    const folded = calendar([], ['dtstart;value=da', '\tte:20261224', 'SUMMARY:Lo', ' ng']);
    expect(closed(folded)).toEqual(['2026-12-24']);
    expect(daysOf('DTSTART;TZID="(UTC+01:00) Amsterdam; Berlin":20261224')).toEqual(['2026-12-24']);
  });
});

describe('a file with several calendars', () => {
  const one = calendar([], ['DTSTART;VALUE=DATE:20261224']);
  const other = calendar([], ['DTSTART;VALUE=DATE:20270104']);
  test.each([
    ['one after the other', one + other],
    ['with blank lines between', `${one}\r\n\r\n${other}\r\n`],
    ['of which one is empty', one + calendar([]) + other],
    ['of which one has no all-day event', one + calendar([], ['DTSTART:20261117T090000Z']) + other],
    ['with plain line ends', (one + other).replaceAll('\r\n', '\n')],
  ])('%s closes the days of each', (_, source) => {
    expect(closed(source)).toEqual(['2026-12-24', '2027-01-04']);
  });
  test('that was cut off within the second is none', () => {
    expect(() => holidaysIn((one + other).slice(0, -30), 'UTC')).toThrow(/is no iCalendar file: export it again/);
  });
});

describe('an exception of an all-day series', () => {
  const series = ['UID:s@example.com', 'DTSTART;VALUE=DATE:20240520', 'RRULE:FREQ=YEARLY;COUNT=4', 'SUMMARY:Day'];
  const moved = (id: string, ...more: string[]) => ['UID:s@example.com', id, ...more];
  const without = ['2024-05-20', '2025-05-20', '2027-05-20'];
  const elsewhere = ['2024-05-20', '2025-05-20', '2026-05-22', '2027-05-20'];

  test.each([
    ['RECURRENCE-ID;VALUE=DATE:20260520'],
    ['RECURRENCE-ID:20260520'],
    ['RECURRENCE-ID:20260520T000000'],
    ['RECURRENCE-ID;TZID=W. Europe Standard Time:20260520T000000'],
    ['RECURRENCE-ID;TZID="Europe/Berlin":20260520T090000'],
    ['RECURRENCE-ID:20260520T000000Z'],
    ['RECURRENCE-ID:20260519T220000Z'],
  ])('that is told as %s moves that day', (id) => {
    expect(closed(calendar([], series, moved(id, 'DTSTART;VALUE=DATE:20260522')))).toEqual(elsewhere);
    expect(closed(calendar([], moved(id, 'DTSTART:20260522'), series))).toEqual(elsewhere);
    expect(closed(calendar([], series, moved(id, 'DTSTART;VALUE=DATE:20260520', 'STATUS:CANCELLED')))).toEqual(without);
  });

  test.each([
    ['America/Argentina/Buenos_Aires', 'EXDATE:20260520T030000Z'],
    ['Asia/Shanghai', 'EXDATE:20260519T160000Z'],
    ['Europe/Berlin', 'EXDATE;TZID=Pacific Standard Time:20260520T000000'],
    ['UTC', 'EXDATE:20260520T000000Z'],
    ['Not/AZone', 'EXDATE:20260519T220000Z'],
    ['America/New_York', 'EXDATE:20250101T000000,20260520T000000'],
  ])('in %s is called off by %s', (zone, except) => {
    expect(closed(calendar([`X-WR-TIMEZONE:${zone}`], [...series, except]))).toEqual(without);
  });

  test('may be told twice, may stand alone, and may become a meeting', () => {
    const id = 'RECURRENCE-ID;VALUE=DATE:20260520';
    const twice = calendar([], [...series, 'EXDATE;VALUE=DATE:20260520'], moved(id, 'DTSTART;VALUE=DATE:20260522'));
    expect(closed(twice)).toEqual(elsewhere);
    expect(closed(calendar([], moved(id, 'DTSTART;VALUE=DATE:20260522')))).toEqual(['2026-05-22']);
    expect(closed(calendar([], series, moved(id, 'DTSTART:20260522T090000')))).toEqual(without);
  });

  test('may hold from then on', () => {
    const future = moved('RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20260520', 'DTSTART;VALUE=DATE:20260521');
    expect(closed(calendar([], series, future))).toEqual(['2024-05-20', '2025-05-20', '2026-05-21', '2027-05-21']);
  });

  test('is of its own series alone', () => {
    const other = ['UID:o@example.com', 'DTSTART;VALUE=DATE:20260520'];
    const exception = moved('RECURRENCE-ID;VALUE=DATE:20260520', 'DTSTART;VALUE=DATE:20260522');
    expect(closed(calendar([], series, other, exception))).toContain('2026-05-20');
  });
});

describe('a series', () => {
  test('that is told by RDATE alone begins with its first day', () => {
    expect(daysOf('DTSTART;VALUE=DATE:20260403', 'RDATE;VALUE=DATE:20270326,20280414', 'SUMMARY:Good Friday')).toEqual([
      '2026-04-03',
      '2027-03-26',
      '2028-04-14',
    ]);
    expect(daysOf('DTSTART:20260403', 'RDATE:20270326', 'RDATE;VALUE=PERIOD:20280414T000000/P1D')).toHaveLength(3);
    expect(daysOf('DTSTART:20260403', 'RRULE:', 'RDATE:20270326', 'EXDATE:20260403')).toEqual(['2027-03-26']);
  });
  test('of several days repeats them all', () => {
    expect(daysOf('DTSTART:20281231', 'DTEND:20290102', 'RRULE:FREQ=YEARLY;COUNT=1')).toEqual([
      '2028-12-31',
      '2029-01-01',
    ]);
  });

  const from = (first: string, rule: string, until = '2041') =>
    closed(calendar([], [`DTSTART;VALUE=DATE:${first}`, `RRULE:${rule}`]), until);
  test.each([
    ['20240229', 'FREQ=YEARLY', ['2024-02-29', '2028-02-29', '2032-02-29', '2036-02-29', '2040-02-29']],
    ['20240229', 'FREQ=YEARLY;COUNT=3', ['2024-02-29', '2028-02-29', '2032-02-29']],
    ['20240229', 'FREQ=YEARLY;INTERVAL=2;COUNT=2', ['2024-02-29', '2028-02-29']],
    ['20240229', 'FREQ=YEARLY;BYMONTH=2;COUNT=2', ['2024-02-29', '2028-02-29']],
    ['20240229', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1;COUNT=2', ['2024-02-29', '2025-02-28']],
    ['20241231', 'FREQ=YEARLY;BYYEARDAY=366;COUNT=2', ['2024-12-31', '2028-12-31']],
    ['20240531', 'FREQ=YEARLY;BYMONTH=5,6;BYMONTHDAY=31;COUNT=2', ['2024-05-31', '2025-05-31']],
    ['20240531', 'FREQ=YEARLY;BYMONTH=5,6;COUNT=2', ['2024-05-31', '2025-05-31']],
    ['20241120', 'FREQ=YEARLY;BYMONTH=11;BYDAY=3WE;COUNT=2', ['2024-11-20', '2025-11-19']],
    ['20240527', 'FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO;WKST=SU;COUNT=3', ['2024-05-27', '2025-05-26', '2026-05-25']],
    ['20240527', 'FREQ=YEARLY;BYMONTH=5;BYDAY=MO;BYSETPOS=-1;COUNT=2', ['2024-05-27', '2025-05-26']],
    ['20241105', 'FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=2,3,4,5,6,7,8;BYDAY=TU;COUNT=2', ['2024-11-05', '2025-11-04']],
    ['20240101', 'FREQ=YEARLY;BYDAY=1MO;COUNT=2', ['2024-01-01', '2025-01-06']],
    ['20260704', 'FREQ=YEARLY;UNTIL=20280704', ['2026-07-04', '2027-07-04', '2028-07-04']],
    ['20260704', 'FREQ=YEARLY;UNTIL=20280703T220000Z', ['2026-07-04', '2027-07-04', '2028-07-04']],
    ['20260704', 'FREQ=YEARLY;UNTIL=20280703', ['2026-07-04', '2027-07-04']],
    ['19691201', 'FREQ=YEARLY;BYMONTH=12;BYDAY=1MO;COUNT=2', ['1969-12-01', '1970-12-07']],
    ['19991231', 'freq=yearly;interval=20', ['1999-12-31', '2019-12-31', '2039-12-31']],
  ])('of %s by %s falls on its days, and on none that a month does not have', (first, rule, days) => {
    expect(from(first, rule)).toEqual(days);
  });
  test('without an end is laid out to 2040', () => {
    expect(from('20240101', 'FREQ=YEARLY', '9')).toHaveLength(17);
  });
  test.each([
    ['RRULE:FREQ=MONTHLY', /line 8: "Pay" cannot be read: repeats MONTHLY, holidays repeat YEARLY/],
    ['RRULE:FREQ=YEARLY;BYWEEKNO=20', /line 8: "Pay" cannot be read: repeats by BYWEEKNO/],
    ['RRULE:FREQ=YEARLY;BYDAY=XX', /line 8: "Pay" cannot be read: BYDAY=XX/],
    ['RRULE:FREQ=YEARLY;COUNT=often', /line 8: "Pay" cannot be read: COUNT=often/],
    ['EXRULE:FREQ=YEARLY', /line 8: "Pay" cannot be read: EXRULE/],
    ['RDATE;VALUE=DATE:20260230', /line 8: "Pay" cannot be read: RDATE;VALUE=DATE:20260230 is no date/],
    ['DURATION:long', /line 8: "Pay" cannot be read: DURATION:long/],
  ])('by %s is refused with its line and its own words, not read in another way', (line, said) => {
    const source = calendar([], ['DTSTART:20260101', 'SUMMARY:Pay', line]);
    expect(() => holidaysIn(source, 'UTC')).toThrow(said);
  });
});

describe('what Exchange and Outlook tell from midnight to midnight', () => {
  const zoned = [
    'DTSTART;TZID=W. Europe Standard Time:20261224T000000',
    'DTEND;TZID=W. Europe Standard Time:20261226T000000',
  ];
  const days = ['2026-12-24', '2026-12-25'];
  const withBeside = (...lines: string[]) => closed(calendar([], lines, beside)).filter((date) => date !== wednesday);

  test('is all day where it says so', () => {
    expect(withBeside(...zoned, 'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE')).toEqual(days);
    expect(withBeside(...zoned, 'X-MICROSOFT-MSNCALENDAR-ALLDAYEVENT:TRUE')).toEqual(days);
    expect(
      withBeside('DTSTART:20261223T230000Z', 'DTEND:20261225T230000Z', 'X-MICROSOFT-CDO-ALLDAYEVENT:true'),
    ).toEqual(days);
    expect(withBeside(zoned[0]!, 'DURATION:P2D', 'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE')).toEqual(days);
  });
  test('is an appointment where it does not, or where an end is within the day', () => {
    expect(withBeside(...zoned)).toEqual([]);
    expect(withBeside(...zoned, 'X-MICROSOFT-CDO-ALLDAYEVENT:FALSE')).toEqual([]);
    expect(withBeside('DTSTART:20261224T080000', zoned[1]!, 'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE')).toEqual([]);
    expect(withBeside(zoned[0]!, 'DTEND:20261224T170000', 'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE')).toEqual([]);
  });
  test('repeats, with exceptions told in the same way', () => {
    const flag = 'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE';
    const series = [
      'UID:x',
      ...zoned,
      'RRULE:FREQ=YEARLY;COUNT=3',
      'EXDATE;TZID=W. Europe Standard Time:20271224T000000',
    ];
    const moved = ['UID:x', 'RECURRENCE-ID:20281224T000000', 'DTSTART:20281222T000000', 'DTEND:20281223T000000', flag];
    expect(closed(calendar([], [...series, flag], moved))).toEqual([...days, '2028-12-22']);
  });
  test('a reminder within an event says nothing of its days', () => {
    const alarm = ['BEGIN:VALARM', 'TRIGGER:-PT15M', 'DURATION:P9D', 'REPEAT:2', 'END:VALARM'];
    expect(withBeside('DTSTART:20261224', ...alarm)).toEqual(['2026-12-24']);
  });
});
