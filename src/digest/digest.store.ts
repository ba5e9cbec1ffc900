import type { Connection, Model } from 'mongoose';
import { anything, openRecords, part } from '../store/records.js';
import type { Digest } from './digest.js';

export const openDigests = (connection: Connection): Model<Digest> =>
  openRecords<Digest>(
    connection,
    'digests',
    { group: String, hour: String, due: part({ next: Date }), told: anything },
    [],
  );
