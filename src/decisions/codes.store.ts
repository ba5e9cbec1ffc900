/** Where one-time codes are kept until they are over: sealed, one for each person, never as they are. */
import mongoose, { type Connection } from 'mongoose';
import type { Challenge } from '../approvals/step-up.js';
import { isDuplicateKey } from '../errors.js';

export type Codes = ReturnType<typeof openCodes>;

export function openCodes(connection: Connection) {
  const schema = new mongoose.Schema(
    { _id: String, expires: Date },
    { strict: false, versionKey: false, autoIndex: false },
  );
  const { collection } = connection.model('codes', schema.index({ expires: 1 }), 'codes');
  const find = async (filter: object) => (await collection.find(filter).toArray()) as unknown as Challenge[];

  return {
    of: async (person: string): Promise<Challenge | undefined> => (await find({ _id: person }))[0],
    /** Saves by compare-and-swap; false when somebody else was first. */
    async save(before: Challenge | undefined, after: Challenge): Promise<boolean> {
      const row = Object.fromEntries(Object.entries(after).filter(([, value]) => value !== undefined));
      if (before) {
        const same = { _id: before._id as never, version: before.version };
        return (await collection.replaceOne(same, row)).modifiedCount === 1;
      }
      try {
        await collection.insertOne(row);
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },
    expired: (now: Date) => find({ expires: { $lte: now } }),
    remove: async ({ _id, version }: Challenge): Promise<void> =>
      void (await collection.deleteOne({ _id: _id as never, version })),
  };
}
