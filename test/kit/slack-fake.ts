/**
 * Slack, as far as the desk can tell: its Web API over HTTP with the state behind it, its rules, its error codes, and
 * failures on demand.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'node:querystring';
import { createSocketMode } from './slack-socket.js';
import { checkMessage, checkView, type Block, type Refused, type View } from './slack-rules.js';

export type FakeUser = {
  id: string;
  name: string;
  email: string;
  locale?: string;
  tz?: string;
  /** Their own workspace, when it is another that shares a channel. */
  team?: string;
  /** Such as `is_restricted: true` for a guest. */
  flags?: Record<string, boolean>;
};
export type FakeMessage = {
  channel: string;
  ts: string;
  text: string;
  blocks: Block[];
  thread?: string;
  /** Only this user sees it. */
  ephemeralTo?: string;
  /** The user who wrote it, or `desk`. */
  by: string;
  metadata?: unknown;
  files?: readonly object[];
  /** Names of the emoji that the desk has put on it. */
  marks?: string[];
};
export type OpenView = { id: string; user: string; view: View };
export type Call = { method: string; token: string; args: Record<string, unknown> };
/** A failure to come: an HTTP status, Slack's error code, or no answer at all, after (`carriedOut`) or before acting. */
export type Failure = {
  status?: number;
  error?: string;
  hang?: boolean;
  retryAfter?: number;
  times?: number;
  carriedOut?: boolean;
  /** Only in this conversation. */
  channel?: string;
};

type Args = Record<string, unknown>;
class ApiError extends Error {
  constructor(
    readonly code: string,
    readonly detail = '',
  ) {
    super(code);
  }
}
const refuse = (refused: Refused | undefined) => {
  if (refused) throw new ApiError(refused.error, refused.detail);
};

export type FakeSlack = Awaited<ReturnType<typeof createFakeSlack>>;

