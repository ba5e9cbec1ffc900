/** The only reader of the environment. Wrong or missing settings are told all at once, each with its remedy. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isLoopback } from './loopback.js';

export type SlackConfig =
  | { mode: 'off' }
  | { mode: 'http'; signingSecret: string; botToken: string; apiUrl?: string }
  | { mode: 'socket'; appToken: string; botToken: string; apiUrl?: string };

/** botbuilder's own names for the addresses of a sovereign cloud; all eight or none. */
export const cloudKeys = [
  'ToChannelFromBotLoginUrl',
  'ToChannelFromBotOAuthScope',
  'ToBotFromChannelTokenIssuer',
  'ToBotFromChannelOpenIdMetadataUrl',
  'ToBotFromEmulatorOpenIdMetadataUrl',
  'OAuthUrl',
  'CallerId',
  'ValidateAuthority',
] as const;
export type Cloud = Record<(typeof cloudKeys)[number], string>;

export type TeamsConfig =
  | { mode: 'off' }
  | { mode: 'emulator' }
  | {
      mode: 'azure';
      appId: string;
      type: 'MultiTenant' | 'SingleTenant' | 'UserAssignedMSI';
      password?: string;
      tenantId?: string;
      cloud?: Cloud;
    };

/** A token of an identity provider: kept as its SHA-256, which nobody can send. */
export type ScimToken = { name: string; hash: string; until?: Date };

export type Config = {
  port: number;
  host: string;
  dataDir: string;
  mongodbUri?: string;
  knowledgeDir: string;
  policiesDir: string;
  logLevel: (typeof levels)[number];
  identity: 'email' | 'none';
  playground: boolean;
  /** Opens the demo company with half a year behind it. */
  demo: 'off' | 'year';
  slack: SlackConfig;
  teams: TeamsConfig;
  /** What the environment has under a name that a policy gives: secrets stand in no policy. */
  secret(name: string): string | undefined;
  /** None: nobody provides people. */
  scim: readonly ScimToken[];
};

