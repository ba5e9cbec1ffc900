import { readDoc } from '../bson/read.js';
import { doc, integer, isDoc, isTruthy, textOf, toNumber, type Doc } from '../bson/types.js';
import { writeDoc } from '../bson/write.js';
import { compileFilter } from '../query/match.js';
import { parseSort } from '../query/sort.js';
import type { Environment } from './environment.js';
import type { Index } from './indexes.js';
import { documentPrefix, metaKey, recordOf } from './keyspace.js';
import { afterPrefix } from '../bson/key.js';

export interface Collection {
  db: string;
  name: string;
  id: number;
  indexes: Index[];
  /** The number of the next record. */
  nextRecord: number;
}

/** The collections and indexes: kept in memory, written with every change of them. */
export interface Catalog {
  find(db: string, name: string): Collection | undefined;
  list(db?: string): Collection[];
  create(db: string, name: string): Collection;
  /** Saves a collection's indexes and their flags. */
  save(collection: Collection): void;
  forget(collection: Collection): void;
  newId(): number;
  /** Takes the changes so far for good: their transaction is on the disk. */
  settle(): void;
  /** Forgets what an undone transaction changed. */
  reload(): void;
}

const COLLECTION = 'collection\0';
const NEXT_ID = metaKey('next-id');

const namespace = (db: string, name: string) => `${db}.${name}`;

/** Builds an index from its specification, as createIndexes has checked it. */
export function indexFrom(id: number, spec: Doc, flags: Pick<Index, 'arrays' | 'inexact'>): Index {
  const key = spec.get('key');
  const filter = spec.get('partialFilterExpression');
  const expires = toNumber(spec.get('expireAfterSeconds'));
  return {
    id,
    name: textOf(spec.get('name')),
    fields: isDoc(key) ? parseSort(key) : [],
    unique: isTruthy(spec.get('unique')) || spec.get('name') === '_id_',
    sparse: isTruthy(spec.get('sparse')),
    ...(isDoc(filter) ? { partial: compileFilter(filter) } : {}),
    ...(expires === undefined ? {} : { expireAfterSeconds: expires }),
    ...flags,
    spec,
  };
}

const ID_INDEX = doc({ v: integer(2), key: doc({ _id: integer(1) }), name: '_id_' });

export function openCatalog(environment: Environment): Catalog {
  const collections = new Map<string, Collection>();
  let changed = false;

  const keyFor = ({ db, name }: Collection) => metaKey(COLLECTION + namespace(db, name));

  function nextRecordOf(id: number): number {
    const prefix = documentPrefix(id);
    const last = environment.keys({ start: prefix, end: afterPrefix(prefix) }, { reverse: true }).next().value;
    return last ? recordOf(last) + 1 : 1;
  }

  function load(): void {
    collections.clear();
    const start = metaKey(COLLECTION);
    for (const key of environment.keys({ start, end: afterPrefix(start) })) {
      const collection = decode(environment.get(key) ?? Buffer.alloc(0), nextRecordOf);
      collections.set(namespace(collection.db, collection.name), collection);
    }
  }

  function newId(): number {
    const id = environment.get(NEXT_ID)?.readUInt32BE() ?? 1;
    const next = Buffer.alloc(4);
    next.writeUInt32BE(id + 1);
    environment.put(NEXT_ID, next);
    return id;
  }

  function save(collection: Collection): void {
    changed = true;
    environment.put(keyFor(collection), encode(collection));
  }

  load();
  return {
    find: (db, name) => collections.get(namespace(db, name)),
    list: (db) => [...collections.values()].filter((collection) => db === undefined || collection.db === db),
    create(db, name) {
      const indexes = [indexFrom(newId(), ID_INDEX, { arrays: [], inexact: false })];
      const collection = { db, name, id: newId(), indexes, nextRecord: 1 };
      collections.set(namespace(db, name), collection);
      save(collection);
      return collection;
    },
    save,
    forget(collection) {
      changed = true;
      collections.delete(namespace(collection.db, collection.name));
      environment.remove(keyFor(collection));
    },
    newId,
    settle() {
      changed = false;
    },
    reload() {
      if (changed) load();
    },
  };
}

function encode({ db, name, id, indexes }: Collection): Buffer {
  const saved = indexes.map(({ id, spec, arrays, inexact }) =>
    doc({ id: integer(id), spec, arrays: [...arrays], inexact }),
  );
  return writeDoc(doc({ db, name, id: integer(id), indexes: saved }));
}

function decode(bytes: Buffer, nextRecordOf: (id: number) => number): Collection {
  const saved = readDoc(bytes);
  const id = toNumber(saved.get('id')) ?? 0;
  const indexes = saved.get('indexes');
  return {
    db: textOf(saved.get('db')),
    name: textOf(saved.get('name')),
    id,
    nextRecord: nextRecordOf(id),
    indexes: (Array.isArray(indexes) ? indexes : []).filter(isDoc).map((index) => {
      const spec = index.get('spec');
      const arrays = index.get('arrays');
      const made = indexFrom(toNumber(index.get('id')) ?? 0, isDoc(spec) ? spec : new Map(), {
        arrays: Array.isArray(arrays) ? arrays.map(textOf) : [],
        inexact: index.get('inexact') === true,
      });
      // Earlier versions kept only whether there was any array.
      return index.get('multikey') === true ? { ...made, arrays: made.fields.map(({ path }) => path) } : made;
    }),
  };
}
