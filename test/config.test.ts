import { createHash } from 'node:crypto';
import { cloudKeys, ConfigError, readConfig } from '../src/config.js';

const slack = { SLACK_SIGNING_SECRET: 'signing', SLACK_BOT_TOKEN: 'xoxb-1' };
const azure = { MicrosoftAppId: 'app', MicrosoftAppPassword: 'secret', MicrosoftAppTenantId: 'tenant' };
const cloud = Object.fromEntries(cloudKeys.map((key) => [key, `https://${key}.example.com`]));

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('with nothing set', () => {
  test('the desk starts as its playground, on this machine alone', () => {
    expect(readConfig({})).toEqual({
      port: 3978,
      scim: [],
      host: '127.0.0.1',
      dataDir: './data',
      knowledgeDir: './knowledge',
      policiesDir: './policies',
      logLevel: 'info',
      identity: 'email',
      playground: true,
      demo: 'off',
      slack: { mode: 'off' },
      teams: { mode: 'off' },
      secret: expect.any(Function),
    });
  });

  test('an empty or blank setting is one that is not set', () => {
    expect(readConfig({ PORT: '', SLACK_BOT_TOKEN: ' ', MONGODB_URI: '', LOG_LEVEL: '' })).toEqual({
      ...readConfig({}),
      secret: expect.any(Function),
    });
  });
});

describe('identity providers', () => {
  const token = 'a-token-that-nobody-can-guess';
  const hash = createHash('sha256').update(token).digest('hex');

  test('have tokens with names, of which the desk keeps the hash', () => {
    expect(
      readConfig({ SCIM_TOKEN: `okta:${token}, entra:sha256=${hash.toUpperCase()};until=2027-06-30` }).scim,
    ).toEqual([
      { name: 'okta', hash },
      { name: 'entra', hash, until: new Date('2027-06-30T00:00:00Z') },
    ]);
  });

  test.each([
    [token, /each token must have a name/],
    ['okta:short', /okta must have at least 24 characters: openssl/],
    [`okta:sha256=${hash.slice(1)}`, /hash of okta must have 64 hex digits/],
    [`okta:${token},okta:${token}2`, /two tokens with the name okta/],
    [`okta:${token};until=soon`, /only ;until=2027-06-30 may follow/],
    [`okta:${token};until=2027-02-30`, /only ;until=2027-06-30 may follow/],
  ])('%s is refused, and nothing of it is told', (SCIM_TOKEN, why) => {
    expect(() => readConfig({ SCIM_TOKEN })).toThrow(why);
    expect(() => readConfig({ SCIM_TOKEN })).not.toThrow(new RegExp(`${token}|${hash.slice(1, 20)}`));
  });
});

describe('Slack', () => {
  test('receives over HTTP with a signing secret', () => {
    expect(readConfig(slack)).toMatchObject({
      slack: { mode: 'http', signingSecret: 'signing', botToken: 'xoxb-1' },
      host: '0.0.0.0',
      playground: false,
    });
  });

  test('receives over a socket with an app token', () => {
    expect(readConfig({ SLACK_APP_TOKEN: 'xapp-1', SLACK_BOT_TOKEN: 'xoxb-1' }).slack).toEqual({
      mode: 'socket',
      appToken: 'xapp-1',
      botToken: 'xoxb-1',
    });
  });

  test('is reached at another address, with or without its last slash', () => {
    for (const SLACK_API_URL of ['http://127.0.0.1:9/api', 'http://127.0.0.1:9/api/'])
      expect(readConfig({ ...slack, SLACK_API_URL }).slack).toMatchObject({ apiUrl: 'http://127.0.0.1:9/api/' });
  });
});

describe('Teams', () => {
  test('is an Azure bot with an app id', () => {
    expect(readConfig(azure)).toMatchObject({
      teams: { mode: 'azure', appId: 'app', type: 'SingleTenant', password: 'secret', tenantId: 'tenant' },
      host: '0.0.0.0',
      playground: false,
    });
  });

  test('needs no tenant when it serves many, and no password when Azure vouches for it', () => {
    const { MicrosoftAppTenantId: _, ...many } = azure;
    expect(problemsOf({ ...many, MicrosoftAppType: 'MultiTenant' })).toEqual([]);
    const { MicrosoftAppPassword: __, ...managed } = azure;
    expect(problemsOf({ ...managed, MicrosoftAppType: 'userassignedmsi' })).toEqual([]);
  });

  test('speaks to a sovereign cloud when all of its addresses are given', () => {
    expect(readConfig({ ...azure, ...cloud }).teams).toMatchObject({ cloud });
  });

  test('speaks to local tools without authentication, on this machine alone', () => {
    expect(readConfig({ TEAMS_EMULATOR: 'true' })).toMatchObject({
      teams: { mode: 'emulator' },
      host: '127.0.0.1',
      playground: false,
    });
    expect(problemsOf({ TEAMS_EMULATOR: 'true', HOST: 'localhost' })).toEqual([]);
  });
});

