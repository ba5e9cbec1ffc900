/** Tamper evidence: a record's history as a chain in which every link depends on all that came before. */
import { createHash } from 'node:crypto';
import type { Event } from '../history.js';

/** The same value gives the same words, whatever order a store keeps its keys in. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, canonical(inner)]));
}

/**
 * One SHA-256 link (hex) for each event, in order; the last is the head. An event that is changed, removed or moved
 * changes its own link and all later ones. Events cut off at the end leave the rest as it was: to notice that, keep a
 * head outside the store. To whom an event is still owed is no part of what happened.
 */
export function chain(events: readonly Event[]): string[] {
  let previous = '';
  return events.map(({ id, at, by, what, data, origin }) => {
    const told: unknown = JSON.parse(JSON.stringify({ id, at, by, what, data: data ?? {}, origin: origin ?? null }));
    previous = createHash('sha256')
      .update(`${previous}\n${JSON.stringify(canonical(told))}`)
      .digest('hex');
    return previous;
  });
}
