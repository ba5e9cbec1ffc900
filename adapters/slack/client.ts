/** The Web API client of one workspace, and how it is asked. */
import { LogLevel, webApi, type Logger } from '@slack/bolt';
import type { Logger as Pino } from 'pino';
import { Busy } from '../../src/chat.js';
import { createSendQueue } from '../../src/send-queue.js';
import type { SlackConfig } from './config.js';
import { failureOf, NoAnswer, noAnswer, passing } from './errors.js';

export type Client = webApi.WebClient;

/** Every message goes out with these: nothing is parsed or unfurled, whether a person or the desk wrote it. */
export const AS_IS = { unfurl_links: false, unfurl_media: false } as const;

/** Slack answers in well under a second; after this long nobody waits any more. In milliseconds. */
const TIMEOUT = 10_000;

/** A request that ends when nobody waits for it any more, or when the desk closes. @throws `NoAnswer`. */
export async function request(url: string, init: RequestInit, closing: AbortSignal): Promise<Response> {
  if (closing.aborted) throw new NoAnswer('the desk is stopping', true);
  const signal = AbortSignal.any([AbortSignal.timeout(TIMEOUT), closing]);
  try {
    return await fetch(url, { ...init, redirect: 'error', signal });
  } catch (error) {
    throw noAnswer(error);
  }
}

/**
 * Fresh options for each client. Never `headers`: the client writes its token into that object, so a shared one
 * carries it to another workspace. No retries: the caller knows whether a repeat is harmless.
 */
export const clientOptions = (config: SlackConfig, log: Pino, closing: AbortSignal): webApi.WebClientOptions => ({
  ...(config.apiUrl && { slackApiUrl: config.apiUrl }),
  logger: boltLogger(log),
  fetch: (url, init) => request(String(url), init ?? {}, closing),
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
});

export const createClient = (config: SlackConfig, log: Pino, closing: AbortSignal): Client =>
  new webApi.WebClient(config.botToken, clientOptions(config, log, closing));

/**
 * Asks Slack for something that may be asked again. @throws `Busy` for all that may pass; whatever else Slack refused
 * with.
 */
export type Ask = <T>(method: string, call: () => Promise<T>) => Promise<T>;

/**
 * One lane for each method, as Slack’s limits are for each method: of a crowd that asks at once, one asks, and when Slack
 * wants that one to wait, the others do not knock meanwhile.
 */
export function createAsking(): { ask: Ask; stop(): void } {
  const sendQueue = createSendQueue();
  /** A lane waits, and is closed, only where Slack asks for it: what broke for one need not break for the next. */
  const limited = (error: unknown): never => {
    const { meaning, answered, pause } = failureOf(error);
    throw meaning === 'not now' && answered ? new Busy(pause) : error;
  };
  return {
    ask: (method, call) =>
      sendQueue
        .run(method, () => call().catch(limited))
        .catch((error: unknown) => {
          throw passing(error);
        }),
    stop: sendQueue.stop,
  };
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
