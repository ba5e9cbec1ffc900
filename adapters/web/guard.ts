/**
 * Who may speak to the playground: only its own page, in a browser of this machine. Playing other people is its purpose,
 * so nobody reaches it from outside, not through a proxy either; nor does a foreign site open in the same browser, be it
 * by a forged request or by a name that resolves to this machine.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isHandedOn, isLoopback } from '../../src/loopback.js';

/** 40,000 characters of words, the longest a person may send, at up to six bytes each in JSON, with room for a form. */
export const LONGEST_BODY = 256 * 1024;

/** A request that is answered with a status and a sentence instead of being served. */
export class Rejected extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const urlOf = (text: string) => (URL.canParse(text) ? new URL(text) : undefined);

/** Rejects a request that comes from another machine, is addressed to another name, or is made by another site's page. */
export function admit({ headers, method, socket }: IncomingMessage): void {
  const name = urlOf(`http://${headers.host}`)?.hostname;
  if (!isLoopback(socket.remoteAddress ?? '') || isHandedOn(headers) || name === undefined || !isLoopback(name))
    throw new Rejected(403, 'The playground serves browsers of its own machine, at localhost, through no proxy.');
  const sameSite = headers['sec-fetch-site'];
  const { origin } = headers;
  const own = origin === undefined ? method === 'GET' : urlOf(origin)?.host === headers.host;
  if (!own || (method !== 'GET' && sameSite !== undefined && sameSite !== 'same-origin'))
    throw new Rejected(403, 'The playground takes requests from its own page only.');
}

export async function readJson(request: IncomingMessage): Promise<unknown> {
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? ''))
    throw new Rejected(415, 'Send JSON with content-type application/json.');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LONGEST_BODY) throw new Rejected(413, `A request may have ${LONGEST_BODY} bytes at most.`);
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new Rejected(400, 'This is not JSON.');
  }
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };
  response.writeHead(status, status === 413 ? { ...headers, connection: 'close' } : headers).end(JSON.stringify(body));
}
