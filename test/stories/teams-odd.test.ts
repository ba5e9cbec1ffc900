/** What Teams does besides what it promises most days, and what people of the desk see of it. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openCompany, type Company } from '../kit/company.js';
import type { Driver, Seen } from '../kit/driver.js';
import { sayReadOver } from '../kit/read-over.js';
import { staff } from '../kit/staff.js';
import { createTeamsDriver } from '../kit/teams-driver.js';
import { createFakeTeams, type FakeTeams } from '../kit/teams-fake.js';
import { createTeamsSender, type TeamsSender } from '../kit/teams-sender.js';
import { until } from '../kit/until.js';

let fake: FakeTeams;
let company: Company;
let people: Driver;
let sender: TeamsSender;

async function open(settings: Record<string, string> = {}): Promise<void> {
  fake = await createFakeTeams();
  company = await openCompany({
    MicrosoftAppId: fake.appId,
    MicrosoftAppPassword: fake.password,
    MicrosoftAppTenantId: fake.tenantId,
    ...fake.cloud,
    ...settings,
  });
  const { url } = company;
  // The manager's own address is another than his user principal name, so he is added by the story that is about him.
  const known = staff.filter(({ id }) => id !== 'manager');
  people = await createTeamsDriver({
    url,
    fake,
    people: Object.fromEntries(known.map(({ id, name, email }) => [id, { aad: `aad-${id}`, name, email }])),
    channels: { it: 'IT Desk', help: 'IT Help' },
  });
  sender = createTeamsSender({ url, fake });
}
afterEach(async () => {
  await company.close();
  await fake.close();
});

const find = (cards: Seen[], title: RegExp, text = /(?:)/) =>
  cards.findLast((each) => title.test(each.title) && text.test(each.text));
const inChat = (who: string, title: RegExp, text?: RegExp) =>
  until(async () => find(await people.chat(who), title, text), `${who} sees ${title} ${text ?? ''}`);
const inChannel = (title: RegExp, text?: RegExp) =>
  until(async () => find(await people.channel('it'), title, text), `the channel shows ${title} ${text ?? ''}`);
const notesTo = (who: string) =>
  fake.messages
    .filter(({ by, conversation }) => by === 'desk' && conversation === fake.chatOf(who))
    .flatMap(({ activity }) => (typeof activity['text'] === 'string' ? [activity['text']] : []));
const posts = (conversation: string) =>
  fake.calls.filter(({ method, path }) => method === 'POST' && decodeURIComponent(path).includes(conversation)).length;

async function claimedTicket(): Promise<Seen> {
  await people.say('employee', 'vpn keeps dropping');
  const { form } = await people.press('employee', 'Open a ticket', await inChat('employee', /VPN/));
  await people.submit('employee', form!, {});
  const triage = await inChannel(/^INC-1/);
  await inChat('employee', /^INC-1/);
  await people.press('agent', 'Claim', triage);
  return inChannel(/^INC-1/, /Alex Weber since/);
}

describe('a reply that quotes a card', () => {
  beforeEach(() => open());

  it('is what its writer says, and no more', async () => {
    await claimedTicket();
    const [mine] = (await people.chat('employee')).slice(-1);
    await sender.quote('employee', 'mine', mine!.id);
    await inChat('employee', /Your tickets|My tickets|INC-1/, /INC-1/);
    await sender.quote('agent2', 'INC-1 note the gateway is old', '1700000000001');
    await until(
      async () => find(await people.thread(await inChannel(/^INC-1/)), /note/, /the gateway is old/),
      'a note',
    );
  });

  it('answers the question on it', async () => {
    const triage = await claimedTicket();
    await sayReadOver(people, 'agent', 'INC-1 wait user Which model is it?');
    const question = await inChat('employee', /needs your answer/, /Which model/);
    await sender.quote('employee', 'it is a T14', question.id);
    const said = await until(async () => find(await people.thread(triage), /Emma Chen wrote/), 'the agents read it');
    expect(said.text).toMatch(/it is a T14/);
    expect(said.text).not.toMatch(/quoted|messageId/);
  });

  it('names the ticket that a command is about', async () => {
    await claimedTicket();
    await sayReadOver(people, 'agent', '!INC-1 resolve New client');
    const standing = await inChat('employee', /^INC-1/, /New client/);
    await sender.quote('employee', '!close', standing.id);
    await inChannel(/^INC-1/, /Closed/);
  });
});

it('reads words that come as HTML alone', async () => {
  await open();
  const html = '<div><p>vpn keeps dropping</p></div>';
  const said = sender.message('employee', '');
  await sender.send({ ...said, text: undefined, attachments: [{ contentType: 'text/html', content: html }] });
  await inChat('employee', /VPN keeps disconnecting/);
});

describe('a person whose chat is closed to the desk', () => {
  beforeEach(() => open());

  it.each(['ConversationBlockedByUser', 'BotNotInConversationRoster', 'BotDisabledByAdmin', 'MessageWritesBlocked'])(
    'by %s is told to the agents, and not tried for ever',
    async (code) => {
      await claimedTicket();
      fake.shut(fake.chatOf('employee'), code);
      await sayReadOver(people, 'agent', 'INC-1 wait user Which model is it?');
      await inChannel(/^INC-1/, /Not reached in any chat: .*Emma Chen/);
      const before = posts(fake.chatOf('employee'));
      await company.jump(8);
      await company.settle();
      expect(posts(fake.chatOf('employee')) - before).toBeLessThanOrEqual(1);
    },
  );

  it('is reached again when they write', async () => {
    await claimedTicket();
    fake.shut(fake.chatOf('employee'), 'ConversationBlockedByUser');
    await sayReadOver(people, 'agent', 'INC-1 wait user Which model is it?');
    await inChannel(/^INC-1/, /Not reached in any chat: .*Emma Chen/);
    fake.reopen(fake.chatOf('employee'));
    await people.say('employee', 'help');
    await people.say('agent', '!INC-1 resolve New client');
    await inChat('employee', /^INC-1/, /New client/);
    await until(async () => !/Not reached/.test((await inChannel(/^INC-1/)).text), 'the agents see that');
  });

  it('because Teams finds it no more is told to the agents too', async () => {
    await claimedTicket();
    const lost = { status: 404, code: 'ConversationNotFound', message: 'Conversation not found.' };
    fake.failOn(new RegExp(`conversations/${fake.chatOf('employee')}/activities`), lost, { times: 999 });
    await sayReadOver(people, 'agent', 'INC-1 wait user Which model is it?');
    await inChannel(/^INC-1/, /Not reached in any chat: .*Emma Chen/);
  }, 60_000);
});

it('makes up for a redraw that Teams could not find the channel for', async () => {
  await open();
  await people.say('employee', 'vpn keeps dropping');
  const { form } = await people.press('employee', 'Open a ticket', await inChat('employee', /VPN/));
  await people.submit('employee', form!, {});
  await inChannel(/^INC-1/, /nobody yet/);
  await company.settle();
  const lost = { status: 404, code: 'ConversationNotFound', message: 'Conversation not found.' };
  fake.failOn(/^PUT .*19:it-desk/, lost, { times: 2 });
  await people.say('agent', 'INC-1 claim');
  expect((await inChannel(/^INC-1/, /Alex Weber since/)).buttons).not.toContain('Claim');
});

it('says a repeat to be one, when Teams did not say whether the first arrived', async () => {
  await open();
  fake.failOn(/^POST .*19:it-desk@.*activities/, 'silence', { taken: true });
  await people.say('employee', 'vpn keeps dropping');
  const { form } = await people.press('employee', 'Open a ticket', await inChat('employee', /VPN/));
  await people.submit('employee', form!, {});
  await inChannel(/^INC-1/, /may be a repeat/);
  expect((await people.channel('it')).filter(({ title }) => title.startsWith('INC-1'))).toHaveLength(2);
});

it.each([
  ['mail address', { email: 'manager@example.com', upn: 'mrossi@corp.example.com' }],
  ['user name', { email: 'marco.rossi@corp.example.com', upn: 'manager@example.com' }],
])('knows an approver by his %s, once the app was installed for him', async (_, addresses) => {
  await open();
  fake.addPerson({ id: 'manager', name: 'Marco Rossi', ...addresses });
  await sender.install('manager');
  await people.say('employee', 'request crm-read for 8h because the quarter ends');
  const asked = await inChat('manager', /REQ-1/, /the quarter ends/);
  await people.press('manager', 'Approve', asked);
  await inChat('owner', /REQ-1/, /Marco Rossi/);
});

it('serves no guest who has an employee’s address, though the roster does not mark them', async () => {
  await open();
  await claimedTicket();
  fake.addPerson({
    id: 'mallory',
    email: 'employee@example.com',
    upn: 'employee_example.com#EXT#@corp.onmicrosoft.com',
  });
  await sender.say('mallory', 'mine');
  await until(() => notesTo('mallory').some((note) => /guest/i.test(note)), 'the guest is refused');
  expect(await people.chat('mallory')).toEqual([]);
});

it('writes to an approver whose client names a zone that nobody knows', async () => {
  await open();
  fake.addPerson({ id: 'manager', email: 'manager@example.com', name: 'Marco Rossi' });
  const said = sender.message('manager', 'help');
  const entities = [{ type: 'clientInfo', timezone: 'W. Europe Standard Time' }];
  await sender.send({ ...said, localTimezone: 'Not/AZone', entities });
  await people.say('employee', 'request crm-read for 8h because the quarter ends');
  await inChat('manager', /REQ-1/, /the quarter ends/);
});

describe('a channel that feeds a group', () => {
  /** `npm run soak` has more of them. */
  const COUNT = process.env['SOAK'] ? 300 : 60;
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'deskhand-policies-'));
    await cp('policies', dir, { recursive: true });
    const rows = Array.from(
      { length: COUNT },
      (_, n) => `  - { id: p${n}, name: Person ${n}, email: p${n}@example.com, title: { en: Employee, zh: 员工 } }\n`,
    );
    const file = join(dir, 'people.yaml');
    await writeFile(file, `${(await readFile(file, 'utf8')).trimEnd()}\n${rows.join('')}`);
    await open({ POLICIES_DIR: dir });
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  it(`makes ${COUNT} tickets of the first posts of ${COUNT} people, though Teams tells of 20 a second`, async () => {
    for (let n = 0; n < COUNT; n++) fake.addPerson({ id: `p${n}`, email: `p${n}@example.com`, name: `Person ${n}` });
    fake.limit({ on: /\/members\//, most: 20, seconds: 1 });
    const channel = [...fake.teams.values()].find(({ name }) => name === 'IT Help')!.id;
    const late: number[] = [];
    await Promise.all(
      Array.from({ length: COUNT }, async (_, n) => {
        await new Promise((resolve) => setTimeout(resolve, n * 20));
        const began = performance.now();
        const words = `the printer in room ${n} jams`;
        const { status } = await sender.say(`p${n}`, words, { channel, quiet: true });
        expect(status).toBe(200);
        // Teams gives up after about 15 s; this machine may be busy with other tests.
        if (performance.now() - began > 10_000) late.push(n);
      }),
    );
    expect(late).toEqual([]);
    const titles = (cards: Seen[]) => new Set(cards.flatMap(({ title }) => /room \d+ jams/.exec(title) ?? []));
    const end = Date.now() + 150_000;
    while (titles(await people.channel('it')).size < COUNT && Date.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(titles(await people.channel('it')).size).toBe(COUNT);
    expect(fake.impatient).toEqual([]);
  }, 200_000);
});
