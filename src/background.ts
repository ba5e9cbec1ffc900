/** Work that follows an act at once, and for which nobody waits. What a process leaves undone of it is done by a sweep. */
import type { Logger } from 'pino';
import { describe } from './errors.js';

export type Background = ReturnType<typeof createBackground>;

export function createBackground(log: Logger) {
  const running = new Set<Promise<void>>();
  let isStopped = false;
  return {
    soon(work: () => Promise<void>): void {
      if (isStopped) return;
      const done = work()
        .catch((error: unknown) => log.error({ error: describe(error) }, 'what follows an act failed; a sweep does it'))
        .finally(() => running.delete(done));
      running.add(done);
    },
    /** Resolves when all of it is done. */
    async idle(): Promise<void> {
      while (running.size > 0) await Promise.all(running);
    },
    /** Begins nothing more, and resolves when what was begun is done. */
    async stop(): Promise<void> {
      isStopped = true;
      await Promise.all(running);
    },
  };
}
