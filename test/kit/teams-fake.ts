/**
 * Teams over HTTP: Microsoft's identity server and the connector that a bot calls. It holds what was posted, refuses
 * what Teams refuses, and can fail on demand. Requests to the bot come from ./teams-sender.ts.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { MESSAGE_LIMIT, problemsOf, type Json } from './teams-rules.js';

export type FakePerson = { id: string; aad: string; name: string; email: string; role: string };
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
export type Failure = { status: number; headers?: Record<string, string> } | 'silence';

export type FakeTeams = Awaited<ReturnType<typeof createFakeTeams>>;

/** One pair serves every fake of a process: making one takes longer than a test. */
let signingKeys: ReturnType<typeof generateKeyPair> | undefined;

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
  const failures: Failure[] = [];
  const calls: { method: string; path: string }[] = [];
  const refused: string[] = [];
  const tokens = new Set<string>();
  /** People who have not the app, so that no chat can be opened with them. */
  const strangers = new Set<string>();
  let counter = 1_700_000_000_000;
  let url = '';

  const nextId = () => String(++counter);
  const personBy = (id: string) =>
    [...people.values()].find(({ aad, email }) => [aad, `29:${aad}`, email].includes(decodeURIComponent(id)));

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
    if (pathname === '/login/oauth2/v2.0/token') return grant(new URLSearchParams(text), reply);
    if (!pathname.startsWith('/teams/v3/')) return void reply(404);
    if (!tokens.has(request.headers.authorization?.replace(/^Bearer /, '') ?? ''))
      return void reply(401, { error: { code: 'Unauthorized' } });
    const failure = failures.shift();
    if (failure === 'silence') return void request.socket.destroy();
    if (failure) return void reply(failure.status, { error: { code: 'Failed' } }, failure.headers);
    const path = pathname.slice('/teams/v3/'.length).split('/').map(decodeURIComponent);
    const { status, body } = serve(method, path, text ? (JSON.parse(text) as Json) : {}, Buffer.byteLength(text));
    if (status >= 400) refused.push(`${method} ${pathname}: ${status} ${JSON.stringify(body)}`);
    reply(status, body);
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
    if (!isKnown(conversation)) return missing('ConversationNotFound');
    if (part === 'members') return rosterOf(conversation, item);
    if (part !== 'activities') return missing('NotFound');
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
    const bad = (message: string, status = 400) => ({ status, body: { error: { code: 'BadSyntax', message } } });
    if (size > MESSAGE_LIMIT) return bad('MessageSizeTooBig', 413);
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
    if (person && strangers.has(person.id))
      return { status: 403, body: { error: { code: 'BotNotInConversationRoster' } } };
    if (!person || body['tenantId'] !== tenantId) return { status: 403, body: { error: { code: 'Forbidden' } } };
    return { status: 201, body: { id: chatOf(person.id) } };
  }

  function rosterOf(conversation: string, wanted: string): { status: number; body?: unknown } {
    const person = personBy(wanted);
    const owner = [...personal].find(([, chat]) => chat === conversation)?.[0];
    if (!person || (owner !== undefined && owner !== person.id)) return missing('MemberNotFoundInConversation');
    const { aad, email, name, role } = person;
    return {
      status: 200,
      body: { id: `29:${aad}`, name, aadObjectId: aad, email, userPrincipalName: email, tenantId, userRole: role },
    };
  }

  const missing = (code: string) => ({ status: 404, body: { error: { code } } });

  /** The personal chat, opened if it never was. */
  function chatOf(who: string): string {
    const chat = personal.get(who) ?? `a:${people.get(who)?.aad ?? who}`;
    personal.set(who, chat);
    return chat;
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const serviceUrl = `${url}/teams/`;

  return {
    url,
    serviceUrl,
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
    chatOf,
    nextId,
    addPerson(person: Pick<FakePerson, 'id' | 'email'> & Partial<FakePerson>): FakePerson {
      const whole = { aad: `aad-${person.id}`, name: person.id, role: 'user', ...person };
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
    fail: (...next: Failure[]) => failures.push(...next),
    /** Signs a token as the Bot Framework does, for so many seconds; the overrides make it wrong. */
    sign(claims: JWTPayload = {}, { kid = 'key-1', key = keys.privateKey, expires = 3600 } = {}) {
      return new SignJWT({ serviceurl: serviceUrl, iss: ISSUER, aud: appId, ...claims })
        .setProtectedHeader({ alg: 'RS256', kid })
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1000) + expires)
        .sign(key);
    },
    /** The key's endorsements, which name the channels it may sign for. */
    endorse: (channels: string[]) => (jwk.endorsements = channels),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
