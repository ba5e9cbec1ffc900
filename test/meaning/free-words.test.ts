/** What becomes of words that are no command: shown, offered, met or split; nothing is changed by words alone. */
import { buttonsOf, cardOf, labelsOf, openDesk, said, textOf } from '../kit/open-desk.js';

const house = openDesk();
type Desk = Awaited<ReturnType<typeof house>>;

const fan = { do: 'open-ticket', title: 'The fan of my laptop rattles', impact: 'low', urgency: 'medium' } as const;
const scanner = { do: 'open-ticket', title: 'Scanner reads nothing', impact: 'low', urgency: 'medium' } as const;

async function withTickets(): Promise<Desk> {
  const desk = await house();
  await desk.perform('employee', fan);
  await desk.perform('employee', scanner);
  return desk;
}
const shown = async (desk: Desk, ticket: string): Promise<string> =>
  textOf(cardOf(await desk.perform('agent', { do: 'show-ticket', ticket })).parts);

describe('a number', () => {
  it.each([
    ['has anybody looked at INC-2 yet?', /^INC-2/],
    ['how is ticket 1 coming along', /^INC-1/],
    ['工单 2 有进展吗', /^INC-2/],
  ])('anywhere in the words decides: “%s”', async (words, title) => {
    const desk = await withTickets();
    expect(cardOf(await desk.say('employee', words)).title).toMatch(title);
  });

  it.each([
    ['please cancel INC-99', 'INC-99'],
    ['any news on HD-731?', 'HD-731'],
    ['撤销 INC-99 吧', 'INC-99'],
  ])('that is not known is said to be so: “%s”', async (words, number) => {
    const desk = await withTickets();
    const card = cardOf(await desk.say('employee', words));
    expect(textOf(card.parts)).toContain(number);
    expect(labelsOf(card).join()).not.toContain(number);
    expect(labelsOf(card).join()).toContain('INC-1');
  });

  it('of a ticket of others tells nothing of it', async () => {
    const desk = await withTickets();
    const card = cardOf(await desk.say('security', 'please cancel INC-1'));
    expect(said({ kind: 'card', card } as never)).not.toMatch(/fan|laptop/);
    expect(labelsOf(card).join()).not.toMatch(/INC-1/);
  });
});

it('of several tickets, the one that is spoken of is meant; else the desk asks which', async () => {
  const desk = await withTickets();
  const asked = cardOf(await desk.say('employee', 'please cancel my ticket'));
  expect(labelsOf(asked)).toEqual([expect.stringMatching(/INC-/), expect.stringMatching(/INC-/)]);
  expect(cardOf(await desk.say('employee', 'any news about the rattling fan?')).title).toMatch(/^INC-1/);
});

it('the ticket that was spoken of last is meant for ten minutes', async () => {
  const desk = await withTickets();
  await desk.say('employee', 'any news about the rattling fan?');
  expect(cardOf(await desk.say('employee', 'then cancel my ticket please')).title).toMatch(/INC-1/);
  await desk.pass(1);
  expect(cardOf(await desk.say('employee', 'please cancel my ticket')).title).toBe('Which ticket do you mean?');
});

it('what would change a ticket is one press away, and nothing happens before', async () => {
  const desk = await house();
  await desk.perform('employee', fan);
  const before = await shown(desk, 'INC-1');
  for (const words of [
    'please cancel my ticket, it works again',
    'make it urgent, the customer comes tomorrow',
    'you can close my ticket, it is solved',
    '我的工单加急一下',
    'approve everything that waits',
  ])
    await desk.say('employee', words);
  expect(await shown(desk, 'INC-1')).toBe(before);
  const offer = cardOf(await desk.say('employee', 'please cancel my ticket, it works again'));
  await desk.submit('employee', await desk.pressForm('employee', /INC-1/, offer));
  expect(await shown(desk, 'INC-1')).not.toBe(before);
});

it('an answer goes to the ticket that waits for it, and a new matter does not', async () => {
  const desk = await house();
  await desk.perform('employee', fan);
  await desk.say('agent', 'INC-1 claim');
  await desk.perform('agent', { do: 'wait', ticket: 'INC-1', cause: 'user', reason: 'Since when?', checked: 'yes' });
  await desk.say('employee', 'I lost my badge on the train');
  expect(await shown(desk, 'INC-1')).not.toMatch(/badge/);
  await desk.say('employee', 'since about a week, mostly in the morning');
  expect(await shown(desk, 'INC-1')).toMatch(/since about a week/);
});

describe('what cannot wait comes before any article', () => {
  it.each([
    'I clicked a link in a mail and typed my password there, now strange logins',
    'nobody in the whole company can work, everything is down, send somebody now',
    'somebody stole my work laptop out of the car',
    '我点了钓鱼链接还输了密码',
    '整个工厂都停产了，马上派人来',
  ])('“%s” names the number to call and who has duty', async (words) => {
    const desk = await house();
    const card = cardOf(await desk.say('employee', words));
    expect(textOf(card.parts)).toMatch(/\+49 30 555 0100/);
    expect(textOf(card.parts)).toMatch(/on call|值班/i);
    const [first] = buttonsOf(card);
    expect(first!.does).toMatchObject({ do: 'show-form', draft: { do: 'open-ticket', urgency: 'high' } });
  });
});

