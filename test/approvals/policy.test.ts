import { readCatalogue } from '../../src/access/catalogue.js';
import { readApprovals } from '../../src/approvals/policy.js';
import { readChanges } from '../../src/changes/policy.js';
import { subjects } from '../../src/policies.js';
import { company, policiesWith } from './company.js';

const { directory, routes } = company();

test.each([
  [
    'ask: [manager] }',
    'ask: [boss] }',
    /approvals.yaml:\d+: routes.0.steps.0.ask.0: use manager, manager:2, owner, person:<id>/,
  ],
  ['role:security, role:admin', 'role:auditor', /fallback.0: nobody has the role "auditor": give it to somebody/],
  ['fallback: [role:security', 'fallback: [manager', /fallback.0: name a person, role, group or lead/],
  ['[lead:it, person:manager, person:owner]', '[lead:ops]', /there is no group "ops": add it to teams.yaml/],
  [
    'person:manager, person:owner',
    'person:nobody, person:owner',
    /nobody has the id "nobody": add them to people.yaml/,
  ],
  ['expireAfterHours: 40', 'expireAfterHours: 8', /expireAfterHours: must be longer than/],
  ['key: owner', 'key: manager', /routes.1.steps.1.key: is there twice/],
  ['- id: manager-owner\n', '- id: manager\n', /routes.1.id: is there twice/],
  ['quorum: 2', 'quorum: most', /routes.3.steps.0.quorum/],
  [
    'risk: medium }, route',
    'riks: medium }, route',
    /approvals.yaml:\d+: rules.2.when.riks: there is no fact "riks": did you mean "risk"\?/,
  ],
  ['kind: access }', 'kind: acess }', /"kind" is never "acess": did you mean "access"\?/],
  ['risk: medium }, route', 'risk: { atLeast: mediun } }, route', /"risk" is never "mediun": did you mean "medium"\?/],
  ['risk: medium }, route', 'duration: long }, route', /"duration" is a number, and "long" is none/],
  ['risk: medium }, route', 'type: { atLeast: normal } }, route', /"type" has no order: use equals or a list/],
  [
    'risk: medium }, route',
    'not: { any: [{ titel: CEO }] } }, route',
    /rules.2.when.not.any.0.titel: .* did you mean "title"/,
  ],
  ['risk: medium }, route', 'risk: {} }, route', /use a value, a list of values, or \{ equals, atLeast, atMost \}/],
  ['- { route: manager }', '- { when: { risk: low }, route: manager }', /rules.5.when: the last rule is for all/],
  ['- { when: { kind: access }, route', '- { route', /rules.4: no rule behind one without `when` is ever reached/],
  ['- { route: manager }', '- { route: manger }', /rules.5.route: there is no route "manger": did you mean "manager"/],
  ['ask: [owner] }', 'ask: [owner], when: { rsik: high } }', /routes.1.steps.1.when.rsik: there is no fact "rsik"/],
  ['ask: [owner] }', 'ask: [owner], limit: department }', /there is no fact "department" with an order: did you mean/],
  [
    '- { route: manager }',
    '- { route: manager, auto: { times: 1, days: 7 } }',
    /rules.5.auto: says of nothing in particular/,
  ],
  ['limits: []', 'limits: [{ who: role:lead, costs: 5 }]', /limits.0.costs: .* did you mean "cost"/],
  ['limits: []', 'limits: [{ who: person:leed, cost: 5 }]', /limits.0.who: nobody has the id "leed"/],
  ['ask: [manager] }', 'ask: [on-duty:network] }', /the group "network" has no rota/],
  ['quorum: 2', 'quorum: 160%', /quorum: use any, all, a number such as 2, or a share such as 60%/],
  ['- id: board\n', '- id: none\n', /"none" is what a route is called that asks nobody/],
  ['delegations: []', 'delegations: [{ of: lead, to: lead, starts: 2026-01-01, ends: 2026-01-02 }]', /somebody else/],
  ['delegations: []', 'delegations: [{ of: lead, to: agent, starts: 2026-02-30, ends: 2026-03-02 }]', /not a date/],
  ['delegations: []', 'delegations: [{ of: lead, to: agent, starts: 2026-03-03, ends: 2026-03-02 }]', /ends before/],
])('approvals.yaml with "%s" as "%s" stops the start with line and remedy', (from, to, problem) => {
  const dir = policiesWith('approvals.yaml', [from, to]);
  expect(() => readApprovals(dir, directory, subjects)).toThrow(problem);
});

test.each([
  ['owner: owner', 'owner: ghost', /catalogue.yaml:\d+: applications.0.owner: nobody has the id "ghost"/],
  ['maxHours: 2160', 'maxHours: 2160\n        route: board-of-two', /approvals.yaml has no route "board-of-two"/],
  ['incompatible: [crm-admin]', 'incompatible: [crm-root]', /there is no other entitlement "crm-root"/],
  ['- id: crm-export', '- id: crm-read', /is there twice/],
  ['maxHours: 2160', 'maxHours: 0', /maxHours/],
  ['risk: low', 'risk: none', /risk/],
])('catalogue.yaml with "%s" as "%s" stops the start with line and remedy', (from, to, problem) => {
  const dir = policiesWith('catalogue.yaml', [from, to]);
  expect(() => readCatalogue(dir, directory, routes)).toThrow(problem);
});

test.each([
  [
    'low: rules, medium',
    'low: boss, medium',
    /changes.yaml:\d+: types.1.routes.low: approvals.yaml has no route "boss"/,
  ],
  ['low: rules, medium', 'low: manager-owner, medium', /asks an application owner, and a change has none/],
  ['- id: normal', '- id: standard', /types.1.id: is there twice/],
  ['starts: 2026-12-19T00:00', 'starts: 2026-12-19', /not a local moment/],
  ['zone: Europe/Berlin', 'zone: Mars/Olympus', /freezes.0.zone: not an IANA time zone/],
  ['ends: 2027-01-04T06:00', 'ends: 2026-01-04T06:00', /ends before it starts/],
])('changes.yaml with "%s" as "%s" stops the start with line and remedy', (from, to, problem) => {
  const dir = policiesWith('changes.yaml', [from, to]);
  expect(() => readChanges(dir, routes)).toThrow(problem);
});
