/** What is never granted: the same access twice, access for who has left, and what nobody approved. */
import { policiesWith } from '../approvals/company.js';
import { openRooms, type Rooms, said, textOf } from '../approvals/rooms.js';
import { boardOf } from './presenter.js';

const opened: Rooms[] = [];
const open = async (...options: Parameters<typeof openRooms>) => {
  const rooms = await openRooms(...options);
  opened.push(rooms);
  return rooms;
};
afterEach(async () => {
  for (const rooms of opened.splice(0)) await rooms.close();
});

const ask = (rooms: Rooms, who = 'employee', entitlement = 'crm-read') =>
  said(
    rooms.handlers['request-access'](
      { do: 'request-access', entitlement, hours: 8, reason: 'The quarter ends' },
      rooms.act(who),
    ),
  );
const approve = (rooms: Rooms, who: string, subject = 'REQ-1', step = who) =>
  said(rooms.handlers.approve({ do: 'approve', subject, step }, rooms.act(who)));
const stateOf = async (rooms: Rooms, id = 'REQ-1') => (await rooms.load(id)).state;
const requests = (rooms: Rooms) => rooms.ledgers.access.model;

describe.each([
  ['one server', async (rooms: Rooms) => rooms],
  ['two servers', (rooms: Rooms) => open({ dbName: rooms.dbName })],
])('the same access, asked for at once of %s', (_, beside) => {
  it('is one request', async () => {
    const one = await open();
    const other = await beside(one);
    for (const entitlement of ['crm-read', 'crm-export']) {
      const told = await Promise.all(
        Array.from({ length: 6 }, (__, turn) => ask(turn % 2 ? one : other, 'employee', entitlement)),
      );
      expect(told.filter((words) => words.includes('was sent to'))).toHaveLength(1);
      expect(told.filter((words) => /^refused: You have already asked for .*: REQ-\d+\./.test(words))).toHaveLength(5);
      expect(await requests(one).countDocuments({ entitlement })).toBe(1);
    }
  });
});

it('can be asked for again once it was withdrawn, rejected, has ended, or its end was announced', async () => {
  const rooms = await open();
  await ask(rooms);
  await said(rooms.handlers.withdraw({ do: 'withdraw', subject: 'REQ-1' }, rooms.act('employee')));
  expect(await ask(rooms)).toMatch(/REQ-\d was sent/);
  const second = (await requests(rooms).findOne({ state: 'requested' }).lean())!._id;
  for (const who of ['manager', 'owner']) await approve(rooms, who, second);
  await rooms.wait(0);
  expect([await stateOf(rooms, second), await ask(rooms)]).toEqual([
    'active',
    expect.stringMatching(/^refused: You hold/),
  ]);
  await rooms.wait(7.1);
  expect(await ask(rooms)).toMatch(/was sent/);
  expect(await ask(rooms)).toMatch(/^refused: You have already asked/);
});

