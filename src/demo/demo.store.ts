/** What playing the half year of the demo company needs of the store. */
import type { Connection } from 'mongoose';
import type { Subject } from './stories.js';
import type { SideCollections } from '../store/side-collections.js';

const MARK = 'demo';
/** What still goes on has its cards in people's chats. */
const going = ['new', 'assigned', 'in-progress', 'waiting', 'requested', 'active', 'approved'];

/** The store has the beginning of a half year and nothing else. */
export class CutOff extends Error {}

export function openDemoBook(connection: Connection, { addresses }: Pick<SideCollections, 'addresses'>) {
  const questions = connection.collection<{ _id: string }>('questions');
  return {
    /**
     * Whether the half year is still to be played. @throws when the store has records of its own, or of a half year that
     * was cut off.
     */
    async claim(dataDir: string): Promise<boolean> {
      const mark = await addresses.recall(MARK);
      if (mark === 'played') return false;
      if (mark !== undefined || (await connection.collection('counters').findOne({})) !== null)
        throw new (mark ? CutOff : Error)(
          `DEMO=year needs an empty store, and ${dataDir} has ${mark ? 'a half year that was cut off' : 'records'}: ` +
            'set DATA_DIR to a new folder, or remove DEMO',
        );
      await addresses.keep(MARK, 'begun');
      return true;
    },
    /** The question that a delivery asked; nobody is told of questions. */
    question: (origin: string): Promise<Subject | undefined> =>
      questions.findOne({ origin }).then((found) => found ?? undefined),
    /** What was owed then was told then; only what goes on is shown once the desk opens. */
    async settle(names: readonly string[], now: Date): Promise<void> {
      for (const name of new Set(names)) {
        const owing = await connection
          .collection(name)
          .find({ owing: { $exists: true } })
          .toArray();
        const writes = owing.map(({ _id, history, state }) => {
          const told = (history as { owed: string[] }[]).map((event) => ({ ...event, owed: [] }));
          const update = going.includes(String(state))
            ? { $set: { history: told, owing: now } }
            : { $set: { history: told }, $unset: { owing: '' } };
          return { updateOne: { filter: { _id }, update } };
        });
        if (writes.length > 0) await connection.collection(name).bulkWrite(writes, { ordered: false });
      }
      await addresses.keep(MARK, 'played');
    },
  };
}
