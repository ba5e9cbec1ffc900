/** What administrators see of the directory, and what follows from what identity providers say. */
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { directoryCard, personCard } from '../../src/directory/directory.cards.js';
import { wording } from '../../src/language/wording.js';
import { oktaUser } from '../kit/scim-client.js';
import { textOf } from '../tickets/room.js';
import { openServer } from './server.js';

type Server = Awaited<ReturnType<typeof openServer>>;
const opened: Server[] = [];
const open = async (...asked: Parameters<typeof openServer>) => {
  const server = await openServer(...asked);
  opened.push(server);
  return server;
};
afterEach(async () => {
  while (opened.length > 0) await opened.pop()!.close();
});

const EXTENSION = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const DAY = 86_400_000;

/** Policies of a company of its own, with this directory.yaml. */
function policiesWith(mapping: string): { dir: string; write(mapping: string): void } {
  const dir = mkdtempSync(join(tmpdir(), 'policies-'));
  cpSync('policies', dir, { recursive: true });
  const write = (text: string) => writeFileSync(join(dir, 'directory.yaml'), text);
  write(mapping);
  return { dir, write };
}
function shown({ directory, time }: Server, person?: string, lang: 'en' | 'zh' = 'en'): string {
  const findings = directory.findings(time.now);
  const house = { directory, provided: directory.provided, rules: directory.rules, findings };
  const eyes = { viewer: { lang, zone: 'UTC' }, say: wording[lang] };
  const card = person ? personCard(person, house, findings, eyes) : directoryCard(house, 1, eyes);
  return `${card.title}\n${card.status?.text}\n${textOf(card.parts)}`;
}
const create = async ({ idp }: Server, name: string, more = {}, change = {}): Promise<string> => {
  const { status, body } = await idp.post('Users', { ...oktaUser(`${name}@scim.example`, more), ...change });
  expect([name, status]).toEqual([name, 201]);
  return body.id!;
};

describe('what is wrong is shown, and harms nobody else', () => {
  test('a manager whom nobody knows, until they come; one’s own; a ring; no address', async () => {
    const server = await open();
    const ada = await create(server, 'ada.one', { manager: 'boss.late@scim.example' });
    expect(shown(server)).toMatch(/Ada Okta has the manager boss.late@scim.example, whom the directory does not have/);
    const boss = await create(server, 'boss.late');
    expect([server.directory.person(ada)?.manager, shown(server)]).toEqual([
      boss,
      expect.not.stringMatching(/boss\.late/),
    ]);
    await server.idp.patch(`Users/${boss}`, { op: 'add', path: `${EXTENSION}:manager`, value: boss });
    expect([server.directory.person(boss)?.manager, shown(server)]).toEqual([
      undefined,
      expect.stringMatching(/own manager/),
    ]);
    await server.idp.patch(`Users/${boss}`, { op: 'add', path: `${EXTENSION}:manager`, value: ada });
    expect(shown(server)).toMatch(/manage each other in a ring: (Ada Okta → Boss Okta|Boss Okta → Ada Okta)/);
    expect(shown(server, undefined, 'zh')).toMatch(/互为上级/);
    await create(server, 'mute', {}, { userName: 'mute', emails: [] });
    expect(shown(server)).toMatch(/Mute Okta has no e-mail address/);
    expect(server.directory.person('mute')).toBeUndefined();
  });

  test('an address that two people have: it stays with the one who had it first', async () => {
    const server = await open();
    const [first, second] = [await create(server, 'first'), await create(server, 'second')];
    server.time.now = new Date(server.time.now.getTime() + DAY);
    await server.idp.patch(`Users/${first}`, {
      op: 'replace',
      path: 'emails[type eq "work"].value',
      value: 'second@scim.example',
    });
    expect(server.directory.byEmail('second@scim.example')?.id).toBe(second);
    expect(server.directory.person(first)).toBeUndefined();
    expect(shown(server)).toMatch(/second@scim.example belongs to Second Okta and to First Okta \(first\)/);
    await server.idp.patch(`Users/${first}`, {
      op: 'replace',
      path: 'emails[type eq "work"].value',
      value: 'one@scim.example',
    });
    expect(server.directory.byEmail('one@scim.example')?.id).toBe(first);
  });
});

