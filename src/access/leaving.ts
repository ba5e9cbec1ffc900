/** What becomes of the access of people who have left. Pure. */
import type { Changed } from '../history.js';
import { type AccessRequest, approving, settled } from './access.js';

/** So many are believed to have left at once, whatever share of the holders that is. */
const FEW = 5;
/** Of more, no larger share is: a directory that lost its people is likelier than a company that did. */
const LARGEST_SHARE = 0.2;

/** Whether so many of the holders can have left at once. */
export const isPlausible = (gone: number, holders: number): boolean => gone <= Math.max(FEW, holders * LARGEST_SHARE);

/** Ends what the person holds, and what they have asked for. */
export function left(record: AccessRequest, now: Date): Changed<AccessRequest> {
  if (record.state === 'requested') return approving.voided(record, now);
  if (record.state !== 'active') return undefined;
  const end = { how: 'left', at: now } as const;
  return settled({ ...record, state: 'ending', work: undefined, end }, now, { what: 'revoked' });
}
