import { compare } from '../bson/compare.js';
import { complement, keyOf } from '../bson/key.js';
import type { Doc, Fields, Value } from '../bson/types.js';
import { StoreError, unsupported } from '../errors.js';
import { matches, type Condition } from '../query/match.js';
import { valuesAt, visitPath } from '../query/paths.js';
import type { SortField } from '../query/sort.js';
import { MAX_INDEX_KEY } from './keyspace.js';

export interface Index {
  id: number;
  name: string;
  fields: SortField[];
  unique: boolean;
  sparse: boolean;
  /** The condition of a partial index. */
  partial?: Condition;
  expireAfterSeconds?: number;
  /** The paths at which some document has several values, and so several entries. */
  arrays: readonly string[];
  /** Some entry is cut or rounded: the index finds candidates but cannot order. */
  inexact: boolean;
  /** As given to createIndexes and answered by listIndexes. */
  spec: Doc;
}

export interface Entries {
  keys: Buffer[];
  arrays: string[];
  inexact: boolean;
}

const NOTHING: Entries = { keys: [], arrays: [], inexact: false };

/** Whether an index may name a document more than once; it then cannot bound one path twice. */
export const isMultikey = ({ arrays }: Pick<Index, 'arrays'>): boolean => arrays.length > 0;

/** Keeps what an index has learnt about its entries; false when it is nothing new. */
export function learn(index: Index, { arrays, inexact }: Entries): boolean {
  const fresh = arrays.filter((path) => !index.arrays.includes(path));
  const isNew = fresh.length > 0 || (inexact && !index.inexact);
  index.arrays = [...index.arrays, ...fresh];
  index.inexact ||= inexact;
  return isNew;
}

/** The index keys of a document. */
export function entriesOf(index: Index, fields: Fields): Entries {
  if (index.partial && !matches(index.partial, fields)) return NOTHING;
  const columns = index.fields.map(({ path }) => valuesAt(fields, path.split('.')));
  if (index.sparse && index.fields.every(({ path }) => isMissing(fields, path))) return NOTHING;
  const arrays = columns.filter((column) => column.length > 1);
  if (arrays.length > 1) refuseParallelArrays(index);

  let inexact = false;
  let keys: Buffer[] = [Buffer.alloc(0)];
  for (const [i, column] of columns.entries()) {
    const parts = column.map((value) => {
      const key = keyOf(value);
      inexact ||= !key.exact;
      return index.fields[i]?.direction === -1 ? complement(key.bytes) : key.bytes;
    });
    keys = keys.flatMap((head) => parts.map((part) => Buffer.concat([head, part])));
  }
  inexact ||= keys.some((key) => key.length > MAX_INDEX_KEY);
  const distinct = new Map(
    keys.map((key) => key.subarray(0, MAX_INDEX_KEY)).map((key) => [key.toString('latin1'), key]),
  );
  const several = index.fields.filter((_, i) => columns[i]!.length > 1 || columns[i]![0] === undefined);
  return { keys: [...distinct.values()], arrays: several.map(({ path }) => path), inexact };
}

function refuseParallelArrays(index: Index): void {
  const roots = new Set(index.fields.map(({ path }) => path.split('.')[0]));
  if (roots.size === index.fields.length)
    throw new StoreError(171, `cannot index parallel arrays (index ${index.name})`);
  throw unsupported(`a compound index over several fields of one array (index ${index.name})`);
}

/** The values of an index's fields in a document, for the message about a duplicate. */
export function indexedValues(index: Index, fields: Fields): [string, Value][] {
  return index.fields.map(({ path }) => [path, valuesAt(fields, path.split('.'))[0] ?? null]);
}

/** Whether two documents share a full key of an index: needed where entries are cut or rounded. */
export function sharesKey(index: Index, a: Fields, b: Fields): boolean {
  return index.fields.every(({ path }) => {
    const others = valuesAt(b, path.split('.'));
    return valuesAt(a, path.split('.')).some((value) => others.some((other) => compare(value, other) === 0));
  });
}

const isMissing = (fields: Fields, path: string) =>
  !visitPath(fields, path.split('.'), 'whole', (value) => value !== undefined);
