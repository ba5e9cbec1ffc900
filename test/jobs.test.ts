/** Jobs when the machine's clock is set back, while they run or between two starts. */
import mongoose, { type Connection } from 'mongoose';
import { pino } from 'pino';
import { createListener, silenceOf } from '../src/heartbeat/heartbeat.js';
import { createJobs, type Jobs } from '../src/jobs.js';
import { ownDatabase } from './kit/company.js';
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
  let jobs: Jobs;
  let ran = 0;
  beforeEach(async () => {
    connection = await mongoose.createConnection(ownDatabase()).asPromise();
    ran = 0;
    jobs = createJobs({
      connection,
      sweeps: [{ name: 'sla', seconds: 1, run: async () => (ran += 1) && 0 }],
      everywhere: [],
      clock: { now: () => new Date() },
      log: pino({ level: 'silent' }),
      ran: () => {},
    });
  });
  afterEach(async () => {
    await jobs.stop();
    await connection.dropDatabase();
    await connection.close();
  });
  const book = () => connection.collection('jobs');

  test.each([
    ['that was to run in 30 days', { nextRunAt: new Date(Date.now() + 30 * DAY) }],
    ['that is held until then', { lockedAt: new Date(Date.now() + 30 * DAY), nextRunAt: new Date() }],
  ])('a sweep %s, since the clock was ahead, runs as soon as a process starts', async (_, left) => {
    await jobs.start();
    await until(() => ran > 0, 'it ran once');
    await jobs.stop();
    await book().updateOne({ name: 'sla' }, { $set: left });
    const again = createJobs({
      connection,
      sweeps: [{ name: 'sla', seconds: 1, run: async () => (ran += 1) && 0 }],
      everywhere: [],
      clock: { now: () => new Date() },
      log: pino({ level: 'silent' }),
      ran: () => {},
    });
    const before = ran;
    await again.start();
    await until(() => ran > before, 'it runs again');
    await again.stop();
  });

  test('a sweep that ended in the future proves nothing', async () => {
    await book().insertOne({ name: 'sla', lastFinishedAt: new Date(Date.now() + DAY) });
    expect(await jobs.alive(120)).toBe(false);
    await book().updateOne({ name: 'sla' }, { $set: { lastFinishedAt: new Date(Date.now() - 60_000) } });
    expect(await jobs.alive(120)).toBe(true);
  });
});
