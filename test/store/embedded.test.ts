import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Int32, serialize } from 'bson';
import { MongoClient, type Document } from 'mongodb';
import { connectStore } from '../../src/store/connect.js';
import { startEmbeddedStore, type EmbeddedStore, type EmbeddedStoreOptions } from '../../src/store/embedded/index.js';

/** What the embedded store promises beyond MongoDB's own behaviour. */
const onEmbedded = process.env.TEST_MONGODB_URI ? describe.skip : describe;

const bundle = process.env.DESKHAND_TEST_STORE_DIR ?? '';
const workerUrl = pathToFileURL(join(bundle, 'store-worker.js'));
const cleanups: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

async function freshDir(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'deskhand-test-'));
  cleanups.push(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

async function start(dir: string, options: Partial<EmbeddedStoreOptions> = {}): Promise<EmbeddedStore> {
  const store = await startEmbeddedStore({ dir, workerUrl, ...options });
  cleanups.push(() => store.stop());
  return store;
}

async function connectTo(uri: string): Promise<MongoClient> {
  const client = await MongoClient.connect(uri, { maxPoolSize: 20 });
  cleanups.push(() => client.close());
  return client;
}

/** A process of its own with a store; says its address, or why it failed, on a line. */
function spawnStore(dir: string): ChildProcess {
  const script = `
    import { startEmbeddedStore } from ${JSON.stringify(pathToFileURL(join(bundle, 'store.js')).href)};
    try { console.log((await startEmbeddedStore({ dir: ${JSON.stringify(dir)} })).uri); }
    catch (error) { console.log('failed: ' + error.message); }`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: bundle,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  cleanups.push(() => kill(child));
  return child;
}

async function firstLine({ stdout }: ChildProcess): Promise<string> {
  let output = '';
  for await (const chunk of stdout ?? []) {
    output += String(chunk);
    if (output.includes('\n')) break;
  }
  return output.trim();
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** `npm run soak` kills more often. */
const ROUNDS = process.env['SOAK'] ? 16 : 4;

onEmbedded('a process that dies', () => {
  test('loses no acknowledged write of sixteen writers, again and again', async () => {
    const dir = await freshDir();
    const acknowledged = new Set<string>();
    for (let round = 0; round < ROUNDS; round++) {
      const child = spawnStore(dir);
      const client = await MongoClient.connect(await firstLine(child), {
        maxPoolSize: 20,
        serverSelectionTimeoutMS: 500,
      });
      const rows = client.db('crash').collection<{ _id: string; n?: number }>('rows');
      const kept = new Set(await rows.distinct('_id', { n: 1 }));
      expect([...acknowledged].filter((_id) => !kept.has(_id))).toEqual([]);

      let isDead = false;
      const writers = Array.from({ length: 16 }, async (_, writer) => {
        for (let n = 0; !isDead; n++) {
          const _id = `${round}-${writer}-${n}`;
          await rows.insertOne({ _id });
          await rows.updateOne({ _id }, { $inc: { n: 1 } });
          acknowledged.add(_id);
        }
      });
      const finished = Promise.allSettled(writers);
      const enough = acknowledged.size + 20 + Math.random() * 100;
      while (acknowledged.size < enough) await pause(1);
      await kill(child);
      isDead = true;
      await finished;
      await client.close();
    }
  });

  test('leaves a lock that the next takes over, one of several who try', async () => {
    const dir = await freshDir();
    const dead = spawnStore(dir);
    await firstLine(dead);
    await kill(dead);
    const lines = await Promise.all([spawnStore(dir), spawnStore(dir), spawnStore(dir)].map(firstLine));
    expect(lines.filter((line) => line.startsWith('mongodb://'))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('failed: '))).toHaveLength(2);
    expect((await readdir(dir)).filter((name) => name.endsWith('.sock'))).toHaveLength(1);
  });
});

onEmbedded('the data directory', () => {
  test('belongs to one process; a second is told which, and what to do', async () => {
    const dir = await freshDir();
    const first = spawnStore(dir);
    await firstLine(first);
    await expect(startEmbeddedStore({ dir, workerUrl })).rejects.toThrow(
      `The data directory ${dir} is in use by process ${first.pid}. Stop that process, or set DATA_DIR to another directory.`,
    );
  });

  test('is free again after a stop, with everything in it', async () => {
    const dir = await freshDir();
    const first = await startEmbeddedStore({ dir, workerUrl });
    const client = await MongoClient.connect(first.uri);
    await client.db('kept').collection('rows').createIndex({ k: 1 }, { unique: true });
    await client.db('kept').collection('rows').insertOne({ k: 'v' });
    await client.close();
    await first.stop();

    const again = await connectTo((await start(dir)).uri);
    const rows = again.db('kept').collection('rows');
    expect(await rows.findOne({ k: 'v' })).toMatchObject({ k: 'v' });
    await expect(rows.insertOne({ k: 'v' })).rejects.toMatchObject({ code: 11000 });
  });

  test('may have a long name, and is closed to others', async () => {
    const dir = join(await freshDir(), 'long'.repeat(30));
    const client = await connectTo((await start(dir)).uri);
    expect(await client.db().command({ ping: 1 })).toMatchObject({ ok: 1 });
    expect((await stat(dir)).mode & 0o777).toBe(0o700);
  });

  test('on a full disk refuses writes with the remedy, and is read on', async () => {
    const dir = await freshDir();
    const before = await startEmbeddedStore({ dir, workerUrl });
    const writer = await MongoClient.connect(before.uri);
    await writer.db().collection('rows').insertOne({ k: 'v' });
    await writer.close();
    await before.stop();

    // A disk on which no space is left: every disk has less than this.
    const store = await startEmbeddedStore({ dir, workerUrl, minFreeBytes: Number.MAX_SAFE_INTEGER });
    const client = await MongoClient.connect(store.uri);
    const rows = client.db().collection('rows');
    await expect(rows.insertOne({ k: 'w' })).rejects.toMatchObject({
      code: 14031,
      message: expect.stringContaining('Free some space') as string,
    });
    expect(await rows.countDocuments()).toBe(1);
    await client.close();
    await store.stop();
  });
});

onEmbedded('bytes that are not the protocol', () => {
  const message = (length: number, opCode: number, rest: Buffer) => {
    const header = Buffer.alloc(16);
    header.writeInt32LE(length, 0);
    header.writeInt32LE(opCode, 12);
    return Buffer.concat([header, rest]);
  };
  const body = (document: Document) => Buffer.concat([Buffer.alloc(5), serialize(document)]);
  const brokenBody = body({ ping: new Int32(1), $db: 'x' });
  brokenBody.writeInt32LE(999, 5);

  test.each<[string, Buffer]>([
    ['text', Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')],
    ['a length beyond the limit', message(0x7fffffff, 2013, Buffer.alloc(100))],
    ['a negative length', message(-1, 2013, Buffer.alloc(100))],
    ['an unknown operation', message(20, 2001, Buffer.alloc(4))],
    ['a message without sections', message(20, 2013, Buffer.alloc(4))],
    ['a document longer than its message', message(16 + brokenBody.length, 2013, brokenBody)],
    ['an unknown section', message(26, 2013, Buffer.from([0, 0, 0, 0, 7, 5, 0, 0, 0, 0]))],
    ['unknown flags', message(26, 2013, Buffer.from([8, 0, 0, 0, 0, 5, 0, 0, 0, 0]))],
    ['noise', Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256))],
  ])('%s closes its connection and no other', async (_, bytes) => {
    const { uri } = await start(await freshDir());
    const client = await connectTo(uri);
    const socket = connect(decodeURIComponent(/\/\/(.*)\/deskhand/.exec(uri)?.[1] ?? ''));
    socket.on('error', () => {});
    socket.resume();
    socket.write(bytes);
    await once(socket, 'close');
    expect(await client.db().command({ ping: 1 })).toMatchObject({ ok: 1 });
  });

  test('half a message is waited for, and a client that hangs up does no harm', async () => {
    const { uri } = await start(await freshDir());
    const socket = connect(decodeURIComponent(/\/\/(.*)\/deskhand/.exec(uri)?.[1] ?? ''));
    const whole = message(0, 2013, body({ ping: new Int32(1), $db: 'x' }));
    whole.writeInt32LE(whole.length, 0);
    socket.write(whole.subarray(0, 3));
    await pause(20);
    socket.write(whole.subarray(3, 21));
    await pause(20);
    socket.write(whole.subarray(21));
    const [reply] = (await once(socket, 'data')) as [Buffer];
    expect(reply.readInt32LE(0)).toBe(reply.length);
    socket.write(whole.subarray(0, 10));
    socket.destroy();
    expect(await (await connectTo(uri)).db().command({ ping: 1 })).toMatchObject({ ok: 1 });
  });
});