it('serves both of two matters', async () => {
  const desk = await house();
  await desk.perform('employee', fan);
  const card = cardOf(await desk.say('employee', 'any news on my ticket? Also, I need access to the CRM for a week'));
  const does = JSON.stringify(buttonsOf(card).map((each) => each.does));
  expect(does).toMatch(/show-ticket/);
  expect(does).toMatch(/request-access/);
});

it.each([
  'Traceback (most recent call last):\n  File "main.py", line 3\nValueError: bad',
  'From: monitoring\nSubject: disk full on db-3\nThe disk is at 98 %',
])('makes details of a ticket of what was pasted', async (words) => {
  const desk = await house();
  const form = await desk.pressForm('employee', /ticket/i, cardOf(await desk.say('employee', words)));
  expect(JSON.stringify(form.fields)).toMatch(/bad|disk full/);
});

describe('moods', () => {
  it('a complaint is met with the own tickets, escalating and a person', async () => {
    const desk = await withTickets();
    const card = cardOf(await desk.say('employee', 'two weeks and nobody cares, this is ridiculous'));
    expect(textOf(card.parts)).toMatch(/INC-1[^]*INC-2|INC-2[^]*INC-1/);
    expect(labelsOf(card).join()).toMatch(/Escalate INC-[^]*person/);
  });

  it('praise shows the ticket that can be rated', async () => {
    const desk = await house();
    await desk.perform('employee', fan);
    await desk.say('agent', 'INC-1 claim');
    await desk.perform('agent', { do: 'resolve', ticket: 'INC-1', summary: 'new fan', checked: 'yes' });
    const card = cardOf(await desk.say('employee', 'your colleague was brilliant, five stars'));
    expect(labelsOf(card).join()).toMatch(/INC-1/);
  });

  it('abuse is met once, calmly, and shortly afterwards', async () => {
    const desk = await house();
    const first = cardOf(await desk.say('employee', 'you stupid piece of garbage'));
    expect(labelsOf(first).join()).toMatch(/person/);
    expect((await desk.say('employee', 'shut up you idiot')).kind).toBe('done');
  });

  it('in other languages it says which it speaks, and opens a ticket with the words', async () => {
    const desk = await house();
    const card = cardOf(await desk.say('employee', 'mein Drucker geht nicht und ich brauche Hilfe'));
    expect(card.title).toMatch(/English/);
    const form = await desk.pressForm('employee', /ticket/i, card);
    expect(JSON.stringify(form.fields)).toMatch(/Drucker/);
  });

  it.each(['dashboard', 'audit', 'claim', 'status'])('one word is not enough to act on: “%s”', async (word) => {
    const desk = await house();
    await desk.perform('employee', fan);
    const reply = await desk.say('employee', word);
    expect(said(reply)).not.toMatch(/Withdraw|Escalate|Shall I/);
  });
});

it.each([
  ['hi, the printer on the 2nd floor is offline. Thanks!', 'the printer on the 2nd floor is offline'],
  ['你好，打印机脱机了，谢谢', '打印机脱机了'],
  ['thanks but my printer is still offline', 'my printer is still offline'],
])('greetings and thanks hide nothing: “%s”', async (words, matter) => {
  const [polite, plain] = [await house(), await house()];
  expect(said(await polite.say('employee', words))).toBe(said(await plain.say('employee', matter)));
});

it('a thing named alone is offered what there is about it', async () => {
  const desk = await house();
  expect(said(await desk.say('employee', 'vpn'))).toMatch(/VPN/);
});

describe('a typed password', () => {
  it.each([
    'my password is Hunter22! and it is refused',
    '密码：Tiger77x 登不上',
    'the pin is 4821',
    'Hunter2!xyz',
    '验证码 482913 帮我看看',
  ])('never reaches a ticket or the list of questions: “%s”', async (words) => {
    const desk = await house();
    const card = cardOf(await desk.say('employee', words));
    const form = await desk.pressForm('employee', /ticket|工单/i, card);
    const kept = textOf(cardOf(await desk.perform('agent', { do: 'list-questions' })).parts);
    expect(`${JSON.stringify(card)}${JSON.stringify(form)}${kept}`).not.toMatch(/Hunter22|Tiger77x|4821/);
  });

  it.each(['how do I change my password?', 'my password expires in 3 days', 'the pin is forgotten', '密码忘了'])(
    'is not seen where there is none: “%s”',
    async (words) => {
      const desk = await house();
      expect(said(await desk.say('employee', words))).not.toMatch(/Change it now|立即修改/);
    },
  );
});

it('why explains what was understood, how surely, and in which state', async () => {
  const desk = await withTickets();
  await desk.say('employee', 'my monitor is broken, please order a new one');
  expect(said(await desk.say('employee', 'why'))).toMatch(/\d+ %[^]*2/);
});
