/** What every adapter is to the composition root: chats to post to, routes to serve, and an orderly start and stop. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Addresses, Chat, Request } from '../src/chat.js';
import type { Deliveries } from '../src/deliveries.js';
import type { Answer } from '../src/reply.js';

/** A route of the one HTTP server; a `path` that ends in `/` serves everything below it. */
export type Route = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  /** Bytes that a body may have, where it is no chat's. */
  limit?: number;
  handle(request: IncomingMessage, response: ServerResponse): unknown;
};

export type Adapter = {
  chats: readonly Chat[];
  routes: readonly Route[];
  start(): Promise<void>;
  /** Does the work of a delivery that a dead process acknowledged; `body` is what this adapter had kept of it. */
  replay?(body: unknown): Promise<void>;
  /** Takes nothing new and resolves when what was taken has been answered. */
  stop(): Promise<void>;
};

export type AdapterDeps = {
  /** The one entrance to the desk. It answers refusals and breakages as values. @throws `Busy` to be asked again. */
  perform(request: Request): Promise<Answer>;
  addresses: Addresses;
  /** Through which what a platform delivers is acknowledged in time and answered once. */
  deliveries: Pick<Deliveries, 'take' | 'stop'>;
  log: Logger;
  /** How this person is mentioned on this platform: their account id there, if the desk knows one. */
  accountOf(person: string, platform: string): string | undefined;
};
