/** Where delegations are kept, and what of them stands as this process knows it. */
import type { Connection, Model } from 'mongoose';
import { anything, named, openRecords, part } from '../store/records.js';
import type { Delegations, Standing } from './delegation.js';

export type Kept = {
  model: Model<Delegations>;
  standing(): readonly Standing[];
  /** Takes up what this process or another has changed. */
  refresh(now: Date): Promise<void>;
};

export function openDelegations(connection: Connection): Kept {
  const model = openRecords<Delegations>(
    connection,
    'delegations',
    { person: part(named), given: [anything], ends: Date, offered: String },
    [{ ends: 1 }],
  );
  let known: readonly Standing[] = [];
  let latest = 0;
  return {
    model,
    standing: () => known,
    async refresh(now) {
      const turn = ++latest;
      const found = await model
        .find({ ends: { $gte: now } }, { person: 1, given: 1 })
        .lean<Pick<Delegations, 'person' | 'given'>[]>()
        .exec();
      // An older reading that comes back later must not hide a newer one.
      if (turn !== latest) return;
      known = found.flatMap(({ person: of, given }) =>
        given.filter(({ until }) => until >= now).map((each) => ({ of, given: each })),
      );
    },
  };
}
