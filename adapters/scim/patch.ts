/**
 * What becomes of a resource by the operations of a PATCH (RFC 7644, 3.5.2), as Okta and Entra ID send them: with capitals,
 * without a path, with paths as keys of the value, with strings for booleans. Pure.
 */
import { z } from 'zod';
import { type Attribute, attributeIn, isPassedOver, withoutSchema } from './attributes.js';
import { ScimError } from './errors.js';
import { matches, meantBy, readFilter, type Filter } from './filter.js';
import { readValue, type Value, type Values } from './read.js';

type Op = 'add' | 'replace' | 'remove';
export type Operation = { op: Op; path?: string; value?: unknown };

const MOST_OPERATIONS = 1_000;
const body = z.object({
  Operations: z
    .array(
      z.object({
        op: z
          .string()
          .toLowerCase()
          .pipe(z.enum(['add', 'replace', 'remove'])),
        path: z.string().max(1_000).optional(),
        value: z.unknown().optional(),
      }),
    )
    .min(1)
    .max(MOST_OPERATIONS),
});

/** @throws ScimError unless the body is that of a PATCH. */
export function readOperations(sent: Record<string, unknown>): Operation[] {
  const operations = Object.entries(sent).find(([name]) => name.toLowerCase() === 'operations')?.[1];
  const parsed = body.safeParse({ Operations: operations });
  if (parsed.success) return parsed.data.Operations as Operation[];
  const { path, message } = parsed.error.issues[0]!;
  throw new ScimError(400, `${path.join('.')}: ${message}`, 'invalidSyntax');
}

/** `emails[type eq "work"].value`: an attribute, which of its values, and which part of them. */
export type Path = { name: string; where?: Filter; rest: string };

export function readPath(text: string): Path {
  const path = withoutSchema(text.trim());
  const open = path.indexOf('[');
  if (open >= 0) {
    const close = path.lastIndexOf(']');
    if (close < open) throw new ScimError(400, `The path ${text} lacks a ]`, 'invalidPath');
    const where = readFilter(path.slice(open + 1, close));
    return { name: path.slice(0, open), where, rest: path.slice(close + 1).replace(/^\./, '') };
  }
  const [name = '', ...rest] = path.split('.');
  return { name, rest: rest.join('.') };
}

const without = (values: Values, name: string): Values =>
  Object.fromEntries(Object.entries(values).filter(([each]) => each !== name));

const set = (values: Values, name: string, value: Value | undefined): Values =>
  value === undefined ? without(values, name) : { ...values, [name]: value };

const isSame = (one: Values, other: Values) => JSON.stringify(one['value']) === JSON.stringify(other['value']);

/** Only one value of an attribute is the primary one: the one that was made so last. */
function onePrimary(values: readonly Values[], changed: readonly Values[]): Values[] {
  const chosen = changed.findLast(({ primary }) => primary === true);
  if (!chosen) return [...values];
  return values.map((each) => (each !== chosen && each['primary'] === true ? { ...each, primary: false } : each));
}

/** The values of a multi-valued attribute after an operation upon all of them. */
function all(op: Op, before: readonly Values[], given: readonly Values[] | undefined): Values[] {
  if (op === 'remove') return given ? before.filter((each) => !given.some((one) => isSame(one, each))) : [];
  if (op === 'replace') return [...(given ?? [])];
  const fresh = given ?? [];
  const kept = before.filter((each) => !fresh.some((one) => isSame(one, each)));
  return onePrimary([...kept, ...fresh], fresh);
}

/** The values after an operation upon those that a filter means. Where there is none, providers mean one to be made. */
function some(
  op: Op,
  attribute: Attribute,
  before: readonly Values[],
  { where, rest }: Path,
  value: unknown,
): Values[] {
  const meant = before.filter((each) => matches(where!, each));
  if (op === 'remove' && rest === '') return before.filter((each) => !meant.includes(each));
  if (meant.length === 0 && op === 'remove') return [...before];
  const made = readValue(attribute, [meantBy(where!)], attribute.name) as Values[];
  const targets = meant.length > 0 ? meant : [made[0] ?? {}];
  const changed = targets.map((each) =>
    rest === ''
      ? { ...each, ...(readValue(attribute, [value], attribute.name) as Values[])[0] }
      : apply(attribute, each, { op, path: rest, value }),
  );
  const next = [...before.filter((each) => !meant.includes(each)), ...changed].filter(
    (each) => each['value'] !== undefined,
  );
  return onePrimary(next, changed);
}

/** One operation, upon a part of a resource. */
function apply(within: Attribute, values: Values, { op, path, value }: Operation): Values {
  if (path === undefined || path === '') {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new ScimError(400, 'An operation without a path needs an object as its value', 'invalidSyntax');
    return Object.entries(value).reduce(
      (next, [key, each]) => apply(within, next, { op, path: key, value: each }),
      values,
    );
  }
  const { name, where, rest } = readPath(path);
  const attribute = attributeIn(within, name);
  if (!attribute) {
    if (isPassedOver(name)) return values;
    throw new ScimError(400, `The desk knows no attribute ${name.slice(0, 100)}`, 'invalidPath');
  }
  if (attribute.readOnly) throw new ScimError(400, `${attribute.name} cannot be changed`, 'mutability');
  const before = values[attribute.name];
  if (attribute.multiValued) {
    const list = (before ?? []) as Values[];
    if (where) return set(values, attribute.name, some(op, attribute, list, { name, where, rest }, value));
    if (rest) throw new ScimError(400, `${path} does not say which of the ${attribute.name} is meant`, 'invalidPath');
    const given = readValue(attribute, value, attribute.name) as Values[] | undefined;
    return set(values, attribute.name, all(op, list, given));
  }
  if (attribute.sub && rest) {
    const inner = apply(attribute, (before ?? {}) as Values, { op, path: rest, value });
    return set(values, attribute.name, Object.keys(inner).length > 0 ? inner : undefined);
  }
  if (op === 'remove') return without(values, attribute.name);
  if (attribute.sub && typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const inner = apply(attribute, (before ?? {}) as Values, { op, value });
    return set(values, attribute.name, Object.keys(inner).length > 0 ? inner : undefined);
  }
  return set(values, attribute.name, readValue(attribute, value, attribute.name));
}

/** @throws ScimError for an attribute that SCIM does not have, or a value of another type; nothing is changed then. */
export const patched = (within: Attribute, values: Values, operations: readonly Operation[]): Values =>
  operations.reduce((next, operation) => apply(within, next, operation), values);
