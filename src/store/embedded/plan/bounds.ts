import { BSONRegExp, MaxKey, MinKey } from 'bson';
import { rankOf } from '../bson/compare.js';
import { afterPrefix, complement, keyOf, type Key } from '../bson/key.js';
import { isNumber, toNumber, type Value } from '../bson/types.js';
import type { Test } from '../query/operators.js';
import type { Range } from '../storage/environment.js';
import { isMultikey, type Index } from '../storage/indexes.js';
import { indexPrefix, MAX_INDEX_KEY } from '../storage/keyspace.js';

/** The tests that must all hold, by path. */
export type Predicates = Map<string, Test[]>;

/** Where in an index the matching documents' entries lie. */
export interface Bounds {
  ranges: Range[];
  /** How many leading fields are bound to single values, and whether the next one is bound to a range. */
  equalities: number;
  ranged: boolean;
}

/** `$in` lists over several fields multiply; beyond this many ranges the rest is left to the filter. */
const MAX_RANGES = 1000;

/** Values whose index entries are found by their own key; arrays, patterns and the ends of the order are not. */
function isBoundable(value: Value): boolean {
  if (isNumber(value)) return !Number.isNaN(toNumber(value));
  return !(Array.isArray(value) || value instanceof BSONRegExp || value instanceof MinKey || value instanceof MaxKey);
}

/** The values a test pins its field to, if it does. */
function pointsOf({ op, operand }: Test): Value[] | undefined {
  if (op === 'in' && Array.isArray(operand)) return operand.every(isBoundable) ? operand : undefined;
  const isNullEquality = operand === null && (op === 'gte' || op === 'lte');
  return (op === 'eq' || isNullEquality) && isBoundable(operand) ? [operand] : undefined;
}

const isRange = ({ op, operand }: Test) =>
  ['gt', 'gte', 'lt', 'lte'].includes(op) && operand !== null && isBoundable(operand);

const oriented = (key: Key, direction: 1 | -1) => (direction === 1 ? key.bytes : complement(key.bytes));

/** Cuts a bound as entries are cut; a cut bound cannot exclude the entries equal to it. */
const cut = (bytes: Buffer) => bytes.subarray(0, MAX_INDEX_KEY + indexPrefix(0).length);

/** The entries that begin with `head` and hold a value within all of `tests`, which are of one type. */
function rangeOf(head: Buffer, tests: Test[], index: Index, direction: 1 | -1): Range {
  const rank = Buffer.from([rankOf(tests[0]?.operand)]);
  const type = Buffer.concat([head, direction === 1 ? rank : complement(rank)]);
  let start: Buffer = type;
  let end: Buffer = afterPrefix(type);
  for (const { op, operand } of tests) {
    const key = keyOf(operand);
    const whole = Buffer.concat([head, oriented(key, direction)]);
    const bound = cut(whole);
    const excludes = (op === 'gt' || op === 'lt') && key.exact && !index.inexact && bound.length === whole.length;
    const isLower = (op === 'gt' || op === 'gte') === (direction === 1);
    if (isLower) start = later(start, excludes ? afterPrefix(bound) : bound);
    else end = earlier(end, excludes ? bound : afterPrefix(bound));
  }
  return { start, end };
}

const later = (a: Buffer, b: Buffer) => (Buffer.compare(a, b) > 0 ? a : b);
const earlier = (a: Buffer, b: Buffer) => (Buffer.compare(a, b) < 0 ? a : b);

/** The tests that may bound one field together; on an index with several entries a document only one of them may. */
function together(tests: Test[], index: Index): Test[] {
  const ranges = tests.filter(isRange);
  const rank = rankOf(ranges[0]?.operand);
  return isMultikey(index) ? ranges.slice(0, 1) : ranges.filter(({ operand }) => rankOf(operand) === rank);
}

/** An element of an array may be sought by several equalities; each of them alone can bound an index. */
export function alternatives(index: Index, predicates: Predicates): Predicates[] {
  const pinned = (path: string) => (predicates.get(path) ?? []).filter((test) => pointsOf(test));
  const path = index.arrays.find((each) => pinned(each).length > 1);
  if (path === undefined) return [predicates];
  const others = (predicates.get(path) ?? []).filter((test) => !pointsOf(test));
  return pinned(path).map((test) => new Map([...predicates, [path, [test, ...others]]]));
}

/** The tightest bounds that the predicates give on an index: leading equalities, then one range. */
export function boundsOf(index: Index, predicates: Predicates): Bounds {
  let heads: Buffer[] = [indexPrefix(index.id)];
  let equalities = 0;
  const roots = new Set<string>();
  for (const { path, direction } of index.fields) {
    const root = path.split('.')[0] ?? path;
    // Two conditions on one array may be met by two of its elements, which have separate entries.
    if (isMultikey(index) && roots.has(root)) break;
    roots.add(root);
    const tests = predicates.get(path) ?? [];
    const points = tests.map(pointsOf).filter((values) => values !== undefined);
    const fewest = points.toSorted((a, b) => a.length - b.length)[0];
    if (fewest && fewest.length * heads.length <= MAX_RANGES) {
      const keys = fewest.map((value) => oriented(keyOf(value), direction));
      heads = heads.flatMap((head) => keys.map((key) => Buffer.concat([head, key])));
      equalities++;
      continue;
    }
    const ranges = together(tests, index);
    if (ranges.length === 0) break;
    return { ranges: heads.map((head) => rangeOf(cut(head), ranges, index, direction)), equalities, ranged: true };
  }
  return { ranges: heads.map(cut).map((start) => ({ start, end: afterPrefix(start) })), equalities, ranged: false };
}
