/** Server-sent events: every change of a message and of the clock, resumable from the last one a browser saw. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { queryOf } from '../http.js';
import type { Message } from './memory.js';
import type { Messages } from './messages.js';

/** Proxies drop connections that are silent for a minute. */
const HEARTBEAT_MS = 20_000;

/** A browser that listens. Nothing is kept for it but the last change it was told of: it is told the rest when it reads on. */
type Listener = { response: ServerResponse; told: number; isFull: boolean; wasFull: boolean };

export function createStream(deps: {
  messages: Messages;
  shown(message: Message): unknown;
  now(): Date;
  /** How far the tour has come. */
  tour?(): unknown;
  heartbeatMs?: number;
}) {
  const { messages, shown, now, tour, heartbeatMs = HEARTBEAT_MS } = deps;
  const listeners = new Set<Listener>();

  const event = (name: string, data: unknown, id?: number) =>
    `${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
  const time = () => event('clock', { now: now() });
  const progress = () => (tour ? event('tour', tour()) : '');

  function write(listener: Listener, text: string): void {
    if (!listener.response.write(text)) listener.isFull = true;
  }
  function tell(listener: Listener, message: Message): void {
    listener.told = message.rev;
    write(listener, event('message', shown(message), message.rev));
  }
  function catchUp(listener: Listener): void {
    for (const message of messages.since(listener.told)) {
      if (listener.isFull) return;
      tell(listener, message);
    }
  }
  const attentive = () => [...listeners].filter(({ isFull }) => !isFull);

  const unwatch = messages.watch((message) => {
    for (const listener of attentive()) tell(listener, message);
  });
  const tellAll = (text: string) => {
    for (const listener of attentive()) write(listener, text);
  };
  const tellTime = () => tellAll(time());
  const heartbeat = setInterval(() => {
    for (const listener of listeners) {
      // It comes back by itself and says what it heard last.
      if (listener.isFull && listener.wasFull) listener.response.destroy();
      listener.wasFull = listener.isFull;
    }
    tellTime();
  }, heartbeatMs).unref();

  return {
    serve(request: IncomingMessage, response: ServerResponse): void {
      const seen = Number(request.headers['last-event-id'] ?? queryOf(request).get('since')) || 0;
      // A store that was emptied starts counting again: the browser must forget its own count.
      const isAhead = seen > messages.rev();
      const listener: Listener = { response, told: isAhead ? 0 : seen, isFull: false, wasFull: false };
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write('retry: 1000\n\n');
      response.write(time() + progress());
      if (isAhead) response.write(event('forget', {}, 0));
      listeners.add(listener);
      catchUp(listener);
      response.on('drain', () => {
        listener.isFull = false;
        write(listener, time() + progress());
        catchUp(listener);
      });
      response.on('close', () => listeners.delete(listener));
    },
    tellTime,
    tellTour: () => tellAll(progress()),
    close(): void {
      unwatch();
      clearInterval(heartbeat);
      for (const { response } of listeners) response.end();
    },
  };
}
