import type { Connection, Model } from 'mongoose';
import { anything, named, openRecords, part } from '../store/records.js';
import type { AccessRequest } from './access.js';

export const openAccessRequests = (connection: Connection): Model<AccessRequest> =>
  openRecords<AccessRequest>(
    connection,
    'requests',
    {
      requester: part(named),
      entitlement: String,
      title: part({ en: String, zh: String }),
      owner: part(named),
      risk: String,
      hours: Number,
      reason: String,
      meaning: anything,
      notAfter: Date,
      beside: anything,
      exception: anything,
      policy: String,
      approval: anything,
      state: String,
      lease: anything,
      work: anything,
      hand: anything,
      ticket: String,
      ticketOver: Date,
      extends: anything,
      unverified: anything,
      recheck: Date,
      end: anything,
      conflict: String,
      bar: anything,
      holds: String,
      autoClaim: String,
      waitingFor: [String],
      due: anything,
    },
    [
      { 'requester.id': 1, state: 1 },
      { waitingFor: 1, state: 1 },
      { entitlement: 1, 'approval.closed': 1 },
    ],
    [{ ticket: 1 }, { recheck: 1 }, { 'unverified.since': 1 }],
    [{ holds: 1 }, { autoClaim: 1 }],
  );
