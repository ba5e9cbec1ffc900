/** What a room finds wrong by itself and gives to the agents as a ticket. Pure. */
import type { Wording } from './language/wording.js';

/** What was found: `key` makes it one ticket, however often it is told. */
export type Found = {
  key: string;
  /** Whom it concerns: their group gets it, and they are its requester. */
  owner: string;
  priority: 'P1' | 'P2' | 'P3' | 'P4';
  words(say: Wording): { title: string; details: string };
};

export type FoundTickets = {
  /** The number of the ticket. */
  open(found: Found, now: Date): Promise<string>;
  /** Leaves it to the agents where something else is still to be done in it. */
  resolve(ticket: string, summary: (say: Wording) => string, now: Date): Promise<void>;
};
