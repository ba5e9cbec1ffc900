/** Nobody decides what they asked for, by whichever path they come to it. */
import { awaited } from '../../src/approvals/approval.js';
import type { CommandOf } from '../../src/language/command.js';
import { stretchOf } from '../../src/staffing/days.js';
import { policiesWith } from './company.js';
import { openRooms, type Rooms, said } from './rooms.js';

const opened: Rooms[] = [];
afterEach(async () => {
  while (opened.length > 0) await opened.pop()!.close();
});
async function open(options?: Parameters<typeof openRooms>[0]): Promise<Rooms> {
  const rooms = await openRooms(options);
  opened.push(rooms);
  return rooms;
}

const subject = 'REQ-1';
const ask = ({ handlers, act }: Rooms, who: string, entitlement = 'crm-read') =>
  said(handlers['request-access']({ do: 'request-access', entitlement, hours: 8, reason: 'Quarter end' }, act(who)));
const approve = ({ handlers, act }: Rooms, who: string, id = subject) =>
  said(handlers.approve({ do: 'approve', subject: id }, act(who)));
const askedOf = async ({ load }: Rooms, id = subject) => awaited((await load(id)).approval).map((one) => one.id);
/** The only step of each access request asks these. */
const asking = (...ask: string[]) =>
  policiesWith(
    'approvals.yaml',
    ['{ when: { kind: access }, route: manager-owner }', '{ when: { kind: access }, route: manager }'],
    ['ask: [manager] }', `ask: [${ask.join(', ')}] }`],
  );

/** Not asked, and refused. @param instead who is asked. */
async function needBarred(rooms: Rooms, who: string, instead: string[], id = subject): Promise<void> {
  expect(await askedOf(rooms, id)).toEqual(instead);
  expect(await approve(rooms, who, id)).toMatch(/refused: You cannot decide your own request/);
  expect(await askedOf(rooms, id)).toEqual(instead);
}

test.each([
  ['as the approver whom the route names', 'security', ['person:security'], ['manager']],
  ['as their own manager’s stand-in in the fallback', 'security', ['manager:2'], ['admin']],
  ['as the owner of the application', 'owner', ['owner'], ['manager']],
  ['by their role, as an administrator', 'admin', ['role:admin'], ['manager']],
  ['by a seat among several', 'lead', ['lead:it', 'person:owner'], ['manager', 'owner']],
])('%s', async (_, requester, route, instead) => {
  const rooms = await open({ dir: asking(...route) });
  await ask(rooms, requester);
  await needBarred(rooms, requester, instead);
});

test('as the delegate of an approver, by chat or by policy', async () => {
  const dir = policiesWith('approvals.yaml', [
    'delegations: []',
    'delegations: [{ of: manager, to: employee, starts: 2026-11-23, ends: 2026-11-27 }]',
  ]);
  const rooms = await open({ dir });
  await ask(rooms, 'employee');
  await needBarred(rooms, 'employee', ['manager']);
  const { handlers, act } = rooms;
  await ask(rooms, 'agent');
  await said(handlers.delegate({ do: 'delegate', to: 'agent', from: '11-23', until: '11-27' }, act('lead')));
  await needBarred(rooms, 'agent', ['lead'], 'REQ-2');
});

test('as the stand-in of an approver who is on leave', async () => {
  const leave = new Map([['owner', [stretchOf({ from: '2026-11-23', to: '2026-11-27' }, 'Europe/Berlin')]]]);
  const rooms = await open({ dir: asking('person:owner'), leave });
  await ask(rooms, 'manager');
  await needBarred(rooms, 'manager', ['owner', 'security']);
});

test('as the manager to whom it is escalated', async () => {
  const rooms = await open({ dir: asking('person:owner') });
  await ask(rooms, 'manager');
  await rooms.wait(72);
  await rooms.wait(24);
  await needBarred(rooms, 'manager', ['owner', 'security']);
});

test('by a transfer, or added before, beside or after an approver', async () => {
  const rooms = await open();
  const { handlers, act } = rooms;
  await ask(rooms, 'employee');
  const why = /refused: Emma Chen is the requester/;
  const transfer: CommandOf<'transfer'> = { do: 'transfer', subject, to: 'Emma' };
  expect(await said(handlers.transfer(transfer, act('manager')))).toMatch(why);
  for (const place of ['before', 'beside', 'after'] as const)
    expect(
      await said(handlers['add-approver']({ do: 'add-approver', subject, to: 'Emma', place }, act('manager'))),
    ).toMatch(why);
  await needBarred(rooms, 'employee', ['manager']);
});

test('by a policy that an administrator edits: what waits keeps its route, and what is asked later asks somebody else', async () => {
  const first = await open();
  await ask(first, 'admin');
  const rooms = await open({ dbName: first.dbName, dir: asking('person:admin') });
  await rooms.wait(0.01);
  await needBarred(rooms, 'admin', ['manager']);
  await ask(rooms, 'admin', 'crm-export');
  await needBarred(rooms, 'admin', ['manager'], 'REQ-2');
});
