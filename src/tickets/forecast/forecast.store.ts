/** Each day's forecasts of a group, kept until the tickets have ended and then as three sums. */
import mongoose, { type Connection, type Model } from 'mongoose';
import type { Score } from '../../sla/forecast.js';

/** `_id` is `<group>|<YYYY-MM-DD>`; `left` are the forecasts whose outcome is yet to come. */
export type ForecastDay = {
  _id: string;
  group: string;
  at: Date;
  left: { ticket: string; chance: number }[];
  score: Score;
  pending: boolean;
  version: number;
};

export const openForecasts = (connection: Connection): Model<ForecastDay> =>
  connection.model(
    'forecasts',
    new mongoose.Schema({ _id: String }, { strict: false, versionKey: false, autoIndex: false })
      .index({ pending: 1 })
      .index({ group: 1, at: -1 }),
    'forecasts',
  ) as unknown as Model<ForecastDay>;
