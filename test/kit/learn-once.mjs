import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What the cache calls the code that reads it: the desk's own file names it by its content (src/deskhand.ts). */
const codeOf = async (desk) =>
  createHash('sha256')
    .update(await readFile(desk).catch(() => ''))
    .digest('hex');

/** All that is learned from, by content: the code that learns, the articles, the glossary, the unanswered questions. */
async function hashOf(program, code, shelves) {
  const hash = createHash('sha256').update(process.version).update(code);
  const articles = await Promise.all(
    shelves.map(async (shelf) =>
      (await readdir(join(shelf, 'faq'))).toSorted().map((name) => join(shelf, 'faq', name)),
    ),
  );
  const lists = shelves.flatMap((shelf) => ['glossary.yaml', 'unanswered.yaml'].map((name) => join(shelf, name)));
  for (const file of [program, ...articles.flat(), ...lists])
    hash.update('\0').update(await readFile(file).catch(() => ''));
  return hash.digest('hex').slice(0, 16);
}

/**
 * Learns the acts and the articles of these shelves, unless a run before has: under the test runner it would take each
 * test file much longer. Gives a DATA_DIR whose cache has it.
 * @param desk the file that opens the cache.
 */
export async function learnOnce(dir, program, desk, shelves) {
  const code = await codeOf(desk);
  const name = await hashOf(program, code, shelves);
  const learned = join(dir, name);
  if (existsSync(learned)) return learned;
  await mkdir(dir, { recursive: true });
  for (const old of await readdir(dir)) await rm(join(dir, old), { recursive: true, force: true });
  const unfinished = `${learned}.${process.pid}`;
  await promisify(execFile)(process.execPath, [program, join(unfinished, 'cache'), code, ...shelves]);
  await rename(unfinished, learned);
  return learned;
}
