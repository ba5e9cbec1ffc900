/** Who reads what: notes stay among agents, and nobody is left unanswered by mistake. */
import type { Button, Card } from '../../src/card.js';
import { wording } from '../../src/language/wording.js';
import { answer, as, openRoom, shown, textOf, vpn, type Room } from './room.js';

const room = openRoom();
const ticketOf = async (desk: Room) => (await desk.ledger.load('INC-1'))!;
const inThread = (who: string) => as(who, { private: false, thread: 'slack:card' });
const buttonsOf = ({ parts }: Card): Button[] => parts.flatMap((part) => (part.kind === 'buttons' ? part.buttons : []));

async function opened(): Promise<Room> {
  const desk = await room();
  await desk.handlers['open-ticket'](vpn, as('employee'));
  return desk;
}

test.each([
  ['en', '🔒 Internal'],
  ['zh', '🔒 内部'],
] as const)('every line tells in %s whom it is for', async (lang, internal) => {
  const desk = await opened();
  await desk.handlers.comment({ do: 'comment', ticket: 'INC-1', words: 'answer: another browser' }, inThread('agent'));
  await desk.handlers.reply({ do: 'reply', ticket: 'INC-1', text: 'We look into it' }, as('agent'));
  const triage = desk.presenter.draw(await ticketOf(desk), 'triage', { lang, zone: 'UTC' }, wording[lang]);
  const quotes = triage.parts.flatMap((part) => (part.kind === 'quote' ? [[part.text, part.readers]] : []));
  expect(quotes).toEqual([
    ['answer: another browser', internal],
    ['We look into it', '→ Emma Chen'],
  ]);
  const context = { ...as('agent'), viewer: { lang, zone: 'UTC' }, say: wording[lang] };
  const history = textOf(
    (await shown(desk.handlers['show-ticket']({ do: 'show-ticket', ticket: 'INC-1' }, context))).parts,
  );
  expect(history).toMatch(new RegExp(`${internal} · Alex Weber .*another browser`));
  expect(history).toMatch(/→ Emma Chen · Alex Weber .*We look into it/);
  const own = desk.presenter.draw(await ticketOf(desk), 'requester', as('employee').viewer, wording.en);
  expect(textOf(own.parts)).not.toMatch(/another browser|Internal/);
});

describe.each([
  ['reply We look into it', 'Send to Emma Chen'],
  ['回复 We look into it', 'Send to Emma Chen'],
])('"%s" typed in the thread', (words, label) => {
  it('is kept as a note, and sent once when its author says so', async () => {
    const desk = await opened();
    const kept = await shown(desk.handlers.comment({ do: 'comment', ticket: 'INC-1', words }, inThread('agent')));
    expect(kept.title).toBe('INC-1: kept as an internal note');
    const [send] = buttonsOf(kept);
    expect(send?.label).toBe(label);
    if (send?.does.do !== 'send-note') throw new Error('the button sends no note');
    expect(await answer(desk.handlers['send-note'](send.does, as('agent2')))).toMatch(/Only Alex Weber/);
    for (let press = 0; press < 2; press += 1)
      expect(await answer(desk.handlers['send-note'](send.does, as('agent')))).toBe('Sent to Emma Chen for INC-1.');
    const sent = (await ticketOf(desk)).history.filter(({ what }) => what === 'replied');
    expect(sent.map(({ data }) => data['words'])).toEqual(['We look into it']);
  });
});

test('a note that begins with resolve opens the form, filled in', async () => {
  const desk = await opened();
  const words = 'resolve new certificate';
  const kept = await shown(desk.handlers.comment({ do: 'comment', ticket: 'INC-1', words }, inThread('agent')));
  const [send] = buttonsOf(kept);
  expect(send?.label).toBe('Resolve and tell Emma Chen');
  const reply = await desk.handlers['send-note'](send!.does as never, as('agent'));
  expect(reply).toMatchObject({ kind: 'form', form: { fields: [{ name: 'summary', value: 'new certificate' }] } });
  expect((await ticketOf(desk)).state).toBe('new');
});

test.each([
  ['note that is one', 'the gateway looks odd'],
  ['note that only sounds like a command', 'wait a minute'],
])('a %s is only noted', async (_, words) => {
  const desk = await opened();
  const said = desk.handlers.comment({ do: 'comment', ticket: 'INC-1', words }, inThread('agent'));
  expect(await answer(said)).toBe('Noted on INC-1, for agents only.');
});

test.each([
  ['reply', { do: 'reply', ticket: 'INC-1', text: 'Hello' }],
  ['resolve', { do: 'resolve', ticket: 'INC-1', summary: 'New certificate' }],
  ['wait', { do: 'wait', ticket: 'INC-1', cause: 'supplier', reason: 'Case 4711' }],
] as const)('the first time, words to the requester by %s are read over', async (_, command) => {
  const desk = await opened();
  const give = (more = {}) =>
    (desk.handlers[command.do] as (given: object, context: unknown) => ReturnType<typeof desk.handlers.reply>)(
      { ...command, ...more },
      as('lead'),
    );
  const unread = await give();
  if (unread.kind !== 'form') throw new Error('it was not read over');
  expect(textOf([{ kind: 'text', text: unread.form.intro! }])).toMatch(/Emma Chen will read this/);
  expect((await ticketOf(desk)).history).toHaveLength(1);
  expect((await give({ checked: 'yes' })).kind).toBe('done');
  expect((await ticketOf(desk)).history).toHaveLength(2);
});

test('a call for help is answered among agents, and the button to the requester says so', async () => {
  const desk = await opened();
  await desk.handlers['need-help']({ do: 'need-help', ticket: 'INC-1', reason: 'A second pair of eyes' }, as('agent'));
  const ticket = await ticketOf(desk);
  const card = desk.presenter.notice(ticket, ticket.history.at(-1)!, 'person:agent2', as('agent2').viewer, wording.en);
  const [first, second] = buttonsOf(card);
  expect([first?.label, second?.label]).toEqual(['Answer Alex Weber', 'Reply to Emma Chen']);
  await desk.handlers.note({ do: 'note', ticket: 'INC-1', text: 'I come over', to: 'agent' }, as('agent2'));
  expect((await ticketOf(desk)).history.at(-1)).toMatchObject({
    what: 'noted',
    owed: expect.arrayContaining(['under:triage', 'person:agent']),
  });
});
