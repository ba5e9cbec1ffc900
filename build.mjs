/**
 * Bundles the desk, the store's worker, the playground's page and the command-line tools into `dist`. What has not
 * changed since it was built is left as it is: a stamp beside it names the sources, the packages and the Node.js that it
 * was made from. `node build.mjs start` leaves out the tools, which `npm start` does not run.
 */
import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

const OUT = 'dist';
const SOURCES = ['src', 'adapters', 'knowledge/matcher'];
const PACKAGES = ['build.mjs', 'package.json', 'package-lock.json', 'node_modules/.package-lock.json'];

const node = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  outdir: OUT,
  sourcemap: 'linked',
  external: ['lmdb', 'playwright-core', 'prettier'],
  // Bundled CommonJS packages call require for Node's own modules.
  banner: { js: "import { createRequire as _cr } from 'node:module'; const require = _cr(import.meta.url);" },
};
const browser = {
  bundle: true,
  platform: 'browser',
  format: 'esm',
  target: 'es2022',
  minify: true,
  outdir: `${OUT}/page`,
  define: { 'process.env.NODE_ENV': '"production"' },
  jsx: 'automatic',
  loader: { '.svg': 'dataurl' },
};

/** What is built together, from which folders, and what is copied beside it. */
const parts = [
  {
    name: 'main',
    reads: SOURCES,
    // What is off (a platform, the playground) stays in a file that is never read; names stay, for the log's sake.
    options: { ...node, splitting: true, minifyWhitespace: true, minifySyntax: true },
    programs: { main: 'src/main.ts' },
  },
  {
    name: 'workers',
    reads: SOURCES,
    options: node,
    programs: {
      'store-worker': 'src/store/embedded/worker.ts',
      'triage-worker': 'src/classification/triage.worker.ts',
    },
  },
  {
    name: 'page',
    reads: SOURCES,
    options: browser,
    programs: { page: 'adapters/web/page/page.tsx' },
    copies: { 'adapters/web/page/index.html': `${OUT}/page/index.html` },
  },
  {
    name: 'tools',
    reads: [...SOURCES, 'bench', 'tools', 'test/kit'],
    options: node,
    programs: {
      ask: 'knowledge/matcher/ask.ts',
      judge: 'knowledge/matcher/judge.ts',
      'judge-tickets': 'knowledge/matcher/judge-tickets.ts',
      bench: 'bench/bench.ts',
      'bare-bolt': 'bench/bare-bolt.ts',
      'bare-botbuilder': 'bench/bare-botbuilder.ts',
      'bench-knowledge': 'bench/knowledge.ts',
      screenshots: 'bench/screenshots.ts',
      commands: 'tools/commands.ts',
      'judge-words': 'tools/judge-words.ts',
      new: 'tools/new.ts',
      directory: 'tools/directory.ts',
      policies: 'tools/policies.ts',
    },
  },
];

/** All files below a folder, in the same order everywhere. */
async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath ?? each.path, each.name))
    .toSorted();
}

/** One short text for all that a part is made from, by content: a file's date says nothing after a checkout. */
async function inputsOf({ reads }) {
  const sources = (await Promise.all(reads.map(filesIn))).flat();
  const hash = createHash('sha256').update([process.version, process.platform, process.arch].join(' '));
  const contents = await Promise.all([...PACKAGES, ...sources].map((file) => readFile(file).catch(() => '')));
  [...PACKAGES, ...sources].forEach((file, index) => hash.update(`\0${file}\0`).update(contents[index]));
  return hash.digest('hex');
}

const stampOf = ({ name }) => join(OUT, `.${name}.stamp`);
const stamped = async (part) => JSON.parse(await readFile(stampOf(part), 'utf8').catch(() => '{"outputs":{}}'));
const sizeOf = (file) => (existsSync(file) ? statSync(file).size : undefined);
const isWhole = ({ outputs }) => Object.entries(outputs).every(([file, size]) => sizeOf(file) === size);

async function make(part) {
  const before = await stamped(part);
  const inputs = await inputsOf(part);
  if (before.inputs === inputs && isWhole(before)) return;
  await rm(stampOf(part), { force: true });
  const { build } = await import('esbuild');
  const entryPoints = Object.fromEntries(Object.entries(part.programs).filter(([, file]) => existsSync(file)));
  const { metafile } = await build({ ...part.options, entryPoints, metafile: true, logLevel: 'warning' });
  for (const [from, to] of Object.entries(part.copies ?? {})) await cp(from, to);
  const made = [...Object.keys(metafile.outputs), ...Object.values(part.copies ?? {})].map((file) =>
    relative('', file),
  );
  const outputs = Object.fromEntries(made.map((file) => [file, sizeOf(file)]));
  for (const old of Object.keys(before.outputs)) if (!(old in outputs)) await rm(old, { force: true });
  await writeFile(stampOf(part), JSON.stringify({ inputs, outputs }));
}

await mkdir(OUT, { recursive: true });
const wanted = process.argv[2] === 'start' ? parts.filter(({ name }) => name !== 'tools') : parts;
await Promise.all(wanted.map(make));
