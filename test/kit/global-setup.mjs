import { randomBytes } from 'node:crypto';
import { copyFile, cp, mkdir, mkdtemp, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { learnOnce } from './learn-once.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Bundles the store's starter and worker, as the built program has them, and what learns for all tests. */
async function bundle(outdir) {
  await build({
    entryPoints: {
      'store-worker': join(root, 'src/store/embedded/worker.ts'),
      'triage-worker': join(root, 'src/classification/triage.worker.ts'),
      store: join(root, 'src/store/embedded/index.ts'),
      learn: join(root, 'test/kit/learn.ts'),
    },
    outdir,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['lmdb'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'warning',
  });
}

/** Shipped articles that stories speak of. */
const SHELF = ['outlook-search', 'password-reset', 'printer-jam', 'vpn-connect', 'vpn-drops', 'wifi-office'];

/** Ideas of the glossary that they have, by the first word for each. */
const IDEAS = [
  'password',
  'forgot',
  'reset',
  'vpn',
  'disconnect',
  'wifi',
  'broken',
  'printer',
  'jam',
  'email',
  'search outlook',
];

async function fillGlossary(from, to) {
  const entries = (await readFile(from, 'utf8')).split(/^(?=- en: )/m);
  await writeFile(to, entries.filter((entry) => IDEAS.some((idea) => entry.startsWith(`- en: ${idea},`))).join(''));
}

/** A company that tests open has few articles: each opening reads and learns them all. The shipped ones have tests of their own. */
async function fillShelf(shelf) {
  const shipped = join(root, 'knowledge');
  await mkdir(join(shelf, 'faq'), { recursive: true });
  const files = SHELF.flatMap((name) => [`${name}.en.md`, `${name}.zh.md`]);
  await Promise.all([
    ...files.map((file) => copyFile(join(shipped, 'faq', file), join(shelf, 'faq', file))),
    fillGlossary(join(shipped, 'glossary.yaml'), join(shelf, 'glossary.yaml')),
    cp(join(shipped, 'sops'), join(shelf, 'sops'), { recursive: true }),
  ]);
}

/** More than the store of a whole run takes. */
const ROOM_BYTES = 4 * 1024 ** 3;
const MEMORY = '/dev/shm';

/** Starts the store in memory where there is room, since a disk takes milliseconds for each save. */
async function startStore(startEmbeddedStore) {
  const isRoomy = await statfs(MEMORY).then(
    ({ bavail, bsize }) => bavail * bsize > ROOM_BYTES,
    () => false,
  );
  const data = await mkdtemp(join(isRoomy ? MEMORY : tmpdir(), 'deskhand-test-'));
  const store = await startEmbeddedStore({ dir: data, expiryMs: 1000 });
  // Without a name, its memory is given back however the run ends.
  if (isRoomy) await rm(join(data, 'data.mdb'));
  return { data, store };
}

/**
 * Starts one embedded store for the whole run, unless TEST_MONGODB_URI names a MongoDB to test against.
 * Tests find its address in DESKHAND_TEST_MONGODB_URI, what the names of their databases begin with in DESKHAND_TEST_RUN, the
 * bundled store in DESKHAND_TEST_STORE_DIR, a small KNOWLEDGE_DIR in DESKHAND_TEST_SHELF, a DATA_DIR with what was learned
 * for all tests in DESKHAND_TEST_LEARNED, and one for the built program in DESKHAND_TEST_PROGRAM_LEARNED.
 */
export default async function globalSetup() {
  // Under node_modules, so that the bundle finds lmdb.
  const cache = join(root, 'node_modules/.cache/deskhand-test');
  await mkdir(cache, { recursive: true });
  const dir = await mkdtemp(join(cache, 'run-'));
  await Promise.all([bundle(dir), fillShelf(join(dir, 'shelf'))]);
  process.env.DESKHAND_TEST_RUN = `t${randomBytes(4).toString('hex')}`;
  process.env.DESKHAND_TEST_STORE_DIR = dir;
  process.env.DESKHAND_TEST_SHELF = join(dir, 'shelf');
  const [learn, shelf] = [join(dir, 'learn.js'), join(dir, 'shelf')];
  [process.env.DESKHAND_TEST_LEARNED, process.env.DESKHAND_TEST_PROGRAM_LEARNED] = await Promise.all([
    learnOnce(join(cache, 'learned'), learn, join(root, 'src/deskhand.ts'), [join(root, 'knowledge'), shelf]),
    learnOnce(join(cache, 'learned-by-program'), learn, join(root, 'dist/main.js'), [shelf]),
  ]);
  globalThis.deskhandTest = { dir };

  if (process.env.TEST_MONGODB_URI) {
    process.env.DESKHAND_TEST_MONGODB_URI = process.env.TEST_MONGODB_URI;
    return;
  }
  const { startEmbeddedStore } = await import(pathToFileURL(join(dir, 'store.js')).href);
  const { data, store } = await startStore(startEmbeddedStore);
  process.env.DESKHAND_TEST_MONGODB_URI = store.uri;
  Object.assign(globalThis.deskhandTest, { store, data });
}
