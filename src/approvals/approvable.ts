/**
 * What every kind of record does with the approval that it carries: decided, withdrawn, asked of somebody else, reminded of,
 * expired. A kind says what its states are called and whom it tells. Pure.
 */
import { type Who, who } from '../card.js';
import { isDuplicateKey } from '../errors.js';
import { Refusal } from '../refusal.js';
import type { Audience, Changed, NewEvent, Recorded } from '../history.js';
import { coverings, reminded, reseated } from './absence.js';
import {
  type Approval,
  awaited,
  close,
  decide,
  deciders,
  later,
  onlyRequester,
  mayDecide,
  type Offer,
  type Ruling,
  withdraw,
  withFormer,
} from './approval.js';
import { managersFor, overdue } from './reminders.js';
import type { Moved } from './moves.js';
import { type Revised, revised, type Terms } from './revision.js';
import type { Routes } from './routes.js';

/** A record that an approval decides about; it is `requested` for as long as its approval is open. */
export type Approvable = Recorded & {
  requester: Who;
  approval: Approval;
  state: string;
  waitingFor: string[];
  due?: { next: Date } | undefined;
  /** What an approval by a rule claims: see `claimOf`. */
  autoClaim?: string | undefined;
};

/** What an approval can come to that somebody may be told of. */
export type Outcome = 'approved' | 'rejected' | 'withdrawn' | 'left' | 'escalated' | 'expired';

/** An accepted offer as the decision that it is. */
const ruledBy = ({ by, onBehalfOf, condition }: Offer) => ({
  verdict: 'approved',
  condition,
  who: by,
  ...(onBehalfOf ? { for: onBehalfOf } : {}),
});

/** What differs between one kind of record and another. */
export type Kind<D extends Approvable> = {
  /** The record's state after each end of its approval. */
  states: Record<Exclude<Approval['state'], 'open'>, D['state']>;
  /** Who is told of it, besides those whose own card shows it. */
  tells(record: D, what: Outcome): readonly Audience[];
  /** The record after a change, with whom and what it now waits for; see `waiting`. */
  settled(record: D, now: Date, ...events: NewEvent[]): Changed<D>;
  /** What of the record itself forbids a decision. @throws Refusal */
  mayBeDecided?(record: D, now: Date): void;
  /** Whether its requester may still withdraw or change it although it is approved. */
  isUnused?(record: D): boolean;
};

/** The moves of an approval on records of one kind. */
export type Approving<D extends Approvable> = {
  /** @throws Refusal for whoever may not decide, and for what is over. */
  decided(record: D, step: string, actor: Who, ruling: Ruling, routes: Routes, now: Date): Changed<D>;
  moved(record: D, moved: Moved, now: Date): Changed<D>;
  /** @throws Refusal for everybody but its requester, and for what is over. */
  mayRevise(record: D, actor: Who): void;
  /** What a change of it would come to, where it is one that an approver has offered to approve. @throws Refusal likewise. */
  revising(record: D, terms: Terms, actor: Who, routes: Routes, now: Date, given?: Offer): Revised;
  /** @param next the record as its requester has changed it. */
  revised(next: D, revised: Revised, now: Date): Changed<D>;
  /** @throws Refusal unless the requester withdraws what is not over. */
  withdrawn(record: D, actor: Who, now: Date): Changed<D>;
  /** Asks who decides for approvers on leave, and by delegations that have begun; no longer by those that are over. */
  reassigned(record: D, routes: Routes, now: Date): Changed<D>;
  /** Reminds, escalates or expires what nobody decides, when that is due. */
  attended(record: D, routes: Routes, now: Date): Changed<D>;
  /** Ends what still waits for decisions, because its requester has left. */
  voided(record: D, now: Date): Changed<D>;
  /** Ends what is of no use any more. */
  expired(record: D, now: Date): Changed<D>;
  /** Tells the requester of an approver whom no chat reaches, once: whom else to tell, and what happens when. */
  unreached(record: D, approver: string, routes: Routes, now: Date): Changed<D>;
};

/** Whether its requester was told that no chat reaches this approver. */
export const isToldUnreached = (history: Recorded['history'], approver: string): boolean =>
  history.some(({ what, data }) => what === 'approver-unreached' && (data['who'] as Who).id === approver);

