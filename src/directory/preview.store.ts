/** Where previews of imports are kept. */
import type { Connection, Model } from 'mongoose';
import { anything, named, openRecords, part } from '../store/records.js';
import type { Preview } from './preview.js';

export const openPreviews = (connection: Connection): Model<Preview> =>
  openRecords<Preview>(connection, 'imports', { rows: [anything], taken: part({ by: part(named), at: Date }) }, []);
