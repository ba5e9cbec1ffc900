/** What a rule approves without a decision: the first few of a person, shown as such, and nothing else. */
import { boardOf } from '../access/presenter.js';
import { policiesWith } from './company.js';
import { openRooms, type Rooms, said, textOf } from './rooms.js';

let rooms: Rooms;
afterEach(() => rooms.close());

const withAuto = () =>
  openRooms({
    dir: policiesWith('approvals.yaml', [
      '  - { when: { kind: access }, route: manager-owner }',
      '  - { when: { kind: access, risk: low, duration: { atMost: 8 } }, route: manager-owner, auto: { times: 2, days: 30 } }\n  - { when: { kind: access }, route: manager-owner }',
    ]),
  });
const ask = (entitlement = 'crm-read', hours = 8, who = 'employee') =>
  said(
    rooms.handlers['request-access'](
      { do: 'request-access', entitlement, hours, reason: 'Quarter end' },
      rooms.act(who),
    ),
  );
const granted = async (id: string) => {
  await rooms.wait(0.01);
  return rooms.grantOf(id);
};

test('the first two in 30 days are granted at once and shown so; the third is asked of the approvers', async () => {
  rooms = await withAuto();
  expect(await ask()).toBe('REQ-1 is recorded. Approved by a rule, without a decision: 1 of 2 in 30 days.');
  expect(await granted('REQ-1')).toBe(true);
  expect(textOf(await boardOf(rooms).card('REQ-1', 'requester'))).toMatch('Approved by a rule, without a decision');
  await rooms.wait(10);
  expect(await ask()).toMatch('2 of 2 in 30 days');
  await rooms.wait(10);
  await rooms.wait(0.1);
  expect(await ask()).toMatch('REQ-3 was sent to Marco Rossi');
  expect(await granted('REQ-3')).toBe(false);
  expect(await ask('crm-read', 8, 'agent')).toMatch('1 of 2 in 30 days');
  await said(rooms.handlers.withdraw({ do: 'withdraw', subject: 'REQ-3' }, rooms.act('employee')));
  await rooms.wait(24 * 30);
  expect(await ask()).toMatch('1 of 2 in 30 days');
});

test.each([
  ['for longer', 'crm-read', 24],
  ['of higher risk', 'crm-export', 8],
])('what is asked %s is decided', async (_, entitlement, hours) => {
  rooms = await withAuto();
  expect(await ask(entitlement, hours)).toMatch('REQ-1 was sent to Marco Rossi');
});

test('a record that only says that a rule approved it is not granted', async () => {
  rooms = await withAuto();
  await ask('crm-export');
  await rooms.ledgers.access.model.updateOne(
    { _id: 'REQ-1' },
    {
      $set: {
        state: 'approved',
        'approval.state': 'approved',
        'approval.auto': { nth: 1, times: 2, days: 30 },
        'due.next': rooms.now,
      },
    },
  );
  expect(await granted('REQ-1')).toBe(false);
  expect((await rooms.load('REQ-1')).state).toBe('barred');
});

test('of two asked at the same moment the cap allows one', async () => {
  rooms = await openRooms({
    dir: policiesWith('approvals.yaml', [
      '  - { when: { kind: access }, route: manager-owner }',
      '  - { when: { kind: access }, route: manager-owner, auto: { times: 1, days: 30 } }',
    ]),
  });
  const [one, other] = await Promise.all([ask('crm-read'), ask('crm-export')]);
  expect([one, other].filter((said) => /without a decision: 1 of 1/.test(said))).toHaveLength(1);
  expect([one, other].filter((said) => /was sent to Marco Rossi/.test(said))).toHaveLength(1);
});
