/** A Slack of which every answer takes longer than it gives the desk: all is acknowledged at once, and answered later. */
import { openSlackCompany, userOf, type SlackCompany } from '../kit/slack-company.js';
import { until } from '../kit/until.js';

/** How long every answer of Slack’s API takes, in milliseconds. */
const SLOW = 3_500;

const EMMA = userOf('employee');
const OLGA = userOf('owner');
const ALEX = userOf('agent');

let slack: SlackCompany;
beforeEach(async () => {
  slack = await openSlackCompany();
  await slack.sender.say(EMMA, slack.chatOf('employee'), 'new');
  await slack.sender.command(ALEX, 'C3ALL', 'new');
  slack.sender.acknowledged.splice(0);
});

test('people who write, press, send forms and look at their home meanwhile see no error, and get what they asked for', async () => {
  const { fake, sender } = slack;
  const [open] = fake.views;
  fake.slowDown(SLOW);
  const form = {
    title: { value: { value: 'the beamer is dead' } },
    impact: { value: { selected_option: { value: 'low' } } },
    urgency: urgent(),
    category: other(),
  };
  await Promise.all([
    sender.say(EMMA, slack.chatOf('employee'), 'vpn keeps dropping'),
    sender.say(EMMA, 'C2HELP', 'my laptop shows a blue screen'),
    sender.say(OLGA, slack.chatOf('owner'), 'vpn keeps dropping'),
    sender.command(EMMA, 'C3ALL', 'mine'),
    sender.openHome(EMMA),
    sender.submit(ALEX, open!, form),
  ]);
  expect(sender.failedAcks).toEqual([]);
  expect(Math.max(...sender.acknowledged)).toBeLessThan(SLOW / 2);
  await slack.card(slack.chatOf('employee'), /VPN keeps disconnecting/);
  await slack.card(slack.chatOf('owner'), /VPN keeps disconnecting/);
  await slack.card('C1DESK', /^INC-\d .*blue screen/);
  await slack.card('C1DESK', /^INC-\d .*beamer/);
  await until(() => fake.homes.has(EMMA), 'the home is shown');
  await until(() => slack.notes('employee').length > 0, 'the command is answered');
});

const chosen = (value: string) => ({
  value: { selected_option: { value, text: { type: 'plain_text', text: value } } },
});
const urgent = () => chosen('high');
const other = () => chosen('other');
