import { mkdir, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Bundles the store's starter and worker, as the built program has them. */
async function bundleStore(outdir) {
  await build({
    entryPoints: {
      'store-worker': join(root, 'src/store/embedded/worker.ts'),
      'triage-worker': join(root, 'src/learning/triage.worker.ts'),
      store: join(root, 'src/store/embedded/index.ts'),
    },
    outdir,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['lmdb'],
    logLevel: 'warning',
  });
}

/**
 * Starts one embedded store for the whole run, unless TEST_MONGODB_URI names a MongoDB to test against.
 * Tests find its address in DESKHAND_TEST_MONGODB_URI and the bundled store in DESKHAND_TEST_STORE_DIR.
 */
export default async function globalSetup() {
  // Under node_modules, so that the bundle finds lmdb.
  const cache = join(root, 'node_modules/.cache/deskhand-test');
  await mkdir(cache, { recursive: true });
  const dir = await mkdtemp(join(cache, 'run-'));
  await bundleStore(dir);
  process.env.DESKHAND_TEST_STORE_DIR = dir;
  globalThis.deskhandTest = { dir };

  if (process.env.TEST_MONGODB_URI) {
    process.env.DESKHAND_TEST_MONGODB_URI = process.env.TEST_MONGODB_URI;
    return;
  }
  const { startEmbeddedStore } = await import(pathToFileURL(join(dir, 'store.js')).href);
  const store = await startEmbeddedStore({ dir: join(dir, 'data'), expiryMs: 1000 });
  process.env.DESKHAND_TEST_MONGODB_URI = store.uri;
  globalThis.deskhandTest.store = store;
}
