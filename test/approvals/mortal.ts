/**
 * A process of the desk that decides and tells everybody, over a real store and before a chat that outlives it. It can be
 * made to die after so many of its deeds: writes to the store and calls to the chat. What it does after that reaches nobody.
 */
import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { openAccounts } from '../../src/accounts.js';
import { type Announcer, createAnnouncer } from '../../src/announce.js';
import { createAudiences } from '../../src/audiences.js';
import type { Card } from '../../src/card.js';
import type { Chat, MessageRef } from '../../src/chat.js';
import { createPostbox } from '../../src/postbox.js';
import { aloneOn } from '../kit/processes.js';
import { relay } from '../kit/wire.js';
import { openRooms } from './rooms.js';

export type Posted = { to: string; mark: string; card: Card };

/** What stands in the chat. @param tells whether it can be asked what has arrived, as Slack can and Teams cannot. */
export function openPlatform(tells: boolean) {
  const posted = new Map<MessageRef, Posted>();
  /** The chat as one process has it. @param deed comes before each call; the process dies of it when it is one too many. */
  const chatOf = (deed: () => Promise<void>): Chat => ({
    platform: 'slack',
    async post(to, card, once) {
      const mark = once?.mark ?? randomUUID();
      const arrived = [...posted].find(([, each]) => tells && once?.again && each.mark === mark)?.[0];
      if (arrived) return arrived;
      await deed();
      const ref: MessageRef = `slack:${randomUUID()}`;
      posted.set(ref, { to: to.slice('slack:'.length), mark, card });
      return ref;
    },
    async update(ref, card) {
      await deed();
      posted.get(ref)!.card = card;
      return 'drawn';
    },
    reach: async (whom) => `slack:${'person' in whom ? whom.person.id : whom.channel}`,
  });
  return { posted, chatOf };
}
export type Platform = ReturnType<typeof openPlatform>;

export async function openProcess(dbName: string, platform: Platform) {
  let done = 0;
  let last = Infinity;
  let die = () => {};
  const died = new Promise<void>((resolve) => (die = resolve));
  const mayAct = () => {
    if (done === last) {
      die();
      return false;
    }
    done += 1;
    return true;
  };
  const way = await relay(process.env['DESKHAND_TEST_MONGODB_URI']!, ({ isWrite }) => !isWrite || mayAct());
  let announcer: Announcer | undefined;
  const rooms = await openRooms({ dbName, uri: way.uri, saved: (id, record) => announcer?.soon(id, record) });
  const { collections, directory } = rooms;
  const chat = platform.chatOf(() => (mayAct() ? Promise.resolve() : new Promise(() => {})));
  const accounts = await openAccounts(collections, directory, 'email');
  const audiences = createAudiences({ chats: [chat], accounts, directory });
  const postbox = createPostbox({ collections, audiences, processes: aloneOn(collections) });
  announcer = createAnnouncer({ audiences, postbox, log: pino({ level: 'silent' }), now: () => rooms.now });
  announcer.register(rooms.access.presenter);
  announcer.register(rooms.delegations.presenter);
  const { idle, recover } = announcer;

  /** Resolves when all that is due has been done and said. */
  async function settle(): Promise<void> {
    await recover();
    await idle();
    await rooms.wait(0);
    await idle();
  }
  return {
    rooms,
    settle,
    /** Does it, and what follows, and resolves with how many deeds that took. @param most after so many the process dies. */
    async live(act: () => Promise<unknown>, most = Infinity): Promise<number> {
      const before = done;
      last = before + most;
      await Promise.race([act().then(settle), died]);
      return done - before;
    },
    async close() {
      await way.close();
      await rooms.close();
    },
  };
}
