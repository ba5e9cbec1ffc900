/** Sweeps that have fallen silent are told to the administrators by whoever still lives, once, and so is their return. */
import mongoose, { type Connection } from 'mongoose';
import { pino } from 'pino';
import { heartbeatCard } from '../../src/heartbeat/heartbeat.cards.js';
import { createHeartbeat } from '../../src/heartbeat/heartbeat.handlers.js';
import { silenceOf } from '../../src/heartbeat/heartbeat.js';
import { openHeartbeat } from '../../src/heartbeat/heartbeat.store.js';
import { createLedger } from '../../src/ledger.js';
import { createJobs } from '../../src/jobs.js';
import { openSideCollections } from '../../src/store/side-collections.js';
import { wording } from '../../src/language/wording.js';
import { ownDatabase } from '../kit/company.js';
import { amongOthers } from '../kit/processes.js';
import { until } from '../kit/until.js';
import { directory } from '../tickets/people.js';
import { textOf } from '../tickets/room.js';

const HOUR = 3_600_000;
const TIME = new Date('2026-11-23T09:00:00Z');
const ago = (seconds: number) => new Date(TIME.getTime() - seconds * 1000);

test.each([
  ['just now', 15, 1, undefined],
  ['as long ago as a busy sweep may take', 15, 150, undefined],
  ['too long ago', 15, 151, ['sla']],
  ['an hour ago, which is a turn of a slow one', 3600, 3600, undefined],
  ['two turns of a slow one ago and more', 3600, 7321, ['sla']],
])('a sweep that ended well %s', (_, seconds, age, silent) => {
  expect(silenceOf([{ sweep: 'sla', seconds, last: ago(age) }], TIME)?.sweeps).toEqual(silent);
});

test('a silence of several sweeps began with the first', () => {
  const beats = [200, 500, 3].map((age, index) => ({ sweep: `sweep-${index}`, seconds: 5, last: ago(age) }));
  expect(silenceOf(beats, TIME)).toEqual({ since: ago(500), sweeps: ['sweep-0', 'sweep-1'] });
});

let connection: Connection;
const running: { stop(): Promise<void> }[] = [];
let number = 0;
/** The machine's time, which these tests move on. */
let later = 0;
const time = () => new Date(Date.now() + later);

beforeAll(async () => {
  connection = await mongoose.createConnection(ownDatabase()).asPromise();
});
beforeEach(async () => {
  // Processes that a test starts have been up for an hour.
  later = -HOUR;
  await connection.dropDatabase();
  await openHeartbeat(connection).createIndexes();
});
afterEach(async () => {
  for (const jobs of running.splice(0)) await jobs.stop();
});
afterAll(async () => {
  await connection.dropDatabase();
  await connection.close();
});

/** One process of several over the same store, whose sweep does this. */
function startProcess(sweep: () => Promise<number>) {
  const processes = amongOthers(openSideCollections(connection));
  const jobs = createJobs({
    connection,
    processes,
    sweeps: [{ name: 'sla', seconds: 1, run: sweep }],
    everywhere: [],
    clock: { now: time },
    log: pino({ level: 'silent' }),
    ran: () => {},
  });
  running.push(jobs);
  const model = openHeartbeat(connection);
  const ledger = createLedger('BEAT', model, { saved: () => {}, nextNumber: async () => (number += 1) });
  const { everywhere } = createHeartbeat({
    ledger,
    directory,
    beats: jobs.beats,
    time,
    elapsed: () => time().getTime(),
  });
  return {
    jobs,
    watch: () => everywhere[0]!.run(time()),
    async start() {
      await processes.start();
      running.push({ stop: () => processes.stop() });
      await jobs.start();
    },
    /** Ends in order, and has told the others what it did. */
    async stop() {
      await jobs.stop();
      await processes.stop();
    },
  };
}

/** What was told to whom. */
async function told(): Promise<string[]> {
  const records = await openHeartbeat(connection).find().lean();
  expect(records.length).toBeLessThanOrEqual(1);
  return records.flatMap(({ history }) => history.map(({ what, owed }) => `${what} → ${owed.join()}`));
}
const well = async () => 0;
const fails = () => Promise.reject(new Error('the store is out of order'));
const lastOf = async ({ jobs }: ReturnType<typeof startProcess>) => (await jobs.beats())[0]?.last ?? new Date(0);

test('when the process that swept is gone, another tells the administrators, once, and once that sweeps run again', async () => {
  const [sweeper, one, other] = [startProcess(well), startProcess(well), startProcess(well)];
  await sweeper.start();
  await until(() => sweeper.jobs.heartbeat() !== undefined, 'the sweep ran');
  await sweeper.stop();
  later = 0;
  await Promise.all([one.watch(), other.watch()]);
  expect(await told()).toEqual([]);

  later = 600_000;
  await Promise.all([one.watch(), other.watch(), one.watch()]);
  await other.watch();
  expect(await told()).toEqual(['silent → person:admin']);

  later = 0;
  const silent = await lastOf(one);
  await one.start();
  await until(async () => (await lastOf(one)) > silent, 'another process sweeps');
  await Promise.all([one.watch(), other.watch()]);
  await other.watch();
  expect(await told()).toEqual(['silent → person:admin', 'recovered → person:admin']);
});

test('a sweep that fails again and again is silent, and its own process tells', async () => {
  const sweeper = startProcess(fails);
  await sweeper.start();
  later = 0;
  await sweeper.watch();
  expect(await told()).toEqual([]);
  later = 600_000;
  await sweeper.watch();
  expect(await told()).toEqual(['silent → person:admin']);
});

test('a desk that was down as a whole has its time to begin', async () => {
  const before = startProcess(well);
  await before.start();
  await until(() => before.jobs.heartbeat() !== undefined, 'the sweep ran');
  await before.stop();
  later = 8 * HOUR;
  await startProcess(well).watch();
  expect(await told()).toEqual([]);
});

test('the administrators read in their language what is silent since when', async () => {
  const { watch } = startProcess(well);
  await connection
    .collection('processes')
    .insertOne({ _id: 'gone' as never, seen: TIME, ended: true, beats: { sla: TIME } });
  later = HOUR;
  await watch();
  const [record] = await openHeartbeat(connection).find().lean();
  const event = record!.history[0]!;
  const card = heartbeatCard(event, { lang: 'en', zone: 'Europe/Berlin' }, wording.en);
  expect(card.title).toBe('The desk’s background jobs have stopped');
  expect(textOf(card.parts)).toMatch(/Since .*10:00.*, these jobs have not completed: sla\./);
  const chinese = heartbeatCard(event, { lang: 'zh', zone: 'Asia/Shanghai' }, wording.zh);
  expect(textOf(chinese.parts)).toMatch(/这些后台任务没有正常完成：sla。/);
});
