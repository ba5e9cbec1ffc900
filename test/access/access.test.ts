import { boardOf } from './presenter.js';
import { openRooms, type Rooms, said } from '../approvals/rooms.js';
import { policiesWith } from '../approvals/company.js';

let rooms: Rooms;
beforeEach(async () => {
  rooms = await openRooms();
});
afterEach(() => rooms.close());

const ask = (who: string, entitlement: string, hours: number, origin?: string) =>
  said(
    rooms.handlers['request-access'](
      { do: 'request-access', entitlement, hours, reason: 'Ticket INC-7' },
      rooms.act(who, origin),
    ),
  );
const approve = (who: string, subject: string, step: string) =>
  said(rooms.handlers.approve({ do: 'approve', subject, step }, rooms.act(who)));
const giveBack = (who: string, request: string) =>
  said(rooms.handlers['return-access']({ do: 'return-access', request }, rooms.act(who)));
const show = (who: string, request: string) =>
  said(rooms.handlers['show-request']({ do: 'show-request', request }, rooms.act(who)));
const stateOf = async (id: string) => (await rooms.load(id)).state;

/** Asked for and approved by manager and owner, then granted by the next sweep. */
async function granted(entitlement: string, hours: number): Promise<string> {
  const id = (await ask('employee', entitlement, hours)).slice(0, 'REQ-1'.length);
  await approve('manager', id, 'manager');
  await approve('owner', id, 'owner');
  await rooms.wait(0);
  expect(await stateOf(id)).toBe('active');
  return id;
}

describe('from the request to the end of the grant', () => {
  test('eight hours of access: approved twice, granted, warned an hour before, revoked, each told to the holder', async () => {
    expect(await ask('employee', 'crm-read', 8)).toBe(
      'REQ-1 was sent to Marco Rossi. You are notified as soon as it is decided.',
    );
    expect(await approve('manager', 'REQ-1', 'manager')).toBe('You approved REQ-1.');
    expect(await rooms.grantOf('REQ-1')).toBe(false);
    expect(await approve('owner', 'REQ-1', 'owner')).toBe('You approved REQ-1.');

    await rooms.wait(0);
    expect(await stateOf('REQ-1')).toBe('active');
    expect(await rooms.grantOf('REQ-1')).toBe(true);

    const presenter = boardOf(rooms);
    expect(await presenter.notices('REQ-1')).toEqual(['employee: REQ-1 is granted']);
    await rooms.wait(6.9);
    expect(await presenter.notices('REQ-1')).toHaveLength(1);
    await rooms.wait(0.2);
    expect((await presenter.notices('REQ-1')).at(-1)).toBe('employee: REQ-1 ends soon');

    await rooms.wait(0.9);
    expect(await stateOf('REQ-1')).toBe('ended');
    expect(await rooms.grantOf('REQ-1')).toBe(false);
    expect((await presenter.notices('REQ-1')).slice(2)).toEqual(['employee: REQ-1 has ended']);
  });

  test('the time runs from the grant, however long the approval took', async () => {
    await ask('employee', 'crm-read', 8);
    await rooms.wait(20);
    await approve('manager', 'REQ-1', 'manager');
    await rooms.wait(20);
    await approve('owner', 'REQ-1', 'owner');
    await rooms.wait(0);
    const from = rooms.now;
    await rooms.wait(7.9);
    expect(await stateOf('REQ-1')).toBe('active');
    expect(await show('employee', 'REQ-1')).toMatch('Until: Wed 25 Nov, 09:00');
    expect(rooms.now.getTime() - from.getTime()).toBeLessThan(8 * 3_600_000);
    await rooms.wait(0.2);
    expect(await stateOf('REQ-1')).toBe('ended');
  });

  test('a week of access is warned about a day and an hour before', async () => {
    const id = await granted('crm-read', 168);
    const presenter = boardOf(rooms);
    const warnings = async () => (await presenter.notices(id)).filter((notice) => notice.includes('ends soon')).length;
    await rooms.wait(143);
    expect(await warnings()).toBe(0);
    await rooms.wait(1);
    expect(await warnings()).toBe(1);
    await rooms.wait(22.9);
    expect(await warnings()).toBe(1);
    await rooms.wait(0.2);
    expect(await warnings()).toBe(2);
  });

  test('the holder returns it early; the owner, security and an administrator may revoke it; nobody else', async () => {
    const id = await granted('crm-read', 8);
    expect(await giveBack('agent', id)).toMatch('refused: REQ-1 does not exist, or you cannot see it');
    expect(await giveBack('manager', id)).toMatch('refused: Only its holder');
    expect(await giveBack('employee', id)).toMatch('REQ-1 is being ended');
    await rooms.wait(0);
    expect(await stateOf(id)).toBe('ended');
    expect(await rooms.grantOf(id)).toBe(false);
    expect(await giveBack('employee', id)).toMatch('refused: REQ-1 cannot be ended now: ended');

    for (const guardian of ['owner', 'security', 'admin']) {
      const next = await granted('crm-read', 8);
      expect(await giveBack(guardian, next)).toMatch('is being ended');
      await rooms.wait(0);
      expect((await rooms.ledgers.access.load(next))?.end).toMatchObject({ how: 'revoked', by: { id: guardian } });
      expect(await rooms.grantOf(next)).toBe(false);
    }
  });

  test('after the warning one can ask again, and the old grant ends without the new one', async () => {
    const first = await granted('crm-read', 8);
    expect(await ask('employee', 'crm-read', 8)).toMatch('refused: You hold Demo CRM: Read customers until');
    await rooms.wait(7);
    const second = await granted('crm-read', 8);
    await rooms.wait(1);
    expect([await stateOf(first), await stateOf(second)]).toEqual(['ended', 'active']);
    expect([await rooms.grantOf(first), await rooms.grantOf(second)]).toEqual([false, true]);
  });

  test('a request that nobody decides is reminded of, escalated and expires; it is not granted', async () => {
    await ask('agent', 'crm-read', 8);
    const presenter = boardOf(rooms);
    await rooms.wait(24);
    await rooms.wait(24);
    expect((await presenter.standing('REQ-1')).map(({ name }) => name)).toEqual([
      'requester',
      'approver-manager-lead',
      'approver-manager-manager',
    ]);
    await rooms.wait(120);
    expect(await stateOf('REQ-1')).toBe('expired');
    expect(await presenter.notices('REQ-1')).toEqual([
      'lead: REQ-1 no longer needs your decision',
      'agent: REQ-1 has been escalated',
      'agent: REQ-1 expired',
    ]);
    await rooms.wait(1000);
    expect(await stateOf('REQ-1')).toBe('expired');
  });
});

