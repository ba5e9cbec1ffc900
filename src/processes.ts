/**
 * The processes that share a store. Each keeps a row of its own fresh, so that the others know within seconds that it is
 * dead, and take over what it held; and the one that has been up for longest does what need be done by one alone.
 */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Model } from 'mongoose';
import type { Logger } from 'pino';
import { describe } from './errors.js';
import type { ProcessRow } from './store/side-collections.js';

/** How often a process shows that it lives. */
const BEAT_MS = 10_000;
/** A process whose last beat was saved longer ago has missed one. */
const FRESH_MS = 15_000;
/** How often it looks at the others, while there are any. */
const LOOK_MS = 4_000;
/** Milliseconds without a change after which a row is a dead process's. */
const DEAD_MS = 20_000;
/** Milliseconds for which rows of dead processes are kept, for people who look into what happened. */
const KEPT_MS = 24 * 3_600_000;

export type Processes = {
  /** The id of this process. */
  readonly own: string;
  start(): Promise<void>;
  /** Whether the process of this id is gone. One that nobody has heard of yet is asked for. */
  isDead(id: string): Promise<boolean>;
  /** The others that live, as far as is known, without asking the store. */
  others(): readonly ProcessRow[];
  /** Whether no living process has been up for longer than this one. */
  isFirst(): boolean;
  /** Notes that a sweep has ended well; told to the others with the next beat. */
  beat(sweep: string): void;
  /** When each sweep last ended well in any process. */
  beats(): Promise<Map<string, Date>>;
  /** Whether this process could save its own row of late: when it cannot, nobody's request can be saved either. */
  isFresh(): boolean;
  /** Calls back whenever another process is found dead. */
  onDeath(listener: () => void): void;
  stop(): Promise<void>;
};

/** @param deps.alone nobody else can share the store: any other process that left a row is dead. */
export function createProcesses(deps: {
  rows: Model<ProcessRow>;
  alone: boolean;
  log: Logger;
  /** Milliseconds of this process, which no clock moves. */
  elapsed?(): number;
}): Processes {
  const { alone, log, elapsed = () => performance.now() } = deps;
  const book = deps.rows.collection;
  const own = randomUUID();
  const started = new Date();
  const beats = new Map<string, Date>();
  /** The others' rows, and when, in this process's own time, they were last seen to change. */
  const known = new Map<string, { row: ProcessRow; at: number }>();
  const timers: NodeJS.Timeout[] = [];
  const listeners: (() => void)[] = [];
  const mourned = new Set<string>();

  /** When the row was last saved, in this process's own time. */
  let shown = elapsed();
  async function show(): Promise<void> {
    const row = { started, seen: new Date(), host: hostname(), pid: process.pid, beats: Object.fromEntries(beats) };
    await book.updateOne({ _id: own as never }, { $set: row }, { upsert: true });
    shown = elapsed();
  }

  async function look(): Promise<void> {
    const rows = (await book.find({ _id: { $ne: own as never } }).toArray()) as unknown as ProcessRow[];
    for (const row of rows) {
      const before = known.get(row._id);
      const isNews = !before || before.row.seen.getTime() !== row.seen.getTime();
      known.set(row._id, { row, at: isNews ? elapsed() : before.at });
    }
    const fresh = [...known.values()].filter((each) => isGone(each) && !mourned.has(each.row._id));
    for (const { row } of fresh) {
      mourned.add(row._id);
      if (row.ended) continue;
      log.warn(
        { process: row._id, host: row.host, pid: row.pid },
        'a process of the desk is gone: its work is taken over',
      );
    }
    if (fresh.length > 0) for (const listener of listeners) listener();
  }
  const isGone = ({ row, at }: { row: ProcessRow; at: number }) =>
    alone || row.ended === true || elapsed() - at >= DEAD_MS;
  const others = () => [...known.values()].filter((each) => !isGone(each)).map(({ row }) => row);

  const again = (work: () => Promise<void>, every: number) => {
    const timer = setInterval(() => {
      work().catch((error: unknown) => log.warn({ error: describe(error) }, 'the processes could not be looked at'));
    }, every);
    timers.push(timer.unref());
  };

  return {
    own,
    others,
    async start() {
      await book.deleteMany({ seen: { $lt: new Date(Date.now() - KEPT_MS) } });
      await show();
      await look();
      again(async () => {
        await show();
        if (others().length === 0) await look();
      }, BEAT_MS);
      again(async () => {
        if (known.size > mourned.size) await look();
      }, LOOK_MS);
    },
    async isDead(id) {
      if (id === own) return false;
      if (alone) return true;
      if (!known.has(id)) await look();
      const found = known.get(id);
      return !found || isGone(found);
    },
    isFresh: () => elapsed() - shown < FRESH_MS,
    isFirst: () =>
      others().every(
        (other) => started < other.started || (started.getTime() === other.started.getTime() && own < other._id),
      ),
    beat: (sweep) => void beats.set(sweep, new Date()),
    async beats() {
      const latest = new Map(beats);
      for (const row of (await book.find().toArray()) as unknown as ProcessRow[])
        for (const [sweep, at] of Object.entries(row.beats ?? {}))
          if (!(latest.get(sweep)! >= at)) latest.set(sweep, at);
      return latest;
    },
    onDeath: (listener) => void listeners.push(listener),
    async stop() {
      for (const timer of timers) clearInterval(timer);
      const ended = { seen: new Date(), beats: Object.fromEntries(beats), ended: true };
      await book.updateOne({ _id: own as never }, { $set: ended });
    },
  };
}
