/** Makes approved requests true and ended ones untrue: plan, apply, verify, each step safe to do again. */
import { randomUUID } from 'node:crypto';
import { byDesk } from '../context.js';
import { isByRule, isProven } from '../approvals/approval.js';
import type { Routes } from '../approvals/routes.js';
import { isDuplicateKey } from '../errors.js';
import { atAGlance, type Changed, type Ledger } from '../history.js';
import { holders, type Directory } from '../people.js';
import { type AccessRequest, type Bar, holdsOf, type Lease, type Listed } from './access.js';
import { conflictsOf } from './asking.js';
import { handedOver, isDoneByHand, taskOf } from './by-hand.js';
import type { Catalogue } from './catalogue.js';
import { handsFor } from './hands.js';
import { barred, grantId, grantsOf, plan, type Terms, worked } from './lease.js';
import { type Grant, NotNow, type Provisioner } from './provisioners/provisioner.js';

export type Provisioning = {
  /** An approval also takes on the grant of its request: the caller that saves it goes on to `carryOut`. */
  takenOn(changed: Changed<AccessRequest>, now: Date): Changed<AccessRequest>;
  /** Does what was taken on. */
  carryOut(planned: AccessRequest, now: Date): Promise<void>;
  /** Takes on what is due, unless another process has, and does it. */
  provision(record: Listed, now: Date): Promise<void>;
  /** Whether applications say what the record does; undefined where one does not answer. Changes nothing. */
  inquire(record: Listed): Promise<boolean | undefined>;
};

/** One part of a lease as its application is told of it. */
const grantOf = (record: Listed, { account, until }: Lease, entitlement: string): Grant => {
  const { requester: person, owner, reason } = record;
  return { id: grantId(record, entitlement), person, account, entitlement, owner, reason, until };
};

/** What applying or undoing came to; `asked`: what people have to do for it. */
type Outcome = { verified: boolean; notBefore?: Date; asked?: NonNullable<ReturnType<typeof handsFor>> };

