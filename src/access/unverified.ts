/**
 * What applications have not confirmed, and what they say otherwise than it should be: each is shown on its grant, and is a
 * ticket of the owner until it is confirmed. Pure.
 */
import { later } from '../approvals/approval.js';
import type { Changed, NewEvent } from '../history.js';
import { type AccessRequest, type Listed, settled } from './access.js';
import { doubtOf, type Unverified } from './doubt.js';

/** Applications are asked again once a day, and hourly while they say otherwise or do not answer. */
const RECHECK_HOURS = 24;
const DOUBT_HOURS = 1;
/** So long after its end a grant is looked for. */
const LOOKED_FOR_HOURS = 30 * 24;

/** Whether applying or undoing it takes longer than it may. */
export const isLate = ({ state, work, unverified }: Listed, now: Date): boolean =>
  (state === 'approved' || state === 'ending') && !unverified && work?.verifyBy !== undefined && work.verifyBy <= now;

const doubted = (record: AccessRequest, what: Unverified['what'], now: Date): Changed<AccessRequest> =>
  record.unverified
    ? undefined
    : settled({ ...record, unverified: { what, since: now } }, now, { what: `unverified-${what}` });

/** It is late. */
export const overdue = (record: AccessRequest, now: Date): Changed<AccessRequest> =>
  isLate(record, now) ? doubted(record, record.state === 'approved' ? 'grant' : 'revoke', now) : undefined;

/** The record without its doubt, whose ticket is still to be resolved. */
export function certain(record: AccessRequest, now: Date): { record: AccessRequest; events: NewEvent[] } {
  const doubt = doubtOf(record);
  if (!doubt) return { record, events: [] };
  return { record: { ...record, unverified: { ...doubt, over: now } }, events: [{ what: 'verified' }] };
}

/** Its ticket is open, or resolved. */
export function ticketed(record: AccessRequest, asked: Unverified, ticket: string, now: Date): Changed<AccessRequest> {
  const { unverified } = record;
  if (unverified?.since.getTime() !== asked.since.getTime()) return undefined;
  if (unverified.over)
    return settled({ ...record, unverified: asked.over ? undefined : { ...unverified, ticket } }, now);
  return settled({ ...record, unverified: { ...unverified, ticket } }, now);
}

/** When applications are asked about it the next time, after it was confirmed. */
export const nextLook = (
  record: Pick<AccessRequest, 'state' | 'end'>,
  isSure: boolean,
  now: Date,
): Date | undefined => {
  const next = later(now, isSure ? RECHECK_HOURS : DOUBT_HOURS);
  const isForgotten = record.state === 'ended' && record.end && next > later(record.end.at, LOOKED_FOR_HOURS);
  return isSure && isForgotten ? undefined : next;
};

/** @param isSo whether applications say what the record does; undefined when they did not answer. */
export function looked(
  record: AccessRequest,
  asked: Pick<AccessRequest, 'state'>,
  isSo: boolean | undefined,
  now: Date,
): Changed<AccessRequest> {
  if (record.state !== asked.state || !record.recheck || record.recheck > now) return undefined;
  const next = { ...record, recheck: nextLook(record, isSo === true, now) };
  if (isSo === false) {
    const found = doubted(next, record.state === 'active' ? 'gone' : 'present', now);
    if (found) return found;
  }
  if (isSo !== true || !doubtOf(next)) return { next, events: [], unseen: true };
  const sure = certain(next, now);
  return settled(sure.record, now, ...sure.events);
}