describe('requests from before that were asked for twice', () => {
  /** Two that are approved, saved by a version that kept no claims. */
  async function twice(): Promise<Rooms> {
    const rooms = await open();
    await ask(rooms);
    const first = await requests(rooms).findOne({}).lean();
    const { holds: _, ...row } = first!;
    await requests(rooms).collection.deleteMany({});
    for (const number of [1, 2])
      await requests(rooms).collection.insertOne({ ...row, _id: `REQ-${number}`, origin: `old-${number}` } as never);
    for (const id of ['REQ-1', 'REQ-2']) for (const who of ['manager', 'owner']) await approve(rooms, who, id);
    return rooms;
  }

  it('go on, and one of them is granted', async () => {
    const rooms = await twice();
    await rooms.wait(0);
    expect([await stateOf(rooms, 'REQ-1'), await stateOf(rooms, 'REQ-2')]).toEqual(['active', 'barred']);
    expect([await rooms.grantOf('REQ-1'), await rooms.grantOf('REQ-2')]).toEqual([true, false]);
    expect(textOf(await boardOf(rooms).card('REQ-2', 'requester'))).toContain(
      'Not granted: REQ-1 already gives the same access.',
    );
  });

  it('do so whichever of two servers is at work', async () => {
    for (let turn = 0; turn < 20; turn++) {
      const one = await twice();
      const other = await open({ dbName: one.dbName });
      await Promise.all([one.wait(0), other.wait(0)]);
      for (const rooms of [one, other]) await rooms.wait(0.1);
      expect([await stateOf(one, 'REQ-1'), await stateOf(one, 'REQ-2')].toSorted()).toEqual(['active', 'barred']);
    }
  });

  it('are not granted beside a lease that was active already', async () => {
    const rooms = await twice();
    const { approval } = await rooms.load('REQ-1');
    await rooms.wait(0);
    await requests(rooms).updateOne({ _id: 'REQ-1' }, { $unset: { holds: '' } });
    const { due } = (await requests(rooms).findOne({ _id: 'REQ-1' }).lean())!;
    const again = { $set: { state: 'approved', approval, due: { next: rooms.now } }, $unset: { bar: '', lease: '' } };
    await requests(rooms).updateOne({ _id: 'REQ-2' }, again);
    expect(due).toBeDefined();
    await rooms.wait(0);
    expect([await stateOf(rooms, 'REQ-1'), await stateOf(rooms, 'REQ-2')]).toEqual(['active', 'barred']);
  });
});

describe('a requester who has left', () => {
  const withTom = policiesWith('people.yaml', [
    '  - id: agent\n',
    '  - id: temp\n    name: Tom Temp\n    email: temp@example.com\n    title: { en: Temp, zh: 临时 }\n    manager: manager\n  - id: agent\n',
  ]);
  const left = /Tom Temp is no longer in the directory, so this ended without a decision\. Nothing was granted\./;

  it('before the decision is granted nothing, and approvers read why', async () => {
    const before = await open({ dir: withTom });
    await ask(before, 'temp');
    const rooms = await open({ dbName: before.dbName });
    expect(await approve(rooms, 'agent', 'REQ-1', 'manager')).toMatch(/^refused: You are not an approver/);
    expect(await approve(rooms, 'manager')).toMatch(left);
    await rooms.wait(1);
    expect(await stateOf(rooms)).toBe('barred');
    expect(await rooms.grantOf('REQ-1')).toBe(false);
    const card = textOf(await boardOf(rooms).card('REQ-1', 'approver-manager-manager'));
    expect(card).toMatch(left);
    expect(card).not.toContain('Approve');
    expect(await approve(rooms, 'manager')).toMatch(/^refused: Tom Temp is no longer/);
  });

  it('can still be told no', async () => {
    const before = await open({ dir: withTom });
    await ask(before, 'temp');
    const rooms = await open({ dbName: before.dbName });
    const no = { do: 'reject', subject: 'REQ-1', step: 'manager', reason: 'Gone' } as const;
    expect(await said(rooms.handlers.reject(no, rooms.act('manager')))).toMatch(/You rejected/);
    expect(await stateOf(rooms)).toBe('rejected');
  });

  it('between the last approval and the grant is granted nothing', async () => {
    const before = await open({ dir: withTom });
    await ask(before, 'temp');
    for (const who of ['manager', 'owner']) await approve(before, who);
    const rooms = await open({ dbName: before.dbName });
    await rooms.wait(0.01);
    // A process had taken it on, and may have set it up: it is taken away.
    await rooms.wait(0.01);
    expect([await stateOf(rooms), await rooms.grantOf('REQ-1')]).toEqual(['ended', false]);
    expect(textOf(await boardOf(rooms).card('REQ-1', 'approver-owner-owner'))).toMatch(left);
    expect(await boardOf(rooms).notices('REQ-1')).toContain('owner: REQ-1 could not be granted');
  });

  it('has a change no longer decided either', async () => {
    const before = await open({ dir: withTom });
    const change = { do: 'open-change', title: 'New switch', type: 'normal', plan: 'Swap', risk: 'low' } as const;
    const window = { rollback: 'Swap back', starts: '2026-11-25T20:00', ends: '2026-11-25T21:00' };
    expect(await said(before.handlers['open-change']({ ...change, ...window }, before.act('temp')))).toMatch(/CHG-1/);
    const rooms = await open({ dbName: before.dbName });
    const { approval } = await rooms.load('CHG-1');
    const [step] = approval.steps;
    const approver = step!.approvers[0]!.id;
    const yes = { do: 'approve', subject: 'CHG-1', step: step!.key } as const;
    expect(await said(rooms.handlers.approve(yes, rooms.act(approver)))).toMatch(left);
    expect(await stateOf(rooms, 'CHG-1')).toBe('withdrawn');
  });
});

