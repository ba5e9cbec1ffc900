/** Tickets are merged by two records, one after the other, over a real store and by several processes at once. */
import * as fc from 'fast-check';
import { eventsOf, type Ticket } from '../../src/tickets/ticket.js';
import { discreet, house } from './people.js';
import { answer, as, openRoom, shown, textOf, time, vpn, type Room } from './room.js';

const room = openRoom();
const TIMES = 20;
const MINUTE = 60_000;

type Desks = readonly [Room, Room];
/** One process twice, or two processes. */
const processes: [string, () => Promise<Desks>][] = [
  ['one process', () => room().then((desk) => [desk, desk])],
  ['two processes', () => room().then(async (desk) => [desk, await room(desk)])],
];

const people = ['employee', 'owner', 'manager', 'security', 'admin'];
async function opened(desk: Room, count: number): Promise<string[]> {
  const first = desk.numbers.last + 1;
  const ids = Array.from({ length: count }, (_, index) => `INC-${first + index}`);
  for (const [index] of ids.entries())
    await desk.handlers['open-ticket']({ ...vpn, title: `Trouble ${index}` }, as(people[index % people.length]!));
  return ids;
}
const merge = (desk: Room, ticket: string, into: string) =>
  answer(desk.handlers.merge({ do: 'merge', ticket, into }, as('agent')));
const ticketOf = async (desk: Room, id: string): Promise<Ticket> => (await desk.ledger.load(id))!;
const all = (desk: Room, ids: readonly string[]) => Promise.all(ids.map((id) => ticketOf(desk, id)));

/** Where words to this ticket end up; undefined for a chain that leads back to where it began. */
function endOf(id: string, tickets: readonly Ticket[]): Ticket | undefined {
  let ticket = tickets.find(({ _id }) => _id === id);
  for (let hops = 0; hops <= tickets.length; hops++) {
    if (!ticket?.merged) return ticket;
    const { into } = ticket.merged;
    ticket = tickets.find(({ _id }) => _id === into);
  }
  return undefined;
}

describe.each(processes)('by %s', (_, open) => {
  it('of two that merge towards each other, the older ticket goes on', async () => {
    const [one, other] = await open();
    for (let time = 0; time < TIMES; time++) {
      const [a, b] = (await opened(one, 2)) as [string, string];
      const said = await Promise.all([merge(one, a, b), merge(other, b, a)]);
      const [first, second] = (await all(one, [a, b])) as [Ticket, Ticket];
      expect([first.merged?.into, second.merged?.into].filter(Boolean)).toHaveLength(1);
      const isOpen = first.merged ? second : first;
      expect([isOpen.state, isOpen.pledges]).toEqual(['new', undefined]);
      expect(said.filter((words) => words.includes('is now part of'))).toHaveLength(1);
    }
  });

  it('nothing is merged into a ticket that is closed as no request at the same moment', async () => {
    const [one, other] = await open();
    for (let time = 0; time < TIMES; time++) {
      const [a, b] = (await opened(one, 2)) as [string, string];
      const [merged, dismissed] = await Promise.all([
        merge(one, a, b),
        answer(other.handlers.dismiss({ do: 'dismiss', ticket: b }, as('agent2'))),
      ]);
      const [source, target] = (await all(one, [a, b])) as [Ticket, Ticket];
      if (source.merged) {
        expect(target.state).toBe('new');
        expect(dismissed).toMatch(/is just being merged|closed as not/);
      } else expect([source.state, merged]).toEqual(['new', expect.stringMatching(/is closed|being merged/)]);
    }
  });

  it('nothing is lost in a ticket that is merged away at the same moment', async () => {
    const [one, other] = await open();
    for (let time = 0; time < TIMES; time++) {
      const [a, b, c] = (await opened(one, 3)) as [string, string, string];
      await Promise.all([merge(one, a, b), merge(other, b, c)]);
      const tickets = await all(one, [a, b, c]);
      for (const id of [a, b]) {
        const end = endOf(id, tickets)!;
        expect(end.state).toBe('new');
        const requester = tickets.find(({ _id }) => _id === id)!.requester.id;
        if (end._id !== id) expect(end.followers?.map((each) => each.id)).toContain(requester);
      }
    }
  });

  it('whatever is merged at once, no chain leads back, and each ends in a ticket that is still open', async () => {
    const desks = await open();
    const step = fc.record({ from: fc.nat(4), into: fc.nat(4), by: fc.nat(1), after: fc.nat(12) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
        const ids = await opened(desks[0], 5);
        await Promise.all(
          steps.map(async ({ from, into, by, after }) => {
            for (let turn = 0; turn < after; turn++) await new Promise(setImmediate);
            return merge(desks[by]!, ids[from]!, ids[into]!);
          }),
        );
        const tickets = await all(desks[0], ids);
        for (const { _id } of tickets) expect(endOf(_id, tickets)?.state).toBe('new');
        for (const { merged, pledges } of tickets) expect([merged?.told ?? true, pledges]).toEqual([true, undefined]);
      }),
      { numRuns: 20 },
    );
  });
});

