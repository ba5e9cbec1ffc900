/** Delegating in chat: who decides for whom, on which days, and what both read about it. */
import { awaited } from '../../src/approvals/approval.js';
import type { Card } from '../../src/card.js';
import type { Command } from '../../src/language/command.js';
import { understand } from '../../src/language/understand.js';
import { boardOf } from '../access/presenter.js';
import { buttonsOf, openRooms, type Rooms, said, textOf } from '../approvals/rooms.js';

let rooms: Rooms;
beforeEach(async () => {
  rooms = await openRooms();
});
afterEach(() => rooms.close());

const delegate = (who: string, to: string, from = '11-23', until = '11-27', kind?: string) =>
  said(rooms.handlers.delegate({ do: 'delegate', to, from, until, ...(kind ? { kind } : {}) }, rooms.act(who)));
const listed = async (who: string): Promise<Card> => {
  const reply = await rooms.handlers['list-delegations']({ do: 'list-delegations' }, rooms.act(who));
  if (reply.kind !== 'card') throw new Error(reply.kind);
  return reply.card;
};
const ask = (who = 'employee') =>
  said(
    rooms.handlers['request-access'](
      { do: 'request-access', entitlement: 'crm-read', hours: 8, reason: 'Quarter end' },
      rooms.act(who),
    ),
  );
const approve = (who: string, subject = 'REQ-1') =>
  said(rooms.handlers.approve({ do: 'approve', subject }, rooms.act(who)));
const asked = async (id = 'REQ-1') =>
  awaited((await rooms.load(id)).approval).map(({ id: one, onBehalfOf }) =>
    onBehalfOf ? `${one} for ${onBehalfOf.id}` : one,
  );

test.each([
  ['delegate @olga 12-01..12-05', { do: 'delegate', to: '@olga', from: '12-01', until: '12-05' }],
  [
    'delegate to Olga 2026-12-01 to 2026-12-05 for access',
    { do: 'delegate', to: 'Olga', from: '2026-12-01', until: '2026-12-05', kind: 'access' },
  ],
  ['委托给 @olga 12-01..12-05', { do: 'delegate', to: '@olga', from: '12-01', until: '12-05' }],
  ['委托 @olga 12-01至12-05 变更', { do: 'delegate', to: '@olga', from: '12-01', until: '12-05', kind: 'change' }],
  ['delegate @olga 12-24', { do: 'delegate', to: '@olga', from: '12-24', until: '12-24' }],
  ['delegate', { do: 'show-form', draft: { do: 'delegate' } }],
  ['委托列表', { do: 'list-delegations' }],
  ['delegations', { do: 'list-delegations' }],
  ['delegate the work to your team, they say', { do: 'words', words: 'delegate the work to your team, they say' }],
])('%s', (words, command) => expect(understand(words, {})).toEqual(command));

test('the delegate is told, is asked for what waits already, and decides on behalf; the delegator gets a copy', async () => {
  await ask();
  expect(await delegate('manager', 'Lena')).toMatch(/^Delegations\nLena Schmidt decides for you, .* – Fri 27 Nov$/);
  expect(await boardOf(rooms).notices('DLG-1')).toEqual(['lead: You decide for Marco Rossi']);
  expect(await asked()).toEqual(['manager', 'lead for manager']);
  expect(await approve('lead')).toBe('You approved REQ-1.');
  const { approval } = await rooms.load('REQ-1');
  expect(approval.steps[0]!.decisions).toMatchObject([{ by: { id: 'lead' }, onBehalfOf: { id: 'manager' } }]);
  expect(await boardOf(rooms).notices('REQ-1')).toContain('manager: REQ-1: decided on your behalf');
});

test('it begins and ends by itself, on the delegator’s clocks', async () => {
  await delegate('manager', 'lead', '11-24', '11-24');
  await ask();
  expect(await asked()).toEqual(['manager']);
  await rooms.wait(14);
  expect(await asked()).toEqual(['manager', 'lead for manager']);
  await rooms.wait(24);
  expect(await asked()).toEqual(['manager']);
  expect(await approve('lead')).toMatch('refused: Your delegation ended');
  expect(textOf(await listed('manager'))).toMatch('Nobody decides for you');
});

test('it can be for one kind of decision alone', async () => {
  await delegate('manager', 'lead', '11-23', '11-27', 'change');
  await ask();
  expect(await asked()).toEqual(['manager']);
  expect(await delegate('manager', 'owner', '11-23', '11-27', 'invoices')).toMatch(
    'refused: There is nothing called invoices',
  );
  expect(await delegate('manager', 'owner', '11-23', '11-27', 'access')).toMatch('access requests only');
  expect(await asked()).toEqual(['manager', 'owner for manager']);
});

test('either of the two ends it, the other is told, and it holds no more at that moment', async () => {
  await delegate('manager', 'lead');
  await ask();
  const [end] = buttonsOf(await listed('lead')).filter(({ label }) => label === 'End: Marco Rossi');
  const press = (who: string) =>
    said(rooms.handlers['end-delegation'](end!.does as Extract<Command, { do: 'end-delegation' }>, rooms.act(who)));
  expect(await press('agent')).toMatch('refused: Only the two people');
  expect(await press('lead')).toMatch('Nobody decides for you, and you decide for nobody.');
  expect(await asked()).toEqual(['manager']);
  expect(await approve('lead')).toMatch('refused: Your delegation ended');
  expect(await press('manager')).toMatch('refused: This delegation is over');
  expect(await boardOf(rooms).notices('DLG-1')).toContain('manager: Lena Schmidt no longer decides for you');
});

describe('refused', () => {
  test.each([
    ['to oneself', ['manager', 'Marco'], /A delegate is somebody else/],
    ['to somebody unknown', ['manager', 'Zaphod'], /No person matches “Zaphod”/],
    ['of days that are over', ['manager', 'lead', '2026-11-01', '2026-11-02'], /These days are over/],
    ['backwards', ['manager', 'lead', '2026-11-27', '2026-11-23'], /would end before it begins/],
    ['of a day that there is not', ['manager', 'lead', '2026-02-30', '2026-03-01'], /2026-02-30 is no day/],
    ['of more than a year', ['manager', 'lead', '2026-11-23', '2028-11-23'], /at most 366 days/],
  ] as const)('%s', async (_, given, why) => {
    expect(await delegate(...(given as unknown as Parameters<typeof delegate>))).toMatch(why);
    expect(textOf(await listed('manager'))).toMatch('Nobody decides for you');
  });

  test('a second one on the same days, and one in a circle', async () => {
    await delegate('manager', 'lead');
    expect(await delegate('manager', 'owner', '11-25', '11-30')).toMatch(
      'Lena Schmidt decides for you on some of these days',
    );
    expect(await delegate('lead', 'manager')).toMatch('Marco Rossi has delegated to you in that time');
  });
});

test('it goes one step far: the delegate’s own delegate is not asked, and the requester never', async () => {
  await delegate('manager', 'lead');
  await delegate('lead', 'employee');
  await ask('agent2');
  await ask('employee');
  expect(await asked('REQ-2')).toEqual(['manager', 'lead for manager']);
  expect(await asked('REQ-1')).toEqual(['lead', 'employee for lead']);
});
