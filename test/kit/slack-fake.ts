/**
 * Slack, as far as the desk can tell: its Web API over HTTP with the state behind it, its rules, its error codes, and
 * failures on demand. What it answers is what docs.slack.dev documents for each method.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'node:querystring';
import { setTimeout as wait } from 'node:timers/promises';
import { answer, createFailures } from './slack-failures.js';
import { keepCards } from './cards.js';
import { createSocketMode } from './slack-socket.js';
import type { Json } from './teams-rules.js';
import { checkHome, checkMessage, checkView, type Block, type Refused, type View } from './slack-rules.js';

export type FakeUser = {
  id: string;
  name: string;
  email: string;
  locale?: string;
  tz?: string;
  /** Their own workspace, when it is another that shares a channel. */
  team?: string;
  /** The workspaces of an organisation that they are in: then Slack names no `team_id`. */
  teams?: string[];
  /** Such as `is_restricted: true` for a guest, or `deleted: true`. */
  flags?: Record<string, boolean>;
};
export type FakeChannel = {
  id: string;
  name: string;
  /** Whether the desk is in it. */
  member: boolean;
  archived?: boolean;
  private?: boolean;
  /** The workspace that hosts it, when it is another. */
  host?: string;
};
export type FakeMessage = {
  channel: string;
  ts: string;
  text: string;
  blocks: Block[];
  /** Its blocks as they stood before, the latest first. */
  before?: Block[][];
  thread?: string;
  /** Only this user sees it. */
  ephemeralTo?: string;
  /** The user who wrote it, or `desk`. */
  by: string;
  /** The bot user as whom the desk wrote it. */
  bot?: string;
  metadata?: unknown;
  files?: readonly object[];
  attachments?: readonly object[];
  /** Names of the emoji that the desk has put on it. */
  marks?: string[];
};
export type OpenView = { id: string; user: string; view: View };
export type Call = { method: string; token: string; args: Record<string, unknown> };

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
/** What the buttons of a block carry. */
export const valuesOf = (block: object): Json[] => {
  const { elements = [] } = block as { elements?: { value?: string }[] };
  return elements.flatMap(({ value }) => (value === undefined ? [] : [JSON.parse(value) as Json]));
};
const text = (value: unknown) => (typeof value === 'string' ? value : '');
const json = (value: unknown): unknown => (typeof value === 'string' ? JSON.parse(value) : undefined);

/** As many of a list as were asked for, and where the rest begins. */
function page<T>(all: readonly T[], { limit = '100', cursor }: Args): { items: T[]; rest: object } {
  const from = Number(text(cursor) || 0);
  const to = from + Number(limit);
  const more = to < all.length;
  const rest = { has_more: more, response_metadata: { next_cursor: more ? String(to) : '' } };
  return { items: all.slice(from, to), rest };
}

export type FakeSlack = Awaited<ReturnType<typeof createFakeSlack>>;

