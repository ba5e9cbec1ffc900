/** Who gets a new ticket: by rule, tier, skill and load; never somebody away, full or of another group. */
import * as fc from 'fast-check';
import { createDirectory, peoplePolicy, teamsPolicy, type Group } from '../../src/people.js';
import { readPolicy } from '../../src/policy.js';
import { stretchOf } from '../../src/staffing/days.js';
import { staffingOf } from '../../src/staffing/staffing.js';
import { longestAgo } from '../../src/store/side-collections.js';
import { createAssignment, fittest, type Candidate } from '../../src/tickets/work/assignment.js';
import { at, MONDAY } from './people.js';

const people = readPolicy('policies', 'people.yaml', peoplePolicy).value;
const teams = readPolicy('policies', 'teams.yaml', teamsPolicy).value;
const staff = ['agent', 'agent2', 'security', 'admin'];

/** The desk with four members and a rule, some of whom are away today. */
function company(change: Partial<Group>, absent: readonly string[] = []) {
  const group = { ...teams.groups[0]!, members: staff, tiers: {}, skills: {}, cap: undefined, ...change };
  const directory = createDirectory(people, teamsPolicy.parse({ ...teams, groups: [group, teams.groups[1]] }));
  const today = [stretchOf({ from: '2026-11-23', to: '2026-11-23' }, 'Europe/Berlin')];
  const leave = new Map(absent.map((id) => [id, today]));
  const staffing = staffingOf(directory, () => ({ leave, overrides: new Map() }));
  return { directory, staffing, group: directory.group('it')! };
}

/** Who gets tickets one after another, each of them staying open. */
async function given(
  { directory, staffing, group }: ReturnType<typeof company>,
  tickets: number,
  { category, load = {}, now = MONDAY }: { category?: string; load?: Record<string, number>; now?: Date } = {},
): Promise<(string | undefined)[]> {
  const counts = { ...load };
  let had: string[] = [];
  const turn = async (_: string, among: readonly [string, ...string[]]) => {
    const next = longestAgo(among, had);
    had = [...had.filter((each) => each !== next), next];
    return next;
  };
  const openCount = async (id: string) => counts[id] ?? 0;
  const rule = createAssignment({ directory, staffing, openCount, turn });
  const got: (string | undefined)[] = [];
  for (let ticket = 0; ticket < tickets; ticket++) {
    const person = await rule(group, category, now);
    got.push(person?.id);
    if (person) counts[person.id] = (counts[person.id] ?? 0) + 1;
  }
  return got;
}

