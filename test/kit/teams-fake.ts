/**
 * Teams over HTTP: Microsoft's identity server and the connector that a bot calls. It holds what was posted, refuses
 * what Teams refuses, limits rates, and can fail on demand. Requests to the bot come from ./teams-sender.ts.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import type { Fault, Faults } from './faults.js';
import { keepCards } from './cards.js';
import { buttonsOf, MESSAGE_LIMIT, problemsOf, type Json } from './teams-rules.js';

export type FakePerson = {
  id: string;
  aad: string;
  name: string;
  /** The mail address; the roster finds people by `upn`, their user principal name, which need not be the same. */
  email: string;
  upn: string;
  role: string;
  /** What the roster says otherwise of them; what is undefined, it leaves out. */
  listed: Json;
};
export type FakeMessage = {
  id: string;
  conversation: string;
  /** The message that heads its thread. */
  root?: string;
  /** `desk`, or the id of a person. */
  by: string;
  /** As it stands, and as it stood before. */
  activity: Json;
  before: Json[];
};
type Team = { id: string; name: string; channels: { id: string; name?: string }[] };

/** How a call fails: with an answer, `html`: one that is a page, by a connection that is closed, or by none at all. */
export type Failure =
  | { status: number; headers?: Record<string, string>; code?: string; message?: string; html?: boolean }
  | 'silence'
  | 'hang';
type Failing = {
  /** Only calls like these: `POST /teams/v3/conversations/…`. */
  on: RegExp;
  failure: Failure;
  left: number;
  /** Teams does what it was asked to, and only then fails. */
  taken?: true;
};
/** So many calls of a kind in so many seconds; one more is refused, and told to wait for so many. */
type Limit = { on: RegExp; most: number; seconds: number };

/** What Teams says to a bot that is kept out of a conversation. */
export const SHUT: Record<string, string> = {
  BotDisabledByAdmin: 'The tenant admin disabled this bot',
  BotNotInConversationRoster: "The bot isn't part of the conversation roster.",
  ConversationBlockedByUser: 'User blocked the conversation with the bot.',
  ForbiddenOperationException: "Bot isn't installed in user's personal scope",
  NotEnoughPermissions: 'The bot has not the permission to do this.',
  MessageWritesBlocked: 'Thread is blocked from message writes.',
};

export type FakeTeams = Awaited<ReturnType<typeof createFakeTeams>>;

/** One pair serves every fake of a process: making one takes longer than a test. */
let signingKeys: ReturnType<typeof generateKeyPair> | undefined;

/** A fault of a plan as Teams shows it. */
const asFailing = ({ kind, status, isDone }: Fault): Pick<Failing, 'failure' | 'taken'> => ({
  failure:
    kind === 'reset'
      ? 'silence'
      : { status, ...(kind === 'throttled' && { headers: { 'retry-after': '1' } }), html: kind === 'page' },
  ...(isDone && { taken: true }),
});

/** What the buttons of a message carry, those of questions that they unfold too. */
const carriedBy = ({ attachments }: Json): Json[] =>
  buttonsOf(attachments).flatMap(
    ({ card, data }) => (card ? buttonsOf((card as Json)['body']).map((yes) => yes['data']) : data) as Json[],
  );

const ISSUER = 'https://api.botframework.com';