onEmbedded('clients that take more than their share', () => {
  const megabytes = () => process.memoryUsage().rss / 1024 / 1024;
  const socketOf = ({ uri }: EmbeddedStore) => {
    const socket = connect(decodeURIComponent(/\/\/(.*)\/deskhand/.exec(uri)?.[1] ?? ''));
    socket.on('error', () => {});
    cleanups.push(async () => socket.destroy());
    return socket;
  };
  const request = (document: Document) => {
    const body = Buffer.concat([Buffer.alloc(21), serialize({ ...document, $db: 'x' })]);
    body.writeInt32LE(body.length, 0);
    body.writeInt32LE(2013, 12);
    return body;
  };

  test('thirty that announce 47 MB and send much of it wait for room, while others are served', async () => {
    const store = await start(await freshDir());
    const client = await connectTo(store.uri);
    await client.db().collection('rows').insertOne({ n: 1 });
    const much = Buffer.alloc(30 * 1024 * 1024);
    much.writeInt32LE(47_000_000, 0);
    much.writeInt32LE(2013, 12);
    const before = megabytes();
    for (let each = 0; each < 30; each++) socketOf(store).write(much);
    for (let each = 0; each < 20; each++) {
      expect(await client.db().collection('rows').countDocuments()).toBe(1);
      await pause(25);
    }
    expect(megabytes() - before).toBeLessThan(250);
  });

  test('large writes side by side are all done, in their turn', async () => {
    const client = await connectTo((await start(await freshDir())).uri);
    const rows = client.db().collection('rows');
    const large = () => Array.from({ length: 20 }, () => ({ words: 'x'.repeat(1024 * 1024) }));
    await Promise.all(Array.from({ length: 8 }, () => rows.insertMany(large())));
    expect(await rows.countDocuments()).toBe(160);
  });

  test('one that asks and never reads is answered no further than it reads', async () => {
    const store = await start(await freshDir());
    const client = await connectTo(store.uri);
    await client
      .db('x')
      .collection('rows')
      .insertMany(Array.from({ length: 8 }, () => ({ words: 'x'.repeat(1024 * 1024) })));
    const deaf = socketOf(store);
    const before = megabytes();
    for (let each = 0; each < 200; each++) deaf.write(request({ find: 'rows', batchSize: new Int32(100) }));
    for (let each = 0; each < 20; each++) {
      expect(await client.db('x').collection('rows').countDocuments()).toBe(8);
      await pause(25);
    }
    expect(megabytes() - before).toBeLessThan(200);
  });

  test('nobody but the owner may enter, nor connect', async () => {
    for (const dir of [await freshDir(), join(await freshDir(), 'long'.repeat(30))]) {
      const { uri } = await start(dir);
      const path = decodeURIComponent(/\/\/(.*)\/deskhand/.exec(uri)?.[1] ?? '');
      expect((await stat(path)).mode & 0o777).toBe(0o600);
      expect((await stat(dirname(path))).mode & 0o777).toBe(0o700);
    }
  });
});

