/**
 * A SCIM 2.0 server of an application as RFC 7644 describes it: users found by userName, groups by displayName, members
 * added and removed by PATCH. It refuses what it does not know, and can be put into a bad mood.
 */
import { type Answer, type Received, serve } from '../kit/http-server.js';

export type Mood = 'well' | 'busy' | 'broken' | 'silent' | 'half';

export async function scimApplication(token: string, userNames: readonly string[], groupNames: readonly string[]) {
  const users = userNames.map((userName, at) => ({ id: `u-${at + 1}`, userName }));
  const groups = groupNames.map((displayName, at) => ({ id: `g ${at + 1}`, displayName, members: new Set<string>() }));
  const state = { mood: 'well' as Mood };
  const list = (Resources: unknown[]): Answer => ({ status: 200, body: { totalResults: Resources.length, Resources } });
  const problem = (status: number, detail: string): Answer => ({ status, body: { status: String(status), detail } });

  function answer({ method, url, headers, body }: Received): Answer {
    if (headers['authorization'] !== `Bearer ${token}`) return problem(401, 'wrong token');
    if (state.mood === 'busy') return { status: 429, headers: { 'retry-after': '120' } };
    if (state.mood === 'broken') return { status: 500, body: '<html>oops</html>' };
    if (state.mood === 'silent') return undefined;
    const [, kind, id] = /^\/scim\/v2\/(Users|Groups)(?:\/(.+))?$/.exec(url.pathname) ?? [];
    const filter = url.searchParams.get('filter');
    if (method === 'GET' && filter !== null) {
      const [, attribute, json] = /^(userName|displayName) eq (".*")$/.exec(filter) ?? [];
      if (attribute === undefined || json === undefined) return problem(400, 'invalidFilter');
      const value = JSON.parse(json) as string;
      if (kind === 'Users' && attribute === 'userName') return list(users.filter((one) => one.userName === value));
      if (kind === 'Groups' && attribute === 'displayName')
        return list(groups.filter((one) => one.displayName === value).map((one) => ({ id: one.id })));
      return problem(400, 'invalidFilter');
    }
    const group = groups.find((one) => one.id === decodeURIComponent(id ?? ''));
    if (kind !== 'Groups' || !group) return problem(404, 'no such group');
    if (method === 'GET')
      return { status: 200, body: { id: group.id, members: [...group.members].map((value) => ({ value })) } };
    if (method !== 'PATCH') return problem(405, 'not here');
    const { schemas, Operations } = JSON.parse(body) as {
      schemas: string[];
      Operations: { op: string; path: string; value?: { value: string }[] }[];
    };
    if (schemas[0] !== 'urn:ietf:params:scim:api:messages:2.0:PatchOp') return problem(400, 'invalidSyntax');
    for (const { op, path, value } of Operations) {
      const [, removed] = /^members\[value eq "([^"]+)"\]$/.exec(path) ?? [];
      if (op === 'add' && path === 'members') for (const member of value ?? []) group.members.add(member.value);
      else if (op === 'remove' && removed !== undefined) group.members.delete(removed);
      else return problem(400, 'invalidPath');
    }
    // It has done what it was told, and the answer is lost on the way.
    return state.mood === 'half' ? { status: 502, body: 'bad gateway' } : { status: 204 };
  }

  const userOf = (userName: string) => users.find((one) => one.userName === userName)!.id;
  const groupOf = (name: string) => groups.find((one) => one.displayName === name)!;
  const server = await serve(answer);
  return {
    ...server,
    state,
    leave: (userName: string) =>
      users.splice(
        users.findIndex((one) => one.userName === userName),
        1,
      ),
    /** Somebody changes the members of a group there, by hand. */
    put: (name: string, userName: string) => groupOf(name).members.add(userOf(userName)),
    take: (name: string, userName: string) => groupOf(name).members.delete(userOf(userName)),
    members: (name: string) =>
      [...(groups.find((one) => one.displayName === name)?.members ?? [])].map(
        (id) => users.find((one) => one.id === id)?.userName ?? id,
      ),
  };
}
