/**
 * An access request and the grant it becomes. A grant is a lease: it has an owner, a reason and an end, and it starts
 * when it is granted, however long the approval took. Pure.
 */
import { approvable, type Approvable, claimOf, hasPart, requested, waiting } from '../approvals/approvable.js';
import { begin, later } from '../approvals/approval.js';
import type { Facts } from '../approvals/conditions.js';
import type { Risk } from '../approvals/facts.js';
import { nextOf } from '../approvals/reminders.js';
import type { Routes } from '../approvals/routes.js';
import { type Lang, type Who, who } from '../card.js';
import type { Audience, Changed, Glance, NewEvent, Own } from '../history.js';
import { type Person } from '../people.js';
import { Refusal } from '../refusal.js';
import type { Catalogue, Entitlement } from './catalogue.js';
import type { Conflict } from './separation.js';
import { owedSince, type Unverified } from './doubt.js';

export type AccessRequest = Approvable & {
  entitlement: string;
  title: Record<Lang, string>;
  /** Of the application: asked where the route says so, and told what fails. */
  owner: Who;
  risk: Risk;
  hours: number;
  reason: string;
  /** What it lets its holder do, in plain words, and what comes with it. */
  meaning?: { description?: Record<Lang, string>; brings: Record<Lang, string>[] } | undefined;
  /** When it ends at the latest, however late it is granted. */
  notAfter?: Date | undefined;
  /** What the requester held when they asked. */
  beside?: Record<Lang, string>[];
  /** Rules of separation that it may break when it is approved, with what watches over it meanwhile. */
  exception?: Exception | undefined;
  /** Version of the catalogue it was opened under. */
  policy: string;
  state: 'requested' | 'rejected' | 'withdrawn' | 'expired' | 'approved' | 'barred' | 'active' | 'ending' | 'ended';
  lease?: Lease | undefined;
  /** Applying or undoing the grant: who took it on last, how often it was tried, when it is tried again. */
  work?: Work | undefined;
  /** What people set up or take away by hand. */
  hand?: HandTask | undefined;
  /** What applications have not confirmed, or deny. */
  unverified?: Unverified | undefined;
  /** When applications are asked again whether it is still so. */
  recheck?: Date | undefined;
  /** `extension`: the request by which it goes on. */
  end?:
    | {
        how: 'expired' | 'returned' | 'revoked' | 'left' | 'extended' | 'ticket' | 'barred';
        by?: Who;
        at: Date;
        extension?: string;
      }
    | undefined;
  /** The ticket that it ends with, if not before, and when that one was found to be over. */
  ticket?: string | undefined;
  ticketOver?: Date | undefined;
  /** The grant that it extends, from that one's end; `done` once that one has ended for it. */
  extends?: Extends | undefined;
  /** The entitlement held at the moment of the grant that forbade it. */
  conflict?: string | undefined;
  /** What else forbade the grant: the requester has left, holds the same already, or the decisions are not there. */
  bar?: Bar | undefined;
  /** Whose it is and what: while it is open and its end was not announced, nobody has two of the same. */
  holds?: string | undefined;
};
export type Extends = { id: string; until: Date; done?: true };
/** A request as lists and sweeps read it. */
export type Listed = Glance<AccessRequest>;
export type Exception = { rules: string[]; control: string; beside: { id: string; title: Record<Lang, string> } };
/** Who does it: the owner of the application, or these people; `group` is told in its channel. */
export type Hands = { people: readonly Who[]; group?: string | undefined };

/** What is to be done in the application, by whom, and how far it is. */
export type HandTask = {
  doing: 'grant' | 'revoke';
  titles: Record<Lang, string>[];
  hands: Hands;
  done?: { by: Who; at: Date; evidence: string } | undefined;
  /** Where a second person has to see it as well. */
  checker?: Who[] | undefined;
  checked?: { by: Who; at: Date } | undefined;
};

/**
 * What is set up until when: the entitlements of a role, and the e-mail by which applications know the holder. A lease of
 * before roles names neither.
 */
export type Lease = {
  from: Date;
  until: Date;
  warnings: Date[];
  warned: boolean;
  grants?: string[];
  account?: string | undefined;
};
export type Bar = { why: 'left' | 'held' | 'unproven' | 'revoked' | 'ticket'; by?: string };
/** `verifyBy`: what is not confirmed by then is a ticket. */
export type Work = { attempt: string; tries: number; retry: Date; verifyBy?: Date };

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
  const holds = isHeld(request) ? request.holds : undefined;
  return { next: waiting({ ...request, holds }, dueOf(request, now)), events };
}

const earliest = (...dates: (Date | undefined)[]): Date | undefined =>
  dates.filter((each) => each !== undefined).toSorted((one, other) => one.getTime() - other.getTime())[0];

type Timed = Pick<AccessRequest, 'state' | 'approval' | 'lease' | 'work' | 'notAfter' | 'unverified' | 'extends'>;

