import { StoreError } from '../errors.js';
import {
  buildInfo,
  create,
  drop,
  dropDatabase,
  endSessions,
  hello,
  listCollections,
  listDatabases,
  ping,
} from './admin.js';
import { aggregate } from './aggregate.js';
import type { Command, Request } from './command.js';
import { distinct } from './distinct.js';
import { explain } from './explain.js';
import { findAndModify } from './find-and-modify.js';
import { count, find, getMore, killCursors } from './find.js';
import { createIndexes, dropIndexes, listIndexes } from './indexes.js';
import { insert, remove, update } from './write.js';

const COMMANDS: Record<string, Command> = {
  aggregate,
  buildInfo,
  buildinfo: buildInfo,
  count,
  create,
  createIndexes,
  delete: remove,
  distinct,
  drop,
  dropDatabase,
  dropIndexes,
  endSessions,
  explain,
  find,
  findAndModify,
  findandmodify: findAndModify,
  getMore,
  hello,
  insert,
  isMaster: hello,
  ismaster: hello,
  killCursors,
  listCollections,
  listDatabases,
  listIndexes,
  ping,
  update,
};

const TRANSACTIONS = new Set(['commitTransaction', 'abortTransaction']);

/** The command of a request: named by the first field of its body. */
export function commandFor({ body }: Request): { name: string; command: Command } {
  const [name = ''] = body.keys();
  if (TRANSACTIONS.has(name) || body.has('startTransaction')) {
    throw new StoreError(20, 'Transaction numbers are only allowed on a replica set member or mongos');
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new StoreError(59, `no such command: '${name}'`);
  return { name, command };
}
