/**
 * How every record of the desk changes: a pure transition, saved by compare-and-swap together with the events that
 * tell of it. The history is also the outbox: an event lists the audiences to whom it is still owed.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Model } from 'mongoose';
import { needRoom, weigh, weightOf, type Budget } from './budget.js';
import { isDuplicateKey } from './errors.js';
import { openTexts, shortened } from './texts.js';

/**
 * To whom something is owed: a person in their own chat, a group in its channels, or whoever reads the thread beneath
 * the record's standing card of that name. A `reminder` is for a person too, but the record's room gathers it with what
 * else is owed to them and delivers all as one card.
 */
export type Audience = `person:${string}` | `group:${string}` | `under:${string}` | `reminder:${string}`;

export type Event = {
  id: string;
  at: Date;
  /** A person's id, or `desk` for what the desk did by itself. */
  by: string;
  what: string;
  /** `rest` tells of texts that are too long for it: of these it has the beginnings. */
  data: Record<string, unknown>;
  /** Those texts as they were said, by their keys in the data, where they were read back. It is never saved. */
  whole?: Readonly<Record<string, string>>;
  /** The delivery that caused it; a redelivery of the same changes nothing. */
  origin?: string;
  owed: Audience[];
};

/** An event as a transition tells of it; the ledger adds who, when and why. */
export type NewEvent = { what: string; data?: Record<string, unknown>; tell?: readonly Audience[] };

/** What every record carries beside its own state. */
export type Recorded = {
  /** `INC-1`, `REQ-1`, `CHG-1` … */
  _id: string;
  version: number;
  /** The delivery that opened it. */
  origin: string;
  history: Event[];
  /** What its history weighs in the store, about; records of before it was counted do not have it. */
  bytes?: number;
  /** When announcing what is owed, or redrawing, is next to be tried; absent when everybody has seen everything. */
  owing?: Date;
  /** Persons whom no chat could reach; the agents' card says so. */
  unreachable: string[];
};

/** Who acts, when, and through which delivery. */
export type Cause = { by: string; now: Date; origin: string };

/**
 * What a pure transition returns; nothing, when there is nothing to change. `unseen`: no card shows it and nobody is told,
 * so nothing is redrawn.
 */
export type Changed<D> = { next: D; events: NewEvent[]; unseen?: true } | undefined;

/** The fields of a record that are its own, as a transition makes them. */
export type Own<D extends Recorded> = Omit<D, keyof Recorded>;

export type Ledger<D extends Recorded> = {
  readonly prefix: string;
  /** Numbers and saves a new record; the same `cause.origin` again returns the one already there. */
  open(own: Own<D>, events: NewEvent[], cause: Cause): Promise<D>;
  /**
   * Loads, applies, saves if the version is unchanged, else tries again with the newer one. Returns the record as it
   * stands. A refusal thrown by `apply` passes through; so does `undefined` for an unknown id.
   */
  change(id: string, cause: Cause, apply: (record: D) => Changed<D>): Promise<D | undefined>;
  /** The words that are still owed to somebody are read back whole. */
  load(id: string): Promise<D | undefined>;
  /** These events of a record with all their words whole. */
  readBack(id: string, events: readonly Event[]): Promise<Event[]>;
  readonly model: Model<D>;
};

/** A record as lists and sweeps read it: without all that ever happened to it. */
export type Glance<D extends Recorded> = Omit<D, 'history'>;
export const atAGlance = { history: 0 } as const;

/** What the ledger itself writes. */
const ledgers: ReadonlySet<string> = new Set([
  '_id',
  'version',
  'origin',
  'history',
  'bytes',
  'owing',
  'unreachable',
  '__v',
]);

const eventsOf = (newEvents: readonly NewEvent[], cause: Cause): Event[] =>
  newEvents.map(({ what, data = {}, tell = [] }) => ({
    id: randomUUID().slice(0, 8),
    at: cause.now,
    by: cause.by,
    what,
    data,
    origin: cause.origin,
    owed: [...new Set(tell)],
  }));

/** The events as the record keeps them, and the texts that are kept apart from it. */
function kept(record: string, events: readonly Event[]) {
  const all = events.map((event) => shortened(record, event));
  return { history: all.map(({ event }) => event), apart: all.flatMap(({ apart }) => apart) };
}

/**
 * @param deps.saved called after every save with the record as it stands; announcing starts here and is not waited for.
 * @param deps.nextNumber draws the next number of a prefix, unique over all processes.
 */