describe('the playground', () => {
  test('is never on by itself beside a real platform, and is on when asked for', () => {
    expect(readConfig(slack).playground).toBe(false);
    expect(readConfig({ PLAYGROUND: 'on' })).toMatchObject({ playground: true, host: '127.0.0.1' });
    expect(readConfig({ PLAYGROUND: 'off' }).playground).toBe(false);
  });

  test('listens where only this machine can reach it', () => {
    for (const HOST of ['127.0.0.1', 'localhost', '::1', '127.0.0.9'])
      expect(readConfig({ HOST })).toMatchObject({ playground: true, host: HOST });
    expect(readConfig({ HOST: '0.0.0.0', PLAYGROUND: 'off' })).toMatchObject({ playground: false, host: '0.0.0.0' });
    expect(readConfig({ TEAMS_EMULATOR: 'on', PLAYGROUND: 'on' })).toMatchObject({ host: '127.0.0.1' });
  });
});

test.each([
  'mongodb://localhost:27017/deskhand',
  'mongodb://a:27017,b:27017,c:27017/deskhand?replicaSet=rs0',
  'mongodb://desk:p%40ss@a,b/deskhand?tls=true',
  'mongodb+srv://desk:secret@cluster0.example.mongodb.net/deskhand',
  'mongodb+srv://desk:secret@cluster0.example.mongodb.net/?retryWrites=true&w=majority&appName=desk',
  'mongodb://desk:a%2Fb%40c%25@host?authMechanismProperties=SERVICE_NAME:other',
  'mongodb://[::1]:27017/deskhand',
  'mongodb://CN=desk,OU=it@host/deskhand?authMechanism=MONGODB-X509',
  'mongodb://%2Ftmp%2Fmongodb-27017.sock/deskhand',
])('MONGODB_URI may be %s', (MONGODB_URI) => {
  expect(readConfig({ MONGODB_URI }).mongodbUri).toBe(MONGODB_URI);
});

