import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { createRespelling, type Respelling } from './respell.js';
import { readYaml, textOf, Unreadable } from './source.js';
import { normalise, sequenceOf } from './text.js';

/** A list, or one text with commas between. */
const Words = z
  .union([z.array(z.string()), z.string().transform((text) => text.split(',').map((word) => word.trim()))])
  .default([]);

/** One idea and the words people use for it, in both languages. */
const Entry = z.strictObject({
  /** Says little by itself about what a question is about: "request", "broken", "computer". */
  weak: z.boolean().default(false),
  en: Words,
  zh: Words,
});
const ENTRY = 'each entry is "- en: words, with, commas" and "zh: words"';
export type GlossaryEntry = z.input<typeof Entry>;

/** A wording found in a text, and the ideas that it names. */
export interface Named {
  concepts: number[];
  /** Stems and Han characters, in order. */
  words: string[];
  isWeak: boolean;
}

export interface Glossary extends Respelling {
  /** The wordings in a sequence of stems and Han characters, the longest at each place. */
  namesIn(sequence: string[]): Named[];
  isWeak(concept: number): boolean;
}

interface Node {
  next: Map<string, Node>;
  concepts: number[];
}
const createNode = (): Node => ({ next: new Map(), concepts: [] });

/** A word may stand in several entries; it then names all of them. */
export function createGlossary(given: GlossaryEntry[]): Glossary {
  const entries = given.map((entry) => Entry.parse(entry));
  const root = createNode();
  const isWeak = (concept: number): boolean => entries[concept]!.weak;
  const wordings: string[] = [];
  entries.forEach(({ en, zh }, concept) => {
    for (const wording of [...en, ...zh].map(normalise)) {
      wordings.push(wording);
      let node = root;
      for (const token of sequenceOf(wording)) {
        let next = node.next.get(token);
        if (!next) node.next.set(token, (next = createNode()));
        node = next;
      }
      if (node !== root && !node.concepts.includes(concept)) node.concepts.push(concept);
    }
  });

  return {
    isWeak,
    ...createRespelling(wordings),
    namesIn(tokens) {
      const found: Named[] = [];
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
        if (longest > 0)
          found.push({ concepts, words: tokens.slice(at, at + longest), isWeak: concepts.every(isWeak) });
        at += Math.max(1, longest);
      }
      return found;
    },
  };
}

export const noGlossary = createGlossary([]);

/** Reads `glossary.yaml`: a list of `{ en, zh, weak? }`. @throws Unreadable with the line and the remedy when it is not that */
export async function loadGlossary(file: string): Promise<Glossary> {
  const { value, lineOf } = readYaml(textOf(await readFile(file)));
  const entries = z.array(Entry).safeParse(value ?? []);
  if (entries.success) return createGlossary(entries.data);
  const { path, message } = entries.error.issues[0]!;
  throw new Unreadable(`wrong in its entry ${String(path[0] ?? '?')}: ${message}`, lineOf(path), ENTRY);
}
