import { moment, plain } from '../src/card.js';
import { peoplePolicy } from '../src/people.js';
import { isZone } from '../src/zones.js';

describe('a time zone', () => {
  test.each([
    'Europe/Berlin',
    'Asia/Kolkata',
    'Asia/Calcutta',
    'Europe/Kyiv',
    'Europe/Kiev',
    'Asia/Ho_Chi_Minh',
    'Asia/Kathmandu',
    'Asia/Yangon',
    'America/Argentina/Buenos_Aires',
    'America/Indiana/Indianapolis',
    'America/Nuuk',
    'Atlantic/Faroe',
    'Pacific/Pohnpei',
    'US/Eastern',
    'Etc/UTC',
    'Etc/GMT+5',
    'UTC',
    'GMT',
    'GB',
    'NZ',
    'Zulu',
    'CET',
    'EST',
    'EST5EDT',
    'Asia/Shanghai',
    'Antarctica/DumontDUrville',
    'America/Port-au-Prince',
  ])('may be called %s, as IANA does', (name) => {
    expect(isZone(name)).toBe(true);
    expect(plain([moment(new Date(0))], { lang: 'en', zone: name })).not.toMatch(/UTC/);
  });

  test('may be called by every name that the runtime lists', () => {
    expect(Intl.supportedValuesOf('timeZone').filter((name) => !isZone(name))).toEqual([]);
  });

  test.each([
    '',
    ' ',
    '+01:00',
    '-0500',
    '+05',
    'UTC+1',
    'GMT+1',
    'Not/AZone',
    'Europe',
    'Europe/',
    'Europe/Bonn',
    'W. Europe Standard Time',
    'China Standard Time',
    'CEST',
    'local',
    'system',
    'Etc/Unknown',
    'Europe/Berlin ',
    'Europe/Berlin\0',
    '__proto__',
    // Letters that IANA does not know and the runtime reads in its own way: in Dhaka, Kolkata, Chicago …
    'BST',
    'IST',
    'CST',
    'PST',
    'SystemV/EST5',
    'x'.repeat(10_000),
  ])('is not called %j', (name) => expect(isZone(name)).toBe(false));
});

test('people.yaml takes the names of today and of yesterday', () => {
  const person = { id: 'ada', name: 'Ada', email: 'ada@example.com', title: { en: 'IT', zh: 'IT' } };
  const isTaken = (zone: string) => peoplePolicy.safeParse({ people: [{ ...person, zone }] }).success;
  expect(['Asia/Kolkata', 'Asia/Calcutta', 'Europe/Kyiv', 'US/Eastern'].map(isTaken)).toEqual(Array(4).fill(true));
  expect(['BST', '+01:00', 'Europe/Bonn'].map(isTaken)).toEqual(Array(3).fill(false));
});

test.each(['Not/AZone', 'W. Europe Standard Time', '', '+99:00'])(
  'a moment for eyes in the zone %j, which is none, is told in UTC and says so',
  (zone) => {
    const at = new Date('2026-11-23T08:00:00Z');
    expect(plain([moment(at)], { lang: 'en', zone })).toMatch(/23 Nov.* 08:00 UTC/);
    expect(plain([moment(at)], { lang: 'zh', zone })).toMatch(/11月23日.*08:00/);
    expect(plain([moment(at)], { lang: 'zh', zone })).toMatch(/UTC/);
  },
);
