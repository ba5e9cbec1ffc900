/**
 * A SCIM 2.0 server (RFC 7643, 7644): identity providers such as Okta and Entra ID provide people, managers, groups and
 * departures. It reads and answers; what is kept, and what follows from it, is the register's.
 */
import type { Logger } from 'pino';
import type { ScimToken } from '../../src/config.js';
import { describe } from '../../src/errors.js';
import { Taken, type Register } from '../../src/provided.js';
import type { Route } from '../adapter.js';
import { askedBy, BODY_LIMIT, listOf, ROOT, send, type Answered, type Asked } from './asked.js';
import { discoverable, serviceProviderConfig } from './discovery.js';
import { ScimError } from './errors.js';
import { createGroups } from './groups.js';
import { createTokens } from './tokens.js';
import { createUsers } from './users.js';

/** @param deps.nameOf the name of a directory group. */
export function createScim(deps: {
  tokens: readonly ScimToken[];
  register: Register;
  nameOf(group: string): string;
  now(): Date;
  log: Logger;
}): Route[] {
  const { register, now, log } = deps;
  const callerOf = createTokens(deps.tokens);
  const users = createUsers(register.people, deps.nameOf);
  const groups = createGroups(register.groups);

  function discover({ method, path: [kind, id], base }: Asked): Answered {
    if (method !== 'GET') throw new ScimError(405, `${kind} can only be read`);
    if (kind === 'ServiceProviderConfig') return { status: 200, body: serviceProviderConfig(base) };
    const among = discoverable[kind as 'Schemas'];
    if (id === undefined) return { status: 200, body: listOf(Object.values(among).map((each) => each(base))) };
    const found = Object.hasOwn(among, id) ? among[id] : undefined;
    if (!found) throw new ScimError(404, `There is no ${id.slice(0, 100)} among the ${kind}`);
    return { status: 200, body: found(base) };
  }

  function answer(asked: Asked, by: string): Promise<Answered> | Answered {
    const saying = { by, now: now() };
    const [kind = ''] = asked.path;
    switch (kind) {
      case 'Users':
        return users(asked, saying);
      case 'Groups':
        return groups(asked, saying);
      case 'ServiceProviderConfig':
      case 'Schemas':
      case 'ResourceTypes':
        return discover(asked);
      default:
        throw new ScimError(404, 'The desk has /Users, /Groups, /Schemas, /ResourceTypes and /ServiceProviderConfig');
    }
  }

  function told(error: unknown): Answered {
    if (error instanceof ScimError)
      return {
        status: error.status,
        body: error.body,
        ...(error.status === 401 ? { headers: { 'www-authenticate': 'Bearer' } } : {}),
      };
    if (error instanceof Taken)
      return { status: 409, body: new ScimError(409, 'Another one has this name already', 'uniqueness').body };
    log.error({ error: describe(error) }, 'a SCIM request failed');
    return { status: 500, body: new ScimError(500, 'The desk could not do this: its log says why').body };
  }

  const handle: Route['handle'] = async (request, response) => {
    const asked = askedBy(request);
    let by: string | undefined;
    let answered: Answered;
    try {
      by = callerOf(request.headers.authorization, now());
      answered = await answer(asked, by);
    } catch (error) {
      answered = told(error);
    }
    const line = { by, method: asked.method, kind: asked.path[0], status: answered.status };
    if (answered.status >= 400) log.warn(line, 'a SCIM request was refused');
    else if (asked.method !== 'GET') log.info(line, 'the directory was told of');
    send(response, answered);
  };
  return (['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const).map((method) => ({
    method,
    path: `${ROOT}/`,
    limit: BODY_LIMIT,
    handle,
  }));
}
