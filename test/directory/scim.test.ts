/**
 * The SCIM server as identity providers meet it, over real HTTP. The shapes are those of Okta's and Microsoft's
 * documentation (developer.okta.com/docs/api/openapi/okta-scim; learn.microsoft.com/entra/identity/app-provisioning/
 * use-scim-to-provision-users-and-groups) and of public reports of what Entra ID sends without the flag aadOptscim062020.
 */
import { request } from 'node:http';
import { createProvider, oktaUser, TOKEN } from '../kit/scim-client.js';
import { openServer } from './server.js';

let server: Awaited<ReturnType<typeof openServer>>;
let idp: ReturnType<typeof createProvider>;
beforeAll(async () => {
  server = await openServer();
  ({ idp } = server);
});
afterAll(() => server.close());

const EXTENSION = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
let people = 0;
/** Somebody new. */
async function provide(more: Parameters<typeof oktaUser>[1] & { name?: string } = {}): Promise<string> {
  const { status, body } = await idp.post('Users', oktaUser(`${more.name ?? `someone${++people}`}@scim.example`, more));
  expect(status).toBe(201);
  return body.id!;
}

describe('who may call', () => {
  test.each([
    ['none', ''],
    ['a wrong one', 'no-token-of-anybody-known'],
  ])('with %s as a token: 401, and nothing is told of anybody', async (_, token) => {
    const { status, body } = await createProvider(server.url, token).get('Users');
    expect([status, body['schemas']]).toEqual([401, ['urn:ietf:params:scim:api:messages:2.0:Error']]);
    expect(body['Resources']).toBeUndefined();
  });

  test('a token works until its day, then is refused with the remedy', async () => {
    const entra = server.as(`${TOKEN}-too`);
    expect((await entra.get('Users?count=0')).status).toBe(200);
    server.time.now = new Date('2026-12-01T00:00:00Z');
    const { status, body } = await entra.get('Users?count=0');
    server.time.now = new Date('2026-11-23T08:00:00Z');
    expect([status, body['detail']]).toEqual([401, expect.stringMatching(/entra has expired: put a new one/)]);
  });
});

test('it says what it can, and what its attributes mean', async () => {
  const { body: config } = await idp.get('ServiceProviderConfig');
  expect(config).toMatchObject({ patch: { supported: true }, bulk: { supported: false }, filter: { supported: true } });
  const { body: schemas } = await idp.get('Schemas');
  expect((schemas['Resources'] as { id: string }[]).map(({ id }) => id)).toContain(EXTENSION);
  expect((await idp.get(`Schemas/${EXTENSION}`)).body['attributes']).toMatchObject([
    { name: 'employeeNumber' },
    { name: 'department' },
    { name: 'manager', type: 'complex', subAttributes: [{ name: 'value' }] },
  ]);
  expect((await idp.get('ResourceTypes/User')).body).toMatchObject({ endpoint: '/Users' });
  expect((await idp.get('Nothing')).status).toBe(404);
});

