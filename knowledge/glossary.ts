import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { normalise, wordsOf } from './text.js';

/** One idea and the words people use for it, in both languages. */
const Entry = z.object({ en: z.array(z.string()).default([]), zh: z.array(z.string()).default([]) });
export type GlossaryEntry = z.infer<typeof Entry>;

export interface Glossary {
  /** The ideas named in a sequence of stems and Han characters, and the words that name them: the longest wording at each place. */
  conceptsOf(sequence: string[]): { concept: number; words: string[] }[];
  size: number;
}

interface Node {
  next: Map<string, Node>;
  concepts: number[];
}
const createNode = (): Node => ({ next: new Map(), concepts: [] });

/** A word may stand in several entries; it then names all of them. */
export function createGlossary(entries: GlossaryEntry[]): Glossary {
  const root = createNode();
  entries.forEach(({ en, zh }, concept) => {
    for (const wording of [...en, ...zh]) {
      let node = root;
      for (const token of wordsOf(normalise(wording)).sequence) {
        let next = node.next.get(token);
        if (!next) node.next.set(token, (next = createNode()));
        node = next;
      }
      if (node !== root && !node.concepts.includes(concept)) node.concepts.push(concept);
    }
  });

  return {
    size: entries.length,
    conceptsOf(tokens) {
      const found: { concept: number; words: string[] }[] = [];
      for (let at = 0; at < tokens.length;) {
        let node: Node | undefined = root;
        let longest = 0;
        let concepts: number[] = [];
        for (let end = at; end < tokens.length; end++) {
          node = node.next.get(tokens[end]!);
          if (!node) break;
          if (node.concepts.length > 0) {
            longest = end - at + 1;
            concepts = node.concepts;
          }
        }
        const words = tokens.slice(at, at + longest);
        for (const concept of concepts)
          if (!found.some((one) => one.concept === concept)) found.push({ concept, words });
        at += Math.max(1, longest);
      }
      return found;
    },
  };
}

export const noGlossary = createGlossary([]);

/** Reads `glossary.yaml`: a list of `{ en: [...], zh: [...] }`. Throws with the remedy when it is not that. */
export async function loadGlossary(file: string): Promise<Glossary> {
  const entries = z.array(Entry).safeParse(parse(await readFile(file, 'utf8')) ?? []);
  if (!entries.success) {
    const issue = entries.error.issues[0]!;
    throw new Error(
      `${file}: entry ${String(issue.path[0] ?? '?')}: ${issue.message}. Each entry is "- en: [words]" and "zh: [words]".`,
    );
  }
  return createGlossary(entries.data);
}
