import { BSONRegExp } from 'bson';
import { compare, isEqual } from '../bson/compare.js';
import { show } from '../bson/show.js';
import { isDoc, toNumber, typeOf, type Value } from '../bson/types.js';
import { badValue, StoreError } from '../errors.js';
import { compileFilter, isOperators, matches, wholeNumber } from '../query/match.js';
import { compareKeys, parseSort, sortKey } from '../query/sort.js';
import type { Edit } from './change.js';

/** The array at a path; a missing one is empty, anything else an error. */
function arrayAt(current: Value | undefined, path: string): Value[] {
  if (current === undefined) return [];
  if (Array.isArray(current)) return current;
  throw badValue(`The field '${path}' must be an array but is of type ${typeOf(current).alias}`);
}

function eachOf(operator: string, operand: Value): Value[] | undefined {
  if (!isDoc(operand) || !operand.has('$each')) return undefined;
  const each = operand.get('$each');
  if (!Array.isArray(each)) throw badValue(`The argument to $each in ${operator} must be an array`);
  return each;
}

function arrange(array: Value[], sort: Value): Value[] {
  if (!isDoc(sort)) {
    const direction = toNumber(sort);
    if (direction !== 1 && direction !== -1) throw badValue('The $sort element value must be either 1 or -1');
    return array.toSorted((a, b) => compare(a, b) * direction);
  }
  const fields = parseSort(sort);
  const keyed = array.map((value) => ({ value, key: sortKey(isDoc(value) ? value : new Map(), fields) }));
  return keyed.toSorted((a, b) => compareKeys(a.key, b.key, fields)).map(({ value }) => value);
}

/** `$push`, with `$each`, `$position`, `$sort` and `$slice`, done in that order. */
export function push(operand: Value): Edit {
  const each = eachOf('$push', operand);
  const modifiers = each && isDoc(operand) ? operand : new Map<string, Value>();
  for (const name of modifiers.keys()) {
    if (!['$each', '$position', '$sort', '$slice'].includes(name)) {
      throw badValue(`Unrecognized clause in $push: ${name}`);
    }
  }
  const position = wholeNumber('$position', modifiers.get('$position'));
  const slice = wholeNumber('$slice', modifiers.get('$slice'));
  const sort = modifiers.get('$sort');
  return {
    creates: true,
    apply(current, path) {
      const array = arrayAt(current, path);
      let result = array.toSpliced(position ?? array.length, 0, ...(each ?? [operand]));
      if (sort !== undefined) result = arrange(result, sort);
      if (slice === undefined) return result;
      return slice < 0 ? result.slice(slice) : result.slice(0, slice);
    },
  };
}

export function addToSet(operand: Value): Edit {
  const added = eachOf('$addToSet', operand) ?? [operand];
  return {
    creates: true,
    apply(current, path) {
      const result = [...arrayAt(current, path)];
      for (const value of added) if (!result.some((other) => isEqual(other, value))) result.push(value);
      return result;
    },
  };
}

export function pop(operand: Value): Edit {
  const end = toNumber(operand);
  if (end !== 1 && end !== -1) throw new StoreError(9, `$pop expects 1 or -1, found: ${show(operand)}`);
  return removing('$pop', (array) => (end === 1 ? array.slice(0, -1) : array.slice(1)));
}

export function pullAll(operand: Value): Edit {
  if (!Array.isArray(operand)) throw badValue('$pullAll requires an array argument');
  return removing('$pullAll', (array) => array.filter((value) => !operand.some((gone) => isEqual(gone, value))));
}

export function pull(operand: Value): Edit {
  const isGone = matcherFor(operand);
  return removing('$pull', (array) => array.filter((value) => !isGone(value)));
}

/** `$pull` takes a value, a condition on the element, or a filter on elements that are documents. */
function matcherFor(operand: Value): (value: Value) => boolean {
  if (isOperators(operand) || operand instanceof BSONRegExp) {
    const condition = compileFilter(new Map([['element', operand]]));
    return (value) => matches(condition, { get: () => value });
  }
  if (!isDoc(operand)) return (value) => isEqual(value, operand);
  const condition = compileFilter(operand);
  return (value) => isDoc(value) && matches(condition, value);
}

function removing(name: string, remaining: (array: Value[]) => Value[]): Edit {
  return {
    creates: false,
    apply(current) {
      if (current === undefined) return undefined;
      if (!Array.isArray(current))
        throw new StoreError(name === '$pop' ? 14 : 2, `Cannot apply ${name} to a non-array value`);
      return remaining(current);
    },
  };
}
