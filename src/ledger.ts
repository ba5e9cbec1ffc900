/**
 * How every record of the desk changes: a pure transition, saved by compare-and-swap together with the events that
 * tell of it.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Model } from 'mongoose';
import { needRoom, weigh, weightOf, type Budget } from './budget.js';
import { isDuplicateKey } from './errors.js';
import {
  atAGlance,
  type Cause,
  type Event,
  type Glance,
  type Ledger,
  type NewEvent,
  type Recorded,
} from './history.js';
import { openTexts, shortened } from './long-texts.js';

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
    async byUrgency(filter, limit = 0) {
      const query = model
        .find(filter as never, atAGlance)
        .sort({ 'due.next': 1 })
        .limit(limit);
      return query.lean<Glance<D>[]>().exec();
    },
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
