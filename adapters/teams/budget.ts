/** The time that Teams gives for the answer to an invoke: all that is waited for must end before it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Busy } from '../../src/chat.js';
import type { Activity } from './activity.js';
import { DEFAULT_WAIT } from './calls.js';

/**
 * Milliseconds that the desk takes at the most. Teams waits for about 10 s, and for 5 s when a dialog of the message
 * extension is sent (Microsoft: “Respond to the task module submit action”); a post that follows is kept within one more.
 */
export const budgetOf = ({ name }: Activity): number => (name === 'composeExtension/submitAction' ? 3_500 : 7_500);

/**
 * Does the work again for as long as it is `Busy`, if what it asks to wait leaves time for it.
 * @param end in milliseconds of this process.
 */
export async function within<T>(end: number, stopping: AbortSignal, work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const pause = error instanceof Busy ? error.retryAfter * 1000 : Infinity;
      if (performance.now() + pause >= end) throw error;
      await sleep(pause, undefined, { signal: stopping, ref: false });
    }
  }
}

/** @throws `Busy` when the work has not ended by then; it goes on, and what it finds is there the next time. */
export async function by<T>(end: number | undefined, work: Promise<T>): Promise<T> {
  if (end === undefined) return work;
  const left = Math.max(end - performance.now(), 0);
  const late = sleep(left, undefined, { ref: false }).then(() => {
    throw new Busy(DEFAULT_WAIT);
  });
  return Promise.race([work, late]);
}
