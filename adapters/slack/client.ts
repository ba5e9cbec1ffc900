/** The Web API client of one workspace, and what its errors mean to the desk. */
import { LogLevel, webApi, type Logger } from '@slack/bolt';
import type { Logger as Pino } from 'pino';
import { Busy } from '../../src/chat.js';
import type { SlackConfig } from './config.js';

export type Client = webApi.WebClient;

/** Every message goes out with these: nothing is parsed or unfurled, whoever typed it. */
export const AS_IS = { unfurl_links: false, unfurl_media: false } as const;

/** Slack answers in well under a second; after this long nobody waits any more. */
const TIMEOUT = 10_000;
/** How long to leave Slack alone when it fails without saying for how long, in seconds. */
const PAUSE = 5;

/**
 * Fresh options for each client. Never `headers`: the client writes its token into that object, so a shared one
 * carries it to another workspace. No retries: whoever posts knows whether a repeat is harmless.
 */
export const clientOptions = (config: SlackConfig, log: Pino): webApi.WebClientOptions => ({
  ...(config.apiUrl && { slackApiUrl: config.apiUrl }),
  logger: boltLogger(log),
  timeout: TIMEOUT,
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
});

export const createClient = (config: SlackConfig, log: Pino): Client =>
  new webApi.WebClient(config.botToken, clientOptions(config, log));

/** Slack's name for a refusal, such as `channel_not_found`; undefined for any other failure. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof webApi.WebAPIPlatformError ? error.data.error : undefined;

/** Whether the request may have been carried out although no answer came. */
export const isAmbiguous = (error: unknown): boolean =>
  error instanceof webApi.WebAPIRequestError || (error instanceof webApi.WebAPIHTTPError && error.statusCode >= 500);

/** The desk's own kinds of error; `Busy` for all that is worth trying again. */
export function translate(error: unknown): unknown {
  if (error instanceof webApi.WebAPIRateLimitedError) return new Busy(error.retryAfter);
  if (isAmbiguous(error) || codeOf(error) === 'ratelimited') return new Busy(PAUSE);
  return error;
}

/** Bolt's log lines as ours. Its debug lines hold whole payloads and are never written. */
export function boltLogger(log: Pino): Logger {
  const line = (parts: unknown[]) => parts.map(String).join(' ');
  return {
    debug: () => {},
    info: (...parts) => log.debug(line(parts)),
    warn: (...parts) => log.warn(line(parts)),
    error: (...parts) => log.error(line(parts)),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}
