/** Deliveries in the store: claimed by one process, kept while somebody has yet to be told, forgotten after two days. */
import type { Logger } from 'pino';
import type { DeliveryRecords } from '../deliveries.js';
import { describe, isDuplicateKey } from '../errors.js';
import type { Processes } from '../processes.js';
import type { SideCollections, DeliveryRow } from './side-collections.js';

/** What was told is noted together with what is told in the next moment; a kill within it may cost one repeated answer. */
const GATHER_MS = 200;
/** No platform redelivers after longer; what was told since is all that a process alone on its store need remember. */
const REDELIVERED_MS = 15 * 60_000;

/** @param alone no other process shares the store, so none can have the same delivery at the same time. */
export async function openDeliveries(
  collections: SideCollections,
  { processes, alone, log }: { processes: Processes; alone: boolean; log: Logger },
): Promise<DeliveryRecords> {
  const { collection } = collections.deliveries;
  const holder = processes.own;
  const at = () => new Date();
  const idOf = (origin: string) => origin as never;

  /** What a process before this one has told. */
  const before = new Set<string>();
  if (alone) {
    const lately = { told: true, at: { $gte: new Date(Date.now() - REDELIVERED_MS) } };
    for await (const { _id } of collection.find(lately, { projection: { _id: 1 } })) before.add(String(_id));
  }

  let pending: object[] = [];
  let gathering: NodeJS.Timeout | undefined;
  let saving: Promise<unknown> = Promise.resolve();
  function flush(): Promise<unknown> {
    clearTimeout(gathering);
    gathering = undefined;
    const writes = pending;
    pending = [];
    if (writes.length > 0)
      saving = saving
        .then(() => collection.bulkWrite(writes as never, { ordered: false, writeConcern: { w: 1 } }))
        .catch((error: unknown) =>
          log.warn({ error: describe(error) }, 'an answer may be repeated if it is asked for again'),
        );
    return saving;
  }

  /** Makes what a dead process held this one's; false when somebody else was first. */
  async function inherit({ _id, holder: other }: DeliveryRow): Promise<boolean> {
    if (!(await processes.isDead(other))) return false;
    const taken = await collection.updateOne({ _id: idOf(_id), holder: other }, { $set: { holder, at: at() } });
    return taken.modifiedCount === 1;
  }

  return {
    async keep(origin, platform, body) {
      try {
        const kept = { $set: { platform, body, waits: true, at: at() } };
        await collection.updateOne({ _id: idOf(origin), holder }, kept, { upsert: true });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    },
    async claim(origin, platform, body) {
      if (alone) return !before.has(origin);
      try {
        await collection.insertOne({ _id: idOf(origin), platform, holder, at: at() }, { writeConcern: { w: 1 } });
        return true;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
      const row = (await collection.findOne({ _id: idOf(origin) })) as unknown as DeliveryRow | null;
      if (!row || row.told) return false;
      if (row.holder === holder || (await inherit(row))) return true;
      await collection.updateOne({ _id: idOf(origin), told: { $ne: true } }, { $set: { body, waits: true } });
      return false;
    },
    async told(origin, platform, wasKept) {
      const noted = { $set: { told: true, holder, platform, at: at() }, $unset: { body: '', waits: '' } };
      pending.push({ updateOne: { filter: { _id: origin }, update: noted, upsert: true } });
      if (wasKept) await flush();
      else gathering ??= setTimeout(() => void flush(), GATHER_MS).unref();
    },
    async takeOver() {
      const left = collection.find({ waits: true, holder: { $ne: holder } });
      const ours: Awaited<ReturnType<DeliveryRecords['takeOver']>> = [];
      for (const row of (await left.toArray()) as unknown as DeliveryRow[])
        if (await inherit(row)) ours.push({ origin: row._id, platform: row.platform, body: row.body });
      return ours;
    },
    settled: async () => void (await flush()),
  };
}
