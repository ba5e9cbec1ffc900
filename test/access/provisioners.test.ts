/** Grants in applications: over signed webhooks and over SCIM, by real HTTP servers that are also slow, wrong and down. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { policiesWith } from '../approvals/company.js';
import { openRooms, type Rooms, said } from '../approvals/rooms.js';
import { type Answer, type Received, serve } from '../kit/http-server.js';
import { scimApplication } from './application-scim.js';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const SECRET = `whsec_${Buffer.from('a secret of thirty-two characters').toString('base64')}`;
const TOKEN = 'token-of-the-application';

/** The demo company whose CRM, or ledger, is provisioned as told. */
async function rooms(provisioners: string, by: Record<'demo-crm' | 'demo-ledger', string | undefined>) {
  const dir = policiesWith('catalogue.yaml', ['applications:\n', `provisioners:\n${provisioners}\n\napplications:\n`]);
  const path = join(dir, 'catalogue.yaml');
  const text = Object.entries(by).reduce(
    (before, [app, id]) => (id ? before.replace(`- id: ${app}\n`, `- id: ${app}\n    provisioner: ${id}\n`) : before),
    readFileSync(path, 'utf8'),
  );
  writeFileSync(path, text);
  const opened = await openRooms({ dir, secrets: { HOOK: SECRET, TOKEN } });
  closing.push(opened.close);
  return opened;
}

async function granted(on: Rooms, entitlement: string, hours = 8): Promise<string> {
  const command = { do: 'request-access', entitlement, hours, reason: 'a test' } as const;
  const id = /REQ-\d+/.exec(await said(on.handlers['request-access'](command, on.act('employee'))))![0];
  for (const step of ['manager', 'owner', 'security'])
    await said(on.handlers.approve({ do: 'approve', subject: id, step }, on.act(step)));
  await on.wait(0);
  return id;
}
const stateOf = async (on: Rooms, id: string) => (await on.load(id)).state;

describe('a signed webhook', () => {
  const open = async (answer: (received: Received) => Answer, timeoutSeconds = 20) => {
    const application = await serve(answer);
    closing.push(application.close);
    const on = await rooms(
      `  - { id: hook, kind: webhook, url: '${application.url}/deskhand', secret: HOOK, timeoutSeconds: ${timeoutSeconds} }`,
      {
        'demo-crm': 'hook',
        'demo-ledger': undefined,
      },
    );
    return { application, on };
  };
  type Told = { type: string; data: { id: string; person: { email: string }; entitlement: string } };
  const told = ({ body }: Received) => JSON.parse(body) as Told;

  /** The library of the standard verifies it, at the time that the desk has: its own clock is that of the story. */
  function verified({ headers, body }: Received): Told {
    const clock = jest.spyOn(Date, 'now').mockReturnValue(Number(headers['webhook-timestamp']) * 1000);
    try {
      return new Webhook(SECRET).verify(body, headers) as Told;
    } finally {
      clock.mockRestore();
    }
  }

  /** An application that keeps what it is told. */
  const honest = () => {
    const held = new Set<string>();
    return (received: Received): Answer => {
      const { type, data } = verified(received);
      if (type === 'grant.apply') held.add(data.id);
      if (type === 'grant.revoke') held.delete(data.id);
      return { status: 200, body: { id: data.id, active: held.has(data.id) } };
    };
  };

  test('applies, proves and ends a grant; each thing that is asked has one id, however often', async () => {
    const answer = honest();
    let lost = 1;
    const { application, on } = await open((received) => {
      const own = answer(received);
      return told(received).type === 'grant.apply' && lost-- > 0 ? { status: 502 } : own;
    });
    const id = await granted(on, 'crm-read');
    expect(await stateOf(on, id)).toBe('approved');
    await on.wait(0.01);
    expect(await stateOf(on, id)).toBe('active');
    await on.wait(8.1);
    expect(await stateOf(on, id)).toBe('ended');
    expect(application.received.map(({ headers }) => headers['webhook-id'])).toEqual([
      `${id}:grant.apply`,
      `${id}:grant.apply`,
      `${id}:grant.verify`,
      `${id}:grant.revoke`,
      `${id}:grant.verify`,
    ]);
    expect(told(application.received[0]!).data).toMatchObject({
      id,
      entitlement: 'crm-read',
      person: { id: 'employee', email: 'employee@example.com' },
    });
  });

  test('a role is applied entitlement by entitlement, and ends whole', async () => {
    const { application, on } = await open(honest());
    const id = await granted(on, 'crm-auditor');
    expect(await stateOf(on, id)).toBe('active');
    const applied = application.received.map(told).filter(({ type }) => type === 'grant.apply');
    expect(applied.map(({ data }) => [data.id, data.entitlement])).toEqual([
      [`${id}.crm-read`, 'crm-read'],
      [`${id}.crm-audit`, 'crm-audit'],
    ]);
    await on.wait(8.1);
    expect(await stateOf(on, id)).toBe('ended');
  });

  test.each([
    ['answers for another lease', { status: 200, body: { id: 'REQ-99', active: true } }],
    ['says only that all is well', { status: 200, body: { ok: true } }],
    ['answers with a page', { status: 200, body: '<html>' }],
    ['forwards to somewhere else', { status: 307, headers: { location: 'http://127.0.0.1:9/' } }],
    ['says no', { status: 403, body: {} }],
    ['never answers', undefined],
  ] as [string, Answer][])(
    'an application that %s has granted nothing, and its owner is told once',
    async (_, answer) => {
      const { on } = await open(() => answer, answer ? 20 : 0.2);
      const id = await granted(on, 'crm-read');
      for (let minute = 0; minute < 4; minute++) await on.wait(1 / 60);
      expect(await stateOf(on, id)).toBe('approved');
      expect(on.failures.length).toBeGreaterThan(0);
    },
  );

  test('one that never answers is waited for once, and holds up no other application', async () => {
    const { application, on } = await open(() => undefined, 0.2);
    const slow = [await granted(on, 'crm-read'), await granted(on, 'crm-audit')];
    const other = await granted(on, 'ledger-create');
    expect(await stateOf(on, other)).toBe('active');
    expect(await Promise.all(slow.map((id) => stateOf(on, id)))).toEqual(['approved', 'approved']);
    expect(application.received).toHaveLength(1);
  });
});

