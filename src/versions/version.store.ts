/** Where the versions of the SLA policies are kept, each once. */
import type { Connection, Model } from 'mongoose';
import { anything, named, openRecords, part } from '../store/records.js';
import type { SlaVersion } from './version.js';

export const openVersions = (connection: Connection): Model<SlaVersion> =>
  openRecords<SlaVersion>(
    connection,
    'promises',
    {
      sla: String,
      hours: String,
      before: String,
      taken: Date,
      affected: anything,
      state: String,
      decided: part({ by: part(named), at: Date }),
      due: part({ next: Date }),
    },
    [{ taken: -1 }],
  );
