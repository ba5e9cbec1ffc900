/** What people do with an approval besides deciding it, as they do it and as the others read it. */
import { awaited } from '../../src/approvals/approval.js';
import { readFileSync } from 'node:fs';
import type { Command } from '../../src/language/command.js';
import type { Context } from '../../src/context.js';
import type { Reply } from '../../src/reply.js';
import { boardOf } from '../access/presenter.js';
import { policiesWith } from './company.js';
import { buttonsOf, openRooms, type Rooms, said, textOf } from './rooms.js';

let rooms: Rooms;
beforeEach(async () => {
  rooms = await openRooms();
});
afterEach(() => rooms.close());

type Moves = Rooms['approvals']['handlers'];
const act = (who: string, command: Extract<Command, { do: keyof Moves }>) => {
  const handlers = rooms.approvals.handlers as Record<string, (given: Command, context: Context) => Promise<Reply>>;
  return said(handlers[command.do]!(command, rooms.act(who)));
};
const subject = 'REQ-1';
const ask = (who = 'employee', entitlement = 'crm-read') =>
  said(
    rooms.handlers['request-access'](
      { do: 'request-access', entitlement, hours: 8, reason: 'Quarter end' },
      rooms.act(who),
    ),
  );
const approve = (who: string, more: object = {}) => act(who, { do: 'approve', subject, ...more });
const asked = async () => awaited((await rooms.load(subject)).approval).map(({ id }) => id);
const cardOf = async (name: string) => boardOf(rooms).card(subject, name);
const told = async (what: string) =>
  (await rooms.load(subject)).history.filter((event) => event.what === what).map(({ owed }) => owed);

describe('the approver’s card', () => {
  test('says who asks, how similar requests ended, and has four buttons', async () => {
    await ask('agent');
    await approve('lead');
    await said(rooms.handlers.reject({ do: 'reject', subject, reason: 'Not now' }, rooms.act('owner')));
    await ask();
    const card = await boardOf(rooms).card('REQ-2', 'approver-manager-manager');
    expect(textOf(card)).toMatch('Works as: Employee, manager Marco Rossi');
    expect(textOf(card)).toMatch('Similar before: 0 approved, 1 rejected in 90 days');
    expect(buttonsOf(card).map(({ label }) => label)).toEqual(['Approve', 'Reject…', 'Ask…', 'More…']);
  });

  test('opens what else there is to do, only for who may decide', async () => {
    await ask();
    const reply = await rooms.handlers['decide-more']({ do: 'decide-more', subject }, rooms.act('manager'));
    if (reply.kind !== 'card') throw new Error(reply.kind);
    expect(buttonsOf(reply.card).map(({ label }) => label)).toEqual([
      'Approve with a comment…',
      'Transfer…',
      'Add an approver…',
      'Copy to…',
    ]);
    expect(await act('agent', { do: 'decide-more', subject })).toMatch('refused: You are not an approver');
  });
});

test('an approval may carry a comment and a condition, which the requester reads', async () => {
  await ask();
  await approve('manager', { comment: 'Fine with me', condition: 'only until Friday' });
  expect(textOf(await cardOf('requester'))).toMatch('> Fine with me\n> On condition: only until Friday');
});

describe('transfer', () => {
  test('hands the seat on: the receiver decides, who had it no longer', async () => {
    await ask();
    expect(await act('manager', { do: 'transfer', subject, to: 'Lena', reason: 'She knows' })).toBe(
      'Lena Schmidt decides REQ-1 instead of you.',
    );
    expect(await asked()).toEqual(['lead']);
    expect(await approve('manager', { step: 'manager' })).toMatch('refused: You handed this on to Lena Schmidt');
    expect(buttonsOf(await cardOf('approver-manager-manager'))).toEqual([]);
    expect(textOf(await cardOf('requester'))).toMatch('Manager: Lena Schmidt instead of Marco Rossi, who handed it on');
    expect(await approve('lead')).toBe('You approved REQ-1.');
    expect(await asked()).toEqual(['owner']);
  });

  test.each([
    ['employee', /Emma Chen is the requester/],
    ['manager', /Marco Rossi is asked in this step already/],
    ['Nobody', /No person matches “Nobody”/],
    ['admins of all', /No person matches/],
  ])('to %s is refused', async (to, why) => {
    await ask();
    expect(await act('manager', { do: 'transfer', subject, to })).toMatch(why);
    expect(await asked()).toEqual(['manager']);
  });

  test('to who has decided an earlier step is refused, and to whom it was taken from is not', async () => {
    await ask();
    await approve('manager');
    expect(await act('owner', { do: 'transfer', subject, to: 'manager' })).toMatch(
      'Marco Rossi has decided another step',
    );
    await act('owner', { do: 'transfer', subject, to: 'lead' });
    await act('lead', { do: 'transfer', subject, to: 'owner' });
    expect(await asked()).toEqual(['owner']);
    expect(await approve('owner')).toBe('You approved REQ-1.');
  });
});

