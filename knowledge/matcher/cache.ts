/**
 * Results that depend on their source alone, kept in a file from one start to the next: parsed YAML, learned weights.
 * Each is found by the hash of its source, and the file names the code that wrote it, so what is found is never stale.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';

export interface Cache {
  /** Why the file that is there cannot be used; all is made anew then, and the file with it. */
  unusable?: string;
  /** Writes what was used since the cache was opened, unless the file has just that. Rejects when the disk does. */
  save(): Promise<void>;
  /** Gives its memory free: what is asked for later is made anew. */
  close(): void;
}

/** Reading larger results takes as long as making them. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Serialized, so that everybody gets a value of their own. */
type Results = Map<string, Uint8Array>;

/** Of the cache that was opened last; a key has one result, whoever asks. */
let current: { found: Results; used: Results } | undefined;

const hashOf = (...parts: (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
};

/** What was made of the same source before, if the cache has it. */
export function recall(kind: string, source: string): unknown {
  const key = hashOf(kind, source);
  const bytes = current?.used.get(key) ?? current?.found.get(key);
  if (!bytes) return undefined;
  current!.used.set(key, bytes);
  return deserialize(bytes);
}

/** Keeps what was made of a source, and of nothing else. */
export function keep(kind: string, source: string, result: unknown): void {
  if (!current) return;
  const bytes = serialize(result);
  if (bytes.length <= MOST_BYTES) current.used.set(hashOf(kind, source), bytes);
}

/** What the file has, when it is whole and of this code. @throws when it is not whole */
async function read(file: string, code: string): Promise<Results> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!bytes) return new Map();
  const end = bytes.indexOf('\n') + 1;
  const [by = '', sum] = bytes.toString('latin1', 0, end).trimEnd().split(' ');
  const body = bytes.subarray(end);
  if (sum !== hashOf(by, body)) throw new Error('it is damaged');
  return by === code ? (deserialize(body) as Results) : new Map();
}

/** @param code names the running code: results of other code are not used. */
export async function openCache(file: string, code: string): Promise<Cache> {
  const by = hashOf(code, process.version, process.arch);
  let found: Results = new Map();
  let unusable: string | undefined;
  try {
    found = await read(file, by);
  } catch (error) {
    unusable = (error as Error).message;
  }
  const used: Results = new Map();
  const own = { found, used };
  current = own;
  return {
    ...(unusable === undefined ? {} : { unusable }),
    async save() {
      if (used.size === own.found.size && [...used.keys()].every((key) => own.found.has(key))) return;
      const saved = new Map(used);
      const body = serialize(saved);
      await mkdir(dirname(file), { recursive: true, mode: 0o700 });
      // Two that write it at once damage it, which is found out; one that is killed leaves no more than this behind.
      const fresh = `${file}.new`;
      try {
        await writeFile(fresh, Buffer.concat([Buffer.from(`${by} ${hashOf(by, body)}\n`), body]), { mode: 0o600 });
        await rename(fresh, file);
      } catch (error) {
        await rm(fresh, { force: true });
        throw error;
      }
      own.found = saved;
    },
    close() {
      if (current === own) current = undefined;
    },
  };
}
