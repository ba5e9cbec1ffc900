/** The page's view of the server: what it knows, kept current by server-sent events, and what a person can do. */
import type { Lang } from '../../../src/card.js';
import type { File } from '../../../src/chat.js';
import type { Conversation, PlayPlatform } from '../memory.js';
import type { DrawnMessage, OpenForm, Shown, State, Stretch, TourState } from '../wire.js';
import { opened, withEarlier, withNews, type Talks } from './talks.js';

export type Known = Pick<State, 'people' | 'channels' | 'lang' | 'tour' | 'offersYear'> & {
  talks: Talks;
  /** How far the desk's clock is ahead of this browser's, in milliseconds. */
  ahead: number;
  /** The clock is on its way. */
  jumping: boolean;
  online: boolean;
  /** The last change that was already there when the page opened: what came later is news. */
  opened: number;
};

/** A request that the server answered with a "no". */
export class Declined extends Error {}

export type Acting = { who: string; platform: PlayPlatform; lang: Lang };
export type Desk = ReturnType<typeof createDesk>;

const TRIES = 6;
/** What comes within so many milliseconds is drawn at once. */
const GATHER_MS = 16;

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

async function read<T>(path: string, query: Record<string, string>): Promise<T> {
  const response = await fetch(`/playground/${path}?${new URLSearchParams(query)}`);
  if (!response.ok) throw new Error(`status ${response.status}`);
  return (await response.json()) as T;
}

export function createDesk() {
  let known: Known | undefined;
  let lastChange = 0;
  let news: DrawnMessage[] = [];
  let gathering: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();
  const learn = (more: Partial<Known>) => {
    if (known) known = { ...known, ...more };
    for (const listener of listeners) listener();
  };
  const aheadOf = (now: string) => Date.parse(now) - Date.now();

  function hear(message: DrawnMessage): void {
    lastChange = message.rev;
    news.push(message);
    gathering ??= setTimeout(() => {
      const all = news;
      news = [];
      gathering = undefined;
      if (known) learn({ talks: withNews(known.talks, all) });
    }, GATHER_MS);
  }

  async function open(): Promise<void> {
    const response = await fetch('/playground/state').catch(() => undefined);
    if (!response?.ok) return void setTimeout(() => void open(), 1_000);
    const { now, rev, talks, ...rest } = (await response.json()) as State;
    known = { ...rest, talks: opened(talks), ahead: aheadOf(now), jumping: false, online: true, opened: rev };
    lastChange = rev;
    learn({});
    listen();
  }

  function listen(): void {
    const events = new EventSource(`/playground/events?since=${lastChange}`);
    const on = (name: string, tell: (data: string) => void) =>
      events.addEventListener(name, (event) => tell((event as MessageEvent<string>).data));
    on('message', (data) => hear(JSON.parse(data) as DrawnMessage));
    on('clock', (data) => learn({ ahead: aheadOf((JSON.parse(data) as { now: string }).now), online: true }));
    on('tour', (data) => learn({ tour: JSON.parse(data) as TourState }));
    on('forget', () => location.reload());
    events.addEventListener('error', () => {
      learn({ online: false });
      if (events.readyState === EventSource.CLOSED) setTimeout(listen, 1_000);
    });
  }

  void open();
  return {
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    known: () => known,
    say: (as: Acting, words: string, where: { conversation: Conversation; under?: string; files?: readonly File[] }) =>
      post<Shown>('say', { ...as, ...where, words, origin: uuid() }),
    press: (as: Acting, on: string, value: unknown) => post<Shown>('press', { ...as, on, value, origin: uuid() }),
    report: (as: Acting, on: string, how: 'shortcut' | 'reaction') =>
      post<Shown>('report', { ...as, on, how, origin: uuid() }),
    submit: (as: Acting, sent: unknown, where: Omit<OpenForm, 'drawn'>) =>
      post<Shown>('submit', { ...as, ...where, sent, origin: uuid() }),
    /** The home of Slack's app, as this person sees it now. */
    home: ({ who, lang }: Acting) => read<{ card?: unknown }>('home', { who, lang }),
    /** Asks for an earlier stretch of a conversation. */
    async earlier(key: string): Promise<void> {
      const before = known?.talks.get(key)?.from;
      if (!before) return;
      const stretch = await read<Stretch>('earlier', { of: key, before: String(before) });
      if (known) learn({ talks: withEarlier(known.talks, key, stretch) });
    },
    async jump(how: { by: number } | { to: string; zone: string }): Promise<void> {
      learn({ jumping: true });
      try {
        const { now } = await post<{ now: string }>('jump', { ...how, origin: uuid() });
        learn({ ahead: aheadOf(now) });
      } finally {
        learn({ jumping: false });
      }
    },
    /** Everybody reads and is written to in this language from now on. */
    async speak(lang: Lang): Promise<void> {
      learn({ lang });
      await post('language', { lang });
    },
    /** Opens the company with half a year behind it, which takes a while, and resolves to its address. */
    async openYear(): Promise<string> {
      const { port } = await post<{ port: number }>('year', {});
      return `${location.protocol}//${location.hostname}:${port}/`;
    },
    toured: (what: { move: string } | { step: string; done: boolean }) => post('tour', what),
  };
}