describe('a wrong or missing setting stops the start, with its name and what to do', () => {
  test.each<[string, Record<string, string>, RegExp]>([
    ['PORT', { PORT: 'http' }, /from 0 to 65535/],
    ['PORT', { PORT: '65536' }, /from 0 to 65535/],
    ['PORT', { PORT: '-1' }, /from 0 to 65535/],
    ['PORT', { PORT: '3978.5' }, /from 0 to 65535/],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }, /one of fatal, error, warn/],
    ['IDENTITY_MATCH', { IDENTITY_MATCH: 'name' }, /one of email, none/],
    ['PLAYGROUND', { PLAYGROUND: 'maybe' }, /on or off/],
    ['TEAMS_EMULATOR', { TEAMS_EMULATOR: 'perhaps' }, /on or off/],
    ['DEMO', { DEMO: 'month' }, /one of off, year/],
    ['DEMO', { DEMO: 'year', MONGODB_URI: 'mongodb://localhost/desk' }, /remove DEMO, or MONGODB_URI/],
    ['DEMO', { DEMO: 'year', ...slack }, /remove DEMO, or the settings of Slack/],
    ['DEMO', { DEMO: 'year', PLAYGROUND: 'off' }, /remove DEMO, or PLAYGROUND=off/],
    ['MONGODB_URI', { MONGODB_URI: 'localhost:27017' }, /look like mongodb:\/\//],
    ['MONGODB_URI', { MONGODB_URI: 'mongodb://' }, /look like mongodb:\/\//],
    ['MONGODB_URI', { MONGODB_URI: 'mongodb://a b/desk' }, /look like mongodb:\/\//],
    ['SLACK_BOT_TOKEN', { SLACK_SIGNING_SECRET: 'signing' }, /copy the Bot User OAuth Token/],
    ['SLACK_BOT_TOKEN', { SLACK_APP_TOKEN: 'xapp-1' }, /copy the Bot User OAuth Token/],
    ['SLACK_SIGNING_SECRET', { SLACK_BOT_TOKEN: 'xoxb-1' }, /copy it from Basic Information/],
    ['SLACK_BOT_TOKEN', { SLACK_SIGNING_SECRET: 'signing', SLACK_BOT_TOKEN: 'xapp-1' }, /app-level token/],
    ['SLACK_APP_TOKEN', { SLACK_APP_TOKEN: 'xoxb-1', SLACK_BOT_TOKEN: 'xoxb-1' }, /bot token/],
    ['SLACK_API_URL', { ...slack, SLACK_API_URL: 'slack.com' }, /look like https:\/\/slack.com\/api\//],
    ['SLACK_API_URL', { ...slack, SLACK_API_URL: 'https://' }, /look like/],
    ['MicrosoftAppId', { MicrosoftAppPassword: 'secret' }, /copy the Microsoft App ID/],
    ['MicrosoftAppId', { MicrosoftAppTenantId: 'tenant' }, /copy the Microsoft App ID/],
    ['MicrosoftAppPassword', { MicrosoftAppId: 'app', MicrosoftAppTenantId: 'tenant' }, /create a client secret/],
    ['MicrosoftAppTenantId', { MicrosoftAppId: 'app', MicrosoftAppPassword: 'secret' }, /Directory \(tenant\) ID/],
    ['MicrosoftAppType', { ...azure, MicrosoftAppType: 'Anything' }, /one of MultiTenant, SingleTenant/],
    ['TEAMS_EMULATOR', { ...azure, TEAMS_EMULATOR: 'on' }, /remove one of the two/],
    ['HOST', { TEAMS_EMULATOR: 'on', HOST: '0.0.0.0' }, /127\.0\.0\.1/],
    ['HOST', { TEAMS_EMULATOR: 'on', HOST: '10.0.0.7' }, /127\.0\.0\.1/],
    ['HOST', { HOST: '0.0.0.0' }, /127\.0\.0\.1 .*PLAYGROUND=off/],
    ['HOST', { HOST: '::' }, /127\.0\.0\.1 .*PLAYGROUND=off/],
    ['HOST', { PLAYGROUND: 'on', HOST: '127.0.0.1.example' }, /127\.0\.0\.1 .*PLAYGROUND=off/],
    ['HOST', { PLAYGROUND: 'on', TEAMS_EMULATOR: 'on', HOST: 'desk.example' }, /127\.0\.0\.1/],
    ['PLAYGROUND', { ...slack, PLAYGROUND: 'on' }, /any person.*remove PLAYGROUND.*Slack/],
    ['PLAYGROUND', { ...azure, PLAYGROUND: 'on' }, /any person.*remove PLAYGROUND.*Teams/],
    ['PLAYGROUND', { ...slack, PLAYGROUND: 'on', HOST: '0.0.0.0' }, /remove PLAYGROUND/],
    ['OAuthUrl', { ...azure, ...cloud, OAuthUrl: undefined as never }, /all eight or none/],
  ])('%s: %j', (name, env, remedy) => {
    const problems = problemsOf(env);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(name);
    expect(problems[0]).toMatch(remedy);
  });

  test.each([
    'mongodb://desk:hunter2/pw@host/deskhand',
    'mongodb://desk:hunter2@pw@host/deskhand',
    'mongodb://desk:hunter2:pw@host:27017/deskhand',
    'mongodb://desk:hunter2?pw@host/deskhand',
    'mongodb://desk:hunter2#pw@host/deskhand',
    'mongodb://desk:hunter2%pw@host/deskhand',
    'mongodb://desk:hunter2[pw@host/deskhand',
    'mongodb+srv://desk@hunter2:pw@cluster0.example.mongodb.net/',
    'mongodb://desk:hunter2/pw@a:27017,b:27017/deskhand?replicaSet=rs0',
  ])('a password that is not encoded is told of, and not told: %s', (MONGODB_URI) => {
    const [problem, ...others] = problemsOf({ MONGODB_URI });
    expect(others).toEqual([]);
    expect(problem).toMatch(/^MONGODB_URI .*percent-encode/);
    expect(problem).not.toMatch(/hunter2|pw|desk|host/);
  });

  test('all of them are told at once', () => {
    const start = () => readConfig({ PORT: 'x', LOG_LEVEL: 'loud', SLACK_APP_TOKEN: 'xapp-1' });
    expect(start).toThrow(/cannot start[\s\S]*PORT[\s\S]*SLACK_BOT_TOKEN[\s\S]*LOG_LEVEL/);
  });

  test('no secret is told with them', () => {
    const problems = problemsOf({ SLACK_SIGNING_SECRET: 'hush', SLACK_BOT_TOKEN: 'xapp-hush', PORT: 'x' });
    expect(problems.join()).not.toContain('hush');
  });
});
