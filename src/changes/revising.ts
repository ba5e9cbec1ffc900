/** A change that its requester changes before it starts. Pure. */
import type { Offer } from '../approvals/approval.js';
import { type Revised, differing, type Terms } from '../approvals/revision.js';
import type { Routes } from '../approvals/routes.js';
import type { Person } from '../people.js';
import { approving, askedBy, type Change, type Wish } from './change.js';
import type { ChangeType } from './policy.js';
import type { Window } from './window.js';

/** A window within the one that was approved is less of it. */
const isWithin = (inner: Window, outer: Window): boolean => inner.starts >= outer.starts && inner.ends <= outer.ends;

export const windowDifference = ({ starts, ends }: Window, window: Window) =>
  differing(
    ['window', 'duration'],
    (say) => say.changes.window,
    [{ starts, ends }, window],
    (shown, say) => say.changes.span(shown.starts, shown.ends),
    isWithin(window, { starts, ends }),
  );

const differencesOf = (before: Change, type: ChangeType, wish: Wish) => [
  ...differing(
    ['summary'],
    (say) => say.changes.titleField,
    [before.title, wish.title],
    (words) => [words],
  ),
  ...differing(
    ['type'],
    (say) => say.changes.type,
    [before.typeName, type.name],
    (name, say) => [say.changes.typeName(name)],
  ),
  ...differing(
    ['risk'],
    (say) => say.changes.risk,
    [before.risk, wish.risk],
    (risk, say) => [say.changes.risks[risk]],
  ),
  ...windowDifference(before, { starts: wish.starts, ends: wish.ends }),
  ...differing(
    ['plan'],
    (say) => say.changes.planHead,
    [before.plan, wish.plan],
    (words) => [words],
  ),
  ...differing(
    ['rollback'],
    (say) => say.changes.rollbackHead,
    [before.rollback, wish.rollback],
    (words) => [words],
  ),
];

/** The change as it would be, and what of its approval stands. @throws Refusal likewise as for a new one. */
export function revising(
  before: Change,
  type: ChangeType,
  wish: Wish,
  actor: Person,
  routes: Routes,
  now: Date,
  given?: Offer,
): { next: Change; revised: Revised } {
  const { route, facts } = askedBy(type, actor, wish, routes);
  const terms: Terms = { route, facts, differences: differencesOf(before, type, wish) };
  return {
    next: { ...before, ...wish, type: type.id, typeName: type.name },
    revised: approving.revising(before, terms, actor, routes, now, given),
  };
}
