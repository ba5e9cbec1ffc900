/** What the condition of an approver makes of a change: a window that ends sooner. Pure. */
import type { Offer } from '../approvals/approval.js';
import type { Turned } from '../approvals/offers.js';
import type { Viewer } from '../card.js';
import { limitsIn } from '../language/approvals/limits.js';
import { dayOf, instantOf } from '../zones.js';
import type { Change } from './change.js';
import { windowDifference } from './revising.js';

/** Undefined where the condition says something else, or names no moment within the window. */
export function turned(
  change: Change,
  condition: string,
  { zone }: Pick<Viewer, 'zone'>,
  now: Date,
): Turned | undefined {
  const { hours, until, isReadOnly } = limitsIn(condition, dayOf(now, zone)) ?? {};
  if (isReadOnly) return undefined;
  const lasts = hours && new Date(change.starts.getTime() + hours * 3_600_000);
  const moment = until?.includes('T') ? instantOf(until, zone) : undefined;
  const ends = lasts || moment;
  if (!ends || ends <= change.starts || ends >= change.ends) return undefined;
  return { wish: { ends: ends.toISOString() }, differences: windowDifference(change, { starts: change.starts, ends }) };
}

/** The window that an offer is for. */
export const windowIn = ({ ends }: Offer['wish'], { starts }: Pick<Change, 'starts'>) => ({
  starts,
  ends: new Date(ends ?? Number.NaN),
});
