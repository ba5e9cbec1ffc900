import { BSONRegExp, BSONSymbol, MaxKey, MinKey } from 'bson';
import { compare, rankOf } from '../bson/compare.js';
import { isNumber, toNumber, TYPES, typeOf, type Value } from '../bson/types.js';
import { badValue, StoreError } from '../errors.js';
import type { Leaf } from './paths.js';
import { compileRegex } from './regex.js';

/** One operator on one value: `{ $gt: 5 }`. */
export interface Test {
  op: 'eq' | 'in' | 'gt' | 'gte' | 'lt' | 'lte' | 'exists' | 'type' | 'regex' | 'size' | 'mod' | 'elemMatch';
  operand: Value;
  leaf: Leaf;
  matches(value: Value | undefined): boolean;
}

type Comparison = 'eq' | 'gt' | 'gte' | 'lt' | 'lte';

const HOLDS: Record<Comparison, (order: number) => boolean> = {
  eq: (order) => order === 0,
  gt: (order) => order > 0,
  gte: (order) => order >= 0,
  lt: (order) => order < 0,
  lte: (order) => order <= 0,
};

const isNaNValue = (value: Value) => isNumber(value) && Number.isNaN(toNumber(value));

/** Values of different types never compare, but for null with missing and the two ends of the order. */
function holds(op: Comparison, value: Value | undefined, operand: Value): boolean {
  const includesEqual = op === 'eq' || op === 'gte' || op === 'lte';
  if (value === undefined && operand === null) return includesEqual;
  if (value === undefined || rankOf(value) !== rankOf(operand)) {
    if (operand instanceof MaxKey) return op === 'lt' || op === 'lte';
    return operand instanceof MinKey && (op === 'gt' || op === 'gte');
  }
  if (isNaNValue(value) || isNaNValue(operand)) return includesEqual && isNaNValue(value) && isNaNValue(operand);
  return HOLDS[op](compare(value, operand));
}

export function comparison(op: Comparison, operand: Value): Test {
  if (op !== 'eq' && operand instanceof BSONRegExp) {
    throw badValue(`Can't have RegEx as arg to predicate over field: $${op}`);
  }
  return { op, operand, leaf: 'elements', matches: (value) => holds(op, value, operand) };
}

const stringOf = (value: Value | undefined) => (value instanceof BSONSymbol ? value.value : value);

export function regex(operand: BSONRegExp): Test {
  const pattern = compileRegex(operand);
  return {
    op: 'regex',
    operand,
    leaf: 'elements',
    matches(value) {
      const text = stringOf(value);
      if (typeof text === 'string') return pattern.test(text);
      return value instanceof BSONRegExp && compare(value, operand) === 0;
    },
  };
}

/** `{ field: value }`: equality, or a match when the value is a regular expression. */
export const equality = (operand: Value): Test =>
  operand instanceof BSONRegExp ? regex(operand) : comparison('eq', operand);

export function anyOf(operand: Value): Test {
  if (!Array.isArray(operand)) throw badValue('$in needs an array');
  const tests = operand.map(equality);
  return { op: 'in', operand, leaf: 'elements', matches: (value) => tests.some((test) => test.matches(value)) };
}

export function exists(): Test {
  return { op: 'exists', operand: true, leaf: 'whole', matches: (value) => value !== undefined };
}

function typeCodes(operand: Value): number[] {
  if (Array.isArray(operand)) {
    if (operand.length === 0) throw new StoreError(9, 'a must match at least one type');
    return operand.flatMap(typeCodes);
  }
  const types = Object.values(TYPES);
  if (operand === 'number') return types.filter((type) => type.rank === TYPES.int.rank).map((type) => type.code);
  if (typeof operand === 'string') {
    const found = types.find((type) => type.alias === operand);
    if (!found) throw badValue(`Unknown type name alias: ${operand}`);
    return [found.code];
  }
  const code = toNumber(operand);
  if (code === undefined) throw new StoreError(14, 'type must be represented as a number or a string');
  const found = types.find((type) => type.code === (code === -1 ? TYPES.minKey.code : code));
  if (!found) throw badValue(`Invalid numerical type code: ${code}`);
  return [found.code];
}

export function ofType(operand: Value): Test {
  const codes = typeCodes(operand);
  return {
    op: 'type',
    operand,
    leaf: 'elements',
    matches: (value) => value !== undefined && codes.includes(typeOf(value).code),
  };
}

export function size(operand: Value): Test {
  const wanted = toNumber(operand);
  if (wanted === undefined || wanted < 0 || !Number.isInteger(wanted)) {
    throw new StoreError(
      9,
      `Failed to parse $size. Expected ${wanted === undefined ? 'a number' : 'a non-negative integer'}`,
    );
  }
  return { op: 'size', operand, leaf: 'whole', matches: (value) => Array.isArray(value) && value.length === wanted };
}

export function modulo(operand: Value): Test {
  if (!Array.isArray(operand) || operand.length !== 2) {
    throw badValue('malformed mod, needs to be an array of two numbers');
  }
  const [divisor, remainder] = operand.map((part) => Math.trunc(toNumber(part) ?? NaN));
  if (divisor === undefined || !Number.isFinite(divisor) || !Number.isFinite(remainder)) {
    throw badValue('malformed mod, divisor and remainder must be numbers');
  }
  if (divisor === 0) throw badValue('divisor cannot be 0');
  return {
    op: 'mod',
    operand,
    leaf: 'elements',
    matches(value) {
      const number = Math.trunc(toNumber(value) ?? NaN);
      return Number.isFinite(number) && number % divisor === remainder;
    },
  };
}
