import type { Provisioner } from '../../src/access/provisioners/provisioner.js';
import { openRooms, type Rooms, said } from '../approvals/rooms.js';
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

/** An application that can be made to fail or to lie, and counts what it was told. */
function application() {
  const told = { grant: 0, revoke: 0 };
  const mood = { down: false, lies: false };
  const around = (own: Provisioner): Provisioner => {
    const does =
      (what: 'grant' | 'revoke'): Provisioner['grant'] =>
      async (grant) => {
        told[what]++;
        if (mood.down) throw new Error('503 from the application');
        if (!mood.lies) await own[what](grant);
      };
    return { ...own, grant: does('grant'), revoke: does('revoke') };
  };
  return { told, mood, around };
}

async function approvedRequest(rooms: Rooms): Promise<void> {
  const wish = { do: 'request-access', entitlement: 'crm-read', hours: 8, reason: 'a test' } as const;
  await said(rooms.handlers['request-access'](wish, rooms.act('employee')));
  for (const step of ['manager', 'owner']) {
    await said(rooms.handlers.approve({ do: 'approve', subject: 'REQ-1', step }, rooms.act(step)));
  }
}
const stateOf = async (rooms: Rooms) => (await rooms.load('REQ-1')).state;

test('two servers sweep at the same time: the application is told once to grant and once to revoke', async () => {
  const app = application();
  const first = await open({ around: app.around });
  const second = await open({ around: app.around, dbName: first.dbName });
  await approvedRequest(first);
  const sweepAll = (hours: number) => Promise.all([first.wait(hours), second.wait(hours)]);

  await sweepAll(0.001);
  await sweepAll(0);
  expect(app.told).toEqual({ grant: 1, revoke: 0 });
  expect(await stateOf(first)).toBe('active');

  await sweepAll(7.5);
  await sweepAll(1);
  await sweepAll(0);
  expect(app.told).toEqual({ grant: 1, revoke: 1 });
  expect(await stateOf(first)).toBe('ended');
  expect(await boardOf(first).notices('REQ-1')).toEqual([
    // What said that it is granted, and that it ends soon, says now how it stands.
    'employee: REQ-1 has ended',
    'employee: REQ-1 has ended',
    'employee: REQ-1 has ended',
  ]);
});

test('what a process that died had taken on is granted by another one within seconds', async () => {
  const app = application();
  const dying = await open({ around: app.around });
  await approvedRequest(dying);
  const other = await open({ around: app.around, dbName: dying.dbName });
  await other.wait(10 / 3600);
  expect(app.told.grant).toBe(0);
  await other.wait(10 / 3600);
  expect(app.told.grant).toBe(1);
  expect(await stateOf(other)).toBe('active');
});

test('an application that is down is tried again; its owner and the requester are told once; the time starts at the grant', async () => {
  const app = application();
  const rooms = await open({ around: app.around });
  await approvedRequest(rooms);
  app.mood.down = true;
  for (let minute = 0; minute < 30; minute++) await rooms.wait(1 / 60);
  expect(await stateOf(rooms)).toBe('approved');
  expect(app.told.grant).toBeGreaterThan(2);
  expect(app.told.grant).toBeLessThan(8);
  expect(rooms.failures).toHaveLength(app.told.grant);
  expect(await boardOf(rooms).notices('REQ-1')).toEqual([
    'owner: REQ-1: granting is not confirmed',
    'employee: REQ-1: granting is not confirmed',
  ]);

  app.mood.down = false;
  await rooms.wait(1);
  expect(await stateOf(rooms)).toBe('active');
  await rooms.wait(7.9);
  expect(await stateOf(rooms)).toBe('active');
  await rooms.wait(0.2);
  expect(await stateOf(rooms)).toBe('ended');
});

test('a grant that the application only claims does not count', async () => {
  const app = application();
  const rooms = await open({ around: app.around });
  await approvedRequest(rooms);
  app.mood.lies = true;
  await rooms.wait(0.01);
  expect(await stateOf(rooms)).toBe('approved');
  app.mood.lies = false;
  await rooms.wait(1);
  expect(await stateOf(rooms)).toBe('active');
});

test('a revocation that the application only claims is not called an end: the owner is told, and it is tried until it is true', async () => {
  const app = application();
  const rooms = await open({ around: app.around });
  await approvedRequest(rooms);
  await rooms.wait(0);
  app.mood.lies = true;
  await rooms.wait(8);
  await rooms.wait(1);
  expect(await stateOf(rooms)).toBe('ending');
  expect(await rooms.grantOf('REQ-1')).toBe(true);
  expect((await boardOf(rooms).notices('REQ-1')).at(-1)).toBe('owner: REQ-1: revoking is not confirmed');

  app.mood.lies = false;
  await rooms.wait(1);
  expect(await stateOf(rooms)).toBe('ended');
  expect(await rooms.grantOf('REQ-1')).toBe(false);
});

test('a server that dies between granting and writing it down leaves a grant that another server finishes', async () => {
  const app = application();
  const dying = await open({
    around: (own) => ({ ...own, verify: () => new Promise<boolean>(() => undefined) }),
  });
  await approvedRequest(dying);
  void dying.wait(0);
  const other = await open({ around: app.around, dbName: dying.dbName });
  while (!(await other.grantOf('REQ-1'))) await new Promise(setImmediate);

  await other.wait(0);
  expect(await stateOf(other)).toBe('approved');
  await other.wait(0.1);
  expect(await stateOf(other)).toBe('active');
  expect(await other.grantOf('REQ-1')).toBe(true);
});

test('what may be set up in part when the grant is forbidden after all is taken away, and not only called not granted', async () => {
  const app = application();
  const mood = { denies: false };
  const around = (own: Provisioner): Provisioner => ({
    ...app.around(own),
    verify: async (grant) => !mood.denies && own.verify(grant),
  });
  const rooms = await open({ around });
  await approvedRequest(rooms);
  await rooms.wait(0);
  await rooms.wait(7.1);
  const wish = { do: 'request-access', entitlement: 'crm-read', hours: 8, reason: 'more time' } as const;
  await said(rooms.handlers['request-access'](wish, rooms.act('employee')));
  mood.denies = true;
  for (const step of ['manager', 'owner'])
    await said(rooms.handlers.approve({ do: 'approve', subject: 'REQ-2', step }, rooms.act(step)));
  await rooms.wait(0);
  expect(await rooms.grantOf('REQ-2')).toBe(true);

  mood.denies = false;
  await said(rooms.handlers['return-access']({ do: 'return-access', request: 'REQ-1' }, rooms.act('security')));
  await rooms.wait(0.1);
  await rooms.wait(0.1);
  expect((await rooms.load('REQ-2')).state).toBe('ended');
  expect(await rooms.grantOf('REQ-2')).toBe(false);
  expect((await boardOf(rooms).notices('REQ-2')).filter((each) => each.startsWith('employee:'))).toContain(
    'employee: REQ-2 could not be granted',
  );
});
