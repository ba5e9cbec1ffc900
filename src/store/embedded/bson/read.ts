import { Binary, BSONRegExp, BSONSymbol, Code, Decimal128, Int32, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';
import { badValue, StoreError, unsupported } from '../errors.js';
import { TYPES, type Doc, type Fields, type Value } from './types.js';

/** MongoDB's limit on nested documents. */
const MAX_DEPTH = 180;

const malformed = (why: string) => badValue(`Malformed BSON: ${why}`);

/** The length of a value's bytes, by its type. */
function sizeOf(typeCode: number, bytes: Buffer, at: number): number {
  switch (typeCode) {
    case TYPES.double.code:
    case TYPES.date.code:
    case TYPES.timestamp.code:
    case TYPES.long.code:
      return 8;
    case TYPES.string.code:
    case TYPES.javascript.code:
    case TYPES.symbol.code:
      return 4 + bytes.readInt32LE(at);
    case TYPES.object.code:
    case TYPES.array.code:
      return bytes.readInt32LE(at);
    case TYPES.binData.code:
      return 5 + bytes.readInt32LE(at);
    case TYPES.objectId.code:
      return 12;
    case TYPES.bool.code:
      return 1;
    case TYPES.null.code:
    case TYPES.minKey.code:
    case TYPES.maxKey.code:
      return 0;
    case TYPES.regex.code:
      return endOfName(bytes, endOfName(bytes, at) + 1) + 1 - at;
    case TYPES.int.code:
      return 4;
    case TYPES.decimal.code:
      return 16;
    default:
      throw unsupported(`the BSON type 0x${typeCode.toString(16)}`);
  }
}

function endOfName(bytes: Buffer, at: number): number {
  const end = bytes.indexOf(0, at);
  if (end < 0) throw malformed('a name does not end');
  return end;
}

function readString(bytes: Buffer, at: number): string {
  const size = bytes.readInt32LE(at);
  if (size < 1 || bytes[at + 3 + size] !== 0) throw malformed('a string does not end');
  return bytes.toString('utf8', at + 4, at + 3 + size);
}

function readDate(bytes: Buffer, at: number): Date {
  const date = new Date(Number(bytes.readBigInt64LE(at)));
  if (Number.isNaN(date.getTime())) throw unsupported('dates beyond the years ±271821');
  return date;
}

function readBinary(bytes: Buffer, at: number): Binary {
  const size = bytes.readInt32LE(at);
  return new Binary(Buffer.from(bytes.subarray(at + 5, at + 5 + size)), bytes[at + 4]);
}

function readRegex(bytes: Buffer, at: number): BSONRegExp {
  const end = endOfName(bytes, at);
  return new BSONRegExp(bytes.toString('utf8', at, end), bytes.toString('utf8', end + 1, endOfName(bytes, end + 1)));
}

function readValue(typeCode: number, bytes: Buffer, at: number, size: number, depth: number): Value {
  switch (typeCode) {
    case TYPES.double.code:
      return bytes.readDoubleLE(at);
    case TYPES.string.code:
      return readString(bytes, at);
    case TYPES.object.code:
      return readFields(bytes, at, depth + 1);
    case TYPES.array.code:
      return [...readFields(bytes, at, depth + 1).values()];
    case TYPES.binData.code:
      return readBinary(bytes, at);
    case TYPES.objectId.code:
      return new ObjectId(bytes.subarray(at, at + 12));
    case TYPES.bool.code:
      return bytes[at] === 1;
    case TYPES.date.code:
      return readDate(bytes, at);
    case TYPES.null.code:
      return null;
    case TYPES.regex.code:
      return readRegex(bytes, at);
    case TYPES.javascript.code:
      return new Code(readString(bytes, at));
    case TYPES.symbol.code:
      return new BSONSymbol(readString(bytes, at));
    case TYPES.int.code:
      return new Int32(bytes.readInt32LE(at));
    case TYPES.timestamp.code:
      return new Timestamp({ i: bytes.readUInt32LE(at), t: bytes.readUInt32LE(at + 4) });
    case TYPES.long.code:
      return bytes.readBigInt64LE(at);
    case TYPES.decimal.code:
      return new Decimal128(Buffer.from(bytes.subarray(at, at + size)));
    case TYPES.minKey.code:
      return new MinKey();
    default:
      return new MaxKey();
  }
}

/** Checks a document's frame and returns where its fields end. */
function endOfDoc(bytes: Buffer, at: number): number {
  const size = at + 4 <= bytes.length ? bytes.readInt32LE(at) : 0;
  const end = at + size - 1;
  if (size < 5 || end >= bytes.length || bytes[end] !== 0) throw malformed('a document has a wrong length');
  return end;
}

function readFields(bytes: Buffer, start: number, depth: number): Doc {
  if (depth > MAX_DEPTH) throw new StoreError(15, `Exceeded depth limit: documents nest ${MAX_DEPTH} deep at most`);
  const end = endOfDoc(bytes, start);
  const fields: Doc = new Map();
  let at = start + 4;
  let count = 0;
  while (at < end) {
    const typeCode = bytes[at] ?? 0;
    const nameEnd = endOfName(bytes, at + 1);
    const name = bytes.toString('utf8', at + 1, nameEnd);
    const size = sizeOf(typeCode, bytes, nameEnd + 1);
    if (size < 0 || nameEnd + 1 + size > end) throw malformed(`the field ${name} has a wrong length`);
    fields.set(name, readValue(typeCode, bytes, nameEnd + 1, size, depth));
    if (fields.size !== ++count) throw unsupported(`documents with the field ${name} twice`);
    at = nameEnd + 1 + size;
  }
  return fields;
}

/** Reads and checks a whole document. */
export const readDoc = (bytes: Buffer, at = 0): Doc => readFields(bytes, at, 1);

const nameBytes = new Map<string, Buffer>();

function bytesOfName(name: string): Buffer {
  let bytes = nameBytes.get(name);
  if (!bytes) {
    if (nameBytes.size > 10_000) nameBytes.clear();
    bytes = Buffer.from(`${name}\0`);
    nameBytes.set(name, bytes);
  }
  return bytes;
}

/** Reads single fields out of a stored document, so that a filter need not read all of it. */
export function fieldsOf(bytes: Buffer): Fields {
  return {
    get(name) {
      const wanted = bytesOfName(name);
      let at = 4;
      while (bytes[at] !== 0) {
        const typeCode = bytes[at] ?? 0;
        const nameAt = at + 1;
        const valueAt = endOfName(bytes, nameAt) + 1;
        const size = sizeOf(typeCode, bytes, valueAt);
        if (valueAt - nameAt === wanted.length && wanted.compare(bytes, nameAt, valueAt) === 0) {
          return readValue(typeCode, bytes, valueAt, size, 1);
        }
        at = valueAt + size;
      }
      return undefined;
    },
  };
}
