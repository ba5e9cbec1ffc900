/** What approvers ask before they decide, what requesters answer, and decisions given in words. */
import { openRooms, type Rooms, buttonsOf, said } from './rooms.js';
import { boardOf } from '../access/presenter.js';
import { understand } from '../../src/language/understand.js';

let rooms: Rooms;
beforeEach(async () => {
  rooms = await openRooms();
});
afterEach(() => rooms.close());

const ask = (entitlement = 'crm-read', who = 'employee') =>
  said(
    rooms.handlers['request-access'](
      { do: 'request-access', entitlement, hours: 8, reason: 'Quarter end' },
      rooms.act(who),
    ),
  );
const discuss = (who: string, words: string, subject = 'REQ-1') =>
  said(rooms.handlers.discuss({ do: 'discuss', subject, words }, rooms.act(who)));
const approve = (who: string, subject = 'REQ-1') =>
  said(rooms.handlers.approve({ do: 'approve', subject }, rooms.act(who)));
const reject = (who: string, reason: string) =>
  said(rooms.handlers.reject({ do: 'reject', subject: 'REQ-1', reason }, rooms.act(who)));

describe('a question before the decision', () => {
  test('reaches all who are asked to decide when the requester writes first', async () => {
    await ask();
    await discuss('employee', 'It is urgent.');
    expect(await boardOf(rooms).notices('REQ-1')).toEqual(['manager: REQ-1: Emma Chen answered']);
  });

  test('is not taken from people who decide nothing, nor after the decision', async () => {
    await ask();
    expect(await discuss('agent', 'Why?')).toMatch('refused: You are not an approver of this');
    expect(await discuss('owner', 'Why?')).toMatch('refused: You are not an approver of this');
    await reject('manager', 'Too broad');
    expect(await discuss('manager', 'Why?')).toMatch('refused: Already rejected by Marco Rossi');
    expect(await discuss('employee', 'Please!')).toMatch('refused: REQ-1 no longer waits for a decision');
    expect((await rooms.load('REQ-1')).history.map(({ what }) => what)).not.toContain('asked');
  });

  test('opens a form only where somebody would read it', async () => {
    await ask();
    const draft = { do: 'discuss', subject: 'REQ-1' } as const;
    expect((await rooms.approvals.forms.discuss(draft, rooms.act('manager'))).title).toBe('Ask the requester');
    expect((await rooms.approvals.forms.discuss(draft, rooms.act('employee'))).title).toBe('Answer the approvers');
    await expect(rooms.approvals.forms.discuss(draft, rooms.act('agent'))).rejects.toThrow();
  });
});

describe('a decision in words', () => {
  test.each([
    ['REQ-2 approve', { do: 'approve', subject: 'REQ-2' }],
    ['approve req-2', { do: 'approve', subject: 'REQ-2' }],
    ['CHG-1 批准', { do: 'approve', subject: 'CHG-1' }],
    ['批准 CHG-1', { do: 'approve', subject: 'CHG-1' }],
    [
      'REQ-2 approve, but only for an hour',
      { do: 'show-form', draft: { do: 'approve', subject: 'REQ-2', condition: 'but only for an hour' } },
    ],
    ['REQ-2 转交给 @olga，因为她负责', { do: 'transfer', subject: 'REQ-2', to: '@olga', reason: '她负责' }],
    ['REQ-2 transfer to Olga', { do: 'show-form', draft: { do: 'transfer', subject: 'REQ-2', to: 'Olga' } }],
    ['REQ-2 加签 @sam 之前', { do: 'add-approver', subject: 'REQ-2', to: '@sam', place: 'before' }],
    ['REQ-2 add approver', { do: 'show-form', draft: { do: 'add-approver', subject: 'REQ-2' } }],
    [
      'REQ-2 send back because it is vague',
      { do: 'show-form', draft: { do: 'send-back', subject: 'REQ-2', reason: 'it is vague' } },
    ],
    ['CHG-1 抄送 @bao', { do: 'copy-to', subject: 'CHG-1', to: '@bao' }],
    ['CHG-1 催办', { do: 'remind-approvers', subject: 'CHG-1' }],
    ['REQ-2 reject because it is too broad', { do: 'reject', subject: 'REQ-2', reason: 'it is too broad' }],
    ['REQ-2 驳回 因为范围太大', { do: 'reject', subject: 'REQ-2', reason: '范围太大' }],
    ['REQ-2 reject', { do: 'show-form', draft: { do: 'reject', subject: 'REQ-2' } }],
    ['approve', { do: 'list-approvals' }],
    ['REQ-2 why do you need it for Q4?', { do: 'words', words: 'REQ-2 why do you need it for Q4?' }],
    ['REQ-2 为什么需要？', { do: 'words', words: 'REQ-2 为什么需要？' }],
  ])('%s', (words, command) => expect(understand(words, {})).toEqual(command));

  test('approves a ticket no more than it did', () => {
    expect(understand('INC-1 approve', {})).toEqual({ do: 'words', words: 'INC-1 approve' });
  });

  test('is given for the step that waits for this person, under the same rules as by a button', async () => {
    await ask();
    expect(await approve('owner')).toMatch('refused: You are not an approver of this');
    expect(await approve('employee')).toMatch('refused: You cannot decide your own request');
    expect(await approve('manager')).toBe('You approved REQ-1.');
    expect(await approve('manager')).toMatch('refused: Already approved by Marco Rossi');
    expect(await reject('owner', 'Too broad')).toMatch('You rejected REQ-1');
    const { approval } = await rooms.load('REQ-1');
    expect(approval.steps.map(({ state }) => state)).toEqual(['approved', 'rejected']);
  });
});

test('the list of approvals shows what one decides about', async () => {
  await ask('crm-export');
  const list = await said(rooms.handlers['list-approvals']({ do: 'list-approvals' }, rooms.act('manager')));
  expect(list).toContain('Risk: High · 8 hours\n> Quarter end');
});

test('what was rejected can be asked for again, changed, by its requester alone', async () => {
  await ask();
  await reject('manager', 'Too long');
  const card = await boardOf(rooms).card('REQ-1', 'requester');
  const again = buttonsOf(card).find(({ label }) => label === 'Ask again')!;
  expect(again.does).toEqual({ do: 'show-form', draft: { do: 'request-access', again: 'REQ-1' } });
  const draft = { do: 'request-access', again: 'REQ-1' } as const;
  const form = await rooms.access.forms['request-access'](draft, rooms.act('employee'));
  expect(form.fields.map(({ name, value }) => [name, value])).toEqual([
    ['entitlement', 'crm-read'],
    ['hours', '8'],
    ['reason', 'Quarter end'],
    ['ticket', undefined],
  ]);
  expect(form.draft).toMatchObject({ do: 'request-access', seen: '0' });
  await expect(rooms.access.forms['request-access'](draft, rooms.act('agent'))).rejects.toThrow();
  expect(await ask()).toMatch('REQ-2 was sent to');
});

test.each([
  ['request crm-read', { do: 'show-form', draft: { do: 'request-access', entitlement: 'crm-read' } }],
  ['申请 crm-read', { do: 'show-form', draft: { do: 'request-access', entitlement: 'crm-read' } }],
  ['request help', { do: 'words', words: 'request help' }],
])('%s, said in passing', (words, command) => expect(understand(words, {})).toEqual(command));
