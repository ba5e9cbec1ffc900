import { compare } from '../bson/compare.js';
import { show } from '../bson/show.js';
import { doc, integer, isDoc, isTruthy, toNumber, type Doc, type Value } from '../bson/types.js';
import { badValue, StoreError, unsupported } from '../errors.js';
import { indexFrom, type Collection } from '../storage/catalog.js';
import { collectionOf, documentsOf, namespaceOf, ok, type Command, type Store } from './command.js';
import { cursorReply } from './find.js';
import { requirePartialFilter } from './partial-filter.js';
import { ensureCollection } from './write.js';
import { writeDoc } from '../bson/write.js';

const KNOWN = [
  'key',
  'name',
  'v',
  'unique',
  'sparse',
  'background',
  'partialFilterExpression',
  'expireAfterSeconds',
  'ns',
];

/** MongoDB's limit on `expireAfterSeconds`. */
const MAX_EXPIRY = 2 ** 31 - 1;

function requireKey(key: Value | undefined): Doc {
  if (!isDoc(key) || key.size === 0) throw new StoreError(67, 'Index keys cannot be empty.');
  for (const [path, direction] of key) {
    if (typeof direction === 'string') throw unsupported(`${direction} indexes`);
    if (!Number(toNumber(direction))) throw new StoreError(67, `Values in the index key pattern cannot be 0 (${path})`);
    if (path.startsWith('$') || path.includes('$**') || path.split('.').includes('')) {
      throw path.includes('$**')
        ? unsupported('wildcard indexes')
        : new StoreError(67, `Index key '${path}' is not valid`);
    }
    if (path.split('.').some((segment) => /^\d+$/.test(segment)))
      throw unsupported(`positions in index keys (${path})`);
  }
  return new Map([...key].map(([path, direction]) => [path, integer(Number(toNumber(direction)) > 0 ? 1 : -1)]));
}

/** Checks a specification of createIndexes and puts it into the form that listIndexes answers. */
function requireSpec(spec: Doc): Doc {
  for (const [option, value] of spec) {
    if (option === 'collation' && isDoc(value) && value.get('locale') === 'simple') continue;
    if (!KNOWN.includes(option)) throw unsupported(`the index option ${option}`);
  }
  const key = requireKey(spec.get('key'));
  const name = spec.get('name');
  if (typeof name !== 'string' || name === '')
    throw new StoreError(9, "The 'name' field is a required property of an index specification");
  const result: Doc = doc({ v: integer(2), key, name });
  if (isTruthy(spec.get('unique'))) result.set('unique', true);
  if (isTruthy(spec.get('sparse'))) result.set('sparse', true);
  const filter = spec.get('partialFilterExpression');
  if (filter !== undefined) {
    if (!isDoc(filter)) throw new StoreError(14, "The field 'partialFilterExpression' must be an object");
    if (isTruthy(spec.get('sparse')))
      throw new StoreError(67, "cannot mix 'partialFilterExpression' and 'sparse' options");
    requirePartialFilter(filter);
    result.set('partialFilterExpression', filter);
  }
  const expires = spec.get('expireAfterSeconds');
  if (expires !== undefined) {
    const seconds = toNumber(expires);
    if (seconds === undefined) throw new StoreError(14, "TTL index 'expireAfterSeconds' option must be numeric");
    if (!(seconds >= 0 && seconds <= MAX_EXPIRY))
      throw new StoreError(67, `TTL index 'expireAfterSeconds' must be within 0 and ${MAX_EXPIRY}`);
    if (key.size > 1)
      throw new StoreError(67, 'TTL indexes are single-field indexes, compound indexes do not support TTL');
    if (key.has('_id'))
      throw new StoreError(197, "The field 'expireAfterSeconds' is not valid for an _id index specification");
    result.set('expireAfterSeconds', integer(Math.trunc(seconds)));
  }
  return result;
}

/** What makes an index the one that it is; others of the same key may stand beside it. Its time to live is not of it. */
const IDENTITY = ['key', 'unique', 'sparse', 'partialFilterExpression'];

