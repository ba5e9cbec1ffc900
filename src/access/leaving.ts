/** What becomes of the access of people who have left. Pure. */
import type { Changed } from '../history.js';
import { type AccessRequest, approving, settled } from './access.js';

/** Ends what the person holds, and what they have asked for. */
export function left(record: AccessRequest, now: Date): Changed<AccessRequest> {
  if (record.state === 'requested') return approving.voided(record, now);
  if (record.state !== 'active') return undefined;
  const end = { how: 'left', at: now } as const;
  return settled({ ...record, state: 'ending', work: undefined, end }, now, { what: 'revoked' });
}
