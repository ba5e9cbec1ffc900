import type { Connection, Model } from 'mongoose';
import { anything, named, openRecords, part } from '../store/records.js';
import type { Change } from './change.js';

export const openChanges = (connection: Connection): Model<Change> =>
  openRecords<Change>(
    connection,
    'changes',
    {
      requester: part(named),
      title: String,
      type: { type: String },
      typeName: part({ en: String, zh: String }),
      plan: String,
      risk: String,
      rollback: String,
      starts: Date,
      ends: Date,
      group: String,
      policy: String,
      approval: anything,
      state: String,
      started: Date,
      finished: anything,
      overran: Date,
      autoClaim: String,
      waitingFor: [String],
      due: anything,
    },
    [
      { 'requester.id': 1, state: 1 },
      { waitingFor: 1, state: 1 },
      { type: 1, 'approval.closed': 1 },
    ],
    [],
    [{ autoClaim: 1 }],
  );
