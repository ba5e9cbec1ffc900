/** However much people say, a ticket can be brought to its end, and no word that was taken is lost. */
import { budget, type Ticket } from '../../src/tickets/ticket.js';
import { wording } from '../../src/language/wording.js';
import { at } from './people.js';
import { answer, as, openRoom, shown, textOf, time, vpn, type Room } from './room.js';

const room = openRoom();

/** The most that Slack lets a person send at once: 120 KB. */
const story = (mark: string) => `${mark}${'投影仪坏了请帮忙看看。'.repeat(4000)}`.slice(0, 40_000);
const comment = (desk: Room, words: string, who = 'employee') =>
  answer(desk.handlers.comment({ do: 'comment', ticket: 'INC-1', words }, as(who)));
const ticketOf = async (desk: Room, id = 'INC-1'): Promise<Ticket> => (await desk.ledger.load(id))!;

const kept: { ticket?: object } = {};

/** INC-1, in which people have talked until no more is taken: the last words by themselves, what went before as if. */
async function full(): Promise<Room> {
  const desk = await room();
  if (kept.ticket) {
    await desk.model.collection.insertOne(kept.ticket);
    desk.numbers.last = 1;
    return desk;
  }
  await desk.handlers['open-ticket'](vpn, as('employee'));
  await desk.handlers.claim({ do: 'claim', ticket: 'INC-1' }, as('agent'));
  await comment(desk, story('first'));
  const { history, bytes } = await ticketOf(desk);
  const { whole: _, ...told } = history.at(-1)!;
  const each = Buffer.byteLength(JSON.stringify(told));
  const others = Array.from({ length: Math.floor((4e6 - bytes!) / each) - 5 }, (__, index) => ({
    ...told,
    id: `other-${index}`,
    origin: `other-${index}`,
    owed: [],
  }));
  const weight = Buffer.byteLength(JSON.stringify(others));
  const update = { $push: { history: { $each: others } }, $inc: { bytes: weight } };
  await desk.model.collection.updateOne({ _id: 'INC-1' as never }, update as never);
  for (let count = 0; !/is full/.test(await comment(desk, story(`last ${count}`))); count++)
    expect(count).toBeLessThan(10);
  kept.ticket = (await desk.model.collection.findOne({ _id: 'INC-1' as never })) as object;
  return desk;
}

it('tells its requester plainly that it is full, and offers one that follows', async () => {
  const desk = await full();
  const before = await ticketOf(desk);
  const card = await shown(
    desk.handlers.comment({ do: 'comment', ticket: 'INC-1', words: story('Hello?') }, as('employee')),
  );
  expect([card.title, textOf(card.parts)]).toEqual([
    'INC-1 is full',
    expect.stringMatching(/your message was not saved[\s\S]*\[Open a follow-up\]/),
  ]);
  const text = '嗯'.repeat(3000);
  const note = answer(desk.handlers.note({ do: 'note', ticket: 'INC-1', text }, as('agent')));
  expect(await note).toMatch(/is full, so nothing more can be added\. Finish it/);
  const reply = { do: 'reply', ticket: 'INC-1', text, checked: 'yes' } as const;
  expect(await answer(desk.handlers.reply(reply, as('agent')))).toMatch(/is full/);
  expect((await ticketOf(desk)).version).toBe(before.version);
});

it('is worked on, waits, is reminded of, and is resolved, rated and closed all the same', async () => {
  const desk = await full();
  const wait = { do: 'wait', ticket: 'INC-1', cause: 'supplier', reason: 'A part' } as const;
  expect(await answer(desk.handlers.wait(wait, as('agent')))).toMatch(/on hold/);
  expect(await answer(desk.handlers.resume({ do: 'resume', ticket: 'INC-1' }, as('agent')))).toMatch(
    /back in progress/,
  );
  const assign = { do: 'assign', ticket: 'INC-1', to: 'agent2' } as const;
  expect(await answer(desk.handlers.assign(assign, as('agent')))).toMatch(/assigned to Bao Li/);
  const edit = { do: 'edit', ticket: 'INC-1', priority: 'P1' } as const;
  expect(await answer(desk.handlers.edit(edit, as('agent')))).toMatch(/P1/);
  time.now = at('tue', '15:00');
  while ((await desk.sweeps[0]!.run(time.now)) > 0);
  expect((await ticketOf(desk)).history.some(({ what }) => what === 'climbed')).toBe(true);
  const resolve = { do: 'resolve', ticket: 'INC-1', summary: 'x'.repeat(3000) } as const;
  expect(await answer(desk.handlers.resolve(resolve, as('agent')))).toBe('INC-1 is resolved.');
  expect(await comment(desk, 'It is back')).toBe('INC-1 is full');
  const rate = { do: 'rate', ticket: 'INC-1', resolution: 1, score: 2, comment: 'y'.repeat(3000) } as const;
  expect(await answer(desk.handlers.rate(rate, as('employee')))).toMatch(/Thank|sorry/i);
  expect(await answer(desk.handlers.close({ do: 'close', ticket: 'INC-1' }, as('employee')))).toMatch(/closed/);
});

