import { mkdtempSync, readFileSync, writeFileSync, cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDirectory, peoplePolicy, teamsPolicy } from '../../src/people.js';
import { readPolicy } from '../../src/policy.js';
import { add, between } from '../../src/sla/calendar.js';
import { readSla } from '../../src/sla/policy.js';

const people = readPolicy('policies', 'people.yaml', peoplePolicy);
const teams = readPolicy('policies', 'teams.yaml', teamsPolicy);
const directory = createDirectory(people.value, teams.value);
const sla = readSla('policies', directory);
const H = 3600;

describe('the shipped calendars', () => {
  const cases: [string, string, string, number, string][] = [
    ['lunch is not counted', 'office', '2026-11-23T12:00+01:00', 1 * H, '2026-11-23T13:30+01:00'],
    ['Friday evening to Monday morning', 'office', '2026-11-20T17:00+01:00', 1 * H, '2026-11-23T09:30+01:00'],
    ['Christmas, 2026', 'office', '2026-12-24T16:30+01:00', 2 * H, '2026-12-28T10:00+01:00'],
    ['Easter, with the clocks changed', 'office', '2027-03-25T17:00+01:00', 1 * H, '2027-03-30T09:30+02:00'],
    ['a night around the clock', '24x7', '2026-03-29T00:30+01:00', 4 * H, '2026-03-29T05:30+02:00'],
    ['Thanksgiving', 'us-office', '2026-11-25T16:00-05:00', 2 * H, '2026-11-27T10:00-05:00'],
    ['a make-up Saturday is worked', 'china', '2026-02-13T17:00+08:00', 2 * H, '2026-02-14T10:00+08:00'],
    ['the Spring Festival is not', 'china', '2026-02-14T17:00+08:00', 2 * H, '2026-02-24T10:00+08:00'],
    ['a make-up Sunday before the National Day', 'china', '2026-09-19T12:00+08:00', 1 * H, '2026-09-20T10:00+08:00'],
  ];
  it.each(cases)('%s (%s)', (_, calendar, from, seconds, to) => {
    expect(add(sla.calendar(calendar), new Date(from), seconds)).toEqual(new Date(to));
  });

  it('work 2026 on as many days as were published for mainland China', () => {
    const year = between(sla.calendar('china'), new Date('2026-01-01T00:00+08:00'), new Date('2027-01-01T00:00+08:00'));
    expect(year / H / 8).toBe(248);
  });
});

describe('the shipped promises', () => {
  const group = directory.defaultGroup;
  const requester = directory.person('employee')!;
  it.each([
    ['high', 'high', 'P1', 'critical', '24x7'],
    ['medium', 'high', 'P2', 'high', 'office'],
    ['low', 'medium', 'P3', 'normal', 'office'],
    ['low', 'low', 'P4', 'low', 'office'],
  ] as const)(
    'impact %s and urgency %s are %s, promised as %s by %s',
    (impact, urgency, priority, policy, calendar) => {
      expect(sla.priorityOf(impact, urgency)).toBe(priority);
      expect(sla.termsFor({ priority, group, requester })).toMatchObject({ policy, calendar });
    },
  );

  it('keeps a policy for a type or a category to tickets of that kind', () => {
    const dir = mkdtempSync(join(tmpdir(), 'policies-'));
    cpSync('policies', dir, { recursive: true });
    const file = join(dir, 'sla.yaml');
    const special =
      'policies:\n  - { name: orders, when: { type: [request], category: [network] }, firstResponse: 1h, resolution: 2h }\n';
    writeFileSync(file, readFileSync(file, 'utf8').replace('policies:\n', special));
    const { termsFor } = readSla(dir, directory);
    const policyOf = (type: string, category?: string) =>
      termsFor({ priority: 'P3', group, requester, type, category }).policy;
    expect([policyOf('request', 'network'), policyOf('incident', 'network'), policyOf('request')]).toEqual([
      'orders',
      'normal',
      'normal',
    ]);
  });

  it('gives a VIP the VIP promise', () => {
    expect(sla.termsFor({ priority: 'P4', group, requester: { ...requester, vip: true } }).policy).toBe('vip');
  });
});

describe('a wrong policy stops the start with file, line and remedy', () => {
  function changed(file: string, from: string, to: string): () => unknown {
    const dir = mkdtempSync(join(tmpdir(), 'policies-'));
    cpSync('policies', dir, { recursive: true });
    const source = readFileSync(join(dir, file), 'utf8');
    expect(source).toContain(from);
    writeFileSync(join(dir, file), source.replace(from, to));
    return () => readSla(dir, directory);
  }
  it.each([
    ['sla.yaml', 'calendar: 24x7', 'calendar: 24/7', /sla\.yaml:\d+: policies\.0\.calendar/],
    ['sla.yaml', 'calendar: 24x7', 'calendar: lunar', /no calendar "lunar" in calendars\.yaml, which has office, 24x7/],
    ['sla.yaml', 'firstResponse: 30m', 'firstResponse: soon', /"soon" is not a working time such as 30m/],
    ['sla.yaml', 'serviceOwner: owner', 'serviceOwner: nobody', /no person "nobody" in people\.yaml/],
    ['sla.yaml', 'serviceOwner: owner', '', /name one as `serviceOwner:`/],
    ['sla.yaml', 'at: 90', 'at: 60', /the steps of the ladder must rise/],
    ['sla.yaml', 'when: { priority: [P2] }', 'when: { group: [hr] }', /no group "hr" in teams\.yaml/],
    ['sla.yaml', 'when: { priority: [P2] }', 'when: { category: [magic] }', /no category "magic" in priorities\.yaml/],
    ['sla.yaml', 'supplier: 16h', 'supplier: { within: 16h, calendar: lunar }', /waits\.supplier: no calendar "lunar"/],
    ['sla.yaml', 'nextUpdate: 2h', 'nextUpdate: often', /"often" is not a working time/],
    ['calendars.yaml', "'13:00-17:30'", "'12:00-17:30'", /not overlap/],
    ['calendars.yaml', 'mon-fri: [', 'fri-mon: [', /not a weekday such as mon, nor days such as mon-fri/],
    ['calendars.yaml', 'mon-fri: [', 'weekdays: [', /calendars\.yaml:\d+: .*not a weekday/],
    ['calendars.yaml', '2026-01-01: Neujahr', '2026-02-30: Neujahr', /not a date such as 2026-10-01/],
    ['calendars.yaml', 'Europe/Berlin', 'Europe/Bonn', /not an IANA time zone/],
    ['calendars.yaml', 'id: office', 'id: bureau', /group "it" of teams\.yaml works by "office"/],
    ['priorities.yaml', 'medium: P3, low: P4', 'medium: P9, low: P4', /priorities\.yaml:\d+: matrix/],
  ])('%s: %s → %s', (file, from, to, message) => {
    expect(changed(file, from, to)).toThrow(message);
  });
});
