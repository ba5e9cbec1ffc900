import { readDoc } from '../bson/read.js';
import { integer, isTruthy, type Doc } from '../bson/types.js';
import { writeDoc } from '../bson/write.js';
import { badValue, StoreError } from '../errors.js';
import { prepare, type FindQuery } from '../plan/run.js';
import { compileFilter, wholeNumber } from '../query/match.js';
import { compileProjection } from '../query/project.js';
import { parseSort } from '../query/sort.js';
import { collectionOf, documentOption, namespaceOf, ok, type Command, type Reply } from './command.js';
import type { Batch } from './cursors.js';

const FIRST_BATCH = 101;

/** Reads the filter, sort, skip and limit of a find. */
export function findQuery(body: Doc): FindQuery {
  const limit = wholeNumber('limit', body.get('limit')) ?? 0;
  const skip = wholeNumber('skip', body.get('skip')) ?? 0;
  if (skip < 0) throw new StoreError(51024, `BSON field 'skip' value must be >= 0, actual value '${skip}'`);
  if (limit < 0) throw new StoreError(51024, `BSON field 'limit' value must be >= 0, actual value '${limit}'`);
  return {
    condition: compileFilter(documentOption(body, 'filter') ?? new Map()),
    sort: parseSort(documentOption(body, 'sort') ?? new Map()),
    skip,
    limit: limit || Infinity,
  };
}

export const batchSizeOf = (body: Doc, usual: number): number => {
  const size = wholeNumber('batchSize', body.get('batchSize')) ?? usual;
  if (size < 0) throw new StoreError(51024, `BSON field 'batchSize' value must be >= 0, actual value '${size}'`);
  return size;
};

export function cursorReply(namespace: string, batch: Batch, field: 'firstBatch' | 'nextBatch'): Reply {
  return ok({
    cursor: new Map<string, bigint | string | Buffer[]>([
      [field, batch.documents],
      ['id', batch.id],
      ['ns', namespace],
    ]),
  });
}

export const find: Command = {
  kind: 'read',
  options: [
    'filter',
    'sort',
    'projection',
    'skip',
    'limit',
    'batchSize',
    'singleBatch',
    'noCursorTimeout',
    'allowDiskUse',
  ],
  refused: [
    'hint',
    'collation',
    'let',
    'min',
    'max',
    'returnKey',
    'showRecordId',
    'tailable',
    'awaitData',
    'oplogReplay',
    'allowPartialResults',
  ],
  run(store, request) {
    const { body } = request;
    const query = findQuery(body);
    const project = compileProjection(documentOption(body, 'projection') ?? new Map());
    const isWhole = !body.has('projection') || documentOption(body, 'projection')?.size === 0;
    const batchSize = batchSizeOf(body, FIRST_BATCH);
    const collection = collectionOf(store, request);
    const { db, name } = namespaceOf(request);

    function* results(): Generator<Buffer> {
      if (!collection) return;
      const { environment, records } = store;
      for (const { bytes } of prepare(query, collection, environment, records).results()) {
        yield isWhole ? bytes : writeDoc(project(readDoc(bytes)));
      }
    }

    const closes = isTruthy(body.get('singleBatch'));
    return cursorReply(
      `${db}.${name}`,
      store.cursors.open(`${db}.${name}`, results(), batchSize, closes),
      'firstBatch',
    );
  },
};

export const getMore: Command = {
  kind: 'read',
  options: ['collection', 'batchSize'],
  run(store, request) {
    const { db, name } = namespaceOf(request, 'collection');
    const [id] = request.body.values();
    if (typeof id !== 'bigint') throw new StoreError(14, "BSON field 'getMore.getMore' must be a long");
    const batch = store.cursors.next(id, `${db}.${name}`, batchSizeOf(request.body, Infinity) || Infinity);
    return cursorReply(`${db}.${name}`, batch, 'nextBatch');
  },
};

export const killCursors: Command = {
  kind: 'read',
  options: ['cursors'],
  run({ cursors }, { body }) {
    const ids = body.get('cursors');
    if (!Array.isArray(ids)) throw badValue('killCursors needs the array cursors');
    const killed = ids.filter((id) => typeof id === 'bigint' && cursors.kill(id));
    return ok({
      cursorsKilled: killed,
      cursorsNotFound: ids.filter((id) => !killed.includes(id)),
      cursorsAlive: [],
      cursorsUnknown: [],
    });
  },
};

export const count: Command = {
  kind: 'read',
  options: ['query', 'skip', 'limit'],
  refused: ['hint', 'collation', 'fields'],
  run(store, request) {
    const { body } = request;
    const limit = Math.abs(wholeNumber('limit', body.get('limit')) ?? 0);
    const query: FindQuery = {
      condition: compileFilter(documentOption(body, 'query') ?? new Map()),
      skip: wholeNumber('skip', body.get('skip')) ?? 0,
      limit: limit || Infinity,
    };
    const collection = collectionOf(store, request);
    let n = 0;
    if (collection) for (const _ of prepare(query, collection, store.environment, store.records).results()) n++;
    return ok({ n: integer(n) });
  },
};
