import { BSONRegExp } from 'bson';
import { isDoc, isTruthy, toNumber, type Doc, type Fields, type Value } from '../bson/types.js';
import { badValue, unsupported } from '../errors.js';
import { anyOf, comparison, equality, exists, modulo, ofType, regex, size, type Test } from './operators.js';
import { arrayFields, visitPath, type Leaf } from './paths.js';

/** A compiled filter: a tree that matches documents and that the planner reads. */
export type Condition =
  | { kind: 'and'; parts: Condition[] }
  | { kind: 'or'; parts: Condition[] }
  | { kind: 'not'; part: Condition }
  | { kind: 'field'; path: string; segments: string[]; test: Test };

export function matches(condition: Condition, fields: Fields): boolean {
  if (condition.kind === 'and') return condition.parts.every((part) => matches(part, fields));
  if (condition.kind === 'or') return condition.parts.some((part) => matches(part, fields));
  if (condition.kind === 'not') return !matches(condition.part, fields);
  return visitPath(fields, condition.segments, condition.test.leaf, condition.test.matches);
}

const not = (part: Condition): Condition => ({ kind: 'not', part });

const all = (parts: Condition[]): Condition => (parts.length === 1 && parts[0] ? parts[0] : { kind: 'and', parts });

/** What an operator's name and operand mean on a path. `leaf` overrides how the path's end is read. */
interface Place {
  path: string;
  leaf?: Leaf;
}

function field(place: Place, test: Test): Condition {
  const { path, leaf = test.leaf } = place;
  return { kind: 'field', path, segments: path.split('.'), test: { ...test, leaf } };
}

/** Whether a value holds operators (`{ $gt: 5 }`) rather than being one to compare with. */
export const isOperators = (value: Value | undefined): value is Doc =>
  isDoc(value) && [...value.keys()][0]?.startsWith('$') === true;

/** Compiles a whole filter; refuses what MongoDB refuses and what this store lacks. */
export function compileFilter(filter: Doc): Condition {
  return all([...filter].flatMap(([name, value]) => compileEntry(name, value)));
}

function compileEntry(name: string, value: Value): Condition[] {
  switch (name) {
    case '$and':
      return clauses(name, value);
    case '$or':
      return [{ kind: 'or', parts: clauses(name, value) }];
    case '$nor':
      return [not({ kind: 'or', parts: clauses(name, value) })];
    case '$comment':
      return [];
    default:
      if (['$where', '$expr', '$text', '$jsonSchema', '$sampleRate', '$alwaysTrue', '$alwaysFalse'].includes(name)) {
        throw unsupported(`the operator ${name}`);
      }
      if (name.startsWith('$')) throw badValue(`unknown top level operator: ${name}`);
      return compileField({ path: name }, value);
  }
}

function clauses(name: string, value: Value): Condition[] {
  if (!Array.isArray(value) || value.length === 0) throw badValue(`${name} must be a nonempty array`);
  return value.map((clause) => {
    if (!isDoc(clause)) throw badValue(`${name}: all elements must be objects`);
    return compileFilter(clause);
  });
}

function compileField(place: Place, value: Value): Condition[] {
  if (!isOperators(value)) return [field(place, equality(value))];
  if (value.has('$ref')) throw unsupported('DBRef');
  return [...value].flatMap(([op, operand]) => compileOperator(place, op, operand, value));
}

