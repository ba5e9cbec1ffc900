/** What somebody has read before they decide about it, in a few characters that its button carries. Pure. */
import { createHash } from 'node:crypto';

export const printOf = (...parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);
