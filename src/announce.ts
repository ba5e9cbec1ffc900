/**
 * Tells everyone concerned what changed: redraws every copy of the cards that stand for a record and posts what its
 * events owe. What is owed is read from the record, so whatever a crash or a failing platform left is done later.
 *
 * Each copy goes its own way: what belongs to one person, or to a group's channel on one platform, is a line of its own,
 * done in order and beside all others, so that one that fails or waits holds up nobody else.
 */
import type { Logger } from 'pino';
import type { Presenter, Sweep } from './context.js';
import { idOf, type Audiences, type Slot } from './audiences.js';
import type { Card } from './card.js';
import { Busy, type MessageRef } from './chat.js';
import { describe } from './errors.js';
import type { Audience, Event, Recorded } from './history.js';
import { rowId, type Postbox, type Wanted } from './postbox.js';
import type { PostedRow } from './store/side-collections.js';
import { wording } from './language/wording.js';

/** How long the process that changed a record has for announcing it before a sweep of any process looks at it. */
const GRACE_MS = 10_000;
const LONGEST_BACKOFF_MS = 15 * 60_000;
/** So often what was said later waits for what failed before it; then a message that never goes through stands alone. */
const TRIES_IN_ORDER = 5;
/** The most records announced at once when there is much to catch up on. */
const AT_ONCE = 50;

/** One thing to do in a line; `tells`: the event and audience that it is owed to. */
type Step = {
  wanted?: Wanted;
  tells?: string;
  run(): Promise<MessageRef | 'unreachable' | 'posted'>;
};
/** What is to be done for one copy, in the order in which it must be seen. */
type Line = { slot: Slot; steps: Step[] };

export type Announcer = {
  register<D extends Recorded>(presenter: Presenter<D>): void;
  /** Starts announcing a record that was just saved; it is as the store has it. */
  soon(id: string, saved?: Recorded): void;
  sweep: Sweep;
  /** Takes up all that is owing, whenever it is due, and resolves when it is known: when other processes have ended. */
  recover(): Promise<void>;
  /** Resolves when nothing is being announced. */
  idle(): Promise<void>;
  stop(): Promise<void>;
};

