/** Where batches of reminders are kept: each is one document, so that one write settles all receivers. */
import type { Connection, Model } from 'mongoose';
import type { Recorded } from '../../history.js';
import { anything, openRecords } from '../../store/records.js';
import type { Batch } from './reminders.js';

/**
 * Batches are numbered without gaps and the number is unique: of two processes that gather at the same time, one saves
 * its round. `settled` once the tickets know that they were told.
 */
export type SavedBatch = Recorded &
  Pick<Batch, 'cards' | 'told'> & {
    number: number;
    holder: string;
    settled: boolean;
  };

/** The number of batches that can be looked up: the reminders and their receivers. */
export const KEPT = 1000;

export const openBatches = (connection: Connection): Model<SavedBatch> =>
  openRecords<SavedBatch>(
    connection,
    'rounds',
    { number: Number, holder: String, settled: Boolean, cards: anything, told: anything },
    [{ number: -1 }],
  );
