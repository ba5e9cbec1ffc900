import { Binary, BSONRegExp, BSONSymbol, Code, Decimal128, Int32, ObjectId, Timestamp } from 'bson';
import { rankOf } from './compare.js';
import { integerPart, type Numeric } from './numbers.js';
import { isNumber, type Value } from './types.js';

/**
 * Index keys: bytes whose order is MongoDB's comparison order. Every value's encoding is complete in itself (none is
 * the beginning of another), so that they can be put one after the other, and their complement sorts descending.
 *
 * Decimals that no double or long holds are rounded: their keys keep the order but are not `exact`.
 */
export interface Key {
  bytes: Buffer;
  exact: boolean;
}

interface Parts {
  chunks: Buffer[];
  exact: boolean;
}

const LONG_MIN = -(2n ** 63n);

const SIGN_BIT = 1n << 63n;

function orderedInt64(value: bigint): Buffer {
  const bytes = Buffer.allocUnsafe(8);
  bytes.writeBigUInt64BE(BigInt.asUintN(64, value) ^ SIGN_BIT);
  return bytes;
}

/** A double, flipped so that bytes order as numbers do, then what a long has beyond it. */
function orderedNumber(double: number, remainder: number): Buffer {
  const bytes = Buffer.allocUnsafe(10);
  bytes.writeDoubleBE(double === 0 ? 0 : double);
  if (Number.isNaN(double)) bytes.fill(0, 0, 8);
  else if (bytes[0]! & 0x80) for (let i = 0; i < 8; i++) bytes[i] = ~bytes[i]! & 0xff;
  else bytes[0]! |= 0x80;
  bytes.writeUInt16BE(remainder + 0x8000, 8);
  return bytes;
}

function orderedLong(value: bigint): Buffer {
  const double = Number(value);
  return orderedNumber(double, Number(value - BigInt(double)));
}

function encodeNumber(value: Numeric, parts: Parts): void {
  if (value instanceof Decimal128) {
    const whole = integerPart(value);
    const double = Number(value.toString());
    const isLarge = whole !== undefined && Math.abs(double) > 2 ** 53 && whole >= LONG_MIN && whole < -LONG_MIN;
    parts.exact = false;
    parts.chunks.push(isLarge ? orderedLong(whole) : orderedNumber(double, 0));
  } else if (typeof value === 'bigint') parts.chunks.push(orderedLong(value));
  else parts.chunks.push(orderedNumber(value instanceof Int32 ? value.value : value, 0));
}

/** Text that ends in a zero byte; zeros inside it, and ones that would look like them, are escaped. */
function orderedText(text: string): Buffer {
  const isPlain = !text.includes('\0') && !text.includes('\x01');
  return Buffer.from(isPlain ? `${text}\0` : `${text.replaceAll('\x01', '\x01\x02').replaceAll('\0', '\x01\x01')}\0`);
}

function encodeBinary(value: Binary): Buffer {
  const head = Buffer.allocUnsafe(5);
  head.writeUInt32BE(value.position);
  head[4] = value.sub_type;
  return Buffer.concat([head, value.buffer.subarray(0, value.position)]);
}

function encodeBody(value: Value, parts: Parts): void {
  const { chunks } = parts;
  if (typeof value === 'string') chunks.push(orderedText(value));
  else if (isNumber(value)) encodeNumber(value, parts);
  else if (value instanceof ObjectId) chunks.push(Buffer.from(value.id));
  else if (value instanceof Date) chunks.push(orderedInt64(BigInt(value.getTime())));
  else if (typeof value === 'boolean') chunks.push(Buffer.from([value ? 1 : 0]));
  else if (value instanceof Map) {
    for (const [name, field] of value) {
      chunks.push(Buffer.from([rankOf(field)]), orderedText(name));
      encodeBody(field, parts);
    }
    chunks.push(Buffer.from([0]));
  } else if (Array.isArray(value)) {
    for (const item of value) encode(item, parts);
    chunks.push(Buffer.from([0]));
  } else if (value instanceof Binary) chunks.push(encodeBinary(value));
  else if (value instanceof Timestamp) chunks.push(orderedInt64((BigInt(value.t) << 32n) + BigInt(value.i) + LONG_MIN));
  else if (value instanceof BSONRegExp) chunks.push(orderedText(value.pattern), orderedText(value.options));
  else if (value instanceof Code) chunks.push(orderedText(value.code));
  else if (value instanceof BSONSymbol) chunks.push(orderedText(value.value));
}

function encode(value: Value | undefined, parts: Parts): void {
  parts.chunks.push(Buffer.from([rankOf(value)]));
  if (value !== undefined) encodeBody(value, parts);
}

/** The ordered key of a value; undefined is what an empty array is indexed as. */
export function keyOf(value: Value | undefined): Key {
  const parts: Parts = { chunks: [], exact: true };
  encode(value, parts);
  return { bytes: Buffer.concat(parts.chunks), exact: parts.exact };
}

/** The same key for a descending field. */
export function complement(bytes: Buffer): Buffer {
  const flipped = Buffer.allocUnsafe(bytes.length);
  for (let i = 0; i < bytes.length; i++) flipped[i] = ~bytes[i]! & 0xff;
  return flipped;
}

/** The first key after all keys that begin with `prefix`. */
export function afterPrefix(prefix: Buffer): Buffer {
  let length = prefix.length;
  while (length > 0 && prefix[length - 1] === 0xff) length--;
  const next = Buffer.from(prefix.subarray(0, length));
  if (length > 0) next[length - 1]!++;
  return next;
}
