/** Rows of the register in their collection: found by their keys, changed by compare-and-swap, never taken out. */
import mongoose, { type Connection } from 'mongoose';
import { isDuplicateKey } from '../errors.js';
import { Taken, type Found, type Page, type Query } from '../provided.js';

type Row = { _id: string; version: number; removed?: true };

/** Values are only ever compared with, never read as anything else. */
function filterOf(query: Query | undefined): object {
  if (!query) return {};
  if ('all' in query) return { $and: query.all.map(filterOf) };
  if ('any' in query) return { $or: query.any.map(filterOf) };
  return { [query.key]: 'has' in query ? { $exists: true } : { $eq: query.is } };
}

/**
 * @param own.keysOf what a row is found by, kept beside it under `keys`.
 * @param own.claims the key that only one row may have at a time. @param own.indexed what else rows are found by.
 */
export function openRows<T extends Row>(
  connection: Connection,
  name: string,
  own: { keysOf(row: T): object; claims: string; indexed: readonly string[] },
) {
  const schema = new mongoose.Schema(
    { _id: String, touched: Date },
    { strict: false, versionKey: false, autoIndex: false },
  );
  for (const key of [...own.indexed, 'touched']) schema.index({ [key]: 1 });
  schema.index({ [own.claims]: 1 }, { unique: true, sparse: true });
  const { collection } = connection.model(name, schema, name);

  function bare(whole: Record<string, unknown>): T {
    const { keys: _, ...row } = whole;
    return row as unknown as T;
  }
  const listed = async (filter: object) => (await collection.find(filter).toArray()).map(bare);

  async function get(id: string): Promise<T | undefined> {
    const row = await collection.findOne({ _id: id as never });
    return row ? bare(row) : undefined;
  }

  return {
    collection,
    get,
    listed,
    async there(id: string): Promise<T | undefined> {
      const row = await get(id);
      return row?.removed ? undefined : row;
    },
    async find(query: Query | undefined, page: Page): Promise<Found<T>> {
      const filter = { $and: [{ removed: { $exists: false } }, filterOf(query)] };
      const count = () => collection.countDocuments(filter);
      if (page.count === 0) return { total: await count(), rows: [] };
      const rows = collection
        .find(filter)
        .sort({ created: 1, _id: 1 })
        .skip(page.start - 1)
        .limit(page.count);
      const found = (await rows.toArray()).map(bare);
      // What is asked for by name is one or none: it need not be counted.
      const isAll = page.start === 1 && found.length < page.count;
      return { total: isAll ? found.length : await count(), rows: found };
    },
    /** @returns whether it was: nothing has its id. @throws Taken when another one has what only one may have. */
    async insert(row: T): Promise<boolean> {
      try {
        await collection.insertOne({ ...row, keys: own.keysOf(row) } as never, { ignoreUndefined: true });
        return true;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        if (await get(row._id)) return false;
        throw new Taken();
      }
    },
    /** Saves what `apply` makes of the latest; nothing where that is undefined. @throws Taken */
    async change(id: string, apply: (row: T) => T | undefined): Promise<{ row: T; saved: boolean } | undefined> {
      for (;;) {
        const before = await get(id);
        if (!before) return undefined;
        const row = apply(before);
        if (!row) return { row: before, saved: false };
        const whole = { ...row, keys: own.keysOf(row) };
        const { modifiedCount } = await collection
          .replaceOne({ _id: id as never, version: before.version }, whole, { ignoreUndefined: true })
          .catch((error: unknown) => Promise.reject(isDuplicateKey(error) ? new Taken() : (error as Error)));
        if (modifiedCount === 1) return { row, saved: true };
      }
    },
  };
}
