import { compileStage } from '../aggregation/stages.js';
import { readDoc } from '../bson/read.js';
import { isDoc, type Doc, type Value } from '../bson/types.js';
import { writeDoc } from '../bson/write.js';
import { StoreError } from '../errors.js';
import { prepare, type FindQuery } from '../plan/run.js';
import { compileFilter, wholeNumber } from '../query/match.js';
import { parseSort } from '../query/sort.js';
import { collectionOf, documentOption, namespaceOf, type Command } from './command.js';
import { batchSizeOf, cursorReply } from './find.js';

const FIRST_BATCH = 101;

/** Takes the leading `$match`, `$sort` and `$limit` as one query, which can use an index; answers the stages left. */
function leadingQuery(pipeline: Value[]): { query: FindQuery; rest: Value[] } {
  const query: FindQuery = { condition: compileFilter(new Map()) };
  const rest = [...pipeline];
  const take = (name: string): Value | undefined => {
    const [stage] = rest;
    if (!isDoc(stage) || stage.size !== 1 || !stage.has(name)) return undefined;
    rest.shift();
    return stage.get(name);
  };
  const filter = take('$match');
  if (isDoc(filter)) query.condition = compileFilter(filter);
  const sort = take('$sort');
  if (isDoc(sort)) query.sort = parseSort(sort);
  const limit = wholeNumber('$limit', take('$limit'));
  if (limit !== undefined) query.limit = limit;
  return { query, rest };
}

const NO_FIELDS: Doc = new Map();

/** Whether stages look into the documents; countDocuments groups them without, and is spared the reading. */
function needsDocuments([first, ...others]: Value[]): boolean {
  return others.length > 0 || !isDoc(first) || !first.has('$group') || mentionsField(first.get('$group') ?? null);
}

function mentionsField(value: Value): boolean {
  if (isDoc(value)) return [...value.values()].some(mentionsField);
  return Array.isArray(value) ? value.some(mentionsField) : typeof value === 'string' && value.startsWith('$');
}

export const aggregate: Command = {
  kind: 'read',
  options: ['pipeline', 'cursor', 'allowDiskUse', 'bypassDocumentValidation'],
  refused: ['explain', 'hint', 'collation', 'let'],
  run(store, request) {
    const pipeline = request.body.get('pipeline');
    if (!Array.isArray(pipeline)) throw new StoreError(14, "BSON field 'aggregate.pipeline' must be an array");
    for (const stage of pipeline) compileStage(stage);
    const cursor = documentOption(request.body, 'cursor');
    if (!cursor) throw new StoreError(9, "The 'cursor' option is required");
    const { db, name } = namespaceOf(request);
    const collection = collectionOf(store, request);
    const { query, rest } = leadingQuery(pipeline);

    function* stored(): Generator<Doc> {
      if (!collection) return;
      const { environment, records } = store;
      const isRead = needsDocuments(rest);
      for (const { bytes } of prepare(query, collection, environment, records).results()) {
        yield isRead ? readDoc(bytes) : NO_FIELDS;
      }
    }

    function* results(): Generator<Buffer> {
      const stages = rest.map(compileStage);
      for (const document of stages.reduce<Iterable<Doc>>((documents, stage) => stage(documents), stored())) {
        yield writeDoc(document);
      }
    }

    const batch = store.cursors.open(`${db}.${name}`, results(), batchSizeOf(cursor, FIRST_BATCH), false);
    return cursorReply(`${db}.${name}`, batch, 'firstBatch');
  },
};
