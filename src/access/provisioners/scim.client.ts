/** Puts people into groups of an application, and takes them out, over its SCIM 2.0 server (RFC 7644). */
import { z } from 'zod';
import { Answered, askJson } from './http.client.js';
import type { Grant, Provisioner } from './provisioner.js';

const found = z.object({ Resources: z.array(z.object({ id: z.string() })).default([]) });
const group = z.object({ members: z.array(z.object({ value: z.string() })).default([]) });

const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** A text in a filter: JSON's quoting (RFC 7644, section 3.4.2.2). */
const quoted = (text: string): string => JSON.stringify(text);

/**
 * @param options.url of the server, as in `https://id.example.com/scim/v2`.
 * @param options.groups the display name of the group of each entitlement.
 */
export function scimProvisioner(options: {
  url: string;
  token: string;
  groups: Readonly<Record<string, string>>;
  timeoutMs: number;
  now: () => Date;
}): Provisioner {
  const base = options.url.replace(/\/+$/, '');

  function ask(method: string, path: string, query: Record<string, string> = {}, body?: unknown): Promise<unknown> {
    const url = new URL(`${base}${path}`);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    const headers = {
      authorization: `Bearer ${options.token}`,
      accept: 'application/scim+json',
      ...(body === undefined ? {} : { 'content-type': 'application/scim+json' }),
    };
    return askJson(url, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }, options);
  }

  /** The id of the one resource that a filter finds; undefined when there is none. @throws when there are several */
  async function idOf(kind: '/Users' | '/Groups', filter: string): Promise<string | undefined> {
    const { Resources } = found.parse(await ask('GET', kind, { filter, attributes: 'id', count: '2' }));
    if (Resources.length > 1) throw new Error(`${base}${kind} has several for ${filter}`);
    return Resources[0]?.id;
  }

  const userOf = ({ account }: Grant) =>
    account === undefined ? Promise.resolve(undefined) : idOf('/Users', `userName eq ${quoted(account)}`);

  async function groupOf({ entitlement }: Grant): Promise<string> {
    const name = options.groups[entitlement];
    const id = name === undefined ? undefined : await idOf('/Groups', `displayName eq ${quoted(name)}`);
    if (id === undefined) throw new Error(`${base} has no group ${quoted(name ?? entitlement)}`);
    return id;
  }

  const isIn = async (groupId: string, user: string): Promise<boolean> =>
    group.parse(await ask('GET', `/Groups/${encodeURIComponent(groupId)}`)).members.some(({ value }) => value === user);

  const patch = (groupId: string, operation: object) =>
    ask('PATCH', `/Groups/${encodeURIComponent(groupId)}`, {}, { schemas: [PATCH], Operations: [operation] });

  return {
    tellsApart: false,
    async grant(grant) {
      const [user, of] = await Promise.all([userOf(grant), groupOf(grant)]);
      if (user === undefined) throw new Error(`${base} has no user ${quoted(grant.account ?? grant.person.name)}`);
      if (await isIn(of, user)) return;
      await patch(of, { op: 'add', path: 'members', value: [{ value: user }] });
    },
    async revoke(grant) {
      const [user, of] = await Promise.all([userOf(grant), groupOf(grant)]);
      if (user === undefined || !(await isIn(of, user))) return;
      try {
        await patch(of, { op: 'remove', path: `members[value eq ${quoted(user)}]` });
      } catch (error) {
        // Somebody else has taken them out, or the user is gone: `verify` says whether that is so.
        if (!(error instanceof Answered && error.status === 404)) throw error;
      }
    },
    async verify(grant) {
      const [user, of] = await Promise.all([userOf(grant), groupOf(grant)]);
      return user !== undefined && isIn(of, user);
    },
  };
}
