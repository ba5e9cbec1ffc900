/**
 * What is heard of the records while the half year is played: each as it was last saved. So the play asks the store for
 * none of them.
 */
import type { Recorded } from '../history.js';
import type { Due } from './play.js';
import type { Subject } from './stories.js';

type Heard = Recorded & Subject & { due?: { next: Date } };

/** The sweeps that keep the dates of records, by the prefix of their ids. */
const sweeps: Readonly<Record<string, string>> = { INC: 'sla', REQ: 'access', CHG: 'changes' };

export function createHearing() {
  const sweepOf = (id: string) => sweeps[id.slice(0, id.indexOf('-'))];
  const records = new Map<string, Heard>();
  const byOrigin = new Map<string, Heard>();
  return {
    hear(saved: Recorded | undefined): void {
      if (!saved || !sweepOf(saved._id)) return;
      records.set(saved._id, saved);
      byOrigin.set(saved.origin, saved);
    },
    /** The record that a delivery opened, or, by its id, as it now stands. */
    subject: (origin: string, id: string | undefined): Subject | undefined =>
      id === undefined ? byOrigin.get(origin) : records.get(id),
    /** The first moment after `since`, and not after `until`, at which something is to be done to a record. */
    due(since: Date, until: Date): Due | undefined {
      const coming = [...records.values()].flatMap(({ _id, due }): Due[] =>
        due && due.next > since && due.next <= until ? [{ sweep: sweepOf(_id)!, at: due.next }] : [],
      );
      return coming.toSorted((one, other) => one.at.getTime() - other.at.getTime())[0];
    },
  };
}
