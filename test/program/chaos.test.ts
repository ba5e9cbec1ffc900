/** The sweep of the ladders while its process is killed again and again: each step is taken once, everybody is told. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { connectStore } from '../../src/store/connect.js';
import { openBatches, type SavedBatch } from '../../src/tickets/reminders/batches.store.js';
import { openTickets } from '../../src/tickets/tickets.store.js';
import { eventsOf, type Ticket } from '../../src/tickets/ticket.js';
import { at, inProgress } from '../tickets/people.js';
import { randomFrom } from '../kit/random.js';

/** `npm run soak` kills more often, among more. */
const [TICKETS, KILLS] = process.env['SOAK'] ? [500, 30] : [200, 6];
const seed = Number(process.env['CHAOS_SEED'] ?? Date.now() % 1_000_000);
/** When steps fall due: of what was jumped over the highest is taken, and all whom it concerns are told. */
const MOMENTS: { now: Date; step: number; told: string[] }[] = [
  { now: at('wed', '11:00'), step: 75, told: ['agent'] },
  { now: at('wed', '15:06'), step: 90, told: ['agent2', 'lead'] },
  { now: at('thu', '15:30'), step: 125, told: ['manager', 'owner'] },
];

let dir: string;
let child: ChildProcess | undefined;
const worker = join(process.env['DESKHAND_TEST_STORE_DIR']!, 'store-worker.js');
beforeAll(async () => {
  // Under node_modules, so that the bundle finds lmdb.
  dir = await mkdtemp(resolve('node_modules/.cache/chaos-'));
  await build({
    entryPoints: [resolve('test/program/sweeper.ts')],
    outfile: join(dir, 'sweeper.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['lmdb'],
    banner: { js: "import { createRequire as _cr } from 'node:module'; const require = _cr(import.meta.url);" },
    logLevel: 'warning',
  });
});
afterAll(async () => {
  child?.kill('SIGKILL');
  await rm(dir, { recursive: true, force: true });
});

async function withStore<T>(work: (store: Awaited<ReturnType<typeof connectStore>>) => Promise<T>): Promise<T> {
  const store = await connectStore({ dataDir: join(dir, 'data'), workerUrl: pathToFileURL(worker) });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Open tickets that Alex works on, of which everybody has heard. */
const fill = () =>
  withStore(async ({ connection }) => {
    const model = openTickets(connection);
    await Promise.all([model.createIndexes(), openBatches(connection).createIndexes()]);
    const ticket = inProgress();
    const history = ticket.history.map((event) => ({ ...event, owed: [] }));
    const each = (_: unknown, index: number) => ({ ...ticket, history, _id: `INC-${index + 1}`, origin: `${index}` });
    await model.collection.insertMany(Array.from({ length: TICKETS }, each) as never);
  });

/** The sweeper hears so long after a card was written that it was, in milliseconds: until then it can be told of in vain. */
const HEARD_MS = 20;

type Kill = { on: 'sweeping' | 'telling'; after: number };

/** Sweeps until all is done, or until it is killed so many milliseconds after it said that. */
async function sweep(now: Date, kill?: Kill): Promise<'done' | 'killed'> {
  const args = [join(dir, 'sweeper.mjs'), join(dir, 'data'), worker, join(dir, 'posts'), now.toISOString()];
  const sweeper = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  child = sweeper;
  let said = '';
  sweeper.stderr.on('data', (data: Buffer) => (said += data.toString()));
  sweeper.stdout.on('data', (data: Buffer) => {
    if (kill && data.toString().includes(kill.on)) setTimeout(() => sweeper.kill('SIGKILL'), kill.after);
  });
  const how = await new Promise((ended) => sweeper.once('close', (code, signal) => ended(signal ?? code)));
  if (how === 'SIGKILL') return 'killed';
  expect([how, said]).toEqual([0, '']);
  return 'done';
}

const read = () =>
  withStore(async ({ connection }) => ({
    tickets: await openTickets(connection).find().lean<Ticket[]>(),
    batches: await openBatches(connection).find().lean<SavedBatch[]>(),
  }));

test(`killed ${KILLS} times among ${TICKETS} due tickets, each step is taken once and told (CHAOS_SEED=${seed})`, async () => {
  const random = randomFrom(seed);
  await fill();
  let kills = 0;
  for (const [index, { now }] of MOMENTS.entries()) {
    const share = Math.round((KILLS * (index + 1)) / MOMENTS.length);
    const next = (): Kill | undefined => {
      if (kills >= share) return undefined;
      return kills === share - 1 || random.chance(0.3)
        ? { on: 'telling', after: random.below(HEARD_MS) }
        : // Soon enough that it leaves work to those that are killed after it.
          { on: 'sweeping', after: random.below(150) };
    };
    while ((await sweep(now, next())) === 'killed') kills += 1;
  }

  const { tickets, batches } = await read();
  expect(tickets).toHaveLength(TICKETS);
  for (const ticket of tickets) {
    const taken = eventsOf(ticket).flatMap((event) => (event.what === 'climbed' ? event.data.steps : []));
    expect([ticket._id, taken.map(({ at: share }) => share)]).toEqual([ticket._id, MOMENTS.map(({ step }) => step)]);
    const { steps } = ticket.clocks.resolution;
    expect([ticket._id, steps.filter((step) => !step.taken)]).toEqual([ticket._id, []]);
    const owed = ticket.history.flatMap((event) => event.owed.filter((to) => to.startsWith('reminder:')));
    expect([ticket._id, owed]).toEqual([ticket._id, []]);
  }

  const reminded = batches.flatMap(({ cards }) =>
    cards.flatMap(({ to, reminders }) => reminders.map(({ ticket, steps }) => `${to} ${ticket} ${steps[0]?.at}`)),
  );
  const due = MOMENTS.flatMap(({ step, told }) =>
    told.flatMap((to) => tickets.map(({ _id }) => `${to} ${_id} ${step}`)),
  );
  expect(reminded.toSorted()).toEqual(due.toSorted());
  expect(batches.flatMap(({ history }) => history.flatMap(({ owed }) => owed))).toEqual([]);

  const posts = (await readFile(join(dir, 'posts'), 'utf8')).trim().split('\n');
  const cards = posts.map((post) => (JSON.parse(post) as { to: string }).to);
  expect(cards.toSorted()).toEqual(batches.flatMap((batch) => batch.cards.map(({ to }) => to)).toSorted());
  expect(kills).toBeGreaterThan(KILLS / 2);
}, 300_000);
