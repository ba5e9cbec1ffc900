/** Makes approved requests true and ended ones untrue: plan, apply, verify, each step safe to do again. */
import { randomUUID } from 'node:crypto';
import { byDesk } from '../act.js';
import type { Ledger } from '../history.js';
import { type AccessRequest, conflictWith } from './access.js';
import type { Catalogue } from './catalogue.js';
import { barred, plan, worked } from './lease.js';
import type { Provisioner } from './provisioner.store.js';

export function createProvisioning(deps: {
  ledger: Ledger<AccessRequest>;
  catalogue: Catalogue;
  provisioner: Provisioner;
  /** An error of the provisioner: for the log; the request itself is tried again. */
  failed(error: unknown, request: string): void;
}): (record: AccessRequest, now: Date) => Promise<void> {
  const { ledger, catalogue, provisioner } = deps;

  /** Read after the plan was saved, so that of two conflicting grants at least one sees the other. */
  async function conflictOf({ _id, requester, entitlement }: AccessRequest): Promise<AccessRequest | undefined> {
    const item = catalogue.find(entitlement);
    if (!item) return undefined;
    const others = (await ledger.model
      .find({ 'requester.id': requester.id, state: { $in: ['approved', 'active', 'ending'] } })
      .lean()
      .exec()) as AccessRequest[];
    return conflictWith(
      item,
      others.filter((other) => other._id !== _id && other.lease),
    );
  }

  async function apply(record: AccessRequest): Promise<boolean> {
    const { _id: id, requester: person, entitlement, owner, reason, lease } = record;
    if (!lease) return record.state === 'ending';
    const grant = { id, person, entitlement, owner, reason, until: lease.until };
    try {
      if (record.state === 'ending') {
        await provisioner.revoke(grant);
        return !(await provisioner.verify(grant));
      }
      await provisioner.grant(grant);
      return await provisioner.verify(grant);
    } catch (error) {
      deps.failed(error, id);
      return false;
    }
  }

  return async (record, now) => {
    const attempt = randomUUID();
    const planned = await ledger.change(record._id, byDesk(now, `${record._id}:plan:${attempt}`), (latest) =>
      plan(latest, attempt, catalogue.warnBefore, now),
    );
    if (planned?.work?.attempt !== attempt) return;
    const outcome = byDesk(now, `${record._id}:worked:${attempt}`);
    const conflict = planned.state === 'approved' ? await conflictOf(planned) : undefined;
    if (conflict) {
      await ledger.change(record._id, outcome, (latest) => barred(latest, conflict, now));
      return;
    }
    const verified = await apply(planned);
    await ledger.change(record._id, outcome, (latest) => worked(latest, verified, now));
  };
}
