import { randomInt } from 'node:crypto';
import { StoreError } from '../errors.js';

/** Results of a query that are still to be fetched. */
export interface Cursors {
  /** Takes the first batch and, when more is left, keeps the rest under an id (0n when nothing is left). */
  open(namespace: string, results: Iterator<Buffer>, batchSize: number, closes: boolean): Batch;
  next(id: bigint, namespace: string, batchSize: number): Batch;
  kill(id: bigint): boolean;
}

export interface Batch {
  id: bigint;
  documents: Buffer[];
}

interface Cursor {
  namespace: string;
  results: Iterator<Buffer>;
  /** A result read to see whether there is one more. */
  ahead: Buffer | undefined;
  usedAt: number;
}

/** MongoDB forgets a cursor after ten minutes of silence. */
const IDLE_MS = 10 * 60 * 1000;
const MAX_REPLY = 16 * 1024 * 1024;

export function openCursors(now: () => number = Date.now): Cursors {
  const cursors = new Map<bigint, Cursor>();

  function forgetIdle(): void {
    for (const [id, cursor] of cursors) if (now() - cursor.usedAt > IDLE_MS) cursors.delete(id);
  }

  function take(cursor: Cursor, batchSize: number): Buffer[] {
    const documents: Buffer[] = [];
    let size = 0;
    while (documents.length < batchSize && cursor.ahead && (size === 0 || size + cursor.ahead.length < MAX_REPLY)) {
      documents.push(cursor.ahead);
      size += cursor.ahead.length;
      cursor.ahead = following(cursor.results);
    }
    cursor.usedAt = now();
    return documents;
  }

  return {
    open(namespace, results, batchSize, closes) {
      forgetIdle();
      const cursor: Cursor = { namespace, results, ahead: following(results), usedAt: now() };
      const documents = take(cursor, batchSize);
      if (closes || !cursor.ahead) return { id: 0n, documents };
      const id = BigInt(randomInt(1, 2 ** 47));
      cursors.set(id, cursor);
      return { id, documents };
    },
    next(id, namespace, batchSize) {
      const cursor = cursors.get(id);
      if (!cursor || cursor.namespace !== namespace) throw new StoreError(43, `cursor id ${id} not found`);
      const documents = take(cursor, batchSize);
      if (cursor.ahead) return { id, documents };
      cursors.delete(id);
      return { id: 0n, documents };
    },
    kill: (id) => cursors.delete(id),
  };
}

function following(results: Iterator<Buffer>): Buffer | undefined {
  const next = results.next();
  return next.done ? undefined : next.value;
}
