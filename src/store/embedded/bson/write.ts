import { Binary, BSONRegExp, BSONSymbol, Code, Decimal128, Int32, ObjectId, Timestamp } from 'bson';
import { TYPES, typeOf, type Value } from './types.js';

/** What can be written: values, and documents that already are bytes. */
export type Writable = Value | Uint8Array | Writable[] | Map<string, Writable>;

/** A growing buffer with the write position. */
interface Target {
  bytes: Buffer;
  at: number;
}

function room(target: Target, size: number): Buffer {
  if (target.at + size > target.bytes.length) {
    const larger = Buffer.allocUnsafe(Math.max(target.bytes.length * 2, target.at + size));
    target.bytes.copy(larger, 0, 0, target.at);
    target.bytes = larger;
  }
  return target.bytes;
}

function writeBytes(target: Target, bytes: Uint8Array): void {
  room(target, bytes.length).set(bytes, target.at);
  target.at += bytes.length;
}

function writeByte(target: Target, byte: number): void {
  room(target, 1)[target.at++] = byte;
}

function writeInt32(target: Target, value: number): void {
  target.at = room(target, 4).writeInt32LE(value, target.at);
}

function writeText(target: Target, text: string): void {
  const buffer = room(target, text.length * 3 + 1);
  target.at += buffer.write(text, target.at, 'utf8');
  buffer[target.at++] = 0;
}

function writeString(target: Target, text: string): void {
  const lengthAt = target.at;
  writeInt32(target, 0);
  writeText(target, text);
  target.bytes.writeInt32LE(target.at - lengthAt - 4, lengthAt);
}

function writeFields(target: Target, fields: Iterable<[string | number, Writable]>): void {
  const start = target.at;
  writeInt32(target, 0);
  for (const [name, value] of fields) {
    writeByte(target, typeCodeOf(value));
    writeText(target, String(name));
    writeValue(target, value);
  }
  writeByte(target, 0);
  target.bytes.writeInt32LE(target.at - start, start);
}

function typeCodeOf(value: Writable): number {
  return value instanceof Uint8Array ? TYPES.object.code : typeOf(value as Value).code;
}

function writeValue(target: Target, value: Writable): void {
  if (typeof value === 'string') writeString(target, value);
  else if (typeof value === 'number') target.at = room(target, 8).writeDoubleLE(value, target.at);
  else if (typeof value === 'bigint') target.at = room(target, 8).writeBigInt64LE(value, target.at);
  else if (typeof value === 'boolean') writeByte(target, value ? 1 : 0);
  else if (value instanceof Int32) writeInt32(target, value.value);
  else if (value instanceof Uint8Array) writeBytes(target, value);
  else if (value instanceof Map) writeFields(target, value);
  else if (Array.isArray(value)) writeFields(target, value.entries());
  else if (value instanceof ObjectId) writeBytes(target, value.id);
  else if (value instanceof Date) target.at = room(target, 8).writeBigInt64LE(BigInt(value.getTime()), target.at);
  else if (value instanceof Decimal128) writeBytes(target, value.bytes);
  else if (value instanceof Binary) {
    writeInt32(target, value.position);
    writeByte(target, value.sub_type);
    writeBytes(target, value.buffer.subarray(0, value.position));
  } else if (value instanceof BSONRegExp) {
    writeText(target, value.pattern);
    writeText(target, value.options);
  } else if (value instanceof Timestamp) {
    writeInt32(target, value.i | 0);
    writeInt32(target, value.t | 0);
  } else if (value instanceof Code) writeString(target, value.code);
  else if (value instanceof BSONSymbol) writeString(target, value.value);
}

/** Writes a document as BSON. */
export function writeDoc(fields: Map<string, Writable>): Buffer {
  const target = { bytes: Buffer.allocUnsafe(512), at: 0 };
  writeFields(target, fields);
  return target.bytes.subarray(0, target.at);
}
