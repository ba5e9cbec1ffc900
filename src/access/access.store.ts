import { type Connection, type Model, Schema } from 'mongoose';
import type { AccessRequest } from './access.js';

const anything = Schema.Types.Mixed;
const named = { id: String, name: String };
const worded = { en: String, zh: String };

/** The collection of access requests. Call `createIndexes()` once before use. */
export function accessModel(connection: Connection): Model<AccessRequest> {
  const schema = new Schema(
    {
      _id: String,
      version: Number,
      origin: String,
      history: [anything],
      owing: Date,
      unreachable: [String],
      requester: named,
      entitlement: String,
      title: worded,
      owner: named,
      risk: String,
      hours: Number,
      reason: String,
      policy: String,
      approval: anything,
      state: String,
      lease: anything,
      work: anything,
      end: anything,
      conflict: String,
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
  return connection.model('AccessRequest', schema, 'requests') as unknown as Model<AccessRequest>;
}
