/** A store whose files are not what they were: it is told what is wrong and what to do, and nothing of it is served. */
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import * as fc from 'fast-check';
import { type Collection, MongoClient } from 'mongodb';
import { startEmbeddedStore } from '../../src/store/embedded/index.js';

const onEmbedded = process.env.TEST_MONGODB_URI ? describe.skip : describe;
const workerUrl = pathToFileURL(join(process.env.DESKHAND_TEST_STORE_DIR ?? '', 'store-worker.js'));

const PAGE = 4096;
const ROWS = 600;
/** Every tenth has pages of its own. */
const row = (n: number): Row => ({ _id: n, name: `row ${n}`, words: 'word '.repeat(n % 10 === 0 ? 2_000 : n % 40) });

let home: string;
let whole: Buffer;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'deskhand-test-'));
  const dir = join(home, 'whole');
  await serve(dir, async (rows) => {
    await rows.createIndex({ name: 1 });
    for (let n = 0; n < ROWS; n += 50) await rows.insertMany(Array.from({ length: 50 }, (_, i) => row(n + i)));
    await rows.deleteMany({ _id: { $gte: 500 } });
  });
  whole = await readFile(join(dir, 'data.mdb'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

type Row = { _id: number; name: string; words: string };
type Rows = Collection<Row>;

async function serve<T>(dir: string, use: (rows: Rows) => Promise<T>): Promise<T> {
  const store = await startEmbeddedStore({ dir, workerUrl });
  const client = await MongoClient.connect(store.uri);
  try {
    return await use(client.db().collection<Row>('rows'));
  } finally {
    await client.close();
    await store.stop();
  }
}

/** A folder that was a store's, with these bytes as its data. */
async function folder(data?: Buffer): Promise<string> {
  const dir = await mkdtemp(join(home, 'store-'));
  await writeFile(join(dir, 'lock.mdb'), '');
  if (data) await writeFile(join(dir, 'data.mdb'), data);
  return dir;
}

async function refusal(dir: string): Promise<string> {
  const before = performance.now();
  const message = await startEmbeddedStore({ dir, workerUrl }).then(
    async (store) => {
      await store.stop();
      return 'it was served';
    },
    (error: Error) => error.message,
  );
  expect(performance.now() - before).toBeLessThan(5_000);
  return message;
}

const changed = (change: (bytes: Buffer) => unknown) => {
  const bytes = Buffer.from(whole);
  change(bytes);
  return bytes;
};
/** Row 123 with another name, wherever it stands whole: in its record, and where that stood before. */
function renamed(data: Buffer): Buffer {
  const bytes = Buffer.from(data);
  const field = Buffer.concat([Buffer.from('name\0'), Buffer.from([8, 0, 0, 0]), Buffer.from('row 123\0')]);
  for (let at = bytes.indexOf(field); at >= 0; at = bytes.indexOf(field, at + 1)) bytes.write('ROW', at + 9);
  return bytes;
}
/** Bytes of no meaning, the same in each run. */
const garbage = (length: number) => Buffer.from(Array.from({ length }, (_, i) => (i * 7919 + (i >> 3) * 31) % 251));

onEmbedded('is refused, with its place and the remedy:', () => {
  const places = Array.from({ length: 12 }, (_, i) => i);
  test.each<[string, () => Buffer, RegExp]>([
    ['an empty file', () => Buffer.alloc(0), /has lost its data: data\.mdb is empty/],
    ['the first 90 %', () => whole.subarray(0, whole.length * 0.9), /is damaged/],
    ['the first half', () => whole.subarray(0, whole.length / 2), /is damaged/],
    ['the first tenth', () => whole.subarray(0, whole.length / 10), /is damaged/],
    ['a hundred bytes', () => whole.subarray(0, 100), /is damaged: the file ends within its head/],
    ['another file', () => Buffer.from('not a store at all\n'.repeat(1_000)), /is damaged: its head/],
    ['zeros', () => Buffer.alloc(whole.length), /is damaged: its head/],
    ['a first head of garbage', () => changed((bytes) => garbage(PAGE).copy(bytes, 0)), /is damaged: its head/],
    ['a second head of garbage', () => changed((bytes) => garbage(PAGE).copy(bytes, PAGE)), /is damaged: its head/],
    ['a head with another magic', () => changed((bytes) => bytes.writeUInt32LE(7, PAGE + 24)), /is damaged: its head/],
    [
      'a root that is nowhere',
      () => changed((bytes) => [0, PAGE].map((at) => bytes.fill(0x7f, at + 136, at + 143))),
      /is damaged: page/,
    ],
  ])('%s', async (_, data, reason) => {
    const dir = await folder(data());
    const said = await refusal(dir);
    expect(said).toMatch(reason);
    expect(said).toContain(dir);
    expect(said).toContain(`Restore ${dir} from its backup`);
  });

  test.each(places)('a block of garbage in the middle of its data (%i)', async (place) => {
    const used = [...usedPages()];
    expect(used.length).toBeGreaterThan(places.length);
    const page = used[Math.floor(((place + 0.5) / places.length) * used.length)]!;
    const said = await refusal(await folder(changed((bytes) => garbage(PAGE).copy(bytes, page * PAGE))));
    expect(said).toMatch(/is damaged: .*Restore/);
  });

  test('one letter of one record that was changed', async () => {
    expect(await refusal(await folder(renamed(whole)))).toMatch(/is damaged: a record is not what was written/);
  });

  test('no file where one was', async () => {
    expect(await refusal(await folder())).toMatch(/has lost its data: data\.mdb is missing\. Restore/);
  });

  test('a folder in the place of the file', async () => {
    const dir = await folder();
    await mkdir(join(dir, 'data.mdb'));
    expect(await refusal(dir)).toMatch(/data\.mdb is not a file\. Restore/);
  });

  test('a file in the place of the folder', async () => {
    const file = join(home, 'file');
    await writeFile(file, '');
    expect(await refusal(file)).toMatch(/DATA_DIR must be a folder/);
    expect(await refusal(join(file, 'store'))).toMatch(/DATA_DIR must be a folder/);
  });

  test('and what is damaged is left as it is', async () => {
    const bytes = whole.subarray(0, whole.length / 2);
    const dir = await folder(bytes);
    await refusal(dir);
    expect((await readFile(join(dir, 'data.mdb'))).equals(bytes)).toBe(true);
  });
});

/** The pages that hold something of the last transaction: each says its own number, and is of a kind. */
function* usedPages(): Generator<number> {
  const [root] = [0, PAGE].toSorted((a, b) => Number(whole.readBigInt64LE(b + 152) - whole.readBigInt64LE(a + 152)));
  yield* pagesBelow(Number(whole.readBigInt64LE(root! + 136)));
}
function* pagesBelow(page: number): Generator<number> {
  yield page;
  const at = page * PAGE;
  if ((whole.readUInt16LE(at + 18) & 1) === 0) return;
  for (let i = 0; i < whole.readUInt16LE(at + 20) / 2; i++) {
    yield* pagesBelow(whole.readUInt32LE(at + 24 + whole.readUInt16LE(at + 24 + 2 * i)));
  }
}

onEmbedded('damage of any kind, anywhere', () => {
  const at = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  const damage = fc.oneof(
    fc.record({ kind: fc.constant('bits' as const), at, bit: fc.nat(7) }),
    fc.record({ kind: fc.constant('head' as const), at, bit: fc.nat(7) }),
    fc.record({ kind: fc.constant('block' as const), at, bytes: fc.constantFrom(512, PAGE) }),
    fc.record({ kind: fc.constant('end' as const), at }),
    fc.record({ kind: fc.constant('moved' as const), at, to: at }),
  );
  type Damage = typeof damage extends fc.Arbitrary<infer D> ? D : never;
  function damagedBy(each: Damage): Buffer {
    const place = Math.floor(each.at * whole.length);
    const page = (where: number) => (2 + Math.floor(where * (whole.length / PAGE - 2))) * PAGE;
    if (each.kind === 'bits') return changed((bytes) => (bytes[place]! ^= 1 << each.bit));
    if (each.kind === 'head') return changed((bytes) => (bytes[Math.floor(each.at * 2 * PAGE)]! ^= 1 << each.bit));
    if (each.kind === 'block') return changed((bytes) => garbage(each.bytes).copy(bytes, place));
    if (each.kind === 'end') return whole.subarray(0, place);
    return changed((bytes) => bytes.copy(bytes, page(each.at), page(each.to), page(each.to) + PAGE));
  }

  test('is refused, or is where nothing was: then all is served as it was', async () => {
    const property = fc.asyncProperty(damage, async (each) => {
      const dir = await folder(damagedBy(each));
      const said = await serve(dir, async (rows) => {
        expect(await rows.find().sort({ _id: 1 }).toArray()).toEqual(Array.from({ length: 500 }, (_, n) => row(n)));
        const byName = await rows
          .find({ name: { $gt: '' } })
          .sort({ name: 1 })
          .project({ name: 1 })
          .toArray();
        expect(byName.map(({ name }) => name as string)).toEqual(
          Array.from({ length: 500 }, (_, n) => `row ${n}`).toSorted(),
        );
        return 'served';
      }).catch((error: Error) => error.message);
      expect(said).toMatch(/^served$|Restore .* from its backup/);
    });
    await fc.assert(property, { numRuns: 25 });
  });
});

onEmbedded('is no damage:', () => {
  test('a copy of the data alone, as a backup may have it', async () => {
    const dir = await mkdtemp(join(home, 'store-'));
    await writeFile(join(dir, 'data.mdb'), whole);
    expect(await serve(dir, (rows) => rows.countDocuments())).toBe(500);
  });

  test('a first start that was ended in its midst', async () => {
    for (const data of [undefined, Buffer.alloc(0)]) {
      const dir = await folder(data);
      await writeFile(join(dir, 'beginning'), '');
      expect(await serve(dir, (rows) => rows.countDocuments())).toBe(0);
      expect(existsSync(join(dir, 'beginning'))).toBe(false);
      await rm(join(dir, 'data.mdb'));
      expect(await refusal(dir)).toMatch(/has lost its data/);
    }
  });

  test('a store that is being written while somebody tries to open it: who has it is told', async () => {
    const dir = await mkdtemp(join(home, 'store-'));
    await serve(dir, async (rows) => {
      let isOver = false;
      const writing = (async () => {
        for (let n = 0; !isOver; n++) await rows.insertOne(row(n));
      })();
      for (let tries = 0; tries < 10; tries++) expect(await refusal(dir)).toMatch(/is in use by process/);
      isOver = true;
      await writing;
    });
  });
});

onEmbedded('a record that is damaged while the store is open', () => {
  test('is not served, with the remedy; the others are', async () => {
    const dir = await mkdtemp(join(home, 'store-'));
    await copyFile(join(home, 'whole/data.mdb'), join(dir, 'data.mdb'));
    await serve(dir, async (rows) => {
      await writeFile(join(dir, 'data.mdb'), renamed(await readFile(join(dir, 'data.mdb'))), { flag: 'r+' });
      await expect(rows.findOne({ _id: 123 })).rejects.toMatchObject({
        code: 367,
        message: expect.stringMatching(/restore .* from its backup/) as string,
      });
      expect(await rows.findOne({ _id: 124 })).toMatchObject({ name: 'row 124' });
    });
  });
});

/** A worker that behaves as told instead of being a store. */
async function worker(script: string): Promise<URL> {
  const file = join(await mkdtemp(join(home, 'worker-')), 'worker.mjs');
  await writeFile(file, `import { parentPort } from 'node:worker_threads';\n${script}`);
  return pathToFileURL(file);
}
const listening = `parentPort.postMessage({ listening: { port: 1 } });`;

onEmbedded('a worker', () => {
  test.each([
    ['breaks at its start', `throw new Error('the map is lost');`, /did not start: the map is lost/],
    ['ends without a word', `process.exit(7);`, /did not start: its thread ended with 7/],
    ['is silent', `setInterval(() => {}, 1000);`, /did not start: it has not answered for 0\.3 s/],
  ])('that %s is told of at the start', async (_, script, reason) => {
    const start = startEmbeddedStore({ dir: home, workerUrl: await worker(script), startMs: 300 });
    await expect(start).rejects.toThrow(reason);
  });

  test('that is not there is told of, too', async () => {
    const start = startEmbeddedStore({ dir: home, workerUrl: pathToFileURL(join(home, 'none.mjs')) });
    await expect(start).rejects.toThrow(/did not start: Cannot find module/);
  });

  test.each([
    [
      'breaks',
      `setTimeout(() => { throw new Error('the map is lost'); }, 100);`,
      /ended by itself \(the map is lost\)/,
    ],
    ['ends', `setTimeout(() => process.exit(7), 100);`, /ended by itself \(its thread ended with 7\)/],
  ])('that %s later is told of', async (_, script, reason) => {
    const store = await startEmbeddedStore({ dir: home, workerUrl: await worker(`${listening}\n${script}`) });
    expect((await store.died).message).toMatch(reason);
    await store.stop();
  });

  test('that is stopped has not died, even when it does not hear', async () => {
    const store = await startEmbeddedStore({
      dir: home,
      workerUrl: await worker(`${listening}\nsetInterval(() => {}, 1000);`),
    });
    let died = false;
    void store.died.then(() => (died = true));
    const before = performance.now();
    await store.stop();
    expect(performance.now() - before).toBeLessThan(4_000);
    await pause(50);
    expect(died).toBe(false);
  });
});
