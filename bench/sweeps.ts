/**
 * What the sweep of the ladders costs: with nothing due, with a thousand tickets due at once, and whether it matters how
 * many tickets are open. On the embedded store, and on the MongoDB that MONGODB_URI names.
 */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Connection } from 'mongoose';
import { connectStore } from '../src/store/connect.js';
import { open } from '../src/tickets/opening.js';
import type { Ticket } from '../src/tickets/ticket.js';
import { goal, note } from './table.js';
import { openTicketRoom } from './ticket-room.js';

const MONDAY = Date.parse('2026-11-23T09:00+01:00');
/** By then the first response of a ticket of Monday morning is at 75 %. */
const LATER = new Date('2026-11-23T13:05+01:00');
const DUE = 1000;
const BATCH = 2000;

/** The ticket room as the program has it, over a database of its own. */
async function openRoom(connection: Connection) {
  const { directory, house, model, batches, tickets } = openTicketRoom(connection, () => LATER);
  await Promise.all([model.createIndexes(), batches.createIndexes()]);
  let made = 0;

  /** Open tickets, as they are saved; those opened on Monday morning have a step due, the others do not for a year. */
  async function fill(count: number, due: boolean): Promise<void> {
    const actor = directory.person('employee')!;
    const asked = { title: 'VPN keeps dropping', impact: 'low', urgency: 'medium' } as const;
    const { own, events } = open(asked, { actor, now: new Date(MONDAY) }, house, directory.defaultGroup, 'bench');
    const history = events.map(({ what, data }) => ({
      id: 'e1',
      at: new Date(MONDAY),
      by: actor.id,
      what,
      data,
      owed: [],
    }));
    const next = { due: due ? own.due : { next: new Date(MONDAY + 366 * 86_400_000) } };
    for (let left = count; left > 0; left -= BATCH) {
      const batch = Array.from({ length: Math.min(left, BATCH) }, () => {
        const id = `INC-${(made += 1)}`;
        return { ...own, ...next, _id: id, origin: id, version: 1, history, unreachable: [] };
      });
      await model.collection.insertMany(batch as never);
    }
  }
  const [sweep] = tickets.sweeps;
  return { model, batches, fill, sweep: sweep! };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** The median of many idle sweeps, in milliseconds. */
async function idle(run: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 60; round++) times.push(await timed(run));
  return times.slice(10).toSorted((one, other) => one - other)[25]!;
}

/** Each ticket's step is recorded once, and its reminder told once: how many are not. */
async function astray({ model, batches }: Awaited<ReturnType<typeof openRoom>>): Promise<number> {
  const due = await model.find({ 'history.what': 'climbed' } as never).lean<Ticket[]>();
  const steps = due.map(({ history }) => history.filter(({ what }) => what === 'climbed').length);
  const told = new Map<string, number>();
  for (const { cards } of await batches.find().lean())
    for (const { to, reminders } of cards)
      for (const { ticket } of reminders) told.set(`${to} ${ticket}`, (told.get(`${to} ${ticket}`) ?? 0) + 1);
  const owed = due.flatMap(({ history }) => history.flatMap((event) => event.owed)).length;
  const wrong = [...steps, ...told.values()].filter((count) => count !== 1).length;
  return wrong + owed + Math.abs(due.length - DUE) + Math.abs(told.size - DUE);
}

async function measure(where: string, uri: string | undefined, dir: string, many: number): Promise<void> {
  const cost: { idle: number; due: number }[] = [];
  for (const count of [1000, many]) {
    const store = await connectStore({
      dataDir: join(dir, `sweeps-${count}`),
      ...(uri ? { uri, dbName: `bench-${randomUUID().slice(0, 8)}` } : {}),
    });
    const room = await openRoom(store.connection);
    await room.fill(count, false);
    const nothing = await idle(() => room.sweep.run(LATER));
    await room.fill(DUE, true);
    const due = await timed(() => room.sweep.run(LATER));
    const wrong = await astray(room);
    cost.push({ idle: nothing, due });
    const open = `${count.toLocaleString('en')} open tickets, ${where}`;
    goal(`A sweep with nothing due, ${open}`, `${nothing.toFixed(2)} ms`, '< 5 ms', nothing < 5);
    goal(
      `${DUE.toLocaleString('en')} due at once, ${open}`,
      `${(due / 1000).toFixed(2)} s, ${wrong} lost or twice`,
      '< 10 s, none',
      due < 10_000 && wrong === 0,
    );
    if (uri) await store.connection.dropDatabase();
    await store.close();
  }
  const [few, all] = cost as [(typeof cost)[0], (typeof cost)[0]];
  const ratio = all.idle / few.idle;
  goal(`Cost of a sweep, ${many.toLocaleString('en')} : 1,000 open, ${where}`, ratio.toFixed(2), '≤ 1.5', ratio <= 1.5);
  note(`… with ${DUE.toLocaleString('en')} due, ${where}`, (all.due / few.due).toFixed(2));
}

export async function sweeps(dir: string, many: number): Promise<void> {
  await measure('embedded', undefined, dir, many);
  const uri = process.env['MONGODB_URI'];
  if (uri) await measure('MongoDB', uri, dir, many);
}
