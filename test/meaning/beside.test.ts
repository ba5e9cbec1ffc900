/** What people say beside their open tickets, of the leave of others, and of who acts for them. */
import { asksForDesk } from '../../src/language/desk-questions.js';
import { buttonsOf, cardOf, openDesk, said, textOf } from '../kit/open-desk.js';

const house = openDesk();
type Desk = Awaited<ReturnType<typeof house>>;

const open = (desk: Desk, title: string) =>
  desk.perform('employee', { do: 'open-ticket', title, impact: 'low', urgency: 'medium' });
const draftOf = async (desk: Desk, who: string, words: string, which = 0) =>
  buttonsOf(cardOf(await desk.say(who, words)))[which]?.does;

it.each([
  'never mind, my laptop is fine now',
  'forget the laptop, it works again after the update',
  '算了，笔记本已经好了',
])('what works again is offered to be closed: “%s”', async (words) => {
  const desk = await house();
  await open(desk, 'my laptop is sooo slow');
  expect(await draftOf(desk, 'employee', words)).toMatchObject({ draft: { do: 'resolve', ticket: 'INC-1' } });
});

it.each(['ok wifi is back, you can close it', '无线好了，可以关了'])(
  'no ticket about something else is closed: “%s”',
  async (words) => {
    const desk = await house();
    await open(desk, 'my laptop is sooo slow');
    const reply = said(await desk.say('employee', words));
    expect(reply).toMatch(/no open ticket about this|没有关于此事/);
    expect(reply).not.toMatch(/INC-1/);
  },
);

it.each(['the wifi is down again!!', '无线又不行了', 'and the same in room Paris now', '四楼也连不上了'])(
  'what happens again, or elsewhere, is added to the open ticket: “%s”',
  async (words) => {
    const desk = await house();
    await open(desk, 'my laptop is sooo slow');
    await desk.perform('employee', { do: 'resolve', ticket: 'INC-1', summary: 'Works' });
    await open(desk, 'wifi in meeting room Berlin is dead 无线断了');
    expect(await draftOf(desk, 'employee', words)).toMatchObject({ draft: { do: 'comment', ticket: 'INC-2' } });
  },
);

it('a question whether anybody works on it shows one’s own ticket', async () => {
  const desk = await house();
  await open(desk, 'wifi in meeting room Berlin is dead');
  expect(cardOf(await desk.say('employee', 'are you doing something about the wifi?')).title).toMatch(/INC-1/);
});

it.each([
  'btw i cant print either since this morning, and teams has no sound in calls',
  '打印机卡纸了，另外我的邮箱也收不到邮件',
])('two things in one message are both served: “%s”', async (words) =>
  expect(cardOf(await (await house()).say('employee', words)).title).toMatch(/^(?:Two matters|两件事)/),
);

it.each(['is emma off this week?', 'Emma这周请假了吗'])(
  'a question about another is no leave of one’s own: “%s”',
  async (words) => {
    const reply = await (await house()).say('manager', words);
    expect(cardOf(reply).title).toMatch(/^Leave of Emma Chen|Emma Chen ?的休假/);
  },
);

it.each([
  'im on vacation from next wednesday till friday, olga will stand in for me',
  '我下周三到周五休假，Olga帮我顶一下',
])('who stands in is kept with the leave: “%s”', async (words) => {
  const draft = await draftOf(await house(), 'manager', words, 1);
  expect(draft).toMatchObject({ draft: { do: 'delegate', to: 'Olga Petrova', from: expect.any(String) } });
});

it.each(['olga should approve for me while im gone', '不在的时候让Olga替我审批'])(
  'a delegate decides in the days of the leave: “%s”',
  async (words) => {
    const desk = await house();
    const days = { from: '2026-12-09', until: '2026-12-11' };
    await desk.perform('manager', { do: 'leave', from: days.from, to: days.until });
    expect(await draftOf(desk, 'manager', words)).toEqual({
      do: 'show-form',
      draft: { do: 'delegate', to: 'Olga Petrova', ...days },
    });
  },
);

it('who decides during a leave is asked of delegation', async () => {
  const words = 'I start parental leave in january, who approves then?';
  expect(said(await (await house()).say('manager', words))).toMatch(/Name a delegate/);
});

it('whether access was given is seen in one’s own', async () => {
  const desk = await house();
  await desk.perform('employee', {
    do: 'request-access',
    entitlement: 'crm-read',
    hours: 8,
    reason: 'quarter closing',
  });
  expect(said(await desk.say('employee', 'did i get the crm now?'))).toMatch(/REQ-1/);
});

it('abuse is met calmly in Chinese too', async () => {
  const calm = cardOf(await (await house()).say('employee', '什么破机器人，一点用都没有'));
  expect(textOf(calm.parts)).toMatch(/转人工|抱歉/);
});

it.each([
  'can you give me the phone number of the helpdesk',
  'do you work on saturdays',
  'how long does IT usually take to answer',
  '服务台电话多少',
  '周六上班吗你们',
  '你们一般多久回复',
])('the desk tells its number, its hours and how soon it answers: “%s”', async (words) => {
  const told = textOf(cardOf(await (await house()).say('employee', words)).parts);
  expect(told).toMatch(/\+49 30 555 0100/);
  expect(told).toMatch(/closed|休息/);
  expect(told).toMatch(/working hours|工作小时/);
});

it.each(['how long does it take to charge a laptop', 'what is the phone number of my manager', 'IT电话会议怎么开'])(
  'another question is none about the desk: “%s”',
  (words) => expect(asksForDesk(words)).toBe(false),
);
