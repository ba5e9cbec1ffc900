/**
 * What the desk does by itself, and when. A sweep that finds nothing to do costs a read or two, so the first of the
 * processes looks every few seconds; and Agenda, over the desk's own store, has any one of them sweep every minute, so
 * that none is needed in particular. What takes long is a job of its own.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { MongoBackend } from '@agendajs/mongo-backend';
import { Agenda } from 'agenda';
import type { Connection } from 'mongoose';
import type { Logger } from 'pino';
import type { Sweep } from './context.js';
import type { Clock } from './clock.js';
import { describe, isDuplicateKey } from './errors.js';
import type { Processes } from './processes.js';
import { createShared } from './shared-work.js';

/** How often Agenda looks for a job that is due. */
const POLL_MS = 15_000;
const JOBS = 'jobs';
/** The job in which all short sweeps are run. */
const SWEEPS = 'sweeps';
const SWEEPS_MS = 60_000;
/** Time at its sweeps after which a process counts as dead or hanging: another one begins. */
const SWEEPS_LOCK_MS = 180_000;
/** Time after which a long job is given up, and run again at its next time. */
const LONG_LOCK_MS = 3 * 3_600_000;
/** The most by which the clocks of two machines may differ. */
const MARGIN_SECONDS = 60;
/** A sweep that looks as often as this does things at their time; the others do what is not urgent. */
const PUNCTUAL_SECONDS = 60;
/** A stop waits for no job for longer; what it was at is done again by another process, or after the next start. */
const DRAIN_MS = 3_000;

/** A sweep, its cadence, and when it last ended well in any process, as far as that shows. */
export type Beat = { sweep: string; seconds: number; last: Date };

export type Jobs = {
  start(): Promise<void>;
  /** Runs every sweep now, or those that keep to the minute, side by side as in service, until none finds anything to do. */
  catchUp(which: 'all' | 'punctual'): Promise<void>;
  /** Seconds since the last sweep ended well in this process; undefined before the first. */
  heartbeat(): number | undefined;
  /** Whether any process over this store has ended a sweep within this number of seconds: they divide the work. */
  alive(seconds: number): Promise<boolean>;
  /** When each sweep last ended well in any process. */
  beats(): Promise<Beat[]>;
  /** Takes no new job and resolves when the running ones have ended. */
  stop(): Promise<void>;
};

/**
 * Agenda watches each run by a timer of half its lock's lifetime, which goes on when the run has ended and would keep the
 * process alive for as long: its timers are let go of.
 */
function letGo(agenda: Agenda): void {
  const processor = (agenda as unknown as { jobProcessor?: { runOrRetry(job: unknown): Promise<void> } }).jobProcessor;
  if (!processor) return;
  const runOrRetry = processor.runOrRetry.bind(processor);
  processor.runOrRetry = (job) => {
    const plain = globalThis.setTimeout;
    const lenient = (...args: Parameters<typeof plain>) => plain(...args).unref();
    globalThis.setTimeout = Object.assign(lenient, plain);
    try {
      return runOrRetry(job);
    } finally {
      globalThis.setTimeout = plain;
    }
  };
}

/**
 * @param deps.everywhere what each process does for itself, such as taking up what others have changed.
 * @param deps.ran is told of every sweep: its name, how many records it moved, seconds taken.
 */