describe('what Okta sends', () => {
  test('asks before it creates, creates, asks again, and is refused a second one of the same name', async () => {
    expect((await idp.find('Users', 'userName eq "okta.one@scim.example"')).ids).toEqual([]);
    const { status, body } = await idp.post('Users', oktaUser('okta.one@scim.example', { number: '701' }));
    expect([status, body['userName'], body[EXTENSION]]).toEqual([
      201,
      'okta.one@scim.example',
      { employeeNumber: '701' },
    ]);
    expect(JSON.stringify(body)).not.toMatch(/1mz050nq|password/);
    for (const filter of [
      'userName eq "OKTA.ONE@scim.example"',
      'externalId eq "00u-okta.one@scim.example"',
      'displayName eq "Okta Okta" and active eq true',
      'emails[type eq "work"].value eq "okta.one@scim.example"',
      'emails.value eq "okta.one@scim.example"',
      `${EXTENSION}:employeeNumber eq "701"`,
      `id eq "${body.id}" or userName eq "nobody"`,
    ])
      expect([filter, (await idp.find('Users', filter)).ids]).toEqual([filter, [body.id]]);
    expect(await idp.post('Users', oktaUser('Okta.One@scim.example'))).toMatchObject({
      status: 409,
      body: { scimType: 'uniqueness', status: '409' },
    });
  });

  test('puts the whole person; the same once more writes nothing', async () => {
    const id = await provide({ name: 'put.one' });
    const changed = { ...oktaUser('put.one@scim.example', { department: 'Finance' }), id, title: 'Controller' };
    const { body } = await idp.put(`Users/${id}`, changed);
    expect(body).toMatchObject({
      title: 'Controller',
      [EXTENSION]: { department: 'Finance' },
      meta: { version: 'W/"2"' },
    });
    expect((await idp.put(`Users/${id}`, changed)).body).toEqual(body);
    expect((await idp.put(`Users/nobody-here`, changed)).status).toBe(404);
  });

  test('takes somebody out by active: false, without a path, and has the same person back', async () => {
    const id = await provide();
    await idp.patch(`Users/${id}`, { op: 'replace', value: { active: false } });
    expect(server.directory.person(id)).toBeUndefined();
    expect((await idp.get(`Users/${id}`)).body['active']).toBe(false);
    await idp.patch(`Users/${id}`, { op: 'replace', value: { active: true } });
    expect(server.directory.person(id)?.id).toBe(id);
  });

  test('a group push: members by replace, by add, and out by a filter', async () => {
    const [one, other, third] = [await provide(), await provide(), await provide()];
    const { body } = await idp.post('Groups', {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
      displayName: 'Okta Desk',
      members: [{ value: one, display: 'One' }],
    });
    const path = `Groups/${body.id}`;
    const members = async () =>
      ((await idp.get(path)).body['members'] as { value: string }[]).map(({ value }) => value).toSorted();
    await idp.patch(path, { op: 'add', path: 'members', value: [{ value: other }, { value: third }] });
    expect(await members()).toEqual([one, other, third].toSorted());
    await idp.patch(path, { op: 'remove', path: `members[value eq "${other}"]` });
    expect(await members()).toEqual([one, third].toSorted());
    await idp.patch(path, { op: 'replace', path: 'members', value: [{ value: other }] });
    expect(await members()).toEqual([other]);
    await idp.patch(path, { op: 'replace', value: { id: body.id, displayName: 'Okta Service Desk' } });
    expect((await idp.find('Groups', 'displayName eq "okta service desk"')).ids).toEqual([body.id]);
    expect((await idp.get(`Users/${other}`)).body['groups']).toMatchObject([
      { value: body.id, display: 'Okta Service Desk' },
    ]);
    const refused = await idp.patch(path, { op: 'add', path: 'members', value: [{ value: one }, { value: 'who' }] });
    expect([refused.status, refused.body['detail']]).toEqual([400, expect.stringMatching(/no users: who/)]);
    expect(await members()).toEqual([other]);
    expect((await idp.remove(path)).status).toBe(204);
    expect((await idp.get(`Users/${other}`)).body['groups']).toEqual([]);
    expect((await idp.get(path)).status).toBe(404);
  });
});

