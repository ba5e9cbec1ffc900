/** A grant is a lease: planned, applied, verified; ended, undone, verified. Pure; `provisioning.ts` does the work. */
import { later } from '../approvals/approval.js';
import type { Audience, Changed } from '../history.js';
import { type AccessRequest, type Bar, holdsOf, requesterOf, settled, stepDue } from './access.js';
import { certain, nextLook } from './unverified.js';

/**
 * A provisioner that hangs, or a process that dies, is given up after this, and somebody tries again: the first time
 * after 15 seconds, then after waits that double up to an hour.
 */
const retryHours = (tries: number): number => (tries === 1 ? 0.25 : Math.min(60, 2 ** (tries - 1))) / 60;

/** No grant ends unannounced, for the same can be asked for again only then. */
const shortestLead = (hours: number): number => Math.min(1, hours / 4);

/** What is set up for a lease; one of before roles is of one entitlement. */
export const grantsOf = ({ entitlement, lease }: Pick<AccessRequest, 'entitlement' | 'lease'>): readonly string[] =>
  lease?.grants ?? [entitlement];

/** What an application calls one part of a lease. */
export const grantId = ({ _id, entitlement }: Pick<AccessRequest, '_id' | 'entitlement'>, grant: string): string =>
  grant === entitlement ? _id : `${_id}.${grant}`;

/**
 * What a lease is given when it is planned: when its holder is warned, in hours before its end, what is set up, and by when
 * that has to be confirmed.
 */
export type Terms = {
  warnBefore: readonly number[];
  grants: readonly string[];
  account: string | undefined;
  verifyBy: Date;
};

/** Takes on applying or undoing a grant. Of several servers one wins; `attempt` tells which. */
export function plan(record: AccessRequest, attempt: string, terms: Terms, now: Date): Changed<AccessRequest> {
  if (record.state !== 'approved' && record.state !== 'ending') return undefined;
  if ((stepDue(record, now) ?? now) > now) return undefined;
  const tries = (record.work?.tries ?? 0) + 1;
  const verifyBy = record.work?.verifyBy ?? terms.verifyBy;
  const work = { attempt, tries, retry: later(now, retryHours(tries)), verifyBy };
  if (record.state === 'ending') return settled({ ...record, work }, now);
  const { notAfter, extends: former } = record;
  const isOver = notAfter && notAfter <= now;
  if (isOver && record.lease)
    return settled({ ...record, state: 'ending', work: undefined, end: { how: 'expired', at: now } }, now);
  if (isOver) return settled({ ...record, state: 'expired' }, now, { what: 'expired', tell: [requesterOf(record)] });
  const from = former && former.until > now ? former.until : now;
  const whole = later(from, record.hours);
  const until = notAfter && notAfter < whole ? notAfter : whole;
  const hours = (until.getTime() - now.getTime()) / 3_600_000;
  const leads = terms.warnBefore.filter((lead) => hours >= 2 * lead);
  const warnings = (leads.length > 0 ? leads : [shortestLead(hours)]).map((lead) => later(until, -lead));
  const lease = {
    from: now,
    until,
    warnings: warnings.toSorted((a, b) => a.getTime() - b.getTime()),
    warned: false,
    grants: [...terms.grants],
    account: terms.account,
  };
  // A request of before claims were kept claims now: of two of the same the store refuses one.
  return settled({ ...record, work, lease, holds: holdsOf(record) }, now);
}

/** Somebody is told of a failure that lasts once, then about daily. */
const worthTelling = (tries: number): boolean => tries === 1 || tries % 24 === 0;

/**
 * What applying or undoing came to; only what was verified counts.
 * @param outcome.notBefore the application asked not to be asked again before.
 * @param outcome.isAsked whether an application can be asked again later whether it is still so.
 */
export function worked(
  before: AccessRequest,
  { verified, notBefore, isAsked }: { verified: boolean; notBefore?: Date | undefined; isAsked: boolean },
  now: Date,
): Changed<AccessRequest> {
  const { state, work } = before;
  if (state !== 'approved' && state !== 'ending') return undefined;
  const waits = work && notBefore && notBefore > work.retry;
  const record = waits ? { ...before, work: { ...work, retry: notBefore } } : before;
  if (!verified) {
    if (!worthTelling(work?.tries ?? 1)) return waits ? settled(record, now) : undefined;
    const owner: Audience = `person:${record.owner.id}`;
    return state === 'approved'
      ? settled(record, now, { what: 'grant-failed', tell: [owner, requesterOf(record)] })
      : settled(record, now, { what: 'revoke-failed', tell: [owner] });
  }
  const sure = certain({ ...record, work: undefined, state: state === 'approved' ? 'active' : 'ended' }, now);
  const next = { ...sure.record, recheck: isAsked ? nextLook(sure.record, true, now) : undefined };
  const what = state === 'approved' ? 'granted' : 'ended';
  // What goes on by another request, or was never granted, was told so.
  const isKnown = record.end?.how === 'extended' || record.end?.how === 'barred';
  const tell = isKnown ? [] : [requesterOf(record)];
  return settled(next, now, ...sure.events, { what, tell });
}

/**
 * Why nothing is granted though it is approved: by the request that forbids it, or for what else is found at the grant. What
 * an attempt before may have set up is taken away first.
 */
export function barred(
  record: AccessRequest,
  by: { conflict: string } | Bar,
  guards: readonly Audience[],
  now: Date,
): Changed<AccessRequest> {
  if (record.state !== 'approved') return undefined;
  const found = 'conflict' in by ? by : { bar: by };
  const what = 'why' in by && by.why === 'unproven' ? 'unproven' : 'barred';
  const tell = what === 'unproven' ? guards : [requesterOf(record), `person:${record.owner.id}` as const];
  const isTried = record.lease && (record.work?.tries ?? 0) > 1;
  const next = { ...record, ...found, work: undefined };
  if (isTried) return settled({ ...next, state: 'ending', end: { how: 'barred', at: now } }, now, { what, tell });
  const sure = certain({ ...next, state: 'barred', lease: undefined }, now);
  return settled(sure.record, now, ...sure.events, { what, tell });
}
