import mongoose, { type Connection, type Model } from 'mongoose';
import type { TicketModel } from '../../knowledge/matcher/index.js';
import type { Aspect } from './triage.js';

/** What was last learned of an aspect; without `model` it was worse than the rules, and they go on. */
export type ModelRow = { _id: Aspect; at: Date; tickets: number; accuracy: number; rules: number; model?: TicketModel };

export const openModels = (connection: Connection): Model<ModelRow> =>
  connection.model(
    'models',
    new mongoose.Schema({ _id: String }, { strict: false, versionKey: false, autoIndex: false }),
    'models',
  ) as unknown as Model<ModelRow>;
