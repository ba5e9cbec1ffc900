/** Grants that people set up and take away themselves, with what they did as evidence. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { policiesWith } from '../approvals/company.js';
import { openRooms, type Rooms, said } from '../approvals/rooms.js';
import { boardOf } from './presenter.js';

let rooms: Rooms;
beforeEach(async () => {
  const dir = policiesWith(
    'catalogue.yaml',
    ['applications:\n', 'provisioners:\n  - { id: it, kind: hand, by: person:agent }\n\napplications:\n'],
    ['- id: demo-crm\n', '- id: demo-crm\n    provisioner: it\n'],
  );
  rooms = await openRooms({ dir });
});
afterEach(() => rooms.close());

async function approved(entitlement: string): Promise<string> {
  const command = { do: 'request-access', entitlement, hours: 8, reason: 'a test' } as const;
  const id = /REQ-\d+/.exec(await said(rooms.handlers['request-access'](command, rooms.act('employee'))))![0];
  for (const step of ['manager', 'owner', 'security'])
    await said(rooms.handlers.approve({ do: 'approve', subject: id, step }, rooms.act(step)));
  await rooms.wait(0);
  return id;
}
const confirm = (who: string, request: string, evidence = 'Added to the group Readers; Emma logged in.') =>
  said(rooms.handlers['confirm-access']({ do: 'confirm-access', request, evidence }, rooms.act(who)));
const check = (who: string, request: string, found: 'right' | 'wrong') =>
  said(rooms.handlers['check-access']({ do: 'check-access', request, found }, rooms.act(who)));
const show = (who: string, request: string) =>
  said(rooms.handlers['show-request']({ do: 'show-request', request }, rooms.act(who)));
const stateOf = async (id: string) => (await rooms.load(id)).state;

test('set up by the person who was asked, from then on it runs; taken away likewise', async () => {
  const id = await approved('crm-read');
  expect(await boardOf(rooms).notices(id)).toEqual([`agent: ${id}: please set this up`]);
  expect(await show('employee', id)).toContain('Waits until it is done by hand: Alex Weber.');
  await rooms.wait(20);
  expect(await stateOf(id)).toBe('approved');

  expect(await confirm('agent', id)).toBe(`Thank you: ${id} is confirmed.`);
  await rooms.wait(0);
  expect(await stateOf(id)).toBe('active');
  expect(await show('owner', id)).toContain(
    'Done by hand by Alex Weber: “Added to the group Readers; Emma logged in.”',
  );
  await rooms.wait(7.9);
  expect(await stateOf(id)).toBe('active');

  await rooms.wait(0.2);
  expect(await stateOf(id)).toBe('ending');
  expect(await boardOf(rooms).notices(id)).toContain(`agent: ${id}: please remove this`);
  await confirm('agent', id, 'Removed from the group.');
  await rooms.wait(0);
  expect(await stateOf(id)).toBe('ended');
});

test('where the risk is high the owner looks again, and can send it back', async () => {
  const id = await approved('crm-admin');
  expect(await confirm('agent', id)).toContain('a second person looks as well: Olga Petrova.');
  await rooms.wait(0);
  expect(await stateOf(id)).toBe('approved');
  expect(await check('agent', id, 'right')).toBe('refused: Others were asked to do this: Olga Petrova.');

  expect(await check('owner', id, 'wrong')).toBe(`${id}: it is asked for again.`);
  await confirm('agent', id, 'Now in the right group.');
  expect(await check('owner', id, 'right')).toBe(`${id} is confirmed.`);
  await rooms.wait(0);
  expect(await stateOf(id)).toBe('active');
  expect(await show('security', id)).toContain('Seen as well by Olga Petrova.');
});

test('nobody else confirms it, nobody confirms it twice, and nobody for themselves', async () => {
  const id = await approved('crm-read');
  expect(await confirm('owner', id)).toBe('refused: Others were asked to do this: Alex Weber.');
  expect(await confirm('lead', id)).toBe(`refused: ${id} does not exist, or you cannot see it. Check the number.`);
  await confirm('agent', id);
  await rooms.wait(0);
  expect(await confirm('agent', id)).toBe(`refused: Nothing has to be done by hand for ${id} now.`);
});

test('people who were asked are reminded once a day, and their card says when there is nothing to do any more', async () => {
  const id = await approved('crm-read');
  for (let hour = 0; hour < 49; hour++) await rooms.wait(1);
  expect(await boardOf(rooms).notices(id)).toHaveLength(3);
  await confirm('agent', id);
  expect(new Set(await boardOf(rooms).notices(id))).toEqual(new Set([`agent: ${id}: nothing to do any more`]));
});
