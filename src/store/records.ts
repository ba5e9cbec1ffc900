/** What the collections of all kinds of record have in common. */
import mongoose, { type Connection, type IndexDefinition, type Model, type SchemaDefinition } from 'mongoose';
import type { Recorded } from '../history.js';

const { Schema } = mongoose;

/** A field of any shape, which its room checks. */
export const anything = Schema.Types.Mixed;

/** A nested document whose fields are all known. */
export const part = (fields: SchemaDefinition) => new Schema(fields, { _id: false, id: false, strict: 'throw' });

/** A person, as records name them. */
export const named = { id: String, name: String };

/**
 * The collection of one kind of record: its own fields and indexes beside those of every record. A field that is not
 * named here cannot be saved. Call `createIndexes()` once before use.
 */
export function openRecords<D extends Recorded>(
  connection: Connection,
  collection: string,
  own: SchemaDefinition,
  indexes: readonly IndexDefinition[],
  /** Indexes of dates that few records have at a time. */
  sparse: readonly IndexDefinition[] = [],
  /** What one record has at a time, of those that have it at all. */
  unique: readonly IndexDefinition[] = [],
): Model<D> {
  const schema = new Schema(
    {
      _id: String,
      version: Number,
      origin: String,
      history: [anything],
      bytes: Number,
      owing: Date,
      unreachable: [String],
      ...own,
    },
    { strict: 'throw', versionKey: false, autoIndex: false, minimize: false },
  );
  schema.index({ origin: 1 }, { unique: true });
  schema.index({ owing: 1 }, { sparse: true });
  schema.index({ 'due.next': 1 }, { sparse: true });
  for (const index of indexes) schema.index(index);
  for (const index of sparse) schema.index(index, { sparse: true });
  for (const index of unique) schema.index(index, { sparse: true, unique: true });
  return connection.model(collection, schema, collection) as unknown as Model<D>;
}
