/** Deliveries in the store: claimed by one process, kept while somebody has yet to be told, forgotten after two days. */
import type { DeliveryBook } from '../deliveries.js';
import type { Processes } from '../processes.js';
import type { Books, DeliveryRow } from './books.js';

export function openDeliveries(books: Books, processes: Processes): DeliveryBook {
  const { collection } = books.deliveries;
  const holder = processes.own;
  const at = () => new Date();
  const isDuplicate = (error: unknown) => (error as { code?: number }).code === 11000;
  const idOf = (origin: string) => origin as never;

  /** Makes what a dead process held this one's; false when somebody else was first. */
  async function inherit({ _id, holder: before }: DeliveryRow): Promise<boolean> {
    if (!(await processes.isDead(before))) return false;
    const taken = await collection.updateOne({ _id: idOf(_id), holder: before }, { $set: { holder, at: at() } });
    return taken.modifiedCount === 1;
  }

  return {
    async keep(origin, platform, body) {
      try {
        const kept = { $set: { platform, body, waits: true, at: at() } };
        await collection.updateOne({ _id: idOf(origin), holder }, kept, { upsert: true });
      } catch (error) {
        if (!isDuplicate(error)) throw error;
      }
    },
    async claim(origin, platform) {
      try {
        await collection.insertOne({ _id: idOf(origin), platform, holder, at: at() });
        return true;
      } catch (error) {
        if (!isDuplicate(error)) throw error;
      }
      const row = (await collection.findOne({ _id: idOf(origin) })) as unknown as DeliveryRow | null;
      if (!row || row.told) return false;
      return row.holder === holder || (await inherit(row));
    },
    async told(origin) {
      await collection.updateOne({ _id: idOf(origin) }, { $set: { told: true }, $unset: { body: '', waits: '' } });
    },
    async takeOver() {
      const left = collection.find({ waits: true, holder: { $ne: holder } });
      const ours: { platform: DeliveryRow['platform']; body: unknown }[] = [];
      for (const row of (await left.toArray()) as unknown as DeliveryRow[])
        if (await inherit(row)) ours.push({ platform: row.platform, body: row.body });
      return ours;
    },
  };
}
