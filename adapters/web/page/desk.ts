/** The page's view of the server: what it knows, kept current by server-sent events, and what a person can do. */
import type { Lang } from '../../../src/card.js';
import type { Conversation, PlayPlatform } from '../memory.js';
import type { DrawnMessage, Shown, State } from '../wire.js';

export type Known = Omit<State, 'messages' | 'now' | 'rev'> & {
  messages: ReadonlyMap<string, DrawnMessage>;
  /** How far the desk's clock is ahead of this browser's, in milliseconds. */
  ahead: number;
  online: boolean;
  /** The last change that was already there when the page opened: what came later is news. */
  opened: number;
};

/** A request that the server answered with a "no". */
export class Declined extends Error {}

export type Acting = { who: string; platform: PlayPlatform; lang: Lang };
export type Desk = ReturnType<typeof createDesk>;

const TRIES = 6;

/** A random UUID; `crypto.randomUUID` is missing on plain http from another machine. */
function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Sends the same request, under the same origin, until the server has answered it. */
async function post<T>(path: string, body: object): Promise<T> {
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  for (let attempt = 1; ; attempt++) {
    try {
      const response = await fetch(`/playground/${path}`, init);
      if (response.ok) return (await response.json()) as T;
      if (response.status < 500) throw new Declined(((await response.json()) as { error: string }).error);
      throw new Error(`status ${response.status}`);
    } catch (error) {
      if (error instanceof Declined || attempt === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, 300 * 2 ** attempt));
    }
  }
}

export function createDesk() {
  let known: Known | undefined;
  const listeners = new Set<() => void>();
  const learn = (news: Partial<Known>) => {
    if (known) known = { ...known, ...news };
    for (const listener of listeners) listener();
  };
  const aheadOf = (now: string) => Date.parse(now) - Date.now();

  async function open(): Promise<void> {
    const response = await fetch('/playground/state').catch(() => undefined);
    if (!response?.ok) return void setTimeout(() => void open(), 1_000);
    const { people, channels, now, rev, messages } = (await response.json()) as State;
    known = {
      people,
      channels,
      messages: new Map(messages.map((message) => [message.id, message])),
      ahead: aheadOf(now),
      online: true,
      opened: rev,
    };
    learn({});
    listen(rev);
  }

  function listen(since: number): void {
    const events = new EventSource(`/playground/events?since=${since}`);
    const on = (name: string, hear: (data: string) => void) =>
      events.addEventListener(name, (event) => hear((event as MessageEvent<string>).data));
    on('message', (data) => {
      const message = JSON.parse(data) as DrawnMessage;
      learn({ messages: new Map(known?.messages).set(message.id, message) });
    });
    on('clock', (data) => learn({ ahead: aheadOf((JSON.parse(data) as { now: string }).now), online: true }));
    on('forget', () => location.reload());
    events.addEventListener('error', () => {
      learn({ online: false });
      if (events.readyState === EventSource.CLOSED) setTimeout(() => listen(lastChange()), 1_000);
    });
  }
  const lastChange = () => Math.max(0, ...[...(known?.messages.values() ?? [])].map((message) => message.rev));

  void open();
  return {
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    known: () => known,
    say: (as: Acting, words: string, where: { conversation: Conversation; under?: string }) =>
      post<Shown>('say', { ...as, ...where, words, origin: uuid() }),
    press: (as: Acting, on: string, value: unknown) => post<Shown>('press', { ...as, on, value, origin: uuid() }),
    report: (as: Acting, on: string, how: 'shortcut' | 'reaction') =>
      post<Shown>('report', { ...as, on, how, origin: uuid() }),
    submit: (as: Acting, sent: unknown, where: { conversation: Conversation; thread?: string }) =>
      post<Shown>('submit', { ...as, ...where, sent, origin: uuid() }),
    async jump(how: { by: number } | { to: string; zone: string }): Promise<void> {
      const { now } = await post<{ now: string }>('jump', { ...how, origin: uuid() });
      learn({ ahead: aheadOf(now) });
    },
  };
}
