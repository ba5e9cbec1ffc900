import mongoose, { type Connection, type Model } from 'mongoose';
import type { File, MessageRef } from '../chat.js';

/** Words of a thread with whom they are by, as it was read. */
export type Said = { by: string; words: string; at: Date; files: File[] };

/** A message that was reported: one record for each message, however often and by however many people. */
export type Report = Said & {
  _id: string;
  ref: MessageRef;
  /** The author, for whom the ticket will be. */
  requester: string;
  /** Those who may open its ticket: the author and all who pointed at it. */
  reporters: string[];
  /** What else was said in its thread. */
  thread: Said[];
  /** The group that its channel feeds. */
  group?: string;
  /** The report whose ticket it is part of: its own, or that of the post it followed. */
  first?: string;
};

/** The latest post of a person in a channel that began a ticket. `_id` is `<channel>|<person>`. */
export type Burst = { _id: string; at: Date; report: string };

const loose = { strict: false, versionKey: false, autoIndex: false } as const;

export const openReports = (connection: Connection): Model<Report> =>
  connection.model(
    'reports',
    new mongoose.Schema({ _id: String }, loose).index({ ref: 1 }, { unique: true }),
    'reports',
  ) as unknown as Model<Report>;

export const openBursts = (connection: Connection): Model<Burst> =>
  connection.model('bursts', new mongoose.Schema({ _id: String }, loose), 'bursts') as unknown as Model<Burst>;