describe('who people are goes on', () => {
  test('a rename keeps the person, and what was theirs', async () => {
    const server = await open();
    const id = await create(server, 'eva.klein');
    await server.idp.patch(
      `Users/${id}`,
      { op: 'replace', path: 'userName', value: 'eva.gross@scim.example' },
      { op: 'replace', path: 'emails[type eq "work"].value', value: 'eva.gross@scim.example' },
    );
    expect(server.directory.byEmail('eva.gross@scim.example')?.id).toBe(id);
    expect(server.directory.byEmail('eva.klein@scim.example')).toBeUndefined();
    expect(server.directory.hadAddress(id, 'Eva.Klein@scim.example')).toBe(true);
    expect(shown(server)).toMatch(/was eva.klein@scim.example and is eva.gross@scim.example/);
    expect(shown(server, id)).toMatch(/Formerly.*eva.klein/s);
    expect(await create(server, 'eva.klein')).toBe('eva.klein-2');
  });

  test('a re-hire: the same one comes back, somebody else of the same address gets nothing of theirs', async () => {
    const server = await open();
    const ida = await create(server, 'ida', { number: '7' });
    await server.idp.patch(`Users/${ida}`, { op: 'replace', value: { active: false } });
    server.time.now = new Date(server.time.now.getTime() + 40 * DAY);
    expect(shown(server, ida)).toMatch(/Left/);
    await server.idp.patch(`Users/${ida}`, { op: 'replace', value: { active: true } });
    expect(shown(server)).toMatch(/Ida Okta left on .* and came back on .*What was theirs is theirs again/);
    await server.idp.remove(`Users/${ida}`);
    expect((await server.idp.get(`Users/${ida}`)).status).toBe(404);
    expect(await create(server, 'ida', { number: '7' }, { externalId: 'other' })).toBe(ida);
    await server.idp.remove(`Users/${ida}`);
    const stranger = await create(server, 'ida', { number: '8' });
    expect(stranger).toBe('ida-2');
    expect(server.directory.byEmail('ida@scim.example')?.id).toBe(stranger);
    expect(shown(server)).toMatch(/new and has the address ida@scim.example of Ida Okta \(ida\), who has left/);
  });

  test('one who stands in people.yaml too is one person: the policy says whose word counts, a departure always does', async () => {
    const policies = policiesWith('rules: provider\n');
    const server = await open({ policies: policies.dir });
    const emma = {
      userName: 'emma@corp',
      emails: [{ value: 'Employee@example.com' }],
      displayName: 'Emma Wang',
      title: 'Analyst',
    };
    expect(await create(server, 'emma', {}, emma)).toBe('employee');
    expect(server.directory.person('employee')).toMatchObject({
      name: 'Emma Wang',
      title: { zh: 'Analyst' },
      manager: 'manager',
    });
    policies.write('rules: file\n');
    server.directory.reread();
    expect(server.directory.person('employee')).toMatchObject({ name: 'Emma Chen', title: { zh: '员工' } });
    await server.idp.patch('Users/employee', { op: 'Replace', path: 'active', value: 'False' });
    expect(server.directory.person('employee')).toBeUndefined();
    expect(server.directory.person('admin')).toBeDefined();
    expect(await create(server, 'admin')).toBe('admin-2');
    expect(server.directory.person('admin-2')?.roles).toEqual([]);
  });
});

test('roles and groups of the desk follow directory groups and directory.yaml, in every process, without a restart', async () => {
  const policies = policiesWith(
    'roles: { security: [Sec Team] }\ngroups: { it: { members: [desk-ext], lead: [Leads] } }\n',
  );
  const server = await open({ policies: policies.dir });
  const other = await open({ policies: policies.dir, uri: server.uri });
  expect(shown(server)).toMatch(/names the group Sec Team, which nobody has provided/);
  const [una, lea] = [await create(server, 'una'), await create(server, 'lea')];
  await server.idp.post('Groups', { displayName: 'sec team', members: [{ value: una }] });
  await server.idp.post('Groups', { displayName: 'Desk', externalId: 'desk-ext', members: [{ value: una }] });
  const { body: leads } = await server.idp.post('Groups', { displayName: 'Leads', members: [{ value: lea }] });
  const seenBy = async ({ register, directory }: Server) => {
    await register.refresh();
    return [
      directory.isAgentOf(una, 'it'),
      directory.person(una)?.roles,
      directory.group('it')?.lead,
      directory.person(lea)?.roles,
    ];
  };
  for (const each of [server, other])
    expect(await seenBy(each)).toEqual([true, ['agent', 'security'], lea, ['agent', 'lead']]);
  await server.idp.remove(`Groups/${leads.id}`);
  await server.idp.patch(`Users/${una}`, { op: 'replace', value: { active: false } });
  for (const each of [server, other]) expect(await seenBy(each)).toEqual([false, undefined, 'lead', []]);
  expect(other.directory.group('it')?.members).toEqual(['agent', 'agent2']);

  policies.write('roles: { admin: [Desk] }\n');
  await server.idp.patch(`Users/${una}`, { op: 'replace', value: { active: true } });
  other.directory.reread();
  await other.register.refresh();
  expect(other.directory.person(una)?.roles).toEqual(['admin']);
  policies.write('groups: { kitchen: { members: [Desk] } }\n');
  other.directory.reread();
  expect(other.directory.person(una)?.roles).toEqual(['admin']);
  expect(shown(other)).toMatch(/not in force: .*directory.yaml:1: groups.kitchen: there is no group "kitchen"/);
});

test('an agent of teams.yaml who has left is told of, and a start is not refused for it', async () => {
  const server = await open();
  const agent = { userName: 'alex', emails: [{ value: 'agent@example.com' }], active: false };
  expect(await create(server, 'alex', {}, agent)).toBe('agent');
  expect(shown(server)).toMatch(/teams.yaml names agent in it, who has left/);
  const restarted = await open({ uri: server.uri });
  expect([restarted.directory.person('agent'), restarted.directory.isAgentOf('agent', 'it')]).toEqual([
    undefined,
    false,
  ]);
});
