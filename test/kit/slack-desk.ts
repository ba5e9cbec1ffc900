/** The Slack adapter over a fake Slack, with a desk that answers what the test says. */
import pino from 'pino';
import type { Adapter } from '../../adapters/adapter.js';
import { createHttp } from '../../adapters/http.js';
import { createDeliveries } from '../../src/deliveries.js';
import { inMemory } from './deliveries.js';
import { createSlack, type SlackDeps } from '../../adapters/slack/index.js';
import type { SlackConfig } from '../../adapters/slack/config.js';
import type { Viewer } from '../../src/card.js';
import type { Request } from '../../src/chat.js';
import type { Answer, Reply } from '../../src/reply.js';
import { createFakeSlack, type FakeSlack } from './slack-fake.js';
import { createSlackSender } from './slack-sender.js';

export const SECRET = 'a-signing-secret';
export const VIEWER: Viewer = { lang: 'en', zone: 'Europe/Berlin' };

type Options = {
  answer?: (request: Request) => Reply | Promise<Reply>;
  mode?: 'http' | 'socket';
  identity?: 'email' | 'none';
  token?: string;
  /** What the workspace granted the app. */
  scopes?: string[];
  /** The desk whose Slack it shares: another process of the same. */
  beside?: { fake: FakeSlack };
};

const open = new Set<{ close(): Promise<void> }>();
afterEach(async () => {
  for (const desk of [...open].toReversed()) await desk.close();
});

/** Closed by itself after the test. */
export async function createSlackDesk(options: Options = {}) {
  const { answer, mode = 'http', identity = 'email', token, scopes, beside } = options;
  const fake = beside?.fake ?? (await createFakeSlack({ ...(token && { token }), ...(scopes && { scopes }) }));
  fake.addUser({ id: 'U1ADA', name: 'Ada', email: 'ada@example.com', locale: 'en-GB', tz: 'Europe/Berlin' });
  fake.addUser({ id: 'U2BOB', name: 'Bob', email: 'bob@example.com', locale: 'zh-CN', tz: 'Asia/Shanghai' });
  fake.addChannel({ id: 'C1DESK', name: 'it-desk' });
  fake.addChannel({ id: 'C2ELSE', name: 'elsewhere', member: false });

  const book = inMemory();
  const asked: Request[] = [];
  const log: string[] = [];
  const common = { botToken: fake.token, apiUrl: fake.apiUrl, identity };
  const config: SlackConfig =
    mode === 'http' ? { ...common, mode, signingSecret: SECRET } : { ...common, mode, appToken: fake.appToken };
  const deps: SlackDeps = {
    async perform(request): Promise<Answer> {
      asked.push(request);
      return { ...((await answer?.(request)) ?? { kind: 'done' }), for: VIEWER };
    },
    deliveries: createDeliveries({ book, log: pino({ level: 'silent' }) }),
    addresses: { keep: async () => {}, recall: async () => undefined },
    log: pino({ level: 'debug' }, { write: (line: string) => void log.push(line) }),
    accountOf: (person) => (person === 'bob' ? `${fake.team}/U2BOB` : undefined),
    nameOf: (account) => (account === `${fake.team}/U2BOB` ? 'Bob' : undefined),
  };
  const slack: Adapter = createSlack(config, deps);
  const http = createHttp(slack.routes, deps.log);
  const url = `http://127.0.0.1:${await http.listen(0, '127.0.0.1')}`;

  const desk = {
    fake,
    slack,
    chat: slack.chats[0]!,
    url,
    asked,
    /** The deliveries that were kept, or claimed to be answered. */
    book,
    /** The lines that were logged. */
    log,
    sender: createSlackSender({ url, secret: SECRET, fake }),
    async close() {
      open.delete(desk);
      await slack.stop();
      await http.close();
      if (!beside) await fake.close();
    },
  };
  open.add(desk);
  return desk;
}

export type SlackDesk = Awaited<ReturnType<typeof createSlackDesk>>;
