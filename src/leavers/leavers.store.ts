/** Where departures are kept, and whom they let in no more. */
import type { Connection, Model } from 'mongoose';
import { anything, named, openRecords, part } from '../store/records.js';
import type { Leaver } from './leaver.js';

export const openLeavers = (connection: Connection): Model<Leaver> =>
  openRecords<Leaver>(
    connection,
    'leavers',
    {
      person: part({ ...named, manager: String }),
      state: String,
      at: Date,
      by: part(named),
      confirmed: part(named),
      rows: anything,
      late: Boolean,
      looks: Number,
      open: String,
      bars: String,
      due: anything,
    },
    [],
    [{ bars: 1 }],
    [{ open: 1 }],
  );

/** Those who are let in no more, and since when. */
export const barredIn = async (model: Model<Leaver>, now: Date): Promise<Map<string, Date>> => {
  const found = await model
    .find({ bars: { $gt: '' }, at: { $lte: now } } as never, { bars: 1, at: 1 })
    .lean<Pick<Leaver, 'bars' | 'at'>[]>()
    .exec();
  return new Map(found.map(({ bars, at }) => [bars!, at]));
};
