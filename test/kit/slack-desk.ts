/** The Slack adapter over a fake Slack, with a desk that answers what the test says. */
import pino from 'pino';
import type { Adapter, AdapterDeps } from '../../adapters/adapter.js';
import { createHttp } from '../../adapters/http.js';
import { createDeliveries } from '../../src/deliveries.js';
import { inMemory } from './deliveries.js';
import { createSlack } from '../../adapters/slack/index.js';
import type { SlackConfig } from '../../adapters/slack/config.js';
import type { Viewer } from '../../src/card.js';
import type { Request } from '../../src/chat.js';
import type { Answer, Reply } from '../../src/reply.js';
import { createFakeSlack } from './slack-fake.js';
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
};

const open = new Set<{ close(): Promise<void> }>();
afterEach(async () => {
  for (const desk of open) await desk.close();
});

/** Closed by itself after the test. */
export async function createSlackDesk({ answer, mode = 'http', identity = 'email', token, scopes }: Options = {}) {
  const fake = await createFakeSlack({ ...(token && { token }), ...(scopes && { scopes }) });
  fake.addUser({ id: 'U1ADA', name: 'Ada', email: 'ada@example.com', locale: 'en-GB', tz: 'Europe/Berlin' });
  fake.addUser({ id: 'U2BOB', name: 'Bob', email: 'bob@example.com', locale: 'zh-CN', tz: 'Asia/Shanghai' });
  fake.addChannel({ id: 'C1DESK', name: 'it-desk' });
  fake.addChannel({ id: 'C2ELSE', name: 'elsewhere', member: false });

  const asked: Request[] = [];
  const log: string[] = [];
  const common = { botToken: fake.token, apiUrl: fake.apiUrl, identity };
  const config: SlackConfig =
    mode === 'http' ? { ...common, mode, signingSecret: SECRET } : { ...common, mode, appToken: fake.appToken };
  const deps: AdapterDeps = {
    async perform(request): Promise<Answer> {
      asked.push(request);
      return { ...((await answer?.(request)) ?? { kind: 'done' }), for: VIEWER };
    },
    deliveries: createDeliveries({ book: inMemory(), log: pino({ level: 'silent' }) }),
    addresses: { keep: async () => {}, recall: async () => undefined },
    log: pino({ level: 'debug' }, { write: (line: string) => void log.push(line) }),
    accountOf: (person) => (person === 'bob' ? `${fake.team}/U2BOB` : undefined),
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
    /** The lines that were logged. */
    log,
    sender: createSlackSender({ url, secret: SECRET, fake }),
    async close() {
      open.delete(desk);
      await slack.stop();
      await http.close();
      await fake.close();
    },
  };
  open.add(desk);
  return desk;
}

export type SlackDesk = Awaited<ReturnType<typeof createSlackDesk>>;
