/** Asking for an entitlement: what forbids it, which route decides it, and the request that it becomes. Pure. */
import { claimOf, requested, waiting } from '../approvals/approvable.js';
import { begin } from '../approvals/approval.js';
import type { Facts } from '../approvals/conditions.js';
import type { Routes } from '../approvals/routes.js';
import type { Who } from '../card.js';
import type { NewEvent, Own } from '../history.js';
import { Refusal } from '../refusal.js';
import { type AccessRequest, dueOf, type Extends, holdsOf, type Listed } from './access.js';
import type { Catalogue, Entitlement } from './catalogue.js';
import type { Conflict } from './separation.js';

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
