import type { Connection, Model } from 'mongoose';
import { anything, openRecords } from '../store/records.js';
import type { LinkedDay } from './identity.js';

export const openLinkedDays = (connection: Connection): Model<LinkedDay> =>
  openRecords<LinkedDay>(connection, 'linkedDays', { day: String, links: [anything] }, []);
