import { compare } from '../bson/compare.js';
import { arithmetic, type Numeric } from '../bson/numbers.js';
import { integer, isDoc, isNumber, toNumber, typeOf, type Doc, type Value } from '../bson/types.js';
import { badValue, StoreError, unsupported } from '../errors.js';
import { Int32 } from 'bson';

/** A compiled expression: its value for a document, undefined for a missing one. */
export type Expression = (document: Doc) => Value | undefined;

export function compileExpression(expression: Value): Expression {
  if (typeof expression === 'string' && expression.startsWith('$')) return compilePath(expression);
  if (Array.isArray(expression)) {
    const items = expression.map(compileExpression);
    return (document) => items.map((item) => item(document) ?? null);
  }
  if (!isDoc(expression)) return () => expression;
  const [name, ...others] = expression.keys();
  if (!name?.startsWith('$')) return compileObject(expression);
  if (others.length > 0)
    throw new StoreError(15983, 'An object representing an expression must have exactly one field');
  return compileOperator(name, expression.get(name) ?? null);
}

function compilePath(text: string): Expression {
  if (text === '$$ROOT' || text === '$$CURRENT') return (document) => document;
  if (text === '$$REMOVE') return () => undefined;
  if (text === '$$NOW') return () => new Date();
  if (text.startsWith('$$')) throw new StoreError(17276, `Use of undefined variable: ${text.slice(2)}`);
  const segments = text.slice(1).split('.');
  if (segments.includes('')) throw badValue(`FieldPath '${text}' must not have an empty field name`);
  return (document) => follow(document, segments);
}

/** A path in an expression gathers the values below an array into an array. */
function follow(value: Value | undefined, segments: string[]): Value | undefined {
  const [name, ...rest] = segments;
  if (name === undefined) return value;
  if (isDoc(value)) return follow(value.get(name), rest);
  if (!Array.isArray(value)) return undefined;
  return value.map((element) => follow(element, segments)).filter((found) => found !== undefined);
}

function compileObject(fields: Doc): Expression {
  const compiled = [...fields].map(([name, value]) => [name, compileExpression(value)] as const);
  return (document) => {
    const result: Doc = new Map();
    for (const [name, expression] of compiled) {
      const value = expression(document);
      if (value !== undefined) result.set(name, value);
    }
    return result;
  };
}

const isNullish = (value: Value | undefined): value is null | undefined => value === null || value === undefined;

const isTrue = (value: Value | undefined) => !isNullish(value) && value !== false && toNumber(value) !== 0;

type Operator = (args: (Value | undefined)[]) => Value | undefined;

const comparing =
  (holds: (order: number) => boolean): Operator =>
  ([a, b]) =>
    holds(compare(a, b));

function numberOrThrow(name: string, value: Value): Numeric {
  if (!isNumber(value)) throw new StoreError(14, `${name} only supports numeric types, not ${typeOf(value).alias}`);
  return value;
}

/** Sums or multiplies; what no long holds becomes a double. */
export function combine(operator: 'add' | 'multiply', a: Numeric, b: Numeric): Numeric {
  const result = arithmetic(operator, a, b);
  if (result === 'unsupported') throw unsupported('arithmetic with Decimal128');
  if (result !== 'overflow') return result;
  const [left, right] = [toNumber(a) ?? NaN, toNumber(b) ?? NaN];
  return operator === 'add' ? left + right : left * right;
}

const negate = (value: Numeric): Numeric =>
  value instanceof Int32 ? integer(-value.value) : combine('multiply', value, new Int32(-1));

function add(args: (Value | undefined)[]): Value {
  if (args.some(isNullish)) return null;
  const dates = args.filter((value) => value instanceof Date);
  if (dates.length > 1) throw new StoreError(16612, 'only one date allowed in an $add expression');
  const numbers = args.filter((value): value is Value => !(value instanceof Date) && !isNullish(value));
  const sum = numbers
    .map((value) => numberOrThrow('$add', value))
    .reduce((a, b) => combine('add', a, b), new Int32(0) as Numeric);
  return dates[0] ? new Date(dates[0].getTime() + Math.round(toNumber(sum) ?? 0)) : sum;
}

function subtract([a, b]: (Value | undefined)[]): Value {
  if (isNullish(a) || isNullish(b)) return null;
  if (a instanceof Date && b instanceof Date) return BigInt(a.getTime() - b.getTime());
  if (a instanceof Date) return add([a, negate(numberOrThrow('$subtract', b))]);
  return combine('add', numberOrThrow('$subtract', a), negate(numberOrThrow('$subtract', b)));
}

function divide([a, b]: (Value | undefined)[]): Value {
  if (isNullish(a) || isNullish(b)) return null;
  const divisor = toNumber(numberOrThrow('$divide', b)) ?? NaN;
  if (divisor === 0) throw badValue("can't $divide by zero");
  return (toNumber(numberOrThrow('$divide', a)) ?? NaN) / divisor;
}

function multiply(args: (Value | undefined)[]): Value {
  if (args.some(isNullish)) return null;
  return args
    .map((value) => numberOrThrow('$multiply', value ?? null))
    .reduce((a, b) => combine('multiply', a, b), new Int32(1) as Numeric);
}

function sizeOf([array]: (Value | undefined)[]): Value {
  if (!Array.isArray(array)) throw new StoreError(17124, 'The argument to $size must be an array');
  return integer(array.length);
}

function isIn([value, array]: (Value | undefined)[]): Value {
  if (!Array.isArray(array)) throw new StoreError(40081, '$in requires an array as a second argument');
  return array.some((element) => compare(element, value) === 0);
}

/** Operators by name, with the number of their arguments where it is fixed. */
const OPERATORS: Record<string, { arity?: number; apply: Operator }> = {
  $eq: { arity: 2, apply: comparing((order) => order === 0) },
  $ne: { arity: 2, apply: comparing((order) => order !== 0) },
  $gt: { arity: 2, apply: comparing((order) => order > 0) },
  $gte: { arity: 2, apply: comparing((order) => order >= 0) },
  $lt: { arity: 2, apply: comparing((order) => order < 0) },
  $lte: { arity: 2, apply: comparing((order) => order <= 0) },
  $and: { apply: (args) => args.every(isTrue) },
  $or: { apply: (args) => args.some(isTrue) },
  $not: { arity: 1, apply: ([value]) => !isTrue(value) },
  $ifNull: { apply: (args) => args.find((value) => !isNullish(value)) ?? args.at(-1) },
  $cond: { arity: 3, apply: ([test, yes, no]) => (isTrue(test) ? yes : no) },
  $add: { apply: add },
  $subtract: { arity: 2, apply: subtract },
  $multiply: { apply: multiply },
  $divide: { arity: 2, apply: divide },
  $size: { arity: 1, apply: sizeOf },
  $in: { arity: 2, apply: isIn },
};

function compileOperator(name: string, operand: Value): Expression {
  if (name === '$literal') return () => operand;
  const operator = OPERATORS[name];
  if (!operator)
    throw new StoreError(168, `Unrecognized expression '${name}' (or not supported by the embedded store)`);
  const list =
    name === '$cond' && isDoc(operand) ? ['if', 'then', 'else'].map((part) => operand.get(part) ?? null) : operand;
  const args = (Array.isArray(list) ? list : [list]).map(compileExpression);
  if (operator.arity !== undefined && args.length !== operator.arity) {
    throw new StoreError(
      16020,
      `Expression ${name} takes exactly ${operator.arity} arguments. ${args.length} were passed in.`,
    );
  }
  return (document) => operator.apply(args.map((arg) => arg(document)));
}
