/** Where grants take effect. */
import { type Connection, Schema } from 'mongoose';
import type { Who } from '../card.js';

/** A grant as an application is told of it. `id` names the lease: a person may hold two leases of one entitlement. */
export type Grant = { id: string; person: Who; entitlement: string; owner: Who; reason: string; until: Date };

/** All three may be called again for the same lease, also after a crash in between, and then change nothing more. */
export type Provisioner = {
  grant(grant: Grant): Promise<void>;
  /** Ends this lease; another lease of the same entitlement stays. */
  revoke(grant: Grant): Promise<void>;
  /** Asks the application itself whether the lease is in effect. */
  verify(grant: Grant): Promise<boolean>;
};

/** The desk's own list of members, for applications that read it and for owners who follow it by hand. */
export function recordProvisioner(connection: Connection): Provisioner & { ready(): Promise<void> } {
  const named = { id: String, name: String };
  const schema = new Schema(
    { _id: String, person: named, entitlement: String, owner: named, reason: String, until: Date },
    { versionKey: false, autoIndex: false },
  );
  schema.index({ entitlement: 1, 'person.id': 1 });
  const model = connection.model('Membership', schema, 'memberships');
  return {
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
