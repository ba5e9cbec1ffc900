/** What playing the half year of the demo company needs of the store. */
import type { Connection } from 'mongoose';
import type { Due } from './play.js';
import type { Subject } from './stories.js';
import { firstAfter } from '../store/moments.js';
import type { SideCollections } from '../store/side-collections.js';

const MARK = 'demo';
/** Where deeds open records, by the command that opens them. */
const books: Record<string, string> = {
  'open-ticket': 'tickets',
  'request-access': 'requests',
  'open-change': 'changes',
  ask: 'questions',
};
const byPrefix: Record<string, string> = { INC: 'tickets', REQ: 'requests', CHG: 'changes', Q: 'questions' };
/** The sweeps that keep the dates of a book. */
const sweeps = [
  ['tickets', 'sla'],
  ['requests', 'access'],
  ['changes', 'changes'],
] as const;
/** What still goes on has its cards in people's chats. */
const going = ['new', 'assigned', 'in-progress', 'waiting', 'requested', 'active', 'approved'];

export function openDemoBook(connection: Connection, { addresses }: Pick<SideCollections, 'addresses'>) {
  const collection = (name: string) => connection.collection<{ _id: string }>(name);
  return {
    /**
     * Whether the half year is still to be played. @throws when the store has records of its own, or of a half year that
     * was cut off.
     */
    async claim(dataDir: string): Promise<boolean> {
      const mark = await addresses.recall(MARK);
      if (mark === 'played') return false;
      if (mark !== undefined || (await connection.collection('counters').findOne({})) !== null)
        throw new Error(
          `DEMO=year needs an empty store, and ${dataDir} has ${mark ? 'a half year that was cut off' : 'records'}: ` +
            'set DATA_DIR to a new folder, or remove DEMO',
        );
      await addresses.keep(MARK, 'begun');
      return true;
    },
    /** The record that a delivery opened, or, by its id, as it now stands. */
    async subject(does: string, origin: string, id: string | undefined): Promise<Subject | undefined> {
      const name = id === undefined ? books[does] : byPrefix[id.slice(0, id.indexOf('-'))];
      if (!name) return undefined;
      const found = await collection(name).findOne(id === undefined ? { origin } : { _id: id });
      return found ?? undefined;
    },
    /** The first date after `since`, and not after `until`, at which something is to be done to a record. */
    async due(since: Date, until: Date): Promise<Due | undefined> {
      const first = async ([name, sweep]: (typeof sweeps)[number]) => {
        const at = await firstAfter(connection.collection(name), 'due.next', since);
        return at && at <= until ? { sweep, at } : undefined;
      };
      const dates = await Promise.all(sweeps.map(first));
      return dates
        .filter((due) => due !== undefined)
        .toSorted((one, other) => one.at.getTime() - other.at.getTime())[0];
    },
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
