/** Reads a policy file. What is wrong stops the start with the file, the line and the remedy. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

export class PolicyError extends Error {}

export type Policy<T> = {
  value: T;
  /** Changes with the file's content; records pin it. */
  version: string;
  /** Throws a PolicyError that points at this place of the file. */
  wrong(path: readonly (string | number)[], message: string): never;
};

/** @throws PolicyError naming file, line and remedy: file missing, not YAML, or not of the schema's shape. */
export function readPolicy<S extends z.ZodType>(dir: string, file: string, schema: S): Policy<z.infer<S>> {
  const path = join(dir, file);
  let source: string;
  try {
    source = readFileSync(path, 'utf8');
  } catch {
    throw new PolicyError(`${path}: cannot be read; restore the file or point POLICIES_DIR at a folder that has it`);
  }
  const lines = new LineCounter();
  const document = parseDocument(source, { lineCounter: lines });
  const at = (offset: number) => `${basename(dir)}/${file}:${lines.linePos(offset).line}`;

  const wrong = (where: readonly (string | number)[], message: string): never => {
    let node: unknown;
    for (let depth = where.length; depth >= 0 && !node; depth--) node = document.getIn(where.slice(0, depth), true);
    const offset = (node as { range?: [number] } | undefined)?.range?.[0] ?? 0;
    throw new PolicyError(`${at(offset)}: ${where.join('.') || 'the file'}: ${message}`);
  };

  const broken = document.errors[0];
  if (broken) throw new PolicyError(`${at(broken.pos[0])}: not YAML: ${broken.message.split('\n')[0]}`);
  const parsed = schema.safeParse(document.toJS());
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    return wrong(issue.path as (string | number)[], issue.message);
  }
  const version = createHash('sha256').update(source).digest('hex').slice(0, 8);
  return { value: parsed.data, version, wrong };
}

/** The text of a file that a policy names, beside it; nothing when it cannot be read. */
export function readBeside(dir: string, file: string): string | undefined {
  try {
    return readFileSync(join(dir, file), 'utf8');
  } catch {
    return undefined;
  }
}
