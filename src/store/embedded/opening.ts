/** What must hold before the store's folder is opened. What does not is told with the place and the remedy. */
import * as fs from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Damage, lastTransaction } from './storage/head.js';
import { inspect } from './storage/inspect.js';
import { unseal } from './storage/seal.js';

/** Why the store cannot be opened: a sentence for the person who starts the desk. */
export class Unopened extends Error {}

/** Room for LMDB's table of readers and the first transaction, in bytes: LMDB ends the process when it finds none. */
const START_BYTES = 1024 * 1024;

const restore = (dir: string) =>
  `Restore ${dir} from its backup; to begin with an empty desk instead, move that folder away.`;

export const damaged = (dir: string, how: string) => `The store in ${dir} is damaged: ${how}. ${restore(dir)}`;

/** What the system says of a folder, and the remedy. */
const remedies: Record<string, (dir: string) => string> = {
  EACCES: (dir) =>
    `Make the user that runs Deskhand the owner of ${dir} and all in it (chown -R), or set DATA_DIR to a folder of that user.`,
  EROFS: () => 'Its disk is read-only: mount it for writing, or set DATA_DIR to a folder that can be written.',
  ENOTDIR: () => 'DATA_DIR must be a folder: remove the file in its place, or set DATA_DIR to another.',
  ENOSPC: () => 'Its disk is full: free some space and start again.',
  ENOMEM: () => 'Too little memory, or address space (ulimit -v), is left to map it.',
};
const alike: Record<string, string> = { EPERM: 'EACCES', EEXIST: 'ENOTDIR', EDQUOT: 'ENOSPC' };

/** Any error of an opening, as what is wrong and what to do. */
export function explain(error: unknown, dir: string): Error {
  if (error instanceof Unopened) return error;
  if (error instanceof Damage) return new Unopened(damaged(dir, error.message));
  const { code = '', message } = error as NodeJS.ErrnoException;
  const remedy = remedies[alike[code] ?? code] ?? restore;
  return new Unopened(`The store in ${dir} cannot be opened (${message}). ${remedy(dir)}`);
}

/** Makes the folder, for its owner alone. */
export function prepareFolder(dir: string): void {
  try {
    fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
  } catch (error) {
    // Node calls a folder that cannot be made on a read-only disk one that does not exist.
    let above = dirname(resolve(dir));
    while (!fs.existsSync(above)) above = dirname(above);
    fs.accessSync(above, fs.constants.W_OK);
    throw error;
  }
  fs.chmodSync(dir, 0o700);
  fs.accessSync(dir, fs.constants.R_OK | fs.constants.W_OK | fs.constants.X_OK);
  const { bavail, bsize } = fs.statfsSync(dir);
  if (bavail * bsize < START_BYTES) throw Object.assign(new Error('no space is left'), { code: 'ENOSPC' });
}

/** The files of a folder. `beginning` is there from before the first start until it has succeeded. */
const filesOf = (dir: string) => ({
  data: join(dir, 'data.mdb'),
  lock: join(dir, 'lock.mdb'),
  beginning: join(dir, 'beginning'),
});

/**
 * Whether the folder holds a store, or none yet. A store that was there and is not any more is no new one.
 * @throws Unopened
 */
export function hasStore(dir: string): boolean {
  const { data, lock, beginning } = filesOf(dir);
  const isThere = () => {
    const found = fs.statSync(data, { throwIfNoEntry: false });
    if (found && !found.isFile()) throw new Unopened(`${data} is not a file. ${restore(dir)}`);
    return found !== undefined && found.size > 0;
  };
  // In this order, since another process may be making a store at this very moment: it begins with `beginning`.
  const isKnown = fs.existsSync(lock) || fs.existsSync(data);
  const isBegun = fs.existsSync(beginning);
  for (const file of [data, lock]) if (fs.existsSync(file)) fs.accessSync(file, fs.constants.R_OK | fs.constants.W_OK);
  if (isThere()) return true;
  if (isBegun) return false;
  if (isKnown)
    throw new Unopened(
      `The store in ${dir} has lost its data: data.mdb is ${fs.existsSync(data) ? 'empty' : 'missing'}. ${restore(dir)}`,
    );
  fs.writeFileSync(beginning, 'A first start that has not come to its end.\n');
  sync(dir);
  return false;
}

/** Notes that there is a store from now on. */
export function begun(dir: string): void {
  const { beginning } = filesOf(dir);
  if (!fs.existsSync(beginning)) return;
  fs.rmSync(beginning, { force: true });
  sync(dir);
}

/** Whether LMDB lays pages out as is known here. Where it does not (32 bits, big-endian) it opens what it finds, as it always did. */
const isKnownLayout = ['x64', 'arm64', 'riscv64', 'loong64'].includes(process.arch);

/** Looks whether the store is whole, while nobody writes. @throws Damage */
export function check(dir: string): void {
  if (isKnownLayout) inspect(filesOf(dir).data, (key, value) => unseal(key, value) !== undefined);
}

/** The same while another process may write: then it answers false, and which process it is the lock tells. */
export function checkUnlessWritten(dir: string): boolean {
  const { data } = filesOf(dir);
  if (!isKnownLayout) return true;
  const before = lastTransaction(data);
  try {
    check(dir);
    return true;
  } catch (error) {
    if (!(error instanceof Damage) || lastTransaction(data) === before) throw error;
    return false;
  }
}

/** What is renamed or removed in a folder is so after a power cut, too. */
function sync(dir: string): void {
  if (process.platform === 'win32') return;
  const folder = fs.openSync(dir, 'r');
  fs.fsyncSync(folder);
  fs.closeSync(folder);
}
