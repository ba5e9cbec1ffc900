/**
 * Delivers what tickets owe by way of reminders: gathered into a round, one card for each person, and saved as one
 * record, which the announcer tells like any other. Whatever a crash leaves undone, the next sweep takes up: a round
 * that is saved is told, and its tickets are told off before the next one is gathered.
 */
import { randomUUID } from 'node:crypto';
import { byDesk, type Presenter } from '../../context.js';
import type { Ledger } from '../../history.js';
import { eachByItself } from '../../sweep.js';
import { gather, owesWords, together, type Batch, type Told } from './reminders.js';
import { reminderCard } from './reminders.cards.js';
import type { Room } from '../room.handlers.js';
import { KEPT, type SavedBatch } from './batches.store.js';

export function createBatches({ ledger: tickets, queries, house, trouble }: Room, ledger: Ledger<SavedBatch>) {
  const { collection } = tickets.model;

  /** Takes off what these tickets owed; with a version, only while a ticket is still as it was judged. */
  function toldOff(told: readonly Told[], version?: number) {
    const marks = new Map<string, Record<string, Told['audiences']>>();
    for (const { ticket, event, audiences } of told) {
      const path = `history.${event}.owed`;
      const paths = marks.get(ticket) ?? {};
      marks.set(ticket, { ...paths, [path]: [...(paths[path] ?? []), ...audiences] });
    }
    return [...marks].map(([ticket, paths]) => ({
      updateOne: {
        filter: { _id: ticket, ...(version === undefined ? {} : { version }) } as never,
        update: { $pullAll: paths } as never,
      },
    }));
  }

  async function settle(round: SavedBatch): Promise<void> {
    if (round.settled) return;
    await collection.bulkWrite(toldOff(round.told), { ordered: false });
    await ledger.model.updateOne({ _id: round._id }, { $set: { settled: true } }).exec();
  }

  /** Tells everybody what is due, and says how many tickets it looked at. */
  async function run(now: Date): Promise<number> {
    if (!(await queries.owesReminders(now))) return 0;
    const [last] = await ledger.model.find().sort({ number: -1 }).limit(1).lean<SavedBatch[]>().exec();
    if (last) await settle(last);
    const batches: Batch[] = [];
    const done = await eachByItself(
      await queries.reminding(now),
      async (due) => {
        const ticket = owesWords(due) ? await tickets.load(due._id) : due;
        if (ticket) batches.push(gather([ticket], house, now));
      },
      ({ _id }, error) => trouble('reminders', _id, error, now),
    );
    const { cards, told, seen } = together(batches);
    if (cards.length > 0) {
      const number = (last?.number ?? 0) + 1;
      const holder = randomUUID();
      const round = await ledger.open(
        { number, holder, settled: false, cards, told },
        [{ what: 'reminded', tell: cards.map(({ to }) => `person:${to}` as const) }],
        byDesk(now, `round:${number}`),
      );
      await settle(round);
      await ledger.model.deleteMany({ number: { $lte: number - KEPT }, settled: true, owing: { $exists: false } });
      // Another process was first: what it did not know of is gathered next time.
      if (round.holder !== holder) return done;
    }
    const looked = seen.flatMap(({ ticket, version, moot, next }) => [
      ...toldOff(moot, version),
      {
        updateOne: {
          filter: { _id: ticket, version } as never,
          update: (next ? { $set: { reminds: next } } : { $unset: { reminds: '' } }) as never,
        },
      },
    ]);
    if (looked.length > 0) await collection.bulkWrite(looked, { ordered: false });
    return done;
  }

  /** A ticket names whom no chat reaches, also where a round spoke for it; its card is redrawn when that changes. */
  async function reached(round: SavedBatch, person: string, reachable: boolean): Promise<void> {
    const reminders = round.cards.find(({ to }) => to === person)?.reminders ?? [];
    const ids = reminders.map(({ ticket }) => ticket);
    await tickets.model.updateMany(
      { _id: { $in: ids }, unreachable: reachable ? person : { $ne: person } },
      {
        [reachable ? '$pull' : '$addToSet']: { unreachable: person },
        $inc: { version: 1 },
        $set: { owing: round.history[0]!.at },
      },
    );
  }

  const presenter: Presenter<SavedBatch> = {
    ledger,
    standing: () => [],
    draw: (round, _, viewer) => ({ for: viewer, title: round._id, parts: [] }),
    notice: ({ cards }, _, to, viewer, say) =>
      reminderCard(cards.find((card) => `person:${card.to}` === to)?.reminders ?? [], to, viewer, say, house),
    reached,
  };
  return { run, presenter };
}
