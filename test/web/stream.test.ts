/** What browsers are told as it happens: each at its own pace, at nobody else's cost. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { createHttp } from '../../adapters/http.js';
import type { Message } from '../../adapters/web/memory.js';
import { createMessages } from '../../adapters/web/messages.js';
import { createStream } from '../../adapters/web/stream.js';
import { until } from '../kit/until.js';
import { inMemory } from '../kit/web-playground.js';

const close: (() => unknown)[] = [];
afterEach(async () => {
  for (const each of close.splice(0).toReversed()) await each();
});

async function open(heartbeatMs = 60_000) {
  const messages = createMessages(inMemory());
  const stream = createStream({
    messages,
    shown: ({ id, rev, body }: Message) => ({ id, rev, body }),
    now: () => new Date(0),
    heartbeatMs,
  });
  const http = createHttp([{ method: 'GET', path: '/events', handle: stream.serve }], pino({ level: 'silent' }));
  const port = await http.listen(0, '127.0.0.1');
  close.push(() => http.close(), stream.close);
  let number = 0;
  const say = (words: string) =>
    messages.post({
      id: `m${(number += 1)}`,
      platform: 'play-slack',
      conversation: 'dm/employee',
      author: 'employee',
      at: new Date(0),
      body: { kind: 'words', words },
    });
  /** A browser that has the page open and does not read what comes. */
  async function listen(since = 0): Promise<Socket> {
    const socket = connect(port, '127.0.0.1').on('error', () => undefined);
    await once(socket, 'connect');
    close.push(() => socket.destroy());
    socket.write(`GET /events?since=${since} HTTP/1.1\r\nHost: localhost\r\n\r\n`);
    return socket;
  }
  return { messages, say, listen };
}

/** The changes that a browser hears of once it reads, in their order. */
function hearing(socket: Socket): () => number[] {
  let heard = '';
  socket.on('data', (data) => (heard += data.toString()));
  return () => [...heard.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));
}

const inUse = () => {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

test('forty who do not read cost little, and hear all of it, in order, when they do', async () => {
  const { say, listen } = await open();
  const listeners = await Promise.all(Array.from({ length: 40 }, () => listen()));
  await say('hello');
  const before = inUse();
  for (let each = 0; each < 60; each++) await say('x'.repeat(100_000));
  // Six megabytes were said; forty copies of it would be 240.
  expect((inUse() - before) / 1024 / 1024).toBeLessThan(60);
  const heard = hearing(listeners[7]!);
  await until(() => heard().length === 61, 'all is heard');
  expect(heard()).toEqual(Array.from({ length: 61 }, (_, at) => at + 1));
});

test('one who comes back hears what was missed, however much that is, and what is said meanwhile', async () => {
  const { say, listen } = await open();
  for (let each = 0; each < 40; each++) await say('x'.repeat(100_000));
  const socket = await listen(10);
  const heard = hearing(socket);
  for (let each = 0; each < 5; each++) await say('y');
  await until(() => heard().at(-1) === 45, 'all is heard');
  expect(heard()).toEqual(Array.from({ length: 35 }, (_, at) => at + 11));
});

test('a message that changes while somebody does not read is told as it is then', async () => {
  const { messages, say, listen } = await open();
  const socket = await listen();
  const card = (title: string) => ({ for: { lang: 'en', zone: 'UTC' }, title, parts: [] }) as const;
  for (let each = 0; each < 60; each++) await say('x'.repeat(100_000));
  await messages.post({ ...messages.get('m1')!, id: 'card', body: { kind: 'card', card: card('New') } });
  for (const title of ['In progress', 'Resolved']) await messages.redraw('card', { kind: 'card', card: card(title) });
  const heard = hearing(socket);
  await until(() => heard().at(-1) === 63, 'all is heard');
  expect(heard().filter((rev) => rev > 60)).toEqual([63]);
});

test('one who has not read since the last heartbeat is let go, to come back; those who read stay', async () => {
  const { say, listen } = await open(150);
  const [deaf, attentive] = [await listen(), await listen()];
  const heard = hearing(attentive);
  let isGone = false;
  deaf.on('close', () => (isGone = true));
  for (let each = 0; each < 60; each++) await say('x'.repeat(100_000));
  await until(() => heard().length === 60, 'the one who reads hears all');
  await pause(400);
  deaf.resume();
  await until(() => isGone, 'the one who does not is let go');
  await say('still there');
  await until(() => heard().length === 61, 'the other one stays');
});
