import { readDoc } from '../bson/read.js';
import { integer, isTruthy, type Doc, type Value } from '../bson/types.js';
import type { Writable } from '../bson/write.js';
import { StoreError } from '../errors.js';
import { compileFilter } from '../query/match.js';
import { compileProjection } from '../query/project.js';
import { parseSort } from '../query/sort.js';
import { applyUpdate, compileUpdate, upsertedDocument } from '../update/update.js';
import { documentOption, ok, type Command, type Reply } from './command.js';
import { ensureCollection, findForWrite } from './write.js';

export const findAndModify: Command = {
  kind: 'write',
  options: ['query', 'sort', 'remove', 'update', 'new', 'upsert', 'fields', 'arrayFilters', 'bypassDocumentValidation'],
  refused: ['hint', 'collation', 'let'],
  run(store, request) {
    const { body } = request;
    const removes = isTruthy(body.get('remove'));
    const returnsNew = isTruthy(body.get('new'));
    if (removes && (body.has('update') || returnsNew || isTruthy(body.get('upsert')))) {
      throw new StoreError(9, "Cannot specify 'remove' together with 'update', 'new' or 'upsert'");
    }
    const filter = documentOption(body, 'query') ?? new Map<string, Value>();
    const sort = parseSort(documentOption(body, 'sort') ?? new Map());
    const project = compileProjection(documentOption(body, 'fields') ?? new Map());
    const [found] = findForWrite(store, request, filter, 1, sort);
    const before = found && readDoc(found.bytes);

    if (removes) {
      if (found && before) store.records.remove(found.collection, found.record, before);
      return reply(before && project(before), [['n', integer(found ? 1 : 0)]]);
    }

    const condition = compileFilter(filter);
    const update = compileUpdate(body.get('update'), body.get('arrayFilters'));
    if (found && before) {
      const after = applyUpdate(update, before, condition);
      store.records.replace(found.collection, found.record, before, after);
      return reply(project(returnsNew ? after : before), [
        ['n', integer(1)],
        ['updatedExisting', true],
      ]);
    }
    const outcome: [string, Writable][] = [
      ['n', integer(0)],
      ['updatedExisting', false],
    ];
    if (!isTruthy(body.get('upsert'))) return reply(undefined, outcome);
    const document = upsertedDocument(update, condition);
    const _id = store.records.insert(ensureCollection(store, request), document);
    return reply(returnsNew ? project(document) : undefined, [
      ['n', integer(1)],
      ['updatedExisting', false],
      ['upserted', _id],
    ]);
  },
};

function reply(value: Doc | undefined, lastErrorObject: [string, Writable][]): Reply {
  return ok({ lastErrorObject: new Map(lastErrorObject), value: value ?? null });
}
