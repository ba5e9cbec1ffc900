import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Language } from './language.js';
import { readYaml, textOf, Unreadable } from './source.js';

/** Questions that people ask and no article answers, so that others like them are not taken for one that is answered. */
export type Unanswered = Record<Language, readonly string[]>;

const Questions = z.array(z.string().trim().min(1)).default([]);
const File = z.strictObject({ en: Questions, zh: Questions });

export const noneUnanswered: Unanswered = { en: [], zh: [] };

/** Reads `unanswered.yaml`: `{ en: [questions], zh: [questions] }`. @throws Unreadable with the line and the remedy */
export async function loadUnanswered(file: string): Promise<Unanswered> {
  const { value, lineOf } = readYaml(textOf(await readFile(file)));
  const found = File.safeParse(value ?? {});
  if (found.success) return found.data;
  const { path, message } = found.error.issues[0]!;
  throw new Unreadable(
    `wrong at ${path.join('.')}: ${message}`,
    lineOf(path),
    'write lists of questions under en and zh',
  );
}
