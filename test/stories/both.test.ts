/** One desk in front of Slack and Teams at once: nobody needs to know where the other is. */
import mongoose from 'mongoose';
import { policiesWith } from '../approvals/company.js';
import { openCompany, ownDatabase } from '../kit/company.js';
import type { Driver, Seen } from '../kit/driver.js';
import { createSlackDriver } from '../kit/slack-driver.js';
import { createFakeSlack } from '../kit/slack-fake.js';
import { staff } from '../kit/staff.js';
import { createWebDriver } from '../kit/web-driver.js';
import { createTeamsDriver } from '../kit/teams-driver.js';
import { createFakeTeams } from '../kit/teams-fake.js';
import { until } from '../kit/until.js';

const SECRET = 'a-signing-secret';

async function openBoth(settings: Record<string, string> = {}, over: Parameters<typeof openCompany>[1] = {}) {
  const fakeSlack = await createFakeSlack();
  for (const { id, name, email } of staff)
    fakeSlack.addUser({ id: `U${id.toUpperCase()}`, name, email, locale: 'en-GB', tz: 'Europe/Berlin' });
  fakeSlack.addChannel({ id: 'C1DESK', name: 'it-desk' });
  const fakeTeams = await createFakeTeams();
  const company = await openCompany(
    {
      ...settings,
      SLACK_SIGNING_SECRET: SECRET,
      SLACK_BOT_TOKEN: fakeSlack.token,
      SLACK_API_URL: fakeSlack.apiUrl,
      MicrosoftAppId: fakeTeams.appId,
      MicrosoftAppPassword: fakeTeams.password,
      MicrosoftAppTenantId: fakeTeams.tenantId,
      ...fakeTeams.cloud,
    },
    over,
  );
  const { url } = company;
  const slack = createSlackDriver({
    url,
    signingSecret: SECRET,
    fake: fakeSlack,
    people: Object.fromEntries(staff.map(({ id, email }) => [id, { user: `U${id.toUpperCase()}`, email }])),
    channels: { it: 'it-desk' },
  });
  const teams = await createTeamsDriver({
    url,
    fake: fakeTeams,
    people: Object.fromEntries(staff.map(({ id, name, email }) => [id, { aad: `aad-${id}`, name, email }])),
    channels: { it: 'IT Desk' },
  });
  return {
    slack,
    teams,
    async close() {
      await company.close();
      await fakeSlack.close();
      await fakeTeams.close();
    },
  };
}

describe('Slack and Teams over one desk', () => {
  let both: Awaited<ReturnType<typeof openBoth>>;
  beforeEach(async () => {
    both = await openBoth();
  });
  afterEach(() => both.close());

  const last = (cards: Seen[], title: RegExp, text = /(?:)/) =>
    cards.findLast((each) => title.test(each.title) && text.test(each.text));
  const inChat = (on: Driver, who: string, title: RegExp, text?: RegExp) =>
    until(async () => last(await on.chat(who), title, text), `${who} sees ${title} ${text ?? ''} on ${on.platform}`);
  const inChannel = (on: Driver, title: RegExp, text?: RegExp) =>
    until(async () => last(await on.channel('it'), title, text), `${on.platform}’s channel shows ${title}`);

  it('lets the manager approve in Slack and the owner in Teams, and changes every copy', async () => {
    const { slack, teams } = both;
    await slack.say('employee', 'request crm-read for 8h because the quarter ends');
    const first = await inChat(slack, 'manager', /REQ-1/, /the quarter ends/);
    // The other account of the same person is no other person.
    const refused = await teams.say('employee', 'REQ-1 approve');
    expect(refused.notes.join()).toMatch(/You cannot decide your own request/);
    await slack.press('manager', 'Approve', first);
    const second = await inChat(teams, 'owner', /REQ-1/, /Marco Rossi/);
    await teams.press('owner', 'Approve', second);
    await inChat(slack, 'employee', /REQ-1/, /approved/i);
    await until(async () => {
      const copies = [await inChat(slack, 'manager', /REQ-1/), await inChat(teams, 'owner', /REQ-1/)];
      return copies.every(({ buttons, text }) => !buttons.includes('Approve') && /Olga Petrova/.test(text));
    }, 'both copies name both who decided');
    expect(await teams.chat('manager')).toEqual([]);
    expect(await slack.chat('owner')).toEqual([]);
  });

  it('shows a ticket in both channels, and a claim in one redraws the other', async () => {
    const { slack, teams } = both;
    await teams.say('employee', 'vpn keeps dropping');
    const { form } = await teams.press('employee', 'Open a ticket', await inChat(teams, 'employee', /VPN/));
    await teams.submit('employee', form!, {});
    const inSlack = await inChannel(slack, /^INC-1/);
    await inChannel(teams, /^INC-1/);
    await slack.press('agent', 'Claim', inSlack);
    const inTeams = await inChannel(teams, /^INC-1/, /Alex Weber since/);
    expect(inTeams.buttons).not.toContain('Claim');
    await slack.say('agent', 'INC-1 reply Which client do you use?');
    const preview = await until(
      async () => (await slack.chat('agent')).findLast(({ buttons }) => buttons.includes('Change')),
      'the first reply is shown before it is sent',
    );
    const { form: reply } = await slack.press('agent', 'Change', preview);
    expect(reply!.fields.find(({ name }) => name === 'text')!.value).toBe('Which client do you use?');
    await slack.submit('agent', reply!, {});
    await inChat(teams, 'employee', /answered on INC-1/, /Which client/);
  });

  it('writes a note typed in one platform’s thread into the other’s, and not back into its own', async () => {
    const { slack, teams } = both;
    await slack.say('employee', 'vpn keeps dropping');
    const { form } = await slack.press('employee', 'Open a ticket', await inChat(slack, 'employee', /VPN/));
    await slack.submit('employee', form!, {});
    const inSlack = await inChannel(slack, /^INC-1/);
    const inTeams = await inChannel(teams, /^INC-1/);
    await slack.say('agent', 'looks like the gateway', inSlack);
    await until(async () => last(await teams.thread(inTeams), /note/, /looks like the gateway/), 'Teams has the note');
    const said = (await slack.thread(inSlack)).filter(({ text }) => text.includes('gateway'));
    expect(said.map(({ title }) => title)).toEqual(['']);
  });
});

