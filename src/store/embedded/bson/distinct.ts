import { compare } from './compare.js';
import { keyOf } from './key.js';
import type { Value } from './types.js';

/** Things by a BSON value, equal values being one: 1, 1.0 and Long(1) share an entry. */
export interface ByValue<T> {
  /** The entry of a value, made by `make` when there is none. */
  entry(value: Value, make: () => T): T;
  entries(): { value: Value; thing: T }[];
}

export function byValue<T>(): ByValue<T> {
  const buckets = new Map<string, { value: Value; thing: T }[]>();
  return {
    entry(value, make) {
      // Keys of decimals are rounded, so unequal values may share a bucket.
      const key = keyOf(value).bytes.toString('latin1');
      const bucket = buckets.get(key) ?? [];
      buckets.set(key, bucket);
      const found = bucket.find((one) => compare(one.value, value) === 0);
      if (found) return found.thing;
      const made = { value, thing: make() };
      bucket.push(made);
      return made.thing;
    },
    entries: () => [...buckets.values()].flat(),
  };
}
