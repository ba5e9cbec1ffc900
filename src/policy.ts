/** Reads a policy file. What is wrong stops the start with the file, the line and the remedy. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { readYaml, textOf, Unreadable } from '../knowledge/matcher/source.js';

export class PolicyError extends Error {}

export type Policy<T> = {
  value: T;
  /** Changes with the file's content; records pin it. */
  version: string;
  /** The file and the line on which this stands: `policies/catalogue.yaml:13`. */
  placeOf(path: readonly (string | number)[]): string;
  /** Throws a PolicyError that points at this place of the file. */
  wrong(path: readonly (string | number)[], message: string): never;
};

/** @throws PolicyError naming file, line and remedy: file missing, not YAML, or not of the schema's shape. */
export function readPolicy<S extends z.ZodType>(dir: string, file: string, schema: S): Policy<z.infer<S>> {
  const source = readBeside(dir, file);
  if (source === undefined)
    throw new PolicyError(
      `${join(dir, file)}: cannot be read; restore the file or point POLICIES_DIR at a folder that has it`,
    );
  const { value, lineOf } = told(dir, file, () => readYaml(source));

  const place = (where: readonly (string | number)[]) => placeOf(dir, file, lineOf(where));
  const wrong = (where: readonly (string | number)[], message: string): never => {
    throw new PolicyError(`${place(where)}: ${where.join('.') || 'the file'}: ${message}`);
  };
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    const path = issue.path as (string | number)[];
    if (issue.code !== 'unrecognized_keys') return wrong(path, issue.message);
    const line = lineOf([...path, issue.keys[0]!]);
    throw new PolicyError(`${placeOf(dir, file, line)}: ${path.join('.') || 'the file'}: ${issue.message}`);
  }
  const version = createHash('sha256').update(source).digest('hex').slice(0, 8);
  return { value: parsed.data, version, placeOf: place, wrong };
}

/** The text of a file that a policy names, beside it; nothing when it cannot be read. @throws PolicyError when it is no text */
export function readBeside(dir: string, file: string): string | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(dir, file));
  } catch {
    return undefined;
  }
  return told(dir, file, () => textOf(bytes));
}

const placeOf = (dir: string, file: string, line: number) => `${basename(dir)}/${file}:${line}`;

/** What is wrong with a file is told with its place. */
function told<T>(dir: string, file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new PolicyError(`${placeOf(dir, file, error.line)}: ${error.message}; ${error.remedy}`);
  }
}
