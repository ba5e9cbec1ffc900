/**
 * What every record of the desk carries of what happened to it. The history is also the outbox: an event lists the
 * audiences to whom it is still owed. Pure.
 */
import type { Model } from 'mongoose';

/**
 * To whom something is owed: a person in their own chat, a group in its channels, or the readers of the thread beneath
 * the record's standing card of that name. A `reminder` is for a person too, but the record's room gathers it with what
 * else is owed to them and delivers all as one card.
 */
export type Audience = `person:${string}` | `group:${string}` | `under:${string}` | `reminder:${string}`;

export type Event = {
  id: string;
  at: Date;
  /** A person's id, or `desk` for what the desk did by itself. */
  by: string;
  what: string;
  /** `rest` tells of texts that are too long for it: of these it has the beginnings. */
  data: Record<string, unknown>;
  /** Those texts as they were said, by their keys in the data, where they were read back. It is never saved. */
  whole?: Readonly<Record<string, string>>;
  /** The delivery that caused it; a redelivery of the same changes nothing. */
  origin?: string;
  owed: Audience[];
};

/** An event as a transition tells of it; the ledger adds who, when and why. */
export type NewEvent = { what: string; data?: Record<string, unknown>; tell?: readonly Audience[] };

/** What every record carries beside its own state. */
export type Recorded = {
  /** `INC-1`, `REQ-1`, `CHG-1` … */
  _id: string;
  version: number;
  /** The delivery that opened it. */
  origin: string;
  history: Event[];
  /** What its history weighs in the store, about; records of before it was counted do not have it. */
  bytes?: number;
  /** When announcing what is owed, or redrawing, is next to be tried; absent when everybody has seen everything. */
  owing?: Date;
  /** Persons whom no chat could reach; the agents' card says so. */
  unreachable: string[];
};

/** Who acts, when, and through which delivery. */
export type Cause = { by: string; now: Date; origin: string };

/**
 * What a pure transition returns; nothing, when there is nothing to change. `unseen`: no card shows it and nobody is told,
 * so nothing is redrawn.
 */
export type Changed<D> = { next: D; events: NewEvent[]; unseen?: true } | undefined;

/** The fields of a record that are its own, as a transition makes them. */
export type Own<D extends Recorded> = Omit<D, keyof Recorded>;

export type Ledger<D extends Recorded> = {
  readonly prefix: string;
  /** Numbers and saves a new record; the same `cause.origin` again returns the one already there. */
  open(own: Own<D>, events: NewEvent[], cause: Cause): Promise<D>;
  /**
   * Loads, applies, saves if the version is unchanged, else tries again with the newer one. Returns the record as it
   * stands. A refusal thrown by `apply` passes through; so does `undefined` for an unknown id.
   */
  change(id: string, cause: Cause, apply: (record: D) => Changed<D>): Promise<D | undefined>;
  /** The words that are still owed to somebody are read back whole. */
  load(id: string): Promise<D | undefined>;
  /** These events of a record with all their words whole. */
  readBack(id: string, events: readonly Event[]): Promise<Event[]>;
  /** The records that match, those first that are due first. */
  byUrgency(filter: object, limit?: number): Promise<Glance<D>[]>;
  readonly model: Model<D>;
};

/** A record as lists and sweeps read it: without all that ever happened to it. */
export type Glance<D extends Recorded> = Omit<D, 'history'>;
export const atAGlance = { history: 0 } as const;
