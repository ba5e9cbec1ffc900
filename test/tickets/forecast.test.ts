/** What leads see of tickets that may become late, over a real store. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { calculateObjectSize } from 'bson';
import type { CommandSucceededEvent } from 'mongodb';
import { wording } from '../../src/language/wording.js';
import type { Ticket } from '../../src/tickets/ticket.js';
import { at, MONDAY, newTicket } from './people.js';
import { as, openRoom, shown, textOf, time, vpn, type Room } from './room.js';

const room = openRoom();
const HOUR = 3_600_000;

/** So many solved tickets, each of which took longer than the one before. */
async function history(desk: Room, count: number): Promise<void> {
  const opened = new Date('2026-11-02T09:00+01:00');
  const endOf = (hours: number) => new Date(opened.getTime() + (Math.floor(hours / 4) * 24 + (hours % 4)) * HOUR);
  const tickets = Array.from(Array(count).keys(), (index): Ticket => {
    const ticket = newTicket(opened);
    const met = endOf(index + 1);
    const { rank: _, due: __, ...ended } = ticket;
    return {
      ...ended,
      _id: `INC-${1000 + index}`,
      origin: `past-${index}`,
      state: 'closed',
      clocks: { ...ticket.clocks, resolution: { ...ticket.clocks.resolution, met } },
    };
  });
  await desk.model.insertMany(tickets);
}
const open = (desk: Room) => desk.handlers['open-ticket'](vpn, as('employee'));
const outlook = async (desk: Room, who = 'lead') =>
  textOf((await shown(desk.handlers.forecast({ do: 'forecast' }, as(who)))).parts);
const why = async (desk: Room, who: string) =>
  textOf((await shown(desk.handlers.why({ do: 'why', ticket: 'INC-1' }, as(who)))).parts);

it('says with its reasons how likely a ticket is to be late, to those who work on it', async () => {
  const desk = await room();
  await history(desk, 40);
  await open(desk);
  expect(await why(desk, 'agent')).toMatch(
    /Outlook: \d+ % risk of being late: \d+ of \d+ earlier tickets of this priority that were open this long became late\. 24 h of working time left, 0 ahead/,
  );
  expect(await why(desk, 'employee')).not.toContain('Outlook');
});

it('names in the morning those likeliest to be late, or one that says why nothing is known', async () => {
  const desk = await room();
  const morning = async () => {
    const { foreseen, score } = await desk.forecasts.outlook('it', time.now);
    return {
      ids: foreseen.map(({ ticket }) => ticket._id),
      known: foreseen.map(({ forecast }) => forecast.known),
      score,
    };
  };
  expect((await morning()).ids).toEqual([]);
  for (let count = 0; count < 7; count++) await open(desk);
  expect(await morning()).toMatchObject({ known: [false], score: { count: 0 } });
  await history(desk, 40);
  const { ids, known } = await morning();
  expect(known).toEqual(Array(5).fill(true));
  expect(new Set(ids).size).toBe(5);
});

describe('what is read of the store', () => {
  async function bytesOf(desk: Room, act: () => Promise<unknown>): Promise<number> {
    const client = desk.model.db.getClient();
    let bytes = 0;
    const hear = ({ reply }: CommandSucceededEvent) => void (bytes += calculateObjectSize(reply as object));
    client.on('commandSucceeded', hear);
    await act();
    client.off('commandSucceeded', hear);
    return bytes;
  }
  const ask = (desk: Room) => desk.handlers.why({ do: 'why', ticket: 'INC-1' }, as('agent'));

  it('is little for each question, however many were solved: what they foretell is kept for some minutes', async () => {
    const desk = await room();
    await history(desk, 600);
    await open(desk);
    expect(await bytesOf(desk, () => ask(desk))).toBeLessThan(150_000);
    expect(await bytesOf(desk, () => ask(desk))).toBeLessThan(50_000);
    expect(await why(desk, 'agent')).toMatch(/Outlook: \d+ %/);
  });

  it('is what happened lately, after those minutes', async () => {
    const desk = await room();
    await history(desk, 40);
    await open(desk);
    const before = await why(desk, 'agent');
    await desk.model.deleteMany({ _id: { $gte: 'INC-1010' } });
    expect(await why(desk, 'agent')).toBe(before);
    time.now = new Date(time.now.getTime() + 5 * 60_000);
    expect(await why(desk, 'agent')).toContain('Outlook: unknown');
  });

  it('lets others be answered meanwhile', async () => {
    const desk = await room();
    await history(desk, 40);
    await open(desk);
    const { _id: _, origin: __, ...ticket } = (await desk.model.collection.findOne({ _id: 'INC-1' as never }))!;
    const others = Array.from({ length: 3000 }, (___, index) => ({
      ...ticket,
      _id: `INC-${index + 5000}`,
      origin: `${index}`,
    }));
    await desk.model.collection.insertMany(others as never);
    const delays = monitorEventLoopDelay({ resolution: 1 });
    delays.enable();
    expect(await outlook(desk)).toMatch(/% risk of being late/);
    delays.disable();
    // Each delay that was measured is a moment in which somebody else could have been answered.
    expect(delays.count).toBeGreaterThan(10);
  });
});

it('says so where there is too little history', async () => {
  const desk = await room();
  await history(desk, 12);
  await open(desk);
  expect(await why(desk, 'agent')).toContain(
    'Outlook: unknown: the group has 12 resolved tickets, and the forecast needs 30',
  );
  expect(await outlook(desk)).toContain('One open ticket has no forecast');
});

it('is kept once a day, scored when the ticket has ended, and the lead sees how good it was', async () => {
  const desk = await room();
  await history(desk, 40);
  await open(desk);
  const sweep = () => desk.sweeps.find(({ name }) => name === 'forecast')!.run(time.now);
  await sweep();
  expect(await sweep()).toBe(0);
  expect(await outlook(desk)).toContain('No forecast has been scored yet');
  await desk.handlers.resolve({ do: 'resolve', ticket: 'INC-1', summary: 'New certificate.' }, as('agent'));
  await sweep();
  expect(await outlook(desk)).toMatch(/Brier score 0\.\d\d over 1 \(0 is perfect/);
  const before = await outlook(desk);
  await sweep();
  expect(await outlook(desk)).toBe(before);
});

it('counts a ticket that is late as late, though it is still open, and one that was no request not at all', async () => {
  const desk = await room();
  await history(desk, 40);
  await open(desk);
  await open(desk);
  const sweep = () => desk.sweeps.find(({ name }) => name === 'forecast')!.run(time.now);
  await sweep();
  await desk.handlers.dismiss({ do: 'dismiss', ticket: 'INC-2' }, as('agent'));
  time.now = at('fri', '09:00');
  await sweep();
  expect(await outlook(desk)).toMatch(
    /over 1 \(0 is perfect; always forecasting the usual share would have scored 0\.00/,
  );
});

it('is for the lead of a group', async () => {
  const desk = await room();
  expect(time.now).toEqual(MONDAY);
  await expect(outlook(desk, 'agent')).rejects.toMatchObject({
    why: expect.any(Function) as unknown,
  });
  const card = await shown(desk.handlers.forecast({ do: 'forecast', group: 'network' }, as('lead')));
  expect(card.title).toBe(wording.en.forecast.title({ en: 'Network team', zh: '' }));
});
