/** Bad input through the whole desk on both platforms: a clear refusal, nothing changed, and the desk goes on. */
import { openCompany, type Company } from '../kit/company.js';
import { createFakeSlack, type FakeSlack, type OpenView } from '../kit/slack-fake.js';
import { textsOf } from '../kit/slack-rules.js';
import { createSlackSender, type SlackSender } from '../kit/slack-sender.js';
import { staff } from '../kit/staff.js';
import { createFakeTeams, type FakeTeams } from '../kit/teams-fake.js';
import { createTeamsSender, type TeamsSender } from '../kit/teams-sender.js';
import { until } from '../kit/until.js';

const SECRET = 'a-signing-secret';
/** What forms of the desk never send: operators, dotted names, and names of JavaScript's own. */
/** What the form of a ticket must be told beside its title. */
const CHOSEN = { impact: 'low', urgency: 'medium', category: 'other' };
const ODD = { $where: 'sleep(1000)', 'history.0.by': 'admin', __proto__: 'x', constructor: 'x' };

describe('Slack', () => {
  let slack: FakeSlack;
  let company: Company;
  let sender: SlackSender;
  beforeEach(async () => {
    slack = await createFakeSlack();
    for (const { id, name, email } of staff)
      slack.addUser({ id: `U${id.toUpperCase()}`, name, email, locale: 'en-GB', tz: 'Europe/Berlin' });
    slack.addUser({ id: 'USTRANGER', name: 'Otto', email: 'otto@elsewhere.example' });
    slack.addChannel({ id: 'C1DESK', name: 'it-desk' });
    const settings = { SLACK_SIGNING_SECRET: SECRET, SLACK_BOT_TOKEN: slack.token, SLACK_API_URL: slack.apiUrl };
    company = await openCompany(settings);
    sender = createSlackSender({ url: company.url, secret: SECRET, fake: slack });
  });
  afterEach(async () => {
    await company.close();
    await slack.close();
  });

  const filled = (values: Record<string, string>) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value: { value } }]));
  async function form(): Promise<OpenView> {
    await sender.command('UEMPLOYEE', 'DEMPLOYEE', 'new');
    return until(() => slack.views.at(-1), 'the form opens');
  }
  async function openTicket() {
    await sender.submit('UEMPLOYEE', await form(), filled({ ...CHOSEN, title: 'Printer on fire' }));
    return until(() => slack.channel('C1DESK')[0], 'the agents see the ticket');
  }
  const tickets = async () => {
    await company.settle();
    return slack.channel('C1DESK').length;
  };
  /** Resolves when the person has been told these words: other news may come before and after them. */
  const isTold = (user: string, words: RegExp) =>
    until(
      () => {
        const told = slack.messages.filter(
          (each) => each.by === 'desk' && (each.ephemeralTo === user || each.channel === slack.dm(user)),
        );
        return told.some((each) => words.test([each.text, ...textsOf(each.blocks)].join('\n')));
      },
      `${user} is told ${String(words)}`,
    );

  it.each(['{"do":"explode"}', '{"do":"claim","ticket":{"$ne":null}}', 'no JSON', '{"do":"claim","ticket":"INC-999"}'])(
    'a button that carries %s',
    async (value) => {
      const card = await openTicket();
      expect(await sender.press('UAGENT', card, value)).toMatchObject({ status: 200 });
      await isTold('UAGENT', /cannot do this|earlier desk|INC-999/);
      expect(slack.channel('C1DESK')).toHaveLength(1);
      expect(textsOf(slack.channel('C1DESK')[0]!.blocks).join()).not.toMatch(/Alex Weber/);
    },
  );

  it.each([{ do: 'explode' }, { do: 'reply', ticket: 'INC-999' }, { do: 'comment', ticket: 'INC-999' }, null])(
    'a form for %j',
    async (draft) => {
      const { view, ...open } = await form();
      const kept = JSON.parse((view as unknown as { private_metadata: string }).private_metadata) as object;
      const changed = { ...view, private_metadata: JSON.stringify({ ...kept, draft }) };
      const sent = filled({ text: 'hello', words: 'hello' });
      expect(await sender.submit('UEMPLOYEE', { ...open, view: changed }, sent)).toMatchObject({ status: 200 });
      await isTold('UEMPLOYEE', /cannot do this|earlier desk|INC-999|Only agents/);
      expect(await tickets()).toBe(0);
    },
  );

  it('fields that the form never had are not kept, and 10,000 characters are marked on their field', async () => {
    const long = await sender.submit(
      'UEMPLOYEE',
      await form(),
      filled({ ...ODD, title: 'x', details: 'y'.repeat(10_000) }),
    );
    expect(long.body).toMatchObject({
      response_action: 'errors',
      errors: { details: expect.stringMatching(/3,?000/) as string },
    });
    const empty = await sender.submit('UEMPLOYEE', await form(), filled({ ...ODD, title: '   ' }));
    expect(empty.body).toMatchObject({ response_action: 'errors', errors: { title: expect.any(String) as string } });
    expect(await tickets()).toBe(0);
    await sender.submit('UEMPLOYEE', await form(), filled({ ...ODD, ...CHOSEN, title: 'Printer on fire' }));
    await until(async () => (await tickets()) === 1, 'the ticket is opened');
    expect(textsOf(slack.channel('C1DESK')[0]!.blocks).join()).toMatch(/Emma Chen|UEMPLOYEE/);
  });

  it('a stranger’s click', async () => {
    const card = await openTicket();
    await sender.press('USTRANGER', card, JSON.stringify({ do: 'claim', ticket: 'INC-1' }));
    await isTold('USTRANGER', /does not know this account|does not serve/);
    expect(textsOf(slack.channel('C1DESK')[0]!.blocks).join()).not.toMatch(/Otto|since/);
  });

  it('a request sent again after a restart, which remembers nothing but what it saved', async () => {
    const open = await form();
    const sent = filled({ ...CHOSEN, title: 'Printer on fire' });
    await sender.submit('UEMPLOYEE', open, sent);
    await company.restart();
    await sender.submit('UEMPLOYEE', open, sent);
    await company.jump(0.01);
    await until(async () => (await tickets()) > 0, 'the ticket is opened');
    expect(await tickets()).toBe(1);
  });
});

