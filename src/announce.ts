/**
 * Tells everyone concerned what changed: posts the cards that are owed and redraws every copy of the cards that stand.
 * What is owed is read from the record, so whatever a crash or a platform's failure left over is done by a sweep.
 */
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Accounts } from './accounts.js';
import type { Board, Sweep } from './act.js';
import type { Card, Viewer } from './card.js';
import { Busy, platformOf, type Chat, type MessageRef, type Platform, type Recipient } from './chat.js';
import type { Audience, Ledger, Recorded } from './history.js';
import { createLanes } from './lanes.js';
import { viewerOfGroup, type Directory } from './people.js';
import type { Books, PostedRow } from './store/books.js';
import { wording } from './wording/index.js';

/** After this long a claim to post that brought no message is taken for dead. */
const CLAIM_MS = 60_000;
/** How long a record's announcement may take before a sweep of any process looks at it. */
const GRACE_MS = 10_000;
const LONGEST_BACKOFF_MS = 15 * 60_000;

/** One copy to post: where it is kept in the book, to where it goes, and for whose eyes. */
type Copy = { key: string; to: Recipient | MessageRef; viewer: Viewer };

export type Announcer = {
  register<D extends Recorded>(board: Board<D>): void;
  /** Starts announcing a record that was just saved. */
  soon(prefix: string, id: string): void;
  sweep: Sweep;
  /** Takes over what an earlier life of this process left owing. */
  recover(): Promise<void>;
  /** Which record a thread or message belongs to. */
  recordOf(ref: MessageRef): Promise<string | undefined>;
  /** Resolves when nothing is being announced. */
  idle(): Promise<void>;
  stop(): Promise<void>;
};

