/** The sweeps and their cadence, on Agenda over the desk's own store, so that several processes divide the work. */
import { MongoBackend } from '@agendajs/mongo-backend';
import { Agenda } from 'agenda';
import type { Connection } from 'mongoose';
import type { Logger } from 'pino';
import type { Sweep } from './act.js';
import type { Clock } from './clock.js';
import { describe } from './errors.js';

/** How often due jobs are looked for. */
const POLL_MS = 1000;
const JOBS = 'jobs';
/** The clocks of two machines may differ by so much. */
const MARGIN_SECONDS = 60;

/** What Agenda keeps of a job; a failure too counts as finished, and its count begins anew with the next success. */
type Job = { name: string; nextRunAt: Date; lastRunAt?: Date; lastFinishedAt?: Date; failCount?: number };

/** A sweep, its cadence, and when it last ended well in any process, as far as that shows. */
export type Beat = { sweep: string; seconds: number; last: Date };

export type Jobs = {
  start(): Promise<void>;
  /** Runs every sweep now, side by side as in service, until none finds anything to do: after a jump of the clock. */
  catchUp(): Promise<void>;
  /** Seconds since the last sweep ended well in this process; undefined before the first. */
  heartbeat(): number | undefined;
  /** Whether any process over this store has ended a sweep within so many seconds: they divide the work. */
  alive(seconds: number): Promise<boolean>;
  /** When each sweep last ended well in any process. */
  beats(): Promise<Beat[]>;
  /** Takes no new job and resolves when the running ones have ended. */
  stop(): Promise<void>;
};

/**
 * @param everywhere what each process does for itself, such as taking up what others have changed.
 * @param ran is told of every sweep: its name, how many records it moved, seconds taken.
 */
export function createJobs(deps: {
  connection: Connection;
  sweeps: readonly Sweep[];
  everywhere: readonly Sweep[];
  clock: Clock;
  log: Logger;
  ran(sweep: string, moved: number, seconds: number): void;
}): Jobs {
  const { sweeps, clock, log } = deps;
  let last: number | undefined;

  async function run(sweep: Sweep): Promise<number> {
    const started = performance.now();
    const moved = await sweep.run(clock.now());
    last = performance.now();
    deps.ran(sweep.name, moved, (last - started) / 1000);
    return moved;
  }

  /**
   * A clock that has stepped back leaves moments behind that are to come: jobs that wait for them, or are held until
   * then. None is further ahead than its cadence.
   */
  async function hurry(now: Date): Promise<number> {
    const ahead = (seconds: number) => new Date(now.getTime() + seconds * 1000);
    const { modifiedCount } = await deps.connection.collection(JOBS).bulkWrite(
      sweeps.flatMap(({ name, seconds }) => [
        {
          updateMany: {
            filter: { name, nextRunAt: { $gt: ahead(seconds + MARGIN_SECONDS) } },
            update: { $set: { nextRunAt: now } },
          },
        },
        {
          updateMany: {
            filter: { name, lockedAt: { $gt: ahead(MARGIN_SECONDS) } },
            update: { $set: { lockedAt: null } },
          },
        },
      ]),
      { ordered: false },
    );
    return modifiedCount;
  }
  const ownSweeps: readonly Sweep[] = [...deps.everywhere, { name: 'jobs', seconds: 60, run: () => hurry(new Date()) }];

  const timers: NodeJS.Timeout[] = [];
  const failed = (error: unknown, job: string | undefined) =>
    log.error({ error: describe(error), job }, 'a job failed; it runs again at its next time');

  const agenda = new Agenda({
    backend: new MongoBackend({ mongo: deps.connection.db as never, collection: JOBS }),
    processEvery: POLL_MS,
    defaultLockLifetime: 20_000,
  });
  agenda.on('fail', (error: unknown, job: { attrs?: { name: string } }) => failed(error, job.attrs?.name));
  for (const sweep of sweeps) {
    const job = async () => {
      await run(sweep);
    };
    // oxlint-disable-next-line typescript/no-misused-promises -- the rule reads Agenda's older, callback overload
    agenda.define(sweep.name, job, { concurrency: 1 });
  }

  return {
    async start() {
      await agenda.start();
      await Promise.all(sweeps.map(({ name, seconds }) => agenda.every(seconds * 1000, name)));
      await hurry(new Date());
      for (const sweep of ownSweeps) {
        const work = () => void run(sweep).catch((error: unknown) => failed(error, sweep.name));
        timers.push(setInterval(work, sweep.seconds * 1000));
      }
    },
    async catchUp() {
      for (let rounds = 0; rounds < 20; rounds++) {
        const moved = await Promise.all(sweeps.map(run));
        if (moved.every((count) => count === 0)) return;
      }
    },
    heartbeat: () => (last === undefined ? undefined : (performance.now() - last) / 1000),
    async alive(seconds) {
      const [since, until] = [-seconds, MARGIN_SECONDS].map((away) => new Date(Date.now() + away * 1000));
      const lately = { lastFinishedAt: { $gte: since, $lte: until } };
      return (await deps.connection.collection(JOBS).findOne(lately)) !== null;
    },
    async beats() {
      const jobs = await deps.connection.collection<Job>(JOBS).find().toArray();
      return sweeps.flatMap(({ name: sweep, seconds }) => {
        const job = jobs.find(({ name }) => name === sweep);
        const finished = job?.lastFinishedAt ?? job?.lastRunAt ?? job?.nextRunAt;
        const failing = (job?.failCount ?? 0) * seconds * 1000;
        return finished ? [{ sweep, seconds, last: new Date(finished.getTime() - failing) }] : [];
      });
    },
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await agenda.drain();
    },
  };
}
