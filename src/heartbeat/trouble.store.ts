import type { Connection, Model } from 'mongoose';
import { openRecords } from '../store/records.js';
import type { Trouble } from './trouble.js';

export const openTroubles = (connection: Connection): Model<Trouble> =>
  openRecords<Trouble>(connection, 'troubles', { record: String, sweep: String }, []);
