import { ObjectId, BSONRegExp } from 'bson';
import { afterPrefix } from '../bson/key.js';
import { fieldsOf, readDoc } from '../bson/read.js';
import { type Doc, type Fields, type Value } from '../bson/types.js';
import { show } from '../bson/show.js';
import { writeDoc } from '../bson/write.js';
import { badValue, StoreError } from '../errors.js';
import type { Catalog, Collection } from './catalog.js';
import type { Environment } from './environment.js';
import { entriesOf, learn, indexedValues, sharesKey, type Index } from './indexes.js';
import { documentKey, documentPrefix, indexEntry, indexPrefix, recordOf } from './keyspace.js';

/** MongoDB's limit on a document, in bytes. */
export const MAX_DOCUMENT = 16 * 1024 * 1024;

const ENTRY = Buffer.from([1]);

/** The documents of collections, with their index entries kept in step. */
export interface Records {
  read(collection: Collection, record: number): Buffer | undefined;
  /** Inserts a document and answers its `_id`. */
  insert(collection: Collection, document: Doc): Value;
  /** Replaces a document; answers whether that changed it. */
  replace(collection: Collection, record: number, before: Doc, after: Doc): boolean;
  remove(collection: Collection, record: number, before: Fields): void;
  /** Enters all documents of a collection into a new index. */
  build(collection: Collection, index: Index): void;
  /** Removes all entries of an index. */
  clearIndex(index: Index): void;
  /** Removes all documents and indexes of a collection. */
  clear(collection: Collection): void;
}

interface Entry {
  index: Index;
  key: Buffer;
}

export function openRecords(environment: Environment, catalog: Catalog): Records {
  const read = (collection: Collection, record: number) => environment.get(documentKey(collection.id, record));

  function entries(collection: Collection, fields: Fields): Entry[] {
    let flagged = false;
    const result = collection.indexes.flatMap((index) => {
      const made = entriesOf(index, fields);
      flagged = learn(index, made) || flagged;
      return made.keys.map((key) => ({ index, key }));
    });
    if (flagged) catalog.save(collection);
    return result;
  }

  function requireUnique(collection: Collection, { index, key }: Entry, record: number, fields: Fields): void {
    const prefix = Buffer.concat([indexPrefix(index.id), key]);
    for (const other of environment.keys({ start: prefix, end: afterPrefix(prefix) })) {
      const otherRecord = recordOf(other);
      if (otherRecord === record) continue;
      const rival = index.inexact ? read(collection, otherRecord) : undefined;
      if (rival && !sharesKey(index, fieldsOf(rival), fields)) continue;
      throw duplicateKey(collection, index, fields);
    }
  }

  function put({ index, key }: Entry, record: number): void {
    environment.put(indexEntry(index.id, key, record), ENTRY);
  }

  /** Writes a document and its entries; answers whether that changed anything. */
  function save(collection: Collection, record: number, before: Doc | undefined, after: Doc): boolean {
    requireStorable(after);
    const bytes = writeDoc(after);
    if (before && writeDoc(before).equals(bytes)) return false;
    if (bytes.length > MAX_DOCUMENT) {
      throw new StoreError(10334, `object is too large: ${bytes.length} bytes, the limit is ${MAX_DOCUMENT}`);
    }
    const old = new Map((before ? entries(collection, before) : []).map((entry) => [nameOf(entry), entry]));
    const added = entries(collection, after).filter((entry) => !old.delete(nameOf(entry)));
    for (const entry of added) if (entry.index.unique) requireUnique(collection, entry, record, after);
    for (const { index, key } of old.values()) environment.remove(indexEntry(index.id, key, record));
    for (const entry of added) put(entry, record);
    environment.put(documentKey(collection.id, record), bytes);
    return true;
  }

  function clearRange(prefix: Buffer): void {
    for (const key of environment.keys({ start: prefix, end: afterPrefix(prefix) })) environment.remove(key);
  }

  return {
    read,
    insert(collection, document) {
      const complete = withId(document);
      save(collection, collection.nextRecord, undefined, complete);
      collection.nextRecord++;
      return complete.get('_id') ?? null;
    },
    replace: save,
    remove(collection, record, before) {
      for (const { index, key } of entries(collection, before)) environment.remove(indexEntry(index.id, key, record));
      environment.remove(documentKey(collection.id, record));
    },
    build(collection, index) {
      const prefix = documentPrefix(collection.id);
      for (const key of environment.keys({ start: prefix, end: afterPrefix(prefix) })) {
        const record = recordOf(key);
        const document = readDoc(environment.get(key) ?? Buffer.alloc(0));
        const made = entriesOf(index, document);
        learn(index, made);
        for (const key of made.keys) {
          if (index.unique) requireUnique(collection, { index, key }, record, document);
          put({ index, key }, record);
        }
      }
    },
    clearIndex: (index) => clearRange(indexPrefix(index.id)),
    clear(collection) {
      for (const index of collection.indexes) clearRange(indexPrefix(index.id));
      clearRange(documentPrefix(collection.id));
    },
  };
}

const nameOf = ({ index, key }: Entry) => `${index.id} ${key.toString('latin1')}`;

/** The document with a valid `_id` in the first place. */
function withId(document: Doc): Doc {
  const id = document.get('_id') ?? (document.has('_id') ? null : new ObjectId());
  if (Array.isArray(id)) throw new StoreError(53, "The '_id' value cannot be of type array");
  if (id instanceof BSONRegExp) throw new StoreError(53, "The '_id' value cannot be of type regex");
  return new Map<string, Value>([['_id', id], ...document]).set('_id', id);
}

/** Refuses names that begin with `$`, at any depth: they would be read as operators. */
function requireStorable(value: Value): void {
  if (Array.isArray(value)) for (const element of value) requireStorable(element);
  if (!(value instanceof Map)) return;
  for (const [name, field] of value) {
    if (name.startsWith('$')) {
      throw new StoreError(52, `The dollar ($) prefixed field '${name}' is not valid for storage.`);
    }
    if (name.includes('\0')) throw badValue('field names cannot contain a null character');
    if (typeof field === 'object') requireStorable(field);
  }
}

function duplicateKey(collection: Collection, index: Index, fields: Fields): StoreError {
  const values = indexedValues(index, fields);
  const shown = values.map(([path, value]) => `${path}: ${show(value)}`).join(', ');
  return new StoreError(
    11000,
    `E11000 duplicate key error collection: ${collection.db}.${collection.name} index: ${index.name} dup key: { ${shown} }`,
    { keyPattern: index.spec.get('key'), keyValue: new Map(values) },
  );
}
