/** Access that is for a ticket ends with it. */
import { expect, test } from '@jest/globals';
import { openDesk, said, textOf, type OpenDesk } from '../kit/open-desk.js';

const open = openDesk();
const request = { do: 'request-access', entitlement: 'crm-read', hours: 240, reason: 'to look into it' } as const;

async function asked(
  desk: OpenDesk,
  command: object = { ...request, ticket: 'INC-1' },
  by = 'employee',
): Promise<string> {
  const last = await desk.perform(by, command as never);
  return said(last.kind === 'form' ? await desk.submit(by, last.form) : last);
}
async function approve(desk: OpenDesk, subject: string): Promise<void> {
  for (const step of ['manager', 'owner']) await desk.perform(step, { do: 'approve', subject, step });
  await desk.pass(0.01);
}
const ticket = (desk: OpenDesk, title = 'The export is wrong') =>
  desk.perform('employee', { do: 'open-ticket', title, impact: 'low', urgency: 'low' });
const show = async (desk: OpenDesk, id: string) =>
  said(await desk.perform('employee', { do: 'show-request', request: id }));
const chat = async (desk: OpenDesk, who: string) =>
  (await desk.seen(`@${who}`)).map(({ title, parts }) => `${title}\n${textOf(parts)}`).join('\n\n');

test('an hour after its ticket is resolved it ends, and its holder is warned; both languages', async () => {
  const desk = await open();
  await ticket(desk);
  await asked(desk);
  expect(await show(desk, 'REQ-1')).toContain('Ticket: INC-1: ends with it, if not before');
  await approve(desk, 'REQ-1');
  await desk.pass(20);
  expect(await show(desk, 'REQ-1')).toContain('Until');

  await desk.perform('agent', { do: 'resolve', ticket: 'INC-1', summary: 'Corrected.', checked: 'yes' } as never);
  await desk.pass(0.1);
  expect(await chat(desk, 'employee')).toMatch(/Demo CRM: Read customers ends .*, because INC-1 is over/);
  await desk.perform('employee', { do: 'set-language', lang: 'zh' });
  expect(await show(desk, 'REQ-1')).toContain('INC-1：随工单提前结束');
  await desk.perform('employee', { do: 'set-language', lang: 'en' });
  await desk.pass(0.5);
  expect(await show(desk, 'REQ-1')).toContain('Extend…');
  await desk.pass(0.6);
  await desk.pass(0.01);
  expect(await show(desk, 'REQ-1')).toContain('How it ended: Its ticket is over');
});

test('a ticket that was merged counts as the one in which it goes on', async () => {
  const desk = await open();
  await ticket(desk);
  await ticket(desk, 'The export is wrong again');
  await asked(desk);
  await approve(desk, 'REQ-1');
  await desk.perform('agent', { do: 'merge', ticket: 'INC-1', into: 'INC-2' } as never);
  await desk.pass(4);
  expect(await show(desk, 'REQ-1')).toContain('[Return now]');
  await desk.perform('agent', { do: 'resolve', ticket: 'INC-2', summary: 'Corrected.', checked: 'yes' } as never);
  await desk.pass(0.1);
  await desk.pass(1.1);
  await desk.pass(0.01);
  expect(await show(desk, 'REQ-1')).toContain('How it ended: Its ticket is over');
});

test('for a ticket that is over, that nobody has, or that one may not read, nothing is asked; one that ends meanwhile grants nothing', async () => {
  const desk = await open();
  await ticket(desk);
  expect(await asked(desk, { ...request, ticket: 'INC-99' })).toContain('There is no ticket INC-99');
  expect(await asked(desk, undefined, 'security')).toContain('There is no ticket INC-1');
  await asked(desk);
  await desk.perform('agent', { do: 'resolve', ticket: 'INC-1', summary: 'Corrected.', checked: 'yes' } as never);
  expect(await asked(desk, { ...request, entitlement: 'crm-audit', ticket: 'INC-1' })).toContain('INC-1 is over');
  await approve(desk, 'REQ-1');
  expect(await show(desk, 'REQ-1')).toContain('INC-1 is over, so no access is granted for it.');
});

test('it is named in words as well', async () => {
  const desk = await open();
  await ticket(desk);
  await desk.say('employee', 'request crm-read for 8h for INC-1 because the export is wrong');
  expect(await show(desk, 'REQ-1')).toMatch(/Duration: 8 hours[\s\S]*Ticket: INC-1/);
  await desk.say('employee', '申请 crm-audit 8小时 INC-1 因为 导出有误');
  expect(await show(desk, 'REQ-2')).toMatch(/Duration: 8 hours[\s\S]*Ticket: INC-1/);
});
