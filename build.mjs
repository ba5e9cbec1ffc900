/** Bundles the desk, the store's worker, the playground's page and the command-line tools into `dist`. */
import { cp, mkdir, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { build } from 'esbuild';

await rm('dist', { recursive: true, force: true });
await mkdir('dist', { recursive: true });

const programs = {
  main: 'src/main.ts',
  'store-worker': 'src/store/embedded/worker.ts',
  'triage-worker': 'src/classification/triage.worker.ts',
  ask: 'knowledge/matcher/ask.ts',
  judge: 'knowledge/matcher/judge.ts',
  'judge-tickets': 'knowledge/matcher/judge-tickets.ts',
  bench: 'bench/bench.ts',
  'bare-bolt': 'bench/bare-bolt.ts',
  'bare-botbuilder': 'bench/bare-botbuilder.ts',
  'bench-knowledge': 'bench/knowledge.ts',
  screenshots: 'bench/screenshots.ts',
  commands: 'tools/commands.ts',
  new: 'tools/new.ts',
};
const node = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  outdir: 'dist',
  sourcemap: 'linked',
  external: ['lmdb', 'playwright-core'],
  // Bundled CommonJS packages call require for Node's own modules.
  banner: { js: "import { createRequire as _cr } from 'node:module'; const require = _cr(import.meta.url);" },
  logLevel: 'warning',
};
const { main, ...others } = programs;
// What is off (a platform, the playground) stays in a file that is never read; names stay, for the log's sake.
await build({ ...node, entryPoints: { main }, splitting: true, minifyWhitespace: true, minifySyntax: true });
await build({
  ...node,
  entryPoints: Object.fromEntries(Object.entries(others).filter(([, file]) => existsSync(file))),
});
if (existsSync('adapters/web/page')) {
  await build({
    bundle: true,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    minify: true,
    outdir: 'dist/page',
    entryPoints: ['adapters/web/page/page.tsx'],
    define: { 'process.env.NODE_ENV': '"production"' },
    jsx: 'automatic',
    loader: { '.svg': 'dataurl' },
    logLevel: 'warning',
  });
  await cp('adapters/web/page/index.html', 'dist/page/index.html');
}
