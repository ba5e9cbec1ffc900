/** What people say in Slack, in all the forms that Slack gives it, over the whole desk. */
import { openSlackCompany, userOf, type SlackCompany } from '../kit/slack-company.js';
import { textsOf } from '../kit/slack-rules.js';
import { until } from '../kit/until.js';

const EMMA = userOf('employee');
const MARCO = userOf('manager');
const ALEX = userOf('agent');
const BAO = userOf('agent2');

let slack: SlackCompany;
beforeEach(async () => {
  slack = await openSlackCompany();
});

const lastSaid = (by: string) => slack.fake.messages.findLast((message) => message.by === by)!;
const inOwnChat = (id: string) => slack.cards(slack.chatOf(id));
/** Says something in one's own chat, so that the desk knows the account. */
const introduce = async (...ids: string[]) => {
  for (const id of ids) await slack.sender.say(userOf(id), slack.chatOf(id), 'mine');
};
const toDesk = (id: string, words: string, raw = true) =>
  slack.sender.say(userOf(id), slack.chatOf(id), words, { raw });

test('a mention that is added by an edit is answered, and once when it is corrected after that', async () => {
  await slack.sender.say(EMMA, 'C3ALL', 'vpn keeps dropping');
  const said = lastSaid(EMMA);
  expect(slack.notes('employee')).toEqual([]);
  await slack.sender.edit(EMMA, said, 'vpn keeps dropping', { mention: true });
  await slack.told('employee', /VPN keeps disconnecting/);
  await slack.sender.edit(EMMA, said, 'the vpn keeps dropping', { mention: true });
  expect(slack.notes('employee')).toHaveLength(1);
  await slack.sender.say(EMMA, 'C3ALL', 'vpn keeps dropping', { mention: true });
  await slack.sender.edit(EMMA, lastSaid(EMMA), 'the vpn keeps dropping', { mention: true });
  await until(() => slack.notes('employee').length === 2, 'the other question is answered, once');
  expect(slack.cards('C3ALL')).toEqual([]);
});

test('a post that opened a ticket is the same ticket when a mention is added to it', async () => {
  await slack.sender.say(EMMA, 'C2HELP', 'my laptop shows a blue screen');
  await slack.card('C1DESK', /^INC-1/);
  await slack.sender.edit(EMMA, lastSaid(EMMA), 'my laptop shows a blue screen', { mention: true });
  await slack.company.settle();
  expect(slack.cards('C1DESK')).toHaveLength(1);
});

test('forwarded messages say what they say, and who said it', async () => {
  await slack.sender.say(MARCO, 'C3ALL', 'the till in Hamburg prints no receipts');
  const till = lastSaid(MARCO);
  await slack.sender.forward(EMMA, 'C2HELP', till);
  await slack.card('C1DESK', /^INC-1 .*Marco Rossi: the till in Hamburg prints no receipts/);
  await slack.sender.forward(ALEX, 'C2HELP', till, 'please look');
  expect(slack.read(await slack.card('C1DESK', /^INC-2 .*please look/))).toMatch(/Marco Rossi: the till in Hamburg/);

  await slack.sender.say(MARCO, 'C3ALL', 'vpn keeps dropping');
  await slack.sender.forward(EMMA, slack.chatOf('employee'), lastSaid(MARCO));
  await slack.card(slack.chatOf('employee'), /VPN keeps disconnecting/);

  await introduce('employee');
  const { messages } = slack.fake;
  await slack.sender.forward(EMMA, 'C3ALL', till);
  await slack.sender.shortcut(
    ALEX,
    messages.findLast(({ attachments }) => attachments)!,
  );
  expect(JSON.stringify(slack.fake.views.at(-1)?.view)).toMatch(/Marco Rossi: the till in Hamburg/);
});

test('a forwarded command is nobody’s command, and a forwarded picture comes along', async () => {
  await slack.sender.say(EMMA, slack.chatOf('employee'), 'new');
  const permalink = 'https://fake.slack.com/files/U1/F1/error.png';
  await slack.sender.say(MARCO, 'C3ALL', '', { files: [{ name: 'error.png', mimetype: 'image/png', permalink }] });
  await slack.sender.forward(EMMA, 'C2HELP', lastSaid(MARCO));
  expect(slack.read(await slack.card('C1DESK', /^INC-1/))).toMatch(/Marco Rossi: error\.png/);
  await slack.sender.say(ALEX, 'C3ALL', 'INC-1 claim');
  await slack.sender.forward(BAO, slack.chatOf('agent2'), lastSaid(ALEX));
  await slack.company.settle();
  expect(slack.cards('C1DESK').join()).not.toMatch(/Bao Li/);
});

