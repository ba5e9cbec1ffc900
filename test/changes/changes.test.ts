import type { CommandOf } from '../../src/language/command.js';
import { start as startChange } from '../../src/changes/change.js';
import { policiesWith, refusal } from '../approvals/company.js';
import { buttonsOf, openRooms, type Rooms, said, textOf } from '../approvals/rooms.js';
import { boardOf } from '../access/presenter.js';

let rooms: Rooms;
beforeEach(async () => {
  rooms = await openRooms();
});
afterEach(() => rooms.close());

/** Noon to one in Berlin, where it is now Monday ten o'clock. */
const upgrade: CommandOf<'open-change'> = {
  do: 'open-change',
  title: 'Upgrade the VPN gateway',
  type: 'normal',
  plan: 'Drain, upgrade, check a login',
  risk: 'low',
  rollback: 'Boot the old image, ten minutes',
  starts: '2026-11-23T12:00',
  ends: '2026-11-23T13:00',
};
const open = (who: string, change: Partial<CommandOf<'open-change'>> = {}) =>
  said(rooms.handlers['open-change']({ ...upgrade, ...change }, rooms.act(who)));
const approve = (who: string, step: string) =>
  said(rooms.handlers.approve({ do: 'approve', subject: 'CHG-1', step }, rooms.act(who)));
const start = (who: string) =>
  said(rooms.handlers['start-change']({ do: 'start-change', change: 'CHG-1' }, rooms.act(who)));
const finish = (who: string, outcome: 'done' | 'rolled-back' = 'done') =>
  said(
    rooms.handlers['finish-change'](
      { do: 'finish-change', change: 'CHG-1', outcome, summary: 'Logins work' },
      rooms.act(who),
    ),
  );
const stateOf = async () => (await rooms.load('CHG-1')).state;

describe('from the request to the end of the change', () => {
  test('planned, approved, started in its window, done; the channel sees every step', async () => {
    expect(await open('employee')).toBe('CHG-1 was sent to Marco Rossi. You are notified as soon as it is decided.');
    expect(await start('employee')).toMatch('refused: This is not possible for CHG-1 now: waiting for approval');
    await approve('manager', 'manager');
    expect(await start('employee')).toBe(
      'refused: The change window opens Mon 23 Nov, 11:00. Start the change then. For another time, withdraw it and open a new change.',
    );
    await rooms.wait(2);
    expect(await start('manager')).toMatch('refused: Only the requester, Emma Chen');
    expect(await start('employee')).toMatch('CHG-1 has started');
    expect(await finish('manager')).toMatch('refused: Only the requester, Emma Chen');
    expect(await finish('employee')).toMatch('CHG-1 is finished');
    expect(await finish('employee')).toMatch('refused: This is not possible for CHG-1 now: done');

    const presenter = boardOf(rooms);
    expect(await presenter.notices('CHG-1')).toEqual([
      'employee: CHG-1 is approved',
      'under:change: CHG-1 is approved',
      'under:change: CHG-1 has started',
      'under:change: CHG-1: Done as planned',
    ]);
    const card = textOf(await presenter.card('CHG-1', 'change'));
    for (const words of [upgrade.plan, upgrade.rollback, 'Logins work', 'Done', 'Risk: Low'])
      expect(card).toContain(words);
  });

  test('a change that goes wrong is rolled back', async () => {
    await open('employee');
    await approve('manager', 'manager');
    await rooms.wait(2);
    await start('employee');
    await finish('employee', 'rolled-back');
    expect(await stateOf()).toBe('rolled-back');
  });

  test('a rejection really rejects', async () => {
    await open('employee');
    await said(
      rooms.handlers.reject(
        { do: 'reject', subject: 'CHG-1', step: 'manager', reason: 'No test plan' },
        rooms.act('manager'),
      ),
    );
    expect(await stateOf()).toBe('rejected');
    await rooms.wait(2);
    expect(await start('employee')).toMatch('refused: This is not possible for CHG-1 now: rejected');
    const requester = await boardOf(rooms).card('CHG-1', 'requester');
    expect(textOf(requester)).toContain('> No test plan');
    expect(buttonsOf(requester).map(({ label }) => label)).toEqual(['Ask again']);
  });

  test('it can be withdrawn also after the approval, and then never starts', async () => {
    await open('employee');
    await approve('manager', 'manager');
    const withdraw = (who: string) =>
      said(rooms.handlers.withdraw({ do: 'withdraw', subject: 'CHG-1' }, rooms.act(who)));
    expect(await withdraw('manager')).toMatch('refused: Only the requester');
    expect(await withdraw('employee')).toBe('CHG-1 is withdrawn.');
    await rooms.wait(2);
    expect(await start('employee')).toMatch('refused: This is not possible for CHG-1 now: withdrawn');
  });
});