export function approvable<D extends Approvable>(kind: Kind<D>): Approving<D> {
  const { settled } = kind;
  const put = (record: D, after: Approval): D => {
    const approval = withFormer(record.approval, after);
    return { ...record, approval, state: approval.state === 'open' ? 'requested' : kind.states[approval.state] };
  };
  const event = (record: D, what: Outcome): NewEvent => ({ what, tell: kind.tells(record, what) });

  function mayRevise(record: D, actor: Who): void {
    onlyRequester(record.approval, actor, (say) => say.approvals.onlyRequesterChanges);
    if (record.state !== 'requested' && !kind.isUnused?.(record))
      throw new Refusal((say) => say.approvals.nothingToChange);
  }

  const reassigned: Approving<D>['reassigned'] = (record, routes, now) => {
    const approval = reseated(record.approval, routes, now);
    return approval && settled(put(record, approval), now, ...coverings(record.approval, approval));
  };

  return {
    reassigned,
    decided(record, step, actor, ruling, routes, now) {
      if (record.state === 'requested') kind.mayBeDecided?.(record, now);
      const approval = decide(record.approval, step, actor, ruling, routes, now);
      const next = put(record, approval);
      if (approval.state === 'void') return settled(next, now, event(record, 'left'));
      const { by, onBehalfOf } = approval.steps.find(({ key }) => key === step)!.decisions.at(-1)!;
      const decision: NewEvent = {
        what: 'decided',
        data: { step, ...ruling, ...(onBehalfOf ? { who: by, for: onBehalfOf } : {}) },
        tell: onBehalfOf ? [`person:${onBehalfOf.id}`] : [],
      };
      return approval.state === 'open'
        ? settled(next, now, decision, ...coverings(record.approval, approval))
        : settled(next, now, decision, event(record, ruling.verdict === 'approved' ? 'approved' : 'rejected'));
    },
    moved: (record, { approval, events }, now) =>
      settled(put(record, approval), now, ...events, ...coverings(record.approval, approval)),
    mayRevise,
    revising(record, terms, actor, routes, now, given) {
      mayRevise(record, actor);
      return revised(record.approval, terms, routes, now, given);
    },
    revised(next, { approval, fell, restarts, given }, now) {
      const { differences } = approval.revisions!.at(-1)!;
      const edited: NewEvent = {
        what: 'edited',
        data: { who: approval.requester, differences, restarts },
        tell: fell.map(({ id }) => `person:${id}` as const),
      };
      const after = put(next, approval);
      const isApproved = approval.state === 'approved' && next.approval.state === 'open';
      return settled(
        after,
        now,
        edited,
        ...(given ? [{ what: 'decided', data: { step: given.step, ...ruledBy(given) } }] : []),
        ...(isApproved ? [event(after, 'approved')] : coverings(next.approval, approval)),
      );
    },
    withdrawn(record, actor, now) {
      const unused = actor.id === record.requester.id && kind.isUnused?.(record);
      const approval = unused ? record.approval : withdraw(record.approval, actor, now);
      const next = { ...record, approval, state: kind.states.withdrawn };
      return settled(next, now, event(record, 'withdrawn'));
    },
    attended(record, routes, now) {
      const silent = overdue(record.approval, routes, now);
      if (!silent) return reassigned(record, routes, now);
      const { what, approval } = silent;
      const told = what === 'reminded' ? { what, tell: reminded(record.approval, approval, now) } : event(record, what);
      return settled(put(record, approval), now, told, ...coverings(record.approval, approval));
    },
    unreached(record, approver, routes, now) {
      const { approval, history } = record;
      const silent = awaited(approval).find(({ id }) => id === approver);
      if (!silent || isToldUnreached(history, approver)) return undefined;
      const { escalate, expire } = approval;
      const next = escalate ? managersFor(approval, routes).map(who) : [];
      const data = { who: who(silent), next, ...(escalate ? { escalate } : {}), ...(expire ? { expire } : {}) };
      return settled(record, now, { what: 'approver-unreached', data, tell: [`person:${record.requester.id}`] });
    },
    voided(record, now) {
      if (record.state !== 'requested') return undefined;
      return settled(put(record, close(record.approval, 'void', now)), now, event(record, 'left'));
    },
    expired: (record, now) =>
      settled(put(record, close(record.approval, 'expired', now)), now, event(record, 'expired')),
  };
}

