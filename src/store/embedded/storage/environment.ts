import { statfsSync } from 'node:fs';
import { open, type RootDatabase } from 'lmdb';
import { StoreError } from '../errors.js';
import { seal, unseal } from './seal.js';

/** Keys are read in chunks, so that no cursor stays open while others write. */
const CHUNK = 256;

export interface Range {
  /** First key, included. */
  start: Buffer;
  /** Last key, excluded. */
  end: Buffer;
}

/** The ordered, durable tree of bytes under the store. */
export interface Environment {
  get(key: Buffer): Buffer | undefined;
  put(key: Buffer, value: Buffer): void;
  remove(key: Buffer): void;
  keys(range: Range, options?: { reverse?: boolean }): Generator<Buffer>;
  /** Counts keys, at most `limit`. */
  count(range: Range, limit: number): number;
  /** Throws when the disk is too full to write. */
  requireSpace(): void;
  /** Runs `work` in one transaction and returns when it is on the disk. */
  commit<T>(work: () => T): T;
  /** Inside `commit`: undoes what `work` wrote when it throws. */
  atomic<T>(work: () => T): T;
  close(): Promise<void>;
}

export interface EnvironmentOptions {
  dir: string;
  /**
   * Writes are refused when less than this is free, in bytes: LMDB must not meet a full disk in mid-write
   * (it survives that on the disk, but not in memory).
   */
  minFreeBytes: number;
}

export function openEnvironment({ dir, minFreeBytes }: EnvironmentOptions): Environment {
  const tree: RootDatabase<Buffer, Buffer> = open({
    path: dir,
    noSubdir: false,
    encoding: 'binary',
    keyEncoding: 'binary',
    // The overlapping mode crashes the process on a full disk; plain commits flush before they return.
    overlappingSync: false,
  });
  let broken: StoreError | undefined;

  function requireSpace(): void {
    if (broken) throw broken;
    const { bavail, bsize } = statfsSync(dir);
    if (bavail * bsize < minFreeBytes) {
      throw new StoreError(14031, `The disk of ${dir} is full: nothing was written. Free some space and try again.`);
    }
  }

  function damaged(): never {
    throw new StoreError(
      367,
      `A record in ${dir} is not what was written there: restore that folder from its backup, and look after its disk.`,
    );
  }

  return {
    get(key) {
      const stored = tree.getBinary(key);
      return stored && (unseal(key, stored) ?? damaged());
    },
    put(key, value) {
      tree.putSync(key, seal(key, value));
    },
    remove(key) {
      tree.removeSync(key);
    },
    *keys({ start, end }, { reverse = false } = {}) {
      let from = reverse ? end : start;
      let exclusiveStart = reverse;
      for (;;) {
        const chunk = [
          ...tree.getKeys({
            start: from,
            end: reverse ? start : end,
            limit: CHUNK,
            reverse,
            exclusiveStart,
            inclusiveEnd: reverse,
          }),
        ] as Buffer[];
        yield* chunk;
        const last = chunk.at(-1);
        if (!last || chunk.length < CHUNK) return;
        from = last;
        exclusiveStart = true;
      }
    },
    // Not lmdb's own count, which goes to the end of the range whatever the limit.
    count: (range, limit) => [...tree.getKeys({ ...range, limit })].length,
    requireSpace,
    commit(work) {
      try {
        return tree.transactionSync(work);
      } catch (error) {
        if (!isOutOfSpace(error)) throw error;
        broken = new StoreError(
          14031,
          `The disk of ${dir} became full during a write: nothing of it was kept. Free some space and restart.`,
        );
        throw broken;
      }
    },
    atomic: (work) => tree.transactionSync(work),
    close: () => tree.close(),
  };
}

function isOutOfSpace(error: unknown): boolean {
  return (
    error instanceof Error && /No space left|ENOSPC|File too large|EFBIG|MDB_MAP_FULL|EDQUOT|quota/i.test(error.message)
  );
}