describe('Teams', () => {
  let teams: FakeTeams;
  let company: Company;
  let sender: TeamsSender;
  beforeEach(async () => {
    teams = await createFakeTeams();
    company = await openCompany({
      MicrosoftAppId: teams.appId,
      MicrosoftAppPassword: teams.password,
      MicrosoftAppTenantId: teams.tenantId,
      MicrosoftAppType: 'SingleTenant',
      ...teams.cloud,
    });
    sender = createTeamsSender({ url: company.url, fake: teams });
    const outsider = { id: 'stranger', name: 'Otto', email: 'otto@elsewhere.example' };
    for (const { id, name, email } of [...staff, outsider]) {
      teams.addPerson({ id, name, email });
      await sender.install(id);
    }
    const team = teams.addTeam('IT Desk');
    await sender.addToTeam('agent', team);
  });
  afterEach(async () => {
    await company.close();
    await teams.close();
  });

  const place = (who: string) => ({ conversation: teams.chatOf(who), id: '1700000000001' });
  const submit = (who: string, draft: unknown, values: object) =>
    sender.submit(who, { deskhand: { draft }, ...values }, place(who));
  const press = (who: string, command: unknown) =>
    sender.press(
      who,
      { type: 'Action.Execute', title: 'x', verb: 'deskhand', data: { deskhand: { command } } },
      place(who),
    );
  const tickets = async () => {
    await company.settle();
    return teams.messages.filter(({ by, conversation }) => by === 'desk' && conversation.startsWith('19:')).length;
  };
  const said = ({ body }: Awaited<ReturnType<typeof press>>) => JSON.stringify(body);

  it.each([
    { do: 'explode' },
    { do: 'claim', ticket: { $ne: null } },
    'no command',
    { do: 'claim', ticket: 'INC-999' },
  ])('a button that carries %j', async (command) => {
    const answer = await press('agent', command);
    expect(answer.status).toBe(200);
    expect(said(answer)).toMatch(/cannot do this|earlier desk|INC-999/);
  });

  it('a form whose draft is of nothing, or whose ticket is gone', async () => {
    for (const draft of [{ do: 'explode' }, { do: 'reply', ticket: 'INC-999' }, null]) {
      const answer = await submit('agent', draft, { text: 'hello', title: 'x' });
      expect([answer.status, said(answer)]).toEqual([200, expect.stringMatching(/"message"/)]);
    }
    expect(await tickets()).toBe(0);
  });

  it('fields that the form never had are not kept, and 10,000 characters are marked on their field', async () => {
    const draft = { do: 'open-ticket' };
    expect(said(await submit('employee', draft, { ...ODD, title: 'x', details: 'y'.repeat(10_000) }))).toMatch(
      /3,?000/,
    );
    expect(said(await submit('employee', draft, { ...ODD, title: '  ' }))).toMatch(/continue/);
    expect(await tickets()).toBe(0);
    await submit('employee', draft, { ...ODD, ...CHOSEN, title: 'Printer on fire' });
    expect(await tickets()).toBe(1);
  });

  it('a stranger’s click', async () => {
    await submit('employee', { do: 'open-ticket' }, { ...CHOSEN, title: 'Printer on fire' });
    expect(said(await press('stranger', { do: 'claim', ticket: 'INC-1' }))).toMatch(
      /does not know this account|does not serve/,
    );
  });
});
