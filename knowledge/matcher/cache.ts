/**
 * Results that depend on their source alone, kept from one start to the next: parsed YAML, learned weights. Each is a
 * file that is named by the hash of its source and of the code that made it, so what is found is never stale.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';

export interface Cache {
  /** Writes what was made since the cache was opened. Rejects when the disk does. */
  save(): Promise<void>;
  /** Removes what was neither found nor made since the cache was opened. */
  prune(): Promise<void>;
  /** What is asked for later is made anew. */
  close(): void;
}

type Opened = {
  dir: string;
  by: string;
  damaged(reason: string): void;
  used: Set<string>;
  /** Made, and not yet written. */
  fresh: Map<string, Uint8Array>;
};

/** The cache that was opened last; a key has one result, whoever asks. */
let current: Opened | undefined;

const hashOf = (...parts: (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
};

/** What a file has after its checksum. @throws when it is not whole */
function read(file: string): Uint8Array | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const end = bytes.indexOf('\n') + 1;
  const body = bytes.subarray(end);
  if (bytes.toString('latin1', 0, end).trimEnd() !== hashOf(body)) throw new Error('it is damaged');
  return body;
}

/** What was made of the same source before, if the cache has it: a value of one's own. */
export function recall(kind: string, source: string): unknown {
  if (!current) return undefined;
  const { dir, by, used, fresh } = current;
  const key = hashOf(by, kind, source);
  try {
    const body = fresh.get(key) ?? read(join(dir, key));
    if (!body) return undefined;
    used.add(key);
    return deserialize(body);
  } catch (error) {
    current.damaged((error as Error).message);
    return undefined;
  }
}

/** Keeps what was made of a source, and of nothing else. */
export function keep(kind: string, source: string, result: unknown): void {
  if (!current) return;
  const key = hashOf(current.by, kind, source);
  current.used.add(key);
  current.fresh.set(key, serialize(result));
}

/** Another process may write the same at once, so each writes aside and then puts it in its place. */
async function write(file: string, body: Uint8Array): Promise<void> {
  const aside = `${file}.${process.pid}`;
  try {
    await writeFile(aside, Buffer.concat([Buffer.from(`${hashOf(body)}\n`), body]), { mode: 0o600 });
    await rename(aside, file);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
}

/**
 * @param code names the running code: results of other code are not used.
 * @param damaged is told why a file that is there cannot be used; what it had is made anew, and the file with it.
 */
export function openCache(dir: string, code: string, damaged: (reason: string) => void): Cache {
  const own: Opened = {
    dir,
    by: hashOf(code, process.version, process.arch),
    damaged,
    used: new Set(),
    fresh: new Map(),
  };
  current = own;
  return {
    async save() {
      if (own.fresh.size > 0) await mkdir(dir, { recursive: true, mode: 0o700 });
      for (const [key, body] of own.fresh) {
        await write(join(dir, key), body);
        own.fresh.delete(key);
      }
    },
    async prune() {
      const names = await readdir(dir);
      await Promise.all(
        names.filter((name) => !own.used.has(name)).map((name) => rm(join(dir, name), { recursive: true })),
      );
    },
    close() {
      if (current === own) current = undefined;
    },
  };
}
