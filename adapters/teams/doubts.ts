/** Conversations that Teams says it does not find: for seconds that may pass, and only what lasts is believed. */
import { Busy } from '../../src/chat.js';

/** Seconds without a failed look-up after which a conversation is doubted afresh. */
const FORGOTTEN = 180;
/** Seconds between two looks, at the most. */
const LONGEST_WAIT = 60;

export type Doubts = ReturnType<typeof createDoubts>;

/** @param elapsed seconds of this process, which no clock moves. */
export function createDoubts(elapsed: () => number = () => performance.now() / 1000) {
  const since = new Map<string, { first: number; last: number }>();
  return {
    /**
     * Teams said once more that this conversation is not found. Returns when that has lasted for `seconds`, and from
     * then on at once.
     * @throws `Busy` until then.
     */
    outlast(conversation: string, seconds: number): void {
      const now = elapsed();
      const before = since.get(conversation);
      const first = before && now - before.last < FORGOTTEN ? before.first : now;
      since.set(conversation, { first, last: now });
      const lasted = now - first;
      if (lasted < seconds) throw new Busy(Math.min(Math.max(lasted, 1), seconds - lasted, LONGEST_WAIT));
    },
    /** It was found. */
    settle: (conversation: string): void => void since.delete(conversation),
  };
}
