/**
 * Bolt: verifies and receives. It starts the chain of every listener for each request, so there is one entrance and
 * the routing is our own.
 */
import { App, HTTPReceiver, SocketModeReceiver, type Receiver } from '@slack/bolt';
import type { Logger } from 'pino';
import { BODY_LIMIT } from '../http.js';
import type { Route } from '../adapter.js';
import { boltLogger, clientOptions } from './client.js';
import type { Bot, SlackConfig } from './config.js';
import type { Closing } from './respond.js';

export const PATH = '/slack/events';

/** Takes one payload and says, through `acknowledge`, what Slack is told; what it throws leaves the payload unacknowledged. */
export type Take = (body: unknown, acknowledge: (closing?: Closing) => Promise<void>) => Promise<void>;

export function createApp(config: SlackConfig, bot: () => Bot, take: Take, log: Logger) {
  const logger = boltLogger(log);
  const { receiver, routes } =
    config.mode === 'http' ? overHttp(config.signingSecret, log) : overSocket(config, config.appToken, log);
  const app = new App({
    receiver,
    logger,
    clientOptions: clientOptions(config, log),
    authorize: async () => ({ botToken: config.botToken, botUserId: bot().user, teamId: bot().team }),
    convoStore: false,
    ignoreSelf: false,
    deferInitialization: true,
  });
  // An error that is swallowed here would acknowledge the event, and lose it.
  app.error(async (error) => {
    throw error;
  });
  app.use(async ({ body, ack }) => {
    const acknowledge: unknown = ack;
    await take(body, async (closing) => {
      // Bolt itself acknowledges events, which need no answer, and gives no `ack` for them.
      if (typeof acknowledge === 'function') await acknowledge(closing);
    });
  });

  return {
    routes,
    async start(): Promise<void> {
      await app.init();
      if (config.mode === 'socket') await app.start();
    },
    async stop(): Promise<void> {
      if (config.mode === 'socket') await app.stop();
    },
  };
}

function overHttp(signingSecret: string, log: Logger): { receiver: Receiver; routes: Route[] } {
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: PATH,
    processBeforeResponse: true,
    bodyLimit: BODY_LIMIT,
    logger: boltLogger(log),
  });
  return {
    receiver,
    routes: [
      {
        method: 'POST',
        path: PATH,
        handle(request, response) {
          response.once('finish', () => {
            if (response.statusCode !== 401) return;
            log.warn('Slack’s signature was refused: check SLACK_SIGNING_SECRET (Basic Information) and the clock');
          });
          receiver.requestListener(request, response);
        },
      },
    ],
  };
}

function overSocket(config: SlackConfig, appToken: string, log: Logger): { receiver: Receiver; routes: Route[] } {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: boltLogger(log),
    installerOptions: { clientOptions: clientOptions(config, log) },
  });
  return { receiver: acknowledgingLast(receiver), routes: [] };
}

/** Holds acknowledgements back until the work is done, as `processBeforeResponse` does over HTTP. */
function acknowledgingLast(receiver: SocketModeReceiver): Receiver {
  return {
    init(app) {
      const process: Pick<App, 'processEvent'> = {
        async processEvent(event) {
          let closing: { body: unknown } | undefined;
          await app.processEvent({
            ...event,
            ack: async (body) => {
              closing = { body };
            },
          });
          if (closing) await event.ack(closing.body);
        },
      };
      receiver.init(process as App);
    },
    start: () => receiver.start(),
    stop: () => receiver.stop(),
  };
}
