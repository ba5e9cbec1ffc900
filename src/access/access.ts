/**
 * An access request and the grant it becomes. A grant is a lease: it has an owner, a reason and an end, and it starts
 * when it is granted, however long the approval took. Pure.
 */
import { coverings, reminded, reseated } from '../approvals/absence.js';
import { type Approval, awaited, begin, decide, deciders, withdraw } from '../approvals/approval.js';
import { nextOf, overdue } from '../approvals/reminders.js';
import type { Routes } from '../approvals/routes.js';
import { type Lang, type Who, who } from '../card.js';
import type { Audience, Changed, Glance, NewEvent, Own, Recorded } from '../history.js';
import { type Person } from '../people.js';
import { Refusal } from '../refusal.js';
import type { Catalogue, Entitlement, Risk } from './catalogue.js';

export type AccessRequest = Recorded & {
  requester: Who;
  entitlement: string;
  title: Record<Lang, string>;
  /** Of the application: asked where the route says so, and told what fails. */
  owner: Who;
  risk: Risk;
  hours: number;
  reason: string;
  /** Version of the catalogue it was opened under. */
  policy: string;
  approval: Approval;
  state: 'requested' | 'rejected' | 'withdrawn' | 'expired' | 'approved' | 'barred' | 'active' | 'ending' | 'ended';
  lease?: Lease | undefined;
  /** Applying or undoing the grant: who took it on last, how often it was tried, when it is tried again. */
  work?: Work | undefined;
  end?: { how: 'expired' | 'returned' | 'revoked'; by?: Who; at: Date } | undefined;
  /** The entitlement held at the moment of the grant that forbade it. */
  conflict?: string | undefined;
  /** What else forbade the grant: the requester has left, holds the same already, or the decisions are not there. */
  bar?: Bar | undefined;
  /** Whose it is and what: while it is open and its end was not announced, nobody has two of the same. */
  holds?: string | undefined;
  waitingFor: string[];
  due?: { next: Date } | undefined;
};
/** A request as lists and sweeps read it. */
export type Listed = Glance<AccessRequest>;
export type Lease = { from: Date; until: Date; warnings: Date[]; warned: boolean };
export type Bar = { why: 'left' | 'held' | 'unproven'; by?: string };
export type Work = { attempt: string; tries: number; retry: Date };

/** While a request is in one of these, asking for the same again makes no sense. */
export const OPEN = ['requested', 'approved', 'active', 'ending'] as const satisfies AccessRequest['state'][];

export const requesterOf = (request: Pick<AccessRequest, 'requester'>): Audience => `person:${request.requester.id}`;

/** What a request claims; of those that are open, one has it. */
export const holdsOf = ({ requester, entitlement }: Pick<AccessRequest, 'requester' | 'entitlement'>): string =>
  `${requester.id}|${entitlement}`;

/** Whether asking for the same again makes no sense: it ends by itself only when its end was announced. */
const isHeld = ({ state, lease }: Pick<AccessRequest, 'state' | 'lease'>): boolean =>
  OPEN.some((each) => each === state) && !lease?.warned;

/** The record after a change, with who and what it now waits for. */
export function settled(request: AccessRequest, now: Date, ...events: NewEvent[]): Changed<AccessRequest> {
  const next = dueOf(request, now);
  const waitingFor = awaited(request.approval).map(({ id }) => id);
  const holds = isHeld(request) ? request.holds : undefined;
  return { next: { ...request, waitingFor, holds, due: next && { next } }, events };
}

function dueOf({ state, approval, lease, work }: Omit<AccessRequest, keyof Recorded>, now: Date): Date | undefined {
  if (state === 'requested') return nextOf(approval);
  if (state === 'approved' || state === 'ending') return work?.retry ?? now;
  return state === 'active' ? (lease?.warnings[0] ?? lease?.until) : undefined;
}

export const already = ({ _id, title, lease }: Listed): Refusal =>
  new Refusal((say) => say.access.already(_id, title, lease?.until));

/**
 * Asks for an entitlement.
 * @param held the requester's other requests that are open.
 * @throws Refusal at once, with the remedy: too long, already held or asked for, separation of duties, nobody to decide.
 */
