/**
 * One ordered tree holds everything. The first byte says what a key is for:
 * 0 the catalog and the lock, 1 documents by collection and record, 2 index entries by index, key and record.
 * Records are numbered in the order of insertion.
 */
const DOCUMENT = 1;
const INDEX_ENTRY = 2;

const RECORD_BYTES = 6;

/** LMDB holds keys of 1978 bytes; longer index keys are cut here and their index marked as inexact. */
export const MAX_INDEX_KEY = 1900;

export const metaKey = (name: string): Buffer => Buffer.from(`\0${name}`);

function prefixOf(kind: number, id: number): Buffer {
  const bytes = Buffer.allocUnsafe(5);
  bytes[0] = kind;
  bytes.writeUInt32BE(id, 1);
  return bytes;
}

function recordBytes(record: number): Buffer {
  const bytes = Buffer.allocUnsafe(RECORD_BYTES);
  bytes.writeUIntBE(record, 0, RECORD_BYTES);
  return bytes;
}

export const documentPrefix = (collection: number): Buffer => prefixOf(DOCUMENT, collection);

export const documentKey = (collection: number, record: number): Buffer =>
  Buffer.concat([prefixOf(DOCUMENT, collection), recordBytes(record)]);

export const indexPrefix = (index: number): Buffer => prefixOf(INDEX_ENTRY, index);

export const indexEntry = (index: number, key: Buffer, record: number): Buffer =>
  Buffer.concat([prefixOf(INDEX_ENTRY, index), key, recordBytes(record)]);

/** The record that a document's key or an index entry ends with. */
export const recordOf = (key: Buffer): number => key.readUIntBE(key.length - RECORD_BYTES, RECORD_BYTES);
