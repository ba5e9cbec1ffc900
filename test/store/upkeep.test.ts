/** Indexes from release to release: missing ones built, changed ones built anew, retired ones dropped, trouble explained. */
import mongoose, { type Connection } from 'mongoose';
import { pino } from 'pino';
import { openSideCollections } from '../../src/store/side-collections.js';
import { bringIndexes } from '../../src/store/indexes.js';
import { openTickets } from '../../src/tickets/tickets.store.js';
import { ownDatabase } from '../kit/company.js';

let connection: Connection;
let logged: string[];
const bring = () =>
  bringIndexes(connection, pino({ level: 'info' }, { write: (line: string) => void logged.push(line) }));
beforeEach(async () => {
  connection = await mongoose.createConnection(ownDatabase()).asPromise();
  logged = [];
  openSideCollections(connection);
  openTickets(connection);
});
afterEach(async () => {
  await connection.dropDatabase();
  await connection.close();
});
const tickets = () => connection.collection('tickets');
const keysOf = async (collection: string) =>
  (await connection.collection(collection).indexes()).map(({ key }) => JSON.stringify(key));

test('a new store gets all of them, and the next start has nothing to do', async () => {
  await bring();
  const before = await tickets().indexes();
  expect(before.length).toBeGreaterThan(10);
  await bring();
  expect(await tickets().indexes()).toEqual(before);
  expect(logged).toEqual([]);
});

test('one whose options have changed is built anew, whatever it was called', async () => {
  await tickets().createIndex({ reports: 1 }, { name: 'made_by_hand' });
  await connection.collection('deliveries').createIndex({ at: 1 });
  await bring();
  const reports = (await tickets().indexes()).find(({ key }) => 'reports' in (key as object));
  const at = (await connection.collection('deliveries').indexes()).find(({ key }) => 'at' in (key as object));
  expect([reports, at]).toMatchObject([{ sparse: true }, { expireAfterSeconds: 172_800 }]);
  expect(logged.join()).toMatch(/built anew: its options have changed/);
});

test('one of an earlier release is dropped, and one of somebody’s own is left alone', async () => {
  await tickets().createIndex({ terms: 1 });
  await tickets().createIndex({ title: 1, closed: 1 });
  await bring();
  const keys = await keysOf('tickets');
  expect([keys.includes('{"terms":1}'), keys.includes('{"title":1,"closed":1}')]).toEqual([false, true]);
  expect(logged.join()).toMatch(/an index of an earlier release is dropped/);
});

test('one that cannot be built stops the start with the collection, the cause and the remedy', async () => {
  await tickets().insertMany(['INC-1', 'INC-2'].map((_id) => ({ _id, origin: 'the same' })) as never);
  await expect(bring()).rejects.toThrow(
    /\{"origin":1\} of tickets cannot be built: it is unique, and several documents have \{"origin":.*Remove all of them but one/,
  );
});
