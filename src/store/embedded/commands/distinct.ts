import { compare } from '../bson/compare.js';
import { byValue } from '../bson/distinct.js';
import { fieldsOf } from '../bson/read.js';
import { StoreError } from '../errors.js';
import { prepare } from '../plan/run.js';
import { compileFilter } from '../query/match.js';
import { visitPath } from '../query/paths.js';
import { collectionOf, documentOption, ok, type Command } from './command.js';

export const distinct: Command = {
  kind: 'read',
  options: ['key', 'query'],
  refused: ['hint', 'collation'],
  run(store, request) {
    const key = request.body.get('key');
    if (typeof key !== 'string' || key === '') throw new StoreError(14, "BSON field 'distinct.key' must be a string");
    const condition = compileFilter(documentOption(request.body, 'query') ?? new Map());
    const collection = collectionOf(store, request);
    const values = byValue<true>();
    if (collection) {
      for (const { bytes } of prepare({ condition }, collection, store.environment, store.records).results()) {
        visitPath(fieldsOf(bytes), key.split('.'), 'whole', (value) => {
          for (const one of Array.isArray(value) ? value : [value])
            if (one !== undefined) values.entry(one, () => true);
          return false;
        });
      }
    }
    return ok({
      values: values
        .entries()
        .map(({ value }) => value)
        .toSorted(compare),
    });
  },
};
