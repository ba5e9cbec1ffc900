/** Nothing that has an id or a name is there twice in the policies: the start is refused with the file and the line. */
import { readPolicies } from '../src/policies.js';
import { policiesWith } from './approvals/company.js';

const tokyo = (id: string) =>
  `\n  - id: ${id}\n    name: { en: A, zh: 甲 }\n    zone: Asia/Tokyo\n    hours: { mon-fri: ['10:00-11:00'] }\n`;
const application = (id: string, entitlement = `${id}-read`) =>
  `  - id: ${id}
    name: { en: A, zh: 甲 }
    owner: owner
    entitlements:
      - { id: ${entitlement}, name: { en: Read, zh: 读 }, risk: low, maxHours: 8, route: manager }\n`;
const category = (id: string) => `categories:\n  - { id: ${id}, name: { en: Again, zh: 再 } }\n`;

test.each([
  ['calendars.yaml', 'calendars:', `calendars:${tokyo('office')}`, 'calendars.1.id'],
  ['calendars.yaml', '- id: us-office', '- id: china', 'calendars.3.id'],
  ['sla.yaml', 'name: normal', 'name: high', 'policies.3.name'],
  ['sla.yaml', 'name: low', 'name: high', 'fallback.name'],
  ['priorities.yaml', 'categories:\n', category('network'), 'categories.1.id'],
  ['catalogue.yaml', 'durationsHours: [1, 8', 'durationsHours: [8, 8', 'durationsHours.1'],
  ['teams.yaml', 'members: [agent, agent2]', 'members: [agent, agent2, agent]', 'groups.0.members.2'],
  ['teams.yaml', '- id: network', '- id: it', 'groups.1.id'],
  ['changes.yaml', '- id: normal', '- id: standard', 'types.1.id'],
  ['approvals.yaml', 'key: owner', 'key: manager', 'routes.1.steps.1.key'],
  ['approvals.yaml', '- id: manager-owner\n', '- id: manager\n', 'routes.1.id'],
  ['templates.yaml', '- id: on-it', '- id: more-details', 'templates.1.id'],
  ['catalogue.yaml', 'applications:\n', `applications:\n${application('demo-crm')}`, 'applications.1.id'],
  [
    'catalogue.yaml',
    'applications:\n',
    `applications:\n${application('other', 'crm-read')}`,
    'applications.1.entitlements.0.id',
  ],
  ['people.yaml', '- id: agent2', '- id: agent', 'people.2.id'],
  ['people.yaml', 'agent2@example.com', 'Agent@example.com', 'people.2.email'],
])('%s with "%s" as "%s"', (file, from, to, place) => {
  const dir = policiesWith(file, [from, to]);
  const told = new RegExp(`${file}:\\d+: ${place}: .*is there twice`);
  expect(() => readPolicies(dir)).toThrow(told);
});

test('an account is of one person', () => {
  const account = '    accounts: { slack: T1/U1 }\n';
  const of = (person: string): [string, string] => [`- id: ${person}\n`, `- id: ${person}\n${account}`];
  expect(() => readPolicies(policiesWith('people.yaml', of('agent')))).not.toThrow();
  const twice = policiesWith('people.yaml', of('agent'), of('lead'));
  expect(() => readPolicies(twice)).toThrow(/people\.yaml:\d+: people\.3\.accounts\.slack: is there twice/);
});
