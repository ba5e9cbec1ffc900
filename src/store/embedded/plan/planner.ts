import { compare, rankOf } from '../bson/compare.js';
import { type Value } from '../bson/types.js';
import { conjuncts, type Condition } from '../query/match.js';
import type { SortField } from '../query/sort.js';
import type { Environment, Range } from '../storage/environment.js';
import type { Index } from '../storage/indexes.js';
import { alternatives, boundsOf, type Bounds, type Predicates } from './bounds.js';

/** How the candidates of a query are found; each is checked by the filter afterwards. */
export type Plan =
  | { kind: 'collection' }
  | { kind: 'index'; index: Index; ranges: Range[]; isSorted: boolean; reverse: boolean }
  | { kind: 'union'; plans: Plan[] };

export interface Query {
  condition: Condition;
  sort: SortField[];
  /** Whether only the first few results are wanted. */
  isLimited: boolean;
}

interface Candidate extends Bounds {
  index: Index;
  order: 'forward' | 'backward' | undefined;
}

/** Candidates are compared by how many entries they would read, counted this far. */
const COUNTED = 200;

export function predicatesOf(condition: Condition): Predicates {
  const predicates: Predicates = new Map();
  for (const part of conjuncts(condition)) {
    if (part.kind !== 'field') continue;
    predicates.set(part.path, [...(predicates.get(part.path) ?? []), part.test]);
  }
  return predicates;
}

/** Chooses an index by what it bounds and orders, else a union over `$or`, else the whole collection. */
export function planFor(query: Query, indexes: Index[], environment: Environment): Plan {
  const predicates = predicatesOf(query.condition);
  const candidates = indexes
    .filter((index) => isUsable(index, predicates))
    .flatMap((index) => alternatives(index, predicates).map((each) => candidateOf(index, each, query.sort)));
  const bounded = candidates.filter(({ equalities, ranged }) => equalities > 0 || ranged);
  const best = fewestEntries(bounded, environment);
  const ordered = candidates.find(({ order }) => order);
  if (best && !(best.entries >= COUNTED && query.isLimited && !best.candidate.order && ordered)) {
    return planOf(best.candidate);
  }
  if (ordered && query.sort.length > 0 && query.isLimited) return planOf(ordered);
  return unionFor(query.condition, indexes, environment) ?? (ordered ? planOf(ordered) : { kind: 'collection' });
}

function candidateOf(index: Index, predicates: Predicates, sort: SortField[]): Candidate {
  const bounds = boundsOf(index, predicates);
  return { ...bounds, index, order: orderOf(index, bounds, sort) };
}

const planOf = ({ index, ranges, order }: Candidate): Plan => ({
  kind: 'index',
  index,
  ranges,
  isSorted: order !== undefined,
  reverse: order === 'backward',
});

function fewestEntries(candidates: Candidate[], environment: Environment) {
  const [only, ...others] = candidates;
  if (only?.order && others.length === 0) return { candidate: only, entries: 0 };
  return candidates
    .map((candidate) => ({ candidate, entries: countOf(candidate, environment) }))
    .toSorted(
      (a, b) =>
        a.entries - b.entries ||
        Number(b.candidate.order !== undefined) - Number(a.candidate.order !== undefined) ||
        b.candidate.equalities - a.candidate.equalities ||
        Number(b.candidate.ranged) - Number(a.candidate.ranged),
    )[0];
}

function countOf({ ranges }: Candidate, environment: Environment): number {
  let entries = 0;
  for (const range of ranges) {
    entries += environment.count(range, COUNTED - entries);
    if (entries >= COUNTED) break;
  }
  return entries;
}

/**
 * In which direction the index yields the wanted order, if it does: it names each document once, which it does where
 * every array is pinned to one of its elements.
 */
function orderOf(index: Index, bounds: Bounds, sort: SortField[]): Candidate['order'] {
  if (sort.length === 0 || index.inexact || bounds.ranges.length !== 1) return undefined;
  if (sort.some(({ path }) => index.arrays.includes(path))) return undefined;
  const pinned = new Set(index.fields.slice(0, bounds.equalities).map(({ path }) => path));
  if (index.arrays.some((path) => !pinned.has(path))) return undefined;
  const wanted = sort.filter(({ path }) => !pinned.has(path));
  const offered = index.fields.slice(bounds.equalities);
  if (wanted.some(({ path }, i) => offered[i]?.path !== path)) return undefined;
  const turns = wanted.map(({ direction }, i) => direction === offered[i]?.direction);
  if (turns.every((same) => same)) return 'forward';
  return turns.some((same) => same) ? undefined : 'backward';
}

function unionFor(condition: Condition, indexes: Index[], environment: Environment): Plan | undefined {
  const parts = conjuncts(condition);
  const either = parts.find((part) => part.kind === 'or');
  if (either?.kind !== 'or' || either.parts.length === 0) return undefined;
  const rest = parts.filter((part) => part !== either);
  const plans = either.parts.map((branch) => {
    const condition: Condition = { kind: 'and', parts: [...rest, branch] };
    return planFor({ condition, sort: [], isLimited: false }, indexes, environment);
  });
  return plans.every(({ kind }) => kind !== 'collection') ? { kind: 'union', plans } : undefined;
}

/** Sparse and partial indexes serve only queries whose every match they hold. */
function isUsable(index: Index, predicates: Predicates): boolean {
  if (index.sparse && !index.fields.some(({ path }) => predicates.get(path)?.some(impliesExistence))) return false;
  return !index.partial || conjuncts(index.partial).every((part) => isImplied(part, predicates));
}

function impliesExistence({ op, operand }: { op: string; operand: Value }): boolean {
  if (op === 'in') return Array.isArray(operand) && !operand.includes(null);
  return op === 'exists' || (['eq', 'gt', 'gte', 'lt', 'lte'].includes(op) && operand !== null);
}

/** Whether every document that meets the predicates meets `part` of an index's condition too. */
function isImplied(part: Condition, predicates: Predicates): boolean {
  if (part.kind !== 'field') return false;
  const { test } = part;
  return (predicates.get(part.path) ?? []).some((given) => {
    const isTheSame = given.op === test.op && compare(given.operand, test.operand) === 0;
    const isPinnedInside =
      given.op === 'eq' &&
      rankOf(given.operand) !== rankOf([]) &&
      test.matches(given.operand) &&
      given.operand !== null;
    return isTheSame || isPinnedInside || (test.op === 'exists' && impliesExistence(given));
  });
}
