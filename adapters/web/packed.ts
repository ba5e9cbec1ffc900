/** What is large goes over the wire compressed, and a page that a browser has is not sent again. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const pack = {
  br: (content: Buffer) =>
    promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: content.length > 1e6 ? 7 : 5 } }),
  gzip: promisify(gzip),
} satisfies Record<string, (content: Buffer) => Promise<Buffer>>;

function codingFor({ headers }: IncomingMessage): keyof typeof pack | undefined {
  const taken = (headers['accept-encoding'] ?? '').split(/[\s,;]+/);
  return (['br', 'gzip'] as const).find((each) => taken.includes(each));
}

/** Sends what is made anew each time. */
export async function sendPacked(request: IncomingMessage, response: ServerResponse, body: unknown): Promise<void> {
  const content = Buffer.from(JSON.stringify(body));
  const coding = codingFor(request);
  response
    .writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      ...(coding ? { 'content-encoding': coding } : {}),
    })
    .end(coding ? await pack[coding](content) : content);
}

/** Sends files that stay as they are while the desk runs: each is compressed once, and named by its content. */
export function createShelf(read: (name: string) => Promise<Buffer>) {
  const packed = new Map<string, Promise<Buffer>>();
  const tags = new Map<string, string>();
  async function content(name: string, coding: keyof typeof pack | undefined): Promise<Buffer> {
    const plain = await read(name);
    tags.set(name, `"${createHash('sha256').update(plain).digest('base64url')}"`);
    return coding ? pack[coding](plain) : plain;
  }
  return async (request: IncomingMessage, response: ServerResponse, name: string, headers: OutgoingHttpHeaders) => {
    const coding = codingFor(request);
    const key = `${coding} ${name}`;
    const body = packed.get(key) ?? content(name, coding);
    packed.set(key, body);
    body.catch(() => packed.delete(key));
    const bytes = await body;
    const etag = tags.get(name)!;
    const all = { ...headers, etag, vary: 'accept-encoding', ...(coding ? { 'content-encoding': coding } : {}) };
    if (request.headers['if-none-match'] === etag) response.writeHead(304, all).end();
    else response.writeHead(200, all).end(bytes);
  };
}
