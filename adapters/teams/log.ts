import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { Busy, Final, Uncertain } from '../../src/chat.js';
import { CutShort, Rejected } from './calls.js';
import { Unregistered } from './outbound-token.js';

/**
 * Logs a failure under a reference that can be told. Only our own errors are known to quote no person and no token; of
 * others the log has the name and the place.
 */
export function logFailure(log: Logger, error: unknown, what: string): string {
  const reference = randomUUID().slice(0, 8);
  const ours = [Busy, Uncertain, Final, Rejected, CutShort, Unregistered].some((kind) => error instanceof kind);
  const { message, name, stack } = error instanceof Error ? error : new Error('thrown without an error');
  const at = stack?.split('\n').filter((line) => /^\s+at /.test(line));
  log.error({ reference, error: ours ? message : name, at }, what);
  return reference;
}

/** Something broke, and is in the log under this reference; only there, for what others say of it may quote people. */
export class Broken extends Error {
  constructor(readonly reference: string) {
    super('a request broke: a line of the log before this one says why');
  }
}

/**
 * Lets through what the kernel acts upon, and what ends because the desk stops; whatever else is thrown is logged, and
 * thrown as `Broken`.
 */
export async function guarded<T>(
  { log, stopping }: { log: Logger; stopping: AbortSignal },
  what: string,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (stopping.aborted) throw error;
    if ([Busy, Uncertain, Final, CutShort, Broken].some((kind) => error instanceof kind)) throw error;
    throw new Broken(logFailure(log, error, what));
  }
}
