/**
 * An access request and the grant it becomes. A grant is a lease: it has an owner, a reason and an end, and it starts
 * when it is granted, however long the approval took. Pure.
 */
import { approvable, type Approvable, hasPart, waiting } from '../approvals/approvable.js';
import type { Risk } from '../approvals/facts.js';
import { nextOf } from '../approvals/reminders.js';
import type { Lang, Who } from '../card.js';
import type { Audience, Changed, Glance, NewEvent } from '../history.js';
import { isGuard, type Person } from '../people.js';
import { Refusal } from '../refusal.js';
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
export function dueOf(record: Timed, now: Date): Date | undefined {
  const isTried = record.state === 'approved' || record.state === 'ending';
  const verifyBy = isTried && !record.unverified ? record.work?.verifyBy : undefined;
  const supersedes = owesEnd(record) ? record.lease?.from : undefined;
  return earliest(stepDue(record, now), verifyBy, owedSince(record), supersedes);
}

/** Whether the grant that it extends is still to end for it. */
export const owesEnd = ({ state, extends: former }: Pick<AccessRequest, 'state' | 'extends'>): boolean =>
  state === 'active' && former !== undefined && !former.done;

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

/** Who may end it and see all of it. */
export const isGuardian = (record: AccessRequest, one: Person): boolean => one.id === record.owner.id || isGuard(one);

/** The requester, the approvers, the owner, security officers, administrators, and those who set it up by hand. */
export const mayShow = (record: AccessRequest, one: Person): boolean =>
  isGuardian(record, one) ||
  hasPart(record, one.id) ||
  [...(record.hand?.hands.people ?? []), ...(record.hand?.checker ?? [])].some(({ id }) => id === one.id);
