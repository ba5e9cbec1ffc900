/** A change: planned work with a risk, a way back and a window, decided before it starts. Pure. */
import { approvable, type Approvable, claimOf, hasPart, requested, waiting } from '../approvals/approvable.js';
import { begin } from '../approvals/approval.js';
import type { Facts } from '../approvals/conditions.js';
import type { Risk } from '../approvals/facts.js';
import { nextOf } from '../approvals/reminders.js';
import type { Routes } from '../approvals/routes.js';
import { type Lang, type Who, who } from '../card.js';
import type { Audience, Changed, NewEvent, Own } from '../history.js';
import { type Directory, type Person } from '../people.js';
import { Refusal } from '../refusal.js';
import { BY_RULES, type ChangePolicy, type ChangeType } from './policy.js';

export type Change = Approvable & {
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
  state: 'requested' | 'rejected' | 'withdrawn' | 'expired' | 'approved' | 'in-progress' | 'done' | 'rolled-back';
  started?: Date;
  finished?: { at: Date; summary: string };
  /** When its window ended while it was still in progress. */
  overran?: Date;
};

export const OPEN = ['requested', 'approved', 'in-progress'] as const satisfies Change['state'][];

const everybody = (change: Pick<Change, 'requester'>): Audience[] => [`person:${change.requester.id}`, 'under:change'];

const settled = (change: Change, ...events: NewEvent[]): Changed<Change> => ({
  next: waiting(change, dueOf(change)),
  events,
});

/** An undecided or unstarted change is of no use after its window; one in progress must be asked about. */
function dueOf({ state, approval, ends, overran }: Omit<Own<Change>, 'waitingFor'>): Date | undefined {
  const silence = nextOf(approval);
  if (state === 'requested') return silence && silence < ends ? silence : ends;
  return state === 'approved' || (state === 'in-progress' && !overran) ? ends : undefined;
}

export type Wish = Pick<Change, 'title' | 'plan' | 'risk' | 'rollback' | 'starts' | 'ends'>;

/** What rules may ask about it, beside its requester. */
const factsOf = ({ type, risk, starts, ends }: Pick<Change, 'type' | 'risk' | 'starts' | 'ends'>): Facts => ({
  kind: 'change',
  type,
  risk,
  duration: (ends.getTime() - starts.getTime()) / 3_600_000,
});

/**
 * By which route it is decided, and about what; `isNamed`: its type names the route.
 * @throws Refusal when the actor may not open this type, or the type does not take the risk.
 */
export function askedBy(type: ChangeType, actor: Pick<Person, 'id' | 'roles'>, wish: Wish, routes: Routes) {
  if (type.openedBy && !actor.roles.some((role) => type.openedBy?.includes(role))) {
    throw new Refusal((say) => say.changes.notYourType(type.name));
  }
  const named = type.routes[wish.risk];
  if (!named) throw new Refusal((say) => say.changes.tooRisky(type.name, say.changes.risks[wish.risk]));
  const facts = { ...routes.factsOf(actor.id), ...factsOf({ ...wish, type: type.id }) };
  const isNamed = named !== BY_RULES;
  return { route: isNamed ? named : routes.choose(facts)!, facts, isNamed };
}

/** @throws Refusal likewise, and when nobody could decide. */
export function open(
  type: ChangeType,
  actor: Person,
  wish: Wish,
  { policy, routes, group, autos }: { policy: ChangePolicy; routes: Routes; group: string; autos?: readonly Date[] },
  now: Date,
): { own: Own<Change>; events: NewEvent[] } {
  const requester = who(actor);
  const { route, facts, isNamed } = askedBy(type, actor, wish, routes);
  const approval = begin(route, { requester, facts, ...(isNamed ? {} : { autos }) }, routes, now);
  const own = {
    ...wish,
    requester,
    type: type.id,
    typeName: type.name,
    group,
    policy: policy.version,
    approval,
    state: approval.state === 'approved' ? ('approved' as const) : ('requested' as const),
    ...claimOf(approval, autos),
  };
  return { own: waiting(own, dueOf(own)), events: requested(approval) };
}

/** Its requester may withdraw it also after the approval, as long as it has not started. */
export const approving = approvable<Change>({
  states: {
    approved: 'approved',
    rejected: 'rejected',
    withdrawn: 'withdrawn',
    expired: 'expired',
    void: 'withdrawn',
  },
  tells: (change, what) => (what === 'withdrawn' || what === 'left' ? ['under:change'] : everybody(change)),
  settled: (change, _, ...events) => settled(change, ...events),
  mayBeDecided({ ends }, now) {
    if (ends <= now) throw new Refusal((say) => say.changes.windowOver(ends));
  },
  isUnused: ({ state }) => state === 'approved',
});

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
  return over ? approving.expired(change, now) : approving.attended(change, routes, now);
}

/** The requester, the approvers, the group that is told of it, security officers and administrators. */
export const mayShow = (change: Change, one: Person, directory: Directory): boolean =>
  hasPart(change, one.id) ||
  directory.isAgentOf(one.id, change.group) ||
  one.roles.some((role) => role === 'security' || role === 'admin');
