/** An agent's lists over 1,000 and over 100,000 tickets in the store (20,000 with `--quick`): what was quick on the first day stays quick. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Connection } from 'mongoose';
import type { Context } from '../src/context.js';
import type { Command } from '../src/language/command.js';
import type { Clocks } from '../src/sla/sla.js';
import { connectStore } from '../src/store/connect.js';
import { open } from '../src/tickets/opening.js';
import { createTicketQueries } from '../src/tickets/tickets.store.js';
import { termsOf } from '../src/tickets/queue/terms.js';
import { wording } from '../src/language/wording.js';
import { complaint } from './company.js';
import { goal, note } from './table.js';
import { openTicketRoom } from './ticket-room.js';

const FEW = 1_000;
/** So many are open at a time, however long the desk has been at work. */
const OPEN = 250;
const PEOPLE = 2_000;
const BATCH = 1_000;
const MINUTE = 60_000;
/** The large store may take this many times as long. */
const MOST = 2;

/** The tickets go into MongoDB, when MONGODB_URI says so, or into an embedded store in `dir`. */
export async function compareLists(dir: string, most: number, rounds: number): Promise<void> {
  const uri = process.env['MONGODB_URI'];
  const store = await connectStore({ dataDir: dir, ...(uri ? { uri } : {}) });
  try {
    const few = await furnish(store.connection.useDb('bench-few'), FEW);
    const started = performance.now();
    const many = await furnish(store.connection.useDb('bench-many'), most);
    const seconds = (performance.now() - started) / 1000;
    note(
      `Tickets: ${most.toLocaleString('en')} put into the store`,
      `${seconds.toFixed(0)} s, ${(most / seconds).toFixed(0)}/s`,
    );
    const find = (words: string): Command => ({ do: 'find', words });
    const questions: [string, (turn: number) => [Command, string]][] = [
      ['queue', () => [{ do: 'queue' }, 'agent']],
      ['find a frequent word', () => [find('printer'), 'agent']],
      ['find a rare word', () => [find('quokka'), 'agent']],
      ['find a frequent and a rare word', () => [find('printer quokka'), 'agent']],
      ['find two Chinese characters', () => [find('断开'), 'agent']],
      ['find by state and person', () => [find('state:closed person:agent2'), 'agent']],
      ['mine', () => [{ do: 'list-mine' }, 'agent']],
      ['claim', (turn) => [{ do: 'claim', ticket: `INC-${turn + 1}` }, 'agent']],
    ];
    for (const [what, command] of questions) {
      const times: Record<'few' | 'many', number[]> = { few: [], many: [] };
      for (let turn = -5; turn < rounds; turn++)
        for (const [name, desk] of [['few', few] as const, ['many', many] as const]) {
          const [asked, who] = command(turn + 5);
          const began = performance.now();
          await desk.perform(asked, who);
          if (turn >= 0) times[name].push(performance.now() - began);
        }
      const told = (values: number[]) => `p50 ${at(values, 0.5).toFixed(1)}, p95 ${at(values, 0.95).toFixed(1)} ms`;
      const ratio = at(times.many, 0.95) / at(times.few, 0.95);
      goal(
        `Tickets: ${what}`,
        `${told(times.many)} against ${told(times.few)}: ${ratio.toFixed(2)}×`,
        `≤ ${MOST}×`,
        ratio <= MOST,
      );
    }
  } finally {
    await store.connection.useDb('bench-few').dropDatabase();
    await store.connection.useDb('bench-many').dropDatabase();
    await store.close();
  }
}

/** So many are open in one group: more than any desk should have. */
const QUEUED = 20_000;
const SOLVED = 500;
const FORECAST_MS = 300;
/** Others wait for so long at most while a forecast is made. */
const HELD_MS = 20;

