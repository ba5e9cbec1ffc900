import { Binary, BSONRegExp, BSONSymbol, Code, ObjectId, Timestamp } from 'bson';
import { compareNumbers } from './numbers.js';
import { isDoc, isNumber, typeOf, type Value } from './types.js';

const SURROGATE = /[\ud800-\udfff]/;

function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  // JavaScript orders by UTF-16 units, BSON by UTF-8 bytes; they differ on surrogates alone.
  if (SURROGATE.test(a) || SURROGATE.test(b)) return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return a < b ? -1 : 1;
}

const difference = (a: number | bigint, b: number | bigint) => (a < b ? -1 : a > b ? 1 : 0);

function compareBinary(a: Binary, b: Binary): number {
  return (
    difference(a.position, b.position) ||
    difference(a.sub_type, b.sub_type) ||
    Buffer.compare(a.buffer.subarray(0, a.position), b.buffer.subarray(0, b.position))
  );
}

function compareFields(a: Iterator<[unknown, Value]>, b: Iterator<[unknown, Value]>): number {
  for (;;) {
    const left = a.next();
    const right = b.next();
    if (left.done || right.done) return difference(left.done ? 0 : 1, right.done ? 0 : 1);
    const [leftName, leftValue] = left.value;
    const [rightName, rightValue] = right.value;
    const order =
      difference(rankOf(leftValue), rankOf(rightValue)) ||
      (typeof leftName === 'string' ? compareStrings(leftName, String(rightName)) : 0) ||
      compare(leftValue, rightValue);
    if (order !== 0) return order;
  }
}

/** Where a value's type stands in MongoDB's comparison order; undefined stands for an empty array's sort value. */
export const rankOf = (value: Value | undefined): number => (value === undefined ? 3 : typeOf(value).rank);

const stringOf = (value: Value): string | undefined =>
  typeof value === 'string' ? value : value instanceof BSONSymbol ? value.value : undefined;

/** MongoDB's comparison order over all types: negative, zero or positive. */
export function compare(a: Value | undefined, b: Value | undefined): number {
  const byType = difference(rankOf(a), rankOf(b));
  if (byType !== 0 || a === undefined || b === undefined) return byType;
  if (isNumber(a) && isNumber(b)) return compareNumbers(a, b);
  const [left, right] = [stringOf(a), stringOf(b)];
  if (left !== undefined && right !== undefined) return compareStrings(left, right);
  if (a instanceof Date && b instanceof Date) return difference(a.getTime(), b.getTime());
  if (a instanceof ObjectId && b instanceof ObjectId) return Buffer.compare(a.id, b.id);
  if (typeof a === 'boolean') return difference(Number(a), Number(b));
  if (isDoc(a) && isDoc(b)) return compareFields(a.entries(), b.entries());
  if (Array.isArray(a) && Array.isArray(b)) return compareFields(a.entries(), b.entries());
  if (a instanceof Binary && b instanceof Binary) return compareBinary(a, b);
  if (a instanceof Timestamp && b instanceof Timestamp) return difference(a.t, b.t) || difference(a.i, b.i);
  if (a instanceof BSONRegExp && b instanceof BSONRegExp) {
    return compareStrings(a.pattern, b.pattern) || compareStrings(a.options, b.options);
  }
  if (a instanceof Code && b instanceof Code) return compareStrings(a.code, b.code);
  return 0;
}

/** Equality as queries see it: 1, 1.0 and Long(1) are equal; documents only with their fields in the same order. */
export const isEqual = (a: Value, b: Value): boolean => compare(a, b) === 0;