onEmbedded('what the store lacks', () => {
  test.each<[Document, number, string]>([
    [{ find: 'c', filter: { $where: 'true' } }, 238, '$where'],
    [{ find: 'c', filter: { $expr: { $eq: ['$a', 1] } } }, 238, '$expr'],
    [{ find: 'c', filter: { $text: { $search: 'x' } } }, 238, '$text'],
    [{ find: 'c', filter: { a: { $near: [0, 0] } } }, 238, '$near'],
    [{ find: 'c', filter: { a: { $regex: '(?i)x' } } }, 2, '(?i)x'],
    [{ find: 'c', filter: { a: { $regex: 'x', $options: 'x' } } }, 238, 'option x'],
    [{ find: 'c', hint: 'a_1' }, 238, 'hint'],
    [{ find: 'c', collation: { locale: 'de' } }, 238, 'collation'],
    [{ find: 'c', tailable: true }, 238, 'tailable'],
    [{ find: 'c', projection: { a: { $slice: 1 } } }, 238, '$slice'],
    [{ find: 'c', projection: { x: '$a' } }, 238, 'computed field'],
    [{ find: 'c', readConcern: { level: 'snapshot' } }, 238, 'snapshot'],
    [{ aggregate: 'c', pipeline: [{ $lookup: {} }], cursor: {} }, 40324, '$lookup'],
    [{ aggregate: 'c', pipeline: [{ $out: 'd' }], cursor: {} }, 40324, '$out'],
    [{ aggregate: 'c', pipeline: [{ $changeStream: {} }], cursor: {} }, 40573, 'replica sets'],
    [{ aggregate: 'c', pipeline: [{ $project: { a: { $map: {} } } }], cursor: {} }, 168, '$map'],
    [{ createIndexes: 'c', indexes: [{ key: { a: 'text' }, name: 'a' }] }, 238, 'text indexes'],
    [{ createIndexes: 'c', indexes: [{ key: { '$**': 1 }, name: 'a' }] }, 238, 'wildcard'],
    [{ createIndexes: 'c', indexes: [{ key: { a: 1 }, name: 'a', collation: { locale: 'de' } }] }, 238, 'collation'],
    [{ create: 'c', capped: true, size: 5 }, 238, 'capped'],
    [{ create: 'c', validator: {}, validationLevel: 'strict' }, 238, 'validat'],
    [{ findAndModify: 'c', query: {}, update: [{ $set: { a: 1 } }] }, 238, 'pipeline'],
    [{ findAndModify: 'c', query: {}, update: { $bit: { a: { or: 1 } } } }, 238, '$bit'],
    [{ mapReduce: 'c' }, 59, 'mapReduce'],
    [{ collMod: 'c', index: { name: 'a_1', expireAfterSeconds: 5 } }, 59, 'collMod'],
    [{ createIndexes: 'c', indexes: [{ key: { a: 1 }, name: 'a', hidden: true }] }, 238, 'hidden'],
    [{ commitTransaction: 1 }, 20, 'replica set'],
    [{ find: 'c', txnNumber: 1, startTransaction: true, autocommit: false }, 20, 'replica set'],
    [{ find: 'c', writeConcern: { w: 3 } }, 2, "'w' > 1"],
  ])('%j is refused by its name', async (command, code, name) => {
    const client = await MongoClient.connect(process.env.DESKHAND_TEST_MONGODB_URI ?? '');
    const refusal = client.db('refused').command(command);
    await expect(refusal).rejects.toMatchObject({ code, message: expect.stringContaining(name) as string });
    await client.close();
  });

  test('change streams are refused, so that their users poll', async () => {
    const client = await MongoClient.connect(process.env.DESKHAND_TEST_MONGODB_URI ?? '');
    await expect(client.db('refused').collection('c').watch().next()).rejects.toMatchObject({ code: 40573 });
    await client.close();
  });
});

onEmbedded('connecting', () => {
  test('without an address starts the store in the data directory', async () => {
    const dataDir = await freshDir();
    const store = await connectStore({ dataDir, dbName: 'desk', workerUrl });
    expect(store.kind).toBe('embedded');
    await store.ping();
    await store.connection.collection('rows').insertOne({ k: 'v' });
    await store.close();
    const again = await connectStore({ dataDir, dbName: 'desk', workerUrl });
    expect(await again.connection.collection('rows').countDocuments()).toBe(1);
    await again.close();
  });

  test('to a MongoDB that is not there names the setting and keeps the password', async () => {
    const refusal = connectStore({
      uri: 'mongodb://desk:s3cret@127.0.0.1:1/desk?serverSelectionTimeoutMS=50',
      dataDir: 'unused',
    });
    await expect(refusal).rejects.toThrow(/^MongoDB at mongodb:\/\/127\.0\.0\.1:1\/desk \(MONGODB_URI\)/);
    await expect(refusal).rejects.not.toThrow(/s3cret/);
  });
});