const byCode = () =>
  policiesWith('approvals.yaml', [
    '  - id: manager-owner\n    steps:\n      - { key: manager, label: { en: Manager, zh: 直属经理 }, ask: [manager] }',
    '  - id: manager-owner\n    steps:\n      - { key: manager, label: { en: Manager, zh: 直属经理 }, ask: [manager], stepUp: true }',
  ]);
const playgrounds = async (settings: Record<string, string>, over: Parameters<typeof openCompany>[1]) => {
  const company = await openCompany(settings, over);
  const driver = (flavour: 'play-slack' | 'play-teams') => createWebDriver({ url: company.url, flavour });
  return { slack: driver('play-slack'), teams: driver('play-teams'), close: company.close };
};

describe.each([
  ['Slack and Teams', openBoth],
  ['the two windows of the playground', playgrounds],
])('A one-time code between %s', (_, open) => {
  const last = (cards: Seen[], title: RegExp) => cards.findLast((each) => title.test(each.title));
  const inChat = (on: Driver, who: string, title: RegExp) =>
    until(async () => last(await on.chat(who), title), `${who} sees ${title} on ${on.platform}`);

  const uri = ownDatabase();
  const logged: string[] = [];
  let desk: Awaited<ReturnType<typeof open>>;
  beforeEach(async () => {
    const over = { uri, logged: (line: string) => void logged.push(line) };
    desk = await open({ POLICIES_DIR: byCode(), LOG_LEVEL: 'trace' }, over);
  });
  afterEach(() => desk.close());

  it('is sent to the other chat of the approver, entered where they decide, and stands nowhere else', async () => {
    const { slack, teams } = desk;
    for (const on of [slack, teams]) await on.say('manager', 'hello');
    await teams.say('manager', 'lang zh');
    await slack.say('employee', 'request crm-read for 8h because the quarter ends');
    const on = await until(async () => {
      for (const each of [slack, teams]) if (last(await each.chat('manager'), /REQ-1/)) return each;
      return undefined;
    }, 'the manager has the card');
    const elsewhere = on === slack ? teams : slack;
    const card = await inChat(on, 'manager', /REQ-1/);
    expect(card.text).toMatch(/需要一次性验证码/);
    const pressed = await on.press('manager', '批准…', card);
    const form = await until(async () => pressed.form, 'the form for the code opens');
    const sent = await inChat(elsewhere, 'manager', /REQ-1 的验证码/);
    const code = /\b\d{6}\b/.exec(sent.text)![0];
    const wrong = await on.submit('manager', form, { code: code === '000000' ? '000001' : '000000' });
    expect(JSON.stringify(wrong.problems)).toMatch('还可以尝试 2 次');
    await on.submit('manager', wrong.form ?? form, { code });
    await inChat(teams, 'owner', /REQ-1/).catch(() => inChat(slack, 'owner', /REQ-1/));
    await until(
      async () => !(await elsewhere.chat('manager')).some(({ text }) => text.includes(code)),
      'the code is taken out of the chat that showed it',
    );
    const store = await mongoose.createConnection(uri).asPromise();
    const kept = await Promise.all((await store.db!.collections()).map((each) => each.find({}).toArray()));
    await store.close();
    expect(JSON.stringify(kept)).toMatch('"confirmed"');
    expect(`${JSON.stringify(kept)}${logged.join('')}`).not.toMatch(new RegExp(`\\b${code}\\b`));
  });
});
