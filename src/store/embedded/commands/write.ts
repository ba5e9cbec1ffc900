import { readDoc } from '../bson/read.js';
import { integer, isTruthy, toNumber, type Doc, type Value } from '../bson/types.js';
import type { Writable } from '../bson/write.js';
import { badValue, StoreError } from '../errors.js';
import { prepare, type Found } from '../plan/run.js';
import { compileFilter } from '../query/match.js';
import type { SortField } from '../query/sort.js';
import type { Collection } from '../storage/catalog.js';
import { applyUpdate, compileUpdate, upsertedDocument } from '../update/update.js';
import {
  collectionOf,
  documentOption,
  documentsOf,
  namespaceOf,
  ok,
  type Command,
  type Request,
  type Store,
} from './command.js';

/** MongoDB's limit on the writes of one command. */
const MAX_BATCH = 100_000;

const BATCH_OPTIONS = ['ordered', 'bypassDocumentValidation'];

/** The collection of a write, made when it does not exist. */
export function ensureCollection(store: Store, request: Request): Collection {
  const { db, name } = namespaceOf(request);
  return store.catalog.find(db, name) ?? store.catalog.create(db, name);
}

/** Runs the writes of a command one by one; the first that fails ends an ordered batch, the others stay done. */
function runBatch(request: Request, writes: Doc[], run: (write: Doc, index: number) => void): [string, Writable][] {
  if (writes.length === 0 || writes.length > MAX_BATCH) {
    throw new StoreError(16, `Write batch sizes must be between 1 and ${MAX_BATCH}. Got ${writes.length} operations.`);
  }
  const ordered = request.body.get('ordered') !== false;
  const errors: Writable[] = [];
  for (const [index, write] of writes.entries()) {
    try {
      run(write, index);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      errors.push(writeError(error, index));
      if (ordered) break;
    }
  }
  return errors.length > 0 ? [['writeErrors', errors]] : [];
}

function writeError(error: StoreError, index: number): Map<string, Writable> {
  return new Map<string, Writable>([
    ['index', integer(index)],
    ['code', integer(error.code)],
    ['errmsg', error.message],
    ...(Object.entries(error.details) as [string, Writable][]),
  ]);
}

export const insert: Command = {
  kind: 'write',
  options: ['documents', ...BATCH_OPTIONS],
  run(store, request) {
    const collection = ensureCollection(store, request);
    let n = 0;
    const errors = runBatch(request, documentsOf(request, 'documents'), (document) => {
      store.records.insert(collection, document);
      n++;
    });
    return new Map([['n', integer(n)], ...errors, ...ok()]);
  },
};

/** A document to be written, with the collection it is in. */
export interface Target extends Found {
  collection: Collection;
}

/** The documents a write is for; read to the end first, so that the write cannot meet its own results. */
export function findForWrite(
  store: Store,
  request: Request,
  filter: Doc,
  limit: number,
  sort: SortField[] = [],
): Target[] {
  const condition = compileFilter(filter);
  const collection = collectionOf(store, request);
  if (!collection) return [];
  const found = [...prepare({ condition, limit, sort }, collection, store.environment, store.records).results()];
  return found.map((one) => ({ ...one, collection }));
}

function requireOnly(write: Doc, command: string, known: readonly string[]): void {
  for (const [name, value] of write) {
    if (known.includes(name)) continue;
    if (name === 'collation' && value instanceof Map && value.get('locale') === 'simple') continue;
    throw new StoreError(238, `The embedded store does not support the option ${name} of ${command}.`);
  }
}

interface Counts {
  matched: number;
  modified: number;
  upserted: Map<string, Writable>[];
}

function updateOne(store: Store, request: Request, write: Doc, index: number, counts: Counts): void {
  requireOnly(write, 'update', ['q', 'u', 'multi', 'upsert', 'arrayFilters']);
  const filter = documentOption(write, 'q') ?? new Map<string, Value>();
  const multi = isTruthy(write.get('multi'));
  const condition = compileFilter(filter);
  const update = compileUpdate(write.get('u'), write.get('arrayFilters'));
  if (multi && 'replacement' in update)
    throw new StoreError(9, 'multi update is not supported for replacement-style update');
  const found = findForWrite(store, request, filter, multi ? Infinity : 1);
  for (const { collection, record, bytes } of found) {
    const before = readDoc(bytes);
    if (store.records.replace(collection, record, before, applyUpdate(update, before, condition))) counts.modified++;
    counts.matched++;
  }
  if (found.length > 0 || !isTruthy(write.get('upsert'))) return;
  const _id = store.records.insert(ensureCollection(store, request), upsertedDocument(update, condition));
  counts.upserted.push(
    new Map([
      ['index', integer(index)],
      ['_id', _id],
    ]),
  );
}

export const update: Command = {
  kind: 'write',
  options: ['updates', ...BATCH_OPTIONS],
  refused: ['let'],
  run(store, request) {
    const counts: Counts = { matched: 0, modified: 0, upserted: [] };
    const errors = runBatch(request, documentsOf(request, 'updates'), (write, index) =>
      updateOne(store, request, write, index, counts),
    );
    const upserted: [string, Writable][] = counts.upserted.length > 0 ? [['upserted', counts.upserted]] : [];
    const n = integer(counts.matched + counts.upserted.length);
    return new Map<string, Writable>([
      ['n', n],
      ['nModified', integer(counts.modified)],
      ...upserted,
      ...errors,
      ...ok(),
    ]);
  },
};

export const remove: Command = {
  kind: 'write',
  options: ['deletes', ...BATCH_OPTIONS],
  refused: ['let'],
  run(store, request) {
    let n = 0;
    const errors = runBatch(request, documentsOf(request, 'deletes'), (write) => {
      requireOnly(write, 'delete', ['q', 'limit']);
      const limit = toNumber(write.get('limit'));
      if (limit !== 0 && limit !== 1) throw badValue('The limit field in delete objects must be 0 or 1');
      const filter = documentOption(write, 'q') ?? new Map<string, Value>();
      for (const { collection, record, bytes } of findForWrite(store, request, filter, limit || Infinity)) {
        store.records.remove(collection, record, readDoc(bytes));
        n++;
      }
    });
    return new Map<string, Writable>([['n', integer(n)], ...errors, ...ok()]);
  },
};