test('the preview of a link adds nothing to what was said', async () => {
  const preview = {
    is_msg_unfurl: true,
    author_name: 'Marco Rossi',
    text: 'salaries',
    from_url: 'https://x.slack.com',
  };
  const page = {
    title: 'Intranet',
    text: 'All about us',
    from_url: 'https://intra.example.com',
    service_name: 'Intra',
  };
  await slack.sender.say(EMMA, 'C2HELP', 'my laptop shows a blue screen', { attachments: [preview, page, null!] });
  const card = slack.read(await slack.card('C1DESK', /^INC-1/));
  expect(card).not.toMatch(/salaries|All about us/);
});

test('what is said after /me is heard like other words', async () => {
  await slack.sender.say(EMMA, slack.chatOf('employee'), 'vpn keeps dropping', { me: true });
  await slack.card(slack.chatOf('employee'), /VPN keeps disconnecting/);
  await slack.sender.say(EMMA, 'C2HELP', 'has a laptop with a blue screen', { me: true });
  await slack.card('C1DESK', /^INC-1 .*blue screen/);
});

test('a button on an answer that one person alone sees in a thread is answered in that thread', async () => {
  await slack.sender.say(MARCO, 'C3ALL', 'anybody else?');
  const thread = lastSaid(MARCO).ts;
  await slack.sender.say(EMMA, 'C3ALL', 'vpn keeps dropping', { thread, mention: true });
  const answer = await slack.told('employee', /VPN keeps disconnecting/);
  expect(answer).toMatchObject({ thread });
  const buttons = answer.blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
  const helped = buttons.find(({ text }) => text.text === 'That helped')!;
  await slack.sender.press(EMMA, answer, helped.value!, helped.action_id);
  expect(await slack.told('employee', /Glad it helped/)).toMatchObject({ thread });
});

test.each(['\u2060mine\u2060', 'mine\u200b', '\u200emine', '\u2068mine\u2069', '!\u200bmine', '\ufeff! mine\u00ad'])(
  'signs that nobody sees do not make a question of a command (%j)',
  async (words) => {
    await toDesk('employee', words);
    await slack.card(slack.chatOf('employee'), /^Your tickets|You have/i);
  },
);

describe('people whom Slack mentions', () => {
  beforeEach(() => introduce('employee', 'agent', 'agent2', 'lead', 'manager', 'owner'));

  test('are named on a ticket', async () => {
    await slack.sender.say(EMMA, 'C2HELP', `the laptop of <@${MARCO}> does not start`, { raw: true });
    const card = slack.read(await slack.card('C1DESK', /^INC-1/));
    expect(card).toMatch(/the laptop of @Marco Rossi does not start/);
    expect(card).not.toMatch(/UMANAGER/);
  });

  test('are meant by commands', async () => {
    await slack.sender.say(EMMA, 'C2HELP', 'my laptop shows a blue screen');
    await slack.card('C1DESK', /^INC-1/);
    await toDesk('agent', `INC-1 assign <@${BAO}>`);
    await slack.card('C1DESK', /^INC-1[\s\S]*Assignee: @Bao Li/);
    await toDesk('agent', `INC-1 watch <@${userOf('owner')}>`);
    await slack.card('C1DESK', /^INC-1[\s\S]*Olga Petrova/);
    await toDesk('lead', `leave <@${ALEX}> 2026-12-01..2026-12-05`);
    await until(
      () => inOwnChat('lead').some((text) => /Leave of Alex Weber|Alex Weber/.test(text)),
      'Alex is on leave',
    );
    await toDesk('lead', `oncall it <@${BAO}> 2026-12-01..2026-12-03`);
    await slack.card(slack.chatOf('lead'), /Bao Li/);
    await toDesk('agent', `find person:<@${EMMA}>`);
    await slack.card(slack.chatOf('agent'), /INC-1/);
    await slack.sender.command(ALEX, 'C3ALL', `INC-1 assign <@${ALEX}|alex.weber>`, { raw: true });
    await slack.card('C1DESK', /^INC-1[\s\S]*Assignee: @Alex Weber/);
    const told = [...inOwnChat('agent'), ...inOwnChat('lead')].join();
    expect(told).not.toMatch(/Nobody here is called/);
  });

  test('who are greeted or thanked by name open no ticket', async () => {
    await slack.sender.say(EMMA, 'C2HELP', `good morning <@${MARCO}>, thanks!`, { raw: true });
    await slack.company.settle();
    expect(slack.cards('C1DESK')).toEqual([]);
  });
});

