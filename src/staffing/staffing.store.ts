/**
 * Where leave and on-call are kept: one record for each person, one for each group; and the snapshot of what is agreed.
 */
import type { Connection, Model } from 'mongoose';
import type { Directory } from '../people.js';
import { anything, named, openRecords, part } from '../store/records.js';
import { stretchOf } from './days.js';
import type { Duty } from './duty.js';
import type { Leave } from './leave.js';
import { nothingAgreed, staffingOf, type Snapshot, type Staffing } from './staffing.js';

export type Agreed = {
  leave: Model<Leave>;
  duty: Model<Duty>;
  staffing: Staffing;
  /** Takes up what this process or another has changed. */
  refresh(now: Date): Promise<void>;
};

/** Call `createIndexes()` of both collections, and `refresh` once, before use. */
export function openAgreed(connection: Connection, directory: Directory): Agreed {
  const leave = openRecords<Leave>(
    connection,
    'leave',
    { person: part(named), ranges: [part({ from: String, to: String })], ends: Date },
    [{ ends: 1 }],
  );
  const duty = openRecords<Duty>(connection, 'duty', { group: String, overrides: [anything], offers: [anything] }, []);
  const zoneOf = (person: string) => directory.person(person)?.zone ?? 'UTC';
  let snapshot: Snapshot = nothingAgreed;
  let latest = 0;

  return {
    leave,
    duty,
    staffing: staffingOf(directory, () => snapshot),
    async refresh(now) {
      const turn = ++latest;
      const [away, agreed] = await Promise.all([
        leave
          .find({ ends: { $gt: now } }, { person: 1, ranges: 1 })
          .lean<Pick<Leave, 'person' | 'ranges'>[]>()
          .exec(),
        duty.find({}, { group: 1, overrides: 1 }).lean<Pick<Duty, 'group' | 'overrides'>[]>().exec(),
      ]);
      // An older reading that comes back later must not hide a newer one.
      if (turn !== latest) return;
      snapshot = {
        leave: new Map(
          away.map(({ person: { id }, ranges }) => [id, ranges.map((days) => stretchOf(days, zoneOf(id)))]),
        ),
        overrides: new Map(agreed.map(({ group, overrides }) => [group, overrides])),
      };
    },
  };
}