export function createLedger<D extends Recorded>(
  prefix: string,
  model: Model<D>,
  deps: {
    saved(id: string, record: Recorded): void;
    nextNumber(prefix: string): Promise<number>;
    /** For records in which people talk. */
    budget?: Budget;
  },
): Ledger<D> {
  const texts = openTexts(model.db);
  const one = async (filter: object) => ((await model.collection.findOne(filter as never)) as D | null) ?? undefined;
  /** What is owed is told in the words that were said, however long they are. */
  async function toTell(record: D): Promise<D> {
    const isLong = ({ owed, data }: Event) => owed.length > 0 && data['rest'] !== undefined;
    if (!record.history.some(isLong)) return record;
    const whole = await texts.readBack(record._id, record.history.filter(isLong));
    const byId = new Map(whole.map((event) => [event.id, event]));
    return { ...record, history: record.history.map((event) => byId.get(event.id) ?? event) };
  }
  const byOrigin = (origin: string) => one({ origin });
  const fields = new Set(Object.keys(model.schema.paths).map((path) => path.split('.')[0]!));
  /** A field that the store does not name is a slip of ours: it would be found by nobody. */
  const need = (key: string) => {
    if (!fields.has(key)) throw new Error(`${prefix} has no field ${key}: name it in its store`);
  };

  const ledger: Ledger<D> = {
    prefix,
    model,
    async load(id) {
      const record = await one({ _id: id });
      return record && toTell(record);
    },
    readBack: texts.readBack,
    async open(own, newEvents, cause) {
      const before = await byOrigin(cause.origin);
      if (before) return before;
      const _id = `${prefix}-${await deps.nextNumber(prefix)}`;
      const { history, apart } = kept(_id, eventsOf(newEvents, cause));
      const record = {
        ...own,
        _id,
        version: 1,
        origin: cause.origin,
        history,
        bytes: weigh(history),
        owing: cause.now,
        unreachable: [],
      } as unknown as D;
      try {
        Object.keys(own).forEach(need);
        await texts.keep(apart);
        await model.collection.insertOne(record as never, { ignoreUndefined: true });
      } catch (error) {
        const other = isDuplicateKey(error) ? await byOrigin(cause.origin) : undefined;
        if (!other) throw error;
        return other;
      }
      const told = await toTell(record);
      deps.saved(_id, told);
      return told;
    },
    async change(id, cause, apply) {
      for (let tries = 1; ; tries++) {
        // Others are quicker: let them.
        if (tries > 3) await pause(Math.random() * 10 * tries);
        const record = await one({ _id: id });
        if (!record || record.history.some((event) => event.origin === cause.origin)) return record;
        const changed = apply(record);
        if (!changed) return record;
        const { history: fresh, apart } = kept(id, eventsOf(changed.events, cause));
        if (deps.budget) needRoom(record, fresh, cause.by, deps.budget);
        await texts.keep(apart);
        const set: Record<string, unknown> = changed.unseen ? {} : { owing: cause.now };
        const unset: Record<string, ''> = {};
        const next = changed.next as Record<string, unknown>;
        const before = record as Record<string, unknown>;
        // Only what differs: a field that this version does not know stays as another one wrote it.
        for (const key of new Set([...Object.keys(before), ...Object.keys(next)])) {
          if (ledgers.has(key) || isDeepStrictEqual(next[key], before[key])) continue;
          if (!(key in before)) need(key);
          if (next[key] === undefined) unset[key] = '';
          else set[key] = next[key];
        }
        const weight = weigh(fresh);
        if (record.bytes === undefined) set['bytes'] = weightOf(record) + weight;
        const update = {
          ...(Object.keys(set).length > 0 ? { $set: set } : {}),
          $inc: { version: 1, ...(record.bytes === undefined ? {} : { bytes: weight }) },
          $push: { history: { $each: fresh } },
          ...(Object.keys(unset).length > 0 ? { $unset: unset } : {}),
        };
        const filter = { _id: id, version: record.version };
        const saved = (await model.collection.findOneAndUpdate(filter as never, update as never, {
          returnDocument: 'after',
          ignoreUndefined: true,
        })) as D | null;
        if (!saved) continue;
        const told = await toTell(saved);
        if (!changed.unseen) deps.saved(told._id, told);
        return told;
      }
    },
  };
  return ledger;
}