export function request(
  entitlement: Entitlement,
  wish: { requester: Who; hours: number; reason: string },
  held: readonly Listed[],
  { catalogue, routes }: { catalogue: Catalogue; routes: Routes },
  now: Date,
): { own: Own<AccessRequest>; events: NewEvent[] } {
  const { id, title, owner, risk, maxHours } = entitlement;
  if (wish.hours > maxHours) throw new Refusal((say) => say.access.tooLong(title, wish.hours, maxHours));
  const same = held.find((other) => other.entitlement === id && !other.lease?.warned);
  if (same) throw already(same);
  const conflict = conflictWith(entitlement, held);
  if (conflict) throw new Refusal((say) => say.access.conflicts(title, conflict.title, conflict._id));

  const { requester } = wish;
  const approval = begin(entitlement.route, { requester, owner }, routes, now);
  const own: Own<AccessRequest> = {
    ...wish,
    entitlement: id,
    title,
    owner,
    risk,
    policy: catalogue.version,
    approval,
    state: 'requested',
    holds: holdsOf({ requester, entitlement: id }),
    waitingFor: awaited(approval).map((one) => one.id),
  };
  const next = dueOf(own, now);
  return {
    own: { ...own, ...(next ? { due: { next } } : {}) },
    events: [{ what: 'requested' }, ...coverings(undefined, approval)],
  };
}

/** What a person may not hold beside this entitlement, among what they hold or have asked for. */
export const conflictWith = (
  entitlement: Pick<Entitlement, 'incompatible'>,
  held: readonly Listed[],
): Listed | undefined => held.find((other) => entitlement.incompatible.has(other.entitlement));

/** The requester is told of the last approval by the grant that follows it. */
export function decided(
  record: AccessRequest,
  step: string,
  actor: Who,
  ruling: Parameters<typeof decide>[3],
  routes: Routes,
  now: Date,
): Changed<AccessRequest> {
  const approval = decide(record.approval, step, actor, ruling, routes, now);
  const event = { what: 'decided', data: { step, verdict: ruling.verdict } };
  if (approval.state === 'open')
    return settled({ ...record, approval }, now, event, ...coverings(record.approval, approval));
  if (approval.state === 'void') return settled({ ...record, approval, state: 'barred' }, now, { what: 'left' });
  const what = approval.state === 'approved' ? 'approved' : 'rejected';
  const tell = what === 'rejected' ? [requesterOf(record)] : [];
  return settled({ ...record, approval, state: what }, now, event, { what, tell });
}

export const withdrawn = (record: AccessRequest, actor: Who, now: Date): Changed<AccessRequest> =>
  settled({ ...record, approval: withdraw(record.approval, actor, now), state: 'withdrawn' }, now, {
    what: 'withdrawn',
  });

/** Ends a grant before its time: the holder returns it; its owner, security or an administrator revokes it. */
export function giveBack(record: AccessRequest, actor: Person, now: Date): Changed<AccessRequest> {
  const own = actor.id === record.requester.id;
  if (!own && !isGuardian(record, actor)) throw new Refusal((say) => say.access.notYours);
  if (record.state !== 'active')
    throw new Refusal((say) => say.access.notActive(record._id, say.access.state[record.state]));
  const how = own ? 'returned' : 'revoked';
  const end = { how, by: who(actor), at: now } as const;
  return settled({ ...record, state: 'ending', work: undefined, end }, now, { what: how });
}

/** Asks who decides for an approver who has gone on leave. */
export function reassignApprover(record: AccessRequest, routes: Routes, now: Date): Changed<AccessRequest> {
  const approval = reseated(record.approval, routes, now);
  return approval && settled({ ...record, approval }, now, ...coverings(record.approval, approval));
}

/** Reminds, escalates, expires, warns or ends: the one thing that is due. */
export function attend(record: AccessRequest, routes: Routes, now: Date): Changed<AccessRequest> {
  if (!record.due || record.due.next > now) return undefined;
  if (record.state === 'requested') {
    const silent = overdue(record.approval, routes, now);
    if (!silent) return undefined;
    const { what, approval } = silent;
    const tell = what === 'reminded' ? reminded(record.approval, now) : [requesterOf(record)];
    const state = what === 'expired' ? what : record.state;
    return settled({ ...record, approval, state }, now, { what, tell }, ...coverings(record.approval, approval));
  }
  const { lease } = record;
  if (record.state !== 'active' || !lease) return undefined;
  if (lease.until <= now) {
    return settled({ ...record, state: 'ending', work: undefined, end: { how: 'expired', at: now } }, now);
  }
  const warnings = lease.warnings.filter((date) => date > now);
  return settled({ ...record, lease: { ...lease, warnings, warned: true } }, now, {
    what: 'warned',
    tell: [requesterOf(record)],
  });
}

const isGuardian = (record: AccessRequest, one: Person): boolean =>
  one.id === record.owner.id || one.roles.includes('security') || one.roles.includes('admin');

/** The requester, whoever decides or decided, the application's owner, security and administrators. */
export const mayShow = (record: AccessRequest, one: Person): boolean =>
  one.id === record.requester.id ||
  isGuardian(record, one) ||
  deciders(record.approval).has(one.id) ||
  record.approval.steps.some((step) => step.approvers.some(({ id }) => id === one.id));
