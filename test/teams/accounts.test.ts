/** Whose account it is that acts in Teams, and where its person is reached. */
import { done } from '../../src/reply.js';
import { startTeams, type TeamsDesk } from '../kit/teams-desk.js';
import { createFakeTeams, type FakePerson, type FakeTeams } from '../kit/teams-fake.js';
import type { Json } from '../kit/teams-rules.js';
import { until } from '../kit/until.js';

let fake: FakeTeams;
let desk: TeamsDesk;
beforeEach(async () => {
  fake = await createFakeTeams();
  desk = await startTeams({ fake });
  fake.addPerson({ id: 'ada', email: 'ada@example.com' });
});
afterEach(async () => {
  await desk.close();
  await fake.close();
});

const account = (of: string) => `${fake.tenantId}/aad-${of}`;
const says = (who: string, from: Json = {}, more: Json = {}) => {
  const said = desk.teams.message(who, 'hello');
  return desk.teams.send({ ...said, from: { ...(said['from'] as Json), ...from }, ...more });
};
const profile = () => desk.asked.at(-1)!.account.profile();
const installs = (who: string, more: Json = {}) =>
  desk.teams.send(
    desk.teams.envelope(who, fake.chatOf(who), { type: 'installationUpdate', action: 'add', entities: null, ...more }),
  );

describe('a sender without an object id', () => {
  test.each([undefined, null])('(%s) is the account that the roster tells: one person is one account', async (aad) => {
    await says('ada');
    await says('ada', { aadObjectId: aad });
    expect(desk.asked.map(({ account: { id } }) => id)).toEqual([account('ada'), account('ada')]);
    expect(await profile()).toMatchObject({ id: account('ada'), guest: false, email: 'ada@example.com' });
  });

  test('is looked up once, over restarts too', async () => {
    await says('ada', { aadObjectId: undefined });
    const again = await startTeams({ fake, kept: desk.kept });
    const before = fake.calls.length;
    const said = again.teams.message('ada', 'hello');
    await again.teams.send({ ...said, from: { id: '29:aad-ada' } });
    expect(again.asked[0]?.account.id).toBe(account('ada'));
    expect(fake.calls.slice(before).filter(({ path }) => path.includes('/members/'))).toEqual([]);
    await again.close();
  });

  test('is reached in the chat that is known by the object id', async () => {
    await says('ada', { aadObjectId: undefined });
    const person = { id: 'p', name: 'Ada', email: 'ada@example.com', account: account('ada') };
    expect(await desk.chat.reach({ person })).toBe(`teams:${fake.chatOf('ada')}`);
  });

  test('is nobody of the directory where the roster knows none either', async () => {
    fake.addPerson({ id: 'zed', email: 'zed@example.com', listed: { aadObjectId: undefined } });
    await says('zed', { aadObjectId: undefined });
    expect(await profile()).toMatchObject({ guest: true });
  });
});

describe('is refused as a guest:', () => {
  const strangers: [string, Partial<FakePerson>][] = [
    ['a guest', { role: 'guest' }],
    ['an anonymous person of a meeting', { role: 'anonymous' }],
    ['a guest whom the roster does not mark', { upn: 'ada_example.com#EXT#@corp.onmicrosoft.com', role: 'user' }],
    [
      'a guest of whom the roster tells no role',
      { upn: 'ada_example.com#ext#@corp.onmicrosoft.com', listed: { userRole: undefined } },
    ],
    ['somebody of another directory', { listed: { tenantId: 'another' } }],
  ];
  test.each(strangers)('%s', async (_, marks) => {
    fake.addPerson({ id: 'mallory', email: 'ada@example.com', ...marks });
    await says('mallory');
    expect(await profile()).toMatchObject({ guest: true });
    await desk.teams.addToTeam('ada', fake.addTeam('IT Desk'));
    await installs('mallory');
    fake.people.delete('ada');
    expect(await desk.chat.reach({ person: { id: 'p-ada', name: 'Ada', email: 'ada@example.com' } })).toBe(
      'unreachable',
    );
  });
});

