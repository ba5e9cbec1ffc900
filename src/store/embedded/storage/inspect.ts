/**
 * Looks whether LMDB's file is whole, before LMDB opens it: LMDB follows what stands in the file wherever that leads, and
 * ends the process over a wrong byte. Read are the pages of the last transaction, from its root to every leaf; the layout
 * is that of LMDB's data version 2 on machines of 64 bits (mdb.c: MDB_page_header, MDB_meta, MDB_db, MDB_node).
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** What is wrong with the file, in the words of a sentence's end. */
export class Damage extends Error {}

const HEADER_BYTES = 24;
const NODE_BYTES = 8;
const [BRANCH, LEAF, OVERFLOW, META] = [1, 2, 4, 8];
/** Of a page's flags, those that say what it is. */
const KINDS = 0x7f;
/** A leaf's value that stands on pages of its own. */
const ELSEWHERE = 1;
/** Of a tree's flags, those that say how its keys are ordered; free pages are listed by number. */
const ORDERS = 0x7e;
const BY_NUMBER = 8;
const MAGIC = 0xbeefc0de;
const DATA_VERSION = 2;
const NO_PAGE = 0xffffffffffffffffn;

type Tree = { order: number; depth: number; entries: number; root: number | undefined };
type Meta = { pageSize: number; mapSize: number; free: Tree; main: Tree; lastPage: number; transaction: number };

/** Reads a file by its pages. @throws Damage where the file ends before the page does. */
function openPages(file: string) {
  const fd = openSync(file, 'r');
  return {
    size: () => fstatSync(fd).size,
    read(into: Buffer, position: number, what: string): Buffer {
      const read = readSync(fd, into, 0, into.length, position);
      if (read < into.length) throw new Damage(`the file ends within ${what}`);
      return into;
    },
    close: () => closeSync(fd),
  };
}
type Pages = ReturnType<typeof openPages>;

const number = (bytes: Buffer, at: number) => Number(bytes.readBigUInt64LE(at));

function readTree(meta: Buffer, at: number): Tree {
  const root = meta.readBigUInt64LE(at + 40);
  return {
    order: meta.readUInt16LE(at + 4) & ORDERS,
    depth: meta.readUInt16LE(at + 6),
    entries: number(meta, at + 32),
    root: root === NO_PAGE ? undefined : Number(root),
  };
}

function readMeta(pages: Pages, page: 0 | 1, pageSize: number): Meta {
  const bytes = pages.read(Buffer.alloc(168), page * pageSize, 'its head');
  const size = bytes.readUInt32LE(48);
  if (
    number(bytes, 0) !== page ||
    bytes.readUInt16LE(18) !== META ||
    bytes.readUInt32LE(24) !== MAGIC ||
    (bytes.readUInt32LE(28) & 0xffff) !== DATA_VERSION ||
    !(size >= 512 && size <= 65_536 && (size & (size - 1)) === 0)
  )
    throw new Damage('its head is not that of a store');
  return {
    pageSize: size,
    mapSize: number(bytes, 40),
    free: readTree(bytes, 48),
    main: readTree(bytes, 96),
    lastPage: number(bytes, 144),
    transaction: number(bytes, 152),
  };
}

/** The state that the last transaction left. LMDB keeps the one before it too, and would take either for its word. */
function readLast(pages: Pages): Meta {
  const first = readMeta(pages, 0, 0);
  const second = readMeta(pages, 1, first.pageSize);
  if (second.pageSize !== first.pageSize) throw new Damage('its two heads contradict each other');
  return first.transaction >= second.transaction ? first : second;
}

/** The number of the last transaction in the file: it changes while somebody writes. @throws Damage */
export function lastTransaction(file: string): number {
  const pages = openPages(file);
  try {
    return readLast(pages).transaction;
  } finally {
    pages.close();
  }
}

type Order = (a: Buffer, b: Buffer) => number;
type Visit = (key: Buffer, value: Buffer) => void;

