/**
 * Bolt: verifies and receives. It starts the chain of every listener for each request, so there is one entrance and
 * the routing is our own.
 */
import { App } from '@slack/bolt';
import type { Logger } from 'pino';
import { boltLogger, clientOptions } from './client.js';
import type { Bot, SlackConfig } from './config.js';
import { overHttp, overSocket } from './receive.js';
import type { Closing } from './respond.js';

/** Takes a payload and says, through `acknowledge`, what Slack is told; what it throws leaves it unacknowledged. */
export type Take = (body: unknown, acknowledge: (closing?: Closing) => Promise<void>) => Promise<void>;

export function createApp(config: SlackConfig, bot: () => Bot, take: Take, log: Logger) {
  const { receiver, routes, settled } =
    config.mode === 'http' ? overHttp(config.signingSecret, log) : overSocket(config, config.appToken, log);
  const app = new App({
    receiver,
    logger: boltLogger(log),
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
      await app.start();
    },
    /** Resolves when what was taken has been acknowledged and the connection is closed. */
    async stop(): Promise<void> {
      await settled();
      await app.stop();
    },
  };
}
