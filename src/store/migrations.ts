/**
 * What has to be done once to a store that earlier releases wrote, in order. Each is small, and harmless when it is done
 * again after a crash; whatever is large goes in batches. What only adds an optional field needs none.
 */
import type { Connection } from 'mongoose';

export type Migration = {
  /** Never changed and never used again. */
  id: string;
  /** For the log. */
  what: string;
  run(db: NonNullable<Connection['db']>): Promise<void>;
};

/** Jobs of 0.1, one for each sweep; they are sweeps of one job now. */
const retiredJobs = [
  'sla',
  'access',
  'changes',
  'announce',
  'absence',
  'digest',
  'digests',
  'promises',
  'forecast',
  'knowledge-gaps',
  'knowledge-reviews',
];

export const migrations: readonly Migration[] = [
  {
    id: '2026-12-jobs',
    what: 'the rows of jobs that are sweeps now are removed',
    async run(db) {
      await db.collection('jobs').deleteMany({ name: { $in: retiredJobs } });
    },
  },
];