describe('a person whose mail address is not the user principal name', () => {
  const marco = { id: 'p-marco', name: 'Marco', email: 'manager@example.com' };
  beforeEach(() => fake.addPerson({ id: 'marco', email: 'manager@example.com', upn: 'mrossi@corp.example.com' }));

  test.each(['manager@example.com', 'Manager@Example.com', 'mrossi@corp.example.com'])(
    'is reached by %s once the app was installed for them',
    async (email) => {
      expect(await desk.chat.reach({ person: { ...marco, email } })).toBe('unreachable');
      await installs('marco');
      expect(await desk.chat.reach({ person: { ...marco, email } })).toBe(`teams:${fake.chatOf('marco')}`);
    },
  );

  test('is reached after a restart, and when Teams put the look-up off', async () => {
    fake.failOn(/\/members\//, { status: 429, headers: { 'retry-after': '1' } });
    await installs('marco');
    await until(async () => (await desk.chat.reach({ person: marco })) !== 'unreachable', 'Marco is known');
    const again = await startTeams({ fake, kept: desk.kept });
    expect(await again.chat.reach({ person: marco })).toBe(`teams:${fake.chatOf('marco')}`);
    await again.close();
  });

  test('is told with both, so that the desk knows them by either', async () => {
    await says('marco');
    expect(await profile()).toMatchObject({ email: 'manager@example.com', otherEmail: 'mrossi@corp.example.com' });
  });

  test('is not reached by e-mail where e-mails do not identify people', async () => {
    const { appId, cloud, password, tenantId } = fake;
    const config = { mode: 'azure', type: 'SingleTenant', identity: 'none', appId, cloud, password, tenantId } as const;
    const other = await startTeams({ fake, config: () => config });
    await other.teams.install('marco');
    expect(await other.chat.reach({ person: marco })).toBe('unreachable');
    await other.close();
  });

  test('keeps the address though somebody else has it as a user name', async () => {
    await installs('marco');
    fake.addPerson({ id: 'eve', email: 'eve@example.com', upn: 'manager@example.com' });
    await installs('eve');
    expect(await desk.chat.reach({ person: marco })).toBe(`teams:${fake.chatOf('marco')}`);
  });
});

describe('a chat of two people', () => {
  const between = '19:0f-ada_0f-marco@unq.gbl.spaces';
  test.each([
    ['personal', { id: between, conversationType: 'personal' }],
    ['of no kind', { id: between }],
    ['of no kind (null)', { id: between, conversationType: null, isGroup: null }],
    ['personal, though it is a meeting’s', { id: '19:meeting_x@thread.v2', conversationType: 'personal' }],
  ])('to which the app was added as one that is %s is nobody’s own', async (_, conversation) => {
    await installs('ada');
    const tenant = { tenantId: fake.tenantId };
    await installs('ada', { conversation: { ...conversation, ...tenant } });
    await says('ada', {}, { conversation: { ...conversation, ...tenant } });
    const person = { id: 'p', name: 'Ada', email: 'ada@example.com', account: account('ada') };
    expect(await desk.chat.reach({ person })).toBe(`teams:${fake.chatOf('ada')}`);
    expect(desk.asked.filter(({ place }) => place.private)).toEqual([]);
  });
});

describe('the zone of a client', () => {
  const client = (timezone: unknown) => [{ type: 'clientInfo', timezone }];
  test.each<[unknown, unknown, string | undefined]>([
    ['Europe/Berlin', 'Asia/Tokyo', 'Europe/Berlin'],
    ['W. Europe Standard Time', 'Asia/Tokyo', 'Asia/Tokyo'],
    ['Not/AZone', 'Not/AZone', undefined],
    [null, 'Asia/Tokyo', 'Asia/Tokyo'],
    [undefined, '', undefined],
    [undefined, 'Asia/Calcutta', 'Asia/Calcutta'],
  ])('%j, %j is kept as %s: only one that times can be written in', async (timezone, localTimezone, kept) => {
    await says('ada', {}, { entities: client(timezone), localTimezone });
    expect((await profile()).zone).toBe(kept);
  });
});

describe('when Teams serves the tenant from elsewhere,', () => {
  beforeEach(async () => {
    await desk.teams.addToTeam('ada', fake.addTeam('IT Desk', ['Approvals']));
    await installs('ada');
    fake.addPerson({ id: 'bob', email: 'bob@example.com' });
    fake.moveTo('emea');
    await desk.teams.say('ada', 'hello', { channel: '19:it-desk@thread.tacv2' });
  });
  const bob = { id: 'p-bob', name: 'Bob', email: 'bob@example.com' };
  const ada = () => ({ id: 'p-ada', name: 'Ada', email: 'ada@example.com', account: account('ada') });
  const works = async (of: TeamsDesk) => {
    const card = { for: { lang: 'en' as const, zone: 'UTC' }, title: 'x', parts: [] };
    for (const whom of [{ channel: 'Approvals' }, { person: ada() }, { person: bob }]) {
      const found = await of.chat.reach(whom);
      if (found === 'unreachable') throw new Error('nobody is there');
      await of.chat.update(await of.chat.post(found, card), card);
    }
    return fake.messages.map(({ conversation }) => conversation);
  };
  const everywhere = () => ['19:it-desk-approvals@thread.tacv2', fake.chatOf('ada'), fake.chatOf('bob')];

  test('one activity from there is enough for teams, channels and people', async () =>
    expect(await works(desk)).toEqual(everywhere()));

  test('so it is after a restart', async () => {
    const again = await startTeams({ fake, kept: desk.kept });
    expect(await works(again)).toEqual(everywhere());
    await again.close();
  });
});

test('the roster is asked for the conversation, whatever thread of it somebody writes in', async () => {
  await desk.teams.addToTeam('ada', fake.addTeam('IT Desk'));
  desk.answers(async (request) => done([(await request.account.profile()).name]));
  await desk.teams.say('ada', 'hello', { channel: '19:it-desk@thread.tacv2' });
  const asked = fake.calls.map(({ path }) => decodeURIComponent(path)).filter((path) => path.includes('/members/'));
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((path) => !path.includes('/19:it-desk@thread.tacv2/'))).toEqual([]);
});

test('first look-ups of many at once wait as long as Teams asks, and lose nobody', async () => {
  desk.answers(async ({ account: who }) => done([(await who.profile()).name]));
  fake.limit({ on: /\/members\//, most: 10, seconds: 1 });
  const people = Array.from({ length: 40 }, (_, n) => fake.addPerson({ id: `p${n}`, email: `p${n}@example.com` }));
  const statuses = await Promise.all(people.map(async ({ id }) => (await desk.teams.say(id, 'hello')).status));
  expect(new Set(statuses)).toEqual(new Set([200]));
  await until(() => fake.messages.length === 40, 'everybody is answered');
  const greeted = new Set(fake.messages.map(({ activity }) => activity['text']));
  expect(greeted).toEqual(new Set(people.map(({ name }) => name)));
  expect(fake.impatient).toEqual([]);
});
