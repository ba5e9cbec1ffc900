import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { openCursors } from './commands/cursors.js';
import { removeExpired } from './expiry.js';
import { createGroupCommit } from './group-commit.js';
import { lock, unlock, type Address } from './lock.js';
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
    server.listen({ ...address, host: '127.0.0.1' }, () =>
      resolve('path' in address ? address : { port: (server.address() as AddressInfo).port }),
    );
  });
}

async function serve({ dir, minFreeBytes, expiryMs }: WorkerOptions): Promise<void> {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  chmodSync(dir, 0o700);
  const server = createServer();
  const address = await listen(server, socketAddress(dir));
  const environment = openEnvironment({ dir, minFreeBytes });

  async function close(): Promise<void> {
    server.close();
    const socketDir = 'path' in address ? dirname(address.path) : dir;
    if (socketDir !== dir) rmSync(socketDir, { recursive: true, force: true });
    await environment.close();
  }

  try {
    await lock(environment, dir, address);
  } catch (error) {
    await close();
    throw error;
  }

  const catalog = openCatalog(environment);
  const store = { environment, catalog, records: openRecords(environment, catalog), cursors: openCursors() };
  const write = createGroupCommit(environment, catalog);
  const connections = createConnections(store, write);
  server.on('connection', connections.accept);
  const expiry = setInterval(() => void removeExpired(store, write, new Date()).catch(() => {}), expiryMs);

  async function stop(): Promise<void> {
    clearInterval(expiry);
    connections.closeAll();
    // What was taken in is done first; a write that fails has told its client so.
    await write(() => {}).catch(() => {});
    unlock(environment);
    await close();
  }

  parentPort?.once('message', () => void stop().finally(() => parentPort?.close()));
  tell({ listening: address });
}

serve(workerData as WorkerOptions).catch((error: unknown) => {
  tell({ failed: error instanceof Error ? error.message : String(error) });
  parentPort?.close();
});
