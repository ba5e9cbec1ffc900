/** Who is let in at `POST /api/messages`, and what becomes of what nobody expects. */
import http from 'node:http';
import { createRequire } from 'node:module';
import { generateKeyPair } from 'jose';
import { done, refused } from '../../src/reply.js';
import { createFakeTeams } from '../kit/teams-fake.js';
import { startTeams, type TeamsDesk } from '../kit/teams-desk.js';

const require = createRequire(import.meta.url);
let desk: TeamsDesk;
beforeAll(async () => {
  desk = await startTeams();
  desk.fake.addPerson({ id: 'ada', email: 'ada@example.com' });
});
afterAll(() => desk.close());

const hello = () => desk.teams.message('ada', 'hello');
const bearer = async (token: Promise<string>) => `Bearer ${await token}`;

test('what Teams signed is let in', async () => {
  expect(await desk.teams.send(hello())).toEqual({ status: 200, body: undefined });
  expect(desk.asked.at(-1)?.asks).toEqual({ kind: 'words', words: 'hello' });
});

describe('401, and nothing reaches the desk:', () => {
  const strangers: [string, () => Promise<string>][] = [
    ['no token', () => Promise.resolve('')],
    ['garbage', () => Promise.resolve('Bearer garbage')],
    ['another scheme', () => Promise.resolve('Basic YTpi')],
    ['an expired token', () => bearer(desk.fake.sign({}, { expires: -3600 }))],
    ['a token for another app', () => bearer(desk.fake.sign({ aud: 'another' }))],
    ['a token of another issuer', () => bearer(desk.fake.sign({ iss: 'https://sts.windows.net/x/' }))],
    ['a token for another service', () => bearer(desk.fake.sign({ serviceurl: 'https://evil.example/' }))],
    ['a token that names no service', () => bearer(desk.fake.sign({ serviceurl: undefined }))],
    ['an unknown key', () => bearer(desk.fake.sign({}, { kid: 'key-2' }))],
    [
      'a forged signature',
      async () => bearer(desk.fake.sign({}, { key: (await generateKeyPair('RS256')).privateKey })),
    ],
    ['a token without a signature', async () => `Bearer ${(await desk.fake.sign()).replace(/[^.]+$/, '')}`],
  ];
  test.each(strangers)('%s', async (_, authorization) => {
    const before = desk.asked.length;
    expect(await desk.teams.send(hello(), await authorization())).toEqual({ status: 401, body: undefined });
    expect(desk.asked).toHaveLength(before);
  });

  test('a key that is not endorsed for Teams', async () => {
    const fake = await createFakeTeams();
    fake.endorse(['skype']);
    const other = await startTeams({ fake });
    fake.addPerson({ id: 'ada', email: 'ada@example.com' });
    expect(await other.teams.say('ada', 'hello')).toMatchObject({ status: 401 });
    await other.close();
    await fake.close();
  });
});

test('while the keys cannot be had, nobody is let in and Teams may try again', async () => {
  const fake = await createFakeTeams();
  fake.addPerson({ id: 'ada', email: 'ada@example.com' });
  const other = await startTeams({
    fake,
    config: ({ appId, password, tenantId, cloud }) => ({
      mode: 'azure',
      type: 'SingleTenant',
      identity: 'email',
      appId,
      password,
      tenantId,
      cloud: { ...cloud, ToBotFromChannelOpenIdMetadataUrl: `${fake.url}/nowhere` },
    }),
  });
  expect(await other.teams.say('ada', 'hello')).toMatchObject({ status: 503 });
  expect(other.asked).toEqual([]);
  await other.close();
  await fake.close();
});

test('junk tokens leave nothing behind', async () => {
  const { ToBotFromBotOrEmulatorTokenValidationParameters: held } =
    require('botframework-connector/lib/auth/tokenValidationParameters.js') as {
      ToBotFromBotOrEmulatorTokenValidationParameters: { issuer: string[] };
    };
  const before = held.issuer.length;
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  for (let n = 0; n < 50; n++) {
    const token = [part({ alg: 'RS256', kid: 'key-1' }), part({ iss: 'https://sts.windows.net/', tid: `t${n}` }), 'x'];
    expect(await desk.teams.send(hello(), `Bearer ${token.join('.')}`)).toMatchObject({ status: 401 });
  }
  expect(held.issuer).toHaveLength(before);
});

