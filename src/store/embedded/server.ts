import type { Socket } from 'node:net';
import { integer } from './bson/types.js';
import type { Writable } from './bson/write.js';
import { checkOptions, type Reply, type Request, type Store } from './commands/command.js';
import { commandFor } from './commands/registry.js';
import { StoreError } from './errors.js';
import type { Write } from './group-commit.js';
import { createRoom } from './room.js';
import { decode, messagesOf } from './wire.js';

export interface Connections {
  accept(socket: Socket): void;
  closeAll(): void;
}

/** Serves the MongoDB wire protocol over a store, connection by connection. */
export function createConnections(store: Store, write: Write): Connections {
  const sockets = new Set<Socket>();
  const room = createRoom();

  async function execute(read: () => Request): Promise<Reply> {
    try {
      const request = read();
      const { name, command } = commandFor(request);
      checkOptions(name, command, request);
      return await (command.kind === 'read' ? command.run(store, request) : write(() => command.run(store, request)));
    } catch (error) {
      return errorReply(error);
    }
  }

  /** Requests of one connection are answered in their order, and no faster than it reads. */
  async function serve(socket: Socket): Promise<void> {
    for await (const { bytes, done } of messagesOf(socket, room)) {
      const { read, wantsReply, encode } = decode(bytes);
      const reply = await execute(read);
      done();
      if (wantsReply && socket.writable && !socket.write(encode(reply))) await drained(socket);
    }
  }

  return {
    accept(socket) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      // A client that sends garbage, or hangs up in the middle, loses this connection and nothing else.
      socket.on('error', () => socket.destroy());
      serve(socket).catch(() => socket.destroy());
    },
    closeAll() {
      for (const socket of sockets) socket.destroy();
    },
  };
}

const drained = (socket: Socket) =>
  new Promise<void>((resolve) => socket.once('drain', resolve).once('close', resolve));

function errorReply(error: unknown): Reply {
  const known = error instanceof StoreError ? error : new StoreError(1, `The embedded store failed: ${String(error)}`);
  return new Map<string, Writable>([
    ['ok', 0],
    ['errmsg', known.message],
    ['code', integer(known.code)],
    ['codeName', known.codeName],
    ...(Object.entries(known.details) as [string, Writable][]),
  ]);
}
