/** What is said to a store: a relay before it that reads every command, as MongoDB's wire protocol frames it. */
import { connect, createServer, type AddressInfo } from 'node:net';
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

/** @param uri of the store; the relay's own leads to the same database. */
export async function relay(uri: string) {
  const url = new URL(uri);
  const socket = decodeURIComponent(url.hostname);
  const behind = () => (socket.includes('/') ? connect(socket) : connect(Number(url.port || 27017), url.hostname));
  let said: Said[] = [];
  const server = createServer((client) => {
    const store = behind();
    let rest = Buffer.alloc(0);
    client.on('data', (data) => {
      rest = Buffer.concat([rest, data]);
      while (rest.length >= 4 && rest.length >= rest.readInt32LE(0)) {
        const size = rest.readInt32LE(0);
        said.push(...read(rest.subarray(0, size)));
        rest = rest.subarray(size);
      }
    });
    client.pipe(store).pipe(client);
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
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
export type Relay = Awaited<ReturnType<typeof relay>>;
