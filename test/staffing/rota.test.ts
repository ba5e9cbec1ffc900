/** Who works when: the weekly rota over the changes of clocks, leave, and who stands in. */
import * as fc from 'fast-check';
import { createDirectory, peoplePolicy, teamsPolicy, type Group } from '../../src/people.js';
import { readPolicy } from '../../src/policy.js';
import { lengthOf, merged, stretchOf } from '../../src/staffing/days.js';
import { dayOf } from '../../src/zones.js';
import { overlap, overridden, shiftAt, shiftsFrom, weekOf, type Override } from '../../src/staffing/rota.js';
import { staffingOf, type Snapshot } from '../../src/staffing/staffing.js';

const people = readPolicy('policies', 'people.yaml', peoplePolicy).value;
const teams = readPolicy('policies', 'teams.yaml', teamsPolicy).value;
const rota = { people: ['agent', 'agent2', 'lead'], starts: '2026-11-04', handOver: 'Mon 09:00' };
const berlin = (moment: string) => new Date(`${moment}+01:00`);

/** The desk with a rota of three, and what was agreed. */
function company(change: Partial<Group> = {}, agreed: Partial<Snapshot> = {}) {
  const groups = teams.groups.map((group) => (group.id === 'it' ? { ...group, rota, ...change } : group));
  const directory = createDirectory(people, teamsPolicy.parse({ ...teams, groups }));
  const snapshot = { leave: new Map(), overrides: new Map(), ...agreed };
  return { directory, group: directory.group('it')!, staffing: staffingOf(directory, () => snapshot) };
}
const override = (person: string, from: string, until: string): Override => ({
  person: { id: person, name: person },
  from: berlin(from),
  until: berlin(until),
});
const away = (...of: [person: string, from: string, to: string][]): Pick<Snapshot, 'leave'> => ({
  leave: new Map(of.map(([person, from, to]) => [person, [stretchOf({ from, to }, 'Europe/Berlin')]])),
});

describe('the weekly rota', () => {
  const { group } = company();
  test.each([
    ['the first hand-over after the start', '2026-11-09T09:00', 'agent'],
    ['the last second of a week', '2026-11-16T08:59:59', 'agent'],
    ['the next hand-over', '2026-11-16T09:00', 'agent2'],
    ['the third week', '2026-11-23T09:00', 'lead'],
    ['round again', '2026-11-30T09:00', 'agent'],
    ['before it starts, counted backwards', '2026-11-09T08:59', 'lead'],
  ])('%s', (_, moment, person) => expect(weekOf(group, berlin(moment))?.person).toBe(person));

  it('hands over at the same hour of the wall when clocks change', () => {
    const week = weekOf(group, new Date('2027-03-28T12:00Z'))!;
    expect([week.from, week.until]).toEqual([new Date('2027-03-22T08:00Z'), new Date('2027-03-29T07:00Z')]);
  });

  it('has every moment in exactly one week, each as long as people say', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }), (now) => {
        const week = weekOf(group, now)!;
        expect(week.from <= now && now < week.until).toBe(true);
        expect(weekOf(group, week.until)!.from).toEqual(week.until);
        expect(Math.abs(+week.until - +week.from - 7 * 86_400_000)).toBeLessThanOrEqual(3_600_000);
      }),
    );
  });
});

describe('what was agreed', () => {
  const agreed = [override('agent', '2026-11-24T00:00', '2026-11-26T00:00')];
  const { group } = company();
  it('goes before the week, whose rest stays', () => {
    const shifts = shiftsFrom(group, agreed, berlin('2026-11-23T09:00'), 4);
    expect(shifts.map(({ person, until }) => [person, until])).toEqual([
      ['lead', berlin('2026-11-24T00:00')],
      ['agent', berlin('2026-11-26T00:00')],
      ['lead', berlin('2026-11-30T09:00')],
      ['agent', berlin('2026-12-07T09:00')],
    ]);
  });
  it('is cut by what is agreed later', () => {
    const later = overridden(agreed, override('agent2', '2026-11-24T12:00', '2026-11-25T00:00'));
    const at = (moment: string) => shiftAt(group, later, berlin(moment))?.person;
    expect(['2026-11-24T11:59', '2026-11-24T12:00', '2026-11-25T00:00', '2026-11-26T00:00'].map(at)).toEqual([
      'agent',
      'agent2',
      'agent',
      'lead',
    ]);
  });
  it('never overlaps itself, and the last word counts', () => {
    const stretch = fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 100 }), fc.nat(2));
    fc.assert(
      fc.property(fc.array(stretch, { minLength: 1, maxLength: 12 }), fc.nat(600), (list, hour) => {
        const time = (hours: number) => new Date(Date.UTC(2026, 10, 1, hours));
        const made = list.map(([from, length, who]) => ({
          from: time(from),
          until: time(from + length),
          person: { id: rota.people[who]!, name: '' },
        }));
        const kept = made.reduce<Override[]>(overridden, []);
        expect(kept.every((one, index) => kept.slice(index + 1).every((other) => !overlap(one, other)))).toBe(true);
        const last = made.findLast(({ from, until }) => from <= time(hour) && time(hour) < until);
        expect(shiftAt(group, kept, time(hour))?.person).toBe(last?.person.id ?? weekOf(group, time(hour))!.person);
      }),
    );
  });
});