describe('what Entra ID sends', () => {
  test.each<[string, object, object]>([
    ['a capital and a string for a boolean', { op: 'Replace', path: 'active', value: 'False' }, { active: false }],
    [
      'an address that is there',
      { op: 'Replace', path: 'emails[type eq "work"].value', value: 'b@scim.example' },
      { emails: [{ value: 'b@scim.example', type: 'work', primary: true }] },
    ],
    [
      'an address of a kind that is not there',
      { op: 'Add', path: 'emails[type eq "home"].value', value: 'h@scim.example' },
      { emails: [expect.anything(), { value: 'h@scim.example', type: 'home' }] },
    ],
    [
      'paths as keys of a value',
      { op: 'Add', value: { 'name.givenName': 'Bea', [`${EXTENSION}:department`]: 'IT' } },
      { name: { givenName: 'Bea' }, [EXTENSION]: { department: 'IT' } },
    ],
    [
      'an attribute of the extension',
      { op: 'Add', path: `${EXTENSION}:employeeNumber`, value: '42' },
      { [EXTENSION]: { employeeNumber: '42' } },
    ],
    [
      'a manager as a string',
      { op: 'Add', path: `${EXTENSION}:manager`, value: 'boss-1' },
      { [EXTENSION]: { manager: { value: 'boss-1' } } },
    ],
    [
      'a manager as a list',
      { op: 'Add', path: `${EXTENSION}:manager`, value: [{ $ref: '../Users/boss-1', value: 'boss-1' }] },
      { [EXTENSION]: { manager: { value: 'boss-1' } } },
    ],
    [
      'what the desk does not keep',
      { op: 'Add', path: 'phoneNumbers[type eq "mobile"].value', value: '1' },
      { active: true },
    ],
    [
      'a primary one in words',
      { op: 'Replace', path: 'emails[primary eq "True"].value', value: 'p@scim.example' },
      { emails: [{ value: 'p@scim.example', type: 'work', primary: true }] },
    ],
  ])('%s', async (_, operation, expected) => {
    const id = await provide();
    const { status, body } = await idp.patch(`Users/${id}`, operation);
    expect([status, body]).toEqual([200, expect.objectContaining(recursive(expected))]);
  });
  const recursive = (expected: object) =>
    Object.fromEntries(
      Object.entries(expected).map(([key, value]) => [
        key,
        value && typeof value === 'object' && !Array.isArray(value) ? expect.objectContaining(value) : value,
      ]),
    );

  test('takes out managers and members by Remove, and asks whether somebody is a member', async () => {
    const [boss, id] = [await provide(), await provide()];
    await idp.patch(`Users/${id}`, { op: 'Add', path: `${EXTENSION}:manager`, value: boss });
    expect(server.directory.person(id)?.manager).toBe(boss);
    await idp.patch(`Users/${id}`, { op: 'Remove', path: `${EXTENSION}:manager` });
    expect(server.directory.person(id)?.manager).toBeUndefined();
    const { body } = await idp.post('Groups', { displayName: 'Entra Desk', externalId: 'b830e4f6' });
    await idp.patch(`Groups/${body.id}`, { op: 'Add', path: 'members', value: [{ value: id }, { value: boss }] });
    const asked = `id eq "${body.id}" and members eq "${id}"`;
    expect((await idp.find('Groups', asked)).ids).toEqual([body.id]);
    await idp.patch(`Groups/${body.id}`, { op: 'Remove', path: 'members', value: [{ value: id }] });
    expect((await idp.find('Groups', asked)).ids).toEqual([]);
    expect((await idp.get(`Groups/${body.id}?excludedAttributes=members`)).body['members']).toBeUndefined();
  });
});

