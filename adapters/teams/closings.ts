/**
 * Conversations in which Teams takes nothing more from the desk, until somebody there is heard again. Every activity asks
 * for them, so a process reads them again only now and then; it finds out at the next post what it missed meanwhile.
 */
import { z } from 'zod';
import type { Addresses } from '../../src/chat.js';

const KEY = 'teams:closed';
/** Milliseconds for which a process does not look what others have closed or opened. */
const BELIEVED_MS = 10_000;
/** The most that are kept; the oldest is tried once more. */
const MOST = 5_000;

const ids = z.array(z.string()).catch([]);

export function createClosings(addresses: Addresses) {
  let known: { closed: Set<string>; until: number } | undefined;
  let changing: Promise<unknown> = Promise.resolve();

  async function read(): Promise<Set<string>> {
    const closed = new Set(ids.parse(await addresses.recall(KEY)));
    known = { closed, until: performance.now() + BELIEVED_MS };
    return closed;
  }
  const lately = async () => (known && known.until > performance.now() ? known.closed : read());

  /** One after another: two changes at once would each write a list without the other. */
  function change(apply: (closed: Set<string>) => void): Promise<void> {
    const changed = changing.then(async () => {
      const closed = await read();
      apply(closed);
      await addresses.keep(KEY, [...closed].slice(-MOST));
    });
    changing = changed.catch(() => undefined);
    return changed;
  }

  return {
    all: lately,
    has: async (id: string): Promise<boolean> => (await lately()).has(id),
    add: (id: string): Promise<void> => change((closed) => void closed.add(id)),
    async remove(id: string): Promise<void> {
      if ((await lately()).has(id)) await change((closed) => void closed.delete(id));
    },
  };
}