export function createJobs(deps: {
  connection: Connection;
  processes: Processes;
  sweeps: readonly Sweep[];
  everywhere: readonly Sweep[];
  clock: Clock;
  log: Logger;
  ran(sweep: string, moved: number, seconds: number): void;
}): Jobs {
  const { processes, sweeps, clock, log } = deps;
  const short = sweeps.filter(({ long }) => !long);
  const long = sweeps.filter((sweep) => sweep.long);
  const book = deps.connection.collection(JOBS);
  let last: number | undefined;
  const started = new Date();
  /** When this process last began each sweep: several reasons to sweep at once are one. */
  const underWay = createShared<number>();

  async function once(sweep: Sweep): Promise<number> {
    const before = performance.now();
    const moved = await sweep.run(clock.now());
    last = performance.now();
    processes.beat(sweep.name);
    deps.ran(sweep.name, moved, (last - before) / 1000);
    return moved;
  }
  const run = (sweep: Sweep): Promise<number> => underWay(sweep.name, () => once(sweep));
  const failed = (error: unknown, job: string | undefined): void =>
    log.error({ error: describe(error), job }, 'a job failed; it runs again at its next time');
  const tryOnce = (sweep: Sweep) => run(sweep).catch((error: unknown) => failed(error, sweep.name));

  const agenda = new Agenda({
    backend: new MongoBackend({ mongo: deps.connection.db as never, collection: JOBS, ensureIndex: false }),
    processEvery: POLL_MS,
  });
  agenda.on('fail', (error: unknown, job: { attrs?: { name: string } }) => failed(error, job.attrs?.name));
  agenda.on('error', (error: unknown) => failed(error, undefined));
  const define = (name: string, lockLifetime: number, work: () => Promise<unknown>) => {
    const job = async () => {
      await work();
    };
    // oxlint-disable-next-line typescript/no-misused-promises -- the rule reads Agenda's older, callback overload
    agenda.define(name, job, { concurrency: 1, lockLifetime });
  };
  define(SWEEPS, SWEEPS_LOCK_MS, () => Promise.all(short.map(tryOnce)));
  for (const sweep of long) define(sweep.name, LONG_LOCK_MS, () => run(sweep));
  const cadences = new Map([[SWEEPS, SWEEPS_MS], ...long.map(({ name, seconds }) => [name, seconds * 1000] as const)]);

  /** One row for each job, whichever process comes first; what stands in it of earlier runs, locks and failures stays. */
  async function enter(): Promise<void> {
    const twice = book.aggregate([
      { $group: { _id: '$name', rows: { $push: '$_id' } } },
      { $match: { 'rows.1': { $exists: true } } },
    ]);
    for await (const { rows } of twice) await book.deleteMany({ _id: { $in: (rows as never[]).slice(1) } });
    await book.createIndex({ name: 1 }, { unique: true });
    const now = new Date();
    await Promise.all(
      [...cadences].map(([name, repeatInterval]) =>
        book
          .updateOne(
            { name },
            {
              $set: { repeatInterval, type: 'single' },
              $setOnInsert: { priority: 0, nextRunAt: now, lockedAt: null, lastModifiedBy: null, data: {} },
            },
            { upsert: true },
          )
          .catch((error: unknown) => {
            if (!isDuplicateKey(error)) throw error;
          }),
      ),
    );
  }

  /**
   * A clock that has stepped back leaves moments behind that are to come: jobs that wait for them, or are held until
   * then. None is further ahead than its cadence.
   */
  async function hurry(): Promise<void> {
    const now = new Date();
    const ahead = (milliseconds: number) => new Date(now.getTime() + milliseconds + MARGIN_SECONDS * 1000);
    const update = (filter: object, change: object) => ({ updateMany: { filter, update: { $set: change } } });
    await book.bulkWrite(
      [...cadences].flatMap(([name, cadence]) => [
        update({ name, nextRunAt: { $gt: ahead(cadence) } }, { nextRunAt: now }),
        update({ name, lockedAt: { $gt: ahead(0) } }, { lockedAt: null }),
      ]),
      { ordered: false },
    );
  }

  const timers: NodeJS.Timeout[] = [];
  const every = (seconds: number, work: () => void) => void timers.push(setInterval(work, seconds * 1000));

  return {
    async start() {
      await enter();
      await hurry();
      await agenda.start();
      letGo(agenda);
      for (const sweep of deps.everywhere) every(sweep.seconds, () => void tryOnce(sweep));
      for (const sweep of short)
        every(sweep.seconds, () => {
          if (processes.isFirst()) void tryOnce(sweep);
        });
      every(MARGIN_SECONDS, () => void hurry().catch((error: unknown) => failed(error, 'jobs')));
    },
    async catchUp(which) {
      const wanted = which === 'all' ? sweeps : sweeps.filter(({ seconds }) => seconds <= PUNCTUAL_SECONDS);
      for (let rounds = 0; rounds < 20; rounds++) {
        const moved = await Promise.all(wanted.map(once));
        if (moved.every((count) => count === 0)) return;
      }
    },
    heartbeat: () => (last === undefined ? undefined : (performance.now() - last) / 1000),
    async alive(seconds) {
      const [since, until] = [-seconds, MARGIN_SECONDS].map((away) => Date.now() + away * 1000) as [number, number];
      const beats = await processes.beats();
      return [...beats.values()].some((at) => at.getTime() >= since && at.getTime() <= until);
    },
    async beats() {
      const beats = await processes.beats();
      return short.map(({ name: sweep, seconds }) => ({ sweep, seconds, last: beats.get(sweep) ?? started }));
    },
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await agenda.drain(DRAIN_MS);
      await Promise.race([underWay.settled(), wait(DRAIN_MS, undefined, { ref: false })]);
    },
  };
}
