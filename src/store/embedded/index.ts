import { setTimeout as wait } from 'node:timers/promises';
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
  /** How long the store may take to begin, in milliseconds; a minute unless told. */
  startMs?: number;
}

export interface EmbeddedStore {
  /** The address for MongoDB's driver. */
  uri: string;
  /** Resolves with the reason when the store ends without having been asked to. */
  died: Promise<Error>;
  /** Finishes what was accepted, closes the files and gives the directory free. */
  stop(): Promise<void>;
}

/** Silence after which a store counts as unable to begin: its disk hangs, or it is too large to be looked through. */
const START_MS = 60_000;
/** A store that is asked to stop ends in a few milliseconds; it is waited for no longer, since all that was answered is saved. */
const STOP_MS = 3_000;

/**
 * Starts the embedded store: a server of the MongoDB protocol in a worker thread, for one process at a time.
 * Fails when another process uses the directory, naming it, or when what is in it cannot be used, with the remedy.
 */
export async function startEmbeddedStore(options: EmbeddedStoreOptions): Promise<EmbeddedStore> {
  const { dir, minFreeBytes = 64 * 1024 * 1024, expiryMs = 60_000, startMs = START_MS } = options;
  const workerUrl = options.workerUrl ?? new URL('./store-worker.js', import.meta.url);
  const workerData: WorkerOptions = { dir, minFreeBytes, expiryMs };
  // Flags of the program, such as --inspect or --input-type, are not for the worker.
  const worker = new Worker(workerUrl, { workerData, execArgv: [] });
  const said = new Promise<WorkerMessage>((resolve) => worker.once('message', resolve));
  const ended = new Promise<{ ended: string }>((resolve) => {
    worker.once('error', ({ message }: Error) => resolve({ ended: message }));
    worker.once('exit', (code) => resolve({ ended: `its thread ended with ${code}` }));
  });
  /** Waits for the thread to end, and ends it when it does not, however it is occupied. */
  async function end(): Promise<void> {
    await Promise.race([ended, pause(STOP_MS)]);
    void worker.terminate();
  }

  const late = pause(startMs).then(() => ({ ended: `it has not answered for ${startMs / 1000} s` }));
  const message = await Promise.race([said, ended, late]);
  if ('ended' in message) {
    void worker.terminate();
    throw new Error(
      `The embedded store in ${dir} did not start: ${message.ended}. See whether its disk answers, and start again.`,
    );
  }
  if ('failed' in message) {
    await end();
    throw new Error(message.failed);
  }

  const { listening } = message;
  const host = 'path' in listening ? encodeURIComponent(listening.path) : `127.0.0.1:${listening.port}`;
  let isStopping = false;
  return {
    uri: `mongodb://${host}/deskhand?directConnection=true`,
    died: new Promise((resolve) => {
      void ended.then(({ ended: why }) => {
        if (isStopping) return;
        resolve(new Error(`the embedded store in ${dir} has ended by itself (${why}); what was acknowledged is saved`));
      });
    }),
    async stop() {
      isStopping = true;
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
      worker.postMessage('stop');
      await end();
    },
  };
}

/** Time that passes without keeping the process alive: the store's thread does that. */
const pause = (milliseconds: number) => wait<undefined>(milliseconds, undefined, { ref: false });
