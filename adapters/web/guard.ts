/**
 * Who may speak to the playground: only its own page. Playing other people is its purpose, so a foreign site open in
 * the same browser must not reach it, neither by a forged request nor by a name that resolves to this machine.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';

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
const loopback = (name: string) => name === 'localhost' || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name);

/** Rejects a request that is not addressed to `host` or to loopback, or that another site's page makes. */
export function admit({ headers, method }: IncomingMessage, host?: string): void {
  const name = urlOf(`http://${headers.host}`)?.hostname;
  if (name === undefined || !(loopback(name) || name === host))
    throw new Rejected(403, 'The playground answers on localhost and on the address in HOST only.');
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
