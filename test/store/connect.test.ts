/** How the desk holds its store, whatever the address says, and what it does when the store does not answer. */
import type { CommandStartedEvent } from 'mongodb';
import { connectStore, namesDatabase, type StoreConnection } from '../../src/store/connect.js';
import { openStoreDoor } from '../kit/store-door.js';

let door: Awaited<ReturnType<typeof openStoreDoor>>;
const stores: StoreConnection[] = [];
beforeEach(async () => {
  door = await openStoreDoor();
});
afterEach(async () => {
  door.resume();
  for (const store of stores.splice(0)) {
    await store.connection.dropDatabase().catch(() => undefined);
    await store.close();
  }
  await door.lock();
});

async function connect(more: string): Promise<StoreConnection> {
  const store = await connectStore({ uri: door.uri + more, dataDir: 'unused' });
  stores.push(store);
  return store;
}

const SOON = '&socketTimeoutMS=300&serverSelectionTimeoutMS=300&waitQueueTimeoutMS=300&connectTimeoutMS=300';

async function secondsUntilFailed(work: Promise<unknown>): Promise<number> {
  const before = performance.now();
  await expect(work).rejects.toThrow();
  return (performance.now() - before) / 1000;
}

test('a write is acknowledged by the disks of a majority, a read is the latest: whatever the address says', async () => {
  const { connection } = await connect(
    '&w=1&j=false&journal=false&readPreference=secondaryPreferred&monitorCommands=true',
  );
  const sent: CommandStartedEvent[] = [];
  connection.getClient().on('commandStarted', (event) => sent.push(event));
  await connection.collection('rows').insertOne({ n: 1 });
  await connection.collection('rows').findOne({ n: 1 });
  const [insert, find] = sent.map(({ command }) => command);
  expect(insert).toMatchObject({ insert: 'rows', writeConcern: { w: 'majority', j: true, wtimeout: 10_000 } });
  expect(find).toMatchObject({ find: 'rows' });
  expect(JSON.stringify(find)).not.toMatch(/secondary/);
});

test('all that is asked of the store has its time, unless the address gives it another', async () => {
  const { connection } = await connect('&socketTimeoutMS=7000');
  const { socketTimeoutMS, serverSelectionTimeoutMS, connectTimeoutMS, waitQueueTimeoutMS } =
    connection.getClient().options;
  expect(socketTimeoutMS).toBe(7_000);
  for (const limit of [serverSelectionTimeoutMS, connectTimeoutMS, waitQueueTimeoutMS]) {
    expect(limit).toBeGreaterThan(0);
    expect(limit).toBeLessThanOrEqual(15_000);
  }
});

test('a store that swallows everything fails what is asked of it in time, and is used again when it answers', async () => {
  const store = await connect(SOON);
  const rows = store.connection.collection<{ _id: number }>('rows');
  await rows.insertOne({ _id: 1 });
  door.hang();
  const waits = await Promise.all([
    secondsUntilFailed(rows.insertOne({ _id: 2 })),
    secondsUntilFailed(rows.findOne({})),
    secondsUntilFailed(store.ping()),
  ]);
  expect(Math.max(...waits)).toBeLessThan(3);
  door.resume();
  expect(await rows.findOne({ _id: 1 })).toEqual({ _id: 1 });
});

test('a store that is away at the start is told of with the setting, the reason and the remedy, and no secret', async () => {
  await door.lock();
  const refusal = connectStore({ uri: door.uri.replace('//', '//desk:s3cret@') + SOON, dataDir: 'unused' });
  await expect(refusal).rejects.toThrow(
    /^MongoDB at .*\(MONGODB_URI\) cannot be used: .*ECONNREFUSED.*Check the address/,
  );
  await expect(refusal).rejects.not.toThrow(/s3cret/);
});

test.each([
  ['mongodb://host', false],
  ['mongodb://host/', false],
  ['mongodb://host/?replicaSet=rs0', false],
  ['mongodb://host?replicaSet=rs0', false],
  ['mongodb+srv://desk:secret@cluster0.example.mongodb.net/?retryWrites=true', false],
  ['mongodb+srv://desk:secret@cluster0.example.mongodb.net/helpdesk?retryWrites=true', true],
  ['mongodb://a:27017,b:27017,c:27017/deskhand', true],
  ['mongodb://%2Ftmp%2Fstore.sock/deskhand', true],
  ['mongodb://%2Ftmp%2Fstore.sock', false],
])('%s names a database: %s', (uri, isNamed) => {
  expect(namesDatabase(uri)).toBe(isNamed);
});

test('an address without a database has the desk use one of its own, and not the driver’s `test`', async () => {
  const uri = door.uri.replace(/\/[^/?]*\?/, '/?');
  const store = await connectStore({ uri, dataDir: 'unused' });
  expect(store.connection.name).toBe('deskhand');
  await store.close();
});