/** @param deps.stamp marks what a card can do as this store's. */
export function createAnnouncer(deps: {
  audiences: Audiences;
  postbox: Postbox;
  log: Logger;
  now(): Date;
  stamp?(card: Card): Card;
}): Announcer {
  const { audiences, postbox, log, now, stamp = (card) => card } = deps;
  const presenters = new Map<string, Presenter<Recorded>>();
  const running = new Set<Promise<void>>();
  /** The lines of each record that are under way. */
  const busy = new Map<string, Set<string>>();
  const again = new Set<string>();
  /** Records whose lines were under way when they were looked at: looked at again when those are done. */
  const waiting = new Set<string>();
  /** The newest version of a record that is being announced: what is older is left to it. */
  const newest = new Map<string, number>();
  const failures = new Map<string, number>();
  const retries = new Map<string, NodeJS.Timeout>();
  const queue: string[] = [];
  let stopped = false;

  /** The work that brings everybody up to date, line by line. `audiences` are those that each event is owed to. */
  function plan(presenter: Presenter<Recorded>, record: Recorded, rows: readonly PostedRow[]) {
    const pass = postbox.openPass(record);
    const lines = new Map<string, Line>();
    const lineOf = (slot: Slot): Line => {
      const line = lines.get(slot.key) ?? { slot, steps: [] };
      lines.set(slot.key, line);
      return line;
    };
    const standing = presenter.standing(record).map(({ name, to }) => ({ name, to, slots: audiences.slots(to) }));
    /** Where the copies of a standing card are, those that this pass posts among them. */
    const refs = new Map(rows.flatMap(({ _id, ref }) => (ref ? [[_id, ref] as const] : [])));
    /** The copies that nobody can be reached with, and so nothing beneath them. */
    const closed = new Set<string>();

    for (const { name, slots } of standing)
      for (const slot of slots) {
        const wanted = { name, key: slot.key };
        const row = rows.find(({ _id }) => _id === rowId(record._id, wanted));
        const draw = () => stamp(presenter.draw(record, name, slot.viewer, wording[slot.viewer.lang]));
        const keep = (ref: MessageRef | 'unreachable' | 'posted') => {
          if (ref === 'unreachable') closed.add(rowId(record._id, wanted));
          else if (ref !== 'posted') refs.set(rowId(record._id, wanted), ref);
          return ref;
        };
        if (row?.ref && row.drawn < record.version)
          lineOf(slot).steps.push({ run: async () => keep(await pass.redraw(row, slot, draw)) });
        else if (!row?.ref)
          lineOf(slot).steps.push({ wanted, run: async () => keep(await pass.post(name, slot, draw)) });
      }

    /** Notices that people have in their own chats, or beneath a card there, and that say what has ended. */
    const revise = (slot: Slot, audience: Audience, key: string) => {
      for (const event of record.history) {
        const row = posted.get(rowId(record._id, { name: `event:${event.id}`, key }));
        if (!row?.ref || row.drawn >= record.version || !presenter.isOver?.(record, event, audience)) continue;
        const draw = () => stamp(presenter.notice(record, event, audience, slot.viewer, wording[slot.viewer.lang]));
        lineOf(slot).steps.push({ run: () => pass.revise(row, draw) });
      }
    };
    const posted = new Map(rows.map((row) => [row._id, row]));
    const people = new Set(rows.map(({ _id, name }) => _id.slice(rowId(record._id, { name, key: '' }).length)));
    for (const audience of [...people].filter((key): key is Audience => key.startsWith('person:')))
      for (const slot of audiences.slots(audience)) revise(slot, audience, slot.key);
    for (const { name, slots } of standing)
      for (const slot of slots) revise(slot, `under:${name}`, `under:${rowId(record._id, { name, key: slot.key })}`);

    const owed: { tells: string; index: number; audience: Audience }[] = [];
    const tell = (event: Event, audience: Audience, slot: Slot, beneath?: string) => {
      const key = beneath === undefined ? slot.key : `under:${beneath}`;
      const wanted = { name: `event:${event.id}`, key };
      async function* thread() {
        const ref = refs.get(beneath!);
        if (ref) yield ref;
        else if (!closed.has(beneath!)) throw new Error('the card that this belongs beneath is not there yet');
      }
      const copy: Slot = { key, viewer: slot.viewer, ways: beneath === undefined ? slot.ways : thread };
      const draw = () => stamp(presenter.notice(record, event, audience, slot.viewer, wording[slot.viewer.lang]));
      return { wanted, run: () => pass.post(wanted.name, copy, draw) };
    };
    for (const [index, event] of record.history.entries())
      for (const audience of event.owed.filter((each) => !each.startsWith('reminder:'))) {
        const tells = `${index} ${audience}`;
        owed.push({ tells, index, audience });
        const add = (slot: Slot, beneath?: string) =>
          lineOf(slot).steps.push({ ...tell(event, audience, slot, beneath), tells });
        if (!audience.startsWith('under:')) {
          for (const slot of audiences.slots(audience)) add(slot);
          continue;
        }
        // The threads beneath a standing card's copies, but for the one where the words were said.
        const top = standing.find(({ name }) => name === idOf(audience));
        for (const slot of top?.slots ?? []) {
          const row = rowId(record._id, { name: top!.name, key: slot.key });
          if (!refs.has(row) || refs.get(row) !== event.data['heard']) add(slot, row);
        }
      }
    return { pass, lines, owed };
  }

  /** Takes those off whom a chat reaches and adds those whom none does, so that the record's cards say so. */
  async function noteReached(presenter: Presenter<Recorded>, record: Recorded, reached: ReadonlyMap<string, boolean>) {
    for (const [person, isReached] of reached) {
      await presenter.reached?.(record, person, isReached, now());
      if (isReached !== record.unreachable.includes(person)) continue;
      await presenter.ledger.model.collection.updateOne(
        { _id: record._id as never },
        { [isReached ? '$pull' : '$addToSet']: { unreachable: person }, $inc: { version: 1 } },
      );
      again.add(record._id);
    }
  }

  async function announce(presenter: Presenter<Recorded>, id: string, saved: Recorded | undefined): Promise<void> {
    const { collection } = presenter.ledger.model;
    const record = saved ?? (await presenter.ledger.load(id));
    if (!record?.owing) return;
    // A record that has just been opened has no copies yet.
    const rows = saved?.version === 1 ? [] : await postbox.rows(id);
    if (record.version < (newest.get(id) ?? 0)) return;
    newest.set(id, record.version);
    const { pass, lines, owed } = plan(presenter, record, rows);
    const taken = busy.get(id) ?? new Set<string>();
    busy.set(id, taken);
    const free = [...lines.values()].filter(({ slot }) => !taken.has(slot.key));
    const isPartial = free.length < lines.size;
    for (const { slot } of free) taken.add(slot.key);

    const undone = new Set<string>();
    const failed: unknown[] = [];
    const reached = new Map<string, boolean>();
    const inOrder = (failures.get(id) ?? 0) < TRIES_IN_ORDER;
    async function follow({ slot, steps }: Line): Promise<void> {
      let isStuck = false;
      for (const { tells, run } of steps) {
        if (isStuck && inOrder) {
          if (tells) undone.add(tells);
          continue;
        }
        try {
          const ref = await run();
          const person = slot.key.startsWith('person:') ? slot.key.slice('person:'.length) : undefined;
          if (person && ref !== 'posted') reached.set(person, ref !== 'unreachable');
        } catch (error) {
          if (stopped) throw error;
          isStuck = true;
          failed.push(error);
          if (tells) undone.add(tells);
          if (!(error instanceof Busy)) log.warn({ error: describe(error), record: id }, 'not delivered yet');
        }
      }
    }
    try {
      await pass.claim(free.flatMap(({ steps }) => steps.flatMap(({ wanted }) => (wanted ? [wanted] : []))));
      await Promise.all(free.map(follow));
    } finally {
      for (const { slot } of free) taken.delete(slot.key);
      if (taken.size === 0) {
        busy.delete(id);
        newest.delete(id);
      }
      if (isPartial) waiting.add(id);
      if (free.length > 0 && waiting.delete(id)) again.add(id);
      if (await pass.save()) again.add(id);
    }
    for (const { slot, steps } of lines.values())
      if (!free.some((each) => each.slot === slot)) for (const { tells } of steps) if (tells) undone.add(tells);
    await noteReached(presenter, record, reached);

    const told = owed.filter(({ tells }) => !undone.has(tells));
    const pulls = new Map<string, Audience[]>();
    for (const { index, audience } of told) {
      const path = `history.${index}.owed`;
      pulls.set(path, [...(pulls.get(path) ?? []), audience]);
    }
    const off = pulls.size > 0 ? { $pullAll: Object.fromEntries(pulls) } : undefined;
    const pause = failed.length > 0 ? pauseAfter(id, failed) : undefined;
    if (pause === undefined && !isPartial) {
      failures.delete(id);
      const settled = await collection.updateOne({ _id: id as never, version: record.version }, {
        $unset: { owing: '' },
        ...off,
      } as never);
      if (settled.modifiedCount > 0) return;
      again.add(id);
    }
    // Others are to look at it only after its own process has had the time to.
    const later = pause === undefined ? {} : { $set: { owing: new Date(now().getTime() - GRACE_MS + pause) } };
    if (off || pause !== undefined) await collection.updateOne({ _id: id as never }, { ...off, ...later } as never);
  }

  /** Milliseconds until it is tried again; this process does so by itself. */
  function pauseAfter(id: string, failed: readonly unknown[]): number {
    const count = (failures.get(id) ?? 0) + 1;
    failures.set(id, count);
    const asked = failed.flatMap((each) => (each instanceof Busy ? [each.retryAfter * 1000] : []));
    const pause = Math.max(asked.length > 0 ? Math.min(...asked) : Math.min(1000 * 2 ** count, LONGEST_BACKOFF_MS), 50);
    clearTimeout(retries.get(id));
    const retry = setTimeout(() => {
      retries.delete(id);
      soon(id);
    }, pause);
    retries.set(id, retry.unref());
    return pause;
  }

  function soon(id: string, saved?: Recorded): void {
    const presenter = presenters.get(id.slice(0, id.indexOf('-')));
    if (!presenter || stopped) return;
    const work = announce(presenter, id, saved)
      .catch((error: unknown) => {
        if (!stopped) log.error({ error: describe(error), record: id }, 'announcing failed; a sweep tries again');
      })
      .finally(() => {
        running.delete(work);
        if (again.delete(id)) soon(id);
        while (queue.length > 0 && running.size < AT_ONCE) soon(queue.shift()!);
      });
    running.add(work);
  }

  async function takeUp(before: Date): Promise<void> {
    const due = async ({ ledger }: Presenter<Recorded>) => {
      const found = ledger.model.collection.find({ owing: { $lte: before } }, { projection: { _id: 1 } });
      for await (const { _id } of found.sort({ owing: 1 })) {
        const id = String(_id);
        if (running.size < AT_ONCE) soon(id);
        else if (!queue.includes(id)) queue.push(id);
      }
    };
    await Promise.all(Array.from(presenters.values(), due));
  }

  const idle = async () => {
    while (running.size > 0) await Promise.all(running);
  };

  return {
    register: (presenter) => void presenters.set(presenter.ledger.prefix, presenter as unknown as Presenter<Recorded>),
    soon,
    sweep: {
      name: 'announce',
      seconds: 60,
      async run(at) {
        await takeUp(new Date(at.getTime() - GRACE_MS));
        return 0;
      },
    },
    recover: () => takeUp(new Date(8.64e15)),
    idle,
    async stop() {
      stopped = true;
      for (const retry of retries.values()) clearTimeout(retry);
      postbox.stop();
      await idle();
    },
  };
}
