/** `npm run new -- <capability>`: begins a capability, with everything that the compiler and the tests ask of one. */
import { scaffold } from './scaffold.js';

const [name = '', prefix] = process.argv.slice(2);
try {
  for (const file of await scaffold('.', name, prefix)) process.stdout.write(`${file}\n`);
  process.stdout.write('Now: npm run commands, add what test/language/wire.test.ts names, and make its story pass.\n');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
