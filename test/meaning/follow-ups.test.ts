/** What people answer to what the desk said last, and how it says back what it heard. */
import { buttonsOf, cardOf, labelsOf, openDesk, said, textOf } from '../kit/open-desk.js';

const house = openDesk();
type Desk = Awaited<ReturnType<typeof house>>;

const fan = { do: 'open-ticket', title: 'The fan of my laptop rattles', impact: 'low', urgency: 'medium' } as const;
const crm = { do: 'request-access', entitlement: 'crm-read', hours: 8, reason: 'quarter closing' } as const;

/** Says one thing after the other, a little later each. */
async function talk(desk: Desk, who: string, ...words: string[]) {
  let reply = await desk.say(who, words[0]!);
  for (const next of words.slice(1)) {
    desk.time.now = new Date(desk.time.now.getTime() + 5000);
    reply = await desk.say(who, next);
  }
  return reply;
}

async function formAfter(desk: Desk, ...words: string[]) {
  const reply = await talk(desk, 'employee', ...words);
  if (reply.kind !== 'form') throw new Error(`a form was expected: ${said(reply)}`);
  return reply.form;
}

it.each([
  ['how do I connect to the vpn from home', "no, that didn't help"],
  ['怎么设置邮件签名', '还是不行'],
  ['my laptop is sooo slow', "restarted it twice, didn't help"],
  ['my laptop is sooo slow', 'still slow :('],
  ['电脑开机特别慢，要等十分钟', '重启过了没用'],
  ['怎么在家连公司的内网啊', '还有别的办法吗？'],
])('“%s” “%s”: a ticket with the question, and what was tried', async (question, words) => {
  const form = await formAfter(await house(), question, words);
  expect(form.draft).toMatchObject({ do: 'open-ticket', tried: expect.any(String) });
  expect(form.fields.find(({ name }) => name === 'title')?.value).toBe(question);
});

it.each(['你好呀', '你好啊', '大家好'])('a greeting answers nothing that was offered or shown: “%s”', async (words) => {
  const desk = await house();
  await desk.perform('employee', fan);
  const greeted = cardOf(await talk(desk, 'employee', 'please cancel my ticket, it works again', words));
  expect(greeted.title).toMatch(/需要什么帮助/);
  const shown = await talk(desk, 'employee', 'how do I connect to the vpn from home', words);
  expect(cardOf(shown).title).toMatch(/需要什么帮助/);
});

it('that something was understood takes up no offer: “好的，我知道了”', async () => {
  const desk = await house();
  await desk.perform('employee', fan);
  expect(said(await talk(desk, 'employee', '我的工单不用了，取消吧', '好的，我知道了'))).toMatch(/很高兴帮到您/);
});

it('one of several articles is chosen by its place', async () => {
  const desk = await house();
  const choices = labelsOf(cardOf(await desk.say('employee', 'vpn')));
  expect(cardOf(await talk(desk, 'employee', 'vpn', 'the second one')).title).toBe(choices[1]);
  expect(cardOf(await talk(desk, 'employee', 'vpn', '第一个')).title).toBe(choices[0]);
});

it('an offer is shown again by yes, until it was taken or declined; nothing is done by yes alone', async () => {
  const desk = await house();
  await desk.perform('employee', fan);
  const cancel = 'please cancel my ticket, it works again';
  expect(await formAfter(desk, cancel, 'yes please')).toMatchObject({ draft: { do: 'resolve', ticket: 'INC-1' } });
  expect(await formAfter(desk, '是的')).toMatchObject({ draft: { do: 'resolve', ticket: 'INC-1' } });
  expect(said(await talk(desk, 'employee', 'no'))).toMatch(/All right/);
  expect(said(await desk.say('employee', 'yes'))).not.toMatch(/INC-1/);

  const offer = cardOf(await talk(desk, 'employee', 'any luck? please cancel my ticket'));
  await desk.submit('employee', await desk.pressForm('employee', /Cancel INC-1/, offer));
  expect(said(await talk(desk, 'employee', 'yes'))).not.toMatch(/Withdraw|Cancel/);
  const log = textOf(cardOf(await desk.perform('agent', { do: 'list-questions' })).parts);
  expect(log).toMatch(/understood as ticket-cancel, chosen: resolve/);
  expect(log).toMatch(/understood as ticket-cancel, chosen: no/);
});

it('what would change a record by its button is shown with that button alone', async () => {
  const desk = await house();
  await desk.perform('employee', crm);
  const card = cardOf(await talk(desk, 'employee', 'please remind my approver', 'yes'));
  expect(labelsOf(card)).toHaveLength(1);
  expect(buttonsOf(card)[0]!.does).toEqual({ do: 'remind-approvers', subject: 'REQ-1' });
});

it.each(['REQ-1 withdraw', 'REQ-1 撤回', 'cancel my request', '撤回我的申请'])(
  'the request is shown with its button, and nothing said to the approvers: “%s”',
  async (words) => {
    const desk = await house();
    await desk.perform('employee', crm);
    expect(labelsOf(cardOf(await desk.say('employee', words)))).toContain('Withdraw');
    expect(said(await desk.perform('manager', { do: 'show-request', request: 'REQ-1' }))).not.toMatch(/撤回|withdraw/);
  },
);

it('other words after the number of a request go to those who decide', async () => {
  const desk = await house();
  await desk.perform('employee', crm);
  await desk.say('employee', 'REQ-1 the figures are due on Thursday');
  expect(said(await desk.perform('manager', { do: 'show-request', request: 'REQ-1' }))).toMatch(/due on Thursday/);
});

it.each([
  ['I need CRM access for 7 days for the audit', 'crm-read', 168, 'audit', /7 days \(until Mon 30 Nov\)/],
  ['I need access to the CRM until Friday for the audit', 'crm-read', 111, 'audit', /Fri 27 Nov/],
  ['我需要CRM权限到周五，审计要用', 'crm-read', 111, '审计要用', /Fri 27 Nov/],
  ['my CRM access ends on Friday, please extend it to 20 December', 'crm-read', 663, undefined, /^[^]*Sun 20 Dec/],
])('“%s” fills in the form, and is said back in words', async (words, entitlement, hours, reason, back) => {
  const desk = await house();
  const card = cardOf(await desk.say('employee', words));
  expect(textOf(card.parts)).toMatch(back);
  expect(textOf(card.parts)).not.toMatch(/P7D|2026-/);
  const [first] = buttonsOf(card);
  expect(first!.does).toEqual({
    do: 'show-form',
    draft: { do: 'request-access', entitlement, hours, ...(reason ? { reason } : {}) },
  });
});