describe('what is refused at once, with the remedy', () => {
  test.each([
    ['crm-raed', 8, 'The catalogue has no crm-raed. Did you mean crm-read (Demo CRM: Read customers)?'],
    ['export', 8, 'Did you mean crm-export'],
    ['crm-admin', 48, 'is granted for at most 1 day, and you asked for 2 days. Ask for 1 day or less'],
  ])('%s for %d h', async (entitlement, hours, why) => {
    expect(await ask('employee', entitlement, hours)).toMatch(`refused: `);
    expect(await ask('employee', entitlement, hours)).toContain(why);
  });

  test('what is already asked for', async () => {
    await ask('employee', 'crm-read', 8);
    expect(await ask('employee', 'crm-read', 24)).toBe(
      'refused: You have already asked for Demo CRM: Read customers: REQ-1. To change the request, withdraw it first.',
    );
    await said(rooms.handlers.withdraw({ do: 'withdraw', subject: 'REQ-1' }, rooms.act('employee')));
    expect(await ask('employee', 'crm-read', 24)).toMatch('REQ-2 was sent to');
  });

  test('separation of duties, whichever of the two is held', async () => {
    await granted('crm-audit', 8);
    expect(await ask('employee', 'crm-admin', 8)).toMatch(
      'refused: Demo CRM: Administrator cannot be held together with Demo CRM: Audit log reader (REQ-1). Return',
    );
    await ask('agent', 'crm-admin', 8);
    expect(await ask('agent', 'crm-audit', 8)).toMatch('refused: Demo CRM: Audit log reader cannot be held together');
  });

  test('the name of an entitlement, in either language, is as good as its id', async () => {
    expect(await ask('employee', 'demo crm: read customers', 8)).toMatch('REQ-1 was sent');
    expect(await ask('agent', '演示 CRM：查看客户', 8)).toMatch('REQ-2 was sent');
  });

  test('the same delivery twice is one request and the same answer', async () => {
    const first = await ask('employee', 'crm-read', 8, 'delivery-1');
    expect(await ask('employee', 'crm-read', 8, 'delivery-1')).toBe(first);
    expect(await rooms.ledgers.access.model.countDocuments()).toBe(1);
  });
});

test('separation of duties is judged again at the grant', async () => {
  await ask('employee', 'crm-admin', 8);
  await approve('manager', 'REQ-1', 'manager');
  await approve('owner', 'REQ-1', 'owner');
  const { own, ...rest } = await held('crm-audit');
  expect(own).toBe(true);
  await approve('security', 'REQ-1', 'security');
  await rooms.wait(0);
  expect(await stateOf('REQ-1')).toBe('barred');
  expect(await rooms.grantOf('REQ-1')).toBe(false);
  expect(await boardOf(rooms).notices('REQ-1')).toEqual([
    'employee: REQ-1 could not be granted',
    'owner: REQ-1 could not be granted',
  ]);
  expect(await show('employee', 'REQ-1')).toContain(`it cannot be held together with ${rest.id}`);
});

/** Held since before the rule that forbids it: as when the catalogue changes while a request waits. */
async function held(entitlement: string) {
  const dir = policiesWith('catalogue.yaml', ['incompatible: [crm-admin]', 'incompatible: []']);
  const lax = await openRooms({ dir, dbName: rooms.dbName });
  const command = { do: 'request-access', entitlement, hours: 8, reason: 'audit' } as const;
  const id = (await said(lax.handlers['request-access'](command, lax.act('employee')))).slice(0, 'REQ-2'.length);
  for (const step of ['manager', 'owner']) {
    await said(lax.handlers.approve({ do: 'approve', subject: id, step }, lax.act(step)));
  }
  await lax.wait(0);
  const own = (await lax.load(id)).state === 'active';
  await lax.close();
  return { id, own };
}

describe('who sees a request', () => {
  test.each([
    ['employee', true],
    ['manager', true],
    ['owner', true],
    ['security', true],
    ['admin', true],
    ['agent', false],
    ['lead', false],
  ])('%s: %s', async (who, sees) => {
    await ask('employee', 'crm-read', 8);
    const seen = await show(who, 'REQ-1');
    if (sees) expect(seen).toContain('Ticket INC-7');
    else expect(seen).toBe('refused: REQ-1 does not exist, or you cannot see it. Check the number.');
  });

  test('what does not exist reads the same as what is not theirs', async () => {
    expect(await show('employee', 'REQ-99')).toBe(
      'refused: REQ-99 does not exist, or you cannot see it. Check the number.',
    );
  });
});
