/**
 * How much a record holds. A store takes 16 MB for one document, and a record that has reached them can never be changed
 * again: so talk ends long before, then other work, and what brings the matter to its end is always possible. Pure.
 *
 * What is in a record is counted as it is added, in a field of the record: measuring it each time (`calculateObjectSize`)
 * would cost as much as reading it.
 */
import type { Event, Recorded } from './history.js';
import { Refusal } from './refusal.js';

type Limit = { bytes: number; events: number };
/** Four million bytes are more than anybody reads, and are still read and saved within half a second. */
const TALK: Limit = { bytes: 4e6, events: 5_000 };
/** The desk's own steps are few, and always possible within what is left of the 16 MB. */
const WORK: Limit = { bytes: 6e6, events: 10_000 };

/** Which events are talk, and which end the matter; all others are work. */
export type Budget = { talk: ReadonlySet<string>; endings: ReadonlySet<string> };

/** The record takes no more of this. What can be done instead its room says. */
export class Full extends Refusal {
  constructor(id: string) {
    super((say) => say.general.full(id));
  }
}

/** Bytes of events in the store, about: dates and lengths differ by little. */
export const weigh = (events: readonly Event[]): number =>
  events.reduce((sum, event) => sum + Buffer.byteLength(JSON.stringify(event)), 0);

export const weightOf = ({ bytes, history }: Pick<Recorded, 'bytes' | 'history'>): number => bytes ?? weigh(history);

/** @throws Full when a person's step has no room in the record. */
export function needRoom(record: Recorded, events: readonly Event[], by: string, budget: Budget): void {
  if (by === 'desk' || events.length === 0 || events.some(({ what }) => budget.endings.has(what))) return;
  const { bytes, events: most } = events.some(({ what }) => budget.talk.has(what)) ? TALK : WORK;
  if (record.history.length + events.length > most || weightOf(record) + weigh(events) > bytes)
    throw new Full(record._id);
}
