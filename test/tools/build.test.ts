/** Somebody starts the desk again: only what has changed since is built, and nothing old is run. */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

let root: string;
const write = (file: string, text: string) => {
  mkdirSync(join(root, dirname(file)), { recursive: true });
  writeFileSync(join(root, file), text);
};
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'deskhand-build-'));
  for (const file of ['build.mjs', 'package.json', 'package-lock.json']) cpSync(file, join(root, file));
  mkdirSync(join(root, 'node_modules'));
  symlinkSync(resolve('node_modules/esbuild'), join(root, 'node_modules/esbuild'));
  write('src/main.ts', "import { words } from './words.js';\nconsole.log(words);\n");
  write('src/words.ts', "export const words: string = 'good morning';\n");
  write('adapters/web/page/page.tsx', 'export {};\n');
  write('adapters/web/page/index.html', '<p>Hello</p>\n');
  write('tools/new.ts', "console.log('a tool');\n");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const node = (...words: string[]) => execFileSync(process.execPath, words, { cwd: root, encoding: 'utf8' }).trim();
const start = () => node('build.mjs', 'start') + node('dist/main.js');
const built = () => statSync(join(root, 'dist/main.js')).mtimeMs;

test('nothing is built again that has not changed, and what has changed is', () => {
  expect(start()).toBe('good morning');
  const first = built();
  expect(start()).toBe('good morning');
  expect(built()).toBe(first);
  const { atime, mtime, size } = statSync(join(root, 'src/words.ts'));
  // As long as before, and dated as before: as an editor or a checkout may leave it.
  const changed = "export const words: string = 'good evening';\n";
  expect(changed).toHaveLength(size);
  write('src/words.ts', changed);
  utimesSync(join(root, 'src/words.ts'), atime, mtime);
  expect(start()).toBe('good evening');
});

test.each([
  ['the packages', () => write('package-lock.json', '{"lockfileVersion": 3}')],
  ['what is installed', () => write('node_modules/.package-lock.json', '{}')],
  ['the way it is built', () => write('build.mjs', `${readFileSync('build.mjs', 'utf8')}\n`)],
  ['a new source', () => write('src/more.ts', 'export {};\n')],
  ['a part of what was built', () => rmSync(join(root, 'dist/page/page.js'))],
  ['the page', () => write('adapters/web/page/index.html', '<p>Hello again</p>\n')],
])('%s changed: it is built again', (what, change) => {
  start();
  const part = /page|part/.test(what) ? 'dist/.page.stamp' : 'dist/.main.stamp';
  const before = statSync(join(root, part)).mtimeMs;
  change();
  start();
  expect(statSync(join(root, part)).mtimeMs).toBeGreaterThan(before);
});

test('another version of Node.js builds again', () => {
  start();
  const before = built();
  const another = "Object.defineProperty(process, 'version', { value: 'v99.0.0' }); await import('./build.mjs');";
  node('--input-type=module', '-e', another);
  expect(built()).toBeGreaterThan(before);
});

test('a start builds no tools, a build does, and files of an earlier build are gone', () => {
  start();
  expect(readdirSync(join(root, 'dist'))).not.toContain('new.js');
  write('src/main.ts', "const { words } = await import('./words.js');\nconsole.log(words);\n");
  expect(start()).toBe('good morning');
  const chunks = () => readdirSync(join(root, 'dist')).filter((file) => /^words-.*\.js$/.test(file));
  const [old] = chunks();
  write('src/words.ts', "export const words: string = 'good night';\n");
  expect(start()).toBe('good night');
  expect(chunks()).toHaveLength(1);
  expect(chunks()).not.toContain(old);
  node('build.mjs');
  expect(node('dist/new.js')).toBe('a tool');
});