const agree = (a: Doc, b: Doc, options: readonly string[]) =>
  options.every((option) => compare(a.get(option) ?? null, b.get(option) ?? null) === 0);

/** Whether the index exists already; refuses another one under its name, or the same one with another name or life. */
function exists({ indexes }: Collection, spec: Doc): boolean {
  const requested = show(spec);
  if (indexes.some(({ name, spec: id }) => name === '_id_' && agree(id, spec, ['key']))) return true;
  const named = indexes.find(({ name }) => name === spec.get('name'));
  if (named && !agree(named.spec, spec, IDENTITY))
    throw new StoreError(
      86,
      `An existing index has the same name as the requested index, and is another. Drop it first. Requested index: ${requested}, existing index: ${show(named.spec)}`,
    );
  const same = named ?? indexes.find((index) => agree(index.spec, spec, IDENTITY));
  if (!same) return false;
  if (same === named && agree(same.spec, spec, ['expireAfterSeconds'])) return true;
  throw new StoreError(
    85,
    `Index already exists with a different name or options. Drop it first. Requested index: ${requested}, existing index: ${show(same.spec)}`,
  );
}

function build(store: Store, collection: Collection, spec: Doc): void {
  const index = indexFrom(store.catalog.newId(), spec, { arrays: [], inexact: false });
  store.records.build(collection, index);
  collection.indexes.push(index);
  store.catalog.save(collection);
}

export const createIndexes: Command = {
  kind: 'write',
  options: ['indexes', 'commitQuorum'],
  run(store, request) {
    const specs = documentsOf(request, 'indexes').map(requireSpec);
    if (specs.length === 0) throw badValue('Must specify at least one index to create');
    const isNew = !collectionOf(store, request);
    const collection = ensureCollection(store, request);
    const before = collection.indexes.length;
    for (const spec of specs) if (!exists(collection, spec)) build(store, collection, spec);
    const after = collection.indexes.length;
    return ok({
      numIndexesBefore: integer(before),
      numIndexesAfter: integer(after),
      createdCollectionAutomatically: isNew,
      ...(before === after ? { note: 'all indexes already exist' } : {}),
    });
  },
};

function requireCollection(store: Store, request: Parameters<Command['run']>[1]): Collection {
  const { db, name } = namespaceOf(request);
  const collection = collectionOf(store, request);
  if (!collection) throw new StoreError(26, `ns does not exist: ${db}.${name}`);
  return collection;
}

export const listIndexes: Command = {
  kind: 'read',
  options: ['cursor'],
  run(store, request) {
    const collection = requireCollection(store, request);
    const documents = collection.indexes.map(({ spec }) => writeDoc(spec));
    return cursorReply(`${collection.db}.${collection.name}`, { id: 0n, documents }, 'firstBatch');
  },
};

export const dropIndexes: Command = {
  kind: 'write',
  options: ['index'],
  run(store, request) {
    const collection = requireCollection(store, request);
    const before = collection.indexes.length;
    const wanted = request.body.get('index') ?? null;
    const dropped =
      wanted === '*'
        ? collection.indexes.slice(1)
        : (Array.isArray(wanted) ? wanted : [wanted]).map((one) => indexNamed(collection, one));
    for (const index of dropped) {
      if (index.name === '_id_') throw new StoreError(72, 'cannot drop _id index');
      store.records.clearIndex(index);
    }
    collection.indexes = collection.indexes.filter((index) => !dropped.includes(index));
    store.catalog.save(collection);
    return ok({ nIndexesWas: integer(before) });
  },
};

function indexNamed(collection: Collection, wanted: Value) {
  const found = collection.indexes.find((index) =>
    isDoc(wanted) ? compare(index.spec.get('key') ?? null, wanted) === 0 : index.name === wanted,
  );
  if (!found) throw new StoreError(27, `index not found with name [${show(wanted)}]`);
  return found;
}
