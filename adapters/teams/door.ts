/** The door at `POST /api/messages`: takes in a body of JSON, small enough and from somebody who may send it. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { isLoopback, isLoopbackUrl } from './config.js';

/** Teams' own activities are under 100 KB. */
const BODY_LIMIT = 256 * 1024;

const json = z.looseObject({ type: z.string(), serviceUrl: z.unknown().optional(), channelId: z.unknown().optional() });
export type Taken = z.infer<typeof json>;

export type Allowed = 'yes' | 'no' | 'unknown';

/** Answers the request itself when it may not come in; otherwise gives its body. */
export async function takeIn(
  request: IncomingMessage,
  response: ServerResponse,
  allows: (body: Taken) => Promise<Allowed>,
): Promise<Taken | undefined> {
  const refuse = (status: number): undefined => {
    response.writeHead(status, status === 413 ? { connection: 'close' } : {}).end();
  };
  // A browser may not send JSON across sites unasked, so no web page can talk to a desk on its reader's machine.
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return refuse(415);
  const text = await read(request);
  if (text === undefined) return refuse(413);
  const body = json.safeParse(parse(text));
  if (!body.success) return refuse(400);
  const allowed = await allows(body.data);
  if (allowed === 'yes') return body.data;
  return refuse(allowed === 'no' ? 401 : 503);
}

async function read(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Left standing when it is too much, so that the refusal can still be written.
  const body: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
  for await (const chunk of body) {
    size += chunk.length;
    if (size > BODY_LIMIT) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** By these a tunnel or proxy says that it speaks for somebody else. */
const isRelayed = (header: string): boolean =>
  header.startsWith('x-forwarded-') || ['forwarded', 'x-real-ip', 'via'].includes(header);

/**
 * Whether a program on this machine sent it for itself: from this machine, to this machine by name, and not for a page of
 * another site, which may have been given a name that leads here.
 */
export function isLocal({ headers, socket }: IncomingMessage): boolean {
  const { host = '', origin } = headers;
  const named = [`http://${host}`, ...(origin === undefined ? [] : [origin])];
  return isLoopback(socket.remoteAddress ?? '') && named.every(isLoopbackUrl) && !Object.keys(headers).some(isRelayed);
}

/**
 * The one service of an emulator that is answered: the first that was heard. Activities say where their answers go, and
 * nobody signs them here, so a later one may not send the desk to another port of this machine.
 */
export function createLocalService(): (serviceUrl: string) => boolean {
  let first: string | undefined;
  return (serviceUrl) => {
    if (!isLoopbackUrl(serviceUrl)) return false;
    const { origin } = new URL(serviceUrl);
    first ??= origin;
    return origin === first;
  };
}
