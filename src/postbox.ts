/**
 * Posts every copy of every card once. Copies are claimed in the book before they are posted, so that two processes do
 * not both post one; what a dead process had claimed is taken over, and asked for first where the platform can tell.
 */
import { isDuplicateKey } from './errors.js';
import type { Card } from './card.js';
import { Busy, Final, type MessageRef, type Once, platformOf, Uncertain } from './chat.js';
import type { Audiences, Slot } from './audiences.js';
import { createSendQueue } from './send-queue.js';
import type { Processes } from './processes.js';
import type { SideCollections, PostedRow } from './store/side-collections.js';

/** A process that lives but has not posted what it claimed in this time has lost sight of it. */
const CLAIM_MS = 180_000;
/** Seconds after which to look again whether another process has posted what it is posting. */
const LOOK_AGAIN = 5;
/** Milliseconds after which results are saved together while others are still being posted. */
const GATHER_MS = 10;

export type Postbox = ReturnType<typeof createPostbox>;

/** A copy that is to be posted: as `name`, which is unique in its record. */
export type Wanted = { name: string; key: string };

export const rowId = (record: string, { name, key }: Wanted): string => `${record}|${name}|${key}`;

export function createPostbox(deps: { collections: SideCollections; audiences: Audiences; processes: Processes }) {
  const { posted } = deps.collections;
  const { processes } = deps;
  const { chatOf } = deps.audiences;
  const holder = processes.own;
  const sendQueue = createSendQueue();
  /** What was posted a moment ago, and is not in the book yet. */
  const fresh = new Map<MessageRef, string>();
  const rowsOf = async (filter: object) => (await posted.collection.find(filter).toArray()) as unknown as PostedRow[];

  /** Takes over the claim of a process that is dead, or has forgotten it; false when somebody else was first. */
  async function takeOver(row: PostedRow, drawn: number): Promise<boolean> {
    const isOver = Date.now() - row.claimed.getTime() >= CLAIM_MS;
    if (row.holder !== holder && !isOver && !(await processes.isDead(row.holder))) return false;
    const same = { _id: row._id as never, ref: null, holder: row.holder, claimed: row.claimed };
    const taken = await posted.collection.updateOne(same, {
      $set: { holder, claimed: new Date(), drawn, since: row.since ?? row.claimed },
    });
    return taken.modifiedCount === 1;
  }

  async function insertNew(rows: readonly PostedRow[]): Promise<Set<string>> {
    const ids = new Set(rows.map(({ _id }) => _id));
    try {
      await posted.collection.insertMany(rows as never, { ordered: false });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      const { writeErrors = [] } = error as { writeErrors?: readonly { index: number }[] };
      for (const { index } of writeErrors) ids.delete(rows[index]!._id);
    }
    return ids;
  }

  /** What is found out about the copies of one record, saved in as few writes as may be. */
  function openPass(record: { _id: string; version: number }) {
    const { _id: id, version } = record;
    const claims = new Map<string, Once>();
    const held = new Set<string>();
    const redrawn = new Set<string>();
    let pending: object[] = [];
    let refs: MessageRef[] = [];
    let gathering: NodeJS.Timeout | undefined;
    let saving: Promise<unknown> = Promise.resolve();

    const write = (): Promise<unknown> => {
      clearTimeout(gathering);
      gathering = undefined;
      const [writes, saved] = [pending, refs];
      [pending, refs] = [[], []];
      if (writes.length > 0)
        saving = saving
          .then(() => posted.collection.bulkWrite(writes as never, { ordered: false }))
          .finally(() => saved.forEach((ref) => fresh.delete(ref)));
      return saving;
    };
    /**
     * Saves what was found out. True when another process has drawn a newer version meanwhile: which of the two came last
     * to the platform nobody knows, so the newest is to be drawn once more.
     */
    const save = async (): Promise<boolean> => {
      await write();
      if (redrawn.size === 0 || processes.others().length === 0) return false;
      const newer = { _id: { $in: [...redrawn] as never }, drawn: { $gt: version } };
      const overtaken = await posted.collection.updateMany(newer, { $set: { drawn: version } });
      return overtaken.modifiedCount > 0;
    };
    const note = (found: object) => {
      pending.push(found);
      // The save at the end of the pass sees a rejection.
      gathering ??= setTimeout(() => void write().catch(() => undefined), GATHER_MS);
    };
    const setRef = (_id: string, ref: MessageRef) => {
      fresh.set(ref, id);
      refs.push(ref);
      note({ updateOne: { filter: { _id }, update: { $set: { ref, drawn: version } } } });
    };
    const release = (_id: string) => note({ deleteOne: { filter: { _id, holder, ref: null } } });

    async function postTo(slot: Slot, once: Once, draw: () => Card): Promise<MessageRef | 'unreachable'> {
      for await (const to of slot.ways()) {
        const chat = chatOf(platformOf(to));
        try {
          if (chat) return await sendQueue.run(to, () => chat.post(to, draw(), once));
        } catch (error) {
          if (!(error instanceof Final)) throw error;
        }
      }
      return 'unreachable';
    }

    /** @throws what the platform said when it did not take it; the claim is given back, unless it may have been taken. */
    async function post(name: string, slot: Slot, draw: () => Card): Promise<MessageRef | 'unreachable' | 'posted'> {
      const _id = rowId(id, { name, key: slot.key });
      if (held.has(_id)) throw new Busy(LOOK_AGAIN);
      const once = claims.get(_id);
      if (!once) return 'posted';
      try {
        const ref = await postTo(slot, once, draw);
        if (ref === 'unreachable') release(_id);
        else setRef(_id, ref);
        return ref;
      } catch (error) {
        if (!(error instanceof Uncertain) && !once.again) release(_id);
        throw error;
      }
    }

    return {
      /** Claims, in one write, all that is to be posted. */
      async claim(wanted: readonly Wanted[]): Promise<void> {
        if (wanted.length === 0) return;
        const claimed = new Date();
        const rows = wanted.map((each): PostedRow => {
          const { name } = each;
          return { _id: rowId(id, each), record: id, name, ref: null, drawn: version, claimed, holder };
        });
        const fresh = await insertNew(rows);
        for (const _id of fresh) claims.set(_id, { mark: _id });
        const others = rows.filter(({ _id }) => !fresh.has(_id)).map(({ _id }) => _id);
        if (others.length === 0) return;
        for (const row of await rowsOf({ _id: { $in: others }, ref: null }))
          if (await takeOver(row, version)) claims.set(row._id, { mark: row._id, again: row.since ?? row.claimed });
          else held.add(row._id);
      },
      post,
      /** Redraws a posted copy that shows an older version; one that is lost is posted afresh. */
      async redraw(row: PostedRow, slot: Slot, draw: () => Card): Promise<MessageRef | 'unreachable'> {
        const ref = row.ref!;
        const chat = row.drawn < version ? chatOf(platformOf(ref)) : undefined;
        if (!chat) return ref;
        const done = await sendQueue.run(ref, () => chat.update(ref, draw()));
        if (done !== 'lost') {
          redrawn.add(row._id);
          note({ updateOne: { filter: { _id: row._id }, update: { $max: { drawn: version } } } });
          return ref;
        }
        const same = { _id: row._id as never, ref };
        const freed = await posted.collection.updateOne(same, { $set: { ref: null, holder, claimed: new Date() } });
        if (freed.modifiedCount === 0) return ref;
        claims.set(row._id, { mark: `${row._id}|${version}` });
        const fresh = await post(row.name, slot, draw);
        return fresh === 'posted' ? ref : fresh;
      },
      /** Redraws a posted copy of a notice; one that is lost is not missed. */
      async revise(row: PostedRow, draw: () => Card): Promise<'posted'> {
        const ref = row.ref!;
        const chat = chatOf(platformOf(ref));
        if (!chat) return 'posted';
        await sendQueue.run(ref, () => chat.update(ref, draw()));
        redrawn.add(row._id);
        note({ updateOne: { filter: { _id: row._id }, update: { $max: { drawn: version } } } });
        return 'posted';
      },
      save,
    };
  }

  return {
    rows: (record: string) => rowsOf({ record }),
    openPass,
    /** The record whose card or thread this is. */
    recordOf: async (ref: MessageRef) => fresh.get(ref) ?? deps.collections.recordOf(ref),
    stop: sendQueue.stop,
  };
}
