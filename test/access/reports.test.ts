/** Who holds what and who approved it: for security officers and administrators all of it, for owners what they own. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Card } from '../../src/card.js';
import type { CommandOf } from '../../src/language/command.js';
import { understand } from '../../src/language/understand.js';
import { openRooms, type Rooms, said, textOf } from '../approvals/rooms.js';

let rooms: Rooms;
beforeEach(async () => {
  rooms = await openRooms();
});
afterEach(() => rooms.close());

type Which = CommandOf<'access-report'>['which'];
async function granted(entitlement: string, hours: number, control?: string): Promise<string> {
  const command = {
    do: 'request-access',
    entitlement,
    hours,
    reason: 'Quarter end',
    ...(control ? { control } : {}),
  } as const;
  const id = /REQ-\d+/.exec(await said(rooms.handlers['request-access'](command, rooms.act('employee'))))![0];
  for (const step of ['manager', 'owner', 'security'])
    await said(rooms.handlers.approve({ do: 'approve', subject: id, step }, rooms.act(step)));
  await rooms.wait(0);
  return id;
}
async function report(who: string, which: Which, more: { days?: number; page?: number } = {}): Promise<Card> {
  const reply = await rooms.handlers['access-report']({ do: 'access-report', which, ...more }, rooms.act(who));
  if (reply.kind !== 'card') throw new Error(reply.kind);
  return reply.card;
}
const shown = async (...asked: Parameters<typeof report>) => textOf(await report(...asked));

test.each([
  ['access report', { which: 'held' }],
  ['access report expiring 30', { which: 'expiring', days: 30 }],
  ['权限报告', { which: 'held' }],
  ['权限报告 到期 3', { which: 'expiring', days: 3 }],
  ['权限报告 例外', { which: 'exceptions' }],
])('%s', (words, asked) => expect(understand(words, {})).toEqual({ do: 'access-report', ...asked }));

test('who has what, until when, and who approved it', async () => {
  const id = await granted('crm-read', 720);
  const all = await shown('security', 'held');
  expect(all).toContain(`${id} Demo CRM: Read customers`);
  expect(all).toMatch(/Emma Chen/);
  expect(all).toMatch(/Marco Rossi.*Olga Petrova/s);
  expect(await shown('owner', 'held')).toContain(id);
  await expect(report('employee', 'held')).rejects.toThrow();
  expect(await shown('security', 'expiring', { days: 7 })).not.toContain(id);
  expect(await shown('security', 'expiring', { days: 31 })).toContain(id);
  expect(await shown('admin', 'unverified')).toContain('There is none');
});

test('an exception is listed with what watches over it, and both sides as a conflict', async () => {
  const first = await granted('ledger-create', 720);
  const second = await granted('ledger-approve', 8, 'Security reads the log daily');
  expect(await shown('security', 'exceptions')).toMatch(new RegExp(`${second}.*Security reads the log daily`, 's'));
  const conflicts = await shown('security', 'conflicts');
  expect(conflicts).toContain(`beside ${first}: Nobody approves payments they enter`);
  expect(conflicts).toContain(`beside ${second}: Nobody approves payments they enter`);
  expect((await report('security', 'unowned')).status).toMatchObject({ text: '0', tone: 'neutral' });
});
