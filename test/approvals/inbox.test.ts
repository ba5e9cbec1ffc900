/** The inbox of an approver: its order, its filters, the next after each decision, and several low-risk ones at once. */
import type { Card } from '../../src/card.js';
import type { CommandOf } from '../../src/language/command.js';
import { understand } from '../../src/language/understand.js';
import { policiesWith } from './company.js';
import { buttonsOf, openRooms, type Rooms, said, textOf } from './rooms.js';

let rooms: Rooms;
beforeEach(async () => {
  rooms = await openRooms();
});
afterEach(() => rooms.close());

const ask = (who: string, entitlement = 'crm-read') =>
  said(
    rooms.handlers['request-access'](
      { do: 'request-access', entitlement, hours: 8, reason: 'Quarter end' },
      rooms.act(who),
    ),
  );
const change = (risk: 'low' | 'high') =>
  said(
    rooms.handlers['open-change'](
      {
        do: 'open-change',
        title: 'Replace the gateway',
        type: 'emergency',
        plan: 'Swap it',
        risk,
        rollback: 'Put the old one back',
        starts: '2026-12-05T09:00',
        ends: '2026-12-05T12:00',
      },
      rooms.act('agent'),
    ),
  );
const cardOf = async (reply: ReturnType<Rooms['handlers']['list-approvals']>): Promise<Card> => {
  const value = await reply;
  if (value.kind !== 'card') throw new Error(value.kind);
  return value.card;
};
const inbox = (who: string, only?: string) =>
  cardOf(rooms.handlers['list-approvals']({ do: 'list-approvals', ...(only ? { only } : {}) }, rooms.act(who)));
const numbers = (card: Card) => [...textOf(card).matchAll(/\b(?:REQ|CHG)-\d+\b/g)].map(([id]) => id);
const press = (who: string, card: Card, label: string) => {
  const { does } = buttonsOf(card).find((each) => each.label === label)!;
  return cardOf(rooms.handlers.approve(does as CommandOf<'approve'>, rooms.act(who)));
};

test.each([
  ['approvals high', { do: 'list-approvals', only: 'high' }],
  ['待审批 权限', { do: 'list-approvals', only: '权限' }],
  ['approvals @emma', { do: 'list-approvals', only: '@emma' }],
  ['approvals are a good thing to have', { do: 'words', words: 'approvals are a good thing to have' }],
])('%s', (words, command) => expect(understand(words, {})).toEqual(command));

test('the oldest deadline comes first, whatever kind it is; what waits for an answer comes last', async () => {
  await ask('employee');
  await rooms.wait(1);
  await change('high');
  await rooms.wait(1);
  await ask('owner');
  expect(numbers(await inbox('manager'))).toEqual(['REQ-1', 'CHG-1', 'REQ-2']);
  await said(rooms.handlers.discuss({ do: 'discuss', subject: 'REQ-1', words: 'Why?' }, rooms.act('manager')));
  expect(numbers(await inbox('manager'))).toEqual(['CHG-1', 'REQ-2', 'REQ-1']);
});

test('it is the approver’s own deadline that counts, and not the last of all approvers’', async () => {
  await rooms.close();
  const manager = '    name: Marco Rossi\n';
  rooms = await openRooms({ dir: policiesWith('people.yaml', [manager, `${manager}    calendar: 24x7\n`]) });
  await change('high');
  await rooms.wait(1);
  await ask('employee');
  const expire = async (id: string) => (await rooms.load(id)).approval.expire!.getTime();
  expect(await expire('CHG-1')).toBeGreaterThan(await expire('REQ-1'));
  expect(numbers(await inbox('manager'))).toEqual(['CHG-1', 'REQ-1']);
});

