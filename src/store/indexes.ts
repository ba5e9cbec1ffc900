/**
 * Brings the indexes of the store to what this release asks for: those that are missing are built, those whose options
 * have changed are built again, those that no release asks for any more are dropped. All of it is told in the log.
 */
import type { Connection, Model } from 'mongoose';
import type { Logger } from 'pino';
import { describe, isDuplicateKey } from '../errors.js';

type Key = Record<string, 1 | -1>;
type Options = { unique?: boolean; sparse?: boolean; expireAfterSeconds?: number; partialFilterExpression?: object };
type Wanted = { collection: string; key: Key; options: Options };
type Standing = { name: string; key: Key } & Options;

/** Indexes of earlier releases. One that is only in somebody's own use of the store is not ours to drop. */
const retired: readonly { collection: string; key: Key }[] = [{ collection: 'tickets', key: { terms: 1 } }];

/** A build that takes longer is given up with a remedy, so that a start does not wait in silence. */
const LONGEST_BUILD_MS = 10 * 60_000;
/** The number of documents from which a build is worth a line in the log. */
const WORTH_TELLING = 10_000;

const same = (one: object, other: object) => JSON.stringify(one) === JSON.stringify(other);
const optionsOf = ({ unique, sparse, expireAfterSeconds, partialFilterExpression }: Options): Options => ({
  ...(unique ? { unique } : {}),
  ...(sparse ? { sparse } : {}),
  ...(expireAfterSeconds === undefined ? {} : { expireAfterSeconds }),
  ...(partialFilterExpression ? { partialFilterExpression } : {}),
});
const inWords = ({ collection, key }: { collection: string; key: Key }) => `${JSON.stringify(key)} of ${collection}`;

/** The remedy for what keeps an index from being built. */
function explain(wanted: Wanted, error: unknown): Error {
  const { code, message, keyValue } = error as { code?: number; message?: string; keyValue?: object };
  const what = `The index ${inWords(wanted)} cannot be built`;
  const cause = { cause: error };
  if (isDuplicateKey(error))
    return new Error(
      `${what}: it is unique, and several documents have ${JSON.stringify(keyValue ?? wanted.key)} in common. ` +
        `Remove all of them but one from ${wanted.collection}, and start again`,
      cause,
    );
  if (code === 50)
    return new Error(
      `${what} within ${LONGEST_BUILD_MS / 60_000} minutes: check that all members of the replica set are up, or build it ` +
        'by hand with mongosh, and start again',
      cause,
    );
  return new Error(
    `${what} (${code ?? 'no code'}: ${message ?? 'no reason'}): drop what stands in its way, and start again`,
    cause,
  );
}

/** @throws an error that names the collection, the cause and the remedy. */
export async function bringIndexes(connection: Connection, log: Logger): Promise<void> {
  const models = Object.values(connection.models) as Model<unknown>[];
  await Promise.all(models.map((model) => bring(model, log)));
}

async function bring(model: Model<unknown>, log: Logger): Promise<void> {
  const { collection } = model;
  const name = collection.collectionName;
  const wanted = model.schema
    .indexes()
    .map(([key, options]): Wanted => ({ collection: name, key: key as Key, options: optionsOf(options as Options) }));
  // Asked for even where nothing is wanted: a collection that is there answers for itself.
  const standing = (await collection.indexes().catch((error: { code?: number }) => {
    if (error.code === 26) return [];
    throw error;
  })) as Standing[];
  const tell = (what: string, index: { collection: string; key: Key }) =>
    log.info({ collection: name, index: index.key }, what);

  for (const old of standing) {
    const isRetired = retired.some(({ collection: of, key }) => of === name && same(key, old.key));
    const asked = wanted.find(({ key }) => same(key, old.key));
    const isChanged = asked !== undefined && !same(asked.options, optionsOf(old));
    if (!isRetired && !isChanged) continue;
    tell(isRetired ? 'an index of an earlier release is dropped' : 'an index is built anew: its options have changed', {
      collection: name,
      key: old.key,
    });
    await collection.dropIndex(old.name).catch((error: { code?: number }) => {
      // Another process that starts at the same time was first.
      if (error.code !== 27) throw error;
    });
  }
  const missing = wanted.filter(
    ({ key, options }) => !standing.some((each) => same(each.key, key) && same(optionsOf(each), options)),
  );
  if (missing.length === 0) return;
  const isLarge = standing.length > 0 && (await collection.estimatedDocumentCount()) >= WORTH_TELLING;
  for (const index of missing) {
    if (isLarge) tell('an index is being built', index);
    await collection
      .createIndex(index.key, { ...index.options, maxTimeMS: LONGEST_BUILD_MS })
      .catch((error: unknown) => {
        log.error({ error: describe(error), collection: name, index: index.key }, 'an index cannot be built');
        throw explain(index, error);
      });
    if (isLarge) tell('the index is built', index);
  }
}
