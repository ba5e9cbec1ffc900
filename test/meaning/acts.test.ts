/** What people reach in words of their own: decisions, leave, holders of access, outages, and what nobody can place. */
import { buttonsOf, cardOf, labelsOf, openDesk, said, textOf } from '../kit/open-desk.js';

const house = openDesk();
type Desk = Awaited<ReturnType<typeof house>>;

const crm = { do: 'request-access', entitlement: 'crm-read', hours: 8, reason: 'quarter closing' } as const;
const firstOf = async (desk: Desk, who: string, words: string) =>
  buttonsOf(cardOf(await desk.say(who, words)))[0]?.does;

it.each(['broken', "it doesn't work", '坏了', '卡'])(
  'one short question meets what nobody can place: “%s”',
  async (words) => {
    const desk = await house();
    const labels = labelsOf(cardOf(await desk.say('employee', words)));
    expect(labels).toHaveLength(5);
    expect(labels.at(-1)).toMatch(/Open a ticket|新建工单/);
  },
);

it('a leave that is over or cancelled is shown with what ends it', async () => {
  const desk = await house();
  await desk.perform('employee', { do: 'leave', from: '2026-11-23', to: '2026-11-27' });
  for (const words of ["I'm back from vacation", 'cancel my leave', '我休假回来了'])
    expect(JSON.stringify(buttonsOf(cardOf(await desk.say('employee', words))))).toMatch(/cancel-leave/);
});

it('who holds access is told to its owner and security officers, others are told whom to ask', async () => {
  const desk = await house();
  await desk.perform('employee', crm);
  await desk.perform('manager', { do: 'approve', subject: 'REQ-1' });
  await desk.perform('owner', { do: 'approve', subject: 'REQ-1' });
  await desk.pass(0);
  expect(said(await desk.say('owner', 'who has access to the CRM?'))).toMatch(/Read customers: Emma Chen until/);
  expect(said(await desk.say('security', '谁有CRM权限'))).toMatch(/Emma Chen/);
  const told = said(await desk.say('agent', 'who has access to the CRM?'));
  expect(told).toMatch(/Olga Petrova/);
  expect(told).not.toMatch(/Emma/);
});

it('a question about an outage names the major incidents that are known, else offers to report one', async () => {
  const desk = await house();
  expect(said(await desk.say('employee', 'is there an outage?'))).toMatch(/No major incident is known/);
  await desk.perform('agent', { do: 'open-ticket', title: 'Mail server', impact: 'high', urgency: 'high' });
  await desk.perform('agent', { do: 'major', ticket: 'INC-1', text: 'No mail since nine', checked: 'yes' });
  expect(said(await desk.say('employee', '现在有故障吗'))).toMatch(/INC-1.*No mail since nine/);
  expect(labelsOf(cardOf(await desk.say('employee', 'is there an outage?'))).join()).toMatch(/Report an outage/);
});

it('a thing that no article knows is asked about, and what is not IT has other desks', async () => {
  const desk = await house();
  expect(cardOf(await desk.say('employee', 'dashboard')).title).toMatch(/What about/);
  const other = cardOf(await desk.say('employee', 'the toilet on floor 2 is blocked'));
  expect(textOf(other.parts)).toMatch(/Facilities[^]*facilities@/);
  expect(labelsOf(other).join()).toMatch(/Speak to a person/);
});

it.each(['马上把老吴踢出所有系统', 'remove Bob from everything now'])(
  'who must be cut off now is said with the number to call: “%s”',
  async (words) => {
    const desk = await house();
    expect(textOf(cardOf(await desk.say('employee', words)).parts)).toMatch(/\+49 30 555 0100/);
  },
);

it('decisions are reminded of and delegated by what was said', async () => {
  const desk = await house();
  await desk.perform('employee', crm);
  const reminds = { do: 'remind-approvers', subject: 'REQ-1' };
  expect(await firstOf(desk, 'employee', 'please remind my approver')).toEqual(reminds);
  expect(await firstOf(desk, 'employee', '催一下审批')).toEqual(reminds);

  const days = { to: 'Olga Petrova', from: '2026-11-30', until: '2026-12-06' };
  const delegates = { do: 'show-form', draft: { do: 'delegate', ...days } };
  expect(await firstOf(desk, 'manager', "I'm away next week, Olga should decide for me")).toEqual(delegates);
});

it('one decision is handed on, shared or returned by a form, and nothing is done by the words', async () => {
  const desk = await house();
  await desk.perform('employee', crm);
  const form = (draft: object) => ({ do: 'show-form', draft: { subject: 'REQ-1', ...draft } });
  const olga = form({ do: 'transfer', to: 'Olga Petrova' });
  expect(await firstOf(desk, 'manager', 'hand REQ-1 over to Olga')).toEqual(olga);
  expect(await firstOf(desk, 'manager', '把REQ-1转给Olga审批')).toEqual(olga);
  const sam = form({ do: 'add-approver', to: 'Sam Okafor' });
  expect(await firstOf(desk, 'manager', 'let Sam decide on REQ-1 as well')).toEqual(sam);
  expect(await firstOf(desk, 'manager', '把REQ-1退回上一步')).toEqual(form({ do: 'send-back' }));
  expect(cardOf(await desk.say('manager', 'who decides for me?')).title).toBe('Delegations');
  expect(said(await desk.say('manager', '只看高风险的待审批'))).toMatch(/“high”/);
  expect(said(await desk.perform('employee', { do: 'show-request', request: 'REQ-1' }))).toMatch(/now Manager: Marco/);
});