describe('who is not ours is not heard, though Teams vouches for them:', () => {
  test.each([
    ['another directory', { channelData: { tenant: { id: 'another-tenant' } } }],
    ['no directory', { channelData: {}, conversation: { id: 'a:1', conversationType: 'personal' } }],
  ])('%s', async (_, changed) => {
    const before = desk.asked.length;
    expect(await desk.teams.send({ ...hello(), ...changed })).toMatchObject({ status: 200 });
    expect(desk.asked).toHaveLength(before);
  });
});

describe('a press that is none of the desk’s gets an error that Teams understands:', () => {
  const press = (value: unknown, more: object = {}) => ({
    ...desk.teams.envelope('ada', desk.fake.chatOf('ada')),
    type: 'invoke',
    name: 'adaptiveCard/action',
    value,
    ...more,
  });
  const action = (data: unknown, verb = 'claim') => ({ action: { type: 'Action.Execute', verb, data } });
  test.each<[string, () => object]>([
    ['an unknown verb', () => press(action({}, 'frobnicate'))],
    ['a command that nobody knows', () => press(action({ deskhand: { command: { do: 'frobnicate' } } }, 'frobnicate'))],
    ['data of somebody else', () => press(action({ evil: true }))],
    ['data of null', () => press(action(null))],
    ['an action of null', () => press({ action: null })],
    ['no value', () => press(undefined)],
    ['a value of null', () => press(null)],
    ['a value that is a text', () => press('claim')],
    ['no sender', () => press(action({}), { from: null })],
    ['another directory', () => press(action({}), { channelData: { tenant: { id: 'another' } } })],
  ])('%s', async (_, activity) => {
    desk.answers(() => refused(['The desk no longer knows this button.']));
    const { body, status } = await desk.teams.send(activity());
    desk.answers(() => done());
    expect([status, body]).toEqual([
      200,
      {
        statusCode: 400,
        type: 'application/vnd.microsoft.error',
        value: { code: 'BadRequest', message: expect.stringContaining('no longer knows') as string },
      },
    ]);
  });
});

describe('never an error that Teams would hold against us:', () => {
  const base = () => desk.teams.envelope('ada', desk.fake.chatOf('ada'));
  const odd: [string, () => unknown, number][] = [
    ['no conversation', () => ({ ...hello(), conversation: undefined }), 200],
    ['a conversation of null', () => ({ ...hello(), conversation: null }), 200],
    ['no sender', () => ({ ...hello(), from: null }), 200],
    ['no recipient', () => ({ ...hello(), recipient: undefined }), 200],
    [
      'nulls everywhere',
      () => ({
        ...Object.fromEntries(Object.keys(hello()).map((key) => [key, null])),
        type: 'message',
        serviceUrl: desk.fake.serviceUrl,
        channelId: 'msteams',
      }),
      200,
    ],
    ['entities of other kinds', () => ({ ...hello(), entities: [null, 5, { type: 7 }, 'x'] }), 200],
    ['an unknown type', () => ({ ...base(), type: 'somethingNew' }), 200],
    ['an unknown invoke', () => ({ ...base(), type: 'invoke', name: 'message/submitAction', value: {} }), 200],
    ['an invoke without a name', () => ({ ...base(), type: 'invoke', value: null }), 200],
    ['a card action without an action', () => ({ ...base(), type: 'invoke', name: 'adaptiveCard/action' }), 200],
    ['a reaction', () => ({ ...base(), type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }), 200],
    ['a type that is a number', () => ({ ...base(), type: 5 }), 400],
    ['an array', () => [hello()], 400],
    ['no JSON at all', () => '{"type":', 400],
    ['a body of 300 KB', () => ({ ...hello(), text: 'x'.repeat(300 * 1024) }), 413],
  ];
  test.each(odd)('%s', async (_, activity, status) => {
    expect(await desk.teams.send(activity())).toMatchObject({ status });
  });

  test('a web page cannot post without asking', async () => {
    const body = JSON.stringify(hello());
    const response = await fetch(`${desk.url}/api/messages`, { method: 'POST', body });
    expect(response.status).toBe(415);
  });
});

