/** Channels, chats and cards that are not there any more: what was to be shown finds another way, or somebody is told. */
import { sayReadOver } from '../kit/read-over.js';
import { openSlackCompany, SECRET, userOf, type SlackCompany } from '../kit/slack-company.js';
import { createSlackDriver } from '../kit/slack-driver.js';
import { staff } from '../kit/staff.js';
import { until } from '../kit/until.js';

const EMMA = userOf('employee');
const ALEX = userOf('agent');

let slack: SlackCompany;
beforeEach(async () => {
  slack = await openSlackCompany();
  await slack.sender.say(EMMA, 'C2HELP', 'my laptop shows a blue screen');
  await slack.card('C1DESK', /^INC-1/);
  await slack.card(slack.chatOf('employee'), /^INC-1/);
  await slack.company.settle();
});

const toDesk = (words: string) => slack.sender.say(ALEX, slack.chatOf('agent'), words);
const readOver = (words: string) =>
  sayReadOver(
    createSlackDriver({
      url: slack.company.url,
      signingSecret: SECRET,
      fake: slack.fake,
      people: Object.fromEntries(staff.map(({ id, email }) => [id, { user: userOf(id), email }])),
      channels: { it: 'it-desk' },
    }),
    'agent',
    words,
  );

test('cards of an app that was made anew are posted afresh, and the old ones are left alone', async () => {
  slack.fake.makeAppAnew();
  slack.fake.calls.splice(0);
  await toDesk('INC-1 claim');
  await until(() => slack.cards('C1DESK').length === 2, 'a fresh card stands in the channel');
  await until(
    () => slack.cards(slack.chatOf('employee')).filter((text) => text.startsWith('INC-1')).length === 2,
    'and Emma’s',
  );
  expect(slack.cards('C1DESK')[1]).toMatch(/Assignee: @Alex Weber/);
  await toDesk('INC-1 note the fan');
  await readOver('INC-1 resolve new fan');
  await until(() => /New fan|new fan/.test(slack.cards('C1DESK')[1]!), 'the fresh card is redrawn');
  await slack.company.jump(1);
  expect(slack.cards('C1DESK').filter((text) => text.startsWith('INC-1'))).toHaveLength(2);
  const old = slack.fake.called('chat.update').filter(({ args }) => args['ts'] === slack.fake.channel('C1DESK')[0]!.ts);
  expect(old).toHaveLength(1);
});

test('a group hears of new tickets in the channel that was made anew under the name of the archived one', async () => {
  slack.fake.archive('C1DESK', 'it-desk-old');
  slack.fake.addChannel({ id: 'C9NEW', name: 'it-desk' });
  await slack.sender.say(userOf('owner'), 'C2HELP', 'the beamer is dead');
  await slack.card('C9NEW', /^INC-2 .*beamer/);
  await toDesk('INC-1 claim');
  await slack.card('C9NEW', /^INC-1[\s\S]*Assignee: @Alex Weber/);
  await slack.company.settle();
  expect(slack.cards('C9NEW').filter((text) => text.startsWith('INC-'))).toHaveLength(2);
});

test('while there is no channel of its name, nothing is tried again and again, and all is told when there is one', async () => {
  slack.fake.archive('C1DESK', 'it-desk-old');
  slack.fake.calls.splice(0);
  await toDesk('INC-1 claim');
  await slack.company.jump(12);
  const toOld = slack.fake.calls.filter(
    ({ method, args }) => method.startsWith('chat.') && args['channel'] === 'C1DESK',
  );
  expect(toOld.length).toBeLessThan(10);
  slack.fake.addChannel({ id: 'C9NEW', name: 'it-desk' });
  await readOver('INC-1 resolve new fan');
  await slack.card('C9NEW', /^INC-1[\s\S]*new fan/);
});

test('a requester who has left is said not to be reached', async () => {
  await toDesk('INC-1 claim');
  slack.fake.deactivate(EMMA);
  await readOver('INC-1 wait user Which model is it?');
  await slack.card('C1DESK', /^INC-1[\s\S]*Not reached in any chat: @?Emma Chen/);
  slack.fake.calls.splice(0);
  await slack.company.jump(2);
  expect(
    slack.fake.called('chat.postMessage').filter(({ args }) => args['channel'] === slack.chatOf('employee')),
  ).toEqual([]);
});

test('a channel for help that was made anew under its name feeds its group again', async () => {
  slack.fake.archive('C2HELP', 'it-help-old');
  slack.fake.addChannel({ id: 'C9HELP', name: 'it-help' });
  const now = performance.now.bind(performance);
  performance.now = () => now() + 11 * 60_000;
  try {
    await slack.company.jump(0.2);
    await slack.sender.say(userOf('owner'), 'C9HELP', 'the beamer is dead');
    await slack.card('C1DESK', /^INC-2 .*beamer/);
  } finally {
    performance.now = now;
  }
});
