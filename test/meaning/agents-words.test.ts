/** What agents say of their queue and their tickets, and requesters of what they wait for, in their own words. */
import { cardOf, labelsOf, openDesk, said, textOf } from '../kit/open-desk.js';

const house = openDesk();
type Desk = Awaited<ReturnType<typeof house>>;

async function atWork(): Promise<Desk> {
  const desk = await house();
  for (const title of ['Outlook will not open', 'Docking station is dead'])
    await desk.perform('employee', { do: 'open-ticket', title, impact: 'low', urgency: 'medium' });
  await desk.perform('employee', {
    do: 'request-access',
    entitlement: 'crm-read',
    hours: 8,
    reason: 'quarter closing',
  });
  return desk;
}

it.each([
  'how busy is the queue today?',
  'show me the queue',
  'what should I do next',
  'anything close to breach?',
  'assign the printer ticket to me',
  '看看队列',
  '有没有快超时的单子',
  '接下来该做哪个',
])('agents see their queue: “%s”', async (words) => {
  const desk = await atWork();
  expect(cardOf(await desk.say('agent', words)).title).toMatch(/^Queue/);
});

it('people without a queue are told so', async () => {
  const desk = await atWork();
  expect(said(await desk.say('employee', 'how busy is the queue today?'))).not.toMatch(/INC-1/);
});

it.each([
  'take INC-2',
  'grab INC-2 please',
  'pick up INC-2',
  "I'll take INC-2",
  'INC-2 take',
  'INC-2 mine',
  '我接INC-2',
  'INC-2 我来',
])('agents take a ticket: “%s”', async (words) => {
  const desk = await atWork();
  await desk.say('agent', words);
  expect(said(await desk.perform('agent', { do: 'show-ticket', ticket: 'INC-2' }))).toMatch(/Alex Weber/);
});

it('what begins with such a word and goes on is no such command', async () => {
  const desk = await atWork();
  await desk.say('agent', 'INC-2 take the old disk along');
  const shown = said(await desk.perform('agent', { do: 'show-ticket', ticket: 'INC-2' }));
  expect(shown).not.toMatch(/Alex Weber since/);
  expect(shown).toMatch(/old disk/);
});

it('INC-1转给Bao hands it on', async () => {
  const desk = await atWork();
  expect(said(await desk.say('agent', 'INC-1转给Bao'))).toMatch(/Bao Li/);
});

it.each(['drop INC-2', 'give INC-2 to Bao', '把INC-2交给Bao'])(
  'of a ticket of somebody else, nothing is withdrawn: “%s”',
  async (words) => {
    const desk = await atWork();
    const card = cardOf(await desk.say('agent', words));
    expect(card.title).toMatch(/^INC-2/);
    expect(labelsOf(card).join()).not.toMatch(/Cancel/);
  },
);

it.each([
  'who has to approve my request?',
  'my boss is on leave, who else can approve?',
  'withdraw REQ-1',
  'please withdraw my access request',
  '要谁批呢',
  '我的申请撤了吧',
])('the request that waits is shown: “%s”', async (words) => {
  const desk = await atWork();
  const card = cardOf(await desk.say('employee', words));
  expect(card.title).toMatch(/^REQ-1/);
  expect(labelsOf(card)).toContain('Withdraw');
});

it.each(['still broken', "no, that didn't help", '还是不行', '没用'])(
  'what did not help becomes a ticket: “%s”',
  async (words) => {
    const desk = await house();
    expect(labelsOf(cardOf(await desk.say('employee', words))).join()).toMatch(/Open a ticket|新建工单/);
    expect(textOf(cardOf(await desk.say('employee', words)).parts)).not.toMatch(/No article|没有文章/);
  },
);

it('outlook works again offers to close its ticket', async () => {
  const desk = await atWork();
  expect(labelsOf(cardOf(await desk.say('employee', 'outlook works again')))).toContain('Close INC-1');
});

it.each(['the whole office wifi is down', '整个办公室的无线都断了'])('is an outage: “%s”', async (words) => {
  const desk = await house();
  expect(labelsOf(cardOf(await desk.say('employee', words))).join()).toMatch(/Report an outage|上报故障/);
});
