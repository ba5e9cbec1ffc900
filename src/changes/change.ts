/** A change: planned work with a risk, a way back and a window, decided before it starts. Pure. */
import { coverings, reminded, reseated } from '../approvals/absence.js';
import { type Approval, awaited, begin, close, decide, deciders, withdraw } from '../approvals/approval.js';
import { nextOf, overdue } from '../approvals/reminders.js';
import type { Routes } from '../approvals/routes.js';
import { type Lang, type Who, who } from '../card.js';
import type { Audience, Changed, NewEvent, Own, Recorded } from '../history.js';
import { type Directory, type Person } from '../people.js';
import { Refusal } from '../refusal.js';
import type { ChangePolicy, ChangeType, Risk } from './policy.js';

export type Change = Recorded & {
  requester: Who;
  title: string;
  type: string;
  typeName: Record<Lang, string>;
  plan: string;
  risk: Risk;
  rollback: string;
  starts: Date;
  ends: Date;
  /** The group whose channels are told of it. */
  group: string;
  /** Version of the policy it was opened under. */
  policy: string;
  approval: Approval;
  state: 'requested' | 'rejected' | 'withdrawn' | 'expired' | 'approved' | 'in-progress' | 'done' | 'rolled-back';
  started?: Date;
  finished?: { at: Date; summary: string };
  /** When its window ended while it was still in progress. */
  overran?: Date;
  waitingFor: string[];
  due?: { next: Date } | undefined;
};

export const OPEN = ['requested', 'approved', 'in-progress'] as const satisfies Change['state'][];

const everybody = (change: Pick<Change, 'requester'>): Audience[] => [`person:${change.requester.id}`, 'under:change'];

function settled(change: Change, ...events: NewEvent[]): Changed<Change> {
  const next = dueOf(change);
  const waitingFor = awaited(change.approval).map(({ id }) => id);
  return { next: { ...change, waitingFor, due: next && { next } }, events };
}

/** An undecided or unstarted change is of no use after its window; one in progress must be asked about. */
function dueOf({ state, approval, ends, overran }: Own<Change>): Date | undefined {
  const silence = nextOf(approval);
  if (state === 'requested') return silence && silence < ends ? silence : ends;
  return state === 'approved' || (state === 'in-progress' && !overran) ? ends : undefined;
}

export type Wish = Pick<Change, 'title' | 'plan' | 'risk' | 'rollback' | 'starts' | 'ends'>;

/** @throws Refusal when the actor may not open this type, the type does not take the risk, or nobody could decide. */
export function open(
  type: ChangeType,
  actor: Person,
  wish: Wish,
  { policy, routes, group }: { policy: ChangePolicy; routes: Routes; group: string },
  now: Date,
): { own: Own<Change>; events: NewEvent[] } {
  if (type.openedBy && !actor.roles.some((role) => type.openedBy?.includes(role))) {
    throw new Refusal((say) => say.changes.notYourType(type.name));
  }
  const route = type.routes[wish.risk];
  if (!route) throw new Refusal((say) => say.changes.tooRisky(type.name, say.changes.risks[wish.risk]));
  const requester = who(actor);
  const approval = begin(route, { requester }, routes, now);
  const own: Own<Change> = {
    ...wish,
    requester,
    type: type.id,
    typeName: type.name,
    group,
    policy: policy.version,
    approval,
    state: approval.state === 'approved' ? 'approved' : 'requested',
    waitingFor: awaited(approval).map(({ id }) => id),
  };
  const next = dueOf(own);
  return {
    own: { ...own, ...(next ? { due: { next } } : {}) },
    events: [{ what: 'requested' }, ...coverings(undefined, approval)],
  };
}

