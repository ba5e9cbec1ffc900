/** A request of a SCIM client as it is read from HTTP, and its answer. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Page } from '../../src/provided.js';
import { pathOf, queryOf } from '../http.js';
import { MOST_RESULTS } from './discovery.js';
import { ScimError } from './errors.js';
import type { Resource } from './resource.js';

/** A group of some tens of thousands of people fits into it. */
export const BODY_LIMIT = 4 * 1024 * 1024;
export const ROOT = '/scim/v2';
const LIST = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';

export type Asked = {
  method: string;
  /** Behind the root: `['Users', 'emma.chen']`. */
  path: string[];
  query: URLSearchParams;
  /** Where resources are found, as the client reached the desk. */
  base: string;
  body(): Promise<Record<string, unknown>>;
};

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_LIMIT) throw new ScimError(413, `A request may have ${BODY_LIMIT} bytes at most`);
    chunks.push(chunk);
  }
  let value: unknown;
  try {
    value = JSON.parse(
      Buffer.concat(chunks)
        .toString('utf8')
        .replace(/^\uFEFF/, ''),
    );
  } catch {
    throw new ScimError(400, 'The body is no JSON', 'invalidSyntax');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ScimError(400, 'The body must be a JSON object', 'invalidSyntax');
  return value as Record<string, unknown>;
}

/** Percent signs that mean nothing are what they are. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export function askedBy(request: IncomingMessage): Asked {
  const forwarded = String(request.headers['x-forwarded-proto'] ?? '').split(',', 1)[0];
  const scheme = forwarded === 'https' ? 'https' : 'http';
  return {
    method: request.method ?? 'GET',
    path: pathOf(request).slice(ROOT.length).split('/').filter(Boolean).map(decoded),
    query: queryOf(request),
    base: `${scheme}://${request.headers.host ?? 'localhost'}${ROOT}`,
    body: () => readBody(request),
  };
}

/** The part of a list that is asked for: from 1 on. @throws ScimError for what is no number */
export function pageOf(query: URLSearchParams): Page {
  const number = (name: string, usual: number) => {
    const said = query.get(name);
    if (said === null || said === '') return usual;
    if (!/^-?\d{1,9}$/.test(said)) throw new ScimError(400, `${name} must be a number`, 'invalidValue');
    return Number(said);
  };
  return {
    start: Math.max(1, number('startIndex', 1)),
    count: Math.min(MOST_RESULTS, Math.max(0, number('count', MOST_RESULTS))),
  };
}

export const listOf = (resources: readonly Resource[], total = resources.length, start = 1): Resource => ({
  schemas: [LIST],
  totalResults: total,
  startIndex: start,
  itemsPerPage: resources.length,
  Resources: resources,
});

export type Answered = { status: number; body?: object; headers?: Record<string, string> };

export function send(response: ServerResponse, { status, body, headers = {} }: Answered): void {
  const rest = status === 413 ? { ...headers, connection: 'close' } : headers;
  response.writeHead(status, body ? { 'content-type': 'application/scim+json', ...rest } : rest);
  response.end(body && JSON.stringify(body));
}
