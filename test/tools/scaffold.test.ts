/** Somebody begins a capability: what the scaffold writes compiles, reads well, and has a story that fails. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { scaffold } from '../../tools/scaffold.js';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'deskhand-new-'));
  for (const folder of [
    'src',
    'knowledge/matcher',
    'adapters',
    'tsconfig.json',
    'package.json',
    '.prettierrc.json',
    'test/kit',
  ])
    cpSync(folder, join(root, folder), { recursive: true });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const run = (...command: string[]) =>
  execFileSync(join('node_modules/.bin', command[0]!), command.slice(1), {
    cwd: root,
    encoding: 'utf8',
    stdio: 'pipe',
  });

test('a capability is two folders, a story, and a line where capabilities and rooms are listed', async () => {
  const files = await scaffold(root, 'visit', 'VIS');
  const outside = files.filter((file) => !/^(src\/language|src|test)\/visit\//.test(file));
  expect(outside).toEqual(['src/language/index.ts', 'src/rooms.ts']);
  expect(readFileSync(join(root, 'test/visit/visit.test.ts'), 'utf8')).toContain('throw new Error');
  writeFileSync(
    join(root, 'tsconfig.json'),
    readFileSync('tsconfig.json', 'utf8').replace(/"include".*/, '"include": ["src", "knowledge"]'),
  );
  run('tsc', '--noEmit');
  run('prettier', '--check', ...files);
});

test.each([
  ['Visit', 'VIS', 'one English noun'],
  ['visit', 'V', 'three to five'],
  ['access', 'ACC', 'src/language/access is there already'],
  ['incident', 'INC', 'prefix INC are there already'],
])('%s with %s is refused: %s', async (name, prefix, why) => {
  await expect(scaffold(root, name, prefix)).rejects.toThrow(why);
});