it('goes into another one, and what was said there stays where it is', async () => {
  const desk = await full();
  await desk.handlers['open-ticket'](vpn, as('owner'));
  const merge = { do: 'merge', ticket: 'INC-1', into: 'INC-2' } as const;
  expect(await answer(desk.handlers.merge(merge, as('agent')))).toMatch(/part of INC-2/);
  expect(await comment(desk, 'And now?')).toMatch(/INC-2/);
});

it('does not even take other work when that has filled it too, and is resolved then as well', async () => {
  const desk = await full();
  await desk.model.updateOne({ _id: 'INC-1' }, { $set: { bytes: 6e6 } });
  const edit = { do: 'edit', ticket: 'INC-1', priority: 'P1' } as const;
  expect(await answer(desk.handlers.edit(edit, as('agent')))).toMatch(/is full/);
  const resolve = { do: 'resolve', ticket: 'INC-1', summary: 'Done' } as const;
  expect(await answer(desk.handlers.resolve(resolve, as('agent')))).toBe('INC-1 is resolved.');
});

it('takes five thousand words at most, however short', async () => {
  const desk = await room();
  await desk.handlers['open-ticket'](vpn, as('employee'));
  const [first] = (await ticketOf(desk)).history;
  const others = Array.from({ length: 4998 }, (_, index) => ({ ...first!, id: `e${index}`, origin: `e${index}` }));
  const update = { $push: { history: { $each: others } } };
  await desk.model.collection.updateOne({ _id: 'INC-1' as never }, update as never);
  expect(await comment(desk, 'the last one')).toMatch(/INC-1/);
  expect(await comment(desk, 'one too many')).toBe('INC-1 is full');
});

describe('long words', () => {
  const LONG = story('A').slice(0, 39_990) + 'THE END';
  const said = async (desk: Room) => {
    await desk.handlers['open-ticket'](vpn, as('employee'));
    await comment(desk, LONG);
    return (await ticketOf(desk)).history.at(-1)!;
  };

  it('are told whole to those who are told of them, and shown by their beginning', async () => {
    const desk = await room();
    const event = await said(desk);
    const ticket = await ticketOf(desk);
    const notice = desk.presenter.notice(ticket, event, 'under:triage', as('agent').viewer, wording.en);
    expect(textOf(notice.parts)).toContain('THE END');
    const show = await shown(desk.handlers['show-ticket']({ do: 'show-ticket', ticket: 'INC-1' }, as('agent')));
    expect(textOf(show.parts)).toMatch(/A投影仪坏了[^"]* …/);
    const stored = await desk.model.collection.findOne({ _id: 'INC-1' as never });
    expect(JSON.stringify(stored).length).toBeLessThan(6000);
  });

  it('are a new question with all their words when they are taken back', async () => {
    const desk = await room();
    const { id } = await said(desk);
    const ask = desk.handlers['ask-instead']({ do: 'ask-instead', ticket: 'INC-1', event: id }, as('employee'));
    expect(await answer(ask)).toBe(`answer to ${LONG}`);
  });

  it('are kept once, whatever is tried again', async () => {
    const desk = await room();
    await desk.handlers['open-ticket'](vpn, as('employee'));
    const again = { do: 'comment', ticket: 'INC-1', words: LONG } as const;
    await Promise.all(
      Array.from({ length: 6 }, () => desk.handlers.comment(again, as('employee', { origin: 'once' }))),
    );
    const texts = await desk.model.db.collection('texts').find({}).toArray();
    expect(texts.filter(({ _id }) => String(_id).startsWith('INC-1|'))).toHaveLength(1);
    expect((await ticketOf(desk)).history.filter(({ what }) => what === 'commented')).toHaveLength(1);
  });

  it('of a version that kept them in the record are read as before', async () => {
    const desk = await room();
    await desk.handlers['open-ticket'](vpn, as('employee'));
    const old = { id: 'old', at: time.now, by: 'employee', what: 'commented', owed: ['under:triage'] };
    const data = { who: { id: 'employee', name: 'Emma Chen' }, words: LONG, reopened: false };
    const update = { $push: { history: { ...old, data } }, $unset: { bytes: '' } };
    await desk.model.collection.updateOne({ _id: 'INC-1' as never }, update as never);
    expect(await comment(desk, 'And more')).toMatch(/INC-1/);
    const ticket = await ticketOf(desk);
    expect(ticket.bytes).toBeGreaterThan(120_000);
    const event = ticket.history.find(({ id }) => id === 'old')!;
    expect(
      textOf(desk.presenter.notice(ticket, event, 'under:triage', as('agent').viewer, wording.en).parts),
    ).toContain('THE END');
  });
});

it('knows of each kind of event whether it is talk, an end, or neither', () => {
  expect([...budget.talk].filter((what) => budget.endings.has(what))).toEqual([]);
});