export async function createFakeSlack(
  options: { team?: string; token?: string; appToken?: string; scopes?: string[] } = {},
) {
  const { team = 'T0DESK', token = 'xoxb-fake', appToken = 'xapp-fake', scopes } = options;
  const bot = { user: 'U0BOT', id: 'B0BOT' };
  const users = new Map<string, FakeUser>();
  const channels = new Map<string, { id: string; name: string; member: boolean }>();
  const messages: FakeMessage[] = [];
  const views: OpenView[] = [];
  /** The home tab of each user, as it was last published. */
  const homes = new Map<string, { blocks: Block[] }>();
  const calls: Call[] = [];
  const failures = new Map<string, Failure>();
  const triggers = new Map<string, { user: string; until: number; used: boolean }>();
  const responseUrls = new Map<string, { channel: string; user: string; uses: number }>();
  const hanging = new Set<ServerResponse>();
  let serial = 0;

  const nextTs = () => `${1_700_000_000 + (serial += 1)}.${String(serial).padStart(6, '0')}`;
  const dm = (user: string) => `D${user.slice(1)}`;
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const json = (value: unknown): unknown => (typeof value === 'string' ? JSON.parse(value) : undefined);

  function userNamed(id: unknown): FakeUser {
    const user = users.get(text(id));
    if (!user) throw new ApiError('user_not_found');
    return user;
  }
  function channelOf(args: Args): string {
    const id = text(args['channel']);
    const channel = channels.get(id);
    if (channel && !channel.member) throw new ApiError('not_in_channel');
    if (channel) return id;
    if ([...users.keys()].some((user) => dm(user) === id)) return id;
    throw new ApiError('channel_not_found');
  }
  function take(args: Args): Pick<FakeMessage, 'text' | 'blocks'> {
    const message = { text: text(args['text']), blocks: (json(args['blocks']) ?? []) as Block[] };
    refuse(checkMessage(message));
    return message;
  }
  function spend(id: unknown): string {
    const trigger = triggers.get(text(id));
    if (!trigger) throw new ApiError('invalid_trigger_id');
    if (trigger.used) throw new ApiError('exchanged_trigger_id');
    if (Date.now() > trigger.until) throw new ApiError('expired_trigger_id');
    trigger.used = true;
    return trigger.user;
  }
  function openView(user: string, candidate: unknown): OpenView {
    refuse(checkView(candidate));
    const open = { id: `V${(serial += 1)}`, user, view: candidate as View };
    views.push(open);
    return open;
  }
  const inThread = (args: Args) => (text(args['thread_ts']) ? { thread: text(args['thread_ts']) } : {});
  const asSlack = (message: FakeMessage) => ({
    type: 'message',
    ts: message.ts,
    text: message.text,
    metadata: message.metadata,
    ...(message.by === 'desk' ? { user: bot.user, bot_id: bot.id } : { user: message.by, team }),
    ...(message.files && { files: message.files }),
    ...(message.thread && { thread_ts: message.thread }),
  });

  const methods: Record<string, (args: Args) => object> = {
    'auth.test': () => ({ url: 'https://fake.slack.com/', team_id: team, user_id: bot.user, bot_id: bot.id }),
    'apps.connections.open': () => ({ url: socket.url() }),
    'chat.postMessage': (args) => {
      const channel = channelOf(args);
      const metadata = json(args['metadata']);
      const message = { ...take(args), channel, ts: nextTs(), by: 'desk', ...inThread(args), metadata };
      messages.push(message);
      return { channel, ts: message.ts, message: asSlack(message) };
    },
    'chat.update': (args) => {
      const channel = channelOf(args);
      const message = messages.find((each) => each.channel === channel && each.ts === args['ts'] && !each.ephemeralTo);
      if (!message) throw new ApiError('message_not_found');
      Object.assign(message, take(args));
      return { channel, ts: message.ts };
    },
    'chat.postEphemeral': (args) => {
      const channel = channelOf(args);
      const { id } = userNamed(args['user']);
      const ts = nextTs();
      messages.push({ ...take(args), channel, ts, by: 'desk', ephemeralTo: id, ...inThread(args) });
      return { message_ts: ts };
    },
    'conversations.open': (args) => ({ channel: { id: dm(userNamed(args['users']).id) } }),
    'conversations.history': (args) => {
      const here = messages.filter((each) => each.channel === channelOf(args) && !each.ephemeralTo && !each.thread);
      return { messages: here.map(asSlack).toReversed() };
    },
    'conversations.replies': (args) => {
      const { channel, ts } = args;
      channelOf(args);
      const here = messages.filter((each) => each.channel === channel && (each.thread === ts || each.ts === ts));
      if (here.length === 0) throw new ApiError('thread_not_found');
      return { messages: here.map(asSlack) };
    },
    'reactions.add': (args) => {
      const channel = channelOf(args);
      const message = messages.find((each) => each.channel === channel && each.ts === args['timestamp']);
      if (!message) throw new ApiError('message_not_found');
      const name = text(args['name']);
      if (message.marks?.includes(name)) throw new ApiError('already_reacted');
      message.marks = [...(message.marks ?? []), name];
      return {};
    },
    'views.publish': (args) => {
      const { id } = userNamed(args['user_id']);
      const view = json(args['view']) as { type: string; blocks: Block[] };
      if (view.type !== 'home') throw new ApiError('invalid_arguments', 'a home is of type home');
      refuse(checkMessage({ text: 'home', blocks: view.blocks }));
      homes.set(id, view);
      return { view: { id: `V${(serial += 1)}` } };
    },
    'users.conversations': () => ({ channels: [...channels.values()].filter((channel) => channel.member) }),
    'users.info': (args) => {
      const { id, name, email, locale, tz, flags, team: own = team } = userNamed(args['user']);
      const profile = { email, real_name: name };
      return {
        user: { id, team_id: own, name, real_name: name, profile, locale, tz, is_email_confirmed: true, ...flags },
      };
    },
    'users.lookupByEmail': (args) => {
      const user = [...users.values()].find((each) => each.email === args['email']);
      if (!user) throw new ApiError('users_not_found');
      return { user: { id: user.id, team_id: team } };
    },
    'views.open': (args) => ({ view: { id: openView(spend(args['trigger_id']), json(args['view'])).id } }),
  };

  /** Carries out what is asked, or the failure that was ordered; true when the answer has been dealt with. */
  function failsAsOrdered(method: string, args: Args, response: ServerResponse, act: () => unknown): boolean {
    const failure = failures.get(method);
    if (!failure || (failure.channel && failure.channel !== args['channel'])) return false;
    const { times = 1, status, error, hang, retryAfter, carriedOut } = failure;
    if (times > 1) failures.set(method, { ...failure, times: times - 1 });
    else failures.delete(method);
    if (carriedOut) act();
    if (hang) hanging.add(response);
    else if (error) answer(response, 200, { ok: false, error });
    else answer(response, status ?? 500, {}, retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) });
    return true;
  }

  function serveMethod(method: string, args: Args, bearer: string, response: ServerResponse) {
    calls.push({ method, token: bearer, args });
    const act = methods[method];
    if (!act) return answer(response, 200, { ok: false, error: 'unknown_method' });
    if (bearer !== (method === 'apps.connections.open' ? appToken : token)) {
      return answer(response, 200, { ok: false, error: 'invalid_auth' });
    }
    if (failsAsOrdered(method, args, response, () => act(args))) return undefined;
    try {
      return answer(response, 200, { ok: true, ...act(args) }, scopes ? { 'x-oauth-scopes': scopes.join(',') } : {});
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const messages = [`[ERROR] ${error.detail}`];
      return answer(response, 200, { ok: false, error: error.code, response_metadata: { messages } });
    }
  }

  function serveResponseUrl(path: string, body: string, response: ServerResponse) {
    const where = responseUrls.get(path);
    if (!where || where.uses >= 5) return answer(response, 404, { ok: false, error: 'used_url' });
    where.uses += 1;
    const sent = JSON.parse(body) as Args;
    const args = { ...sent, blocks: JSON.stringify(sent['blocks']) };
    calls.push({ method: 'response_url', token: '', args: sent });
    const act = () => {
      const message = { ...take(args), channel: where.channel, ts: nextTs(), by: 'desk', ...inThread(args) };
      messages.push(sent['response_type'] === 'ephemeral' ? { ...message, ephemeralTo: where.user } : message);
    };
    if (failsAsOrdered('response_url', args, response, act)) return undefined;
    act();
    return answer(response, 200, { ok: true });
  }

  const server = createServer((request, response) => {
    read(request)
      .then((body) => {
        const path = request.url ?? '';
        if (path.startsWith('/response/')) return serveResponseUrl(path, body, response);
        const bearer = request.headers.authorization?.replace('Bearer ', '') ?? '';
        return serveMethod(path.replace('/api/', ''), { ...parse(body) }, bearer, response);
      })
      .catch((error: unknown) => answer(response, 500, { error: String(error) }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const socket = createSocketMode(server, origin);

  return {
    team,
    bot,
    token,
    appToken,
    apiUrl: `${origin}/api/`,
    messages,
    views,
    homes,
    calls,
    socket,
    dm,
    nextTs,
    /** So many messages have been written here before. */
    skip: (count: number) => void (serial += count),
    openView,
    user: (id: string) => userNamed(id),
    knows: (id: string) => users.has(id),
    addUser(user: FakeUser) {
      users.set(user.id, user);
    },
    addChannel(channel: { id: string; name: string; member?: boolean }) {
      channels.set(channel.id, { member: true, ...channel });
    },
    channelNamed: (name: string) => [...channels.values()].find((each) => each.name === name.replace(/^#/, ''))?.id,
    /** What stands in a channel for everyone to see, oldest first. */
    channel: (id: string) => messages.filter((each) => each.channel === id && !each.ephemeralTo),
    ephemerals: (user: string) => messages.filter((each) => each.ephemeralTo === user),
    /** A trigger as Slack gives it with a click or command: 3 seconds, one use. */
    trigger(user: string) {
      const id = `${(serial += 1)}.${team}.${serial.toString(16)}`;
      triggers.set(id, { user, until: Date.now() + 3000, used: false });
      return id;
    },
    expireTriggers() {
      for (const trigger of triggers.values()) trigger.until = 0;
    },
    responseUrl(channel: string, user: string) {
      const path = `/response/${(serial += 1)}`;
      responseUrls.set(path, { channel, user, uses: 0 });
      return `${origin}${path}`;
    },
    /** The next calls of a method fail in this way; `response_url` is a method too. */
    failNext(method: string, failure: Failure) {
      failures.set(method, failure);
    },
    async close() {
      socket.close();
      for (const response of hanging) response.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
