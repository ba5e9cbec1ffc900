import { Int32 } from 'bson';
import { compare } from '../bson/compare.js';
import { byValue } from '../bson/distinct.js';
import type { Numeric } from '../bson/numbers.js';
import { integer, isDoc, isNumber, toNumber, type Doc, type Value } from '../bson/types.js';
import { StoreError } from '../errors.js';
import { combine, compileExpression } from './expressions.js';

/** Gathers the values of one group. */
interface Accumulator {
  add(value: Value | undefined): void;
  result(): Value;
}

function sum(): Accumulator {
  let total: Numeric = new Int32(0);
  return {
    add(value) {
      if (isNumber(value)) total = combine('add', total, value);
    },
    result: () => total,
  };
}

function average(): Accumulator {
  let total = 0;
  let count = 0;
  return {
    add(value) {
      if (!isNumber(value)) return;
      total += toNumber(value) ?? NaN;
      count++;
    },
    result: () => (count === 0 ? null : total / count),
  };
}

function extreme(direction: 1 | -1): Accumulator {
  let best: Value | undefined;
  return {
    add(value) {
      if (value === undefined || value === null) return;
      if (best === undefined || compare(value, best) * direction > 0) best = value;
    },
    result: () => best ?? null,
  };
}

function first(): Accumulator {
  let taken: Value | undefined;
  let isTaken = false;
  return {
    add(value) {
      if (!isTaken) taken = value;
      isTaken = true;
    },
    result: () => taken ?? null,
  };
}

function last(): Accumulator {
  let taken: Value | undefined;
  return {
    add(value) {
      taken = value;
    },
    result: () => taken ?? null,
  };
}

function push(): Accumulator {
  const values: Value[] = [];
  return {
    add(value) {
      if (value !== undefined) values.push(value);
    },
    result: () => values,
  };
}

function addToSet(): Accumulator {
  const values = byValue<true>();
  return {
    add(value) {
      if (value !== undefined) values.entry(value, () => true);
    },
    result: () => values.entries().map(({ value }) => value),
  };
}

function count(): Accumulator {
  let n = 0;
  return {
    add() {
      n++;
    },
    result: () => integer(n),
  };
}

const ACCUMULATORS: Record<string, () => Accumulator> = {
  $sum: sum,
  $avg: average,
  $min: () => extreme(-1),
  $max: () => extreme(1),
  $first: first,
  $last: last,
  $push: push,
  $addToSet: addToSet,
  $count: count,
};

interface Column {
  name: string;
  make: () => Accumulator;
  expression: (document: Doc) => Value | undefined;
}

function compileColumn(name: string, spec: Value): Column {
  const [operator, ...others] = isDoc(spec) ? spec.keys() : [];
  if (!isDoc(spec) || operator === undefined || others.length > 0) {
    throw new StoreError(40234, `The field '${name}' must be an accumulator object`);
  }
  if (name.includes('.')) throw new StoreError(40235, `The field name '${name}' cannot contain '.'`);
  const make = ACCUMULATORS[operator];
  if (!make)
    throw new StoreError(15952, `unknown group operator '${operator}' (or not supported by the embedded store)`);
  return { name, make, expression: compileExpression(operator === '$count' ? true : (spec.get(operator) ?? null)) };
}

/** The `$group` stage. */
export function compileGroup(spec: Value): (documents: Iterable<Doc>) => Iterable<Doc> {
  if (!isDoc(spec)) throw new StoreError(15947, "a group's fields must be specified in an object");
  if (!spec.has('_id')) throw new StoreError(15955, 'a group specification must include an _id');
  const id = compileExpression(spec.get('_id') ?? null);
  const columns = [...spec].filter(([name]) => name !== '_id').map(([name, column]) => compileColumn(name, column));
  return function* group(documents) {
    const groups = byValue<Accumulator[]>();
    for (const document of documents) {
      const accumulators = groups.entry(id(document) ?? null, () => columns.map(({ make }) => make()));
      for (const [i, { expression }] of columns.entries()) accumulators[i]?.add(expression(document));
    }
    for (const { value, thing } of groups.entries()) {
      const results = columns.map(({ name }, i): [string, Value] => [name, thing[i]?.result() ?? null]);
      yield new Map<string, Value>([['_id', value], ...results]);
    }
  };
}
