/**
 * The playground: the desk in a browser, with no account anywhere. One chooses who one is and sees that person's Slack
 * and Teams side by side, drawn from what the two adapters would send, and moves the clock.
 */
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { DateTime } from 'luxon';
import { z } from 'zod';
import type { Lang } from '../../src/card.js';
import { createOnce } from '../../src/shared-work.js';
import type { Adapter, AdapterDeps, Route } from '../adapter.js';
import { pathOf, queryOf } from '../http.js';
import { createPlayChat } from './chat.js';
import { createCompany, type AskIn, type House } from './company.js';
import { createDraw } from './draw.js';
import { Rejected, admit, readJson, sendJson } from './guard.js';
import { createInbound, type Taken } from './inbound.js';
import type { Message, PlaygroundMemory } from './memory.js';
import { createMessages } from './messages.js';
import { createShelf, sendPacked } from './packed.js';
import { createRespond } from './respond.js';
import { createStream } from './stream.js';
import { createTour } from './tour.js';
import type { Drawn, Shown } from './wire.js';

export type PlaygroundDeps = Pick<AdapterDeps, 'perform' | 'log' | 'addresses'> & {
  /** Who can be played, and whose channels the playground has: their agents see them. */
  house: House;
  /** The channels where everybody asks. */
  askIn?: readonly AskIn[];
  /** Who decides on access. */
  owners?: readonly string[];
  memory: PlaygroundMemory;
  /** Channels are written to in the language of the page. */
  speak?(lang: Lang): void;
  /** `jump` moves the time on by milliseconds and resolves when the desk has done what fell due; it tells each stop. */
  clock: { now(): Date; jump(milliseconds: number, passing?: () => void): Promise<void> };
  /** Opens the company with half a year behind it, and resolves to its port; missing where it is this one. */
  openYear?(): Promise<number>;
  /** Where the built page is. */
  page?: URL;
};

const PAGE = { '/': 'text/html', '/page.js': 'text/javascript', '/page.css': 'text/css' } as const;
const PAGE_HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
};

/** How many answers are remembered for a browser that lost its connection before it heard them. */
const REMEMBERED = 1_000;
/** A year and a day: long enough for any deadline, short enough for a slip of the finger. */
const LONGEST_JUMP_MS = 366 * 24 * 3_600_000;
/** So many messages of each conversation a page begins with, and is given more of at a time. */
const SHOWN = 50;
const LANGUAGE = 'play:language';
const inLanguage = z.object({ lang: z.enum(['en', 'zh']) });
const toured = z.union([z.object({ move: z.string() }), z.object({ step: z.string(), done: z.boolean() })]);
const stretchAsked = z.object({ of: z.string(), before: z.coerce.number().int().min(1) });
const origin = z.uuid();
const jump = z.union([
  z.object({ origin, by: z.number().int() }),
  z.object({ origin, to: z.string(), zone: z.string() }),
]);