describe('who decides, by type and risk', () => {
  test.each([
    ['normal', 'low', 'employee', 'Marco Rossi.'],
    ['normal', 'medium', 'employee', 'Lena Schmidt, Marco Rossi, Olga Petrova.'],
    ['normal', 'medium', 'owner', 'Lena Schmidt, Marco Rossi, Sam Okafor.'],
    ['emergency', 'high', 'agent', 'Lena Schmidt, Marco Rossi, Sam Okafor.'],
  ] as const)('%s, %s risk, by %s: %s', async (type, risk, who, approvers) => {
    expect(await open(who, { type, risk })).toMatch(`CHG-1 was sent to ${approvers}`);
  });

  test('a standard change is pre-approved for the desk, of low risk only, and not for everybody', async () => {
    expect(await open('employee', { type: 'standard' })).toMatch('refused: Only agents can open');
    expect(await open('agent', { type: 'standard', risk: 'high' })).toMatch('is not for changes of this risk (high)');
    expect(await open('agent', { type: 'standard' })).toMatch(
      'CHG-1 is pre-approved. You can start it from Mon 23 Nov, 11:00',
    );
    expect(await stateOf()).toBe('approved');
  });

  test('a type that does not exist is refused with those that do', async () => {
    expect(await open('employee', { type: 'urgent' })).toMatch(/no change type “urgent”.*standard.*normal.*emergency/);
  });

  test('high risk needs two of the board and then security', async () => {
    await open('employee', { risk: 'high' });
    await approve('lead', 'board');
    expect(await approve('security', 'security')).toMatch('An earlier step is still open');
    await approve('owner', 'board');
    expect(await approve('manager', 'board')).toMatch('refused: Already approved by Olga Petrova');
    expect(await stateOf()).toBe('requested');
    await approve('security', 'security');
    expect(await stateOf()).toBe('approved');
  });
});

describe('a window that cannot be comes back with the form, and what was typed', () => {
  test.each([
    ['ends first', { ends: '2026-11-23T11:00' }, 'ends: The end must be after the start.'],
    ['past', { starts: '2026-11-23T09:00', ends: '2026-11-23T11:00' }, 'starts: This is in the past.'],
    ['too long', { ends: '2026-11-27T12:01' }, 'ends: A change window lasts at most 72 hours.'],
    ['no such day', { starts: '2026-11-31T12:00', ends: '2026-12-01T12:00' }, 'starts: That time does not exist'],
    ['no such hour', { starts: '2027-03-28T02:30', ends: '2027-03-28T04:00' }, 'starts: That time does not exist'],
    [
      'freeze',
      { starts: '2026-12-18T23:00', ends: '2026-12-19T01:00' },
      'starts: No changes during Year-end freeze: Sat 19 Dec, 00:00 to Mon 4 Jan, 06:00.',
    ],
    ['freeze all around', { starts: '2026-12-24T10:00', ends: '2026-12-24T11:00' }, 'starts: No changes during'],
  ])('%s', async (_, window, problem) => {
    const reply = await rooms.handlers['open-change']({ ...upgrade, ...window }, rooms.act('employee'));
    expect(await said(Promise.resolve(reply))).toMatch(problem);
    if (reply.kind !== 'invalid') throw new Error('no form came back');
    const kept = Object.fromEntries(reply.form.fields.map(({ name, value }) => [name, value]));
    expect(kept).toMatchObject({ title: upgrade.title, plan: upgrade.plan, rollback: upgrade.rollback, ...window });
    expect(await rooms.ledgers.changes.model.countDocuments()).toBe(0);
  });

  test('up to the minute of the freeze is allowed, and an emergency goes through it', async () => {
    expect(await open('employee', { starts: '2026-12-18T23:00', ends: '2026-12-19T00:00' })).toMatch('CHG-1 was sent');
    const during = { type: 'emergency', starts: '2026-12-24T10:00', ends: '2026-12-24T11:00' };
    expect(await open('agent', during)).toMatch('CHG-2 was sent');
  });

  test('the moments are those of the requester', async () => {
    const dir = policiesWith('people.yaml', [
      'title: { en: Employee, zh: 员工 }\n    zone: Europe/Berlin',
      'title: { en: Employee, zh: 员工 }\n    zone: Asia/Shanghai',
    ]);
    const far = await openRooms({ dir });
    await said(
      far.handlers['open-change'](
        { ...upgrade, starts: '2026-11-23T20:00', ends: '2026-11-23T21:00' },
        far.act('employee'),
      ),
    );
    expect((await far.ledgers.changes.load('CHG-1'))?.starts).toEqual(new Date('2026-11-23T12:00:00Z'));
    await far.close();
  });
});

