import { isDoc, type Doc, type Fields, type Value } from '../bson/types.js';
import { badValue, StoreError, unsupported } from '../errors.js';
import { compileFilter, conjuncts, matches, type Condition } from '../query/match.js';
import { visitPath } from '../query/paths.js';

/** The conditions of `arrayFilters`, by the identifier that stands in paths as `$[identifier]`. */
export type ArrayFilters = Map<string, Condition>;

export function parseArrayFilters(value: Value | undefined, paths: string[]): ArrayFilters {
  const filters: ArrayFilters = new Map();
  for (const filter of Array.isArray(value) ? value : []) {
    if (!isDoc(filter)) throw new StoreError(14, 'arrayFilters must hold documents');
    const condition = compileFilter(filter);
    const [identifier, ...others] = new Set(rootsOf(condition));
    if (identifier === undefined || others.length > 0) {
      throw new StoreError(9, 'Error parsing array filter: expected a single top-level field name');
    }
    if (filters.has(identifier)) {
      throw new StoreError(9, `Found multiple array filters with the same top-level field name ${identifier}`);
    }
    if (!paths.some((path) => path.split('.').includes(`$[${identifier}]`))) {
      throw new StoreError(9, `The array filter for identifier '${identifier}' was not used in the update`);
    }
    filters.set(identifier, condition);
  }
  return filters;
}

function rootsOf(condition: Condition): string[] {
  if (condition.kind === 'field') return condition.segments.slice(0, 1);
  return condition.kind === 'not' ? rootsOf(condition.part) : condition.parts.flatMap(rootsOf);
}

export const isPositional = (path: string): boolean => path.split('.').some((segment) => segment.startsWith('$'));

/** Turns `$`, `$[]` and `$[identifier]` in a path into the positions they mean in this document. */
export function resolvePath(document: Doc, path: string, filters: ArrayFilters, position: () => number): string[][] {
  let resolved: { path: string[]; value: Value | undefined }[] = [{ path: [], value: document }];
  for (const segment of path.split('.')) {
    resolved = resolved.flatMap(({ path: head, value }) => {
      const names = namesFor(segment, value, head.join('.'), filters, position);
      return names.map((name) => ({ path: [...head, name], value: childOf(value, name) }));
    });
  }
  return resolved.map(({ path }) => path);
}

function namesFor(
  segment: string,
  value: Value | undefined,
  path: string,
  filters: ArrayFilters,
  position: () => number,
): string[] {
  if (segment === '$') return [String(position())];
  const identifier = /^\$\[(.*)\]$/.exec(segment)?.[1];
  if (identifier === undefined) return [segment];
  if (value === undefined) {
    throw badValue(`The path '${path}' must exist in the document in order to apply array updates.`);
  }
  if (!Array.isArray(value)) throw badValue(`Cannot apply array updates to non-array element ${path}`);
  const filter = filters.get(identifier);
  if (!filter && identifier !== '') {
    throw badValue(`No array filter found for identifier '${identifier}' in path '${path}.${segment}'`);
  }
  const isMeant = (element: Value) =>
    !filter || matches(filter, { get: (name) => (name === identifier ? element : undefined) });
  return value.flatMap((element, index) => (isMeant(element) ? [String(index)] : []));
}

function childOf(value: Value | undefined, name: string): Value | undefined {
  if (isDoc(value)) return value.get(name);
  return Array.isArray(value) ? value[Number(name)] : undefined;
}

/** The position that `$` stands for: of the array element by which the filter matched. */
export function matchedPosition(condition: Condition, fields: Fields): number {
  const positions = new Set(conjuncts(condition).flatMap((part) => positionsOf(part, fields)));
  const [position, ...others] = positions;
  if (others.length > 0) throw unsupported("the positional operator '$' when conditions match different elements");
  if (position === undefined) {
    throw badValue('The positional operator did not find the match needed from the query.');
  }
  return position;
}

function positionsOf(part: Condition, fields: Fields): number[] {
  if (part.kind === 'or') {
    const matching = part.parts.find((branch) => matches(branch, fields));
    return matching ? conjuncts(matching).flatMap((branch) => positionsOf(branch, fields)) : [];
  }
  if (part.kind !== 'field') return [];
  const { segments, test } = part;
  for (let length = 1; length <= segments.length; length++) {
    const array = arrayAt(fields, segments.slice(0, length));
    if (!array) continue;
    const rest = segments.slice(length);
    const position = array.findIndex((element) => {
      if (rest.length === 0) return test.op === 'elemMatch' ? test.matches([element]) : test.matches(element);
      return isDoc(element) && visitPath(element, rest, test.leaf, test.matches);
    });
    return position < 0 ? [] : [position];
  }
  return [];
}

function arrayAt(fields: Fields, segments: string[]): Value[] | undefined {
  let value: Value | undefined = fields.get(segments[0] ?? '');
  for (const segment of segments.slice(1)) value = isDoc(value) ? value.get(segment) : undefined;
  return Array.isArray(value) ? value : undefined;
}
