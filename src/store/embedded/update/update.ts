import { ObjectId } from 'bson';
import { compare } from '../bson/compare.js';
import { show } from '../bson/show.js';
import { isDoc, type Doc, type Value } from '../bson/types.js';
import { badValue, StoreError, unsupported } from '../errors.js';
import { conjuncts, type Condition } from '../query/match.js';
import { changeAt, rename, type Edit } from './change.js';
import { editFor } from './edits.js';
import { isPositional, matchedPosition, parseArrayFilters, resolvePath, type ArrayFilters } from './positions.js';

interface Change {
  operator: string;
  path: string;
  edit: Edit | { renameTo: string };
}

/** A compiled update: a replacement, or changes in the order MongoDB applies them. */
export type Update = { replacement: Doc } | { changes: Change[]; filters: ArrayFilters };

export function compileUpdate(update: Value | undefined, arrayFilters: Value | undefined): Update {
  if (Array.isArray(update)) throw unsupported('an aggregation pipeline as an update');
  if (!isDoc(update)) throw new StoreError(9, 'Update argument must be either an object or an array');
  const [first] = update.keys();
  if (!first?.startsWith('$')) {
    if (arrayFilters !== undefined) throw new StoreError(9, 'Cannot specify arrayFilters and a replacement document');
    return { replacement: update };
  }
  const changes = [...update].flatMap(([operator, fields]) => compileOperator(operator, fields));
  changes.sort((a, b) => comparePaths(a.path, b.path));
  refuseConflicts(changes);
  const paths = changes.map(({ path }) => path);
  return { changes, filters: parseArrayFilters(arrayFilters, paths) };
}

function compileOperator(operator: string, fields: Value): Change[] {
  if (operator === '$bit') throw unsupported('the operator $bit');
  if (operator !== '$rename' && !isKnown(operator)) {
    throw new StoreError(
      9,
      `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
    );
  }
  if (!isDoc(fields)) {
    throw new StoreError(9, `Modifiers operate on fields but we found type ${show(fields)} instead in ${operator}`);
  }
  return [...fields].map(([path, operand]) => {
    requirePath(path);
    const edit = editFor(operator, operand);
    return edit ? { operator, path, edit } : { operator, path, edit: { renameTo: renameTarget(path, operand) } };
  });
}

const OPERATORS = new Set(
  '$set $setOnInsert $unset $inc $mul $min $max $currentDate $push $addToSet $pop $pull $pullAll'.split(' '),
);
const isKnown = (operator: string) => OPERATORS.has(operator);

function requirePath(path: string): void {
  for (const segment of path.split('.')) {
    if (segment === '') throw new StoreError(56, `The update path '${path}' contains an empty field name.`);
    if (segment.startsWith('$') && !/^\$(\[[a-z]?[A-Za-z0-9]*\])?$/.test(segment)) {
      throw new StoreError(52, `The dollar ($) prefixed field '${segment}' in '${path}' is not valid for storage.`);
    }
  }
}

function renameTarget(path: string, operand: Value): string {
  if (typeof operand !== 'string') throw badValue(`The 'to' field for $rename must be a string: ${path}`);
  requirePath(operand);
  if (isPositional(path) || isPositional(operand)) throw badValue('$rename does not take positional paths');
  if (operand === path) throw badValue(`The source and target field for $rename must differ: ${path}`);
  return operand;
}

/** Fields with number names come in the order of numbers, others by their names. */
function comparePaths(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [x = '', y = ''] = [left[i], right[i]];
    if (x === y) continue;
    if (/^\d+$/.test(x) && /^\d+$/.test(y)) return Number(x) - Number(y);
    return x < y ? -1 : 1;
  }
  return left.length - right.length;
}

function refuseConflicts(changes: Change[]): void {
  const paths = changes.flatMap(({ path, edit }) => ('renameTo' in edit ? [path, edit.renameTo] : [path]));
  const seen = new Set<string>();
  for (const path of paths) {
    if (seen.has(path)) throw conflict(path);
    seen.add(path);
  }
  for (const path of paths) {
    const segments = path.split('.');
    for (let length = 1; length < segments.length; length++) {
      if (seen.has(segments.slice(0, length).join('.'))) throw conflict(path);
    }
  }
}

const conflict = (path: string) =>
  new StoreError(40, `Updating the path '${path}' would create a conflict at '${path}'`);

/** Applies an update to a copy of a document. */
export function applyUpdate(update: Update, before: Doc, condition: Condition, isInsert = false): Doc {
  const id = before.get('_id');
  if ('replacement' in update) return replaced(update.replacement, id);
  const after = structuredCopy(before);
  for (const { operator, path, edit } of update.changes) {
    if (operator === '$setOnInsert' && !isInsert) continue;
    if ('renameTo' in edit) {
      rename(after, path.split('.'), edit.renameTo.split('.'));
      continue;
    }
    const position = () => matchedPosition(condition, before);
    for (const resolved of resolvePath(after, path, update.filters, position)) changeAt(after, resolved, edit);
  }
  const newId = after.get('_id');
  if (id !== undefined && (newId === undefined || compare(newId, id) !== 0)) {
    throw new StoreError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
  }
  return after;
}

function replaced(replacement: Doc, id: Value | undefined): Doc {
  const ownId = replacement.get('_id');
  if (id !== undefined && ownId !== undefined && compare(ownId, id) !== 0) {
    throw new StoreError(
      66,
      `After applying the update, the (immutable) field '_id' was found to have been altered to _id: ${show(ownId)}`,
    );
  }
  const kept = id ?? ownId;
  return kept === undefined ? replacement : new Map<string, Value>([['_id', kept], ...replacement]).set('_id', kept);
}

function structuredCopy(value: Doc): Doc {
  return new Map([...value].map(([name, field]) => [name, copyValue(field)]));
}

function copyValue(value: Value): Value {
  if (value instanceof Map) return structuredCopy(value);
  return Array.isArray(value) ? value.map(copyValue) : value;
}

/** The document an upsert inserts: what the filter pins by equality, with the update applied. */
export function upsertedDocument(update: Update, condition: Condition): Doc {
  const pinned: Doc = new Map();
  const pins = conjuncts(condition).flatMap(equalitiesOf);
  for (const [path, value] of pins.toSorted(([a], [b]) => comparePaths(a, b))) {
    if ('replacement' in update && path !== '_id') continue;
    if (pins.some(([other, otherValue]) => other === path && otherValue !== value)) {
      throw new StoreError(54, `cannot infer query fields to set, path '${path}' is matched twice`);
    }
    changeAt(pinned, path.split('.'), { creates: true, apply: () => value });
  }
  const result = applyUpdate(update, pinned, condition, true);
  return result.has('_id') ? result : new Map<string, Value>([['_id', new ObjectId()], ...result]);
}

function equalitiesOf(part: Condition): [string, Value][] {
  if (part.kind === 'or' && part.parts.length === 1) return part.parts.flatMap(conjuncts).flatMap(equalitiesOf);
  if (part.kind !== 'field') return [];
  const { op, operand } = part.test;
  if (op === 'eq') return [[part.path, operand]];
  const [only, ...others] = op === 'in' && Array.isArray(operand) ? operand : [];
  return only !== undefined && others.length === 0 ? [[part.path, only]] : [];
}
