/** Server-sent events: every change of a message and of the clock, resumable from the last one a browser saw. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { queryOf } from '../http.js';
import type { Message } from './memory.js';
import type { Messages } from './messages.js';

/** Proxies drop connections that are silent for a minute. */
const HEARTBEAT_MS = 20_000;

export function createStream(messages: Messages, shown: (message: Message) => unknown, now: () => Date) {
  const listeners = new Set<ServerResponse>();

  const event = (name: string, data: unknown, id?: number) =>
    `${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
  const toAll = (text: string) => {
    for (const listener of listeners) listener.write(text);
  };
  const time = () => event('clock', { now: now() });

  const unwatch = messages.watch((message) => toAll(event('message', shown(message), message.rev)));
  const heartbeat = setInterval(() => toAll(time()), HEARTBEAT_MS).unref();

  return {
    serve(request: IncomingMessage, response: ServerResponse): void {
      const seen = Number(request.headers['last-event-id'] ?? queryOf(request).get('since')) || 0;
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write('retry: 1000\n\n');
      response.write(time());
      // A store that was emptied starts counting anew: the browser must forget what it knew.
      if (seen > messages.rev()) response.write(event('forget', {}, 0));
      const missed = messages.since(seen > messages.rev() ? 0 : seen);
      for (const message of missed) response.write(event('message', shown(message), message.rev));
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
    },
    tellTime: () => toAll(time()),
    close(): void {
      unwatch();
      clearInterval(heartbeat);
      for (const listener of listeners) listener.end();
    },
  };
}