export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`Deskhand cannot start:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const yes = new Set(['on', 'true', 'yes', '1']);
const no = new Set(['off', 'false', 'no', '0']);

/** Several hosts with ports, as a replica set has them, are no URL that `URL` can read. */
const mongoAddress =
  /^mongodb(\+srv)?:\/\/((?<user>[^\s/?#@:[\]]*(:[^\s/?#@:[\]]*)?)@)?[^\s/?#@]+(\/[^\s/?#@]*)?(\?[^\s@]*)?$/;

function isMongoAddress(value: string): boolean {
  const found = mongoAddress.exec(value);
  return found !== null && !/%(?![0-9a-f]{2})/i.test(found.groups?.['user'] ?? '');
}

/** What is wrong with an address; it may hold a password, of which nothing is told. */
const mongoProblem = (value: string): string =>
  /^mongodb(\+srv)?:\/\/\S*@/.test(value)
    ? 'MONGODB_URI has a reserved character in its user name or password: ' +
      'percent-encode it (/ as %2F, @ as %40, : as %3A, ? as %3F, # as %23, % as %25)'
    : 'MONGODB_URI must look like mongodb://host:27017/deskhand';

/** Shorter ones could be guessed. */
const SHORTEST_TOKEN = 24;

/** `okta:sha256=<64 hex digits>;until=2027-06-30,entra:<token>`. Nothing of a token is told. */
function scimTokens(said: string | undefined, problems: string[]): ScimToken[] {
  const names = new Set<string>();
  return (said?.split(',') ?? []).flatMap((entry): ScimToken[] => {
    const [named = '', ...terms] = entry.trim().split(';');
    const at = named.indexOf(':');
    const [name, token] = [named.slice(0, at).trim(), named.slice(at + 1).trim()];
    const wrong = (problem: string) => {
      problems.push(`SCIM_TOKEN: ${problem}`);
      return [];
    };
    if (at < 0 || !/^[\w.-]{1,40}$/.test(name))
      return wrong('each token must have a name before it, such as okta:<token>; separate several by commas');
    if (names.has(name)) return wrong(`there are two tokens with the name ${name}: give each its own`);
    names.add(name);
    const [, hashed] = /^sha256=(.*)$/.exec(token) ?? [];
    if (hashed !== undefined && !/^[0-9a-f]{64}$/i.test(hashed))
      return wrong(`the hash of ${name} must have 64 hex digits: printf %s "$TOKEN" | sha256sum`);
    if (hashed === undefined && (token.length < SHORTEST_TOKEN || /\s/.test(token)))
      return wrong(`the token ${name} must have at least ${SHORTEST_TOKEN} characters: openssl rand -hex 32`);
    const [, date] = /^until=(\d{4}-\d\d-\d\d)$/.exec(terms[0]?.trim() ?? '') ?? [];
    if (terms.length > 1 || (terms.length === 1 && (!date || !z.iso.date().safeParse(date).success)))
      return wrong(`after the token ${name} only ;until=2027-06-30 may follow`);
    const hash = hashed?.toLowerCase() ?? createHash('sha256').update(token).digest('hex');
    return [{ name, hash, ...(date ? { until: new Date(`${date}T00:00:00Z`) } : {}) }];
  });
}

/** @throws ConfigError that lists every wrong or missing setting by name, with what to do. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const problems: string[] = [];
  const get = (name: string) => env[name]?.trim() || undefined;
  const flag = (name: string): boolean | undefined => {
    const value = get(name)?.toLowerCase();
    if (value !== undefined && !yes.has(value) && !no.has(value)) problems.push(`${name} must be on or off`);
    return value === undefined ? undefined : yes.has(value);
  };
  const oneOf = <T extends string>(name: string, values: readonly T[], standard: T): T => {
    const value = get(name);
    const found = values.find((each) => each.toLowerCase() === value?.toLowerCase());
    if (value && !found) problems.push(`${name} must be one of ${values.join(', ')}`);
    return found ?? standard;
  };
  const address = (name: string, isGood: (value: string) => boolean, example: string): string | undefined => {
    const value = get(name);
    if (value && !isGood(value)) problems.push(`${name} must look like ${example}`);
    return value;
  };

  const port = z.coerce
    .number()
    .int()
    .min(0)
    .max(65535)
    .safeParse(get('PORT') ?? '3978');
  if (!port.success) problems.push('PORT must be a number from 0 to 65535 (0 picks a free one)');

  const slack = ((): SlackConfig => {
    const signingSecret = get('SLACK_SIGNING_SECRET');
    const botToken = get('SLACK_BOT_TOKEN');
    const appToken = get('SLACK_APP_TOKEN');
    const given = address(
      'SLACK_API_URL',
      (value) => /^https?:/.test(value) && URL.canParse(value),
      'https://slack.com/api/',
    );
    const apiUrl = given ? { apiUrl: given.endsWith('/') ? given : `${given}/` } : {};
    if (!signingSecret && !botToken && !appToken) return { mode: 'off' };
    if (!botToken)
      problems.push('SLACK_BOT_TOKEN is missing: copy the Bot User OAuth Token from OAuth & Permissions (xoxb-…)');
    if (botToken?.startsWith('xapp-'))
      problems.push('SLACK_BOT_TOKEN is an app-level token: copy the Bot User OAuth Token from OAuth & Permissions');
    if (appToken?.startsWith('xoxb-'))
      problems.push('SLACK_APP_TOKEN is a bot token: generate an App-Level Token in Basic Information (xapp-…)');
    if (appToken) return { mode: 'socket', appToken, botToken: botToken ?? '', ...apiUrl };
    if (!signingSecret) problems.push('SLACK_SIGNING_SECRET is missing: copy it from Basic Information');
    return { mode: 'http', signingSecret: signingSecret ?? '', botToken: botToken ?? '', ...apiUrl };
  })();

  const teams = ((): TeamsConfig => {
    const appId = get('MicrosoftAppId');
    const password = get('MicrosoftAppPassword');
    const tenantId = get('MicrosoftAppTenantId');
    const type = oneOf('MicrosoftAppType', ['MultiTenant', 'SingleTenant', 'UserAssignedMSI'], 'SingleTenant');
    const emulator = flag('TEAMS_EMULATOR');
    if (!appId) {
      if (password || tenantId)
        problems.push('MicrosoftAppId is missing: copy the Microsoft App ID from the Azure Bot’s Configuration');
      return emulator ? { mode: 'emulator' } : { mode: 'off' };
    }
    if (emulator) problems.push('TEAMS_EMULATOR and MicrosoftAppId exclude each other: remove one of the two');
    if (!password && type !== 'UserAssignedMSI')
      problems.push(
        'MicrosoftAppPassword is missing: create a client secret for the app registration and copy its value',
      );
    if (!tenantId && type !== 'MultiTenant')
      problems.push(`MicrosoftAppTenantId is missing: a ${type} bot needs the Directory (tenant) ID`);
    const set = cloudKeys.filter((key) => env[key] !== undefined);
    if (set.length > 0 && set.length < cloudKeys.length)
      problems.push(`${cloudKeys.filter((key) => !set.includes(key)).join(', ')} missing: set all eight or none`);
    return {
      mode: 'azure',
      appId,
      type,
      ...(password ? { password } : {}),
      ...(tenantId ? { tenantId } : {}),
      ...(set.length === cloudKeys.length
        ? { cloud: Object.fromEntries(cloudKeys.map((key) => [key, env[key]])) as Cloud }
        : {}),
    };
  })();

  const mongodbUri = get('MONGODB_URI');
  if (mongodbUri && !isMongoAddress(mongodbUri)) problems.push(mongoProblem(mongodbUri));
  const host = get('HOST');
  const exposed = host !== undefined && !isLoopback(host);
  const platforms = [slack.mode === 'off' ? [] : 'Slack', teams.mode === 'azure' ? 'Teams' : []].flat();
  const playground = flag('PLAYGROUND') ?? (slack.mode === 'off' && teams.mode === 'off');
  if (playground && platforms.length > 0)
    problems.push(
      'PLAYGROUND lets every visitor act as any person, so it cannot run beside Slack or Teams: ' +
        `remove PLAYGROUND, or the settings of ${platforms.join(' and ')}`,
    );
  else if (playground && exposed)
    problems.push(
      'HOST must be 127.0.0.1 while the playground is on, because every visitor can act as any person: ' +
        'remove HOST, set PLAYGROUND=off, or configure Slack or Teams',
    );
  else if (teams.mode === 'emulator' && exposed)
    problems.push(
      'HOST must be 127.0.0.1 while TEAMS_EMULATOR is on, because it has no authentication: remove one of them',
    );
  const demo = oneOf('DEMO', ['off', 'year'], 'off');
  if (demo !== 'off' && (!playground || mongodbUri))
    problems.push(
      'DEMO writes made-up records, so it runs in the playground over the embedded store alone: ' +
        `remove DEMO, or ${mongodbUri ? 'MONGODB_URI' : platforms.length > 0 ? `the settings of ${platforms.join(' and ')}` : 'PLAYGROUND=off'}`,
    );
  const config: Config = {
    port: port.data ?? 0,
    // Playground visitors can act as any person, and the emulator has no authentication: this machine only.
    host: host ?? (playground || teams.mode === 'emulator' ? '127.0.0.1' : '0.0.0.0'),
    dataDir: get('DATA_DIR') ?? './data',
    ...(mongodbUri ? { mongodbUri } : {}),
    knowledgeDir: get('KNOWLEDGE_DIR') ?? './knowledge',
    policiesDir: get('POLICIES_DIR') ?? './policies',
    logLevel: oneOf('LOG_LEVEL', levels, 'info'),
    identity: oneOf('IDENTITY_MATCH', ['email', 'none'], 'email'),
    playground,
    demo,
    slack,
    teams,
    secret: get,
    scim: scimTokens(get('SCIM_TOKEN'), problems),
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}