/** When its next step is due: a reminder, an attempt, a warning, its end. */
export function stepDue({ state, approval, lease, work, notAfter }: Timed, now: Date): Date | undefined {
  if (state === 'requested') return earliest(notAfter, nextOf(approval));
  if (state === 'approved' || state === 'ending') return work?.retry ?? now;
  return state === 'active' ? (lease?.warnings[0] ?? lease?.until) : undefined;
}

/** That, or what is owed because an application does not confirm it. */
function dueOf(record: Timed, now: Date): Date | undefined {
  const isTried = record.state === 'approved' || record.state === 'ending';
  const verifyBy = isTried && !record.unverified ? record.work?.verifyBy : undefined;
  const supersedes = owesEnd(record) ? record.lease?.from : undefined;
  return earliest(stepDue(record, now), verifyBy, owedSince(record), supersedes);
}

/** What rules may ask about it, beside its requester. */
const factsOf = ({ id, app, risk, level, cost }: Entitlement, hours: number): Facts => ({
  kind: 'access',
  application: app,
  entitlement: id,
  risk,
  level,
  cost,
  duration: hours,
});

/** Whether the grant that it extends is still to end for it. */
export const owesEnd = ({ state, extends: former }: Pick<AccessRequest, 'state' | 'extends'>): boolean =>
  state === 'active' && former !== undefined && !former.done;

/** The grant of the same whose end was announced: what is asked for now extends it. */
const extendable = (id: string, held: readonly Listed[]): Extends | undefined => {
  const old = held.find(({ entitlement, state, lease }) => entitlement === id && state === 'active' && lease?.warned);
  return old && { id: old._id, until: old.lease!.until };
};

export const already = ({ _id, title, lease }: Listed): Refusal =>
  new Refusal((say) => say.access.already(_id, title, lease?.until));

/**
 * What forbids asking for it, before anything else is asked: who it is for, what it needs, and what is held already.
 * @param held the requester's other requests that are open.
 * @throws Refusal with the remedy.
 */
function mayAsk(entitlement: Entitlement, hours: number, held: readonly Listed[], facts: Facts, catalogue: Catalogue) {
  const { id, title, owner, maxHours, needs } = entitlement;
  if (!entitlement.isFor(facts)) throw new Refusal((say) => say.access.notForYou(title, owner));
  if (hours > maxHours) throw new Refusal((say) => say.access.tooLong(title, hours, maxHours));
  const same = held.find((other) => other.entitlement === id && !other.lease?.warned);
  if (same) throw already(same);
  const has = held.filter(({ state }) => state === 'active').map((other) => catalogue.coversOf(other.entitlement));
  const missing = needs.filter((need) => !has.some((covers) => covers.has(need)));
  if (missing.length > 0) {
    const titles = missing.map((need) => catalogue.find(need)!.title);
    throw new Refusal((say) => say.access.needsFirst(title, titles));
  }
}

/** The rules of separation that it breaks beside what else is held or asked for: the strictest first. */
export const conflictsOf = (
  { covers }: Pick<Entitlement, 'covers'>,
  held: readonly Listed[],
  { separation, coversOf }: Catalogue,
): Conflict<Listed>[] => separation.conflicts(covers, held, ({ entitlement }) => coversOf(entitlement));

/**
 * The exception that a request is for, by the strictest of the rules that it breaks.
 * @throws Refusal where one of them allows none, or not for so long.
 */
export function exceptionFor(
  entitlement: Pick<Entitlement, 'title'>,
  hours: number,
  conflicts: readonly Conflict<Listed>[],
) {
  const [first] = conflicts;
  if (!first) return undefined;
  const { title } = entitlement;
  const { rule, with: other } = first;
  if (!rule.exception) throw new Refusal((say) => say.access.conflicts(title, other.title, other._id, rule.name));
  const longest = Math.min(...conflicts.map((each) => each.rule.exception!.maxHours));
  if (hours > longest) throw new Refusal((say) => say.access.exceptionTooLong(title, other.title, longest));
  return {
    route: rule.exception.route,
    rules: conflicts.map((each) => each.rule.id),
    beside: { id: other._id, title: other.title },
  };
}

/**
 * By which route it is decided, about what, and as which exception to the separation of duties.
 * @param held the requester's other requests that are open.
 * @throws Refusal with the remedy: not for them, too long, something is needed first, already held or asked for, separation
 * of duties.
 */
export function asked(
  { id }: Who,
  entitlement: Entitlement,
  hours: number,
  held: readonly Listed[],
  { catalogue, routes }: { catalogue: Catalogue; routes: Routes },
) {
  const facts = { ...routes.factsOf(id), ...factsOf(entitlement, hours) };
  mayAsk(entitlement, hours, held, facts, catalogue);
  const exception = exceptionFor(entitlement, hours, conflictsOf(entitlement, held, catalogue));
  const named = exception ? routes.route(exception.route) : entitlement.route;
  return {
    route: named ?? routes.choose(facts)!,
    isNamed: named !== undefined,
    facts,
    owner: entitlement.owner,
    exception,
  };
}

