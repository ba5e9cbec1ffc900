/** Who the app is in its workspace, or why it cannot start, with what to do about it. */
import { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Client } from './client.js';
import type { Bot, SlackConfig } from './config.js';
import { failureOf } from './errors.js';

/** What the adapter calls and hears needs these; the manifest asks for the same. */
export const SCOPES = [
  'app_mentions:read',
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'groups:history',
  'groups:read',
  'im:history',
  'im:write',
  'reactions:read',
  'reactions:write',
  'usergroups:read',
  'users:read',
  'users:read.email',
];

export async function introduce(client: Client, config: SlackConfig, log: Logger): Promise<Bot> {
  const me = await client.auth.test().catch((error: unknown) => {
    throw explain(error, config, 'SLACK_BOT_TOKEN', 'the Bot User OAuth Token (xoxb-…) from “OAuth & Permissions”');
  });
  const { team_id: team, user_id: user, enterprise_id: enterprise } = me;
  if (!team || !user || !me.bot_id) {
    throw new Error(
      'SLACK_BOT_TOKEN is not a bot’s: copy the Bot User OAuth Token (xoxb-…) from “OAuth & Permissions”',
    );
  }
  const granted = me.response_metadata?.scopes;
  const missing = granted ? SCOPES.filter((scope) => !granted.includes(scope)) : [];
  if (missing.length > 0) {
    log.warn({ missing }, 'the Slack app lacks scopes: apply adapters/slack/manifest.yaml and install the app again');
  }
  return { team, user, ...(enterprise && { enterprise }) };
}

/** The error to stop the start with when Slack refuses a token or cannot be reached. */
export function explain(error: unknown, { apiUrl }: SlackConfig, setting: string, remedy: string): Error {
  const { meaning, code } = failureOf(error);
  const cause = { cause: error };
  if (code && meaning !== 'not now' && meaning !== 'unknown')
    return new Error(`Slack refused ${setting} (${code}): copy ${remedy} of your Slack app again`, cause);
  // A page of HTML in place of an answer is a proxy’s, and nothing for a person to read.
  const why = code ?? (error instanceof webApi.WebAPIPlatformError ? 'no answer of Slack’s API' : messageOf(error));
  const where = apiUrl ? `${apiUrl} (SLACK_API_URL)` : 'https://slack.com';
  return new Error(`Slack cannot be reached at ${where} (${why}): check the network and the address`, cause);
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : 'no answer');
