/** What applications do not confirm, or say otherwise: shown, and a ticket of the owner until it is confirmed. */
import { afterEach, expect, test } from '@jest/globals';
import { policiesWith } from '../approvals/company.js';
import { openRooms, type Rooms, said, textOf } from '../approvals/rooms.js';
import { scimApplication } from './application-scim.js';
import { boardOf } from './presenter.js';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const READERS = 'CRM readers';
async function open() {
  const application = await scimApplication('of-the-app', ['employee@example.com', 'agent@example.com'], [READERS]);
  const groups = `{ crm-read: '${READERS}', crm-audit: Audit, crm-export: Exports, crm-admin: Admins }`;
  const dir = policiesWith(
    'catalogue.yaml',
    [
      'applications:\n',
      `provisioners:\n  - { id: idp, kind: scim, url: '${application.url}/scim/v2', token: TOKEN, groups: ${groups} }\n\napplications:\n`,
    ],
    ['- id: demo-crm\n', '- id: demo-crm\n    provisioner: idp\n'],
  );
  const rooms = await openRooms({ dir, secrets: { TOKEN: 'of-the-app' } });
  closing.push(application.close, rooms.close);
  return { application, rooms };
}

async function approved(rooms: Rooms, hours: number): Promise<void> {
  const wish = { do: 'request-access', entitlement: 'crm-read', hours, reason: 'a test' } as const;
  await said(rooms.handlers['request-access'](wish, rooms.act('employee')));
  for (const step of ['manager', 'owner'])
    await said(rooms.handlers.approve({ do: 'approve', subject: 'REQ-1', step }, rooms.act(step)));
  await rooms.wait(0);
}
const show = (rooms: Rooms, who: string) =>
  said(rooms.handlers['show-request']({ do: 'show-request', request: 'REQ-1' }, rooms.act(who)));
const overview = (rooms: Rooms, who: string) =>
  said(rooms.handlers['show-access']({ do: 'show-access' }, rooms.act(who)));
const stateOf = async (rooms: Rooms) => (await rooms.load('REQ-1')).state;
const patches = ({ received }: Awaited<ReturnType<typeof scimApplication>>) =>
  received.filter(({ method }) => method === 'PATCH').length;
async function hourly(rooms: Rooms, hours: number) {
  for (let hour = 0; hour < hours; hour++) await rooms.wait(1);
}

test('a grant that is not confirmed in time is one ticket of the owner, resolved when the application confirms', async () => {
  const { application, rooms } = await open();
  application.state.mood = 'broken';
  await approved(rooms, 8);
  // Low risk: sixteen hours of the owner's working time are two days of work.
  await hourly(rooms, 20);
  expect(rooms.found).toEqual([]);
  await hourly(rooms, 40);
  expect(rooms.found).toEqual([
    { owner: 'owner', title: 'REQ-1: Demo CRM: Read customers is not verified', details: expect.any(String) },
  ]);
  expect(rooms.found[0]!.details).toContain('Emma Chen (REQ-1) was approved, and the application has not confirmed it');
  expect(await show(rooms, 'employee')).toContain('Approved, being granted · not verified');
  const zh = await boardOf(rooms).card('REQ-1', 'requester', { lang: 'zh', zone: 'UTC' });
  expect(textOf(zh)).toContain('未核实：应用未按时确认授权（INC-1）。');
  expect(await overview(rooms, 'owner')).toContain('the application has not confirmed the grant in time (INC-1).');
  expect(await overview(rooms, 'security')).toContain('REQ-1 Demo CRM: Read customers · Emma Chen');
  expect(await overview(rooms, 'lead')).toBe('Your access\nYou hold no access and have asked for none.');

  application.state.mood = 'well';
  await rooms.wait(1);
  await rooms.wait(0);
  expect(await stateOf(rooms)).toBe('active');
  expect(rooms.found).toHaveLength(1);
  expect(rooms.found[0]!.summary).toBe('REQ-1 is verified: the application confirms it.');
  expect(await show(rooms, 'employee')).not.toContain('not verified');
  expect(await overview(rooms, 'owner')).not.toContain('Not verified');
});

test('an end that is not confirmed in time likewise; the grant stays shown as being ended', async () => {
  const { application, rooms } = await open();
  await approved(rooms, 8);
  application.state.mood = 'broken';
  await hourly(rooms, 80);
  expect(await stateOf(rooms)).toBe('ending');
  expect(rooms.found).toHaveLength(1);
  expect(await show(rooms, 'owner')).toContain('has not confirmed its end in time (INC-1)');
  application.state.mood = 'well';
  await rooms.wait(1);
  await rooms.wait(0);
  expect(await stateOf(rooms)).toBe('ended');
  expect(rooms.found).toMatchObject([{ summary: 'REQ-1 is verified: the application confirms it.' }]);
});

test('access that is missing where it should be is found within a day, told once, and never granted again by itself', async () => {
  const { application, rooms } = await open();
  await approved(rooms, 240);
  const told = patches(application);
  application.take(READERS, 'employee@example.com');
  await hourly(rooms, 26);
  expect(rooms.found).toMatchObject([{ owner: 'owner', title: 'REQ-1: Demo CRM: Read customers is not verified' }]);
  expect(await show(rooms, 'employee')).toContain('Active · not verified');
  expect(await show(rooms, 'employee')).toContain('the application says that this access is missing (INC-1)');
  await hourly(rooms, 10);
  expect(rooms.found).toHaveLength(1);
  expect(patches(application)).toBe(told);

  application.put(READERS, 'employee@example.com');
  await hourly(rooms, 2);
  expect(rooms.found[0]!.summary).toContain('is verified');
  expect(await show(rooms, 'employee')).not.toContain('not verified');
});

test('access that is still there after its end is found; what another grant brings is not called so', async () => {
  const { application, rooms } = await open();
  await approved(rooms, 8);
  await hourly(rooms, 10);
  expect(await stateOf(rooms)).toBe('ended');
  application.put(READERS, 'employee@example.com');
  await hourly(rooms, 26);
  expect(rooms.found).toHaveLength(1);
  expect(await show(rooms, 'owner')).toContain('the application says that this access is still there (INC-1)');

  const wish = { do: 'request-access', entitlement: 'crm-read', hours: 240, reason: 'again' } as const;
  await said(rooms.handlers['request-access'](wish, rooms.act('employee')));
  for (const step of ['manager', 'owner'])
    await said(rooms.handlers.approve({ do: 'approve', subject: 'REQ-2', step }, rooms.act(step)));
  await hourly(rooms, 3);
  expect((await rooms.load('REQ-2')).state).toBe('active');
  expect(rooms.found).toMatchObject([{ summary: 'REQ-1 is verified: the application confirms it.' }]);
});

test('an application that does not answer says nothing about what is there', async () => {
  const { application, rooms } = await open();
  await approved(rooms, 240);
  application.state.mood = 'broken';
  await hourly(rooms, 30);
  expect(rooms.found).toEqual([]);
  application.state.mood = 'well';
  await hourly(rooms, 3);
  expect(rooms.found).toEqual([]);
  expect(await stateOf(rooms)).toBe('active');
});
