import { fieldsOf } from '../bson/read.js';
import { afterPrefix } from '../bson/key.js';
import { StoreError } from '../errors.js';
import { matches, type Condition } from '../query/match.js';
import { compareKeys, sortKey, type SortField } from '../query/sort.js';
import type { Collection } from '../storage/catalog.js';
import type { Environment } from '../storage/environment.js';
import { isMultikey } from '../storage/indexes.js';
import { documentPrefix, recordOf } from '../storage/keyspace.js';
import type { Records } from '../storage/records.js';
import { planFor, type Plan } from './planner.js';

/** A stored document found by a query. */
export interface Found {
  record: number;
  bytes: Buffer;
}

export interface FindQuery {
  condition: Condition;
  sort?: SortField[];
  skip?: number;
  limit?: number;
}

/** What a query cost, for `explain`. */
export interface Cost {
  keys: number;
  documents: number;
}

/** MongoDB's limit on documents held for sorting, in bytes. */
const MAX_SORT_BYTES = 100 * 1024 * 1024;

function* recordsOf(plan: Plan, collection: Collection, environment: Environment, cost: Cost): Generator<number> {
  if (plan.kind === 'collection') {
    const start = documentPrefix(collection.id);
    for (const key of environment.keys({ start, end: afterPrefix(start) })) yield recordOf(key);
  } else if (plan.kind === 'union') {
    for (const part of plan.plans) yield* recordsOf(part, collection, environment, cost);
  } else {
    for (const range of plan.ranges) {
      for (const key of environment.keys(range, { reverse: plan.reverse })) {
        cost.keys++;
        yield recordOf(key);
      }
    }
  }
}

/** Whether a plan may name a record twice. */
const mayRepeat = (plan: Plan) =>
  plan.kind === 'union' || (plan.kind === 'index' && (isMultikey(plan.index) || plan.ranges.length > 1));

/** A query made ready: its plan, and a generator of its results that reads as far as it is asked. */
export function prepare(query: FindQuery, collection: Collection, environment: Environment, records: Records) {
  const { condition, sort = [], skip = 0, limit = Infinity } = query;
  const plan = planFor({ condition, sort, isLimited: limit < Infinity }, collection.indexes, environment);
  const isSorted = sort.length === 0 || (plan.kind === 'index' && plan.isSorted);
  const cost: Cost = { keys: 0, documents: 0 };

  function* matching(): Generator<Found> {
    const seen = mayRepeat(plan) ? new Set<number>() : undefined;
    for (const record of recordsOf(plan, collection, environment, cost)) {
      if (seen?.has(record)) continue;
      seen?.add(record);
      const bytes = records.read(collection, record);
      if (!bytes) continue;
      cost.documents++;
      if (matches(condition, fieldsOf(bytes))) yield { record, bytes };
    }
  }

  function* results(): Generator<Found> {
    if (limit <= 0) return;
    let position = 0;
    for (const found of isSorted ? matching() : sorted(matching(), sort, skip + limit)) {
      if (position++ >= skip) yield found;
      if (position >= skip + limit) return;
    }
  }

  return { plan, isSorted, cost, results };
}

function sorted(found: Iterable<Found>, sort: SortField[], wanted: number): Found[] {
  let rows: { found: Found; key: ReturnType<typeof sortKey> }[] = [];
  let size = 0;
  const arrange = () => rows.toSorted((a, b) => compareKeys(a.key, b.key, sort));
  for (const one of found) {
    rows.push({ found: one, key: sortKey(fieldsOf(one.bytes), sort) });
    size += one.bytes.length;
    if (rows.length > 2 * wanted + 1000) {
      rows = arrange().slice(0, wanted);
      size = rows.reduce((sum, row) => sum + row.found.bytes.length, 0);
    }
    if (size > MAX_SORT_BYTES) {
      throw new StoreError(292, 'Sort exceeded memory limit of 104857600 bytes: add an index or a limit.');
    }
  }
  return arrange().map((row) => row.found);
}
