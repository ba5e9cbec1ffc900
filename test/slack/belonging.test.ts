/** Who belongs to the desk’s workspace: Slack’s record of a user says so, and no payload does. */
import { openSlackCompany, userOf, type SlackCompany } from '../kit/slack-company.js';
import { until } from '../kit/until.js';

const EMMA = userOf('employee');
const ALEX = userOf('agent');
const GRID = 'WEMMA01';

let slack: SlackCompany;
beforeEach(async () => {
  slack = await openSlackCompany();
  // Hosted by another company, and shared with ours.
  slack.fake.addChannel({ id: 'C7HOSTED', name: 'shared', host: 'T9HOST' });
});

const inOwnChat = (id: string) => slack.cards(slack.chatOf(id)).join('\n');
const lastSaid = (by: string) => slack.fake.messages.findLast((message) => message.by === by)!;
const files = [{ name: 'error.png', mimetype: 'image/png', size: 5, permalink: 'https://x.slack.com/files/1' }];
const refusals = () => slack.fake.ephemerals(GRID).map(({ text }) => text);
const person = { id: GRID, name: 'Emma Chen', email: 'employee@example.com' };

test('somebody of an organisation of several workspaces, one of which is the desk’s, is served', async () => {
  slack.fake.addUser({ ...person, teams: ['T0OTHER', 'T0DESK'] });
  await slack.sender.say(GRID, slack.fake.dm(GRID), 'vpn keeps dropping');
  await slack.card(slack.fake.dm(GRID), /VPN keeps disconnecting/);
});

test.each([
  ['of other workspaces of an organisation', { teams: ['T0OTHER'] }],
  ['of another company', { team: 'T9HOST' }],
  ['who is a guest', { flags: { is_restricted: true } }],
  ['who is a guest of one channel', { flags: { is_ultra_restricted: true } }],
  ['of an organisation, who is a guest in it', { teams: ['T0DESK'], flags: { is_restricted: true } }],
  ['whom Slack calls a stranger', { flags: { is_stranger: true } }],
  ['who has left', { flags: { deleted: true } }],
  ['who is a program', { flags: { is_bot: true } }],
])('somebody %s is refused, whatever address they have', async (_, more) => {
  slack.fake.addUser({ ...person, ...more });
  await slack.sender.command(GRID, 'C3ALL', 'mine');
  await until(() => refusals().length > 0, 'they are told');
  expect(refusals()).toEqual([expect.stringMatching(/does not serve guests/)]);
});

test('somebody whom Slack does not know is refused, and nothing is broken', async () => {
  slack.fake.addUser(person);
  slack.fake.failNext('users.info', { error: 'user_not_found' });
  await slack.sender.command(GRID, 'C3ALL', 'mine');
  await until(() => refusals().length > 0, 'they are told');
  expect(refusals()).toEqual([expect.stringMatching(/does not serve guests/)]);
});

test('in a channel that another company hosts, own people are themselves, whatever they do first', async () => {
  const { sender, fake, notes } = slack;
  await sender.say(EMMA, 'C7HOSTED', 'vpn keeps dropping', { mention: true, files });
  await slack.told('employee', /VPN keeps disconnecting/);
  await sender.say(EMMA, 'C7HOSTED', 'the beamer is dead');
  await sender.react(ALEX, lastSaid(EMMA));
  await slack.card('C1DESK', /^INC-1 .*beamer/);
  await sender.say(EMMA, slack.chatOf('employee'), 'mine');
  await slack.card(slack.chatOf('employee'), /^Your open items[\s\S]*INC-1/);
  await sender.say(ALEX, slack.chatOf('agent'), 'INC-1 claim');
  await slack.card('C1DESK', /^INC-1[\s\S]*Assignee: @Alex Weber/);
  await sender.say(EMMA, 'C7HOSTED', 'VPN 老是断开', { mention: true });
  await until(() => notes('employee').length === 2, 'Emma is answered again');
  expect([...notes('employee'), ...notes('agent'), inOwnChat('employee')].join()).not.toMatch(
    /already linked|does not serve/,
  );
  expect(fake.calls.filter(({ method }) => method === 'users.info')).toHaveLength(2);
});

test('the workspace that a click names for its person does not make another of them', async () => {
  await slack.sender.say(EMMA, slack.chatOf('employee'), 'mine');
  const { fake, sender } = slack;
  const trigger_id = fake.trigger(EMMA);
  await sender.interactive({
    type: 'block_actions',
    team: { id: 'T0DESK', domain: 'desk', enterprise_id: 'E0ORG' },
    enterprise: { id: 'E0ORG', name: 'Org' },
    is_enterprise_install: false,
    user: { id: EMMA, name: 'emma', team_id: 'T0OTHER' },
    trigger_id,
    container: { type: 'message', message_ts: '1.2', channel_id: 'C3ALL', is_ephemeral: true, thread_ts: null },
    channel: { id: 'C3ALL', name: 'general' },
    message: null,
    response_url: fake.responseUrl('C3ALL', EMMA),
    actions: [{ type: 'button', action_id: '0-0', block_id: 'x', value: '{"do":"list-mine"}', text: null }],
  });
  await slack.told('employee', /You have nothing open/);
});
