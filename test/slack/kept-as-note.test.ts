/** An agent forgets to address the desk in a ticket's thread: what was meant for the requester is not lost among notes. */
import { buttonsOf } from '../kit/slack-driver.js';
import { openSlackCompany, userOf } from '../kit/slack-company.js';
import { until } from '../kit/until.js';

test('"reply" without the desk’s name is asked about at once in the thread, and sent at a press', async () => {
  const slack = await openSlackCompany();
  await slack.sender.say(userOf('employee'), 'C2HELP', 'my laptop shows a blue screen');
  const triage = await slack.card('C1DESK', /^INC-1/);
  await slack.card(slack.chatOf('employee'), /^INC-1/);
  await slack.sender.say(userOf('agent'), 'C1DESK', 'reply We look into it', { thread: triage.ts });
  const asked = await slack.told('agent', /kept as an internal note[\s\S]*did not get this/);
  const send = buttonsOf(asked).find(({ text }) => text.text === 'Send to Emma Chen')!;
  const isSent = () =>
    slack.fake.channel(slack.chatOf('employee')).some((each) => /We look into it/.test(slack.read(each)));
  expect(isSent()).toBe(false);
  await slack.sender.press(userOf('agent'), asked, send.value!, send.action_id);
  await until(async () => isSent(), 'Emma reads it');
  await slack.card('C1DESK', /^INC-1[\s\S]*Alex Weber · 🔒 Internal[\s\S]*Alex Weber · → Emma Chen/);
});
