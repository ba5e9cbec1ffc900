/**
 * Load over raw keep-alive sockets: requests are bytes made beforehand, so that the client, which shares the machine
 * with the server, costs little.
 */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** What came back: requests a second and milliseconds to the acknowledgement; `failed` were not answered 200. */
export type Outcome = { rate: number; p50: number; p99: number; failed: number };

/** A POST over HTTP/1.1, ready to be sent. */
export function post(path: string, headers: Record<string, string>, body: string): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const length = Buffer.byteLength(body);
  return Buffer.from(
    `POST ${path} HTTP/1.1\r\nhost: bench\r\n${lines.join('')}content-length: ${length}\r\n\r\n${body}`,
  );
}

/** Keeps every connection busy until all requests have been answered. */
export async function flood(port: number, requests: readonly Buffer[], connections = 32): Promise<Outcome> {
  const open = await Promise.all(Array.from({ length: connections }, () => dial(port)));
  const taken: Taken = { times: [], failed: 0 };
  let next = 0;
  const started = performance.now();
  await Promise.all(
    open.map(async ({ ask }) => {
      for (let request = requests[next++]; request; request = requests[next++]) await clocked(ask, request, taken);
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  for (const { close } of open) close();
  return outcome(taken, seconds);
}

/** Sends so many a second, whether or not the earlier ones have been answered. */
export async function pace(port: number, requests: readonly Buffer[], perSecond: number): Promise<Outcome> {
  const idle: Line[] = [];
  const taken: Taken = { times: [], failed: 0 };
  const started = performance.now();
  await Promise.all(
    requests.map(async (request, index) => {
      await wait(started + (index * 1000) / perSecond - performance.now());
      const line = idle.pop() ?? (await dial(port));
      await clocked(line.ask, request, taken);
      idle.push(line);
    }),
  );
  for (const { close } of idle) close();
  return outcome(taken, (performance.now() - started) / 1000);
}

type Taken = { times: number[]; failed: number };
type Line = { ask(request: Buffer): Promise<string>; close(): void };

async function clocked(ask: Line['ask'], request: Buffer, taken: Taken): Promise<void> {
  const started = performance.now();
  const status = await ask(request);
  taken.times.push(performance.now() - started);
  if (status !== '200') taken.failed += 1;
}

/** One connection, one request at a time; `ask` gives the status. */
async function dial(port: number): Promise<Line> {
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
  let received = '';
  let answered: (status: string) => void = () => {};
  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => {
    received += chunk;
    if (!isWhole(received)) return;
    const status = received.slice(9, 12);
    received = '';
    answered(status);
  });
  socket.on('close', () => answered('closed'));
  socket.on('error', () => {});
  await once(socket, 'connect');
  return {
    ask: (request) =>
      new Promise((resolve) => {
        answered = resolve;
        socket.write(request);
      }),
    close: () => socket.destroy(),
  };
}

function isWhole(response: string): boolean {
  const end = response.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(response)?.[1];
  return length === undefined ? response.endsWith('0\r\n\r\n') : response.length >= end + 4 + Number(length);
}

function outcome({ times, failed }: Taken, seconds: number): Outcome {
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return { rate: times.length / seconds, p50: at(0.5), p99: at(0.99), failed };
}
