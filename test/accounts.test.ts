/** Whose an account is, over a real store: judged when it first speaks, daily, and before what weighs most. */
import mongoose, { type Connection } from 'mongoose';
import { openAccounts } from '../src/accounts.js';
import type { Account, Profile } from '../src/chat.js';
import { readDirectory } from '../src/directory/policy.js';
import { Refusal } from '../src/refusal.js';
import { openSideCollections } from '../src/store/side-collections.js';
import { wording } from '../src/language/wording.js';
import { ownDatabase } from './kit/company.js';
import { read } from './tickets/people.js';

const directory = readDirectory('policies');
const emma = directory.person('employee')!;
const marco = directory.person('manager')!;

let connection: Connection;
let linked: string[];
beforeEach(async () => {
  connection = await mongoose.createConnection(ownDatabase()).asPromise();
  await openSideCollections(connection).prepare();
  linked = [];
});
afterEach(async () => {
  await connection.dropDatabase();
  await connection.close();
});

const open = (identity: 'email' | 'none' = 'email', people = directory) =>
  openAccounts(
    openSideCollections(connection),
    people,
    identity,
    async ({ id }, platform) => void linked.push(`${id} ${platform}`),
  );

/** An account whose platform tells of it what stands in `profile` at that moment. */
function account(id: string, profile: Profile): Account & { asked: number } {
  const own = {
    platform: 'slack' as const,
    id,
    asked: 0,
    async profile() {
      own.asked += 1;
      return profile;
    },
  };
  return own;
}
const of = (person: { name: string; email: string }): Profile => ({
  name: person.name,
  guest: false,
  email: person.email,
});
const refusal = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Refusal)) throw new Error(`a refusal was expected, not ${String(error)}`);
  return read(error.why(wording.en));
};
const age = (hours: number) =>
  connection.collection('accounts').updateMany({}, { $set: { judged: new Date(Date.now() - hours * 3_600_000) } });

test('an account is linked by its verified address, once, and its person and the administrators are told', async () => {
  const accounts = await open();
  const slack = account('T1/U1', of(emma));
  expect((await Promise.all([accounts.identify(slack), accounts.identify(slack)])).map(({ id }) => id)).toEqual([
    'employee',
    'employee',
  ]);
  expect((await (await open()).identify(slack)).id).toBe('employee');
  expect([slack.asked, linked]).toEqual([1, ['employee slack']]);
});

test.each<[string, Partial<Profile>, RegExp]>([
  ['made a guest', { guest: true }, /does not serve guests/],
  ['given another address', { email: 'somebody@elsewhere.example' }, /does not know this account/],
])('an account that was %s is refused the next day, and at once before what weighs most', async (_, change, why) => {
  const accounts = await open();
  const profile = of(emma);
  const slack = account('T1/U1', profile);
  await accounts.identify(slack);
  Object.assign(profile, change);
  expect((await accounts.identify(slack)).id).toBe('employee');
  await age(23);
  expect((await (await open()).identify(slack)).id).toBe('employee');
  await age(25);
  expect(await refusal((await open()).identify(slack))).toMatch(why);
  expect(await connection.collection('accounts').countDocuments()).toBe(0);
  expect(await refusal(accounts.identify(slack, true))).toMatch(why);
  expect(accounts.accountOf('employee', 'slack')).toBeUndefined();
});

test('an account that was given to somebody else is theirs', async () => {
  const accounts = await open();
  const profile = of(emma);
  const slack = account('T1/U1', profile);
  await accounts.identify(slack);
  Object.assign(profile, of(marco));
  expect((await accounts.identify(slack, true)).id).toBe('manager');
  expect([accounts.accountOf('employee', 'slack'), accounts.accountOf('manager', 'slack')]).toEqual([
    undefined,
    'T1/U1',
  ]);
  expect(linked).toEqual(['employee slack', 'manager slack']);
});

test('nobody is locked out by what came first: the account that bears the address now takes the place of an earlier one', async () => {
  const accounts = await open();
  await accounts.identify(account('T9HOST/U1', of(emma)));
  expect((await accounts.identify(account('T1/U1', of(emma)))).id).toBe('employee');
  expect(accounts.accountOf('employee', 'slack')).toBe('T1/U1');
  expect(await connection.collection('accounts').countDocuments()).toBe(1);
});

test('an account that was named by hand stays, whatever address another one bears', async () => {
  const people = {
    ...directory,
    people: directory.people.map((each) => (each.id === 'employee' ? { ...each, accounts: { slack: 'T1/U1' } } : each)),
  };
  const accounts = await open('email', people);
  await accounts.identify(account('T1/U1', { name: 'Emma', guest: false }));
  expect(await refusal(accounts.identify(account('T1/U2', of(emma))))).toMatch(/Another account is already linked/);
  expect((await accounts.identify(account('T1/U1', { name: 'Emma', guest: false }), true)).id).toBe('employee');
});

test('a mapping that was withdrawn links nobody any more', async () => {
  await (await open()).identify(account('T1/U1', of(emma)));
  await age(25);
  expect(await refusal((await open('none')).identify(account('T1/U1', of(emma))))).toMatch(
    /does not know this account/,
  );
});

test('an account that requests bear under another name is one account', async () => {
  const accounts = await open();
  const guessed = account('tenant/29:abc', { ...of(emma), id: 'tenant/aad-emma' });
  await accounts.identify(guessed);
  await accounts.identify(guessed);
  await accounts.identify(account('tenant/aad-emma', of(emma)));
  expect([guessed.asked, accounts.accountOf('employee', 'slack')]).toEqual([1, 'tenant/aad-emma']);
});

test('who writes Chinese reads Chinese, on every server and after a restart, until they choose a language', async () => {
  const [one, other] = [await open(), await open()];
  const read = (accounts: Awaited<ReturnType<typeof open>>) => accounts.viewer(emma).lang;
  await one.identify(account('T1/U1', { ...of(emma), locale: 'en-GB' }));
  await one.heard(emma, 'zh');
  await other.refresh();
  expect([read(one), read(other), read(await open())]).toEqual(['zh', 'zh', 'zh']);
  await one.heard(emma, 'en');
  expect(read(one)).toBe('en');
  await one.setLanguage('employee', 'zh');
  await one.heard(emma, 'en');
  expect([read(one), read(await open())]).toEqual(['zh', 'zh']);
});
