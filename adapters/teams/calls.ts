/** Calls to Teams: what their failures mean. No error keeps anything of the request, which bears the app's token. */
import { z } from 'zod';
import { Busy } from '../../src/chat.js';
import { meaningOf, type Doing, type Failure, type Meaning } from './errors.js';
import { Unregistered } from './outbound-token.js';

/** A call to Teams is given up after 15 s. (The client's own `timeout` leaves its timer running when nothing answers.) */
const PATIENCE_MS = 15_000;

/** Seconds to wait when Teams does not say: the shortest of its windows that is longer than one second. */
export const DEFAULT_WAIT = 2;

/** Teams asks for fewer calls: whatever else is asked of it would be refused as well. */
export class Throttled extends Busy {}

/** Teams refused what the desk asked; asking again does not help. */
export class Rejected extends Error {
  constructor(reason: string) {
    super(`Teams answered ${reason}`);
  }
}

/** The call was not made, or was given up, because the desk stops. */
export class CutShort extends Error {
  constructor(readonly wasUnderWay: boolean) {
    super('the desk stops, and asks nothing more of Teams');
  }
}

/** What came of a call that was neither refused nor put off. */
export type Outcome<T> = { done: T } | { not: Exclude<Meaning, 'not now' | 'ours'>; reason: string };

const answered = z.looseObject({
  statusCode: z.number().optional().catch(undefined),
  code: z.string().optional().catch(undefined),
  message: z.string().catch(''),
  response: z.object({ headers: z.custom<{ get(name: string): string | undefined }>() }).optional().catch(undefined),
});

/** What a proxy says in the place of Teams, whatever its status: the client takes a page for an empty answer. */
const page = z.object({
  _response: z.object({ headers: z.custom<{ get(name: string): string | undefined }>() }),
});
const isPage = (done: unknown): boolean => {
  const { data } = page.safeParse(done);
  return data?._response.headers.get('content-type')?.startsWith('text/html') === true;
};

export type Calls = ReturnType<typeof createCalls>;

export function createCalls() {
  const underWay = new Set<AbortController>();
  let stopped = false;

  return {
    /** @throws `Busy` to be asked again, `Rejected` for a fault of ours, `CutShort` when the desk stops. */
    async calling<T>(doing: Doing, call: (options: { abortSignal: AbortSignal }) => Promise<T>): Promise<Outcome<T>> {
      if (stopped) throw new CutShort(false);
      const patience = new AbortController();
      const timer = setTimeout(() => patience.abort(), PATIENCE_MS).unref();
      underWay.add(patience);
      // What the call itself waits for, such as the app's token, may not heed the signal.
      const givenUp = new Promise<never>((_, reject) =>
        patience.signal.addEventListener('abort', () => reject(new Error('no answer came')), { once: true }),
      );
      try {
        const done = await Promise.race([call({ abortSignal: patience.signal }), givenUp]);
        if (!isPage(done)) return { done };
      } catch (error) {
        // No token was to be had, so nothing was asked.
        if (error instanceof Busy || error instanceof Unregistered) throw error;
        if (stopped) throw new CutShort(true);
        return judge(doing, error);
      } finally {
        clearTimeout(timer);
        underWay.delete(patience);
      }
      return judge(doing, { statusCode: 500, message: 'a page of HTML' });
    },
    /** Gives up what is under way; every further call throws `CutShort`. */
    stop(): void {
      stopped = true;
      for (const patience of underWay) patience.abort();
    },
  };
}

function judge(doing: Doing, error: unknown): Exclude<Outcome<never>, { done: never }> {
  const { statusCode: status, code, message, response } = answered.catch({ message: '' }).parse(error);
  // `MessageWritesBlocked` comes in a message that is JSON itself.
  const inner = /"subCode":\s*"(\w+)"/.exec(message)?.[1];
  const failure: Failure = { ...(status ? { status } : {}), ...((inner ?? code) ? { code: inner ?? code! } : {}) };
  const meaning = meaningOf(doing, failure);
  const reason = status
    ? [status, failure.code, !inner && message.slice(0, 200)].filter(Boolean).join(' ')
    : `nothing (${code ?? 'in time'})`;
  if (meaning === 'ours') throw new Rejected(reason);
  if (meaning !== 'not now') return { not: meaning, reason };
  const asked = Number(response?.headers.get('retry-after'));
  throw new (status === 429 ? Throttled : Busy)(asked > 0 ? asked : DEFAULT_WAIT);
}
