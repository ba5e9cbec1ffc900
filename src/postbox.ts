/**
 * Posts every copy of every card once. A copy is claimed in the book before it is posted, so that two processes do not
 * both post it; a claim whose holder died is taken over, which may repeat the one message it was posting.
 */
import { randomUUID } from 'node:crypto';
import type { Card, Viewer } from './card.js';
import { Busy, type MessageRef, platformOf } from './chat.js';
import type { Audiences, Copy } from './audiences.js';
import { createLanes } from './lanes.js';
import type { Books, PostedRow } from './store/books.js';

/** After this long a claim that brought no message is taken for dead: far longer than one call of a platform lasts. */
const CLAIM_MS = 180_000;
/** Seconds after which to look again whether another process has posted what it is posting. */
const LOOK_AGAIN = 5;

export type Postbox = ReturnType<typeof createPostbox>;

/** @param alone no other process shares the store, so claims of others are claims of the dead. */
export function createPostbox(deps: { books: Books; audiences: Audiences; alone: boolean }) {
  const { posted } = deps.books;
  const { chatOf } = deps.audiences;
  const holder = randomUUID();
  const lanes = createLanes();

  /** Undefined when the copy is posted already. @throws Busy while another process is posting it. */
  async function claim(record: string, name: string, key: string, drawn: number): Promise<string | undefined> {
    const _id = `${record}|${name}|${key}`;
    const claimed = new Date();
    const mine: PostedRow = { _id, record, name, ref: null, drawn, claimed, holder };
    const { upsertedCount } = await posted
      .updateOne({ _id }, { $setOnInsert: mine }, { upsert: true })
      .exec()
      .catch((error: { code?: number }) => {
        if (error.code !== 11000) throw error;
        return { upsertedCount: 0 };
      });
    if (upsertedCount > 0) return _id;
    const dead = deps.alone
      ? { holder: { $ne: holder } }
      : { claimed: { $lte: new Date(claimed.getTime() - CLAIM_MS) } };
    const taken = await posted
      .findOneAndUpdate({ _id, ref: null, ...dead }, { $set: { holder, claimed, drawn } })
      .lean()
      .exec();
    if (taken) return _id;
    const other = await posted.findById(_id).lean().exec();
    if (!other?.ref) throw new Busy(LOOK_AGAIN);
    return undefined;
  }

  return {
    rows: (record: string) => posted.find({ record }).lean().exec() as Promise<PostedRow[]>,
    /** Posts a copy unless it is posted already. @throws what the platform said when it did not take it. */
    async postOnce(record: { _id: string; version: number }, name: string, copy: Copy, draw: (eyes: Viewer) => Card) {
      const chat = chatOf(platformOf(copy.to));
      if (!chat) return;
      // Claimed for one call at a time: while a lane waits, whichever process comes first may post.
      await lanes.run(copy.to, async () => {
        const _id = await claim(record._id, name, copy.key, record.version);
        if (!_id) return;
        try {
          const ref = await chat.post(copy.to, draw(copy.viewer));
          await posted.updateOne({ _id }, { $set: { ref } }).exec();
        } catch (error) {
          await posted.deleteOne({ _id, holder, ref: null }).exec();
          throw error;
        }
      });
    },
    /** Redraws a posted copy that shows an older version. */
    async redraw(row: PostedRow, version: number, card: () => Card): Promise<void> {
      const chat = row.ref && row.drawn < version ? chatOf(platformOf(row.ref)) : undefined;
      if (!chat) return;
      await lanes.run(row.ref!, () => chat.update(row.ref!, card()));
      await posted.updateOne({ _id: row._id }, { $max: { drawn: version } }).exec();
    },
    /** The record whose card or thread this is. */
    recordOf: (ref: MessageRef) => deps.books.recordOf(ref),
    stop: lanes.stop,
  };
}
