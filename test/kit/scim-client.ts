/** An identity provider: sends over real HTTP what Okta and Entra ID send. */
export type Sent = { status: number; body: Record<string, unknown> & { id?: string } };

export const TOKEN = 'a-token-that-nobody-can-guess';

export function createProvider(url: string, token = TOKEN) {
  const send = async (method: string, path: string, body?: unknown): Promise<Sent> => {
    const response = await fetch(`${url}/scim/v2/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/scim+json' }),
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text ? (JSON.parse(text) as Sent['body']) : {} };
  };
  return {
    send,
    get: (path: string) => send('GET', path),
    post: (path: string, body: unknown) => send('POST', path, body),
    put: (path: string, body: unknown) => send('PUT', path, body),
    patch: (path: string, ...Operations: unknown[]) =>
      send('PATCH', path, { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations }),
    remove: (path: string) => send('DELETE', path),
    /** Finds those whom a filter means. */
    find: async (kind: 'Users' | 'Groups', filter: string) => {
      const { status, body } = await send('GET', `${kind}?filter=${encodeURIComponent(filter)}`);
      return {
        status,
        detail: body['detail'],
        ids: ((body['Resources'] ?? []) as { id: string }[]).map(({ id }) => id),
      };
    },
  };
}

const EXTENSION = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** A user as Okta creates them. */
export const oktaUser = (userName: string, more: { manager?: string; department?: string; number?: string } = {}) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', EXTENSION],
  userName,
  name: { givenName: nameIn(userName), familyName: 'Okta' },
  emails: [{ primary: true, value: userName, type: 'work' }],
  displayName: `${nameIn(userName)} Okta`,
  locale: 'en-US',
  externalId: `00u-${userName}`,
  groups: [],
  password: '1mz050nq',
  active: true,
  [EXTENSION]: {
    ...(more.manager ? { manager: { value: more.manager } } : {}),
    ...(more.department ? { department: more.department } : {}),
    ...(more.number ? { employeeNumber: more.number } : {}),
  },
});

const nameIn = (userName: string) => {
  const [first = ''] = userName.split(/[.@]/);
  return first.charAt(0).toUpperCase() + first.slice(1);
};