/**
 * Asks for an entitlement.
 * @param held the requester's other requests that are open.
 * @throws Refusal at once, with the remedy: not for them, too long, something is needed first, already held or asked for,
 * separation of duties, nobody to decide.
 */
export function request(
  entitlement: Entitlement,
  wish: { requester: Who; hours: number; reason: string; control?: string | undefined; ticket?: string | undefined },
  held: readonly Listed[],
  { catalogue, routes, autos }: { catalogue: Catalogue; routes: Routes; autos?: readonly Date[] },
  now: Date,
): { own: Own<AccessRequest>; events: NewEvent[] } {
  const { id, title, owner, risk } = entitlement;
  const { control, ...wanted } = wish;
  const { requester, hours } = wish;
  const { exception, isNamed, ...about } = asked(requester, entitlement, hours, held, { catalogue, routes });
  const former = extendable(id, held);
  const approval = begin(about.route, { requester, ...about, ...(isNamed ? {} : { autos }) }, routes, now);
  const own = {
    ...wanted,
    beside: held.filter(({ state, _id }) => state === 'active' && _id !== former?.id).map((other) => other.title),
    ...(former ? { extends: former } : {}),
    entitlement: id,
    title,
    meaning: catalogue.meaningOf(entitlement),
    owner,
    risk,
    ...(exception ? { exception: { rules: exception.rules, beside: exception.beside, control: control ?? '' } } : {}),
    policy: catalogue.version,
    approval,
    state: approval.state === 'approved' ? ('approved' as const) : ('requested' as const),
    holds: holdsOf({ requester, entitlement: id }),
    ...claimOf(approval, autos),
  };
  return { own: waiting(own, dueOf(own, now)), events: requested(approval) };
}

/** The requester is told of the last approval by the grant that follows it. */
export const approving = approvable<AccessRequest>({
  states: {
    approved: 'approved',
    rejected: 'rejected',
    withdrawn: 'withdrawn',
    expired: 'expired',
    void: 'barred',
  },
  tells: (record, what) =>
    what === 'rejected' || what === 'escalated' || what === 'expired' ? [requesterOf(record)] : [],
  settled,
  mayBeDecided({ notAfter }, now) {
    if (notAfter && notAfter <= now) throw new Refusal((say) => say.approvals.conditionPast(notAfter));
  },
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

/** The grant goes on by another request, which is in effect: this one ends without a gap. */
export function superseded(record: AccessRequest, extension: string, now: Date): Changed<AccessRequest> {
  if (record.state !== 'active') return undefined;
  const end = { how: 'extended', at: now, extension } as const;
  return settled({ ...record, state: 'ending', work: undefined, end }, now, {
    what: 'extended',
    data: { into: extension },
  });
}

/** So long the holder has after the ticket is over. */
const AFTER_TICKET_HOURS = 1;

/** The ticket that it ends with is over: it ends in an hour, and its holder is warned. */
export function ticketEnded(record: AccessRequest, now: Date): Changed<AccessRequest> {
  const { lease, state, ticketOver } = record;
  if (state !== 'active' || !lease || ticketOver) return undefined;
  const soon = later(now, AFTER_TICKET_HOURS);
  const until = soon < lease.until ? soon : lease.until;
  return settled({ ...record, ticketOver: now, lease: { ...lease, until, warnings: [], warned: true } }, now, {
    what: 'ticket-over',
    tell: [requesterOf(record)],
  });
}

/** The one that it extends has ended for it. */
export const extended = (record: AccessRequest, now: Date): Changed<AccessRequest> =>
  owesEnd(record) ? settled({ ...record, extends: { ...record.extends!, done: true } }, now) : undefined;

/** Reminds, escalates, expires, warns or ends: the one thing that is due. */
export function attend(record: AccessRequest, routes: Routes, now: Date): Changed<AccessRequest> {
  const due = stepDue(record, now);
  if (!due || due > now) return undefined;
  const isOver = record.notAfter && record.notAfter <= now;
  if (record.state === 'requested')
    return isOver ? approving.expired(record, now) : approving.attended(record, routes, now);
  const { lease } = record;
  if (record.state !== 'active' || !lease) return undefined;
  if (lease.until <= now) {
    const end = { how: record.ticketOver ? 'ticket' : 'expired', at: now } as const;
    return settled({ ...record, state: 'ending', work: undefined, end }, now);
  }
  const warnings = lease.warnings.filter((date) => date > now);
  return settled({ ...record, lease: { ...lease, warnings, warned: true } }, now, {
    what: 'warned',
    tell: [requesterOf(record)],
  });
}

const isGuardian = (record: AccessRequest, one: Person): boolean =>
  one.id === record.owner.id || one.roles.includes('security') || one.roles.includes('admin');

/** The requester, the approvers, the owner, security officers, administrators, and those who set it up by hand. */
export const mayShow = (record: AccessRequest, one: Person): boolean =>
  isGuardian(record, one) ||
  hasPart(record, one.id) ||
  [...(record.hand?.hands.people ?? []), ...(record.hand?.checker ?? [])].some(({ id }) => id === one.id);
