/**
 * An approval on a condition that its subject can turn into a changed request: it counts once the requester accepts the
 * change, for exactly that. Until then the approver may decide otherwise, and any other change ends the offer. Pure.
 */
import type { Who } from '../card.js';
import { Refusal } from '../refusal.js';
import {
  type Approval,
  clocked,
  type Decision,
  type Difference,
  mayDecide,
  needConfirmed,
  type Offer,
  seatOf,
} from './approval.js';
import type { Moved } from './moves.js';
import type { Routes } from './routes.js';

/** What a subject makes of a condition: what it wants instead, which it reads itself, and how that differs. */
export type Turned = { wish: Offer['wish']; differences: Difference[] };

/** Offers to approve the changed request; the deadline stands still until its requester has chosen. */
export function offer(
  stored: Approval,
  key: string,
  actor: Who,
  said: Pick<Offer, 'condition' | 'comment' | 'confirmed'>,
  turned: Turned,
  routes: Routes,
  now: Date,
): Moved {
  const { approval, step, seat } = mayDecide(stored, key, actor, routes, now);
  needConfirmed(step, said);
  const by = { id: actor.id, name: actor.name };
  const own = {
    step: key,
    by,
    ...(seat.onBehalfOf ? { onBehalfOf: seat.onBehalfOf } : {}),
    ...said,
    ...turned,
    at: now,
  };
  const others = (approval.offers ?? []).filter((one) => seatOf(one) !== seatOf(own) || one.step !== key);
  const data = { who: by, condition: said.condition, differences: turned.differences };
  return {
    approval: clocked({ ...approval, offers: [...others, own] }, true, routes, now),
    events: [{ what: 'proposed', data, tell: [`person:${approval.requester.id}`] }],
  };
}

export const offerMark = ({ at }: Pick<Offer, 'at'>): string => at.getTime().toString(36);

/** @throws Refusal when it is there no longer: decided otherwise, replaced, or ended by another change. */
export function needOffer({ offers = [] }: Approval, mark: string): Offer {
  const found = offers.find((one) => offerMark(one) === mark);
  if (!found) throw new Refusal((say) => say.approvals.offerGone);
  return found;
}

/** The decision that an accepted offer is. @throws Refusal when its approver may not decide any more. */
export function accepted(approval: Approval, given: Offer, routes: Routes, now: Date): Decision {
  const { step, by, onBehalfOf, condition, comment, confirmed, at } = given;
  const gone = new Refusal((say) => say.approvals.offerGone);
  if (!routes.isHere(by)) throw gone;
  try {
    mayDecide(approval, step, by, routes, now);
  } catch (error) {
    throw error instanceof Refusal ? gone : error;
  }
  const said = { condition, ...(comment ? { comment } : {}), ...(confirmed ? { confirmed } : {}) };
  return { by, ...(onBehalfOf ? { onBehalfOf } : {}), verdict: 'approved', ...said, at };
}
