import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { z } from 'zod';

/** Reads a JSON Lines file; a line that does not fit is an error with the file, the line and what is wrong. */
export async function readJsonl<T>(file: string, schema: z.ZodType<T>): Promise<T[]> {
  const rows: T[] = [];
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    number++;
    if (line.trim() === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      throw new Error(`${file}:${number}: not JSON; each line must be one JSON object.`);
    }
    const row = schema.safeParse(value);
    if (!row.success) {
      const issue = row.error.issues[0]!;
      throw new Error(`${file}:${number}: ${issue.path.join('.')}: ${issue.message}`);
    }
    rows.push(row.data);
  }
  return rows;
}

/** Writes one JSON object a line to stdout, and waits where the reader is slow. */
export async function printJsonl(rows: Iterable<unknown>): Promise<void> {
  for (const row of rows) {
    if (!process.stdout.write(`${JSON.stringify(row)}\n`)) await new Promise((go) => process.stdout.once('drain', go));
  }
}

/** Runs a command; what it throws is printed without a stack, and the exit code is 1. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