export function createProvisioning(deps: {
  ledger: Ledger<AccessRequest>;
  catalogue: Catalogue;
  provisionerOf(entitlement: string): Provisioner;
  directory: Directory;
  routes: Routes;
  /** Whether a ticket is resolved or closed. */
  isOver(ticket: string): Promise<boolean>;
  /** An error of the provisioner: for the log; the request itself is tried again. */
  failed(error: unknown, request: string): void;
}): Provisioning {
  const { ledger, catalogue, provisionerOf, directory } = deps;
  const guards = () => holders(directory, 'security').map(({ id }) => `person:${id}` as const);

  const termsOf = ({ entitlement, requester, owner, risk }: AccessRequest, now: Date): Terms => ({
    warnBefore: catalogue.warnBefore,
    grants: [...(catalogue.find(entitlement)?.grants ?? [entitlement])],
    account: directory.person(requester.id)?.email,
    verifyBy: deps.routes.due([owner], { started: now, pauses: [] }, catalogue.verifyWithin[risk]),
  });
  /** Whether an application can be asked about it at any time: neither people nor the desk's own list. */
  const canAsk = (entitlement: string): boolean => {
    const kind = catalogue.provisionerOf(entitlement)?.kind;
    return kind === 'scim' || kind === 'webhook';
  };

  /** Read after the plan was saved, so that of two conflicting grants at least one sees the other. */
  async function obstacleTo(planned: AccessRequest): Promise<{ conflict: string } | Bar | undefined> {
    const { _id, requester, entitlement, approval } = planned;
    if (!isProven(approval) && !isByRule(approval, deps.routes)) return { why: 'unproven' };
    if (!directory.person(requester.id)) return { why: 'left' };
    const former = planned.extends && (await ledger.load(planned.extends.id));
    if (former?.end?.how === 'revoked') return { why: 'revoked', by: former._id };
    const { ticket } = planned;
    if (ticket && (await deps.isOver(ticket))) return { why: 'ticket', by: ticket };
    const item = catalogue.find(entitlement);
    const others = (await ledger.model
      .find({ 'requester.id': requester.id, state: { $in: ['approved', 'active', 'ending'] } }, atAGlance)
      .lean()
      .exec()) as Listed[];
    const leased = others.filter((other) => other._id !== _id && other.lease);
    const same = leased.find((other) => holdsOf(other) === holdsOf(planned) && other.state === 'active');
    if (same && !same.lease?.warned) return { why: 'held', by: same._id };
    const allowed = planned.exception?.rules ?? [];
    const conflict = item && conflictsOf(item, leased, catalogue).find(({ rule }) => !allowed.includes(rule.id));
    return conflict && { conflict: conflict.with._id };
  }

  /** Takes on the work; undefined when another server was quicker, or the requester has the same by another request. */
  async function plannedAs(attempt: string, record: Listed, now: Date): Promise<AccessRequest | undefined> {
    const apply = (latest: AccessRequest) => plan(latest, attempt, termsOf(latest, now), now);
    try {
      const planned = await ledger.change(record._id, byDesk(now, `${record._id}:plan:${attempt}`), apply);
      return planned?.work?.attempt === attempt ? planned : undefined;
    } catch (error) {
      const other =
        isDuplicateKey(error) && (await ledger.model.findOne({ holds: holdsOf(record) }, { _id: 1 }).lean());
      if (!other) throw error;
      await ledger.change(record._id, byDesk(now, `${record._id}:held:${attempt}`), (latest) =>
        barred(latest, { why: 'held', by: other._id }, guards(), now),
      );
      return undefined;
    }
  }

  /** The entitlements that other leases of the same person still bring. */
  async function keptBy(
    { _id, requester }: Pick<AccessRequest, '_id' | 'requester'>,
    states: readonly AccessRequest['state'][] = ['approved', 'active'],
  ): Promise<Set<string>> {
    const others = (await ledger.model
      .find({ 'requester.id': requester.id, state: { $in: states } }, atAGlance)
      .lean()
      .exec()) as Listed[];
    return new Set(others.flatMap((other) => (other._id !== _id && other.lease ? grantsOf(other) : [])));
  }

  /** What the grant that it extends has set up, while that one is in effect: nobody sets it up again by hand. */
  async function standing({ extends: former }: AccessRequest): Promise<Set<string>> {
    const old = former && (await ledger.load(former.id));
    return new Set(old?.state === 'active' ? grantsOf(old) : []);
  }

  /** What applications do by themselves is done: the rest is asked of people, unless they have done it. */
  function byHand(record: AccessRequest, kept: ReadonlySet<string>): Outcome {
    const asked = handsFor(record, kept, catalogue, directory);
    const task = taskOf(record);
    return asked && !(task && isDoneByHand(task)) ? { verified: false, asked } : { verified: true };
  }

  /** Sets up or takes away each entitlement of a lease, and asks whether that is so. */
  async function apply(record: AccessRequest): Promise<Outcome> {
    const { _id, lease, state } = record;
    if (!lease) return { verified: state === 'ending' };
    const isEnding = state === 'ending';
    const kept = isEnding ? await keptBy(record) : await standing(record);
    try {
      for (const entitlement of grantsOf(record)) {
        if (catalogue.provisionerOf(entitlement)?.kind === 'hand') continue;
        const provisioner = provisionerOf(entitlement);
        if (isEnding && kept.has(entitlement) && !provisioner.tellsApart) continue;
        const grant = grantOf(record, lease, entitlement);
        await (isEnding ? provisioner.revoke(grant) : provisioner.grant(grant));
        if ((await provisioner.verify(grant)) === isEnding) return { verified: false };
      }
      return byHand(record, kept);
    } catch (error) {
      deps.failed(error, _id);
      return { verified: false, ...(error instanceof NotNow ? { notBefore: error.until } : {}) };
    }
  }

  /** Whether applications say what the record does; undefined where one does not answer. */
  async function inquire(record: Listed): Promise<boolean | undefined> {
    const { _id, lease, state } = record;
    const kept = state === 'ended' ? await keptBy(record, ['approved', 'active', 'ending']) : new Set<string>();
    try {
      for (const entitlement of lease ? grantsOf(record) : []) {
        const provisioner = provisionerOf(entitlement);
        if (!canAsk(entitlement) || (kept.has(entitlement) && !provisioner.tellsApart)) continue;
        if ((await provisioner.verify(grantOf(record, lease!, entitlement))) !== (state === 'active')) return false;
      }
      return true;
    } catch (error) {
      deps.failed(error, _id);
      return undefined;
    }
  }

  async function carryOut(planned: AccessRequest, now: Date): Promise<void> {
    const { _id, work, state } = planned;
    const outcome = byDesk(now, `${_id}:worked:${work?.attempt}`);
    const obstacle = state === 'approved' ? await obstacleTo(planned) : undefined;
    if (obstacle) {
      await ledger.change(_id, outcome, (latest) => barred(latest, obstacle, guards(), now));
      return;
    }
    const result = await apply(planned);
    await ledger.change(_id, outcome, (latest) =>
      result.asked
        ? handedOver(latest, result.asked, now)
        : worked(latest, { ...result, isAsked: grantsOf(latest).some(canAsk) }, now),
    );
  }

  return {
    takenOn(changed, now) {
      // A request of before claims were kept may find its claim taken: that is for the sweep to say.
      if (changed?.next.state !== 'approved' || !changed.next.holds) return changed;
      const planned = plan(changed.next, randomUUID(), termsOf(changed.next, now), now);
      return planned && { ...changed, next: planned.next };
    },
    carryOut,
    inquire,
    async provision(record, now) {
      const planned = await plannedAs(randomUUID(), record, now);
      if (planned) await carryOut(planned, now);
    },
  };
}
