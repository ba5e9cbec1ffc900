/**
 * The playground: the desk in a browser, with no account anywhere. One chooses who one is and sees that person's Slack
 * and Teams side by side, drawn from what the two adapters would send, and moves the clock.
 */
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { DateTime } from 'luxon';
import { z } from 'zod';
import { createOnce } from '../../src/shared-work.js';
import type { Adapter, AdapterDeps, Route } from '../adapter.js';
import { pathOf } from '../http.js';
import { createPlayChat } from './chat.js';
import { createCompany, type AskIn, type Player, type Team } from './company.js';
import { createDraw } from './draw.js';
import { Rejected, admit, readJson, sendJson } from './guard.js';
import { createInbound, type Taken } from './inbound.js';
import type { Message, PlaygroundMemory } from './memory.js';
import { createMessages } from './messages.js';
import { createRespond } from './respond.js';
import { createStream } from './stream.js';
import type { Drawn, Shown } from './wire.js';

export type PlaygroundDeps = Pick<AdapterDeps, 'perform' | 'log'> & {
  people: readonly Player[];
  /** Whose channels the playground has: their agents see them. */
  groups: readonly Team[];
  /** The channels where everybody asks. */
  askIn?: readonly AskIn[];
  memory: PlaygroundMemory;
  /** `jump` moves the time on by milliseconds and resolves when the desk has done what fell due; it tells each stop. */
  clock: { now(): Date; jump(milliseconds: number, passing?: () => void): Promise<void> };
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
const origin = z.uuid();
const jump = z.union([
  z.object({ origin, by: z.number().int() }),
  z.object({ origin, to: z.string(), zone: z.string() }),
]);

export function createPlayground(deps: PlaygroundDeps): Adapter {
  const { clock, log } = deps;
  const page = deps.page ?? new URL('./page/', import.meta.url);
  const messages = createMessages(deps.memory);
  const company = createCompany(deps.people, deps.groups, deps.askIn ?? []);
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
  const stream = createStream({ messages, shown, now: clock.now });

  const perform = ({ request, at, words }: Taken) =>
    once(at.origin, async () => {
      if (words) await messages.post({ ...words, at: clock.now() });
      return respond(await deps.perform(request), at);
    });

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

  async function servePage(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = pathOf(request);
    if (!Object.hasOwn(PAGE, path)) throw new Rejected(404, 'There is nothing here.');
    const file = await readFile(new URL(path === '/' ? 'index.html' : path.slice(1), page));
    const type = PAGE[path as keyof typeof PAGE];
    response.writeHead(200, { ...PAGE_HEADERS, 'content-type': `${type}; charset=utf-8` }).end(file);
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
      get('/playground/state', (_, response) =>
        sendJson(response, 200, {
          people: company.players,
          channels: company.channels,
          now: clock.now(),
          rev: messages.rev(),
          messages: messages.since(0).map(shown),
        }),
      ),
      get('/playground/events', stream.serve),
      post('/playground/say', (body) => perform(inbound.words(body))),
      post('/playground/press', (body) => perform(inbound.press(body))),
      post('/playground/report', (body) => perform(inbound.report(body))),
      post('/playground/submit', (body) => perform(inbound.submit(body))),
      post('/playground/jump', move),
    ],
    async start() {
      await messages.load();
      log.debug({ messages: messages.rev() }, 'the playground is open');
    },
    async stop() {
      stream.close();
      await once.settled();
      await messages.settled();
    },
  };
}