function compileOperator(place: Place, op: string, operand: Value, siblings: Doc): Condition[] {
  switch (op) {
    case '$eq':
      return [field(place, comparison('eq', operand))];
    case '$ne':
      if (operand instanceof BSONRegExp) throw badValue("Can't have regex as arg to $ne.");
      return [not(field(place, comparison('eq', operand)))];
    case '$gt':
      return [field(place, comparison('gt', operand))];
    case '$gte':
      return [field(place, comparison('gte', operand))];
    case '$lt':
      return [field(place, comparison('lt', operand))];
    case '$lte':
      return [field(place, comparison('lte', operand))];
    case '$in':
      return [field(place, inOperand(op, operand))];
    case '$nin':
      return [not(field(place, inOperand(op, operand)))];
    case '$not':
      return [not(negated(place, operand))];
    case '$exists':
      return [isTruthy(operand) ? field(place, exists()) : not(field(place, exists()))];
    case '$type':
      return [field(place, ofType(operand))];
    case '$regex':
      return [field(place, regexOperand(operand, siblings.get('$options')))];
    case '$options':
      if (!siblings.has('$regex')) throw badValue('$options needs a $regex');
      return [];
    case '$size':
      return [field(place, size(operand))];
    case '$mod':
      return [field(place, modulo(operand))];
    case '$all':
      return allOperand(place, operand);
    case '$elemMatch':
      return [field(place, elemMatch(operand))];
    default:
      if (['$geoWithin', '$geoIntersects', '$near', '$nearSphere', '$bitsAllSet', '$bitsAnySet'].includes(op)) {
        throw unsupported(`the operator ${op}`);
      }
      throw badValue(`unknown operator: ${op}`);
  }
}

function inOperand(op: string, operand: Value): Test {
  if (!Array.isArray(operand)) throw badValue(`${op} needs an array`);
  if (operand.some(isOperators)) throw badValue(`cannot nest $ under ${op}`);
  return anyOf(operand);
}

function negated(place: Place, operand: Value): Condition {
  if (operand instanceof BSONRegExp) return field(place, regex(operand));
  if (!isDoc(operand)) throw badValue('$not needs a regex or a document');
  if (operand.size === 0) throw badValue('$not cannot be empty');
  return all([...operand].flatMap(([op, value]) => compileOperator(place, op, value, operand)));
}

function regexOperand(operand: Value, options: Value | undefined): Test {
  const own = operand instanceof BSONRegExp ? operand : undefined;
  const pattern = own?.pattern ?? operand;
  if (typeof pattern !== 'string') throw badValue('$regex has to be a string');
  if (options !== undefined && typeof options !== 'string') throw badValue('$options has to be a string');
  if (options !== undefined && own?.options) throw badValue('options set in both $regex and $options');
  return regex(new BSONRegExp(pattern, options ?? own?.options ?? ''));
}

function allOperand(place: Place, operand: Value): Condition[] {
  if (!Array.isArray(operand)) throw badValue('$all needs an array');
  if (operand.length === 0) return [{ kind: 'or', parts: [] }];
  return operand.map((value) => {
    if (isDoc(value) && value.has('$elemMatch')) return field(place, elemMatch(value.get('$elemMatch') ?? null));
    if (isOperators(value)) throw badValue('no $ expressions in $all');
    return field(place, equality(value));
  });
}

const LOGICAL = new Set(['$and', '$or', '$nor', '$where', '$expr', '$comment']);

function elemMatch(operand: Value): Test {
  if (!isDoc(operand)) throw badValue('$elemMatch needs an Object');
  const ofValues = isOperators(operand) && ![...operand.keys()].some((key) => LOGICAL.has(key));
  const element = { path: 'element', leaf: 'whole' } as const;
  const condition = ofValues ? all(compileField(element, operand)) : compileFilter(operand);
  const elementMatches = (value: Value): boolean => {
    if (ofValues) return matches(condition, { get: () => value });
    if (Array.isArray(value)) return matches(condition, arrayFields(value));
    return isDoc(value) && matches(condition, value);
  };
  return {
    op: 'elemMatch',
    operand,
    leaf: 'whole',
    matches: (value) => Array.isArray(value) && value.some(elementMatches),
  };
}

/** The conditions that must all hold, with nested `$and` taken apart. */
export function conjuncts(condition: Condition): Condition[] {
  return condition.kind === 'and' ? condition.parts.flatMap(conjuncts) : [condition];
}

/** A whole number option such as `limit`; refuses others by its name. */
export function wholeNumber(name: string, value: Value | undefined): number | undefined {
  if (value === undefined || value === null) return undefined;
  const number = toNumber(value);
  if (number === undefined || !Number.isFinite(number)) throw badValue(`${name} must be a number`);
  return Math.trunc(number);
}