describe('bad input changes nothing', () => {
  test.each<[string, (id: string) => Promise<{ status: number; body: object }>, number, RegExp]>([
    [
      'an attribute that SCIM does not have',
      (id) => idp.patch(`Users/${id}`, { op: 'replace', path: 'favouriteColour', value: 'red' }),
      400,
      /no attribute favouriteColour/,
    ],
    [
      'a number for a boolean',
      (id) => idp.patch(`Users/${id}`, { op: 'replace', path: 'active', value: 0 }),
      400,
      /active must be true or false/,
    ],
    [
      'one good operation before a bad one',
      (id) => idp.patch(`Users/${id}`, { op: 'replace', path: 'active', value: false }, { op: 'move', path: 'x' }),
      400,
      /op/,
    ],
    ['no operations', (id) => idp.patch(`Users/${id}`), 400, /Operations/],
    ['no user name', (id) => idp.put(`Users/${id}`, { active: true }), 400, /userName is missing/],
    ['no JSON', (id) => idp.put(`Users/${id}`, '{"userName":'), 400, /no JSON/],
    ['a list', (id) => idp.put(`Users/${id}`, '[]'), 400, /JSON object/],
    [
      'prototypes',
      (id) => idp.patch(`Users/${id}`, { op: 'add', path: '__proto__.polluted', value: 'yes' }),
      400,
      /no attribute/,
    ],
    [
      'ten megabytes',
      (id) =>
        idp
          .put(`Users/${id}`, { userName: 'x'.repeat(10 * 1024 * 1024) })
          .catch(() => ({ status: 413, body: { detail: 'cut off' } })),
      413,
      /./,
    ],
  ])('%s', async (_, send, status, detail) => {
    const id = await provide();
    const before = (await idp.get(`Users/${id}`)).body;
    const answer = await send(id).catch(() => ({ status: 413, body: {} }));
    expect(answer.status).toBe(status);
    if ('detail' in answer.body) expect(answer.body.detail).toMatch(detail);
    expect((await idp.get(`Users/${id}`)).body).toEqual(before);
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });

  test('ten megabytes whose length nobody tells before are cut off', async () => {
    const status = await new Promise<number | string>((resolve) => {
      const sent = request(
        `${server.url}/scim/v2/Users`,
        { method: 'POST', headers: { authorization: `Bearer ${TOKEN}`, 'transfer-encoding': 'chunked' } },
        (response) => resolve(response.statusCode ?? 0),
      );
      sent.on('error', (error) => resolve(error.message));
      for (let megabyte = 0; megabyte < 10; megabyte++) sent.write('x'.repeat(1024 * 1024));
      sent.end();
    });
    expect(status).toBe(413);
    expect((await idp.get('ServiceProviderConfig')).status).toBe(200);
  });

  test('an attribute that nobody knows is not kept', async () => {
    const { body } = await idp.post('Users', {
      ...oktaUser('plain@scim.example'),
      favouriteColour: 'red',
      'urn:x:y': { a: 1 },
    });
    expect(JSON.stringify(body)).not.toMatch(/red|urn:x/);
  });

  test.each([
    ['userName eq "a" || true', 400],
    ['userName eq {"$ne":null}', 400],
    ['userName eq "\\"} , $where: \\"1"', 200],
    ['$where eq "1"', 400],
    ['said.userName eq "x"', 400],
    ['constructor eq "x"', 400],
    ['keys.userName pr', 400],
    ['userName co "a"', 400],
    ['userName eq "a', 400],
    [`${'('.repeat(500)}userName eq "a"`, 400],
    ['not '.repeat(240), 400],
    [Array.from({ length: 60 }, () => 'active pr').join(' or '), 400],
  ])('a filter finds what it says, or nothing: %s', async (filter, status) => {
    await provide();
    const answer = await idp.find('Users', filter);
    expect([answer.status, answer.ids]).toEqual([status, []]);
  });
});

test('pages, each person once', async () => {
  await Promise.all(Array.from({ length: 7 }, () => provide()));
  const seen: string[] = [];
  let total = 1;
  for (let start = 1; start <= total; start += 3) {
    const { body } = await idp.get(`Users?startIndex=${start}&count=3&attributes=userName`);
    total = body['totalResults'] as number;
    seen.push(...(body['Resources'] as { id: string }[]).map(({ id }) => id));
    expect(body['itemsPerPage']).toBeLessThanOrEqual(3);
  }
  expect([new Set(seen).size, seen.length]).toEqual([total, total]);
  expect((await idp.get('Users?startIndex=0&count=0')).body).toMatchObject({ startIndex: 1, Resources: [] });
  expect((await idp.get('Users?count=many')).status).toBe(400);
});

test('twenty changes of one person at once: all of them are kept', async () => {
  const id = await provide();
  const changes = [
    { path: 'title', value: 'Lead' },
    { path: 'locale', value: 'zh-CN' },
    { path: 'timezone', value: 'Asia/Shanghai' },
    { path: `${EXTENSION}:department`, value: 'Ops' },
    { path: `${EXTENSION}:employeeNumber`, value: '9' },
    ...Array.from({ length: 15 }, (_, at) => ({
      path: `emails[type eq "other${at}"].value`,
      value: `m${at}@scim.example`,
    })),
  ];
  const answers = await Promise.all(changes.map((change) => idp.patch(`Users/${id}`, { op: 'add', ...change })));
  expect(answers.map(({ status }) => status)).toEqual(changes.map(() => 200));
  const { body } = await idp.get(`Users/${id}`);
  expect(body).toMatchObject({
    title: 'Lead',
    locale: 'zh-CN',
    timezone: 'Asia/Shanghai',
    [EXTENSION]: { department: 'Ops', employeeNumber: '9' },
  });
  expect((body['emails'] as object[]).length).toBe(16);
  expect(server.directory.person(id)).toMatchObject({ lang: 'zh', zone: 'Asia/Shanghai', department: 'Ops' });
});