export function decided(
  change: Change,
  step: string,
  actor: Who,
  ruling: Parameters<typeof decide>[3],
  routes: Routes,
  now: Date,
): Changed<Change> {
  const { ends } = change;
  if (change.state === 'requested' && ends <= now) throw new Refusal((say) => say.changes.windowOver(ends));
  const approval = decide(change.approval, step, actor, ruling, routes, now);
  const event = { what: 'decided', data: { step, verdict: ruling.verdict } };
  if (approval.state === 'open')
    return settled({ ...change, approval }, event, ...coverings(change.approval, approval));
  if (approval.state === 'void')
    return settled({ ...change, approval, state: 'withdrawn' }, { what: 'left', tell: ['under:change'] });
  const what = approval.state === 'approved' ? 'approved' : 'rejected';
  return settled({ ...change, approval, state: what }, event, { what, tell: everybody(change) });
}

/** The requester takes it back, also after the approval, as long as it has not started. */
export function withdrawn(change: Change, actor: Who, now: Date): Changed<Change> {
  const undone = change.state === 'approved' && actor.id === change.requester.id;
  const approval = undone ? change.approval : withdraw(change.approval, actor, now);
  return settled({ ...change, approval, state: 'withdrawn' }, { what: 'withdrawn', tell: ['under:change'] });
}

export function start(change: Change, actor: Who, now: Date): Changed<Change> {
  onlyImplementer(change, actor);
  const { starts, ends, state } = change;
  if (state !== 'approved') throw new Refusal((say) => say.changes.notNow(change._id, say.changes.state[state]));
  if (now < starts) throw new Refusal((say) => say.changes.tooEarly(starts));
  if (now >= ends) throw new Refusal((say) => say.changes.windowOver(ends));
  return settled({ ...change, state: 'in-progress', started: now }, { what: 'started', tell: ['under:change'] });
}

export function finish(
  change: Change,
  actor: Who,
  outcome: 'done' | 'rolled-back',
  summary: string,
  now: Date,
): Changed<Change> {
  mayFinish(change, actor);
  return settled(
    { ...change, state: outcome, finished: { at: now, summary } },
    { what: outcome, tell: ['under:change'] },
  );
}

export function mayFinish(change: Change, actor: Who): void {
  onlyImplementer(change, actor);
  const { state } = change;
  if (state !== 'in-progress') throw new Refusal((say) => say.changes.notNow(change._id, say.changes.state[state]));
}

function onlyImplementer(change: Change, actor: Who): void {
  if (actor.id !== change.requester.id) throw new Refusal((say) => say.changes.onlyImplementer(change.requester));
}

/** Asks who decides for an approver who has gone on leave. */
export function reassignApprover(change: Change, routes: Routes, now: Date): Changed<Change> {
  const approval = reseated(change.approval, routes, now);
  return approval && settled({ ...change, approval }, ...coverings(change.approval, approval));
}

/** Reminds, escalates or expires the approval, lets a missed window expire, or raises the alarm when it is overrun. */
export function attend(change: Change, routes: Routes, now: Date): Changed<Change> {
  if (!change.due || change.due.next > now) return undefined;
  const over = change.ends <= now;
  if (change.state === 'in-progress' && over) {
    return settled({ ...change, overran: now }, { what: 'overran', tell: everybody(change) });
  }
  if (change.state === 'approved' && over) {
    return settled({ ...change, state: 'expired' }, { what: 'missed', tell: everybody(change) });
  }
  if (change.state !== 'requested') return undefined;
  const silent = over
    ? ({ what: 'expired', approval: close(change.approval, 'expired', now) } as const)
    : overdue(change.approval, routes, now);
  if (!silent) return undefined;
  const { what, approval } = silent;
  const state = what === 'expired' ? what : change.state;
  const tell = what === 'reminded' ? reminded(change.approval, now) : everybody(change);
  return settled({ ...change, approval, state }, { what, tell }, ...coverings(change.approval, approval));
}

/** The requester, whoever decides, the group that is told of it, security and administrators. */
export const mayShow = (change: Change, one: Person, directory: Directory): boolean =>
  one.id === change.requester.id ||
  directory.isAgentOf(one.id, change.group) ||
  one.roles.some((role) => role === 'security' || role === 'admin') ||
  deciders(change.approval).has(one.id) ||
  change.approval.steps.some((step) => step.approvers.some(({ id }) => id === one.id));
