/** More time for what is held: a new approval, while the old grant goes on until its end. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { wording } from '../../src/language/wording.js';
import { policiesWith } from '../approvals/company.js';
import { buttonsOf, openRooms, type Rooms, said, textOf } from '../approvals/rooms.js';
import { boardOf } from './presenter.js';

let rooms: Rooms;
const opened: Rooms[] = [];
const open = async (dir?: string) => {
  rooms = await openRooms(dir === undefined ? {} : { dir });
  opened.push(rooms);
};
beforeEach(() => open());
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

const ask = async (hours = 8) => {
  const wish = { do: 'request-access', entitlement: 'crm-read', hours, reason: 'the audit' } as const;
  return /REQ-\d+/.exec(await said(rooms.handlers['request-access'](wish, rooms.act('employee'))))![0];
};
async function approve(id: string) {
  for (const step of ['manager', 'owner'])
    await said(rooms.handlers.approve({ do: 'approve', subject: id, step }, rooms.act(step)));
}
const stateOf = async (id: string) => (await rooms.load(id)).state;
const lease = async (id: string) => (await rooms.ledgers.access.load(id))!.lease!;
/** What is set up for her now. */
const held = () => rooms.connection.collection('memberships').countDocuments({ 'person.id': 'employee' });

async function warned(): Promise<string> {
  const id = await ask();
  await approve(id);
  await rooms.wait(0);
  await rooms.wait(7.1);
  return id;
}

test('the warning offers it, in a form that is filled in; both languages', async () => {
  const id = await warned();
  const record = (await rooms.ledgers.access.load(id))!;
  const event = record.history.find(({ what }) => what === 'warned')!;
  for (const [lang, label, title] of [
    ['en', 'Extend…', `Extend ${id}`],
    ['zh', '延长…', `延长 ${id}`],
  ] as const) {
    const viewer = { lang, zone: 'UTC' };
    const card = rooms.access.presenter.notice(record, event, 'person:employee', viewer, wording[lang]);
    const button = buttonsOf(card).find((each) => each.label === label)!;
    expect(button.does).toEqual({ do: 'show-form', draft: { do: 'request-access', again: id } });
    const context = { ...rooms.act('employee'), viewer, say: wording[lang] };
    const form = await rooms.access.forms['request-access']({ do: 'request-access', again: id }, context);
    expect(form.title).toBe(title);
    expect(form.draft).toMatchObject({ entitlement: 'crm-read', hours: 8, reason: 'the audit' });
  }
});

test('approved in time it goes on without a gap: counted from the old end, one grant at any time, told once', async () => {
  const first = await warned();
  const end = (await lease(first)).until;
  const second = await ask(8);
  expect(textOf(await boardOf(rooms).card(second, 'approver-manager-manager'))).toContain(
    `Extends: ${first}, which ends`,
  );
  await rooms.wait(0.1);
  expect(await stateOf(first)).toBe('active');
  await approve(second);
  await rooms.wait(0);
  await rooms.wait(0);
  await rooms.wait(0);
  expect([await stateOf(first), await stateOf(second)]).toEqual(['ended', 'active']);
  expect(await held()).toBe(1);
  expect((await lease(second)).until.getTime()).toBe(end.getTime() + 8 * 3_600_000);
  const notices = await boardOf(rooms).notices(first);
  expect(notices.filter((each) => each.includes('has ended'))).toHaveLength(2);
  const card = await boardOf(rooms).card(first, 'requester');
  expect(textOf(card)).toContain('How it ended: Extended');

  await rooms.wait(8.5);
  expect(await stateOf(second)).toBe('active');
  await rooms.wait(0.5);
  await rooms.wait(0);
  expect(await stateOf(second)).toBe('ended');
  expect(await held()).toBe(0);
});

test('rejected or undecided, the old grant ends when it was to end', async () => {
  const first = await warned();
  const second = await ask();
  const reject = { do: 'reject', subject: second, step: 'manager', reason: 'the audit is over' } as const;
  await said(rooms.handlers.reject(reject, rooms.act('manager')));
  expect(await stateOf(first)).toBe('active');
  await rooms.wait(1);
  await rooms.wait(0);
  expect(await stateOf(first)).toBe('ended');
  expect(await held()).toBe(0);
});

test('approved after the old end, it begins when it is granted', async () => {
  const first = await warned();
  const second = await ask();
  await rooms.wait(1);
  await rooms.wait(0);
  expect(await stateOf(first)).toBe('ended');
  await approve(second);
  await rooms.wait(0);
  const { from, until } = await lease(second);
  expect(until.getTime() - from.getTime()).toBe(8 * 3_600_000);
  expect(await held()).toBe(1);
});

test('what security revokes is not given back by an extension', async () => {
  const first = await warned();
  const second = await ask();
  await said(rooms.handlers['return-access']({ do: 'return-access', request: first }, rooms.act('security')));
  await approve(second);
  await rooms.wait(0);
  expect(await stateOf(second)).toBe('barred');
  expect(textOf(await boardOf(rooms).card(second, 'requester'))).toContain(
    `Not granted: ${first}, which it extends, was revoked.`,
  );
  expect(await held()).toBe(0);
});

test('nobody sets up or takes away by hand what goes on', async () => {
  await open(
    policiesWith(
      'catalogue.yaml',
      ['applications:\n', 'provisioners:\n  - { id: it, kind: hand, by: person:agent }\n\napplications:\n'],
      ['- id: demo-crm\n', '- id: demo-crm\n    provisioner: it\n'],
    ),
  );
  const first = await ask();
  await approve(first);
  await rooms.wait(0);
  const evidence = { do: 'confirm-access', request: first, evidence: 'Added.' } as const;
  await said(rooms.handlers['confirm-access'](evidence, rooms.act('agent')));
  await rooms.wait(0);
  await rooms.wait(7.5);
  const second = await ask();
  await approve(second);
  await rooms.wait(0);
  await rooms.wait(0);
  await rooms.wait(0);
  expect([await stateOf(first), await stateOf(second)]).toEqual(['ended', 'active']);
  const asked = [...(await boardOf(rooms).notices(first)), ...(await boardOf(rooms).notices(second))];
  expect(asked.filter((each) => each.startsWith('agent:'))).toHaveLength(1);
});
