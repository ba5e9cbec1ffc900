/** A real HTTP server of a test: what it was sent, and what it answers. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Received = { method: string; url: URL; headers: Record<string, string>; body: string };
/** Nothing means that it never answers. */
export type Answer = { status: number; body?: unknown; headers?: Record<string, string> } | undefined;

export async function serve(answer: (received: Received) => Answer) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => (body += part));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      const one = { method: request.method ?? '', url, headers: request.headers as Record<string, string>, body };
      received.push(one);
      const told = answer(one);
      if (!told) return;
      response.writeHead(told.status, { 'content-type': 'application/json', ...told.headers });
      response.end(
        told.body === undefined ? '' : typeof told.body === 'string' ? told.body : JSON.stringify(told.body),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
