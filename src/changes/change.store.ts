import { type Connection, type Model, Schema } from 'mongoose';
import type { Change } from './change.js';

const anything = Schema.Types.Mixed;
const named = { id: String, name: String };
const worded = { en: String, zh: String };

/** The collection of changes. Call `createIndexes()` once before use. */
export function changeModel(connection: Connection): Model<Change> {
  const schema = new Schema(
    {
      _id: String,
      version: Number,
      origin: String,
      history: [anything],
      owing: Date,
      unreachable: [String],
      requester: named,
      title: String,
      type: { type: String },
      typeName: worded,
      plan: String,
      risk: String,
      rollback: String,
      starts: Date,
      ends: Date,
      group: String,
      policy: String,
      approval: anything,
      state: String,
      started: Date,
      finished: anything,
      overran: Date,
      waitingFor: [String],
      due: anything,
    },
    { versionKey: false, minimize: false, autoIndex: false },
  );
  schema.index({ origin: 1 }, { unique: true });
  schema.index({ owing: 1 });
  schema.index({ 'due.next': 1 });
  schema.index({ 'requester.id': 1, state: 1 });
  schema.index({ waitingFor: 1, state: 1 });
  return connection.model('Change', schema, 'changes') as unknown as Model<Change>;
}