export function createPlayground(deps: PlaygroundDeps): Adapter {
  const { clock, log } = deps;
  const page = deps.page ?? new URL('./page/', import.meta.url);
  const messages = createMessages(deps.memory);
  const company = createCompany(deps.house, deps.askIn ?? [], deps.owners);
  const inbound = createInbound({ company, messages });
  const draw = createDraw((person) => company.player(person)?.id);
  const respond = createRespond({ messages, draw, clock });
  const once = createOnce<Shown>(REMEMBERED);
  const jumpOnce = createOnce<{ now: Date }>(REMEMBERED);

  const drawings = new WeakMap<Message, Drawn>();
  const shown = (message: Message) => {
    const { body, ...rest } = message;
    const drawn = drawings.get(message) ?? draw.body(message.platform, body);
    drawings.set(message, drawn);
    return { ...rest, ...drawn };
  };
  const tour = createTour({ addresses: deps.addresses, told: () => stream.tellTour() });
  const stream = createStream({ messages, shown, now: clock.now, tour: tour.state });
  let lang: Lang | undefined;

  const perform = (taken: Taken) =>
    once(taken.at.origin, async () => {
      const { request, at, words } = taken;
      if (words) await messages.post({ ...words, at: clock.now() });
      const answer = await deps.perform(request);
      await tour.took(taken, answer);
      return respond(answer, at);
    });

  /** Everybody speaks the language of the page; one after the other, as each is a request of its own. */
  async function speak(body: unknown): Promise<object> {
    const asked = inLanguage.safeParse(body);
    if (!asked.success) throw new Rejected(400, 'Say which language: {"lang": "en" or "zh"}.');
    if (asked.data.lang === lang) return {};
    lang = asked.data.lang;
    deps.speak?.(lang);
    await deps.addresses.keep(LANGUAGE, lang);
    for (const request of inbound.language(lang)) await deps.perform(request);
    return {};
  }

  /** The home of Slack's app as it is now; nothing where the desk serves nobody. */
  async function home(query: URLSearchParams): Promise<{ card?: unknown }> {
    const answer = await deps.perform(inbound.home(query));
    return answer.kind === 'card' ? { card: draw.home(answer.card) } : {};
  }

  const stretch = ({ messages: found, from }: { messages: readonly Message[]; from: number }) => ({
    messages: found.map(shown),
    from,
  });
  const talks = (before?: number) =>
    Object.fromEntries([...messages.stretches(SHOWN, before)].map(([key, each]) => [key, stretch(each)] as const));
  const state = () => ({
    people: company.players,
    channels: company.channels,
    now: clock.now(),
    rev: messages.rev(),
    ...(lang ? { lang } : {}),
    tour: tour.state(),
    offersYear: deps.openYear !== undefined,
    talks: talks(),
  });
  function earlier(query: URLSearchParams) {
    const asked = stretchAsked.safeParse(Object.fromEntries(query));
    if (!asked.success) throw new Rejected(400, z.prettifyError(asked.error));
    return talks(asked.data.before)[asked.data.of] ?? { messages: [], from: 0 };
  }

  async function move(body: unknown): Promise<{ now: Date }> {
    const asked = jump.safeParse(body);
    if (!asked.success)
      throw new Rejected(
        400,
        'Say how far: {"origin": UUID, "by": milliseconds} or {"origin", "to": "2026-11-23T09:00", "zone"}.',
      );
    const by =
      'by' in asked.data
        ? asked.data.by
        : DateTime.fromISO(asked.data.to, { zone: asked.data.zone }).toMillis() - clock.now().getTime();
    if (!(by > 0 && by <= LONGEST_JUMP_MS)) throw new Rejected(422, 'The clock goes forward only, by a year at most.');
    return jumpOnce(asked.data.origin, async () => {
      await clock.jump(by, stream.tellTime);
      stream.tellTime();
      return { now: clock.now() };
    });
  }

  async function tick(body: unknown): Promise<object> {
    const asked = toured.safeParse(body);
    if (!asked.success) throw new Rejected(400, 'Say what was done: {"move"} or {"step", "done"}.');
    await ('move' in asked.data ? tour.pressed(asked.data.move) : tour.tick(asked.data.step, asked.data.done));
    return {};
  }

  async function openYear(): Promise<{ port: number }> {
    if (!deps.openYear) throw new Rejected(404, 'This company has its half year already.');
    return { port: await deps.openYear() };
  }

  const shelf = createShelf((name) => readFile(new URL(name, page)));
  async function servePage(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = pathOf(request);
    if (!Object.hasOwn(PAGE, path)) throw new Rejected(404, 'There is nothing here.');
    const type = PAGE[path as keyof typeof PAGE];
    const headers = { ...PAGE_HEADERS, 'content-type': `${type}; charset=utf-8` };
    await shelf(request, response, path === '/' ? 'index.html' : path.slice(1), headers);
  }

  const guarded =
    (serve: Route['handle']): Route['handle'] =>
    async (request, response) => {
      try {
        admit(request);
        await serve(request, response);
      } catch (error) {
        if (!(error instanceof Rejected)) throw error;
        sendJson(response, error.status, { error: error.message });
      }
    };
  const get = (path: string, handle: Route['handle']): Route => ({ method: 'GET', path, handle: guarded(handle) });
  const post = (path: string, act: (body: unknown) => Promise<unknown>): Route => ({
    method: 'POST',
    path,
    handle: guarded(async (request, response) => sendJson(response, 200, await act(await readJson(request)))),
  });

  return {
    chats: [
      createPlayChat('play-slack', { messages, company, clock }),
      createPlayChat('play-teams', { messages, company, clock }),
    ],
    routes: [
      get('/', servePage),
      get('/playground/state', (request, response) => sendPacked(request, response, state())),
      get('/playground/earlier', (request, response) => sendPacked(request, response, earlier(queryOf(request)))),
      get('/playground/home', async (request, response) => sendPacked(request, response, await home(queryOf(request)))),
      get('/playground/events', stream.serve),
      post('/playground/say', (body) => perform(inbound.words(body))),
      post('/playground/press', (body) => perform(inbound.press(body))),
      post('/playground/report', (body) => perform(inbound.report(body))),
      post('/playground/submit', (body) => perform(inbound.submit(body))),
      post('/playground/jump', move),
      post('/playground/language', speak),
      post('/playground/tour', tick),
      post('/playground/year', openYear),
    ],
    async start() {
      await Promise.all([messages.load(), tour.load()]);
      const kept = inLanguage.safeParse({ lang: await deps.addresses.recall(LANGUAGE) });
      lang = kept.data?.lang;
      if (lang) deps.speak?.(lang);
      log.debug({ messages: messages.rev() }, 'the playground is open');
    },
    async stop() {
      stream.close();
      await once.settled();
      await messages.settled();
    },
  };
}
