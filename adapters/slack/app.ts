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

export type Acknowledge = (closing?: Closing) => Promise<void>;
/**
 * Takes a payload and says, through `acknowledge`, what Slack is told; what it throws leaves it unacknowledged.
 * `isAgain`: Slack has sent it before.
 */
export type Take = (body: unknown, acknowledge: Acknowledge, isAgain: boolean) => Promise<void>;

export function createApp(config: SlackConfig, bot: () => Bot, log: Logger, closing: AbortSignal, take: Take) {
  const options = clientOptions(config, log, closing);
  const { receiver, routes, settled } =
    config.mode === 'http' ? overHttp(config.signingSecret, log) : overSocket(config.appToken, options, log);
  const app = new App({
    receiver,
    logger: boltLogger(log),
    clientOptions: options,
    authorize: async () => ({ botToken: config.botToken, botUserId: bot().user, teamId: bot().team }),
    convoStore: false,
    ignoreSelf: false,
    deferInitialization: true,
  });
  // An error that is swallowed here would acknowledge the event, and lose it.
  app.error(async (error) => {
    throw error;
  });
  app.use(async ({ body, ack, context }) => {
    const acknowledge: unknown = ack;
    const answer: Acknowledge = async (closed) => {
      // Bolt itself acknowledges events, which need no answer, and gives no `ack` for them.
      if (typeof acknowledge === 'function') await acknowledge(closed);
    };
    await take(body, answer, (context.retryNum ?? 0) > 0);
  });

  return {
    routes,
    async start(): Promise<void> {
      await app.init();
      await app.start();
    },
    /** Resolves when what was taken has been acknowledged, or left to Slack to send again. */
    settled,
    async stop(): Promise<void> {
      await app.stop();
    },
  };
}