describe('an approver adds another', () => {
  const add = (place: 'before' | 'beside' | 'after', to = 'lead', who = 'manager') =>
    act(who, { do: 'add-approver', subject, to, place });

  test('before them: that one decides first, then they do', async () => {
    await ask();
    await add('before');
    expect(await asked()).toEqual(['lead']);
    expect(await approve('manager', { step: 'manager' })).toMatch('refused: An earlier step is still open');
    await approve('lead');
    expect(await asked()).toEqual(['manager']);
    await approve('manager');
    expect(await asked()).toEqual(['owner']);
  });

  test('beside them: both must approve', async () => {
    await ask();
    await add('beside');
    await approve('manager');
    expect(await asked()).toEqual(['lead']);
    await approve('lead');
    expect(await asked()).toEqual(['owner']);
  });

  test('after them: that one decides next, before the step that was next', async () => {
    await ask();
    await add('after');
    await approve('manager');
    expect(await asked()).toEqual(['lead']);
    await approve('lead');
    await approve('owner');
    expect((await rooms.load(subject)).approval.state).toBe('approved');
  });

  test('never the requester, and never by somebody who is not asked', async () => {
    await ask();
    expect(await add('before', 'employee')).toMatch('refused: Emma Chen is the requester');
    expect(await add('after', 'admin', 'employee')).toMatch('refused: You cannot decide your own request');
    expect(await add('after', 'admin', 'security')).toMatch('refused: You are not an approver');
  });
});

describe('returning it to an earlier step', () => {
  const back = (target = 'manager') => act('owner', { do: 'send-back', subject, target, reason: 'Which customers?' });

  test('opens that step again, tells who decided it and the requester why, and nothing of it counts', async () => {
    await ask();
    await approve('manager');
    expect(await back()).toBe('REQ-1 went back to the step Manager.');
    expect(await asked()).toEqual(['manager']);
    expect(await told('sent-back')).toEqual([['person:manager', 'person:employee']]);
    const card = await cardOf('approver-manager-manager');
    expect(textOf(card)).toMatch('Olga Petrova returned it to the step Manager:\n> Which customers?');
    expect(buttonsOf(card)).not.toEqual([]);
    expect(await approve('owner', { step: 'owner' })).toMatch('refused: An earlier step is still open');
    await approve('manager');
    await approve('owner');
    expect((await rooms.load(subject)).approval.state).toBe('approved');
  });

  test('is refused for a step that is not there, or comes later', async () => {
    await ask();
    await approve('manager');
    for (const target of ['owner', 'security', 'vip'])
      expect(await back(target)).toMatch('refused: This can only go back');
  });
});

test('who gets a copy sees the request and decides nothing', async () => {
  await ask();
  const copy = (who: string, to: string) => act(who, { do: 'copy-to', subject, to });
  expect(await copy('employee', 'Bao')).toBe('Bao Li reads REQ-1 along.');
  expect(await copy('manager', 'agent2')).toMatch('refused: Bao Li reads along already');
  expect(await copy('agent', 'agent')).toMatch('refused: You are not an approver');
  const standing = (await boardOf(rooms).standing(subject)).map(({ name }) => name);
  expect(standing).toContain('copy-agent2');
  expect(buttonsOf(await cardOf('copy-agent2'))).toEqual([]);
  expect(await approve('agent2', { step: 'manager' })).toMatch('refused: You are not an approver');
});

