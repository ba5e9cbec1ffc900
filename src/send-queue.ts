/**
 * One lane for each conversation: posts go out in order, one at a time. When the platform asks to wait, the lane
 * waits, and what stands behind it waits too; other conversations go on.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Busy } from './chat.js';

/** Longer waits are left to the caller, which has other things to do: the message is kept in its record. */
const LONGEST_WAIT_SECONDS = 2;

export type SendQueue = {
  /** Runs `post` after all that came before it in this lane. Throws `Busy` only for a wait that is too long. */
  run<T>(lane: string, post: () => Promise<T>): Promise<T>;
  /** Ends all waiting: what waits throws. */
  stop(): void;
};

export function createSendQueue(): SendQueue {
  const tails = new Map<string, Promise<unknown>>();
  /** Until when a lane is closed, in milliseconds of the running process, when that is too long to wait for. */
  const closed = new Map<string, number>();
  const stopping = new AbortController();

  const persist = async <T>(lane: string, post: () => Promise<T>): Promise<T> => {
    const rest = ((closed.get(lane) ?? 0) - performance.now()) / 1000;
    if (rest > 0) throw new Busy(rest);
    closed.delete(lane);
    for (;;) {
      stopping.signal.throwIfAborted();
      try {
        return await post();
      } catch (error) {
        if (!(error instanceof Busy)) throw error;
        if (error.retryAfter > LONGEST_WAIT_SECONDS) {
          closed.set(lane, performance.now() + error.retryAfter * 1000);
          throw error;
        }
        await sleep(error.retryAfter * 1000, undefined, { signal: stopping.signal });
      }
    }
  };

  return {
    run(lane, post) {
      const turn = (tails.get(lane) ?? Promise.resolve()).then(() => persist(lane, post));
      const tail = turn.then(
        () => undefined,
        () => undefined,
      );
      tails.set(lane, tail);
      void tail.then(() => tails.get(lane) === tail && tails.delete(lane));
      return turn;
    },
    stop: () => stopping.abort(),
  };
}