describe('on this machine only (emulator):', () => {
  const start = () => startTeams({ config: () => ({ mode: 'emulator', identity: 'none' }) });
  const localChat = () => ({ ...hello(), channelId: 'emulator' });

  test('a local tool is heard without a token', async () => {
    const local = await start();
    const activity = { ...localChat(), serviceUrl: local.fake.serviceUrl, channelData: {}, text: 'hi' };
    expect(await local.teams.send(activity, '')).toMatchObject({ status: 200 });
    expect(local.asked.map(({ asks }) => asks)).toEqual([{ kind: 'words', words: 'hi' }]);
    await local.close();
  });

  /** As a program sends it that may choose its own headers. */
  const sendTo = (local: TeamsDesk, headers: Record<string, string>): Promise<number> =>
    new Promise((resolve, reject) => {
      const { port } = new URL(local.url);
      const options = { port, host: '127.0.0.1', path: '/api/messages', method: 'POST' };
      const body = JSON.stringify({ ...localChat(), serviceUrl: local.fake.serviceUrl, channelData: {} });
      const request = http.request({ ...options, headers: { 'content-type': 'application/json', ...headers } });
      request.on('response', (response) => resolve(response.resume().statusCode ?? 0)).on('error', reject);
      request.end(body);
    });

  test.each([
    ['through a tunnel', { 'x-forwarded-for': '203.0.113.7' }],
    ['through a tunnel that names itself', { 'x-forwarded-host': 'desk.example' }],
    ['through a proxy', { via: '1.1 proxy' }],
    ['through a proxy of the newer kind', { forwarded: 'for=203.0.113.7' }],
    ['under a name that was made to lead here', { host: 'evil.example' }],
    ['under a name that looks like this machine', { host: '127.0.0.1.evil.example' }],
    ['from a page of another site', { origin: 'http://evil.example' }],
    ['from a page that hides its site', { origin: 'null' }],
  ])('who comes %s is not', async (_, headers) => {
    const local = await start();
    expect([await sendTo(local, headers), local.asked.length]).toEqual([401, 0]);
    await local.close();
  });

  test.each([{ host: 'localhost:3978' }, { host: '[::1]:3978' }, { origin: 'http://localhost:56150' }])(
    'who comes as %j is',
    async (headers) => {
      const local = await start();
      expect([await sendTo(local, headers), local.asked.length]).toEqual([200, 1]);
      await local.close();
    },
  );

  test.each([
    'https://evil.example/',
    'http://169.254.169.254/latest',
    'http://localhost.evil.example/',
    'ftp://localhost/',
  ])('nothing is sent to %s', async (serviceUrl) => {
    const local = await start();
    expect(await local.teams.send({ ...localChat(), serviceUrl }, '')).toMatchObject({ status: 200 });
    expect(local.asked).toEqual([]);
    await local.close();
  });

  test('nothing is sent to another port of this machine than that of the emulator that spoke first', async () => {
    const local = await start();
    const other = await createFakeTeams();
    const from = (serviceUrl: string) => ({ ...localChat(), serviceUrl, channelData: {} });
    await local.teams.send(from(local.fake.serviceUrl), '');
    expect(await local.teams.send(from(other.serviceUrl), '')).toMatchObject({ status: 200 });
    await local.teams.send(from(local.fake.serviceUrl.replace('127.0.0.1', '127.0.0.2')), '');
    expect([local.asked.length, other.calls.length]).toEqual([1, 0]);
    await other.close();
    await local.close();
  });
});

describe('a start that cannot work says why:', () => {
  const azure = {
    mode: 'azure',
    type: 'SingleTenant',
    identity: 'none',
    appId: 'a',
    password: 'p',
    tenantId: 't',
  } as const;
  test.each([
    ['MicrosoftAppId', { ...azure, appId: '' }],
    ['MicrosoftAppPassword', { ...azure, password: '' }],
    ['MicrosoftAppTenantId', { ...azure, tenantId: '' }],
    ['MicrosoftAppTenantId', { ...azure, type: 'MultiTenant', identity: 'email', tenantId: '' }],
  ] as const)('%s is missing', async (name, config) => {
    await expect(startTeams({ config: () => config })).rejects.toThrow(new RegExp(`^${name} is missing: `));
  });

  test('a wrong secret', async () => {
    const wrong = startTeams({
      config: ({ appId, tenantId, cloud }) => ({ ...azure, appId, tenantId, cloud, password: 'wrong' }),
    });
    await expect(wrong).rejects.toThrow(/^MicrosoftAppPassword is wrong or expired: create a new client secret/);
  });
});
