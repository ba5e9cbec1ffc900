import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { MongoBackend } from '@agendajs/mongo-backend';
import { Agenda } from 'agenda';
import { MongoClient } from 'mongodb';

const client = await MongoClient.connect(process.env.DESKHAND_TEST_MONGODB_URI ?? '');
const db = client.db(`agenda-${randomUUID()}`);
const running: Agenda[] = [];
const LOCK_MS = 2000;

/** A process's agenda over the common store; it looks for work every 50 ms. */
async function startAgenda(collection: string, lockLifetime = LOCK_MS): Promise<Agenda> {
  const agenda = new Agenda({
    backend: new MongoBackend({ mongo: db, collection }),
    processEvery: 50,
    // Agenda looks after a running job by a timer of half this time, which outlives the job.
    defaultLockLifetime: lockLifetime,
  });
  running.push(agenda);
  return agenda;
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await pause(10);
}

afterEach(async () => {
  for (const agenda of running.splice(0)) await agenda.stop();
});

afterAll(async () => {
  await db.dropDatabase();
  await client.close();
  // Agenda's timers outlive their jobs, and would keep the worker from ending.
  await pause(LOCK_MS / 2);
});

test('a repeating job runs again and again', async () => {
  let runs = 0;
  const agenda = await startAgenda('repeating');
  agenda.define('sweep', () => {
    runs++;
  });
  await agenda.start();
  await agenda.every('0.1 seconds', 'sweep');
  await until(() => runs >= 3);
  const [job, ...others] = await db.collection('repeating').find({ name: 'sweep' }).toArray();
  expect(others).toEqual([]);
  expect(job).toMatchObject({ repeatInterval: '0.1 seconds', type: 'single' });
});

test('two processes divide the work, each job being run once', async () => {
  const runs: string[] = [];
  const agendas = [await startAgenda('divided'), await startAgenda('divided')];
  for (const [i, agenda] of agendas.entries()) {
    // oxlint-disable-next-line typescript/no-misused-promises -- Agenda awaits it, its types hide that in a union
    agenda.define('deliver', async (job) => {
      await pause(5);
      runs.push(`${(job.attrs.data as { event: number }).event}`);
      ranBy.add(i);
    });
  }
  const ranBy = new Set<number>();
  await Promise.all(agendas.map((agenda) => agenda.start()));
  for (let event = 0; event < 40; event++) await agendas[0]?.now('deliver', { event });
  await until(() => runs.length >= 40);
  expect(runs.toSorted()).toEqual(Array.from({ length: 40 }, (_, event) => `${event}`).toSorted());
  expect(ranBy.size).toBe(2);
});

test('a job whose process died is taken up by another when its lock has expired', async () => {
  const dead = await startAgenda('abandoned');
  dead.define('revoke', () => {});
  await dead.start();
  await dead.stop();
  await dead.schedule(new Date(), 'revoke');
  await db.collection('abandoned').updateOne({ name: 'revoke' }, { $set: { lockedAt: new Date() } });

  let runs = 0;
  const other = await startAgenda('abandoned', 300);
  other.define('revoke', () => {
    runs++;
  });
  await other.start();
  await until(() => runs === 1);
  const job = await db.collection('abandoned').findOne({ name: 'revoke' });
  expect(job?.lastRunAt).toBeInstanceOf(Date);
});

test('the log and the lists of the queue answer', async () => {
  const agenda = await startAgenda('listed');
  agenda.define('report', () => {});
  await agenda.start();
  await agenda.schedule('in 1 hour', 'report', { team: 'network' });
  const { jobs, total } = await agenda.queryJobs({ search: 'REP', data: { team: 'network' } });
  expect(total).toBe(1);
  expect(jobs[0]).toMatchObject({ name: 'report', state: 'scheduled' });
  expect(await agenda.cancel({ name: 'report' })).toBe(1);
});
