/** When records next have something done to them by the desk itself. */
import type { Collection, Connection } from 'mongoose';

/** The dates by which sweeps look for records; each is indexed where records have it. */
const DATES = ['due.next', 'reminds'] as const;

/** The first moment after `since` that a record of a collection has as this date. */
export async function firstAfter(
  collection: Collection,
  date: (typeof DATES)[number],
  since: Date,
): Promise<Date | undefined> {
  const later = collection.find({ [date]: { $gt: since } }, { projection: { [date]: 1 } });
  const [record] = await later
    .sort({ [date]: 1 })
    .limit(1)
    .toArray();
  return (date === 'reminds' ? record?.['reminds'] : record?.['due']?.next) as Date | undefined;
}

/** The first moment after `since` at which a record is due; undefined when none waits for a moment. */
export async function nextMoment({ models }: Connection, since: Date): Promise<Date | undefined> {
  const found = await Promise.all(
    Object.values(models).flatMap((model) =>
      DATES.filter((date) => model.schema.indexes().some(([fields]) => date in fields)).map((date) =>
        firstAfter(model.collection as never, date, since),
      ),
    ),
  );
  const moments = found.filter((each) => each !== undefined).map((each) => each.getTime());
  return moments.length > 0 ? new Date(Math.min(...moments)) : undefined;
}
