/** What is said to a store: a relay before it that reads every command, as MongoDB's wire protocol frames it. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { deserialize } from 'bson';

export type Said = {
  name: string;
  collection: string;
  /** It waits for a majority to have it in the journal. */
  isDurable: boolean;
  isWrite: boolean;
  /** When it was said, in milliseconds of the process. */
  at: number;
};

const writes = new Set(['insert', 'update', 'delete', 'findAndModify', 'createIndexes', 'dropIndexes', 'create']);
/** What a driver says of its own accord. */
const own = new Set(['hello', 'ismaster', 'ping', 'endSessions', 'buildInfo', 'isMaster']);
const OP_MSG = 2013;

function read(message: Buffer): Said[] {
  if (message.readInt32LE(12) !== OP_MSG) return [];
  // Flags, then a section of kind 0: the command itself.
  const command = deserialize(message.subarray(21, 21 + message.readInt32LE(21)));
  const [name = ''] = Object.keys(command);
  if (own.has(name)) return [];
  const { writeConcern } = command as { writeConcern?: { w?: unknown } };
  return [
    {
      name,
      collection: String(command[name]),
      isDurable: writeConcern?.w === 'majority',
      isWrite: writes.has(name),
      at: performance.now(),
    },
  ];
}

/**
 * @param uri of the store; the relay's own leads to the same database.
 * @param passes is asked before each command that the driver does not say of its own accord; once it says no, nothing
 *   passes any more in either direction.
 */
export async function relay(uri: string, passes: (said: Said) => boolean = () => true) {
  const url = new URL(uri);
  const socket = decodeURIComponent(url.hostname);
  const behind = () => (socket.includes('/') ? connect(socket) : connect(Number(url.port || 27017), url.hostname));
  let said: Said[] = [];
  let cut = false;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const store = behind();
    for (const each of [client, store]) sockets.add(each.once('close', () => sockets.delete(each)));
    let rest = Buffer.alloc(0);
    client.on('data', (data) => {
      rest = Buffer.concat([rest, data]);
      while (rest.length >= 4 && rest.length >= rest.readInt32LE(0)) {
        const size = rest.readInt32LE(0);
        const message = rest.subarray(0, size);
        rest = rest.subarray(size);
        const heard = read(message);
        said.push(...heard);
        cut ||= !heard.every(passes);
        if (!cut) store.write(message);
      }
    });
    client.on('end', () => store.end());
    store.on('data', (data) => cut || client.write(data));
    store.on('end', () => client.end());
    for (const end of [client, store]) end.on('error', () => [client, store].forEach((each) => each.destroy()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    uri: `mongodb://127.0.0.1:${(server.address() as AddressInfo).port}${url.pathname}?directConnection=true`,
    /** What was said since it was last asked. */
    take(): Said[] {
      const taken = said;
      said = [];
      return taken;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const each of sockets) each.destroy();
      }),
  };
}
export type Relay = Awaited<ReturnType<typeof relay>>;