/** Walks the trees of one state, each page once. */
function createWalk(pages: Pages, { pageSize, lastPage, transaction }: Meta) {
  // The file may be shorter than its head says, when its last pages are free.
  const reached = new Uint8Array(Math.ceil(pages.size() / pageSize));
  /** One for each level: a page is in use while its children are walked. */
  const buffers: Buffer[] = [];

  function reach(page: number, count: number): void {
    const last = page + count - 1;
    if (!(page >= 2 && last <= lastPage && last < reached.length)) throw new Damage(`page ${last} is not there`);
    for (let each = page; each <= last; each++) {
      if (reached[each]) throw new Damage(`page ${each} is in two places`);
      reached[each] = 1;
    }
  }

  function requireHead(bytes: Buffer, page: number, kind: number): void {
    const isSound =
      number(bytes, 0) === page && number(bytes, 8) <= transaction && (bytes.readUInt16LE(18) & KINDS) === kind;
    if (!isSound) throw new Damage(`page ${page} does not hold what belongs there`);
  }

  /** A value of a leaf: in it, or on pages of its own. */
  function valueOf(leaf: Buffer, page: number, node: number, key: number): Buffer {
    const size = leaf.readUInt32LE(node);
    const flags = leaf.readUInt16LE(node + 4);
    const inside = flags === ELSEWHERE ? 24 : size;
    if ((flags !== 0 && flags !== ELSEWHERE) || key + inside > pageSize)
      throw new Damage(`page ${page} has a value that is none`);
    if (flags === 0) return leaf.subarray(key, key + size);
    const first = number(leaf, key);
    const count = Math.floor((HEADER_BYTES - 1 + size) / pageSize) + 1;
    reach(first, count);
    const bytes = pages.read(Buffer.allocUnsafe(HEADER_BYTES + size), first * pageSize, `page ${first}`);
    requireHead(bytes, first, OVERFLOW);
    if (bytes.readUInt32LE(20) !== count) throw new Damage(`page ${first} does not hold what belongs there`);
    return bytes.subarray(HEADER_BYTES);
  }

  /** Walks what is below a page and counts the entries. Keys ascend, from `low` on and below `high`. */
  function walk(page: number, depth: number, order: Order, visit: Visit, low?: Buffer, high?: Buffer) {
    reach(page, 1);
    const bytes = (buffers[depth] ??= Buffer.allocUnsafe(pageSize));
    pages.read(bytes, page * pageSize, `page ${page}`);
    requireHead(bytes, page, depth === 1 ? LEAF : BRANCH);
    const lower = bytes.readUInt16LE(20);
    const upper = bytes.readUInt16LE(22);
    if (lower < 2 || lower % 2 === 1 || lower > upper || upper > pageSize - HEADER_BYTES)
      throw new Damage(`page ${page} has bounds that are none`);

    const nodes = Array.from({ length: lower / 2 }, (_, index) => {
      const node = bytes.readUInt16LE(HEADER_BYTES + 2 * index) + HEADER_BYTES;
      const end =
        node < HEADER_BYTES + upper || node + NODE_BYTES > pageSize
          ? Infinity
          : node + NODE_BYTES + bytes.readUInt16LE(node + 6);
      if (end > pageSize) throw new Damage(`page ${page} has an entry that is none`);
      return { node, key: bytes.subarray(node + NODE_BYTES, end), end };
    });
    let entries = 0;
    let last: Buffer | undefined;
    for (const [index, { node, key, end }] of nodes.entries()) {
      const isFirstBranch = depth > 1 && index === 0;
      if (!isFirstBranch) {
        const ascends = last ? order(last, key) < 0 : low === undefined || order(low, key) <= 0;
        if (!ascends || (high !== undefined && order(key, high) >= 0)) throw new Damage(`page ${page} is out of order`);
        last = key;
      }
      if (depth === 1) {
        visit(key, valueOf(bytes, page, node, end));
        entries += 1;
      } else {
        const child = bytes.readUInt32LE(node) + bytes.readUInt16LE(node + 4) * 2 ** 32;
        entries += walk(child, depth - 1, order, visit, isFirstBranch ? low : key, nodes[index + 1]?.key ?? high);
      }
    }
    return entries;
  }

  return {
    tree({ root, depth, entries }: Tree, order: Order, visit: Visit): void {
      if (depth > 32) throw new Damage('its head is not that of a store');
      const found = root === undefined ? 0 : walk(root, depth, order, visit);
      if (found !== entries) throw new Damage(`it has ${found} entries instead of ${entries}`);
    },
    isInUse: (page: number) => reached[page] === 1,
  };
}

const byNumber: Order = (a, b) => number(a, 0) - number(b, 0);

/** Free pages by the transaction that freed them: a count of words, then pages, gaps (0) and lengths of runs (negative). */
function requireFree(value: Buffer, lastPage: number, isInUse: (page: number) => boolean): void {
  const words = value.length % 8 === 0 ? value.length / 8 : 0;
  const count = words > 0 ? number(value, 0) : Infinity;
  if (count >= words) throw new Damage('its list of free pages is none');
  for (let word = 1; word <= count; word++) {
    const page = Number(value.readBigInt64LE(8 * word));
    if (Math.abs(page) > lastPage || page === 1 || isInUse(page)) throw new Damage(`page ${page} is free and in use`);
  }
}

/**
 * @param isSound says whether a value is what was written under its key.
 * @throws Damage, or the system's error when the file cannot be read.
 */
export function inspect(file: string, isSound: (key: Buffer, value: Buffer) => boolean): void {
  const pages = openPages(file);
  try {
    const last = readLast(pages);
    const { lastPage, pageSize, mapSize, main, free } = last;
    const isHead = lastPage >= 1 && (lastPage + 1) * pageSize <= mapSize && mapSize < 2 ** 47;
    if (!isHead || main.order !== 0 || free.order !== BY_NUMBER) throw new Damage('its head is not that of a store');
    const { tree, isInUse } = createWalk(pages, last);
    tree(main, Buffer.compare, (key, value) => {
      if (!isSound(key, value)) throw new Damage('a record is not what was written');
    });
    const lists: Buffer[] = [];
    tree(free, byNumber, (key, value) => {
      if (key.length !== 8) throw new Damage('its list of free pages is none');
      lists.push(Buffer.from(value));
    });
    for (const list of lists) requireFree(list, lastPage, isInUse);
  } finally {
    pages.close();
  }
}