/** What the commands of the approvals do with a record of this kind. */
export type Moves<D extends Approvable> = {
  decide(record: D, step: string, actor: Who, ruling: Ruling, now: Date): Changed<D>;
  withdraw(record: D, actor: Who, now: Date): Changed<D>;
  /** What people do with the approval besides deciding it. */
  move(record: D, apply: (routes: Routes) => Moved, now: Date): Changed<D>;
  reassign(record: D, now: Date): Changed<D>;
  unreached(record: D, approver: string, now: Date): Changed<D>;
  /** Whether somebody is to be asked instead of an approver who is away. */
  isUncovered(approval: Approval, now: Date): boolean;
  /** @throws Refusal unless this person may decide this step now. */
  needSeat(approval: Approval, step: string, actor: Who, now: Date): void;
};

export const along = <D extends Approvable>(routes: Routes, approving: Approving<D>): Moves<D> => ({
  decide: (record, step, actor, ruling, now) => approving.decided(record, step, actor, ruling, routes, now),
  move: (record, apply, now) => approving.moved(record, apply(routes), now),
  withdraw: (record, actor, now) => approving.withdrawn(record, actor, now),
  reassign: (record, now) => approving.reassigned(record, routes, now),
  unreached: (record, approver, now) => approving.unreached(record, approver, routes, now),
  isUncovered: (approval, now) => reseated(approval, routes, now) !== undefined,
  needSeat: (approval, step, actor, now) => void mayDecide(approval, step, actor, routes, now),
});

/** The record with whom its approval waits for, and when it is next to be attended to. */
export const waiting = <D extends Pick<Approvable, 'approval'>>(record: D, next: Date | undefined) => ({
  ...record,
  waitingFor: awaited(record.approval).map(({ id }) => id),
  due: next && { next },
});

/** So many days back similar records are counted. */
const SIMILAR_DAYS = 90;

/** How records like this one ended of late. @param count the number of records that a filter finds. */
export async function similarTo(
  filter: object,
  count: (filter: object) => Promise<number>,
  now: Date,
): Promise<NonNullable<Approval['similar']>> {
  const since = { 'approval.closed': { $gte: later(now, -24 * SIMILAR_DAYS) } };
  const ended = (state: string) => count({ ...filter, 'approval.state': state, ...since });
  const [approved, rejected] = await Promise.all([ended('approved'), ended('rejected')]);
  return { approved, rejected, days: SIMILAR_DAYS };
}

/** What is told of a record that begins with this approval. */
export const requested = (approval: Approval): NewEvent[] => [
  { what: 'requested' },
  ...(approval.auto ? [{ what: 'auto-approved', data: { ...approval.auto } }] : []),
  ...coverings(undefined, approval),
];

/** When what a person asked for was approved by a rule. @param find the approvals of the records that a filter finds. */
export const autosOf = async (
  person: string,
  find: (filter: object) => Promise<readonly Pick<Approvable, 'approval'>[]>,
): Promise<Date[]> =>
  (await find({ 'requester.id': person, 'approval.auto.nth': { $gte: 1 } })).flatMap(
    ({ approval: { closed, begun } }) => closed ?? begun ?? [],
  );

/** Of two that are approved by a rule at once the store takes one, so that together they pass no cap. */
export const claimOf = ({ auto, requester }: Approval, autos: readonly Date[] = []): { autoClaim?: string } =>
  auto ? { autoClaim: `${requester.id}|${autos.length + 1}` } : {};

/** The most people who at once claim the same of one store. */
const TRIES = 10;

/** Begins again, with what was saved meanwhile, when the store refuses what another one has claimed. */
export async function anewWhenClaimed<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++)
    try {
      return await work();
    } catch (error) {
      if (!isDuplicateKey(error) || tries === TRIES) throw error;
    }
}

/** Whether somebody asked for it, is asked to decide about it, or has decided. */
export const hasPart = ({ requester, approval }: Pick<Approvable, 'requester' | 'approval'>, person: string): boolean =>
  person === requester.id ||
  deciders(approval).has(person) ||
  (approval.copies ?? []).some(({ id }) => id === person) ||
  approval.steps.some(({ approvers }) => approvers.some(({ id }) => id === person));
