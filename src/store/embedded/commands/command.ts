import { readDoc } from '../bson/read.js';
import { show } from '../bson/show.js';
import { isDoc, isTruthy, textOf, type Doc, type Value } from '../bson/types.js';
import type { Writable } from '../bson/write.js';
import { badValue, StoreError, unsupported } from '../errors.js';
import type { Catalog, Collection } from '../storage/catalog.js';
import type { Environment } from '../storage/environment.js';
import type { Records } from '../storage/records.js';
import type { Cursors } from './cursors.js';

/** A command as it came over the wire: its body, and the documents sent beside it by name. */
export interface Request {
  body: Doc;
  sequences: Map<string, Buffer[]>;
}

export type Reply = Map<string, Writable>;

/** What commands work on. */
export interface Store {
  environment: Environment;
  catalog: Catalog;
  records: Records;
  cursors: Cursors;
}

export interface Command {
  /** Writes run in the group commit; reads run at once. */
  kind: 'read' | 'write';
  /** The options it obeys. Every other one is refused by its name. */
  options: readonly string[];
  /** Options it knows and does not obey, tolerated while they are absent, null, false or zero. */
  refused?: readonly string[];
  run(store: Store, request: Request): Reply;
}

/** Options that every command may carry, none of which changes an answer here: one node, every write durable. */
const COMMON = new Set([
  '$db',
  '$readPreference',
  '$clusterTime',
  'lsid',
  'comment',
  'maxTimeMS',
  'readConcern',
  'writeConcern',
  'apiVersion',
]);

export function checkOptions(name: string, { options, refused = [] }: Command, request: Request): void {
  for (const [option, value] of [...request.body].slice(1)) {
    if (options.includes(option) || COMMON.has(option)) continue;
    if (option === 'collation' && isDoc(value) && value.get('locale') === 'simple') continue;
    if (option === 'txnNumber' || option === 'startTransaction' || option === 'autocommit') {
      throw new StoreError(20, 'Transaction numbers are only allowed on a replica set member or mongos');
    }
    if (!refused.includes(option)) throw new StoreError(40415, `BSON field '${name}.${option}' is an unknown field.`);
    if (isTruthy(value)) throw unsupported(`the option ${option} of ${name}`);
  }
  for (const option of request.sequences.keys()) {
    if (!options.includes(option)) throw new StoreError(40415, `BSON field '${name}.${option}' is an unknown field.`);
  }
  checkConcerns(request.body);
}

function checkConcerns(body: Doc): void {
  const read = body.get('readConcern');
  const level = isDoc(read) ? textOf(read.get('level') ?? 'local') : 'local';
  if (!['local', 'available', 'majority', 'linearizable'].includes(level))
    throw unsupported(`the read concern ${level}`);
  const write = body.get('writeConcern');
  const w = isDoc(write) ? write.get('w') : undefined;
  if (typeof w === 'string' ? w !== 'majority' : Number(w ?? 1) > 1) {
    throw badValue("cannot use 'w' > 1 when a host is not replicated");
  }
}

export const databaseOf = ({ body }: Request): string => textOf(body.get('$db'));

/** The namespace a command names by its first field. */
export function namespaceOf(request: Request, field?: string): { db: string; name: string } {
  const [value] = field === undefined ? request.body.values() : [request.body.get(field)];
  if (typeof value !== 'string' || value === '' || value.includes('\0') || value.startsWith('$')) {
    throw new StoreError(73, `Invalid collection name: ${show(value ?? null)}`);
  }
  return { db: databaseOf(request), name: value };
}

export const collectionOf = ({ catalog }: Store, request: Request, field?: string): Collection | undefined => {
  const { db, name } = namespaceOf(request, field);
  return catalog.find(db, name);
};

export function documentOption(body: Doc, name: string): Doc | undefined {
  const value = body.get(name);
  if (value === undefined || value === null) return undefined;
  if (!isDoc(value)) throw new StoreError(14, `BSON field '${name}' is the wrong type, expected type 'object'`);
  return value;
}

/** Documents of a command, whether sent in its body or beside it. */
export function documentsOf(request: Request, name: string): Doc[] {
  const beside = request.sequences.get(name);
  if (beside) return beside.map((bytes) => readDoc(bytes));
  const value = request.body.get(name);
  if (!Array.isArray(value)) throw new StoreError(40414, `BSON field '${name}' is missing but a required field`);
  return value.map((item: Value) => {
    if (!isDoc(item)) throw new StoreError(14, `BSON field '${name}' must hold documents`);
    return item;
  });
}

export const ok = (fields: Record<string, Writable> = {}): Reply => new Map([...Object.entries(fields), ['ok', 1]]);