test('it is narrowed by kind, risk and requester, in both languages', async () => {
  await ask('employee');
  await ask('owner', 'crm-export');
  await change('low');
  const narrowed = async (only: string) => numbers(await inbox('manager', only));
  expect(await narrowed('access')).toEqual(['REQ-1', 'REQ-2']);
  expect(await narrowed('变更')).toEqual(['CHG-1']);
  expect(await narrowed('access high')).toEqual(['REQ-2']);
  expect(await narrowed('@emma')).toEqual(['REQ-1']);
  const offered = async (only?: string) =>
    buttonsOf(await inbox('manager', only))
      .filter(({ does }) => does.do === 'list-approvals')
      .map(({ label, does }) => [label, (does as CommandOf<'list-approvals'>).only]);
  expect(await offered()).toEqual([
    ['Access (2)', 'access'],
    ['Changes (1)', 'change'],
    ['Low risk (2)', 'low'],
    ['High risk (1)', 'high'],
  ]);
  expect((await offered('access')).slice(0, 2)).toEqual([
    ['All (3)', undefined],
    ['Changes (1)', 'change'],
  ]);
  expect(textOf(await inbox('manager', 'payroll'))).toMatch('None of the 3 that wait for you is “payroll”');
});

test('after each decision the next one is shown, until nothing waits', async () => {
  await ask('employee');
  await ask('owner');
  const next = await press('manager', await inbox('manager'), 'Approve');
  expect(textOf(next)).toMatch(/^Next: 1 to decide\nYou approved REQ-1\.\nREQ-2/);
  expect(textOf(await press('manager', next, 'Approve'))).toBe('Nothing else waits for you\nYou approved REQ-2.');
  expect(numbers(await inbox('manager'))).toEqual([]);
});

describe('several at once', () => {
  const form = () =>
    rooms.approvals.forms['approve-several']({ do: 'approve-several', kind: 'access' }, rooms.act('manager'));
  const choices = async () => {
    const [field] = (await form()).fields;
    return field?.kind === 'several' ? field.choices.map(({ value }) => value) : [];
  };
  const approve = (subjects: string, kind = 'access', who = 'manager') =>
    said(rooms.handlers['approve-several']({ do: 'approve-several', kind, subjects }, rooms.act(who)));

  test('what its requester changed after the form was shown is not approved with the others', async () => {
    await ask('employee');
    await ask('agent');
    await said(rooms.handlers.approve({ do: 'approve', subject: 'REQ-2' }, rooms.act('lead')));
    await ask('security');
    const offered = await choices();
    const edit = {
      do: 'edit-request',
      request: 'REQ-1',
      entitlement: 'crm-read',
      hours: 700,
      reason: 'longer',
    } as const;
    await said(rooms.handlers['edit-request'](edit, rooms.act('employee')));
    const outcome = await approve(offered.join());
    expect(outcome).toContain('You approved REQ-3.');
    expect(outcome).toMatch(/REQ-1: .*changed/);
    expect((await rooms.load('REQ-1')).state).toBe('requested');
  });

  test('are offered where there are several of low risk and one kind, and each is a decision of its own', async () => {
    await ask('employee');
    await ask('owner', 'crm-export');
    expect(buttonsOf(await inbox('manager')).map(({ label }) => label)).not.toContain(
      'Approve several of 2 low-risk ones…',
    );
    await ask('agent');
    await said(rooms.handlers.approve({ do: 'approve', subject: 'REQ-3' }, rooms.act('lead')));
    await ask('security');
    expect(buttonsOf(await inbox('manager')).map(({ label }) => label)).toContain(
      'Approve several of 2 low-risk ones…',
    );
    const offered = await choices();
    expect(offered.map((each) => each.split(':')[0])).toEqual(['REQ-1', 'REQ-4']);
    expect(await approve(offered.join())).toBe('What became of each\nYou approved REQ-1.\nYou approved REQ-4.');
    expect((await rooms.load('REQ-4')).approval.steps[0]).toMatchObject({
      state: 'approved',
      decisions: [{ by: { id: 'manager' } }],
    });
  });

  test('what may not be approved so, or by this person, is not, and the answer says so for each', async () => {
    await ask('employee');
    await ask('owner', 'crm-export');
    await ask('manager');
    expect((await approve('REQ-1,REQ-2,REQ-3,REQ-9')).split('\n').slice(1)).toEqual([
      'You approved REQ-1.',
      'REQ-2: This is not of low risk, or of another kind. Decide it by itself.',
      expect.stringMatching(/^REQ-3: You cannot decide your own request/),
      expect.stringMatching(/^REQ-9: REQ-9 does not exist/),
    ]);
    expect(await approve('REQ-1')).toMatch('Already approved by Marco Rossi');
    await expect(form()).rejects.toThrow();
  });
});
