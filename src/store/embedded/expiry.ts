import { doc } from './bson/types.js';
import type { Store } from './commands/command.js';
import { readDoc } from './bson/read.js';
import { prepare } from './plan/run.js';
import { compileFilter } from './query/match.js';
import type { Write } from './group-commit.js';

/** Removes the documents whose date in a TTL index (`expireAfterSeconds`) has passed. */
export async function removeExpired(store: Store, write: Write, now: Date): Promise<void> {
  const expiring = store.catalog
    .list()
    .flatMap((collection) => collection.indexes.map((index) => ({ collection, index })))
    .filter(({ index }) => index.expireAfterSeconds !== undefined);
  for (const { collection, index } of expiring) {
    const path = index.fields[0]?.path ?? '';
    const limit = new Date(now.getTime() - (index.expireAfterSeconds ?? 0) * 1000);
    const expired = compileFilter(doc({ [path]: doc({ $lte: limit }) }));
    const condition = index.partial ? { kind: 'and' as const, parts: [expired, index.partial] } : expired;
    await write(() => {
      const found = Array.from(prepare({ condition }, collection, store.environment, store.records).results());
      for (const { record, bytes } of found) {
        store.records.remove(collection, record, readDoc(bytes));
      }
    });
  }
}
