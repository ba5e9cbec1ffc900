import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { WorkerMessage, WorkerOptions } from './worker.js';

export interface EmbeddedStoreOptions {
  /** Its own directory, made if missing; nobody but its owner may enter. */
  dir: string;
  /** The bundled worker, when it is not beside the running program. */
  workerUrl?: URL;
  /** Writes are refused while less than this is free on the disk, in bytes; 64 MB unless told. */
  minFreeBytes?: number;
  /** How often expired documents (TTL indexes) are removed, in milliseconds; a minute unless told, as MongoDB does. */
  expiryMs?: number;
}

export interface EmbeddedStore {
  /** The address for MongoDB's driver. */
  uri: string;
  /** Finishes what was accepted, closes the files and gives the directory free. */
  stop(): Promise<void>;
}

/**
 * Starts the embedded store: a server of the MongoDB protocol in a worker thread, for one process at a time.
 * Fails when another process uses the directory, naming it.
 */
export async function startEmbeddedStore(options: EmbeddedStoreOptions): Promise<EmbeddedStore> {
  const { dir, minFreeBytes = 64 * 1024 * 1024, expiryMs = 60_000 } = options;
  const workerUrl = options.workerUrl ?? new URL('./store-worker.js', import.meta.url);
  const workerData: WorkerOptions = { dir, minFreeBytes, expiryMs };
  // Flags of the program, such as --inspect or --input-type, are not for the worker.
  const worker = new Worker(workerUrl, { workerData, execArgv: [] });
  const exited = once(worker, 'exit');
  const [message] = (await once(worker, 'message')) as [WorkerMessage];
  if ('failed' in message) {
    await exited;
    throw new Error(message.failed);
  }
  const { listening } = message;
  const host = 'path' in listening ? encodeURIComponent(listening.path) : `127.0.0.1:${listening.port}`;
  return {
    uri: `mongodb://${host}/deskhand?directConnection=true`,
    async stop() {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
      worker.postMessage('stop');
      await exited;
    },
  };
}
