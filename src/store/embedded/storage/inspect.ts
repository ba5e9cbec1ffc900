/**
 * Looks whether LMDB's file is whole, before LMDB opens it: LMDB follows what stands in the file wherever that leads, and
 * ends the process over a wrong byte. Read are the pages of the last transaction, from its root to every leaf (mdb.c:
 * MDB_page_header, MDB_node).
 */
import { Damage, number, openPages, readLast, type Head, type Pages, type Tree } from './head.js';

const HEADER_BYTES = 24;
const NODE_BYTES = 8;
const [BRANCH, LEAF, OVERFLOW] = [1, 2, 4];
/** Of a page's flags, those that say what it is. */
const KINDS = 0x7f;
/** A leaf's value that stands on pages of its own. */
const ELSEWHERE = 1;

type Order = (a: Buffer, b: Buffer) => number;
type Visit = (key: Buffer, value: Buffer) => void;

/** Walks the trees of one state, each page once. */
function createWalk(pages: Pages, { pageSize, lastPage, transaction }: Head) {
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
    const { tree, isInUse } = createWalk(pages, last);
    tree(last.main, Buffer.compare, (key, value) => {
      if (!isSound(key, value)) throw new Damage('a record is not what was written');
    });
    const lists: Buffer[] = [];
    tree(last.free, byNumber, (key, value) => {
      if (key.length !== 8) throw new Damage('its list of free pages is none');
      lists.push(Buffer.from(value));
    });
    for (const list of lists) requireFree(list, last.lastPage, isInUse);
  } finally {
    pages.close();
  }
}
