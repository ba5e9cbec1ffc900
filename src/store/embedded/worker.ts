import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { openCursors } from './commands/cursors.js';
import { removeExpired } from './expiry.js';
import { createGroupCommit } from './group-commit.js';
import { lock, unlock, type Address } from './lock.js';
import { begun, check, checkUnlessWritten, explain, hasStore, prepareFolder } from './opening.js';
import { createConnections } from './server.js';
import { openCatalog } from './storage/catalog.js';
import { openEnvironment } from './storage/environment.js';
import { openRecords } from './storage/records.js';

export interface WorkerOptions {
  dir: string;
  minFreeBytes: number;
  expiryMs: number;
}

/** What the worker tells once it serves, or why it does not. */
export type WorkerMessage = { listening: Address } | { failed: string };

function tell(message: WorkerMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
  parentPort?.postMessage(message);
}

/** A desk's pool has a hundred, and it is one process that connects; the tests have many. */
const MAX_CONNECTIONS = 1_000;

/** The system takes paths of sockets up to 107 bytes, on macOS 103. */
const MAX_SOCKET_PATH = 103;

function socketAddress(dir: string): Address {
  if (process.platform === 'win32') return { port: 0 };
  const path = join(dir, `${randomBytes(6).toString('hex')}.sock`);
  if (Buffer.byteLength(path) <= MAX_SOCKET_PATH) return { path };
  return { path: join(mkdtempSync(join(tmpdir(), 'deskhand-')), 'store.sock') };
}

function listen(server: Server, address: Address): Promise<Address> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ ...address, host: '127.0.0.1' }, () => {
      if ('path' in address) chmodSync(address.path, 0o600);
      resolve('path' in address ? address : { port: (server.address() as AddressInfo).port });
    });
  });
}

async function serve({ dir, minFreeBytes, expiryMs }: WorkerOptions): Promise<void> {
  const undo: (() => unknown)[] = [];
  /** One step that fails keeps none of the others from being taken; a lock that stays is a dead process's to the next. */
  async function close(): Promise<void> {
    for (let step = undo.pop(); step; step = undo.pop())
      await Promise.resolve()
        .then(step)
        .catch(() => undefined);
  }
  try {
    prepareFolder(dir);
    const isChecked = !hasStore(dir) || checkUnlessWritten(dir);
    const server = createServer();
    server.maxConnections = MAX_CONNECTIONS;
    undo.push(() => server.close());
    const address = await listen(server, socketAddress(dir));
    const socketDir = 'path' in address ? dirname(address.path) : dir;
    if (socketDir !== dir) undo.push(() => rmSync(socketDir, { recursive: true, force: true }));

    const environment = openEnvironment({ dir, minFreeBytes });
    undo.push(() => environment.close());
    await lock(environment, dir, address).finally(() => begun(dir));
    undo.push(() => unlock(environment));
    if (!isChecked) check(dir);

    const catalog = openCatalog(environment);
    const store = { environment, catalog, records: openRecords(environment, catalog), cursors: openCursors() };
    const write = createGroupCommit(environment, catalog);
    // What was taken in is done first; a write that fails has told its client so.
    undo.push(() => write(() => {}));
    const connections = createConnections(store, write);
    server.on('connection', connections.accept);
    undo.push(() => {
      server.close();
      connections.closeAll();
    });
    const expiry = setInterval(() => void removeExpired(store, write, new Date()).catch(() => {}), expiryMs);
    undo.push(() => clearInterval(expiry));

    parentPort?.once('message', () => void close().finally(() => parentPort?.close()));
    tell({ listening: address });
  } catch (error) {
    tell({ failed: explain(error, dir).message });
    await close();
    parentPort?.close();
  }
}

void serve(workerData as WorkerOptions);
