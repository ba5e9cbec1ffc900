import { readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { readDoc } from './bson/read.js';
import { doc, integer, textOf, toNumber } from './bson/types.js';
import { writeDoc } from './bson/write.js';
import { Unopened } from './opening.js';
import type { Environment } from './storage/environment.js';
import { metaKey } from './storage/keyspace.js';

/** Where a store listens: a unix socket, or a port of the loopback interface. */
export type Address = { path: string } | { port: number };

const OWNER = metaKey('owner');

interface Owner {
  pid: number;
  /** When its process was started, as far as the system tells: process ids are used again. */
  started: string;
  address: Address;
}

/** The start of a process, to tell it from a later one with the same id; empty where the system does not say. */
function startOf(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return `${boot} ${stat.slice(stat.lastIndexOf(')')).split(' ')[20] ?? ''}`;
  } catch {
    return '';
  }
}

function readOwner(bytes: Buffer | undefined): Owner | undefined {
  if (!bytes) return undefined;
  const saved = readDoc(bytes);
  const path = saved.get('path');
  const address = typeof path === 'string' ? { path } : { port: toNumber(saved.get('port')) ?? 0 };
  return { pid: toNumber(saved.get('pid')) ?? 0, started: textOf(saved.get('started')), address };
}

function writeOwner({ pid, started, address }: Owner): Buffer {
  const where = 'path' in address ? doc({ path: address.path }) : doc({ port: integer(address.port) });
  return writeDoc(new Map([...doc({ pid: integer(pid), started }), ...where]));
}

function isRunning({ pid, started }: Owner): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return startOf(pid) === started;
}

/** Whether an owner still lives: its socket answers, or is gone (cleaned away) while its process runs. */
async function isAlive(owner: Owner): Promise<boolean> {
  const outcome = await new Promise<string>((resolve) => {
    const socket = connect({ ...owner.address, host: '127.0.0.1' }, () => {
      socket.destroy();
      resolve('connected');
    });
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'failed'));
  });
  if (outcome === 'ECONNREFUSED') return false;
  // A port may have passed to another program; a socket's path is random and never does.
  return (outcome === 'connected' && 'path' in owner.address) || isRunning(owner);
}

/**
 * Makes this process, which already listens at `address`, the only one to write the store. The owner is changed in a
 * transaction, so of two that find a dead owner one wins; a new owner listens before it owns, so it never looks dead.
 */
export async function lock(environment: Environment, dir: string, address: Address): Promise<void> {
  const mine = writeOwner({ pid: process.pid, started: startOf(process.pid), address });
  for (;;) {
    const found = environment.get(OWNER);
    const owner = readOwner(found);
    if (owner && (await isAlive(owner))) {
      throw new Unopened(
        `The data directory ${dir} is in use by process ${owner.pid}. ` +
          'Stop that process, or set DATA_DIR to another directory.',
      );
    }
    const won = environment.commit(() => {
      const now = environment.get(OWNER);
      if (now && !(found && now.equals(found))) return false;
      environment.put(OWNER, mine);
      return true;
    });
    if (!won) continue;
    if (owner && 'path' in owner.address) rmSync(owner.address.path, { force: true });
    return;
  }
}

/** Gives the store up. */
export function unlock(environment: Environment): void {
  environment.commit(() => environment.remove(OWNER));
}
