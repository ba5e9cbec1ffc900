/** The small books that the desk keeps beside its records. */
import mongoose, { type Connection, type Model } from 'mongoose';
import type { Addresses, MessageRef, Platform } from '../chat.js';
import type { Lang } from '../card.js';
import { isDuplicateKey } from '../errors.js';

const { Schema } = mongoose;

/** A chat account that is linked to a person. `_id` is `<platform>:<account id>`. */
export type AccountRow = { _id: string; person: string; platform: Platform; account: string; usedAt: Date } & {
  /** When its platform was last asked whose it is. */
  judged?: Date;
  locale?: string;
  zone?: string;
};

/** What a person has told the desk to remember. */
export type SettingsRow = {
  _id: string;
  lang?: Lang;
  /** The language they last wrote in, where nothing else tells of it. */
  wrote?: Lang;
  /** Has sent a reply, and knows who reads it. */ replied?: boolean;
};

/**
 * A card that was posted, or is being posted: `_id` is `<record>|<name>|<where>`. `ref` is null from the claim until
 * the platform has taken it, so that nobody posts it twice.
 */
export type PostedRow = {
  _id: string;
  record: string;
  name: string;
  ref: MessageRef | null;
  /** The version of the record that the card shows. */
  drawn: number;
  claimed: Date;
  holder: string;
  /** Since when a try may have arrived of which nothing is known. */
  since?: Date;
};

/** A process of the desk that lives, or lived. */
export type ProcessRow = {
  _id: string;
  started: Date;
  /** Set again every few seconds. */
  seen: Date;
  host: string;
  pid: number;
  /** When each sweep last ended well in it. */
  beats?: Record<string, Date>;
  /** It was stopped in order. */
  ended?: boolean;
};

/**
 * A request that was answered, or is to be: `_id` is its origin. `body`, what the platform sent, is kept while it has been
 * acknowledged and its person has not been told.
 */
export type DeliveryRow = {
  _id: string;
  platform: Platform;
  holder: string;
  at: Date;
  told?: boolean;
  body?: unknown;
  /** There is while `body` is: what a dead process owed is found by it. */
  waits?: boolean;
};

/** Of these the first who is not among those who had one, else who had it longest ago; the latest is last. */
export const longestAgo = ([first, ...others]: readonly [string, ...string[]], had: readonly string[]): string =>
  others.reduce((one, other) => (had.indexOf(other) < had.indexOf(one) ? other : one), first);

export type SideCollections = ReturnType<typeof openSideCollections>;

/** Opens the books over a connection; `prepare` builds their indexes. */
export function openSideCollections(connection: Connection) {
  const model = <T>(name: string, schema: mongoose.Schema): Model<T> =>
    connection.model(name, schema, name) as unknown as Model<T>;
  const loose = { strict: false, versionKey: false, autoIndex: false } as const;

  const accounts = model<AccountRow>(
    'accounts',
    new Schema({ _id: String }, loose).index({ person: 1, platform: 1 }, { unique: true }),
  );
  const settings = model<SettingsRow>('settings', new Schema({ _id: String }, loose));
  const posted = model<PostedRow>('posted', new Schema({ _id: String }, loose).index({ record: 1 }).index({ ref: 1 }));
  const processes = model<ProcessRow>('processes', new Schema({ _id: String }, loose));
  const deliveries = model<DeliveryRow>(
    'deliveries',
    new Schema({ _id: String, at: Date }, loose)
      .index({ waits: 1 }, { sparse: true })
      .index({ at: 1 }, { expireAfterSeconds: 2 * 24 * 3600 }),
  );
  const counters = model<{ _id: string; last: number; order?: string[] }>(
    'counters',
    new Schema({ _id: String }, loose),
  );
  const kept = model<{ _id: string; value: unknown }>('addresses', new Schema({ _id: String }, loose));

  const addresses: Addresses = {
    async keep(key, value) {
      await kept.updateOne({ _id: key }, { $set: { value } }, { upsert: true }).exec();
    },
    async recall(key) {
      return (await kept.collection.findOne({ _id: key as never }))?.['value'];
    },
  };

  const draw = async (prefix: string, count: number): Promise<number> => {
    const drawn = { $inc: { last: count } };
    const row = await counters.collection.findOneAndUpdate({ _id: prefix as never }, drawn, {
      upsert: true,
      returnDocument: 'after',
    });
    return row!['last'] as number;
  };

  /** By compare-and-swap, so that of two at once each gets another one. */
  async function turn(name: string, among: readonly [string, ...string[]]): Promise<string> {
    const _id = `turn:${name}`;
    for (;;) {
      const row = await counters.findById(_id).lean().exec();
      const { order: had = [], last = 0 } = row ?? {};
      const next = longestAgo(among, had);
      const order = [...had.filter((each) => each !== next), next];
      try {
        if (!row) await counters.collection.insertOne({ _id: _id as never, last: 1, order });
        const change = { $set: { order }, $inc: { last: 1 } };
        const isSaved = !row || (await counters.updateOne({ _id, last }, change).exec()).modifiedCount === 1;
        if (isSaved) return next;
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    }
  }

  return {
    accounts,
    settings,
    posted,
    processes,
    deliveries,
    addresses,
    /** What people have shown to know already. */
    habits: {
      hasReplied: async (person: string): Promise<boolean> =>
        (await settings.findById(person).lean().exec())?.replied === true,
      async replied(person: string): Promise<void> {
        await settings.updateOne({ _id: person }, { $set: { replied: true } }, { upsert: true }).exec();
      },
    },
    /**
     * Says that something has changed which every process keeps a reading of, so that none need read it all again to learn
     * that it has not.
     */
    revision: (name: string) => ({
      read: async (): Promise<number> => (await counters.findById(`revision:${name}`).lean().exec())?.last ?? 0,
      /** @returns the number of this change. */
      bump: (): Promise<number> => draw(`revision:${name}`, 1),
    }),
    /** Draws the next number of a prefix: 1, 2, 3 …, unique over all processes. */
    nextNumber: (prefix: string) => draw(prefix, 1),
    /** Of these, whoever had a turn longest ago, or never, has the next one. */
    turn,
    /** Gives numbers of a prefix that it draws a block at a time: as unique, with gaps where a process ended. */
    numbers(prefix: string, block: number): () => Promise<number> {
      let last = 0;
      let left = 0;
      let drawing: Promise<void> | undefined;
      const refill = async () => {
        last = await draw(prefix, block);
        left = block;
      };
      return async () => {
        while (left === 0) await (drawing ??= refill().finally(() => (drawing = undefined)));
        return last - (left -= 1);
      };
    },
    /** The record whose card or thread this is; asked for every word in a thread, so without mongoose's ceremony. */
    async recordOf(ref: MessageRef): Promise<string | undefined> {
      return (await posted.collection.findOne({ ref }, { projection: { record: 1 } }))?.['record'] as
        string | undefined;
    },
    async prepare() {
      await Promise.all(
        [accounts, settings, posted, processes, deliveries, counters, kept].map((each) => each.createIndexes()),
      );
    },
  };
}