test('those whom the desk does not know yet are named as Slack names them, and asked for once', async () => {
  slack.fake.addGroup('S1TEAM', 'it-team');
  slack.fake.addChannel({ id: 'C8SECRET', name: 'secret', private: true, member: false });
  const words = `<@${BAO}> of <!subteam^S1TEAM> told <#C3ALL|> and <#C8SECRET> about <@UNOBODY> and <@${BAO}>`;
  await slack.sender.say(EMMA, 'C2HELP', words, { raw: true });
  await slack.card('C1DESK', /^INC-1 .*@Bao Li of @it-team told #general and #C8SECRET about @UNOBODY and @Bao Li/);
  slack.fake.calls.splice(0);
  await slack.sender.say(MARCO, 'C2HELP', `${words} again`, { raw: true });
  await slack.card('C1DESK', /@it-team[\s\S]* again/);
  for (const method of ['usergroups.list', 'conversations.info']) expect(slack.fake.called(method)).toEqual([]);
  expect(slack.fake.called('users.info').map(({ args }) => args['user'])).toEqual([MARCO]);
});

test('a storm of mentions asks Slack for no more than some of them', async () => {
  const crowd = Array.from({ length: 400 }, (_, index) => `<@UCROWD${index}>`).join(' ');
  await slack.sender.say(EMMA, 'C2HELP', `please help ${crowd}`, { raw: true });
  await slack.card('C1DESK', /^INC-1 .*please help/);
  expect(slack.fake.called('users.info').length).toBeLessThan(30);
});

test('a file of which Slack sends only the id, as it does where companies share a channel, is asked for', async () => {
  const permalink = 'https://fake.slack.com/files/U1/F7/error.png';
  slack.fake.addFile('F7', { id: 'F7', name: 'error.png', mimetype: 'image/png', size: '48213', permalink });
  const files = [{ id: 'F7', file_access: 'check_file_info', created: 0, name: null }, null!];
  await slack.sender.say(EMMA, 'C2HELP', 'blue screen', { files });
  expect(slack.read(await slack.card('C1DESK', /^INC-1/))).toMatch(/error\.png/);
});

test('Slackbot is nobody', async () => {
  slack.fake.addUser({ id: 'USLACKBOT', name: 'Slackbot', email: 'employee@example.com' });
  await slack.sender.say('USLACKBOT', 'DSLACKBOT', 'vpn keeps dropping');
  await slack.sender.say('USLACKBOT', 'C2HELP', 'my laptop shows a blue screen');
  await slack.company.settle();
  expect(slack.cards('C1DESK')).toEqual([]);
  expect(slack.fake.calls.filter(({ method }) => method.startsWith('chat.'))).toEqual([]);
  expect(slack.sender.failedAcks).toEqual([]);
});

test('in the app’s home an approver decides one after the other, the oldest deadline first', async () => {
  await introduce('employee', 'agent', 'agent2', 'lead');
  for (const id of ['agent', 'agent2']) await toDesk(id, 'request crm-read for 8h because the quarter ends');
  const lead = userOf('lead');
  const blocks = () => slack.fake.homes.get(lead)?.blocks ?? [];
  const home = () => textsOf(blocks()).join('\n');
  const press = async (label: string) => {
    const button = blocks()
      .flatMap((block) => (block.type === 'actions' ? block.elements : []))
      .find(({ text }) => text.text === label)!;
    await slack.sender.pressHome(lead, JSON.parse(button.value!) as object);
  };
  await slack.company.settle();
  await slack.sender.openHome(lead);
  await until(() => /REQ-1[^]*REQ-2/.test(home()), 'both wait');
  await press('Approve');
  await until(() => home().startsWith('Next: 1 to decide\nYou approved REQ-1.\nREQ-2'), 'the next is shown');
  await press('Approve');
  await until(() => home().startsWith('Nothing else waits for you\nYou approved REQ-2'), 'nothing is left');
  await press('Your open items');
  await until(() => /You have nothing open/.test(home()), 'the overview is back');
});
