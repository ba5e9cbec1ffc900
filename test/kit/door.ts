/** A door in front of a server, which can be made to swallow everything, as a broken network does. */
import { createServer, connect, type AddressInfo, type NetConnectOpts, type Socket } from 'node:net';

export type Door = {
  port: number;
  /** From now on nothing goes through, and nobody is told. */
  hang(): void;
  /** All that waits goes through. */
  resume(): void;
  /** Connections are refused, and those that are there break. */
  lock(): Promise<void>;
};

export async function openDoor(to: NetConnectOpts): Promise<Door> {
  const sockets = new Set<Socket>();
  let isHanging = false;
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    if (isHanging) socket.pause();
  };
  const server = createServer((client) => {
    const inside = connect(to);
    const ways = [
      [client, inside],
      [inside, client],
    ] as const;
    for (const [from, into] of ways) {
      from.on('data', (data) => void into.write(data)).on('close', () => into.destroy());
      keep(from);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    hang() {
      isHanging = true;
      for (const socket of sockets) socket.pause();
    },
    resume() {
      isHanging = false;
      for (const socket of sockets) socket.resume();
    },
    async lock() {
      if (!server.listening) return;
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
