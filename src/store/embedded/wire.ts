import type { Socket } from 'node:net';
import { readDoc } from './bson/read.js';
import { writeDoc } from './bson/write.js';
import type { Reply, Request } from './commands/command.js';
import type { Room } from './room.js';

/** The MongoDB wire protocol: OP_MSG, and OP_QUERY for the first handshake. */
const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;

const HEADER_BYTES = 16;

/** The largest message a client may send, as `hello` tells it. */
export const MAX_MESSAGE = 48_000_000;

const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
/** Flag bits that a server must understand or refuse; the others are hints. */
const REQUIRED_FLAGS = 0xffff;

export interface Message {
  /** Reads the request; throws a StoreError, to be answered, when its BSON is not sound. */
  read(): Request;
  /** Whether the client waits for an answer. */
  wantsReply: boolean;
  encode(reply: Reply): Buffer;
}

/** Bytes that are not the protocol: the connection that sent them is closed. */
export class ProtocolError extends Error {}

/** Messages up to this need no room of their own, in bytes. */
const SMALL = 65_536;
/** How long a message that has begun may take to come in, in milliseconds. */
const PATIENCE_MS = 30_000;

/**
 * Cuts what a connection sends into messages. A large one is read on when there is room for it; `done` gives that back. A
 * connection that does not send what it announced is closed.
 */
export async function* messagesOf(socket: Socket, room: Room): AsyncGenerator<{ bytes: Buffer; done(): void }> {
  const fill = createFill(socket);
  const head = Buffer.alloc(4);
  while (await fill(head)) {
    const length = head.readInt32LE(0);
    if (length < HEADER_BYTES || length > MAX_MESSAGE) throw new ProtocolError(`a message of ${length} bytes`);
    const done = length > SMALL ? await room.take(length) : () => {};
    const late = setTimeout(() => socket.destroy(), PATIENCE_MS).unref();
    try {
      const bytes = Buffer.allocUnsafe(length);
      head.copy(bytes);
      if (!(await fill(bytes.subarray(head.length)))) return;
      clearTimeout(late);
      yield { bytes, done };
    } finally {
      clearTimeout(late);
      done();
    }
  }
}

/** Fills bytes with what comes next; false when that ends before. */
function createFill(socket: Socket): (into: Buffer) => Promise<boolean> {
  const chunks: AsyncIterator<Buffer> = socket[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  return async (into) => {
    for (let size = 0; ;) {
      const taken = rest.copy(into, size);
      rest = rest.subarray(taken);
      size += taken;
      if (size === into.length) return true;
      const next = await chunks.next();
      if (next.done) return false;
      rest = next.value;
    }
  };
}

/** Reads one message; throws when it is none that the protocol knows. */
export function decode(bytes: Buffer): Message {
  const requestId = bytes.readInt32LE(4);
  const opCode = bytes.readInt32LE(12);
  if (opCode === OP_MSG) return decodeMsg(bytes, requestId);
  if (opCode === OP_QUERY) return decodeQuery(bytes, requestId);
  throw new ProtocolError(`the operation ${opCode}`);
}

function header(length: number, responseTo: number, opCode: number): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES);
  bytes.writeInt32LE(length, 0);
  bytes.writeInt32LE(responseTo, 8);
  bytes.writeInt32LE(opCode, 12);
  return bytes;
}

function decodeMsg(bytes: Buffer, requestId: number): Message {
  const flags = bytes.readUInt32LE(HEADER_BYTES);
  if (flags & REQUIRED_FLAGS & ~(MORE_TO_COME | CHECKSUM_PRESENT)) throw new ProtocolError(`the flags ${flags}`);
  const end = flags & CHECKSUM_PRESENT ? bytes.length - 4 : bytes.length;
  const sequences = new Map<string, Buffer[]>();
  let bodyAt = 0;
  let at = HEADER_BYTES + 4;
  while (at < end) {
    const kind = bytes[at++];
    const size = bytes.readInt32LE(at);
    if (size < 5 || at + size > end) throw new ProtocolError('a section with a wrong length');
    if (kind === 0 && bodyAt === 0) bodyAt = at;
    else if (kind === 1) sequences.set(...readSequence(bytes.subarray(at, at + size)));
    else throw new ProtocolError(`a section of kind ${kind}`);
    at += size;
  }
  if (bodyAt === 0) throw new ProtocolError('a message without a body');
  return {
    read: () => ({ body: readDoc(bytes, bodyAt), sequences }),
    wantsReply: (flags & MORE_TO_COME) === 0,
    encode(reply) {
      const document = writeDoc(reply);
      const length = HEADER_BYTES + 5 + document.length;
      return Buffer.concat([header(length, requestId, OP_MSG), Buffer.alloc(5), document]);
    },
  };
}

function readSequence(section: Buffer): [string, Buffer[]] {
  const nameEnd = section.indexOf(0, 4);
  if (nameEnd < 0) throw new ProtocolError('a section without a name');
  const documents: Buffer[] = [];
  for (let at = nameEnd + 1; at < section.length;) {
    const size = at + 4 <= section.length ? section.readInt32LE(at) : 0;
    if (size < 5 || at + size > section.length) throw new ProtocolError('a document with a wrong length');
    documents.push(section.subarray(at, at + size));
    at += size;
  }
  return [section.toString('utf8', 4, nameEnd), documents];
}

function decodeQuery(bytes: Buffer, requestId: number): Message {
  const nameEnd = bytes.indexOf(0, HEADER_BYTES + 4);
  const namespace = bytes.toString('utf8', HEADER_BYTES + 4, nameEnd);
  if (nameEnd < 0 || !namespace.endsWith('.$cmd')) throw new ProtocolError('OP_QUERY is for commands only');
  return {
    read: () => ({
      body: readDoc(bytes, nameEnd + 9).set('$db', namespace.slice(0, -'.$cmd'.length)),
      sequences: new Map(),
    }),
    wantsReply: true,
    encode(reply) {
      const document = writeDoc(reply);
      const fields = Buffer.alloc(20);
      fields.writeInt32LE(8, 0); // AwaitCapable, as servers answer
      fields.writeInt32LE(1, 16); // one document
      return Buffer.concat([header(HEADER_BYTES + 20 + document.length, requestId, OP_REPLY), fields, document]);
    },
  };
}
