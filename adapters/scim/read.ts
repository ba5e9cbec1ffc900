/** Reads what a client says of a resource into what the desk keeps, leniently where the large providers need it. Pure. */
import { type Attribute, attributeIn, withoutSchema } from './attributes.js';
import { wrongValue } from './errors.js';

export type Value = string | boolean | Values | Values[];
export type Values = { [name: string]: Value };

/** No attribute of a person or a group is longer. */
const LONGEST = 1_000;
/** Addresses of one person. */
const MOST = 50;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Entra ID sends booleans as strings with a capital (`"False"`). */
function readBoolean(value: unknown, path: string): boolean {
  if (typeof value === 'boolean') return value;
  const said = typeof value === 'string' ? value.toLowerCase() : '';
  if (said === 'true' || said === 'false') return said === 'true';
  throw wrongValue(`${path} must be true or false`);
}

function readText(value: unknown, path: string): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') throw wrongValue(`${path} must be a string`);
  const text = String(value).trim();
  if (text.length > LONGEST) throw wrongValue(`${path} has ${text.length} characters: at most ${LONGEST} are kept`);
  return text || undefined;
}

/** A single value where an object is expected is its `value`: Entra ID sends managers so. */
function readOne(attribute: Attribute, value: unknown, path: string): Value | undefined {
  if (attribute.type === 'boolean') return readBoolean(value, path);
  if (attribute.type === 'string') return readText(value, path);
  const whole = isObject(value) ? value : attributeIn(attribute, 'value') ? { value } : undefined;
  if (!whole) throw wrongValue(`${path} must be an object`);
  const read = readAll(attribute, whole, path);
  return Object.keys(read).length > 0 ? read : undefined;
}

/** One value of an attribute; undefined when it says that there is none. @throws ScimError for a value of another type */
export function readValue(attribute: Attribute, value: unknown, path: string): Value | undefined {
  if (value === null || value === undefined) return undefined;
  if (!attribute.multiValued) {
    const single = Array.isArray(value) && value.length <= 1 ? value[0] : value;
    return single === undefined || single === null ? undefined : readOne(attribute, single, path);
  }
  const values = Array.isArray(value) ? value : [value];
  if (attribute.name !== 'members' && values.length > MOST) throw wrongValue(`${path} has more than ${MOST} values`);
  return values.flatMap((each) => readOne(attribute, each, path) ?? []) as Values[];
}

/** The attributes that the desk knows; the others are not kept. */
export function readAll(attribute: Attribute, body: Record<string, unknown>, path = ''): Values {
  const read: Values = {};
  for (const [name, value] of Object.entries(body)) {
    const known = attributeIn(attribute, withoutSchema(name));
    if (!known || known.readOnly) continue;
    const found = readValue(known, value, path ? `${path}.${known.name}` : known.name);
    if (found !== undefined) read[known.name] = found;
  }
  return read;
}
