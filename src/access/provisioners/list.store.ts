/** The desk's own list of members, for applications that read it and for owners who follow it by hand. */
import { type Connection, Schema } from 'mongoose';
import type { Provisioner } from './provisioner.js';

export function recordProvisioner(connection: Connection): Provisioner & { ready(): Promise<void> } {
  const named = { id: String, name: String };
  const schema = new Schema(
    { _id: String, person: named, entitlement: String, owner: named, reason: String, until: Date },
    { versionKey: false, autoIndex: false },
  );
  schema.index({ entitlement: 1, 'person.id': 1 });
  const model = connection.model('Membership', schema, 'memberships');
  return {
    tellsApart: true,
    ready: () => model.createIndexes(),
    async grant({ id, ...rest }) {
      await model.updateOne({ _id: id }, { $set: rest }, { upsert: true }).exec();
    },
    async revoke({ id }) {
      await model.deleteOne({ _id: id }).exec();
    },
    verify: async ({ id, person, entitlement }) =>
      (await model.countDocuments({ _id: id, 'person.id': person.id, entitlement }).exec()) === 1,
  };
}