test('the requester reminds the approvers at most twice a day; nobody else does', async () => {
  await ask();
  const remind = (who = 'employee') => act(who, { do: 'remind-approvers', subject });
  expect(await remind('manager')).toMatch('refused: Only the requester');
  expect([await remind(), await remind()]).toEqual(Array(2).fill('Reminded of REQ-1: Marco Rossi.'));
  expect(await remind()).toMatch('refused: Marco Rossi: reminded twice this working day already');
  expect(await told('reminded')).toEqual([['person:manager'], ['person:manager']]);
  await rooms.wait(24);
  expect(await remind()).toBe('Reminded of REQ-1: Marco Rossi.');
});

test('what is asked outside of working time counts for the next working day', async () => {
  await ask();
  const remind = () => act('employee', { do: 'remind-approvers', subject });
  await rooms.wait(4 * 24 + 10);
  await remind();
  await rooms.wait(24);
  await remind();
  await rooms.wait(24);
  expect(await remind()).toMatch(/^refused: Marco Rossi.*: reminded twice this working day already/);
});

test('a route names people who read along; who decides in it, or asks for it, is none of them', async () => {
  await rooms.close();
  rooms = await openRooms({
    dir: policiesWith('approvals.yaml', [
      '  - id: manager-owner\n',
      '  - id: manager-owner\n    copies: [role:security, person:manager, person:employee]\n',
    ]),
  });
  await ask();
  expect((await rooms.load(subject)).approval.copies).toEqual([{ id: 'security', name: expect.any(String) }]);
  const standing = (await boardOf(rooms).standing(subject)).map(({ name }) => name);
  expect(standing).toEqual(['requester', 'copy-security', 'approver-manager-manager']);
  expect(buttonsOf(await cardOf('copy-security'))).toEqual([]);
});

test('each approver has the deadline of their own working time, and it expires at the last of these', async () => {
  await rooms.close();
  const people = readFileSync('policies/people.yaml', 'utf8');
  const manager = people.slice(people.indexOf('  - id: manager'), people.indexOf('  - id: owner'));
  const away = manager.replace('zone: Europe/Berlin', 'zone: America/New_York\n    calendar: us-office');
  rooms = await openRooms({ dir: policiesWith('people.yaml', [manager, away]) });
  const times = { starts: '2026-12-14T12:00', ends: '2026-12-14T13:00' };
  const change = { title: 'Gateway', plan: 'Swap', rollback: 'Swap back', type: 'emergency', risk: 'low' } as const;
  await said(rooms.handlers['open-change']({ do: 'open-change', ...change, ...times }, rooms.act('employee')));
  const by = async (name: string) => {
    const text = textOf(await boardOf(rooms).card('CHG-1', `approver-emergency-${name}`));
    return /Decide by: (.*)/.exec(text)?.[1];
  };
  expect(await by('lead')).toBe('Mon 30 Nov, 09:00 (it expires Mon 30 Nov, 22:00)');
  expect(await by('manager')).toBe('Mon 30 Nov, 22:00 (then it expires)');
});

test('a question stops the deadline until its answer', async () => {
  await ask();
  const say = (who: string) => act(who, { do: 'discuss', subject, words: 'Which ones?' });
  const deadline = async () => (await rooms.load(subject)).approval.expire?.toISOString();
  const before = await deadline();
  await rooms.wait(1);
  await say('manager');
  expect(await deadline()).toBeUndefined();
  expect(textOf(await cardOf('approver-manager-manager'))).toMatch(
    'Your deadline stands still until the requester answers.',
  );
  await rooms.wait(72);
  expect((await rooms.load(subject)).approval.state).toBe('open');
  await say('employee');
  expect([before, await deadline()]).toEqual(['2026-11-30T09:00:00.000Z', '2026-12-03T09:00:00.000Z']);
  await rooms.wait(24 * 30);
  expect((await rooms.load(subject)).approval.state).toBe('expired');
});

test('a question that is never answered does not keep the request open for ever', async () => {
  await ask();
  await act('manager', { do: 'discuss', subject, words: 'Which ones?' });
  await rooms.wait(24 * 29);
  expect((await rooms.load(subject)).approval.state).toBe('open');
  await rooms.wait(24);
  expect((await rooms.load(subject)).approval.state).toBe('expired');
  expect(await told('expired')).toEqual([['person:employee']]);
});