describe('a group over SCIM', () => {
  const READERS = 'CRM "readers" & co';
  const open = async (timeoutSeconds = 20) => {
    const application = await scimApplication(TOKEN, ['employee@example.com', 'agent@example.com'], [READERS, 'Audit']);
    closing.push(application.close);
    const groups = `{ crm-read: '${READERS}', crm-audit: Audit, crm-export: Exports, crm-admin: Admins }`;
    const on = await rooms(
      `  - { id: idp, kind: scim, url: '${application.url}/scim/v2/', token: TOKEN, groups: ${groups}, timeoutSeconds: ${timeoutSeconds} }`,
      { 'demo-crm': 'idp', 'demo-ledger': undefined },
    );
    return { application, on };
  };

  test('the holder is a member for as long as the lease lasts', async () => {
    const { application, on } = await open();
    const id = await granted(on, 'crm-read');
    expect(await stateOf(on, id)).toBe('active');
    expect(application.members(READERS)).toEqual(['employee@example.com']);
    await on.wait(8.1);
    expect(await stateOf(on, id)).toBe('ended');
    expect(application.members(READERS)).toEqual([]);
  });

  test('of two leases that bring the same, the first to end leaves the membership to the other', async () => {
    const { application, on } = await open();
    const role = await granted(on, 'crm-auditor', 24);
    const single = await granted(on, 'crm-read', 8);
    await on.wait(8.1);
    expect(await stateOf(on, single)).toBe('ended');
    expect(application.members(READERS)).toEqual(['employee@example.com']);
    await on.wait(16);
    expect(await stateOf(on, role)).toBe('ended');
    expect(application.members(READERS)).toEqual([]);
  });

  test('an answer that is lost is found out: nobody is granted twice or left granted', async () => {
    const { application, on } = await open();
    application.state.mood = 'half';
    const id = await granted(on, 'crm-read');
    expect(await stateOf(on, id)).toBe('approved');
    await on.wait(0.01);
    expect(await stateOf(on, id)).toBe('active');
    expect(application.received.filter(({ method }) => method === 'PATCH')).toHaveLength(1);
    await on.wait(8.1);
    await on.wait(0.01);
    expect(await stateOf(on, id)).toBe('ended');
    expect(application.members(READERS)).toEqual([]);
  });

  test('one that asks to wait is left alone until then', async () => {
    const { application, on } = await open();
    application.state.mood = 'busy';
    const id = await granted(on, 'crm-read');
    const asked = application.received.length;
    await on.wait(60 / 3600);
    expect(application.received).toHaveLength(asked);
    application.state.mood = 'well';
    await on.wait(61 / 3600);
    expect(await stateOf(on, id)).toBe('active');
  });

  test.each(['broken', 'silent'] as const)('one that is %s loses nothing', async (mood) => {
    const { application, on } = await open(mood === 'silent' ? 1 : 20);
    const id = await granted(on, 'crm-read');
    application.state.mood = mood;
    await on.wait(8.1);
    expect(await stateOf(on, id)).toBe('ending');
    application.state.mood = 'well';
    await on.wait(1.1);
    expect(await stateOf(on, id)).toBe('ended');
    expect(application.members(READERS)).toEqual([]);
  });

  test('somebody who is gone there is revoked there', async () => {
    const { application, on } = await open();
    const id = await granted(on, 'crm-read');
    application.leave('employee@example.com');
    await on.wait(8.1);
    expect(await stateOf(on, id)).toBe('ended');
  });
});

test.each([
  ["  - { id: hook, kind: webhook, url: 'ftp://x', secret: HOOK }", /provisioners.0.url: is no address/],
  ["  - { id: hook, kind: webhook, url: 'https://x.example', secret: whsec_abc }", /never write the secret itself/],
  [
    "  - { id: hook, kind: webhook, url: 'https://x.example', secret: OTHER }",
    /"hook" needs OTHER: set it in the environment/,
  ],
  [
    "  - { id: hook, kind: scim, url: 'https://x.example', token: TOKEN, groups: {} }",
    /names no group for "crm-read": add one/,
  ],
  ["  - { id: hok, kind: webhook, url: 'https://x.example', secret: HOOK }", /there is no provisioner "hook": add it/],
])('provisioners: %s stops the start with the remedy', async (provisioners, problem) => {
  await expect(rooms(provisioners, { 'demo-crm': 'hook', 'demo-ledger': undefined })).rejects.toThrow(problem);
});
