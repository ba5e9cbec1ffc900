/** A Slack that asks to wait, breaks, or answers nonsense: what people say is not lost, and is acknowledged in time. */
import { sideBySide } from '../kit/side-by-side.js';
import { openSlackCompany, userOf } from '../kit/slack-company.js';
import type { Failure } from '../kit/slack-failures.js';

const EMMA = userOf('employee');
const OLGA = userOf('owner');
const ALEX = userOf('agent');

const story = sideBySide();

const notNow: [string, Failure][] = [
  ['asks to wait', { status: 429, retryAfter: 1 }],
  ['asks to wait, and does not say for how long', { status: 429 }],
  ['is not available', { status: 503 }],
  ['has an internal error', { error: 'internal_error' }],
  ['sends a page of HTML', { html: true }],
  ['breaks the connection', { reset: true }],
];

for (const [how, failure] of notNow) {
  story(`when Slack ${how}, posts, first words and the ticket emoji become tickets all the same`, async () => {
    const { fake, sender, card, notes } = await openSlackCompany();
    await sender.say(EMMA, 'C3ALL', 'the beamer is dead');
    const beamer = fake.messages.at(-1)!;
    // Who somebody is, what their message says, and which channel feeds the group, must all be asked for.
    for (const method of ['users.info', 'conversations.replies', 'users.conversations']) fake.failNext(method, failure);
    await Promise.all([sender.say(OLGA, 'C2HELP', 'my laptop shows a blue screen'), sender.react(ALEX, beamer)]);
    await card('C1DESK', /^INC-\d .*blue screen/);
    await card('C1DESK', /^INC-\d .*beamer/);
    expect(sender.failedAcks).toEqual([]);
    expect([...notes('owner'), ...notes('agent')].join()).not.toMatch(/broke/);
  });
}

story('under the limits that Slack documents, all of a busy minute comes to pass', async () => {
  const { fake, sender, card, chatOf } = await openSlackCompany();
  fake.keepLimits();
  const people = ['employee', 'owner', 'manager', 'lead', 'security', 'admin'];
  for (const id of people) {
    await sender.say(userOf(id), chatOf(id), 'vpn keeps dropping');
    await sender.say(userOf(id), 'C2HELP', `the laptop of ${id} is dead`);
  }
  for (const id of people) {
    await card('C1DESK', new RegExp(`^INC-.*of ${id} is dead`));
    await card(chatOf(id), /VPN keeps disconnecting/);
    await card(chatOf(id), new RegExp(`^INC-.*of ${id} is dead`));
  }
  expect(sender.failedAcks).toEqual([]);
});

const unknown: [string, Failure][] = [
  ['an internal error', { error: 'internal_error' }],
  ['a fatal error', { error: 'fatal_error' }],
  ['a page of HTML', { html: true }],
  ['a broken connection', { reset: true }],
];
for (const [how, failure] of unknown) {
  story(`a ticket has one card, though Slack’s answer to its posting was ${how}`, async () => {
    const { fake, sender, card, cards, chatOf, company } = await openSlackCompany();
    fake.failNext('chat.postMessage', { ...failure, carriedOut: true, channel: 'C1DESK' });
    await sender.say(EMMA, 'C2HELP', 'my laptop shows a blue screen');
    await card('C1DESK', /^INC-1/);
    await company.jump(1);
    await sender.say(ALEX, chatOf('agent'), 'INC-1 claim');
    await card('C1DESK', /^INC-1[\s\S]*Assignee: @Alex Weber/);
    expect(cards('C1DESK')).toHaveLength(1);
  });
}