/** What a lead waits for who asks how likely the tickets of a very long queue are to be late, and what others wait for meanwhile. */
export async function measureForecast(dir: string, rounds: number): Promise<void> {
  const uri = process.env['MONGODB_URI'];
  const store = await connectStore({ dataDir: dir, ...(uri ? { uri } : {}) });
  try {
    const desk = await furnish(store.connection.useDb('bench-queue'), QUEUED + SOLVED, QUEUED);
    const times: number[] = [];
    const reads: number[] = [];
    const held: number[] = [];
    for (let turn = -1; turn < rounds; turn++) {
      const delays = monitorEventLoopDelay({ resolution: 1 });
      delays.enable();
      const began = performance.now();
      await desk.perform({ do: 'forecast' }, 'lead');
      const ended = performance.now();
      delays.disable();
      await desk.readQueue();
      if (turn < 0) continue;
      times.push(ended - began);
      reads.push(performance.now() - ended);
      held.push(delays.max / 1e6);
    }
    const [time, read, hold] = [at(times, 0.5), at(reads, 0.5), at(held, 0.5)];
    const what = `Tickets: forecast of ${QUEUED.toLocaleString('en')} open`;
    const own = time - read;
    goal(
      what,
      `${own.toFixed(0)} ms, beside ${read.toFixed(0)} ms in which the store reads them`,
      `≤ ${FORECAST_MS} ms`,
      own <= FORECAST_MS,
    );
    goal(`${what}: the longest that others wait`, `${hold.toFixed(0)} ms`, `≤ ${HELD_MS} ms`, hold <= HELD_MS);
  } finally {
    await store.connection.useDb('bench-queue').dropDatabase();
    await store.close();
  }
}

const at = (values: number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

/** Each took longer than the one before, up to a day. */
const solvedAt = (clocks: Clocks, opened: Date, n: number): Clocks => ({
  ...clocks,
  started: opened,
  resolution: { ...clocks.resolution, met: new Date(opened.getTime() + (n % 1440) * MINUTE) },
});

/** The ticket room with so many tickets, the newest of which are open and unclaimed. */
async function furnish(connection: Connection, count: number, queued = OPEN) {
  const { directory, house, model, tickets } = openTicketRoom(connection, () => new Date());

  const now = new Date();
  const by = { actor: directory.person('employee')!, now };
  const group = directory.group('it')!;
  const made = open({ title: 'x', impact: 'low', urgency: 'medium' }, by, house, group, 'bench');
  const ticket = (n: number) => {
    const title = n % 9_000 === 700 ? `The quokka on the printer ${n}` : complaint(n);
    const requester = { id: `person${(n * 7) % PEOPLE}`, name: 'Somebody' };
    const opened = new Date(now.getTime() - n * MINUTE);
    const isOpen = n < queued;
    const { due: _, rank, ...own } = made.own;
    return {
      ...own,
      _id: `INC-${n + 1}`,
      version: 1,
      origin: `bench:${n}`,
      history: made.events.map((event) => ({ ...event, id: `e${n}`, at: opened, by: requester.id, owed: [] })),
      unreachable: [],
      title,
      details: `${title}. It began this morning, and a restart did not help.`,
      terms: termsOf(`${title} It began this morning and a restart did not help`),
      requester,
      opened,
      ...(isOpen
        ? { rank: `${rank?.slice(0, 2)}${opened.toISOString()}` }
        : {
            state: 'closed',
            assignee: { id: n % 2 === 0 ? 'agent' : 'agent2', name: 'An agent', since: opened },
            clocks: solvedAt(own.clocks, opened, n),
          }),
    };
  };
  for (let first = 0; first < count; first += BATCH)
    await model.collection.insertMany(Array.from({ length: BATCH }, (__, index) => ticket(first + index)) as never[]);
  await model.createIndexes();

  let deliveries = 0;
  const queries = createTicketQueries(model);
  return {
    async readQueue(): Promise<void> {
      for await (const _ of queries.queued('it'));
    },
    async perform(command: Command, who: string) {
      const act: Context = {
        actor: directory.person(who)!,
        by: who,
        now: new Date(),
        origin: `bench-${(deliveries += 1)}`,
        viewer: { lang: 'en', zone: 'Europe/Berlin' },
        say: wording.en,
        place: { platform: 'slack', private: true },
      };
      if (command.do === 'list-mine') return tickets.mine(act);
      const handlers = tickets.handlers as unknown as Record<
        string,
        (command: Command, act: Context) => Promise<unknown>
      >;
      return handlers[command.do]!(command, act);
    },
  };
}
