import type { Connection, Model } from 'mongoose';
import { anything, openRecords } from '../store/records.js';
import type { Heartbeat } from './heartbeat.js';

export const openHeartbeat = (connection: Connection): Model<Heartbeat> =>
  openRecords<Heartbeat>(connection, 'heartbeats', { silence: anything }, []);
