/** One HTTP server for all adapters. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { describe } from '../src/errors.js';
import type { Route } from './adapter.js';

/** Slack's largest documented payload is a 250 KB view and a Teams activity is under 100 KB: more is not a chat's. */
export const BODY_LIMIT = 1024 * 1024;

/** Milliseconds that answers on their way out may take after all work has ended. */
const LAST_WORDS_MS = 500;

/**
 * The path that is asked for. It is cut, not parsed: what stands in a request line (`//`, `http://[`) need be no URL.
 */
export const pathOf = ({ url = '/' }: IncomingMessage): string => url.split(/[?#]/, 1)[0] || '/';

/** The query that is asked with. */
export const queryOf = ({ url = '/' }: IncomingMessage): URLSearchParams =>
  new URLSearchParams(/\?([^#]*)/.exec(url)?.[1] ?? '');

/**
 * Serves the routes. Unknown paths answer 404, known paths with another method 405, a handler that throws 500 with
 * nothing of the error told. `listen` rejects with a remedy when the port is taken.
 */
export function createHttp(routes: readonly Route[], log: Logger) {
  async function serve(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const here = routes.filter((route) =>
      route.path.endsWith('/') ? path.startsWith(route.path) : path === route.path,
    );
    const route = here
      .filter((each) => each.method === request.method)
      .toSorted((a, b) => b.path.length - a.path.length)[0];
    if (!route) {
      response.writeHead(here.length > 0 ? 405 : 404).end();
      return;
    }
    if (Number(request.headers['content-length'] ?? 0) > (route.limit ?? BODY_LIMIT)) {
      response.writeHead(413, { connection: 'close' }).end();
      return;
    }
    await route.handle(request, response);
  }

  // All of it inside the promise that is guarded: nothing that a stranger sends may end the process.
  const server = createServer((request, response) => {
    const path = pathOf(request);
    serve(request, response, path).catch((error: unknown) => {
      log.error({ error: describe(error), path: path.slice(0, 200) }, 'a route failed');
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.requestTimeout = 30_000;
  let closed = Promise.resolve();

  return {
    async listen(port: number, host: string): Promise<number> {
      await new Promise<void>((resolve, reject) => {
        server.once('error', (error: NodeJS.ErrnoException) =>
          reject(
            error.code === 'EADDRINUSE'
              ? new Error(`PORT ${port} on ${host} is taken: stop the other program or set PORT to a free one`)
              : error,
          ),
        );
        server.listen(port, host, resolve);
      });
      return (server.address() as AddressInfo).port;
    },
    /** Takes nothing new; what is being answered goes on. */
    refuse(): void {
      if (!server.listening) return;
      closed = new Promise((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
    },
    /** Resolves when all that was taken has been answered, or has been cut off a moment later. */
    async close(): Promise<void> {
      this.refuse();
      // Those whose answer is out are kept open by clients that might ask again.
      server.closeIdleConnections();
      const force = setTimeout(() => server.closeAllConnections(), LAST_WORDS_MS);
      await closed;
      clearTimeout(force);
    },
  };
}