export async function createFakeSlack(
  options: { team?: string; token?: string; appToken?: string; scopes?: string[] } = {},
) {
  const { team = 'T0DESK', token = 'xoxb-fake', appToken = 'xapp-fake', scopes } = options;
  let bot = { user: 'U0BOT', id: 'B0BOT' };
  const users = new Map<string, FakeUser>();
  const channels = new Map<string, FakeChannel>();
  const groups = new Map<string, string>();
  const files = new Map<string, object>();
  const messages: FakeMessage[] = [];
  const views: OpenView[] = [];
  /** The home tab of each user, as it was last published. */
  const homes = new Map<string, { blocks: Block[] }>();
  const calls: Call[] = [];
  const failures = createFailures();
  const triggers = new Map<string, { user: string; until: number; used: boolean }>();
  const responseUrls = new Map<string, { channel: string; user: string; on: string | undefined; uses: number }>();
  let serial = 0;
  let latest = 0;

  /** The time of a message, which also names it: seconds and microseconds, no two the same. */
  function nextTs(): string {
    latest = Math.max(latest + 1, Date.now() * 1000);
    return `${Math.floor(latest / 1e6)}.${String(latest % 1e6).padStart(6, '0')}`;
  }
  const dm = (user: string) => `D${user.slice(1)}`;

  function userNamed(id: unknown): FakeUser {
    const user = users.get(text(id));
    if (!user) throw new ApiError('user_not_found');
    return user;
  }
  const ownerOf = (chat: string) => [...users.values()].find(({ id }) => dm(id) === chat);

  /** A conversation that the desk can read. */
  function channelOf(args: Args): string {
    const id = text(args['channel']);
    const channel = channels.get(id);
    if (channel && !channel.member) throw new ApiError(channel.private ? 'channel_not_found' : 'not_in_channel');
    if (channel || ownerOf(id)) return id;
    throw new ApiError('channel_not_found');
  }
  /** A conversation that takes something new. */
  function openChannelOf(args: Args, closed = 'is_archived'): string {
    const id = text(args['channel']);
    if (channels.get(id)?.archived || ownerOf(id)?.flags?.['deleted']) throw new ApiError(closed);
    return channelOf(args);
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
  /** Without `include_all_metadata` Slack tells that there is some, and not what it holds. */
  const asSlack = (message: FakeMessage, { include_all_metadata }: Args = {}) => ({
    type: 'message',
    ts: message.ts,
    text: message.text,
    ...(message.metadata !== undefined && {
      metadata:
        include_all_metadata === 'true' ? message.metadata : { ...(message.metadata as object), event_payload: {} },
    }),
    ...(message.by === 'desk' ? { user: message.bot, bot_id: bot.id } : { user: message.by, team }),
    ...(message.files && { files: message.files }),
    ...(message.attachments && { attachments: message.attachments }),
    ...(message.thread && { thread_ts: message.thread }),
  });
  const since =
    ({ oldest }: Args) =>
    (message: FakeMessage) =>
      !text(oldest) || Number(message.ts) > Number(oldest);

  function asUser({ id, email, name, locale, tz, flags, team: own = team, teams }: FakeUser) {
    const home = teams
      ? { teams, enterprise_user: { id, enterprise_id: 'E0ORG', enterprise_name: 'Org', teams } }
      : { team_id: own };
    const profile = { email, real_name: name };
    return { id, ...home, name, real_name: name, profile, locale, tz, is_email_confirmed: true, ...flags };
  }

  const methods: Record<string, (args: Args) => object> = {
    'auth.test': () => ({ url: 'https://fake.slack.com/', team_id: team, user_id: bot.user, bot_id: bot.id }),
    'apps.connections.open': () => ({ url: socket.url() }),
    'chat.postMessage': (args) => {
      const channel = openChannelOf(args);
      const metadata = json(args['metadata']);
      const own = { channel, ts: nextTs(), by: 'desk', bot: bot.user, metadata };
      const message: FakeMessage = { ...take(args), ...own, ...inThread(args) };
      messages.push(message);
      return { channel, ts: message.ts, message: asSlack(message) };
    },
    'chat.update': (args) => {
      const channel = openChannelOf(args, 'is_inactive');
      const message = messages.find((each) => each.channel === channel && each.ts === args['ts'] && !each.ephemeralTo);
      if (!message) throw new ApiError('message_not_found');
      if (message.bot !== bot.user) throw new ApiError('cant_update_message');
      if (text(args['text']).length > 4000) throw new ApiError('msg_too_long');
      Object.assign(message, take(args), { before: [message.blocks, ...(message.before ?? [])] });
      return { channel, ts: message.ts };
    },
    'chat.postEphemeral': (args) => {
      const channel = openChannelOf(args);
      const { id } = userNamed(args['user']);
      const ts = nextTs();
      messages.push({ ...take(args), channel, ts, by: 'desk', bot: bot.user, ephemeralTo: id, ...inThread(args) });
      return { message_ts: ts };
    },
    'conversations.open': (args) => {
      const { id, flags } = userNamed(args['users']);
      if (flags?.['deleted']) throw new ApiError('user_disabled');
      return { channel: { id: dm(id) } };
    },
    'conversations.info': (args) => {
      const channel = channels.get(text(args['channel']));
      if (!channel || (channel.private && !channel.member)) throw new ApiError('channel_not_found');
      return { channel: { id: channel.id, name: channel.name, is_archived: channel.archived === true } };
    },
    'conversations.history': (args) => {
      const channel = channelOf(args);
      const here = messages.filter((each) => each.channel === channel && !each.ephemeralTo && !each.thread);
      const { items, rest } = page(here.filter(since(args)).toReversed(), args);
      return { messages: items.map((each) => asSlack(each, args)), ...rest };
    },
    'conversations.replies': (args) => {
      const { channel, ts } = args;
      channelOf(args);
      const here = messages.filter((each) => each.channel === channel && (each.thread === ts || each.ts === ts));
      if (here.length === 0) throw new ApiError('thread_not_found');
      const { items, rest } = page(
        here.filter((each) => !each.ephemeralTo && (each.ts === ts || since(args)(each))),
        args,
      );
      return { messages: items.map((each) => asSlack(each, args)), ...rest };
    },
    'reactions.add': (args) => {
      const channel = openChannelOf(args);
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
      refuse(checkHome(view.blocks));
      homes.set(id, view);
      return { view: { id: `V${(serial += 1)}` } };
    },
    'users.conversations': (args) => {
      const isOpen = ({ archived }: FakeChannel) => !archived || args['exclude_archived'] !== 'true';
      const { items, rest } = page(
        [...channels.values()].filter((channel) => channel.member && isOpen(channel)),
        args,
      );
      return { channels: items.map(({ id, name }) => ({ id, name })), ...rest };
    },
    'users.info': (args) => ({ user: asUser(userNamed(args['user'])) }),
    'users.lookupByEmail': (args) => {
      const user = [...users.values()].find((each) => each.email === args['email'] && !each.flags?.['deleted']);
      if (!user) throw new ApiError('users_not_found');
      return { user: asUser(user) };
    },
    'usergroups.list': () => ({ usergroups: [...groups].map(([id, handle]) => ({ id, handle, name: handle })) }),
    'files.info': (args) => {
      const file = files.get(text(args['file']));
      if (!file) throw new ApiError('file_not_found');
      return { file };
    },
    'views.open': (args) => ({ view: { id: openView(spend(args['trigger_id']), json(args['view'])).id } }),
  };

  function serveMethod(method: string, args: Args, bearer: string, response: ServerResponse) {
    calls.push({ method, token: bearer, args });
    const act = methods[method];
    if (!act) return answer(response, 200, { ok: false, error: 'unknown_method' });
    if (bearer !== (method === 'apps.connections.open' ? appToken : token)) {
      return answer(response, 200, { ok: false, error: 'invalid_auth' });
    }
    if (failures.took(method, args, response, () => act(args))) return undefined;
    try {
      return answer(response, 200, { ok: true, ...act(args) }, scopes ? { 'x-oauth-scopes': scopes.join(',') } : {});
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const detail = [`[ERROR] ${error.detail}`];
      return answer(response, 200, { ok: false, error: error.code, response_metadata: { messages: detail } });
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
      if (sent['replace_original'] === true) {
        const pressed = messages.find(({ ts }) => ts === where.on);
        if (pressed) Object.assign(pressed, take(args), { before: [pressed.blocks, ...(pressed.before ?? [])] });
        return;
      }
      const own = { channel: where.channel, ts: nextTs(), by: 'desk', bot: bot.user };
      const message = { ...take(args), ...own, ...inThread(args) };
      messages.push(sent['response_type'] === 'ephemeral' ? { ...message, ephemeralTo: where.user } : message);
    };
    if (failures.took('response_url', args, response, act)) return undefined;
    act();
    return answer(response, 200, { ok: true });
  }

  const server = createServer((request, response) => {
    receive(request)
      .then(async (body) => {
        const slowness = failures.slowness();
        if (slowness > 0) await wait(slowness, undefined, { ref: false });
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

  const changed = (id: string, change: Partial<FakeChannel>) => {
    const channel = channels.get(id);
    if (!channel) throw new Error(`there is no channel ${id}`);
    channels.set(id, { ...channel, ...change });
  };

  return {
    team,
    get bot() {
      return bot;
    },
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
    failNext: failures.failNext,
    limit: failures.limit,
    keepLimits: failures.keepLimits,
    slowDown: failures.slowDown,
    follow: failures.follow,
    heal: failures.heal,
    user: (id: string) => userNamed(id),
    knows: (id: string) => users.has(id),
    addUser(user: FakeUser) {
      users.set(user.id, user);
    },
    /** Somebody has left: Slack shows them as deleted, and their chat with the desk takes nothing more. */
    deactivate: (id: string) => users.set(id, { ...userNamed(id), flags: { deleted: true } }),
    addChannel(channel: Partial<FakeChannel> & { id: string; name: string }) {
      channels.set(channel.id, { member: true, ...channel });
    },
    addGroup: (id: string, handle: string) => void groups.set(id, handle),
    addFile: (id: string, file: object) => void files.set(id, file),
    /** Archives a channel under another name, so that its own is free: its members are put out. */
    archive: (id: string, name: string) => changed(id, { name, archived: true, member: false }),
    rename: (id: string, name: string) => changed(id, { name }),
    putOut: (id: string) => changed(id, { member: false }),
    invite: (id: string) => changed(id, { member: true }),
    hostOf: (id: string) => channels.get(id)?.host,
    /** The app is made anew: another bot, to which what the old one wrote does not belong. */
    makeAppAnew() {
      bot = { user: 'U0BOT2', id: 'B0BOT2' };
    },
    channelNamed: (name: string) => [...channels.values()].find((each) => each.name === name.replace(/^#/, ''))?.id,
    /** What stands in a channel for everyone to see, oldest first. */
    channel: (id: string) => messages.filter((each) => each.channel === id && !each.ephemeralTo),
    ephemerals: (user: string) => messages.filter((each) => each.ephemeralTo === user),
    called: (method: string) => calls.filter((each) => each.method === method),
    /** A trigger as Slack gives it with a click or command: 3 seconds, one use. */
    trigger(user: string) {
      const id = `${(serial += 1)}.${team}.${serial.toString(16)}`;
      triggers.set(id, { user, until: Date.now() + 3000, used: false });
      return id;
    },
    expireTriggers() {
      for (const trigger of triggers.values()) trigger.until = 0;
    },
    /** `on`: the message that was pressed on, which an answer may take the place of. */
    responseUrl(channel: string, user: string, on?: string) {
      const path = `/response/${(serial += 1)}`;
      responseUrls.set(path, { channel, user, on, uses: 0 });
      return `${origin}${path}`;
    },
    async close() {
      const drawn = messages.flatMap(({ blocks, before = [] }) => [blocks, ...before].flat());
      keepCards('slack', drawn.flatMap(valuesOf));
      socket.close();
      failures.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function receive(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
