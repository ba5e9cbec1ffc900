import type { Catalog } from './storage/catalog.js';
import type { Environment } from './storage/environment.js';

/** Runs a write together with all others that wait, in one transaction; answers once it is on the disk. */
export type Write = <T>(work: () => T) => Promise<T>;

interface Waiting {
  work(): unknown;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** After this many milliseconds a transaction takes in no more writes, so that those in it are answered. */
const MAX_GROUP_MS = 50;

export function createGroupCommit(environment: Environment, catalog: Catalog): Write {
  const waiting: Waiting[] = [];

  function commitGroup(): void {
    const taken: { write: Waiting; answer: () => void }[] = [];
    const started = performance.now();
    try {
      environment.requireSpace();
      environment.commit(() => {
        while (waiting.length > 0 && performance.now() - started < MAX_GROUP_MS) {
          const write = waiting.shift();
          if (write) taken.push({ write, answer: attempt(write) });
        }
      });
      catalog.settle();
      for (const { answer } of taken) answer();
    } catch (error) {
      catalog.reload();
      const failed = taken.length > 0 ? taken.map(({ write }) => write) : waiting.splice(0);
      for (const write of failed) write.reject(error);
    }
    if (waiting.length > 0) setImmediate(commitGroup);
  }

  /** Does one write; if it fails, nothing of it is kept and the rest of its group goes on. */
  function attempt(write: Waiting): () => void {
    try {
      const result = environment.atomic(write.work);
      return () => write.resolve(result);
    } catch (error) {
      catalog.reload();
      return () => write.reject(error);
    }
  }

  return (work) =>
    new Promise((resolve, reject) => {
      waiting.push({ work, resolve, reject });
      if (waiting.length === 1) setImmediate(commitGroup);
    });
}
