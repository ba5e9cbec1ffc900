/** Which route a subject takes, who is asked in its steps, and what the others read about it. */
import * as fc from 'fast-check';
import { awaited, begin, openStep } from '../../src/approvals/approval.js';
import { type Condition, holding } from '../../src/approvals/conditions.js';
import { routeOf } from '../../src/approvals/approvals.cards.js';
import { plain } from '../../src/card.js';
import { staffed } from '../../src/approvals/absence.js';
import { codeParts, stuckParts, stuckToday } from '../../src/approvals/coverage.js';
import { wording } from '../../src/language/wording.js';
import { at, company, hoursAfter, policiesWith, refusal } from './company.js';

const monday = at('09:00');
/** The company with other rules, steps or limits. */
const house = (...changes: [string, string][]) => company(policiesWith('approvals.yaml', ...changes));
const step = (what: string): [string, string] => [
  'ask: [manager] }\n  - id: manager-owner\n',
  `${what} }\n  - id: manager-owner\n`,
];
const seated = (what: string, requester = 'employee', facts = {}, ...changes: [string, string][]) => {
  const { routes, one } = house(step(what), ...changes);
  return begin(routes.route('manager')!, { requester: one(requester), owner: one('owner'), facts }, routes, monday);
};
const asked = (...given: Parameters<typeof seated>) => awaited(seated(...given)).map(({ id }) => id);
const read = (approval: ReturnType<typeof seated>, lang: 'en' | 'zh' = 'en') =>
  routeOf(approval, wording[lang]).flatMap((part) =>
    part.kind === 'progress' ? part.steps.map(({ label }) => plain(label, { lang, zone: 'UTC' })) : [],
  );

describe('the first rule that holds gives the route', () => {
  const { routes } = company();
  test.each([
    [{ kind: 'access', risk: 'low', entitlement: 'crm-read' }, 'manager-owner'],
    [{ kind: 'access', risk: 'high', entitlement: 'crm-admin' }, 'manager-owner-security'],
    [{ kind: 'change', type: 'emergency', risk: 'low' }, 'emergency'],
    [{ kind: 'change', type: 'normal', risk: 'medium' }, 'board'],
    [{ kind: 'change', type: 'normal', risk: 'low' }, 'manager'],
    [{}, 'manager'],
  ])('%j: %s', (facts, route) => expect(routes.choose(facts)?.id).toBe(route));

  test('the requester’s department, title, place and managers are facts', () => {
    const dir = policiesWith('people.yaml', [
      '    manager: manager\n',
      '    manager: manager\n    department: Sales\n    location: Berlin\n',
    ]);
    const { routes: those } = company(dir);
    expect(those.factsOf('employee')).toEqual({
      requester: 'employee',
      department: 'Sales',
      location: 'Berlin',
      title: 'Employee',
      role: [],
      manager: ['manager'],
    });
    expect(those.factsOf('agent')['manager']).toEqual(['lead', 'manager']);
  });
});

test.each<[Condition, boolean]>([
  [{ risk: 'medium' }, true],
  [{ risk: ['low', 'medium'] }, true],
  [{ risk: ['low', 'high'] }, false],
  [{ risk: { atLeast: 'low' }, duration: { atMost: 8 } }, true],
  [{ risk: { atLeast: 'high' } }, false],
  [{ risk: { atMost: 'medium' }, duration: { atLeast: 9 } }, false],
  [{ duration: { equals: 8 } }, true],
  [{ manager: 'boss' }, true],
  [{ cost: { atMost: 5 } }, false],
  [{ not: { cost: { atMost: 5 } } }, true],
  [{ any: [{ risk: 'low' }, { manager: 'head' }] }, true],
  [{ all: [{ risk: 'medium' }, { manager: 'nobody' }] }, false],
  [{}, true],
])('%j of a request of medium risk for 8 hours: %s', (asks, expected) => {
  const lent = {
    risk: { label: { en: 'risk', zh: '风险' }, is: { levels: ['low', 'medium', 'high'] } },
    duration: { label: { en: 'duration', zh: '时长' }, is: 'number' },
    cost: { label: { en: 'cost', zh: '费用' }, is: 'number' },
    manager: { label: { en: 'manager', zh: '上级' }, is: 'text' },
  } as const;
  expect(holding(asks, lent)({ risk: 'medium', duration: 8, manager: ['head', 'boss'] })).toBe(expected);
});

