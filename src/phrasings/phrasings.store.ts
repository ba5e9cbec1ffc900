/** What was learned, so that every process answers the same and a restart forgets nothing. */
import type { Connection, Model } from 'mongoose';
import { atAGlance, type Glance } from '../history.js';
import { named, openRecords, part } from '../store/records.js';
import type { Phrasing } from './phrasing.js';

export const openPhrasings = (connection: Connection): Model<Phrasing> =>
  openRecords<Phrasing>(
    connection,
    'phrasings',
    {
      article: String,
      title: String,
      words: String,
      people: [String],
      state: String,
      at: Date,
      decided: part({ by: part(named), at: Date }),
    },
    [
      { state: 1, at: -1 },
      { article: 1, state: 1 },
    ],
  );

export const createPhrasingQueries = (phrasings: Model<Phrasing>) => ({
  taught: (): Promise<Glance<Phrasing>[]> =>
    phrasings
      .find({ state: 'taught' } as never, { article: 1, title: 1, words: 1 })
      .lean<Glance<Phrasing>[]>()
      .exec(),
  /** The newest of a state. */
  inState: (state: Phrasing['state'], most: number): Promise<Glance<Phrasing>[]> =>
    phrasings
      .find({ state } as never, atAGlance)
      .sort({ at: -1 })
      .limit(most)
      .lean<Glance<Phrasing>[]>()
      .exec(),
  waitingFor: (article: string): Promise<Glance<Phrasing>[]> =>
    phrasings
      .find({ article, state: 'waiting' } as never, atAGlance)
      .limit(100)
      .lean<Glance<Phrasing>[]>()
      .exec(),
  countWaiting: (): Promise<number> => phrasings.countDocuments({ state: 'waiting' } as never).exec(),
});

export type PhrasingQueries = ReturnType<typeof createPhrasingQueries>;
