import { isDoc, type Doc, type Value } from '../bson/types.js';
import { show } from '../bson/show.js';
import { badValue, StoreError } from '../errors.js';

/** What an update operator does to the value at its path. */
export interface Edit {
  /** Whether a missing path is made. */
  creates: boolean;
  /** The new value; undefined removes the field. */
  apply(current: Value | undefined, path: string): Value | undefined;
}

/** How far an update may pad an array with nulls. */
const MAX_PADDING = 1_500_000;

type Container = Doc | Value[];

const isContainer = (value: Value | undefined): value is Container => isDoc(value) || Array.isArray(value);

const positionIn = (name: string) => (/^(0|[1-9]\d*)$/.test(name) ? Number(name) : undefined);

function get(container: Container, name: string): Value | undefined {
  if (isDoc(container)) return container.get(name);
  const position = positionIn(name);
  return position === undefined ? undefined : container[position];
}

function put(container: Container, name: string, value: Value): void {
  if (isDoc(container)) {
    container.set(name, value);
    return;
  }
  const position = Number(name);
  if (position > container.length + MAX_PADDING) throw badValue(`cannot add ${position} elements to an array`);
  while (container.length < position) container.push(null);
  container[position] = value;
}

function remove(container: Container, name: string): void {
  if (isDoc(container)) container.delete(name);
  // An array keeps its length: the others keep their positions.
  else if (get(container, name) !== undefined) container[Number(name)] = null;
}

const notViable = (name: string, parent: string, value: Value) =>
  new StoreError(28, `Cannot create field '${name}' in element {${parent}: ${show(value)}}`);

/** Edits the value at a path, making the documents on the way if the edit creates. */
export function changeAt(root: Doc, path: readonly string[], edit: Edit): void {
  changeIn(root, path, 0, edit);
}

function changeIn(container: Container, path: readonly string[], depth: number, edit: Edit): void {
  const name = path[depth] ?? '';
  if (Array.isArray(container) && positionIn(name) === undefined) {
    if (edit.creates) throw notViable(name, path[depth - 1] ?? '', container);
    return;
  }
  const current = get(container, name);
  if (depth === path.length - 1) {
    const value = edit.apply(current, path.join('.'));
    if (value !== undefined) put(container, name, value);
    else if (current !== undefined) remove(container, name);
    return;
  }
  if (isContainer(current)) {
    changeIn(current, path, depth + 1, edit);
  } else if (edit.creates) {
    if (current !== undefined) throw notViable(path[depth + 1] ?? '', name, current);
    const made: Doc = new Map();
    changeIn(made, path, depth + 1, edit);
    put(container, name, made);
  }
}

/** The document that holds the last name of a path, if the path leads there through documents alone. */
function holderOf(root: Doc, path: readonly string[]): Doc | undefined {
  let holder: Doc = root;
  for (const name of path.slice(0, -1)) {
    const next = holder.get(name);
    if (Array.isArray(next)) throw badValue(`$rename cannot reach into an array: '${path.join('.')}'`);
    if (!isDoc(next)) return undefined;
    holder = next;
  }
  return holder;
}

/** Moves the value at one path to another, as `$rename` does; a missing one stays missing. */
export function rename(root: Doc, from: readonly string[], to: readonly string[]): void {
  const name = from.at(-1) ?? '';
  const value = holderOf(root, from)?.get(name);
  if (value === undefined) return;
  holderOf(root, to);
  holderOf(root, from)?.delete(name);
  changeAt(root, to, { creates: true, apply: () => value });
}
