/**
 * Tells everyone concerned what changed: redraws every copy of the cards that stand for a record and posts what its
 * events owe. What is owed is read from the record, so whatever a crash or a failing platform left is done by a sweep.
 */
import type { Logger } from 'pino';
import type { Board, Sweep } from './act.js';
import { idOf, type Audiences, type Copy } from './audiences.js';
import type { Viewer } from './card.js';
import { Busy } from './chat.js';
import { describe } from './errors.js';
import type { Audience, Recorded } from './history.js';
import type { Postbox } from './postbox.js';
import { wording } from './wording/index.js';

/** How long the process that changed a record has for announcing it before a sweep of any process looks at it. */
const GRACE_MS = 10_000;
const LONGEST_BACKOFF_MS = 15 * 60_000;
/** So often what was said later waits for what failed before it; then a message that never goes through stands alone. */
const TRIES_IN_ORDER = 5;

type Piece = { deliver(): Promise<unknown>; to?: Audience };

export type Announcer = {
  register<D extends Recorded>(board: Board<D>): void;
  /** Starts announcing a record that was just saved. */
  soon(id: string): void;
  sweep: Sweep;
  /** Takes up at once all that is owing, whenever it is due: for the only process of a store that just started. */
  recover(): Promise<void>;
  /** Resolves when nothing is being announced. */
  idle(): Promise<void>;
  stop(): Promise<void>;
};

export function createAnnouncer(deps: { audiences: Audiences; postbox: Postbox; log: Logger; now(): Date }): Announcer {
  const { audiences, postbox, log, now } = deps;
  const boards = new Map<string, Board<Recorded>>();
  const running = new Map<string, Promise<void>>();
  const again = new Set<string>();
  const failures = new Map<string, number>();
  let stopped = false;

  /** Reaches a person or group; whom nobody can reach the record names, so that its cards say so. */
  async function reach(board: Board<Recorded>, record: Recorded, audience: Audience): Promise<Copy[]> {
    const copies = await audiences.reach(audience);
    const id = idOf(audience);
    const missing = copies.length === 0;
    if (!audience.startsWith('person:')) return copies;
    await board.reached?.(record, id, !missing);
    if (missing !== record.unreachable.includes(id))
      await board.ledger.model.updateOne(
        { _id: record._id },
        { [missing ? '$addToSet' : '$pull']: { unreachable: id }, $inc: { version: 1 } },
      );
    return copies;
  }

  /** The threads beneath a standing card's copies, but for the one where the words were said. */
  async function beneath(board: Board<Recorded>, record: Recorded, name: string, heard: unknown): Promise<Copy[]> {
    const top = board.standing(record).find((each) => each.name === name);
    const viewer = top && audiences.viewer(top.to);
    const rows = await postbox.rows(record._id);
    return rows.flatMap((row) =>
      viewer && row.name === name && row.ref && row.ref !== heard
        ? [{ key: `under:${row._id}`, to: row.ref, viewer }]
        : [],
    );
  }

  /** The work that brings everybody up to date, piece by piece, in the order in which it must be seen. */
  async function* owed(board: Board<Recorded>, record: Recorded): AsyncGenerator<Piece> {
    const rows = await postbox.rows(record._id);
    for (const { name, to } of board.standing(record)) {
      const draw = (eyes: Viewer) => board.draw(record, name, eyes, wording[eyes.lang]);
      const viewer = audiences.viewer(to);
      const copies = rows.filter((row) => row.name === name && row.ref);
      if (viewer)
        for (const row of copies) yield { deliver: () => postbox.redraw(row, record.version, () => draw(viewer)) };
      if (copies.length < audiences.expected(to))
        yield {
          async deliver() {
            for (const copy of await reach(board, record, to)) await postbox.postOnce(record, name, copy, draw);
          },
        };
    }
    for (const [index, event] of record.history.entries())
      for (const audience of event.owed.filter((each) => !each.startsWith('reminder:')))
        yield {
          to: audience,
          async deliver() {
            const copies = audience.startsWith('under:')
              ? await beneath(board, record, idOf(audience), event.data['heard'])
              : await reach(board, record, audience);
            for (const copy of copies)
              await postbox.postOnce(record, `event:${event.id}`, copy, (eyes) =>
                board.notice(record, event, audience, eyes, wording[eyes.lang]),
              );
            await board.ledger.model.collection.updateOne({ _id: record._id as never }, {
              $pull: { [`history.${index}.owed`]: audience },
            } as never);
          },
        };
  }

  async function announce(board: Board<Recorded>, id: string): Promise<void> {
    const { model } = board.ledger;
    const record = await board.ledger.load(id);
    if (!record?.owing) return;
    let failure: unknown;
    const failed = new Set<Audience>();
    const inOrder = (failures.get(id) ?? 0) < TRIES_IN_ORDER;
    for await (const { deliver, to } of owed(board, record)) {
      if (to && inOrder && failed.has(to)) continue;
      try {
        await deliver();
      } catch (error) {
        failure = error;
        if (to) failed.add(to);
        if (stopped) return;
        if (!(error instanceof Busy)) log.warn({ error: describe(error), record: id }, 'not delivered yet');
      }
    }
    if (failure) {
      const count = (failures.get(id) ?? 0) + 1;
      failures.set(id, count);
      const wait =
        failure instanceof Busy ? failure.retryAfter * 1000 : Math.min(1000 * 2 ** count, LONGEST_BACKOFF_MS);
      await model.updateOne({ _id: id }, { $set: { owing: new Date(now().getTime() - GRACE_MS + wait) } });
      return;
    }
    failures.delete(id);
    const settled = await model.collection.updateOne(
      { _id: id as never, version: record.version },
      {
        $unset: { owing: '' },
      },
    );
    if (settled.modifiedCount === 0) again.add(id);
  }

  function soon(id: string): void {
    const board = boards.get(id.slice(0, id.indexOf('-')));
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
        if (!stopped) log.error({ error: describe(error), record: id }, 'announcing failed; a sweep tries again');
      })
      .finally(() => running.delete(id));
    running.set(id, work);
  }

  async function takeUp(before: Date): Promise<void> {
    const due = async ({ ledger }: Board<Recorded>) => {
      const query = ledger.model.find({ owing: { $lte: before } }, { _id: 1 });
      for (const { _id } of await query.sort({ owing: 1 }).limit(500).lean().exec()) soon(_id);
    };
    await Promise.all(Array.from(boards.values(), due));
  }

  const idle = async () => {
    while (running.size > 0) await Promise.all(running.values());
  };

  return {
    register: (board) => void boards.set(board.ledger.prefix, board as unknown as Board<Recorded>),
    soon,
    sweep: {
      name: 'announce',
      seconds: 2,
      async run(at) {
        await takeUp(new Date(at.getTime() - GRACE_MS));
        return 0;
      },
    },
    recover: () => takeUp(new Date(8.64e15)),
    idle,
    async stop() {
      stopped = true;
      postbox.stop();
      await idle();
    },
  };
}