describe('who has duty', () => {
  const tuesday = berlin('2026-11-24T10:00');
  const onDuty = (agreed: Partial<Snapshot>, change: Partial<Group> = {}) =>
    company(change, agreed).staffing.onDuty('it', tuesday)?.id;
  const week = ['2026-11-23', '2026-11-27'] as const;
  it('is the next of the rota for somebody on leave', () => {
    expect(onDuty({})).toBe('lead');
    expect(onDuty(away(['lead', ...week]))).toBe('agent');
    expect(onDuty(away(['lead', ...week], ['agent', ...week]))).toBe('agent2');
  });
  it('is the backup when the whole rota is away, and nobody when they are too', () => {
    const all = away(['lead', ...week], ['agent', ...week], ['agent2', ...week]);
    expect(onDuty(all, { backup: 'owner' })).toBe('owner');
    expect(onDuty(all)).toBeUndefined();
  });
  it('is nobody in a group without a rota', () => {
    expect(company().staffing.onDuty('network', tuesday)).toBeUndefined();
  });
});

describe('who stands in', () => {
  const tuesday = berlin('2026-11-24T10:00');
  const standIn = (person: string, agreed: Partial<Snapshot>, change: Partial<Group> = {}) =>
    company(change, agreed).staffing.standIn(person, 'it', tuesday)?.id;
  const week = ['2026-11-23', '2026-11-27'] as const;
  it('is the backup, else who has duty, else the lead', () => {
    expect(standIn('agent', away(['agent', ...week]))).toBe('agent2');
    expect(standIn('agent2', away(['agent2', ...week]))).toBe('lead');
    expect(standIn('agent', away(['agent', ...week], ['agent2', ...week]))).toBe('lead');
    expect(standIn('agent', {}, { backup: undefined, rota: undefined })).toBe('lead');
  });
  it('is never away, never the person themselves', () => {
    const staff = ['agent', 'agent2', 'lead', 'owner'];
    fc.assert(
      fc.property(
        fc.constantFrom(...staff),
        fc.subarray(staff),
        fc.option(fc.constantFrom(...staff), { nil: undefined }),
        (person, absent, backup) => {
          const agreed = away(...absent.map((id) => [id, ...week] as [string, string, string]));
          const found = standIn(person, agreed, { backup });
          expect(found === undefined || (found !== person && !absent.includes(found))).toBe(true);
        },
      ),
    );
  });
});

describe('leave', () => {
  it('is whole days in the person’s own zone', () => {
    const days = stretchOf({ from: '2026-12-01', to: '2026-12-02' }, 'Asia/Shanghai');
    expect([days.from, days.until]).toEqual([new Date('2026-11-30T16:00Z'), new Date('2026-12-02T16:00Z')]);
    expect(dayOf(new Date('2026-11-30T16:00Z'), 'Asia/Shanghai')).toBe('2026-12-01');
    expect(lengthOf({ from: '2026-12-31', to: '2027-01-01' })).toBe(2);
  });
  it('that overlaps or follows at once is one', () => {
    const ranges = [
      { from: '2026-12-07', to: '2026-12-08' },
      { from: '2026-12-01', to: '2026-12-04' },
      { from: '2026-12-05', to: '2026-12-05' },
    ];
    expect(merged(ranges)).toEqual([
      { from: '2026-12-01', to: '2026-12-05' },
      { from: '2026-12-07', to: '2026-12-08' },
    ]);
  });
  it('is said until when', () => {
    const { staffing } = company({}, away(['agent', '2026-11-23', '2026-11-24']));
    expect(staffing.awayUntil('agent', berlin('2026-11-24T23:59'))).toEqual(berlin('2026-11-25T00:00'));
    expect(staffing.isAway('agent', berlin('2026-11-25T00:00'))).toBe(false);
    expect(staffing.away(berlin('2026-11-24T10:00'))).toEqual(['agent']);
  });
});

describe('skills and tiers', () => {
  const { staffing } = company();
  it('are as the policy says; a plain list means 5', () => {
    expect([staffing.skill('agent2', 'network'), staffing.skill('agent2', 'unheard-of')]).toEqual([9, 0]);
    const plain = company({ skills: { agent: ['network'] } as never }).staffing;
    expect(plain.skill('agent', 'network')).toBe(5);
    expect([staffing.tier('agent', 'it'), staffing.tier('agent2', 'it')]).toEqual([1, 2]);
    expect(staffing.inTier('it', 2).map(({ id }) => id)).toEqual(['agent2']);
  });
  it('limit how much the rule gives', () => {
    expect(staffing.cap('agent', 'it')).toBe(25);
    expect(company({ caps: { agent: 3 } }).staffing.cap('agent', 'it')).toBe(3);
    expect(staffing.cap('agent2', 'network')).toBeUndefined();
  });
  it('belong to people who keep the hours of their group', () => {
    expect(staffing.calendarOf('agent')).toBe('office');
  });
});