/** @param alone no other process shares the store, so claims of others are claims of the dead. */
export function createAnnouncer(deps: {
  chats: () => readonly Chat[];
  books: Books;
  accounts: Accounts;
  directory: Directory;
  alone: boolean;
  log: Logger;
  now: () => Date;
}): Announcer {
  const { books, accounts, directory, log, now } = deps;
  const holder = randomUUID();
  const boards = new Map<string, Board<Recorded>>();
  const lanes = createLanes();
  const running = new Map<string, Promise<void>>();
  const again = new Set<string>();
  const tries = new Map<string, number>();
  let stopped = false;

  const chatFor = (platform: Platform) => deps.chats().find((chat) => chat.platform === platform);

  async function reachPerson(id: string): Promise<Copy[] | 'unreachable'> {
    const person = directory.person(id);
    if (!person) return 'unreachable';
    const running = deps.chats().map((chat) => chat.platform);
    for (const platform of accounts.platforms(person, running)) {
      const account = accounts.accountOf(id, platform);
      const { name, email } = person;
      const to = await chatFor(platform)!.reach({ person: { id, name, email, ...(account ? { account } : {}) } });
      if (to !== 'unreachable') return [{ key: `person:${id}`, to, viewer: accounts.viewer(person) }];
    }
    return 'unreachable';
  }

  async function reachGroup(id: string): Promise<Copy[]> {
    const group = directory.group(id);
    if (!group) return [];
    const copies: Copy[] = [];
    for (const chat of deps.chats()) {
      const channel = group.channels[chat.platform.replace('play-', '') as 'slack' | 'teams'];
      const to = channel ? await chat.reach({ channel }) : 'unreachable';
      if (to !== 'unreachable') copies.push({ key: `group:${id}@${chat.platform}`, to, viewer: viewerOfGroup(group) });
    }
    return copies;
  }

  /** The threads beneath the copies of a standing card; the one where the words were said has them already. */
  async function threadsUnder(record: Recorded, name: string, heard: unknown): Promise<Copy[]> {
    const rows = await books.posted.find({ record: record._id, name }).lean().exec();
    const audience = boards
      .get(prefixOf(record._id))!
      .standing(record)
      .find((each) => each.name === name)?.to;
    const viewer = audience && viewerOf(audience);
    return rows.flatMap((row) =>
      row.ref && row.ref !== heard && viewer ? [{ key: `under:${row._id}`, to: row.ref, viewer }] : [],
    );
  }

  function viewerOf(audience: Audience): Viewer | undefined {
    const id = audience.slice(audience.indexOf(':') + 1);
    if (audience.startsWith('person:')) {
      const person = directory.person(id);
      return person && accounts.viewer(person);
    }
    const group = directory.group(id);
    return group && viewerOfGroup(group);
  }

  async function copiesFor(record: Recorded, audience: Audience, heard?: unknown): Promise<Copy[]> {
    const id = audience.slice(audience.indexOf(':') + 1);
    if (audience.startsWith('group:')) return reachGroup(id);
    if (audience.startsWith('under:')) return threadsUnder(record, id, heard);
    const copies = await reachPerson(id);
    const { ledger } = boards.get(prefixOf(record._id))!;
    const known = record.unreachable.includes(id);
    if (copies === 'unreachable') {
      if (!known)
        await ledger.model.updateOne({ _id: record._id }, { $addToSet: { unreachable: id }, $inc: { version: 1 } });
      return [];
    }
    if (known) await ledger.model.updateOne({ _id: record._id }, { $pull: { unreachable: id }, $inc: { version: 1 } });
    return copies;
  }

  /** Claims the right to post this copy; undefined when it is posted, or another process is posting it. */
  async function claim(record: string, name: string, key: string, drawn: number): Promise<PostedRow | undefined> {
    const _id = `${record}|${name}|${key}`;
    const row = { _id, record, name, ref: null, drawn, claimed: new Date(), holder };
    try {
      await books.posted.collection.insertOne(row as never);
      return row;
    } catch (error) {
      if ((error as { code?: number }).code !== 11000) throw error;
    }
    const dead = deps.alone ? { holder: { $ne: holder } } : { claimed: { $lte: new Date(Date.now() - CLAIM_MS) } };
    return (
      ((await books.posted
        .findOneAndUpdate({ _id, ref: null, ...dead }, { $set: { holder, claimed: row.claimed, drawn } })
        .lean()
        .exec()) as PostedRow | null) ?? undefined
    );
  }

  async function postOnce(record: Recorded, name: string, copy: Copy, draw: (viewer: Viewer) => Card): Promise<void> {
    const row = await claim(record._id, name, copy.key, record.version);
    if (!row) return;
    try {
      const chat = chatFor(platformOf(copy.to));
      if (!chat) return;
      const ref = await lanes.run(copy.to, () => chat.post(copy.to, draw(copy.viewer)));
      await books.posted.updateOne({ _id: row._id }, { $set: { ref } }).exec();
    } catch (error) {
      await books.posted.deleteOne({ _id: row._id, holder, ref: null }).exec();
      throw error;
    }
  }

  async function stand(board: Board<Recorded>, record: Recorded, attempt: (work: Promise<void>) => Promise<void>) {
    const rows = (await books.posted.find({ record: record._id }).lean().exec()) as PostedRow[];
    for (const { name, to } of board.standing(record)) {
      const viewer = viewerOf(to);
      const posted = rows.filter((row) => row.name === name);
      if (!viewer) continue;
      const draw = (eyes: Viewer) => board.draw(record, name, eyes, wording[eyes.lang]);
      for (const row of posted.filter((each) => each.ref && each.drawn < record.version)) {
        const chat = chatFor(platformOf(row.ref!));
        if (!chat) continue;
        await attempt(
          lanes
            .run(row.ref!, () => chat.update(row.ref!, draw(viewer)))
            .then(() => books.posted.updateOne({ _id: row._id }, { $max: { drawn: record.version } }).exec())
            .then(() => undefined),
        );
      }
      const expected = to.startsWith('group:') ? deps.chats().length : 1;
      if (posted.filter((row) => row.ref).length >= expected) continue;
      for (const copy of await copiesFor(record, to)) await attempt(postOnce(record, name, copy, draw));
    }
  }

  async function deliver(board: Board<Recorded>, record: Recorded, attempt: (work: Promise<void>) => Promise<void>) {
    for (const [index, event] of record.history.entries()) {
      for (const audience of event.owed) {
        await attempt(
          (async () => {
            for (const copy of await copiesFor(record, audience, event.data['heard']))
              await postOnce(record, `event:${event.id}`, copy, (eyes) =>
                board.notice(record, event, audience, eyes, wording[eyes.lang]),
              );
            await board.ledger.model.collection.updateOne(
              { _id: record._id as never },
              { $pull: { [`history.${index}.owed`]: audience } as never },
            );
          })(),
        );
      }
    }
  }

  async function announce(board: Board<Recorded>, id: string): Promise<void> {
    const { ledger } = board;
    const record = await ledger.load(id);
    if (!record?.owing) return;
    let failure: unknown;
    const attempt = async (work: Promise<void>) => {
      try {
        await work;
      } catch (error) {
        failure = error;
        if (!(error instanceof Busy) && !stopped) log.warn({ error: String(error), record: id }, 'not delivered yet');
      }
    };
    await attempt(stand(board, record, attempt));
    await attempt(deliver(board, record, attempt));
    if (failure) {
      const count = (tries.get(id) ?? 0) + 1;
      tries.set(id, count);
      const wait =
        failure instanceof Busy ? failure.retryAfter * 1000 : Math.min(1000 * 2 ** count, LONGEST_BACKOFF_MS);
      await ledger.model.updateOne({ _id: id }, { $set: { owing: new Date(now().getTime() + wait) } }).exec();
      return;
    }
    tries.delete(id);
    const settled = { _id: id as never, version: record.version };
    const { modifiedCount } = await ledger.model.collection.updateOne(settled, { $unset: { owing: '' } });
    if (modifiedCount === 0) again.add(id);
  }

  function soon(prefix: string, id: string): void {
    const board = boards.get(prefix);
    if (!board || stopped) return;
    if (running.has(id)) {
      again.add(id);
      return;
    }
    const work = (async () => {
      do {
        again.delete(id);
        await announce(board, id);
      } while (again.has(id) && !stopped);
    })()
      .catch((error: unknown) => {
        if (!stopped) log.error({ error: String(error), record: id }, 'announcing failed');
      })
      .finally(() => running.delete(id));
    running.set(id, work);
  }

  const owing = async (before: Date) => {
    let found = 0;
    for (const [prefix, { ledger }] of boards) {
      const due = await ledger.model
        .find({ owing: { $lte: before } }, { _id: 1 })
        .sort({ owing: 1 })
        .limit(500)
        .lean()
        .exec();
      for (const { _id } of due as unknown as Recorded[]) soon(prefix, _id);
      found += due.length;
    }
    return found;
  };

  const idle = async () => {
    while (running.size > 0) await Promise.all(running.values());
  };

  return {
    register: (board) => void boards.set(board.ledger.prefix, board as unknown as Board<Recorded>),
    soon,
    sweep: { name: 'announce', seconds: 5, run: (at) => owing(new Date(at.getTime() - GRACE_MS)) },
    async recover() {
      if (deps.alone) await owing(new Date(8.64e15));
    },
    async recordOf(ref) {
      return (await books.posted.findOne({ ref }).lean().exec())?.record;
    },
    idle,
    async stop() {
      stopped = true;
      lanes.stop();
      await idle();
    },
  };
}

const prefixOf = (id: string) => id.slice(0, id.indexOf('-'));

export type { Ledger };
