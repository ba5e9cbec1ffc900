/** The work of a sweep: each record by itself, and what fails with one is told and stops no other. */
import type { Sweep } from './context.js';
import type { Glance, Ledger, Recorded } from './history.js';

/** Tells that a sweep failed with a record, and goes on. It rejects when even that cannot be saved. */
export type Report = (sweep: string, record: string, error: unknown, now: Date) => Promise<void>;

/** How many records one sweep takes on; the rest is taken by the next, seconds later. */
const BATCH = 100;

/**
 * Does the work for each record, so many at once, whatever happens with one of them; resolves to how many were done. It
 * rejects only when the trouble itself cannot be reported: then the store is away, and the sweep has not run.
 */
export async function eachByItself<T>(
  records: readonly T[],
  work: (record: T) => Promise<unknown>,
  report: (record: T, error: unknown) => Promise<void>,
  atOnce = 1,
): Promise<number> {
  let done = 0;
  for (let first = 0; first < records.length; first += atOnce) {
    const batch = records.slice(first, first + atOnce);
    const results = await Promise.allSettled(batch.map((record) => Promise.resolve(record).then(work)));
    for (const [index, result] of results.entries())
      if (result.status === 'fulfilled') done += 1;
      else await report(batch[index]!, result.reason);
  }
  return done;
}

/** Attends to the records of a ledger whose next date has come. */
export const sweepDue = <D extends Recorded>(
  name: string,
  ledger: Pick<Ledger<D>, 'byUrgency'>,
  attend: (record: Glance<D>, now: Date) => Promise<unknown>,
  trouble: Report,
): Sweep => ({
  name,
  seconds: 10,
  run: async (now) =>
    eachByItself(
      await ledger.byUrgency({ 'due.next': { $lte: now } }, BATCH),
      (record) => attend(record, now),
      ({ _id }, error) => trouble(name, _id, error, now),
    ),
});
