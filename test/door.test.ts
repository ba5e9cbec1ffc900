/** Who passes the door with which command; what a command may do to a record is judged in its room. */
import { readFileSync } from 'node:fs';
import { mayGive, needRight, rightOf } from '../src/door.js';
import { specs, type Command } from '../src/language/command.js';
import { verbs } from '../src/language/vocabulary.js';
import { createDirectory, type Person } from '../src/people.js';
import type { Role } from '../src/language/spec.js';
import { readDirectory } from '../src/directory/policy.js';
import { Refusal } from '../src/refusal.js';
import type { Right } from '../src/language/spec.js';

const roles: Role[] = ['agent', 'lead', 'security', 'admin'];
const of = (...own: Role[]) => ({ roles: own });

test('a role passes for itself; that a lead is an agent is the only order', () => {
  const passes = (right: Right) => roles.filter((role) => mayGive(of(role), right));
  expect(passes('anyone')).toEqual(roles);
  expect(passes('agent')).toEqual(['agent', 'lead']);
  expect(passes('lead')).toEqual(['lead']);
  expect(passes('security')).toEqual(['security']);
  expect(passes('admin')).toEqual(['admin']);
  expect(mayGive(of(), 'anyone')).toBe(true);
  expect(roles.filter((right) => mayGive(of(), right))).toEqual([]);
});

const FILE = 'test/language/rights.txt';

test(`${FILE} tells of every command which roles may give it`, () => {
  const line = (name: string, cells: readonly string[]) =>
    [name.padEnd(20), ...cells.map((cell) => cell.padEnd(10))].join('').trimEnd();
  const commands = [...specs].toSorted(([one], [other]) => one.localeCompare(other));
  const table = [
    line('', ['no role', ...roles]),
    ...commands.map(([name, { may }]) =>
      line(
        name,
        [of(), ...roles.map((role) => of(role))].map((person) => (mayGive(person, may) ? 'yes' : '·')),
      ),
    ),
  ];
  expect(readFileSync(FILE, 'utf8')).toBe(`${table.join('\n')}\n`);
});

test('a role opens what it is named for, and no other role stands for it', () => {
  const commandsFor = (right: Right) => [...specs].flatMap(([name, { may }]) => (may === right ? [name] : []));
  expect(commandsFor('lead').toSorted()).toEqual(['forecast']);
  expect(commandsFor('security')).toEqual(['audit']);
  expect(commandsFor('admin').toSorted()).toEqual([
    'cancel-leaver',
    'directory',
    'import-people',
    'leaver',
    'lint-policy',
    'policy',
    'take-import',
    'take-policy',
  ]);
});

test('a form needs the right of the command that it completes', () => {
  const form: Command = { do: 'show-form', draft: { do: 'bulk' } };
  expect(rightOf(form)).toBe('agent');
  expect(() => needRight({ ...of('security', 'admin') } as Person, form)).toThrow(Refusal);
});

test('the members of a group are agents and its lead is a lead, though their roles do not say so', () => {
  const shipped = readDirectory('policies');
  const bare = shipped.people.map((person) => ({ ...person, roles: [] }));
  const { groups, defaultGroup } = shipped;
  const directory = createDirectory({ people: bare }, { groups: [...groups], default: defaultGroup.id });
  const rolesOf = (id: string) => directory.person(id)!.roles;
  expect([rolesOf('agent2'), rolesOf('lead'), rolesOf('admin')]).toEqual([['agent'], ['agent', 'lead'], []]);
});

test('people with an approval to give and no role reach what waits for them', () => {
  for (const command of ['list-approvals', 'approve', 'reject'] as const)
    expect(mayGive(of(), specs.get(command)!.may)).toBe(true);
  expect(verbs.get('approvals')!.to).toBe('anyone');
});
