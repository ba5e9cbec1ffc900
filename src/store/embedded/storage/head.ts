/** What stands at the head of LMDB's file: data version 2, on little-endian machines of 64 bits (mdb.c: MDB_meta, MDB_db). */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** What is wrong with the file, in the words of a sentence's end. */
export class Damage extends Error {}

/** Of a page's flags, the one of a head. */
const META = 8;
/** Of a tree's flags, those that say how its keys are ordered; free pages are listed by number. */
const ORDERS = 0x7e;
const BY_NUMBER = 8;
const MAGIC = 0xbeefc0de;
const DATA_VERSION = 2;
const NO_HEAD = 'its head is not that of a store';
const NO_PAGE = 0xffffffffffffffffn;

export type Tree = { order: number; depth: number; entries: number; root: number | undefined };
/** The state that a transaction left: where its trees begin, and how far the file reaches. */
export type Head = { pageSize: number; mapSize: number; free: Tree; main: Tree; lastPage: number; transaction: number };

export type Pages = ReturnType<typeof openPages>;

/** Reads a file by its pages. @throws Damage where the file ends before the page does. */
export function openPages(file: string) {
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

export const number = (bytes: Buffer, at: number): number => Number(bytes.readBigUInt64LE(at));

function readTree(meta: Buffer, at: number): Tree {
  const root = meta.readBigUInt64LE(at + 40);
  return {
    order: meta.readUInt16LE(at + 4) & ORDERS,
    depth: meta.readUInt16LE(at + 6),
    entries: number(meta, at + 32),
    root: root === NO_PAGE ? undefined : Number(root),
  };
}

function readHead(pages: Pages, page: 0 | 1, pageSize: number): Head {
  const bytes = pages.read(Buffer.alloc(168), page * pageSize, 'its head');
  const size = bytes.readUInt32LE(48);
  if (
    number(bytes, 0) !== page ||
    bytes.readUInt16LE(18) !== META ||
    bytes.readUInt32LE(24) !== MAGIC ||
    (bytes.readUInt32LE(28) & 0xffff) !== DATA_VERSION ||
    !(size >= 512 && size <= 65_536 && (size & (size - 1)) === 0)
  )
    throw new Damage(NO_HEAD);
  return {
    pageSize: size,
    mapSize: number(bytes, 40),
    free: readTree(bytes, 48),
    main: readTree(bytes, 96),
    lastPage: number(bytes, 144),
    transaction: number(bytes, 152),
  };
}

/** What the last transaction left. LMDB keeps the state before it too, and would take either for its word. @throws Damage */
export function readLast(pages: Pages): Head {
  const first = readHead(pages, 0, 0);
  const second = readHead(pages, 1, first.pageSize);
  if (second.pageSize !== first.pageSize) throw new Damage('its two heads contradict each other');
  const last = first.transaction >= second.transaction ? first : second;
  const { lastPage, pageSize, mapSize, main, free } = last;
  const isWithin = lastPage >= 1 && (lastPage + 1) * pageSize <= mapSize && mapSize < 2 ** 47;
  if (!isWithin || main.order !== 0 || free.order !== BY_NUMBER || main.depth > 32 || free.depth > 32)
    throw new Damage(NO_HEAD);
  return last;
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