describe('what is written into the store as approved', () => {
  const forged: [string, (rooms: Rooms) => Promise<unknown>][] = [
    [
      'by its state alone',
      (rooms) => requests(rooms).updateOne({ _id: 'REQ-1' }, { $set: { state: 'approved', 'due.next': rooms.now } }),
    ],
    [
      'with its approval closed',
      (rooms) =>
        requests(rooms).updateOne(
          { _id: 'REQ-1' },
          { $set: { state: 'approved', 'approval.state': 'approved', 'due.next': rooms.now } },
        ),
    ],
    [
      'with one decision too few',
      async (rooms) => {
        await approve(rooms, 'manager');
        const { approval } = await rooms.load('REQ-1');
        const steps = approval.steps.map((each) => ({ ...each, state: 'approved' }));
        await requests(rooms).updateOne(
          { _id: 'REQ-1' },
          { $set: { state: 'approved', approval: { ...approval, state: 'approved', steps }, 'due.next': rooms.now } },
        );
      },
    ],
    [
      'without any step',
      async (rooms) => {
        const { approval } = await rooms.load('REQ-1');
        const set = {
          state: 'approved',
          approval: { ...approval, state: 'approved', steps: [] },
          due: { next: rooms.now },
        };
        await requests(rooms).updateOne({ _id: 'REQ-1' }, { $set: set });
      },
    ],
  ];

  it.each(forged)('%s is not granted, ends, and is told to security', async (_, forge) => {
    const rooms = await open();
    await ask(rooms);
    await forge(rooms);
    await rooms.wait(0);
    expect([await stateOf(rooms), await rooms.grantOf('REQ-1')]).toEqual(['barred', false]);
    expect(await boardOf(rooms).notices('REQ-1')).toEqual(['security: REQ-1 is marked as approved without approvals']);
    expect(textOf(await boardOf(rooms).card('REQ-1', 'requester'))).toContain('its approvals are missing');
    await rooms.wait(1);
    expect(await rooms.grantOf('REQ-1')).toBe(false);
  });
});

describe('a grant that is too short for the warnings of the policy', () => {
  const asked = (rooms: Rooms, hours: number) =>
    said(
      rooms.handlers['request-access'](
        { do: 'request-access', entitlement: 'crm-read', hours, reason: 'A call' },
        rooms.act('employee'),
      ),
    );
  it.each([
    ['one hour', 1, undefined, 0.7, 0.06],
    [
      'eight hours where the policy names no warnings',
      8,
      ['warnBeforeHours: [24, 1]', 'warnBeforeHours: []'],
      6.9,
      0.2,
    ],
    ['thirty hours where it warns a day before', 30, ['warnBeforeHours: [24, 1]', 'warnBeforeHours: [24]'], 28.9, 0.2],
  ] as const)(
    'of %s is announced all the same, and can be asked for again then',
    async (_, hours, change, held, then) => {
      const rooms = await open(change ? { dir: policiesWith('catalogue.yaml', [...change]) } : {});
      await asked(rooms, hours);
      for (const who of ['manager', 'owner']) await approve(rooms, who);
      await rooms.wait(0);
      await rooms.wait(held);
      expect(await asked(rooms, hours)).toMatch(/^refused: You hold/);
      await rooms.wait(then);
      expect((await rooms.load('REQ-1')).history.at(-1)).toMatchObject({ what: 'warned', owed: ['person:employee'] });
      expect(await asked(rooms, hours)).toMatch(/^REQ-2 was sent/);
      expect(await stateOf(rooms)).toBe('active');
    },
  );
});