/** Lets the other half of an act wait after its claim, as a process does whose machine stands still. */
function stalled(desk: Room) {
  const { change } = desk.ledger;
  let goOn = () => {};
  let arrive = () => {};
  const waits = new Promise<void>((resolve) => (goOn = resolve));
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  let count = 0;
  desk.ledger.change = async (...args) => {
    if (++count === 2) {
      arrive();
      await waits;
    }
    return change(...args);
  };
  return { arrived, goOn: () => goOn() };
}

it.each([
  ['knows how late it is', 2 * MINUTE, /took too long/],
  ['has a clock that stood still as well', 0, /Another ticket was just merged into INC-1/],
])('a process that stood still after its claim, and %s, does not close the circle', async (_, later, told) => {
  const desk = await room();
  const slow = await room(desk);
  await opened(desk, 3);
  const began = time.now.getTime();
  const stall = stalled(slow);
  const late = merge(slow, 'INC-1', 'INC-2');
  await stall.arrived;
  time.now = new Date(began + 2 * MINUTE);
  expect(await merge(desk, 'INC-2', 'INC-3')).toMatch(/part of INC-3/);
  expect(await merge(desk, 'INC-3', 'INC-1')).toMatch(/part of INC-1/);
  time.now = new Date(began + later);
  stall.goOn();
  expect(await late).toMatch(told);
  const tickets = await all(desk, ['INC-1', 'INC-2', 'INC-3']);
  expect(tickets.map(({ _id }) => endOf(_id, tickets)?._id)).toEqual(['INC-1', 'INC-1', 'INC-1']);
});

it.each([
  ['for a minute', MINUTE],
  ['for no longer where the clock of the other process was ahead', -MINUTE],
])('a ticket into which another is just being merged is not ended, %s', async (_, later) => {
  const desk = await room();
  const slow = await room(desk);
  await opened(desk, 3);
  const began = time.now.getTime();
  const stall = stalled(slow);
  const late = merge(slow, 'INC-1', 'INC-2');
  await stall.arrived;
  const ends = [
    () => answer(desk.handlers.resolve({ do: 'resolve', ticket: 'INC-2', summary: 'Done' }, as('agent'))),
    () => answer(desk.handlers.resolve({ do: 'resolve', ticket: 'INC-2', summary: 'Done' }, as('owner'))),
    () => answer(desk.handlers.dismiss({ do: 'dismiss', ticket: 'INC-2' }, as('agent'))),
    () => merge(desk, 'INC-2', 'INC-3'),
  ];
  for (const end of ends)
    expect(await end()).toBe('INC-1 is being merged into INC-2 right now. Try again in a moment.');
  expect(await answer(desk.handlers.claim({ do: 'claim', ticket: 'INC-2' }, as('agent')))).toMatch(/is yours/);
  time.now = new Date(began + later);
  expect(await ends[2]!()).toMatch(/closed as not a request/);
  stall.goOn();
  await late;
  expect((await ticketOf(desk, 'INC-1')).state).toBe('new');
});

it('what a crash left half done is done by the next sweep', async () => {
  const desk = await room();
  await opened(desk, 2);
  const { change } = desk.ledger;
  let count = 0;
  desk.ledger.change = async (...args) => {
    if (++count === 3) throw new Error('killed');
    return change(...args);
  };
  await expect(merge(desk, 'INC-1', 'INC-2')).rejects.toThrow('killed');
  expect((await ticketOf(desk, 'INC-2')).pledges).toHaveLength(1);
  await desk.sweeps[0]!.run(time.now);
  const into = await ticketOf(desk, 'INC-2');
  expect([into.pledges, into.followers?.map(({ id }) => id)]).toEqual([undefined, ['employee']]);
});

