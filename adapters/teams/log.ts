import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { Busy } from '../../src/chat.js';
import { Rejected, Unanswered } from './calls.js';
import { Unregistered } from './outbound-token.js';

/**
 * Logs a failure under a reference that can be told. Only our own errors are known to quote no person and no token; of
 * others the log has the name and the place.
 */
export function logFailure(log: Logger, error: unknown, what: string): string {
  const reference = randomUUID().slice(0, 8);
  const ours = [Busy, Rejected, Unanswered, Unregistered].some((kind) => error instanceof kind);
  const { message, name, stack } = error instanceof Error ? error : new Error('thrown without an error');
  const at = stack?.split('\n').filter((line) => /^\s+at /.test(line));
  log.error({ reference, error: ours ? message : name, at }, what);
  return reference;
}
