/** Plays the demo company's half year over the desk before it opens, on a clock that is set back for it. */
import type { Connection } from 'mongoose';
import type { Announcer } from '../announce.js';
import type { Background } from '../background.js';
import type { JumpingClock } from '../clock.js';
import type { Desk } from '../desk.js';
import type { Directory } from '../people.js';
import { Refusal } from '../refusal.js';
import type { Together } from '../room.js';
import type { SideCollections } from '../store/side-collections.js';
import { openDemoBook } from './demo.store.js';
import { createHearing } from './hearing.js';
import { playHalfYear } from './play.js';

export type Demo = {
  /** What happens while the half year is played was told then, so it is not told now. */
  quietly(announcer: Announcer): Announcer;
  /** Resolves to the number of deeds. */
  play(over: {
    desk: Desk;
    rooms: Pick<Together, 'sweeps' | 'presenters'>;
    directory: Directory;
    background: Background;
    clock: JumpingClock;
  }): Promise<number>;
};

/** The half year, if it is still to be played. @throws when the store has records of its own. */
export async function claimDemo(
  connection: Connection,
  collections: Pick<SideCollections, 'addresses'>,
  dataDir: string,
): Promise<Demo | undefined> {
  const book = openDemoBook(connection, collections);
  if (!(await book.claim(dataDir))) return undefined;
  const hearing = createHearing();
  let isPlayed = false;
  return {
    quietly: (announcer) => ({
      ...announcer,
      soon: (id, saved) => (isPlayed ? announcer.soon(id, saved) : hearing.hear(saved)),
    }),
    async play({ desk, rooms, directory, background, clock }) {
      const now = clock.now();
      const ahead = clock.jump(0);
      const setClock = (at: Date) => void clock.jump(at.getTime() - clock.now().getTime());
      const deeds = await playHalfYear(now, {
        async act(by, does, at, origin) {
          setClock(at);
          try {
            await desk.act(directory.person(by)!, does, { now: at, origin });
            await background.idle();
            return true;
          } catch (error) {
            if (error instanceof Refusal) return false;
            throw error;
          }
        },
        subject: async (does, origin, id) =>
          hearing.subject(origin, id) ?? (does === 'ask' ? book.question(origin) : undefined),
        due: hearing.due,
        async sweep({ sweep, at }) {
          setClock(at);
          await rooms.sweeps.find(({ name }) => name === sweep)?.run(at);
          await background.idle();
        },
      });
      clock.jump(ahead - clock.jump(0));
      await book.settle(
        rooms.presenters.map(({ ledger }) => ledger.model.collection.collectionName),
        now,
      );
      isPlayed = true;
      return deeds;
    },
  };
}