describe('what was merged twice', () => {
  /** INC-2 went into INC-1, and that into INC-3, which Alex has. */
  async function chain(): Promise<Room> {
    const desk = await room();
    await opened(desk, 3);
    await desk.handlers.claim({ do: 'claim', ticket: 'INC-3' }, as('agent'));
    expect(await merge(desk, 'INC-2', 'INC-1')).toMatch(/part of INC-1/);
    expect(await merge(desk, 'INC-1', 'INC-3')).toMatch(/part of INC-3/);
    return desk;
  }
  const smells = { do: 'comment', ticket: 'INC-2', words: 'it smells burnt now' } as const;

  it('has its words heard where it goes on', async () => {
    const desk = await chain();
    expect(await answer(desk.handlers.comment(smells, as('owner')))).toMatch(/INC-3/);
    const said = eventsOf(await ticketOf(desk, 'INC-3')).find(({ what }) => what === 'commented');
    expect([said?.data, said?.owed]).toMatchObject([
      { words: 'it smells burnt now' },
      ['under:triage', 'person:employee'],
    ]);
    for (const id of ['INC-1', 'INC-2'])
      expect((await ticketOf(desk, id)).history.some(({ what }) => what === 'commented')).toBe(false);
  });

  it('says on its cards, in its history and its arithmetic where it goes on', async () => {
    const desk = await chain();
    const { viewer, say } = as('owner');
    const card = desk.presenter.draw(await ticketOf(desk, 'INC-2'), 'requester', viewer, say);
    expect(textOf(card.parts)).toMatch(/merged into INC-3[\s\S]*\[INC-3\]/);
    const show = desk.handlers['show-ticket']({ do: 'show-ticket', ticket: 'INC-2' }, as('owner'));
    expect(textOf((await shown(show)).parts)).toMatch(/This ticket was merged into INC-3/);
    const why = desk.handlers.why({ do: 'why', ticket: 'INC-2' }, as('owner'));
    expect(textOf((await shown(why)).parts)).toMatch(/This ticket was merged into INC-3/);
    expect(await answer(desk.handlers.claim({ do: 'claim', ticket: 'INC-2' }, as('agent')))).toMatch(/into INC-3/);
  });

  it('tells all its people what happens there', async () => {
    const desk = await chain();
    await desk.handlers.reply({ do: 'reply', ticket: 'INC-3', text: 'A new switch is coming' }, as('agent'));
    const told = (await ticketOf(desk, 'INC-3')).history.at(-1)!.owed;
    expect(told).toEqual(expect.arrayContaining(['under:requester', 'person:employee', 'person:owner']));
  });

  it('hears words of a requester who is quicker than the second half of the merge', async () => {
    const desk = await room();
    await opened(desk, 2);
    const { change } = desk.ledger;
    let count = 0;
    desk.ledger.change = async (...args) => (++count === 3 ? undefined : change(...args));
    await merge(desk, 'INC-2', 'INC-1').catch(() => undefined);
    await desk.model.updateOne({ _id: 'INC-2' }, { $set: { 'merged.told': false } });
    expect(await answer(desk.handlers.comment(smells, as('owner')))).toMatch(/INC-1/);
  });
});

describe('a ticket of a group that works in confidence', () => {
  const quiet = openRoom({ ...house, directory: discreet });
  /** INC-1 of Emma's and INC-2 of Olga's, which went there. */
  async function confidential(): Promise<Room> {
    const desk = await quiet();
    await opened(desk, 2);
    await desk.handlers.watch({ do: 'watch', ticket: 'INC-1', person: 'security' }, as('agent'));
    await desk.handlers.move({ do: 'move', ticket: 'INC-2', group: 'network', note: 'Quietly' }, as('agent2'));
    return desk;
  }
  const merged = (desk: Room, ticket: string, into: string) =>
    answer(desk.handlers.merge({ do: 'merge', ticket, into }, as('agent2')));

  it('takes in no ticket of a person who may not read it', async () => {
    const desk = await confidential();
    expect(await merged(desk, 'INC-1', 'INC-2')).toMatch(/INC-2 is confidential, and the requester of INC-1 cannot/);
    expect((await ticketOf(desk, 'INC-1')).state).toBe('new');
  });

  it('takes in another one of the same person, without those who followed that', async () => {
    const desk = await confidential();
    await desk.model.updateOne({ _id: 'INC-1' }, { $set: { requester: { id: 'owner', name: 'Olga Petrova' } } });
    expect(await merged(desk, 'INC-1', 'INC-2')).toMatch(/part of INC-2/);
    const into = await ticketOf(desk, 'INC-2');
    expect(into.followers).toEqual([]);
    expect(into.history.find(({ what }) => what === 'withheld')?.owed).toEqual(['person:security']);
  });

  it('is not told what was merged into it before by people who may not read it now: they open one that follows', async () => {
    const desk = await quiet();
    await opened(desk, 2);
    expect(await merged(desk, 'INC-1', 'INC-2')).toMatch(/part of INC-2/);
    await desk.handlers.move({ do: 'move', ticket: 'INC-2', group: 'network', note: 'Quietly' }, as('agent2'));
    expect((await ticketOf(desk, 'INC-2')).followers).toEqual([]);
    const card = await shown(
      desk.handlers.comment({ do: 'comment', ticket: 'INC-1', words: 'And mine?' }, as('employee')),
    );
    expect(textOf(card.parts)).toMatch(/\[Open a follow-up\]/);
    expect((await ticketOf(desk, 'INC-2')).history.some(({ what }) => what === 'commented')).toBe(false);
  });
});
