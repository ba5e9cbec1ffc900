/** A major incident: declared by agents, told to all who are affected, and kept current. */
import { understand } from '../../src/language/understand.js';
import { wording } from '../../src/language/wording.js';
import { answer, as, openRoom, shown, textOf, time, vpn, type Room } from './room.js';

const room = openRoom(undefined, { isDuplicate: (one, other) => one === other, from: 3 });
const ticketOf = async (desk: Room, id = 'INC-1') => (await desk.ledger.load(id))!;
const say = (desk: Room, text: string, who = 'agent') =>
  answer(desk.handlers.major({ do: 'major', ticket: 'INC-1', text }, as(who)));
const reads = async (desk: Room, person: string, lang: 'en' | 'zh' = 'en') => {
  const ticket = await ticketOf(desk);
  const standing = desk.presenter.standing(ticket).filter(({ to }) => to === `person:${person}`);
  expect(standing).toHaveLength(1);
  const { title, parts } = desk.presenter.draw(
    ticket,
    standing[0]!.name,
    { lang, zone: 'Europe/Berlin' },
    wording[lang],
  );
  return `${title}\n${textOf(parts)}`;
};

test.each([
  ['INC-1 major the gateway is down', { do: 'major', ticket: 'INC-1', text: 'the gateway is down' }],
  ['INC-1 重大 网关故障', { do: 'major', ticket: 'INC-1', text: '网关故障' }],
  ['INC-1 major', { do: 'show-form', draft: { do: 'major', ticket: 'INC-1' } }],
  [
    '!major CRM is down',
    { do: 'show-form', draft: { do: 'open-ticket', impact: 'high', urgency: 'high', title: 'CRM is down' } },
  ],
  ['重大', { do: 'show-form', draft: { do: 'open-ticket', impact: 'high', urgency: 'high' } }],
])('%s is understood', (words, command) => {
  expect(understand(words, {})).toEqual(command);
});

test('those who reported it before and after read one message each, kept current until it is solved', async () => {
  const desk = await room();
  await desk.handlers['open-ticket'](vpn, as('employee'));
  await desk.handlers['open-ticket'](vpn, as('manager'));
  expect(await say(desk, 'The gateway is down')).toBe('INC-1 is a major incident. 2 people read how it stands.');
  expect(await reads(desk, 'manager')).toMatch(/INC-1[\s\S]*The gateway is down[\s\S]*next news here by .*09:30/);

  const late = await shown(desk.handlers['open-ticket'](vpn, as('owner')));
  expect(late.title).toBe('INC-3 is part of the major incident INC-1');
  time.now = new Date(time.now.getTime() + 20 * 60_000);
  expect(await say(desk, 'A new one starts at ten')).toMatch(/3 people read/);
  for (const person of ['employee', 'manager', 'owner']) {
    const read = await reads(desk, person);
    expect(read).toMatch(/A new one starts at ten/);
    expect(read).not.toMatch(/The gateway is down/);
  }
  expect(await reads(desk, 'owner', 'zh')).toMatch(/下次进展将在 .*09:50 前/);

  await desk.handlers.resolve({ do: 'resolve', ticket: 'INC-1', summary: 'New gateway' }, as('agent'));
  expect(await reads(desk, 'owner')).toMatch(/This is solved[\s\S]*New gateway/);
});

test('it is a P1 from then on, calls on-call, and shows on the agents’ card', async () => {
  const desk = await room();
  await desk.handlers['open-ticket'](vpn, as('employee'));
  await say(desk, 'The gateway is down');
  const ticket = await ticketOf(desk);
  expect(ticket.priority).toBe('P1');
  expect(ticket.history.find(({ what }) => what === 'paged')?.owed).toContain('person:agent2');
  const triage = desk.presenter.draw(ticket, 'triage', as('agent').viewer, wording.en);
  expect(triage.status?.text).toMatch(/Major incident/);
});

test('people without a part in it are refused, and read nothing of it', async () => {
  const desk = await room();
  await desk.handlers['open-ticket'](vpn, as('employee'));
  await desk.handlers['open-ticket']({ ...vpn, title: 'The printer jams' }, as('owner'));
  expect(await say(desk, 'The gateway is down', 'security')).toMatch(/no ticket INC-1/);
  await say(desk, 'The gateway is down');
  expect(desk.presenter.standing(await ticketOf(desk)).map(({ to }) => to)).not.toContain('person:owner');
});

test('the first time, an agent reads over what all will read', async () => {
  const desk = await room();
  await desk.handlers['open-ticket'](vpn, as('employee'));
  expect(await say(desk, 'The gateway is down', 'lead')).toBe('form');
  expect((await ticketOf(desk)).major).toBeUndefined();
});
