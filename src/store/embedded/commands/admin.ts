import { doc, integer, type Doc } from '../bson/types.js';
import { writeDoc } from '../bson/write.js';
import { StoreError } from '../errors.js';
import { compileFilter, matches } from '../query/match.js';
import type { Collection } from '../storage/catalog.js';
import { MAX_DOCUMENT } from '../storage/records.js';
import { collectionOf, databaseOf, documentOption, namespaceOf, ok, type Command, type Store } from './command.js';
import { cursorReply } from './find.js';

/** The wire version of MongoDB 7.0. */
const WIRE_VERSION = 21;
const VERSION = '7.0.0';

export const hello: Command = {
  kind: 'read',
  options: [
    'client',
    'compression',
    'helloOk',
    'loadBalanced',
    'speculativeAuthenticate',
    'saslSupportedMechs',
    'backpressure',
  ],
  run: () =>
    ok({
      helloOk: true,
      ismaster: true,
      isWritablePrimary: true,
      maxBsonObjectSize: integer(MAX_DOCUMENT),
      maxMessageSizeBytes: integer(48_000_000),
      maxWriteBatchSize: integer(100_000),
      localTime: new Date(),
      logicalSessionTimeoutMinutes: integer(30),
      minWireVersion: integer(0),
      maxWireVersion: integer(WIRE_VERSION),
      readOnly: false,
    }),
};

export const ping: Command = { kind: 'read', options: [], run: () => ok() };

export const endSessions: Command = { kind: 'read', options: [], run: () => ok() };

export const buildInfo: Command = {
  kind: 'read',
  options: [],
  run: () =>
    ok({
      version: VERSION,
      versionArray: [7, 0, 0, 0].map(integer),
      modules: ['deskhand-embedded'],
      bits: integer(64),
      maxBsonObjectSize: integer(MAX_DOCUMENT),
    }),
};

function describe({ name }: Collection): Doc {
  return doc({ name, type: 'collection', options: new Map(), info: doc({ readOnly: false }) });
}

export const listCollections: Command = {
  kind: 'read',
  options: ['filter', 'nameOnly', 'authorizedCollections', 'cursor'],
  run(store, request) {
    const db = databaseOf(request);
    const condition = compileFilter(documentOption(request.body, 'filter') ?? new Map());
    const documents = store.catalog
      .list(db)
      .map(describe)
      .filter((one) => matches(condition, one));
    return cursorReply(`${db}.$cmd.listCollections`, { id: 0n, documents: documents.map(writeDoc) }, 'firstBatch');
  },
};

export const listDatabases: Command = {
  kind: 'read',
  options: ['filter', 'nameOnly', 'authorizedDatabases'],
  run({ catalog }, { body }) {
    const condition = compileFilter(documentOption(body, 'filter') ?? new Map());
    const names = [...new Set(catalog.list().map(({ db }) => db))].toSorted();
    const databases = names.map((name) => doc({ name, sizeOnDisk: 0, empty: false }));
    return ok({ databases: databases.filter((one) => matches(condition, one)), totalSize: 0 });
  },
};

export const create: Command = {
  kind: 'write',
  options: ['autoIndexId'],
  refused: [
    'capped',
    'size',
    'max',
    'viewOn',
    'pipeline',
    'timeseries',
    'expireAfterSeconds',
    'clusteredIndex',
    'changeStreamPreAndPostImages',
    'validator',
    'validationLevel',
    'validationAction',
    'collation',
    'storageEngine',
    'indexOptionDefaults',
    'encryptedFields',
  ],
  run(store, request) {
    const { db, name } = namespaceOf(request);
    if (store.catalog.find(db, name)) throw new StoreError(48, `Collection ${db}.${name} already exists.`);
    store.catalog.create(db, name);
    return ok();
  },
};

function dropCollection({ catalog, records }: Store, collection: Collection): void {
  records.clear(collection);
  catalog.forget(collection);
}

export const drop: Command = {
  kind: 'write',
  options: [],
  run(store, request) {
    const collection = collectionOf(store, request);
    if (!collection) return ok();
    dropCollection(store, collection);
    return ok({ nIndexesWas: integer(collection.indexes.length), ns: `${collection.db}.${collection.name}` });
  },
};

export const dropDatabase: Command = {
  kind: 'write',
  options: [],
  run(store, request) {
    const db = databaseOf(request);
    for (const collection of store.catalog.list(db)) dropCollection(store, collection);
    return ok({ dropped: db });
  },
};
