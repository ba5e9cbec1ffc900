import { compare } from '../bson/compare.js';
import { isDoc, toNumber, type Doc, type Fields, type Value } from '../bson/types.js';
import { badValue, StoreError, unsupported } from '../errors.js';
import { valuesAt } from './paths.js';

export interface SortField {
  path: string;
  direction: 1 | -1;
}

/** Reads `{ due: 1, priority: -1 }`. */
export function parseSort(sort: Doc): SortField[] {
  return [...sort].map(([path, order]) => {
    if (isDoc(order)) throw unsupported('sorting by $meta');
    const direction = toNumber(order);
    if (direction !== 1 && direction !== -1) throw badValue(`$sort key ordering must be 1 (for ascending) or -1`);
    if (path === '' || path.startsWith('$')) throw new StoreError(16410, `Illegal sort field: ${path}`);
    return { path, direction };
  });
}

/** Of an array the smallest element counts when ascending, the largest when descending. */
function sortValue(fields: Fields, field: SortField): Value | undefined {
  return valuesAt(fields, field.path.split('.')).reduce((best, value) =>
    compare(value, best) * field.direction < 0 ? value : best,
  );
}

export const sortKey = (fields: Fields, sort: SortField[]): (Value | undefined)[] =>
  sort.map((field) => sortValue(fields, field));

export function compareKeys(a: (Value | undefined)[], b: (Value | undefined)[], sort: SortField[]): number {
  for (const [i, { direction }] of sort.entries()) {
    const order = compare(a[i], b[i]) * direction;
    if (order !== 0) return order;
  }
  return 0;
}
