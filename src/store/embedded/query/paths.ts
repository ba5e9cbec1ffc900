import { isDoc, type Fields, type Value } from '../bson/types.js';

/** Called with each value a path leads to, undefined where it leads nowhere; true ends the walk. */
export type Visit = (value: Value | undefined) => boolean;

/** Whether a path that ends at an array means its elements as well, or the array alone. */
export type Leaf = 'elements' | 'whole';

/**
 * Walks a dotted path as MongoDB's queries do: through documents, into every element of the arrays on the way, and
 * by position where a segment is a number. Answers whether any visit was true.
 */
export function visitPath(fields: Fields, path: readonly string[], leaf: Leaf, visit: Visit, from = 0): boolean {
  let value = fields.get(path[from] ?? '');
  let next = from + 1;
  while (next < path.length && isDoc(value)) value = value.get(path[next++] ?? '');
  if (Array.isArray(value)) return visitArray(value, path, leaf, visit, next);
  return visit(next < path.length ? undefined : value);
}

function visitArray(array: Value[], path: readonly string[], leaf: Leaf, visit: Visit, next: number): boolean {
  if (next === path.length) return (leaf === 'elements' && array.some(visit)) || visit(array);
  return array.some((element, index) => {
    if (isDoc(element) && visitPath(element, path, leaf, visit, next)) return true;
    if (path[next] !== String(index)) return false;
    if (next + 1 === path.length) return visit(element);
    if (isDoc(element)) return visitPath(element, path, leaf, visit, next + 1);
    return Array.isArray(element) && visitArray(element, path, leaf, visit, next + 1);
  });
}

/** An array seen as a document with its positions for names. */
export const arrayFields = (array: Value[]): Fields => ({ get: (name) => array[Number(name)] });

/** Every value at a path, elements of arrays included: what sorting and indexing look at. */
export function valuesAt(fields: Fields, path: readonly string[]): (Value | undefined)[] {
  const values: (Value | undefined)[] = [];
  visitPath(fields, path, 'whole', (value) => {
    if (!Array.isArray(value)) values.push(value ?? null);
    else if (value.length === 0) values.push(undefined);
    else values.push(...value);
    return false;
  });
  return values.length === 0 ? [null] : values;
}
