/** A company with a past: the desk opened by DEMO, with half a year that went through its own rules. */
import mongoose, { type Connection } from 'mongoose';
import { openCompany, ownDatabase, type Company } from '../kit/company.js';
import { createWebDriver } from '../kit/web-driver.js';
import { until } from '../kit/until.js';

const LONG_MS = 400_000;

let uri: string;
let connection: Connection;
let company: Company | undefined;
beforeAll(async () => {
  uri = ownDatabase();
  connection = await mongoose.createConnection(uri).asPromise();
});
afterAll(async () => {
  await company?.close();
  await connection.dropDatabase();
  await connection.close();
});

const year = (of = uri) => openCompany({ DEMO: 'year' }, { uri: of, now: Date.parse('2026-11-23T08:00:00Z') });
const count = (name: string, filter: object = {}) => connection.collection(name).countDocuments(filter);

test(
  'has tickets of all states, ratings, approvals, grants and changes behind it, and does not play them twice',
  async () => {
    company = await year();
    expect(await count('tickets')).toBeGreaterThan(60);
    expect(await count('tickets', { state: 'closed' })).toBeGreaterThan(50);
    const open = { state: { $in: ['new', 'assigned', 'in-progress', 'waiting'] } };
    expect(await count('tickets', open)).toBeGreaterThan(3);
    // Nothing was left lying for ever: each story of a ticket is told to its end.
    const old = new Date(Date.parse('2026-11-23T08:00:00Z') - 14 * 24 * 3_600_000);
    expect(await count('tickets', { ...open, opened: { $lt: old } })).toBe(0);
    expect(await count('tickets', { 'resolution.rating': { $exists: true } })).toBeGreaterThan(10);
    expect(await count('tickets', { title: /\p{Script=Han}/u })).toBeGreaterThan(15);
    expect(await count('requests', { state: 'ended' })).toBeGreaterThan(3);
    expect(await count('changes', { state: 'done' })).toBeGreaterThan(1);
    expect(await count('questions', { helped: { $exists: true } })).toBeGreaterThan(10);

    const people = createWebDriver({ url: company.url, flavour: 'play-slack' });
    await people.say('lead', 'find printer');
    await until(
      async () => (await people.chat('lead')).some(({ title, text }) => /Found/.test(title) && /INC-\d+/.test(text)),
      'the lead finds old tickets',
    );
    const before = await count('tickets');
    await company.close();
    company = await year();
    expect(await count('tickets')).toBe(before);
  },
  LONG_MS,
);

test('is refused over a store that has records of its own', async () => {
  const own = ownDatabase();
  const other = await openCompany({}, { uri: own });
  const people = createWebDriver({ url: other.url, flavour: 'play-slack' });
  await people.say('employee', 'vpn keeps dropping');
  await other.close();
  await expect(year(own)).rejects.toThrow(/DEMO=year needs an empty store/);
});
