/** Sweeps and jobs of several processes over one store, and when the machine's clock is set back. */
import mongoose, { type Connection } from 'mongoose';
import { pino } from 'pino';
import type { Sweep } from '../src/context.js';
import { createListener, silenceOf } from '../src/heartbeat/heartbeat.js';
import { createJobs } from '../src/jobs.js';
import { openSideCollections } from '../src/store/side-collections.js';
import { ownDatabase } from './kit/company.js';
import { amongOthers } from './kit/processes.js';
import { until } from './kit/until.js';

const DAY = 86_400_000;

test('sweeps are silent when no beat comes for two minutes of the process’s own time, whatever date the last one has', () => {
  let elapsed = 0;
  const listen = createListener(() => elapsed);
  const time = new Date('2026-11-23T09:00:00Z');
  const beat = { sweep: 'sla', seconds: 15, last: new Date(time.getTime() + DAY) };
  expect(silenceOf(listen([beat], time), time)).toBeUndefined();
  elapsed = 149_000;
  expect(silenceOf(listen([beat], time), time)).toBeUndefined();
  elapsed = 151_000;
  expect(silenceOf(listen([beat], time), time)).toEqual({ since: new Date(time.getTime() - 151_000), sweeps: ['sla'] });
  expect(silenceOf(listen([{ ...beat, last: time }], time), time)).toBeUndefined();
});

describe('over a store', () => {
  let connection: Connection;
  const running: { stop(): Promise<void> }[] = [];
  const ran: string[] = [];
  beforeEach(async () => {
    connection = await mongoose.createConnection(ownDatabase()).asPromise();
    ran.length = 0;
  });
  afterEach(async () => {
    for (const each of running.splice(0).toReversed()) await each.stop();
    await connection.dropDatabase();
    await connection.close();
  });
  const book = () => connection.collection('jobs');
  const rows = () => book().find().sort({ name: 1 }).toArray();

  const count = (name: string, more: Partial<Sweep> = {}): Sweep => ({
    name,
    seconds: 1,
    run: async () => ran.push(name) && 0,
    ...more,
  });

  async function start(sweeps: readonly Sweep[]) {
    const processes = amongOthers(openSideCollections(connection));
    const jobs = createJobs({
      connection,
      processes,
      sweeps,
      everywhere: [],
      clock: { now: () => new Date() },
      log: pino({ level: 'silent' }),
      ran: () => {},
    });
    await processes.start();
    running.push(processes);
    await jobs.start();
    running.push(jobs);
    return { jobs, processes };
  }

  test('six processes that start at once on an empty database make one row of each job, and one of them sweeps', async () => {
    const desks = await Promise.all(
      Array.from({ length: 6 }, () => start([count('sla'), count('training', { long: true, seconds: 3600 })])),
    );
    expect((await rows()).map(({ name }) => name as string)).toEqual(['sweeps', 'training']);
    await until(() => ran.includes('sla') && ran.includes('training'), 'they run');
    for (const { processes } of desks) await until(() => processes.others().length === 5, 'they know each other');
    expect(desks.filter(({ processes }) => processes.isFirst())).toHaveLength(1);
  });

  test('rows that an earlier release made twice become one, and another start resets nothing in it', async () => {
    await book().insertMany([{ name: 'sweeps' }, { name: 'sweeps' }, { name: 'sla' }] as never);
    await start([count('sla')]);
    await until(() => ran.length > 0, 'it runs');
    const held = { lockedAt: new Date(), failCount: 3, lastRunAt: new Date() };
    await book().updateOne({ name: 'sweeps' }, { $set: held });
    await start([count('sla')]);
    const [row, ...others] = (await rows()).filter(({ name }) => name === 'sweeps');
    expect([row, others]).toMatchObject([{ failCount: 3, lockedAt: expect.any(Date) as Date }, []]);
  });

  test('a long job that is under way is begun by nobody else, however long it takes', async () => {
    let end!: () => void;
    const ended = new Promise<void>((resolve) => (end = resolve));
    const training = count('training', {
      long: true,
      async run() {
        ran.push('training');
        await ended;
        return 0;
      },
    });
    await start([training]);
    await until(() => ran.length === 1, 'it begins');
    // As long after as the desk locks its short ones.
    await book().updateOne({ name: 'training' }, { $set: { lockedAt: new Date(Date.now() - 600_000) } });
    await start([training]);
    end();
    await until(
      async () => (await book().findOne({ name: 'training', lastFinishedAt: { $ne: null } })) !== null,
      'it ends',
    );
    expect(ran).toEqual(['training']);
  });

  test.each([
    ['that was to run in 30 days', { nextRunAt: new Date(Date.now() + 30 * DAY) }],
    ['that is held until then', { lockedAt: new Date(Date.now() + 30 * DAY), nextRunAt: new Date() }],
  ])('a job %s, since the clock was ahead, runs as soon as a process starts', async (_, left) => {
    const long = count('training', { long: true, seconds: 3600 });
    await start([long]);
    await until(
      async () => (await book().findOne({ name: 'training', lastFinishedAt: { $ne: null } })) !== null,
      'it ran',
    );
    for (const each of running.splice(0).toReversed()) await each.stop();
    await book().updateOne({ name: 'training' }, { $set: left });
    await start([long]);
    await until(() => ran.length > 1, 'it runs again');
  });

  test('a sweep that ended in the future proves nothing', async () => {
    const { jobs } = await start([]);
    const other = connection.collection('processes');
    const ended = (at: number) =>
      other.updateOne(
        { _id: 'other' as never },
        { $set: { seen: new Date(), started: new Date(), beats: { sla: new Date(at) } } },
        { upsert: true },
      );
    await ended(Date.now() + DAY);
    expect(await jobs.alive(120)).toBe(false);
    await ended(Date.now() - 60_000);
    expect(await jobs.alive(120)).toBe(true);
  });
});