describe('when the window ends', () => {
  test('one in progress raises the alarm once, and can still be finished', async () => {
    await open('employee');
    await approve('manager', 'manager');
    await rooms.wait(2);
    await start('employee');
    await rooms.wait(1);
    await rooms.wait(1);
    const presenter = boardOf(rooms);
    expect((await presenter.notices('CHG-1')).filter((notice) => notice.includes('past its change window'))).toEqual([
      'employee: CHG-1 is past its change window',
      'under:change: CHG-1 is past its change window',
    ]);
    expect((await presenter.card('CHG-1', 'change')).status).toEqual({
      text: 'In progress, past its change window',
      tone: 'danger',
    });
    expect(await finish('employee')).toMatch('CHG-1 is finished');
  });

  test('one that was never started expires', async () => {
    await open('employee');
    await approve('manager', 'manager');
    await rooms.wait(3);
    expect(await stateOf()).toBe('expired');
    expect(await start('employee')).toMatch('refused: This is not possible for CHG-1 now: expired');
    expect((await boardOf(rooms).notices('CHG-1')).slice(2)).toEqual([
      'employee: CHG-1 was not started',
      'under:change: CHG-1 was not started',
    ]);
  });

  test('one that nobody decided in time expires and is not approved', async () => {
    await open('employee');
    await rooms.wait(3);
    expect(await stateOf()).toBe('expired');
    expect(await approve('manager', 'manager')).toMatch('refused: No approver decided this in time');
  });

  test('approving or starting after the window is too late, also before the sweep has come by', async () => {
    await open('employee');
    const change = await rooms.ledgers.changes.load('CHG-1');
    if (!change) throw new Error('no CHG-1');
    const { subject } = rooms.changes;
    const approveAt = (now: Date) =>
      subject.decide(change, 'manager', rooms.one('manager'), { verdict: 'approved' }, now)?.next ?? change;
    expect(refusal(() => approveAt(change.ends))).toMatch('The change window ended Mon 23 Nov, 12:00');

    const approved = approveAt(change.starts);
    expect(refusal(() => startChange(approved, rooms.one('employee'), change.ends))).toMatch('The change window ended');
    expect(startChange(approved, rooms.one('employee'), change.starts)?.next.state).toBe('in-progress');
  });
});

describe('who sees a change', () => {
  test.each([
    ['employee', true],
    ['manager', true],
    ['agent', true],
    ['lead', true],
    ['security', true],
    ['admin', true],
    ['owner', false],
  ])('%s: %s', async (who, sees) => {
    await open('employee');
    const seen = await said(rooms.handlers['show-change']({ do: 'show-change', change: 'CHG-1' }, rooms.act(who)));
    if (sees) expect(seen).toContain(upgrade.plan);
    else expect(seen).toBe('refused: CHG-1 does not exist, or you cannot see it. Check the number.');
  });
});

test('the buttons of the requester follow the state', async () => {
  await open('employee');
  const labels = async () => buttonsOf(await boardOf(rooms).card('CHG-1', 'requester')).map(({ label }) => label);
  expect(await labels()).toEqual(['Remind', 'Edit…', 'Withdraw']);
  await approve('manager', 'manager');
  expect(await labels()).toEqual(['Start', 'Edit…', 'Withdraw']);
  await rooms.wait(2);
  await start('employee');
  expect(await labels()).toEqual(['Finish…']);
  const form = await rooms.changes.forms['finish-change'](
    { do: 'finish-change', change: 'CHG-1' },
    rooms.act('employee'),
  );
  expect(form.fields.map(({ name, value }) => [name, value])).toEqual([
    ['outcome', 'done'],
    ['summary', undefined],
  ]);
  await finish('employee');
  expect(await labels()).toEqual([]);
});