export async function createFakeTeams({
  appId = 'b0d3a9f2-5a1c-4c59-9b1e-0d5f6a7e8c91',
  password = 'fake-secret',
  tenantId = '7c1f6b52-93a4-4d0e-8c5b-2f4a9e1d3b60',
} = {}) {
  const keys = await (signingKeys ??= generateKeyPair('RS256', { extractable: true }));
  const jwk = {
    ...(await exportJWK(keys.publicKey)),
    kid: 'key-1',
    use: 'sig',
    alg: 'RS256',
    endorsements: ['msteams'],
  };
  const people = new Map<string, FakePerson>();
  const personal = new Map<string, string>();
  const teams = new Map<string, Team>();
  const messages: FakeMessage[] = [];
  const failings: Failing[] = [];
  const limits: (Limit & { times: number[]; until: number })[] = [];
  /** Conversations the bot is kept out of, and by which code. */
  const shut = new Map<string, string>();
  const calls: { method: string; path: string }[] = [];
  /** Calls that were made although Teams had asked to wait. */
  const impatient: string[] = [];
  let pause = 0;
  let plan: Faults | undefined;
  /** Messages that were taken, though the desk was not told so. */
  const unanswered: string[] = [];
  let region = 'teams';
  const refused: string[] = [];
  const tokens = new Set<string>();
  /** People who have not the app, so that no chat can be opened with them. */
  const strangers = new Set<string>();
  let counter = 1_700_000_000_000;
  let url = '';

  const nextId = () => String(++counter);
  const personBy = (id: string) =>
    [...people.values()].find(({ aad, upn }) => [aad, `29:${aad}`, upn].some((each) => isSame(each, id)));

  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://fake');
    const method = request.method ?? 'GET';
    const text = await read(request);
    calls.push({ method, path: pathname });
    const reply = (status: number, body?: unknown, headers: Record<string, string> = {}) =>
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(body === undefined ? '' : JSON.stringify(body));

    if (pathname === '/openid') return void reply(200, { issuer: ISSUER, jwks_uri: `${url}/keys` });
    if (pathname === '/keys') return void reply(200, { keys: [jwk] });
    const call = `${method} ${pathname}`;
    const planned = plan?.next(decodeURIComponent(call));
    const slowness = Math.max(pause, plan?.pause() ?? 0);
    if (slowness > 0) await sleep(slowness);
    if (pathname === '/login/oauth2/v2.0/token') {
      if (planned) return fail(asFailing(planned).failure);
      return grant(new URLSearchParams(text), reply);
    }
    if (!pathname.startsWith(`/${region}/v3/`)) return void reply(404);
    if (!tokens.has(request.headers.authorization?.replace(/^Bearer /, '') ?? ''))
      return void reply(401, { error: { code: 'Unauthorized' } });
    const wait = secondsToWait(call);
    if (wait) return void reply(429, errorOf('Throttled', 'Too many requests'), { 'retry-after': String(wait) });
    const ordered = failings.find(({ on, left }) => left > 0 && on.test(decodeURIComponent(call)));
    if (ordered) ordered.left -= 1;
    const failing = ordered ?? (planned && asFailing(planned));
    if (failing && !failing.taken) return fail(failing.failure);
    const path = pathname.slice(`/${region}/v3/`.length).split('/').map(decodeURIComponent);
    const { status, body } = serve(method, path, text ? (JSON.parse(text) as Json) : {}, Buffer.byteLength(text));
    if (status >= 400) refused.push(`${method} ${pathname}: ${status} ${JSON.stringify(body)}`);
    if (failing) {
      if (method === 'POST' && status === 201) unanswered.push(String((body as Json)['id']));
      return fail(failing.failure);
    }
    reply(status, body);

    function fail(failure: Failure): void {
      if (failure === 'hang') return;
      if (failure === 'silence') return void request.socket.destroy();
      const { status: failed, headers, code = 'Failed', message = code, html } = failure;
      if (html) response.writeHead(failed, { 'content-type': 'text/html' }).end('<!DOCTYPE html><title>Error</title>');
      else reply(failed, errorOf(code, message), headers);
    }
  }

  /** The seconds that a call has to wait; it is too many when others like it were made shortly before. */
  function secondsToWait(call: string): number | undefined {
    const now = performance.now();
    for (const limit of limits.filter(({ on }) => on.test(decodeURIComponent(call)))) {
      if (now < limit.until) impatient.push(call);
      limit.times = limit.times.filter((time) => now - time < limit.seconds * 1000);
      if (limit.times.length < limit.most && now >= limit.until) limit.times.push(now);
      else {
        limit.until = Math.max(limit.until, now + limit.seconds * 1000);
        return Math.ceil((limit.until - now) / 1000);
      }
    }
    return undefined;
  }

  function grant(form: URLSearchParams, reply: (status: number, body: unknown) => void): void {
    const deny = (code: string) => reply(401, { error: 'invalid_client', error_description: `${code}: refused` });
    if (form.get('client_id') !== appId) return deny('AADSTS700016');
    if (form.get('client_secret') !== password) return deny('AADSTS7000215');
    if (form.get('scope') !== `${ISSUER}/.default`) return deny('AADSTS70011');
    const token = `granted-${tokens.size + 1}`;
    tokens.add(token);
    reply(200, { token_type: 'Bearer', expires_in: 3600, access_token: token });
  }

  function serve(method: string, path: string[], body: Json, size: number): { status: number; body?: unknown } {
    const [noun, id = '', part, item = ''] = path;
    const conversation = id.split(';')[0] ?? '';
    if (noun === 'teams') return serveTeam(id, part);
    if (noun !== 'conversations') return missing('NotFound');
    if (!id) return openChat(body);
    if (!isKnown(conversation) && conversation.endsWith('@unq.gbl.spaces'))
      return shutOut('BotNotInConversationRoster');
    if (!isKnown(conversation)) return missing('ConversationNotFound');
    if (part === 'members') return rosterOf(conversation, item);
    if (part !== 'activities') return missing('NotFound');
    const code = shut.get(conversation);
    if (code) return shutOut(code);
    if (method === 'DELETE') {
      const index = messages.findIndex((each) => each.id === item && each.conversation === conversation);
      if (index < 0) return missing('ActivityNotFoundInConversation');
      messages.splice(index, 1);
      return { status: 200, body: {} };
    }
    const wrong = wrongWith(body, size);
    if (wrong) return wrong;
    if (method === 'PUT') {
      const message = messages.find((each) => each.id === item && each.conversation === conversation);
      if (!message) return missing('ActivityNotFoundInConversation');
      message.before.unshift(message.activity);
      message.activity = body;
      return { status: 200, body: { id: item } };
    }
    const root = /;messageid=(.+)$/.exec(id)?.[1];
    const message = { id: nextId(), conversation, ...(root ? { root } : {}), by: 'desk', activity: body, before: [] };
    messages.push(message);
    return { status: 201, body: { id: message.id } };
  }

  function wrongWith(activity: Json, size: number): { status: number; body: unknown } | undefined {
    const bad = (message: string) => ({ status: 400, body: errorOf('Bad Argument', message) });
    if (size > MESSAGE_LIMIT) return { status: 413, body: errorOf('MessageSizeTooBig', 'Message size too large.') };
    if (activity['type'] !== 'message') return bad('only messages can be posted');
    const cards = ((activity['attachments'] ?? []) as Json[]).map(({ content }) => content as Json);
    if (cards.length === 0 && !activity['text']) return bad('a message needs text or a card');
    const problems = cards.flatMap(problemsOf);
    return problems.length > 0 ? bad(problems.join('; ')) : undefined;
  }

  const isKnown = (conversation: string) =>
    [...personal.values()].includes(conversation) ||
    [...teams.values()].some(({ channels }) => channels.some((channel) => channel.id === conversation));

  function serveTeam(id: string, part: string | undefined): { status: number; body?: unknown } {
    const team = teams.get(id);
    if (!team) return missing('TeamNotFound');
    return part === 'conversations'
      ? { status: 200, body: { conversations: team.channels } }
      : { status: 200, body: { id: team.id, name: team.name } };
  }

  function openChat(body: Json): { status: number; body?: unknown } {
    const [first] = (body['members'] ?? []) as { id: string }[];
    const person = personBy(first?.id ?? '');
    if (person && strangers.has(person.id)) return shutOut('BotNotInConversationRoster');
    if (!person || body['tenantId'] !== tenantId) return { status: 403, body: errorOf('Forbidden', 'Forbidden') };
    return { status: 201, body: { id: chatOf(person.id) } };
  }

  function rosterOf(conversation: string, wanted: string): { status: number; body?: unknown } {
    const person = personBy(wanted);
    const owner = [...personal].find(([, chat]) => chat === conversation)?.[0];
    if (!person || (owner !== undefined && owner !== person.id)) return missing('MemberNotFoundInConversation');
    const { aad, email, listed, name, role, upn } = person;
    const known = { id: `29:${aad}`, name, aadObjectId: aad, email, userPrincipalName: upn, tenantId, userRole: role };
    return { status: 200, body: { ...known, ...listed } };
  }

  const shutOut = (code: string) => ({
    status: 403,
    body: code === 'MessageWritesBlocked' ? { errorCode: 209, message: blockedBy(code) } : errorOf(code, SHUT[code]!),
  });
  const missing = (code: string) => ({ status: 404, body: errorOf(code, 'Not found.') });

  /** The personal chat, opened if it never was. */
  function chatOf(who: string): string {
    const chat = personal.get(who) ?? `a:${people.get(who)?.aad ?? who}`;
    personal.set(who, chat);
    return chat;
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    /** Where Teams serves the tenant now. */
    get serviceUrl() {
      return `${url}/${region}/`;
    },
    /** From now on Teams serves the tenant elsewhere, and is not found where it was. */
    moveTo: (next: string) => (region = next),
    appId,
    password,
    tenantId,
    /** The settings that point a desk at this server. */
    cloud: {
      ValidateAuthority: 'false',
      ToChannelFromBotLoginUrl: `${url}/login`,
      ToChannelFromBotOAuthScope: ISSUER,
      ToBotFromChannelTokenIssuer: ISSUER,
      OAuthUrl: url,
      ToBotFromChannelOpenIdMetadataUrl: `${url}/openid`,
      ToBotFromEmulatorOpenIdMetadataUrl: `${url}/openid`,
      CallerId: 'urn:botframework:azure',
    },
    people,
    strangers,
    teams,
    messages,
    /** Every call the desk made, and those that were refused, with the reason. */
    calls,
    refused,
    impatient,
    chatOf,
    nextId,
    addPerson(person: Pick<FakePerson, 'id' | 'email'> & Partial<FakePerson>): FakePerson {
      const { id, email } = person;
      const whole = { aad: `aad-${id}`, name: id, role: 'user', upn: email, listed: {}, ...person };
      people.set(whole.id, whole);
      return whole;
    },
    /** The general channel bears the id of the team and no name. */
    addTeam(name: string, channels: string[] = []): Team {
      const id = `19:${name.toLowerCase().replaceAll(' ', '-')}@thread.tacv2`;
      const others = channels.map((channel) => ({ id: id.replace('@', `-${channel.toLowerCase()}@`), name: channel }));
      const team = { id, name, channels: [{ id }, ...others] };
      teams.set(id, team);
      return team;
    },
    /** The next calls of the desk fail like this, in order. */
    fail: (...next: Failure[]) => {
      for (const failure of next) failings.push({ on: /(?:)/, failure, left: 1 });
    },
    /** The next so many calls of this kind fail like this, `taken`: after they have had their effect. */
    failOn(on: RegExp, failure: Failure, { times = 1, taken = false } = {}): void {
      failings.push({ on, failure, left: times, ...(taken ? { taken } : {}) });
    },
    /** From now on calls fail as a plan has it. */
    follow: (faults: Faults) => void (plan = faults),
    unanswered,
    /** Calls fail no more. */
    heal(): void {
      failings.length = 0;
      plan = undefined;
    },
    /** Every call takes so many milliseconds. */
    slow: (milliseconds: number) => (pause = milliseconds),
    limit: (limit: Limit) => limits.push({ ...limit, times: [], until: 0 }),
    /** Teams takes nothing from the bot in this conversation, by this code, until it is opened again. */
    shut: (conversation: string, code: string) => shut.set(conversation, code),
    reopen: (conversation: string) => shut.delete(conversation),
    /** Signs a token as the Bot Framework does, for so many seconds; the overrides make it wrong. */
    sign(claims: JWTPayload = {}, { kid = 'key-1', key = keys.privateKey, expires = 3600 } = {}) {
      return new SignJWT({ serviceurl: `${url}/${region}/`, iss: ISSUER, aud: appId, ...claims })
        .setProtectedHeader({ alg: 'RS256', kid })
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1000) + expires)
        .sign(key);
    },
    /** The key's endorsements, which name the channels it may sign for. */
    endorse: (channels: string[]) => (jwk.endorsements = channels),
    close: () =>
      new Promise<void>((resolve) => {
        const drawn = messages.flatMap(({ activity, before }) => [activity, ...before]);
        keepCards('teams', drawn.flatMap(carriedBy));
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === decodeURIComponent(b).toLowerCase();
const errorOf = (code: string, message: string) => ({ error: { code, message } });
/** As in Microsoft's example: JSON within the message of an error that has no code. */
const blockedBy = (subCode: string): string =>
  JSON.stringify({ subCode, details: SHUT[subCode], errorCode: null, errorSubCode: null }, null, 2);

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
