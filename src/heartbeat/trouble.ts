/** A record that a sweep cannot do its work for: the others go on, and administrators are told of that one. Pure. */
import type { NewEvent, Own, Recorded } from '../history.js';

/** One for each record and day, so that however often it is tried it is told once. */
export type Trouble = Recorded & {
  /** `INC-5`, or what else a sweep looks after. */
  record: string;
  /** Which sweep it was. */
  sweep: string;
};

/** Tells that a sweep failed with a record, and goes on. It rejects when even that cannot be saved. */
export type Report = (sweep: string, record: string, error: unknown, now: Date) => Promise<void>;

export const troubled = (
  record: string,
  sweep: string,
  admins: readonly string[],
): { own: Own<Trouble>; events: NewEvent[] } => ({
  own: { record, sweep },
  events: [{ what: 'troubled', tell: admins.map((id) => `person:${id}` as const) }],
});

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