describe('a step asks', () => {
  test.each<[string, Parameters<typeof seated>, string[]]>([
    ['the manager’s manager', ['ask: [manager:2]', 'agent'], ['manager']],
    ['the fallback, where there is nobody so far up', ['ask: [manager:2]'], ['security']],
    ['the on-call agent', ['ask: [on-duty:it]'], ['agent2']],
    ['the managers above the on-call agent who asks', ['ask: [on-duty:it]', 'agent2'], ['lead']],
  ])('%s', (_, given, people) => expect(asked(...given)).toEqual(people));

  test('a share of its approvers, rounded up', () => {
    const { need, approvers } = openStep(seated('ask: [lead:it, person:manager, person:owner], quorum: 60%'))!;
    expect([approvers.length, need]).toEqual([3, 2]);
  });

  test('nobody at all where its condition does not hold, and the card says why in the reader’s language', () => {
    const when = 'ask: [manager], when: { any: [{ risk: { atLeast: medium } }, { duration: { atLeast: 24 } }] }';
    const second: [string, string] = [
      'ask: [owner] }',
      'ask: [owner] }\n      - { key: more, label: { en: More, zh: 更多 }, ask: [role:security], when: { risk: high } }',
    ];
    const { routes, one } = house(second);
    const about = { requester: one('employee'), owner: one('owner'), facts: { risk: 'low', duration: 8 } };
    const approval = begin(routes.route('manager-owner')!, about, routes, monday);
    expect(read(approval)[2]).toBe('More: not needed, only when risk is high');
    expect(read(approval, 'zh')[2]).toBe('更多: 无需审批，仅当风险为 high 时需要');
    expect(asked(when, 'employee', { risk: 'low', duration: 48 })).toEqual(['manager']);
    expect(seated(when, 'employee', { risk: 'low', duration: 8 }).state).toBe('approved');
  });

  test('somebody whose limit is high enough, else those above them', () => {
    const limits: [string, string] = [
      'limits: []',
      'limits: [{ who: role:lead, cost: 100 }, { who: person:manager, cost: 5000 }]',
    ];
    const at100 = (cost: number) => seated('ask: [lead:it], limit: cost', 'agent', { cost }, limits);
    expect(awaited(at100(100)).map(({ id }) => id)).toEqual(['lead']);
    expect(read(at100(101))).toEqual(['Manager: Marco Rossi instead of Lena Schmidt, whose limit is lower']);
    expect(refusal(() => at100(5001))).toMatch('No approver is left');
    expect(awaited(seated('ask: [lead:it], limit: cost', 'agent', {}, limits)).map(({ id }) => id)).toEqual(['lead']);
  });
});

test('who is asked instead is told with the reason', () => {
  const { routes, one } = company();
  const own = begin(routes.route('manager-owner')!, { requester: one('owner'), owner: one('owner') }, routes, monday);
  expect(read(own)).toEqual([
    'Manager: Marco Rossi',
    'Application owner: Sam Okafor instead of Olga Petrova, who is the requester',
  ]);
  const without = begin(routes.route('manager-owner')!, { requester: one('employee') }, routes, monday);
  expect(read(without)[1]).toBe('Application owner: Sam Okafor because nobody is named for this step');
});

test('nobody decides two steps, unless the route allows it', () => {
  const both: [string, string] = [
    'ask: [owner] }\n  - id: manager-owner-security',
    'ask: [person:manager] }\n  - id: manager-owner-security',
  ];
  const decided = (...changes: [string, string][]) => {
    const { routes, one } = house(both, ...changes);
    return begin(routes.route('manager-owner')!, { requester: one('employee') }, routes, monday).steps[1]!.approvers;
  };
  expect(decided()).toMatchObject([{ id: 'security', insteadOf: { id: 'manager' }, because: 'decides' }]);
  expect(decided(['- id: manager-owner\n', '- id: manager-owner\n    sameAllowed: true\n'])).toMatchObject([
    { id: 'manager' },
  ]);
});

test('people for whom it is, or on whose behalf it was opened, decide none of it', () => {
  const { routes, one } = company();
  const about = { requester: one('employee'), owner: one('owner'), parties: [one('manager'), one('security')] };
  const approval = begin(routes.route('manager')!, about, routes, monday);
  expect(awaited(approval).map(({ id }) => id)).toEqual(['admin']);
});

