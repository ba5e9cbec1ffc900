import { EJSON, ObjectId } from 'bson';
import { toNumber, type Value } from './types.js';

/** A value as MongoDB's messages show it. */
export function show(value: Value): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof ObjectId) return `ObjectId('${value.toHexString()}')`;
  if (value instanceof Map) return `{ ${[...value].map(([name, field]) => `${name}: ${show(field)}`).join(', ')} }`;
  if (Array.isArray(value)) return `[ ${value.map(show).join(', ')} ]`;
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  return String(toNumber(value) ?? EJSON.stringify(value));
}
