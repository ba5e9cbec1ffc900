/** Slack's end of Socket Mode: greets, sends envelopes, and notes which were acknowledged, with what. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import WebSocket from 'ws';

type Ack = { envelope_id: string; payload?: unknown };

export function createSocketMode(server: Server, origin: string) {
  const sockets = new WebSocket.Server({ server, path: '/socket' });
  const waiting = new Map<string, (payload: unknown) => void>();
  const acknowledged: string[] = [];
  sockets.on('connection', (socket) => {
    socket.on('message', (data) => {
      const ack = JSON.parse((data as Buffer | string).toString()) as Ack;
      acknowledged.push(ack.envelope_id);
      waiting.get(ack.envelope_id)?.(ack.payload);
    });
    socket.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
  });

  return {
    url: () => `${origin.replace('http', 'ws')}/socket`,
    acknowledged,
    connections: () => sockets.clients.size,
    /** Sends an envelope to the connected desk; resolves with the payload of its acknowledgement. */
    async send(
      type: 'events_api' | 'slash_commands' | 'interactive',
      payload: object,
      envelope: string = randomUUID(),
    ) {
      const [socket] = sockets.clients;
      if (!socket) throw new Error('the desk is not connected');
      const acked = new Promise<unknown>((resolve) => {
        waiting.set(envelope, resolve);
      });
      socket.send(
        JSON.stringify({ type, envelope_id: envelope, payload, accepts_response_payload: type !== 'events_api' }),
      );
      return acked;
    },
    disconnected: async () => {
      const [socket] = sockets.clients;
      if (socket) await once(socket, 'close');
    },
    close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}
