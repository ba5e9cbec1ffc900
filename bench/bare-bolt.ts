/** The least that Bolt can do: it checks the signature, runs one listener, and acknowledges. */
import { App, HTTPReceiver } from '@slack/bolt';
import type { AddressInfo } from 'node:net';

const receiver = new HTTPReceiver({ signingSecret: process.env['SLACK_SIGNING_SECRET'] ?? '' });
const app = new App({
  receiver,
  convoStore: false,
  authorize: async () => ({ botToken: 'xoxb-bench', botId: 'B0BOT', botUserId: 'U0BOT', teamId: 'T0BENCH' }),
});
app.message(async () => {});
const server = await app.start(0);
process.stdout.write(`Bolt is ready at http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
process.on('SIGTERM', () => process.exit(0));
