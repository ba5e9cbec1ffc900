/** What supervisors ask for: whether the process runs, whether the desk can work, and its figures. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Route } from './adapter.js';

/** An answer that takes longer is one that no supervisor waits for; they ask again. In milliseconds. */
const PATIENCE_MS = 1_500;

/** @param deps.ready whether people could be served now; it may fail or hang, which is a no. */
export function healthRoutes(deps: {
  ready(): Promise<boolean>;
  metrics: { contentType: string; text(): Promise<string> };
}): Route[] {
  const get = (path: string, answer: () => Promise<[status: number, type: string, body: string]>): Route => ({
    method: 'GET',
    path,
    async handle(_: IncomingMessage, response: ServerResponse) {
      const [status, type, body] = await answer();
      response.writeHead(status, { 'content-type': type }).end(body);
    },
  });
  const ready = () => Promise.race([deps.ready().catch(() => false), wait(PATIENCE_MS, false, { ref: false })]);
  return [
    get('/healthz', async () => [200, 'text/plain', 'ok\n']),
    get('/readyz', async () =>
      (await ready())
        ? [200, 'text/plain', 'ready\n']
        : [503, 'text/plain', 'not ready: the store cannot be reached or written, or the jobs are silent\n'],
    ),
    get('/metrics', async () => [200, deps.metrics.contentType, await deps.metrics.text()]),
  ];
}
