import { join } from 'node:path';
import mongoose from 'mongoose';
import { withoutSecrets } from '../errors.js';
import { startEmbeddedStore } from './embedded/index.js';

export interface StoreOptions {
  /** MONGODB_URI; without it the embedded store in `dataDir` is used. */
  uri?: string;
  dataDir: string;
  /** The database; that of the address unless told. */
  dbName?: string;
  /** The bundled worker of the embedded store, when it is not beside the running program. */
  workerUrl?: URL;
}

export interface StoreConnection {
  connection: mongoose.Connection;
  uri: string;
  kind: 'embedded' | 'mongodb';
  /** Rejects when the store does not answer. */
  ping(): Promise<void>;
  /** Resolves with the reason when the embedded store ends by itself; a MongoDB that is away comes back. */
  broken: Promise<Error>;
  close(): Promise<void>;
}

/** The database of an address that names none: the driver's own choice would be one called `test`. */
export const STANDARD_DATABASE = 'deskhand';

/** Whether an address of MongoDB says which database to use. */
export const namesDatabase = (uri: string): boolean => /^mongodb(\+srv)?:\/\/[^/?]+\/[^?]/.test(uri);

/** How long a MongoDB may take to be found, in milliseconds: an election of a replica set takes up to 12 s. */
const SELECTION_TIMEOUT_MS = 15_000;

/**
 * How long the store may take over one thing, in milliseconds; an address may say otherwise. A command that is not
 * answered fails: people are told so and can ask again, which is safe, where waiting without end is no answer at all.
 */
const LIMITS = {
  serverSelectionTimeoutMS: SELECTION_TIMEOUT_MS,
  connectTimeoutMS: 10_000,
  /** Until a connection of the pool is free. */
  waitQueueTimeoutMS: 10_000,
  /** Until a command is answered: longer than the wait for a majority, so that the server can tell of that itself. */
  socketTimeoutMS: 15_000,
};
/** Until a majority of the replica set has a write. */
const MAJORITY_TIMEOUT_MS = 10_000;

/** Opens the store: MongoDB when an address is given, the embedded store otherwise. */
export async function connectStore({ uri, dataDir, dbName, workerUrl }: StoreOptions): Promise<StoreConnection> {
  const embedded = uri
    ? undefined
    : await startEmbeddedStore({ dir: join(dataDir, 'store'), ...(workerUrl ? { workerUrl } : {}) });
  const address = embedded?.uri ?? uri ?? '';
  try {
    const connection = await open(address, dbName ?? (namesDatabase(address) ? undefined : STANDARD_DATABASE));
    return {
      connection,
      uri: address,
      kind: embedded ? 'embedded' : 'mongodb',
      async ping() {
        await connection.db?.command({ ping: 1 });
      },
      broken: embedded?.died ?? new Promise(() => {}),
      async close() {
        await connection.destroy();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw embedded ? error : unreachable(address, error);
  }
}

async function open(uri: string, dbName: string | undefined): Promise<mongoose.Connection> {
  const said = new URLSearchParams(uri.split('?')[1]?.toLowerCase());
  const limits = Object.entries(LIMITS).filter(([name]) => !said.has(name.toLowerCase()));
  const options: mongoose.ConnectOptions = {
    bufferCommands: false,
    // Whatever the address says: what is acknowledged is safe, and what is read is the latest.
    writeConcern: { w: 'majority', j: true, wtimeoutMS: MAJORITY_TIMEOUT_MS },
    readPreference: 'primary',
    ...(dbName === undefined ? {} : { dbName }),
    ...Object.fromEntries(limits),
  };
  return mongoose.createConnection(uri, options).asPromise();
}

function unreachable(uri: string, error: unknown): Error {
  const reason = error instanceof Error ? error.message : String(error);
  return new Error(
    `MongoDB at ${withoutSecrets(uri).split('?')[0]} (MONGODB_URI) cannot be used: ${withoutSecrets(reason)}. ` +
      'Check the address, that the server runs, and that this machine may reach it (on Atlas: the IP access list); ' +
      'or unset MONGODB_URI to use the embedded store.',
  );
}
