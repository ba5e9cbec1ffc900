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
  close(): Promise<void>;
}

/** How long a MongoDB may take to be found, in milliseconds: an election of a replica set takes up to 12 s. */
const SELECTION_TIMEOUT_MS = 15_000;

/** Opens the store: MongoDB when an address is given, the embedded store otherwise. */
export async function connectStore({ uri, dataDir, dbName, workerUrl }: StoreOptions): Promise<StoreConnection> {
  const embedded = uri
    ? undefined
    : await startEmbeddedStore({ dir: join(dataDir, 'store'), ...(workerUrl ? { workerUrl } : {}) });
  const address = embedded?.uri ?? uri ?? '';
  try {
    const connection = await open(address, dbName);
    return {
      connection,
      uri: address,
      kind: embedded ? 'embedded' : 'mongodb',
      async ping() {
        await connection.db?.command({ ping: 1 });
      },
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
  const options: mongoose.ConnectOptions = {
    bufferCommands: false,
    writeConcern: { w: 'majority', journal: true },
  };
  if (dbName !== undefined) options.dbName = dbName;
  if (!/[?&]serverSelectionTimeoutMS=/i.test(uri)) options.serverSelectionTimeoutMS = SELECTION_TIMEOUT_MS;
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
