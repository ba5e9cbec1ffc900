import { integer, isDoc, isNumber, isTruthy, type Doc, type Value } from '../bson/types.js';
import { StoreError, unsupported } from '../errors.js';
import { compileFilter, matches, wholeNumber } from '../query/match.js';
import { compileProjection } from '../query/project.js';
import { compareKeys, parseSort, sortKey } from '../query/sort.js';
import { compileExpression } from './expressions.js';
import { compileGroup } from './group.js';

/** A stage of a pipeline. */
export type Stage = (documents: Iterable<Doc>) => Iterable<Doc>;

function requireDoc(name: string, spec: Value): Doc {
  if (!isDoc(spec)) throw new StoreError(15959, `the ${name} specification must be an object`);
  return spec;
}

function match(spec: Doc): Stage {
  const condition = compileFilter(spec);
  return function* matching(documents) {
    for (const document of documents) if (matches(condition, document)) yield document;
  };
}

function sort(spec: Doc): Stage {
  if (spec.size === 0) throw new StoreError(15976, '$sort stage must have at least one sort key');
  const fields = parseSort(spec);
  return (documents) =>
    [...documents]
      .map((document) => ({ document, key: sortKey(document, fields) }))
      .toSorted((a, b) => compareKeys(a.key, b.key, fields))
      .map(({ document }) => document);
}

function skip(count: number): Stage {
  if (count < 0) throw new StoreError(5107200, 'invalid argument to $skip stage: expected a non-negative number');
  return function* skipping(documents) {
    let position = 0;
    for (const document of documents) if (position++ >= count) yield document;
  };
}

function limit(count: number): Stage {
  if (count <= 0) throw new StoreError(15958, 'the limit must be positive');
  return function* limiting(documents) {
    let position = 0;
    for (const document of documents) {
      yield document;
      if (++position >= count) return;
    }
  };
}

function counting(name: Value): Stage {
  if (typeof name !== 'string' || name === '' || name.startsWith('$') || name.includes('.')) {
    throw new StoreError(40156, 'the count field must be a non-empty string without $ and .');
  }
  return function* count(documents) {
    let n = 0;
    for (const _ of documents) n++;
    if (n > 0) yield new Map<string, Value>([[name, integer(n)]]);
  };
}

const isChoice = (value: Value): boolean =>
  typeof value === 'boolean' ||
  isNumber(value) ||
  (isDoc(value) && value.size > 0 && [...value].every(([name, inner]) => !name.startsWith('$') && isChoice(inner)));

function addFields(spec: Doc): Stage {
  const fields = [...spec].map(([name, value]) => {
    if (name.includes('.')) throw unsupported(`a computed field with a dotted name (${name})`);
    if (isDoc(value) && ![...value.keys()][0]?.startsWith('$')) throw unsupported(`a computed document (${name})`);
    return [name, compileExpression(value)] as const;
  });
  return function* adding(documents) {
    for (const document of documents) {
      const result = new Map(document);
      for (const [name, expression] of fields) {
        const value = expression(document);
        if (value === undefined) result.delete(name);
        else result.set(name, value);
      }
      yield result;
    }
  };
}

function project(spec: Doc): Stage {
  if (spec.size === 0) throw new StoreError(51272, '$project specification must have at least one field');
  const choices: Doc = new Map([...spec].filter(([, value]) => isChoice(value)));
  const computed: Doc = new Map([...spec].filter(([, value]) => !isChoice(value)));
  if (computed.size === 0) {
    const pick = compileProjection(choices);
    return function* picking(documents) {
      for (const document of documents) yield pick(document);
    };
  }
  const included = [...choices].filter(([name]) => name !== '_id');
  if (included.some(([, value]) => !isDoc(value) && !isTruthy(value))) {
    throw new StoreError(31254, 'Cannot do exclusion in a projection that computes fields');
  }
  // A name that no document has makes the projection an inclusion even when it includes nothing else.
  const pick = compileProjection(new Map([...choices, ['\0', true]]));
  const compute = addFields(computed);
  return function* projecting(documents) {
    for (const document of documents) {
      const picked = pick(document);
      const [all] = compute([document]);
      for (const name of computed.keys()) {
        const value = all?.get(name);
        if (value !== undefined) picked.set(name, value);
      }
      yield picked;
    }
  };
}

function unwind(spec: Value): Stage {
  const options = isDoc(spec) ? spec : new Map<string, Value>([['path', spec]]);
  const path = options.get('path');
  for (const name of options.keys()) {
    if (name !== 'path' && name !== 'preserveNullAndEmptyArrays') throw unsupported(`the option ${name} of $unwind`);
  }
  if (typeof path !== 'string' || !path.startsWith('$'))
    throw new StoreError(28818, 'path option to $unwind stage should be prefixed with a $');
  const segments = path.slice(1).split('.');
  const keeps = isTruthy(options.get('preserveNullAndEmptyArrays'));
  return function* unwinding(documents) {
    for (const document of documents) {
      const value = segments.reduce<Value | undefined>((at, name) => (isDoc(at) ? at.get(name) : undefined), document);
      const isEmpty = value === undefined || value === null || (Array.isArray(value) && value.length === 0);
      if (Array.isArray(value) && value.length > 0)
        for (const element of value) yield replaceAt(document, segments, element);
      else if (!isEmpty) yield document;
      else if (keeps) yield Array.isArray(value) ? replaceAt(document, segments, undefined) : document;
    }
  };
}

function replaceAt(document: Doc, [name = '', ...rest]: string[], value: Value | undefined): Doc {
  const result = new Map(document);
  const child = document.get(name);
  const replaced = rest.length > 0 && isDoc(child) ? replaceAt(child, rest, value) : value;
  if (replaced === undefined) result.delete(name);
  else result.set(name, replaced);
  return result;
}

/** Compiles one stage; refuses those outside the list by their name. */
export function compileStage(stage: Value): Stage {
  const [entry, ...others] = isDoc(stage) ? stage : [];
  if (!entry || others.length > 0)
    throw new StoreError(40323, 'A pipeline stage specification object must contain exactly one field.');
  const [name, spec] = entry;
  switch (name) {
    case '$match':
      return match(requireDoc(name, spec));
    case '$sort':
      return sort(requireDoc(name, spec));
    case '$skip':
      return skip(wholeNumber(name, spec) ?? -1);
    case '$limit':
      return limit(wholeNumber(name, spec) ?? -1);
    case '$count':
      return counting(spec);
    case '$group':
      return compileGroup(spec);
    case '$project':
      return project(requireDoc(name, spec));
    case '$addFields':
    case '$set':
      return addFields(requireDoc(name, spec));
    case '$unwind':
      return unwind(spec);
    case '$changeStream':
      throw new StoreError(40573, 'The $changeStream stage is only supported on replica sets');
    default:
      throw new StoreError(
        40324,
        `Unrecognized pipeline stage name: '${name}' (or not supported by the embedded store)`,
      );
  }
}
