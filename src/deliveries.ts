/**
 * Requests that a platform sends, and sends again until it is told that they were taken. Each is acknowledged within a
 * second, whatever the platforms' APIs do meanwhile; its answer follows, in order; and is given once, though two
 * processes hear of it, or one dies between the two.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { Busy, Final, Uncertain, type Platform } from './chat.js';
import { describe } from './errors.js';
import { forgetOldest } from './shared-work.js';

/**
 * Milliseconds after which a delivery is kept as it came, to be acknowledged before its work is done. Slack waits for 3
 * seconds.
 */
const PATIENCE_MS = 500;
/** A platform that asks to wait for longer is asked again after this. */
const LONGEST_PAUSE_SECONDS = 60;
/** The longest a platform goes on redelivering is a few minutes; this many deliveries cover that by far. */
const REMEMBERED = 10_000;

export type Delivery = {
  origin: string;
  platform: Platform;
  /** What the platform sent: all of the work can be done again from it. */
  body: unknown;
  /** The conversation in which its answer goes out after those that were asked for before. */
  line: string;
  /** Whether the platform sends it again, so that its answer must be nobody else's to give. */
  redelivered: boolean;
  /** Asks the desk. Gives how the person is told, if there is anything to tell. @throws `Busy` to be asked again. */
  ask(): Promise<(() => Promise<void>) | undefined>;
};

/** Where deliveries are kept over the end of a process. */
export type DeliveryRecords = {
  /** Keeps what was sent until its person has been told; changes nothing when another living process has it. */
  keep(origin: string, platform: Platform, body: unknown): Promise<void>;
  /**
   * Whether it is this process's to answer: nobody has, and nobody else who lives is about to. For the case that another,
   * who is about to, dies before, what was sent is kept.
   */
  claim(origin: string, platform: Platform, body: unknown): Promise<boolean>;
  /** Its person has been told; `wasKept`: what was sent is there, and need be no longer. */
  told(origin: string, platform: Platform, wasKept: boolean): Promise<void>;
  /** Takes over what dead processes have acknowledged and not answered. */
  takeOver(): Promise<{ origin: string; platform: Platform; body: unknown }[]>;
  /** Resolves when all that was noted is saved. */
  settled(): Promise<void>;
};

export type Deliveries = ReturnType<typeof createDeliveries>;

export function createDeliveries({ book, log }: { book: DeliveryRecords; log: Logger }) {
  /** What it comes to: there was nothing to tell, it was told here, or it is another process's to tell. */
  type End = 'silent' | 'told' | 'left';
  type Work = { saved: Promise<void>; done: Promise<End>; keep(): Promise<void> };
  /** When each may be acknowledged; nothing else of it is held once it has been dealt with. */
  const taken = new Map<string, Promise<void>>();
  const underWay = new Set<Work>();
  const lines = new Map<string, Promise<unknown>>();
  const stopping = new AbortController();
  /** What a dead process kept and this one has taken over, until its work begins. */
  const inherited = new Set<string>();

  async function patiently<T>(work: () => Promise<T>): Promise<T> {
    for (;;) {
      stopping.signal.throwIfAborted();
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof Busy)) throw error;
        const seconds = Math.min(error.retryAfter, LONGEST_PAUSE_SECONDS);
        await sleep(seconds * 1000, undefined, { signal: stopping.signal });
      }
    }
  }

  /** What was told before in this conversation has been told, or has failed for good. */
  async function inLine(line: string, work: () => Promise<void>): Promise<void> {
    const turn = (lines.get(line) ?? Promise.resolve()).then(work);
    const tail = turn.catch(() => undefined);
    lines.set(line, tail);
    await turn.finally(() => lines.get(line) === tail && lines.delete(line));
  }

  async function tellOnce(tell: () => Promise<void>): Promise<void> {
    try {
      await patiently(tell);
    } catch (error) {
      // It may have arrived, or never will: either way it is not said again.
      if (!(error instanceof Uncertain || error instanceof Final)) throw error;
      log.warn({ error: describe(error) }, 'whether an answer arrived is not known');
    }
  }

  function begin({ origin, platform, body, line, redelivered, ask }: Delivery): Work {
    let kept = inherited.delete(origin) ? Promise.resolve() : undefined;
    let isOver = false;
    const keep = async () => {
      if (!isOver) await (kept ??= book.keep(origin, platform, body));
    };
    const answered = (async (): Promise<End> => {
      // Asked in order of arrival, and not held up by how long others take to be told.
      const tell = await patiently(ask);
      const isOurs = !redelivered || tell === undefined || (await book.claim(origin, platform, body));
      if (isOurs && tell) await inLine(line, () => tellOnce(tell));
      isOver = true;
      return tell === undefined ? 'silent' : isOurs ? 'told' : 'left';
    })();
    const done = answered.then(async (end) => {
      const isNoted = kept !== undefined || (end === 'told' && redelivered);
      if (end === 'left' || !isNoted) return end;
      await kept?.catch(() => undefined);
      await book.told(origin, platform, kept !== undefined);
      return end;
    });
    const late = sleep(PATIENCE_MS, undefined, { ref: false }).then(keep);
    // A store that cannot keep it leaves it to its work, and to the platform's next delivery.
    const saved = Promise.race([answered, late.catch(() => answered)]).then(() => undefined);
    return { saved, done, keep };
  }

  return {
    /**
     * Does the work of one delivery once: the same origin again joins the first. Resolves when it may be acknowledged.
     * @throws when it may not, so that the platform sends it again.
     */
    take(delivery: Delivery): Promise<void> {
      const { origin } = delivery;
      const before = taken.get(origin);
      if (before) return before;
      const work = begin(delivery);
      taken.set(origin, work.saved);
      underWay.add(work);
      work.done
        // Who has it may die before it is told: then it is done here.
        .then((end) => void (end === 'left' && taken.delete(origin)))
        .catch((error: unknown) => {
          taken.delete(origin);
          if (!stopping.signal.aborted) log.error({ error: describe(error) }, 'a delivery could not be dealt with');
        })
        .finally(() => underWay.delete(work));
      work.saved.catch(() => undefined);
      forgetOldest(taken, REMEMBERED);
      return work.saved;
    },
    /**
     * Takes over what dead processes have acknowledged and not answered. Resolves to how many there were.
     * @param replay does one again, as it was sent; false where its platform is off.
     */
    async takeOver(replay: (platform: Platform, body: unknown) => Promise<boolean>): Promise<number> {
      const left = await book.takeOver();
      for (const { origin } of left) inherited.add(origin);
      for (const { origin, platform, body } of left) {
        const isDone = await replay(platform, body);
        // It came to something else this time, so that of the first time is looked for by nobody: such as an apology.
        if (isDone && inherited.delete(origin)) await book.told(origin, platform, true);
      }
      return left.length;
    },
    /** Resolves when every delivery that was taken has been dealt with, or is kept for the next process. */
    async stop(): Promise<void> {
      const open = [...underWay];
      await Promise.race([
        Promise.allSettled(open.map(({ done }) => done)),
        sleep(PATIENCE_MS, undefined, { ref: false }),
      ]);
      await Promise.allSettled(open.map(({ keep }) => keep()));
      stopping.abort();
      await Promise.allSettled(open.map(({ done }) => done));
      await book.settled();
    },
  };
}
