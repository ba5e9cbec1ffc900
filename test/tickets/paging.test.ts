/** A P1 reaches a person at once, and the next one until somebody has it. */
import { wording } from '../../src/language/wording.js';
import { answer, as, openRoom, textOf, time, vpn, type Room } from './room.js';

const room = openRoom();
const outage = { ...vpn, title: 'Nobody can log in', impact: 'high', urgency: 'high' } as const;
const ticketOf = async (desk: Room) => (await desk.ledger.load('INC-1'))!;
const called = async (desk: Room) =>
  (await ticketOf(desk)).history.flatMap(({ what, owed }) =>
    what === 'paged' ? owed.filter((each) => each.startsWith('person:')) : [],
  );
const minutes = async (desk: Room, count: number): Promise<void> => {
  time.now = new Date(time.now.getTime() + count * 60_000);
  await desk.sweeps[0]!.run(time.now);
};

test('on-call is called as it opens, and the lead when nobody acknowledges it in time', async () => {
  const desk = await room();
  await desk.handlers['open-ticket'](outage, as('employee'));
  expect(await called(desk)).toEqual(['person:agent2']);
  await minutes(desk, 9);
  expect(await called(desk)).toEqual(['person:agent2']);
  await minutes(desk, 1);
  expect(await called(desk)).toEqual(['person:agent2', 'person:lead']);
  await minutes(desk, 10);
  expect(await called(desk)).toHaveLength(2);
});

test.each(['en', 'zh'] as const)(
  'the card says in %s how urgent it is, by when, who is affected, and claims',
  async (lang) => {
    const desk = await room();
    await desk.handlers['open-ticket'](outage, as('employee'));
    const ticket = await ticketOf(desk);
    const event = ticket.history.find(({ what }) => what === 'paged')!;
    const viewer = { lang, zone: 'Europe/Berlin' };
    const card = desk.presenter.notice(ticket, event, 'person:agent2', viewer, wording[lang]);
    expect(card.title).toMatch(/P1.*INC-1/);
    const shown = textOf(card.parts);
    expect(shown).toMatch(lang === 'en' ? /Answer by Mon 23 Nov, 09:30/ : /请在 .*09:30 前答复/);
    expect(shown).toContain('Emma Chen');
    expect(shown).toContain(wording[lang].tickets.form.impacts.high);
    expect(shown).toContain(`[${wording[lang].tickets.button.claim}]`);
  },
);

test.each([
  ['claimed', (desk: Room) => desk.handlers.claim({ do: 'claim', ticket: 'INC-1' }, as('agent'))],
  ['taken up', (desk: Room) => desk.handlers.working({ do: 'working', ticket: 'INC-1' }, as('agent'))],
  ['answered', (desk: Room) => desk.handlers.reply({ do: 'reply', ticket: 'INC-1', text: 'On it' }, as('agent'))],
])('nobody else is called for one that was %s', async (_, acknowledge) => {
  const desk = await room();
  await desk.handlers['open-ticket'](outage, as('employee'));
  await acknowledge(desk);
  await minutes(desk, 30);
  expect(await called(desk)).toEqual(['person:agent2']);
});

test('one that becomes P1 calls at that moment, unless its assignee made it one', async () => {
  const desk = await room();
  await desk.handlers['open-ticket'](vpn, as('employee'));
  expect(await called(desk)).toEqual([]);
  await desk.handlers.edit({ do: 'edit', ticket: 'INC-1', priority: 'P1' }, as('lead'));
  expect(await called(desk)).toEqual(['person:agent2']);

  await desk.handlers['open-ticket'](vpn, as('employee'));
  await desk.handlers.claim({ do: 'claim', ticket: 'INC-2' }, as('agent'));
  await desk.handlers.edit({ do: 'edit', ticket: 'INC-2', priority: 'P1' }, as('agent'));
  expect((await desk.ledger.load('INC-2'))!.history.map(({ what }) => what)).not.toContain('paged');
});

test('its reminders are quiet until its next target at most', async () => {
  const desk = await room();
  await desk.handlers['open-ticket'](outage, as('employee'));
  expect(await answer(desk.handlers.working({ do: 'working', ticket: 'INC-1' }, as('agent2')))).toMatch(
    /No reminders for INC-1 until .*09:30\./,
  );
});
