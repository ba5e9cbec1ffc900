/**
 * Long words of events, each whole in a document of its own: the event keeps their beginning and a print of all of them,
 * so that what people say does not fill the one document that a record is.
 */
import { createHash } from 'node:crypto';
import type { Connection } from 'mongoose';
import type { Event } from './history.js';

/** Longer texts, in characters, are kept apart; of these an event keeps the beginning, which is more than a list shows. */
const LONGEST = 4_000;
const BEGINNING = 1_000;

/** By the key of the event's data: how long the text is, in characters, and its SHA-256 (hex), by which it is found. */
export type Rest = Readonly<Record<string, { length: number; print: string }>>;

/** `_id` is `<record>|<print>`: the same words are kept once, however often they are saved. */
type TextRow = { _id: string; text: string };

const printOf = (text: string): string => createHash('sha256').update(text).digest('hex');
/** A character of two units is not cut in half. */
const beginningOf = (text: string): string => text.slice(0, BEGINNING).replace(/[\uD800-\uDBFF]$/, '');
const restOf = ({ data }: Event): [key: string, print: string][] =>
  Object.entries((data['rest'] ?? {}) as Rest).map(([key, { print }]) => [key, print]);

/** The event as its record keeps it, and what is kept apart. */
export function shortened(record: string, event: Event): { event: Event; apart: TextRow[] } {
  const long = Object.entries(event.data).flatMap(([key, text]) =>
    typeof text === 'string' && text.length > LONGEST ? [{ key, text, print: printOf(text) }] : [],
  );
  if (long.length === 0) return { event, apart: [] };
  const beginnings = Object.fromEntries(long.map(({ key, text }) => [key, beginningOf(text)]));
  const rest: Rest = Object.fromEntries(long.map(({ key, text, print }) => [key, { length: text.length, print }]));
  return {
    event: { ...event, data: { ...event.data, ...beginnings, rest } },
    apart: long.map(({ text, print }) => ({ _id: `${record}|${print}`, text })),
  };
}

export function openTexts(connection: Connection) {
  const texts = connection.collection<TextRow>('texts');
  return {
    /** Saved before the event that names them; the same again changes nothing. */
    async keep(apart: readonly TextRow[]): Promise<void> {
      for (const { _id, text } of apart) await texts.updateOne({ _id }, { $setOnInsert: { text } }, { upsert: true });
    },
    /** The events with their texts `whole`. What is gone, or is no longer what was said, is left out there. */
    async readBack(record: string, events: readonly Event[]): Promise<Event[]> {
      const ids = events.flatMap((event) => restOf(event).map(([, print]) => `${record}|${print}`));
      if (ids.length === 0) return [...events];
      const found = new Map((await texts.find({ _id: { $in: ids } }).toArray()).map(({ _id, text }) => [_id, text]));
      return events.map((event) => {
        const whole = restOf(event).flatMap(([key, print]) => {
          const text = found.get(`${record}|${print}`);
          return text !== undefined && printOf(text) === print ? [[key, text] as const] : [];
        });
        return whole.length > 0 ? { ...event, whole: Object.fromEntries(whole) } : event;
      });
    },
  };
}
