import { isDoc, isNumber, isTruthy, type Doc, type Value } from '../bson/types.js';
import { badValue, StoreError, unsupported } from '../errors.js';

/** The fields a projection names, as a tree: `{ a: { b: 1 } }` and `{ 'a.b': 1 }` are the same. */
interface Tree {
  children: Map<string, Tree | 'leaf'>;
}

/** Makes the part of a document that a projection asks for. */
export type Projection = (document: Doc) => Doc;

export function compileProjection(spec: Doc): Projection {
  const leaves = flatten(spec, '');
  const ofId = leaves.find(([path]) => path === '_id');
  const others = leaves.filter(([path]) => path !== '_id');
  const [first] = others;
  const includes = first ? first[1] : (ofId?.[1] ?? false);
  const mixed = others.find(([, included]) => included !== includes);
  if (mixed) {
    throw new StoreError(
      includes ? 31254 : 31253,
      `Cannot do ${includes ? 'exclusion' : 'inclusion'} on field ${mixed[0]} in ${includes ? 'inclusion' : 'exclusion'} projection`,
    );
  }
  const tree = treeOf(others.map(([path]) => path));
  const keepsId = ofId?.[1] ?? true;
  if (includes && keepsId) tree.children.set('_id', 'leaf');
  if (!includes && !keepsId) tree.children.set('_id', 'leaf');
  if (leaves.length === 0) return (document) => document;
  return (document) => (includes ? include(document, tree) : exclude(document, tree));
}

function flatten(spec: Doc, prefix: string): [string, boolean][] {
  return [...spec].flatMap(([name, value]): [string, boolean][] => {
    const path = prefix + name;
    if (name.startsWith('$') || name.endsWith('.$')) throw unsupported(`the projection ${path}`);
    if (isDoc(value)) {
      const [operator] = value.keys();
      if (operator === undefined) throw new StoreError(51270, 'An empty sub-projection is not a valid value');
      if (operator.startsWith('$')) throw unsupported(`the operator ${operator} in a projection`);
      return flatten(value, `${path}.`);
    }
    if (typeof value !== 'boolean' && !isNumber(value)) throw unsupported(`a computed field in a projection (${path})`);
    if (path.split('.').includes('')) throw badValue(`the projection path ${path} has an empty field name`);
    return [[path, isTruthy(value)]];
  });
}

function treeOf(paths: string[]): Tree {
  const root: Tree = { children: new Map() };
  for (const path of paths) {
    const segments = path.split('.');
    let node = root;
    for (const [i, segment] of segments.entries()) {
      const isLast = i === segments.length - 1;
      const child = node.children.get(segment);
      if (child === 'leaf' || (child && isLast)) {
        throw new StoreError(isLast ? 31250 : 31249, `Path collision at ${path}`);
      }
      if (isLast) node.children.set(segment, 'leaf');
      else {
        const next: Tree = child ?? { children: new Map() };
        node.children.set(segment, next);
        node = next;
      }
    }
  }
  return root;
}

function include(document: Doc, { children }: Tree): Doc {
  const result: Doc = new Map();
  for (const [name, value] of document) {
    const child = children.get(name);
    const kept = child === 'leaf' ? value : child && includeValue(value, child);
    if (kept !== undefined) result.set(name, kept);
  }
  return result;
}

/** Of an array, the documents in it are projected and other values dropped. */
function includeValue(value: Value, tree: Tree): Value | undefined {
  if (isDoc(value)) return include(value, tree);
  if (!Array.isArray(value)) return undefined;
  return value.map((element) => includeValue(element, tree)).filter((element) => element !== undefined);
}

function exclude(document: Doc, { children }: Tree): Doc {
  const result: Doc = new Map();
  for (const [name, value] of document) {
    const child = children.get(name);
    if (child !== 'leaf') result.set(name, child ? excludeValue(value, child) : value);
  }
  return result;
}

function excludeValue(value: Value, tree: Tree): Value {
  if (isDoc(value)) return exclude(value, tree);
  return Array.isArray(value) ? value.map((element) => excludeValue(element, tree)) : value;
}
