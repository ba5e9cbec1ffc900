import { Binary, BSONRegExp, BSONSymbol, Code, Decimal128, Int32, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';

/**
 * A BSON value without loss of type: `number` is a double, `Int32` an int, `bigint` a long.
 * Documents are Maps, because objects put keys such as "10" first.
 */
export type Value =
  | null
  | boolean
  | number
  | Int32
  | bigint
  | Decimal128
  | string
  | Date
  | ObjectId
  | Binary
  | BSONRegExp
  | BSONSymbol
  | Code
  | Timestamp
  | MinKey
  | MaxKey
  | Value[]
  | Doc;

export type Doc = Map<string, Value>;

/** What a filter needs of a document: its fields by name. */
export interface Fields {
  get(name: string): Value | undefined;
}

/** A type of BSON: number, alias for `$type`, and rank in MongoDB's comparison order. */
export interface BsonType {
  code: number;
  alias: string;
  rank: number;
}

const type = (code: number, alias: string, rank: number): BsonType => ({ code, alias, rank });

export const TYPES = {
  double: type(1, 'double', 10),
  string: type(2, 'string', 15),
  object: type(3, 'object', 20),
  array: type(4, 'array', 25),
  binData: type(5, 'binData', 30),
  objectId: type(7, 'objectId', 35),
  bool: type(8, 'bool', 40),
  date: type(9, 'date', 45),
  null: type(10, 'null', 5),
  regex: type(11, 'regex', 50),
  javascript: type(13, 'javascript', 60),
  symbol: type(14, 'symbol', 15),
  int: type(16, 'int', 10),
  timestamp: type(17, 'timestamp', 47),
  long: type(18, 'long', 10),
  decimal: type(19, 'decimal', 10),
  minKey: type(255, 'minKey', 1),
  maxKey: type(127, 'maxKey', 127),
} as const;

/** The BSON type of a value. */
export function typeOf(value: Value): BsonType {
  if (typeof value === 'number') return TYPES.double;
  if (typeof value === 'string') return TYPES.string;
  if (typeof value === 'boolean') return TYPES.bool;
  return typeof value === 'bigint' ? TYPES.long : typeOfObject(value);
}

function typeOfObject(value: Exclude<Value, number | string | boolean | bigint>): BsonType {
  if (value === null) return TYPES.null;
  if (value instanceof Map) return TYPES.object;
  if (Array.isArray(value)) return TYPES.array;
  if (value instanceof Int32) return TYPES.int;
  if (value instanceof ObjectId) return TYPES.objectId;
  if (value instanceof Date) return TYPES.date;
  if (value instanceof Timestamp) return TYPES.timestamp;
  if (value instanceof Decimal128) return TYPES.decimal;
  if (value instanceof Binary) return TYPES.binData;
  if (value instanceof BSONRegExp) return TYPES.regex;
  if (value instanceof BSONSymbol) return TYPES.symbol;
  if (value instanceof Code) return TYPES.javascript;
  return value instanceof MinKey ? TYPES.minKey : TYPES.maxKey;
}

export const isDoc = (value: Value | undefined): value is Doc => value instanceof Map;

export const isNumber = (value: Value | undefined): value is number | Int32 | bigint | Decimal128 =>
  typeof value === 'number' || typeof value === 'bigint' || value instanceof Int32 || value instanceof Decimal128;

/** The value as a JavaScript number, for options and sizes; undefined when it is none. */
export function toNumber(value: Value | undefined): number | undefined {
  if (typeof value === 'number') return value;
  if (value instanceof Int32) return value.value;
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Decimal128) return Number(value.toString());
  return undefined;
}

/** The value as text; empty when it is none. */
export const textOf = (value: Value | undefined): string => (typeof value === 'string' ? value : '');

/** The truth of an option's value as MongoDB sees it. */
export function isTruthy(value: Value | undefined): boolean {
  return value !== undefined && value !== null && value !== false && toNumber(value) !== 0;
}

/** An integer in the smallest BSON type that holds it. */
export function integer(value: number): Int32 | bigint {
  return Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? new Int32(value) : BigInt(value);
}

/** Builds a document from an object literal of the store's own making. */
export const doc = (fields: Record<string, Value>): Doc => new Map(Object.entries(fields));