test('silence is counted in the approvers’ working time: not over the weekend', () => {
  const { routes, one } = company();
  const friday = new Date('2026-11-27T15:30:00Z');
  const { remind, escalate, expire } = begin(routes.route('manager')!, { requester: one('employee') }, routes, friday);
  expect([remind, escalate, expire].map((date) => date?.toISOString())).toEqual([
    '2026-11-30T15:30:00.000Z',
    '2026-12-01T15:30:00.000Z',
    '2026-12-04T15:30:00.000Z',
  ]);
});

test('whatever a clock is stopped by, after 30 days nobody is waited for', () => {
  const { routes, one } = company();
  expect(begin(routes.route('manager')!, { requester: one('employee') }, routes, monday).lapse).toEqual(
    hoursAfter(monday, 720),
  );
});

test('whatever the rules, the first that holds is taken, and the last one holds always', () => {
  const risk = fc.constantFrom('low', 'medium', 'high');
  const when = fc.record({ risk: fc.uniqueArray(risk, { minLength: 1 }) });
  const names = ['manager', 'board', 'emergency'];
  fc.assert(
    fc.property(
      fc.array(fc.record({ when, route: fc.constantFrom(...names) }), { maxLength: 6 }),
      risk,
      (rules, has) => {
        const text = [
          ...rules.map(
            ({ when: { risk: among }, route }) => `  - { when: { risk: [${among.join(', ')}] }, route: ${route} }`,
          ),
          '  - { route: manager-owner }',
        ].join('\n');
        const { routes } = house([
          '  - { when: { kind: change, type: emergency }, route: emergency }\n  - { when: { kind: change, risk: high }, route: board-security }\n  - { when: { kind: change, risk: medium }, route: board }\n  - { when: { kind: access, entitlement: crm-admin }, route: manager-owner-security }\n  - { when: { kind: access }, route: manager-owner }\n  - { route: manager }',
          text,
        ]);
        expect(routes.choose({ risk: has })?.id).toBe(
          rules.find((rule) => rule.when.risk.includes(has))?.route ?? 'manager-owner',
        );
      },
    ),
    { numRuns: 30 },
  );
});

describe('an administrator reads which routes nobody could decide today', () => {
  const stuck = (dir: string | undefined, away: readonly string[] = []) => {
    const { routes, directory } = company(dir);
    const awayUntil = (id: string) => (away.includes(id) ? at('23:00') : undefined);
    const all = ['manager', 'manager-owner-security', 'board'].map((id) => routes.route(id)!);
    return stuckParts(
      stuckToday(all, directory.people, staffed(routes, awayUntil), awayUntil, monday, directory.person('owner')),
      wording.en,
    ).flatMap((part) =>
      part.kind === 'list' ? part.items.map((item) => plain(item, { lang: 'en', zone: 'UTC' })) : [],
    );
  };
  test('none, as the company is', () => expect(stuck(undefined)).toEqual([]));
  test('one, when all who would be asked are on leave', () => {
    expect(stuck(undefined, ['manager', 'security', 'admin', 'lead'])).toContain(
      'manager, step Manager: everybody asked is on leave, for example for Ada Novak',
    );
  });
  test('one, for a person for whom nobody is left', () => {
    const dir = policiesWith('approvals.yaml', ['fallback: [role:security, role:admin]', 'fallback: [person:manager]']);
    expect(stuck(dir)).toContain('manager, step Manager: no approver is left, for example for Marco Rossi');
  });
  test('and which steps need a one-time code, of whom', () => {
    const dir = policiesWith('approvals.yaml', [
      'ask: [role:security] }\n  - id: board\n',
      'ask: [role:security, owner], stepUp: { risk: { atLeast: high } } }\n  - id: board\n',
    ]);
    const { routes, directory } = company(dir, () => [], ['owner']);
    const all = ['manager', 'manager-owner-security'].map((id) => routes.route(id)!);
    const given = { people: directory.people, owners: [directory.person('owner')!] };
    const shown = (oneChat: boolean) =>
      codeParts(all, { ...given, oneChat }, routes, monday, wording.en).flatMap((part) =>
        part.kind === 'list' ? part.items.map((item) => plain(item, { lang: 'en', zone: 'UTC' })) : [],
      );
    const step = 'manager-owner-security, step Security, when risk is at least high';
    expect(shown(false)).toEqual([`${step}: no second chat, so others are asked instead: Olga Petrova`]);
    expect(shown(true)).toEqual([step]);
  });
});
