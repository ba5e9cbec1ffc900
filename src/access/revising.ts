/** A request for access that its requester changes before it is granted. Pure. */
import type { Offer } from '../approvals/approval.js';
import { type Revised, differing, type Terms } from '../approvals/revision.js';
import type { Routes } from '../approvals/routes.js';
import { moment, type Who } from '../card.js';
import { Refusal } from '../refusal.js';
import { type AccessRequest, approving, holdsOf, type Listed } from './access.js';
import { asked } from './asking.js';
import { type Catalogue, type Entitlement, needEntitlement } from './catalogue.js';

export type Wish = { entitlement: Entitlement; hours: number; reason: string; notAfter?: Date | undefined };

/** The request as it stands. */
export const wishOf = ({ entitlement, hours, reason, notAfter }: AccessRequest, catalogue: Catalogue): Wish => ({
  entitlement: needEntitlement(entitlement, catalogue),
  hours,
  reason,
  notAfter,
});

const FOREVER = new Date(8.64e15);

/** Less of the same was approved with it. */
export const differencesOf = (before: AccessRequest, { entitlement, hours, reason, notAfter }: Wish) => [
  ...differing(
    ['entitlement'],
    (say) => say.access.what,
    [before.title, entitlement.title],
    (title, say) => [say.access.name(title)],
  ),
  ...differing(
    ['duration'],
    (say) => say.access.howLong,
    [before.hours, hours],
    (value, say) => [say.access.duration(value)],
    hours < before.hours,
  ),
  ...differing(
    ['duration'],
    (say) => say.access.notAfter,
    [before.notAfter, notAfter],
    (end) => [end ? moment(end) : '–'],
    notAfter !== undefined && notAfter < (before.notAfter ?? FOREVER),
  ),
  ...differing(
    ['risk'],
    (say) => say.access.risk,
    [before.risk, entitlement.risk],
    (risk, say) => [say.access.risks[risk]],
  ),
  ...differing(
    ['reason'],
    (say) => say.access.reason,
    [before.reason, reason],
    (words) => [words],
  ),
];

/**
 * The request as it would be, and what of its approval stands.
 * @param held the requester's other requests that are open.
 * @throws Refusal likewise as for a new one, and for what cannot be changed.
 */
export function revising(
  before: AccessRequest,
  wish: Wish,
  actor: Who,
  {
    held,
    catalogue,
    routes,
    given,
  }: { held: readonly Listed[]; catalogue: Catalogue; routes: Routes; given?: Offer | undefined },
  now: Date,
): { next: AccessRequest; revised: Revised } {
  approving.mayRevise(before, actor);
  const { entitlement, hours, reason, notAfter } = wish;
  const { exception, ...about } = asked(before.requester, entitlement, hours, held, { catalogue, routes });
  const control = before.exception?.control;
  if (exception && control === undefined) {
    const { title, id } = exception.beside;
    throw new Refusal((say) => say.access.conflicts(entitlement.title, title, id));
  }
  const terms: Terms = { ...about, differences: differencesOf(before, wish) };
  const revised = approving.revising(before, terms, actor, routes, now, given);
  const { id, title, owner, risk } = entitlement;
  const next = {
    ...before,
    hours,
    reason,
    notAfter,
    entitlement: id,
    title,
    meaning: catalogue.meaningOf(entitlement),
    extends: id === before.entitlement ? before.extends : undefined,
    owner,
    risk,
    exception: exception && { rules: exception.rules, beside: exception.beside, control: control ?? '' },
  };
  return { next: { ...next, holds: holdsOf(next) }, revised };
}