describe('a new ticket goes', () => {
  it('to nobody, where the group has no rule', async () => {
    expect(await given(company({ assignment: 'none' }), 1)).toEqual([undefined]);
  });
  it('round: each in turn, and past those who are away', async () => {
    const round = await given(company({ assignment: 'round-robin' }), 8);
    expect(new Set(round.slice(0, 4))).toEqual(new Set(staff));
    expect(round.slice(4)).toEqual(round.slice(0, 4));
    expect(new Set(await given(company({ assignment: 'round-robin' }, ['agent', 'admin']), 4))).toEqual(
      new Set(['agent2', 'security']),
    );
  });
  it('to whom has the fewest; among equals not always to the same', async () => {
    const least = company({ assignment: 'least-load' });
    expect(await given(least, 1, { load: { agent: 2, agent2: 1, security: 3, admin: 4 } })).toEqual(['agent2']);
    expect(new Set(await given(least, 4))).toEqual(new Set(staff));
  });
  it('to whom knows the matter best, and of those to whom has the fewest', async () => {
    const skills = { agent: { network: 3 }, agent2: { network: 8 }, admin: { network: 8 } };
    const skill = company({ assignment: 'skill', skills });
    const got = await given(skill, 3, { category: 'network', load: { agent2: 1 } });
    expect([got[0], got.filter((id) => id === 'admin').length, got.includes('agent2')]).toEqual(['admin', 2, true]);
    expect(await given(skill, 1, { category: 'hardware', load: { agent: 1, agent2: 1, admin: 1 } })).toEqual([
      'security',
    ]);
  });
  it('by the other rules first to those who know the matter', async () => {
    const skills = { agent2: { network: 5 } };
    for (const assignment of ['round-robin', 'least-load'] as const)
      expect(await given(company({ assignment, skills }), 1, { category: 'network', load: { agent2: 9 } })).toEqual([
        'agent2',
      ]);
  });
  it('to the lowest tier in which anybody is', async () => {
    const tiers = { agent2: 'L2', security: 'L2', admin: 'L3' } as const;
    expect(await given(company({ assignment: 'least-load', tiers }), 2)).toEqual(['agent', 'agent']);
    const absent = company({ assignment: 'least-load', tiers }, ['agent']);
    expect(new Set(await given(absent, 2))).toEqual(new Set(['agent2', 'security']));
  });
  it('to whom has duty, whatever their tier, and to the next of the rota while they are away', async () => {
    const duty = { assignment: 'on-duty', tiers: { agent2: 'L3' } } as const;
    expect(await given(company(duty), 1)).toEqual(['agent2']);
    expect(await given(company(duty), 1, { now: new Date('2026-12-01T10:00+01:00') })).toEqual(['agent']);
    expect(await given(company(duty, ['agent2']), 1)).toEqual(['agent']);
  });
  it('to nobody when all are full or away', async () => {
    const full = company({ assignment: 'least-load', cap: 2, caps: { agent: 1 } }, ['security', 'admin']);
    expect((await given(full, 4)).filter((id) => id === 'agent')).toHaveLength(1);
    expect((await given(full, 4))[3]).toBeUndefined();
    expect(await given(company({ assignment: 'on-duty', cap: 1 }), 2)).toEqual(['agent2', undefined]);
    expect(await given(company({ assignment: 'skill' }, staff), 1)).toEqual([undefined]);
  });
  it('again to who is back', async () => {
    const absent = company({ assignment: 'least-load', tiers: { agent2: 'L2' } }, ['agent', 'security', 'admin']);
    expect(await given(absent, 1)).toEqual(['agent2']);
    expect(await given(absent, 1, { now: at('tue', '09:00') })).not.toEqual(['agent2']);
  });
});

describe('whatever the rule', () => {
  const rule = fc.constantFrom<Group['assignment'][]>('round-robin', 'least-load', 'skill', 'on-duty');
  it('nobody is given a ticket who is away, full or of another group', async () => {
    await fc.assert(
      fc.asyncProperty(
        rule,
        fc.subarray(['agent', 'agent2', 'security', 'admin', 'lead']),
        fc.dictionary(fc.constantFrom(...staff), fc.integer({ min: 0, max: 4 })),
        fc.dictionary(fc.constantFrom(...staff), fc.integer({ min: 0, max: 5 })),
        fc.dictionary(fc.constantFrom(...staff), fc.constantFrom('L1', 'L2', 'L3')),
        fc.option(fc.constantFrom('network', 'hardware'), { nil: undefined }),
        async (assignment, absent, caps, load, tiers, category) => {
          const desk = company({ assignment, caps, cap: 4, tiers, backup: 'owner' }, absent);
          const options = category === undefined ? { load } : { category, load };
          for (const [index, id] of (await given(desk, 3, options)).entries()) {
            if (id === undefined) continue;
            expect(absent).not.toContain(id);
            expect(desk.directory.isAgentOf(id, 'it')).toBe(true);
            if (index === 0) expect(load[id] ?? 0).toBeLessThan(caps[id] ?? 4);
          }
        },
      ),
    );
  });
  it('who is chosen is one of those who were asked, and somebody whenever one of the lowest tier has room', () => {
    const candidate: fc.Arbitrary<Candidate> = fc.record({
      id: fc.uuid(),
      tier: fc.integer({ min: 1, max: 3 }),
      level: fc.integer({ min: 0, max: 10 }),
      load: fc.nat(5),
      cap: fc.option(fc.nat(5), { nil: undefined }),
    });
    fc.assert(
      fc.property(rule, fc.array(candidate, { maxLength: 6 }), (assignment, asked) => {
        const chosen = fittest(assignment, asked);
        expect(asked).toEqual(expect.arrayContaining(chosen));
        const lowest = Math.min(...asked.map(({ tier }) => tier));
        const room = asked.filter(({ tier, load, cap }) => tier === lowest && load < (cap ?? Infinity));
        expect(chosen.length > 0).toBe(room.length > 0);
      }),
    );
  });
});
