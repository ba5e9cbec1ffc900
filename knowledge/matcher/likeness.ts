import { noGlossary, type Glossary } from './glossary.js';
import { isHan, normalise, wordsOf } from './text.js';

export interface Likeness {
  /** How much two short texts speak of the same thing, 0 to 1; texts without words are like nothing. */
  between(one: string, other: string): number;
  /**
   * Puts texts that are like each other together, at least `atLeast` alike on average.
   * Gives positions in `texts`, each once: the largest group first, and in each the most typical text first.
   */
  group(texts: readonly string[], atLeast?: number): number[][];
}

/** What people who report one thing share, on a scale where unrelated questions of a desk are below 0.2. */
export const DUPLICATE_LIKENESS = 0.4;

/** Han characters and their pairs say less than words; a word whose idea is known adds little to it. */
const SHARE = { word: 1, han: 0.4, explained: 0.4, idea: 1, weak: 0.6 };

/** Texts whose meaning is kept: a desk compares each new title with the same recent ones. */
const KEPT = 2000;

interface Meaning {
  /** A vector of length 1 over words and ideas. */
  vector: ReadonlyMap<string, number>;
  /** Wordings that the glossary knows; any one of the ideas may be meant. */
  named: { ideas: string[]; weight: number }[];
}

/**
 * Cosine over words and ideas: the glossary makes "无线网很慢" like "wifi is slow". It falls by what each of the two names and the
 * other does not: "laptop is slow" and "vpn is slow" are two things. Needs no training.
 */
export function createLikeness(glossary: Glossary = noGlossary): Likeness {
  const kept = new Map<string, Meaning>();
  const meaningOf = (text: string): Meaning => {
    const known = kept.get(text);
    if (known) return known;
    const meaning = read(text);
    if (kept.size >= KEPT) kept.delete(kept.keys().next().value!);
    kept.set(text, meaning);
    return meaning;
  };

  const read = (text: string): Meaning => {
    const { terms, sequence } = wordsOf(normalise(text));
    const names = glossary.namesIn(sequence);
    const named = names.map(({ concepts, isWeak }) => ({
      ideas: concepts.map((concept) => `#${concept}`),
      weight: isWeak ? SHARE.weak : SHARE.idea,
    }));
    const explained = new Set(names.flatMap(({ words }) => words));
    const vector = new Map<string, number>();
    for (const term of terms) {
      const isExplained = Array.from(isHan(term) ? term : [term]).every((part) => explained.has(part));
      vector.set(term, (isHan(term) ? SHARE.han : SHARE.word) * (isExplained ? SHARE.explained : 1));
    }
    for (const { ideas, weight } of named)
      for (const idea of ideas) vector.set(idea, Math.max(vector.get(idea) ?? 0, weight / Math.sqrt(ideas.length)));
    const length = Math.hypot(...vector.values()) || 1;
    for (const [term, weight] of vector) vector.set(term, weight / length);
    return { vector, named };
  };

  return {
    between: (one, other) => compare(meaningOf(one), meaningOf(other)),
    group(texts, atLeast = DUPLICATE_LIKENESS) {
      const meanings = texts.map(meaningOf);
      const groups: number[][] = [];
      const closeness = (text: number, group: number[]): number =>
        group.reduce((sum, other) => sum + (other === text ? 0 : compare(meanings[text]!, meanings[other]!)), 0);
      meanings.forEach((_, text) => {
        let best: number[] | undefined;
        let most = atLeast;
        for (const group of groups) {
          const mean = closeness(text, group) / group.length;
          if (mean >= most) [best, most] = [group, mean];
        }
        if (best) best.push(text);
        else groups.push([text]);
      });
      return groups
        .map((group) => group.toSorted((x, y) => closeness(y, group) - closeness(x, group) || x - y))
        .toSorted((x, y) => y.length - x.length || x[0]! - y[0]!);
    },
  };
}

function compare(one: Meaning, other: Meaning): number {
  return cosine(one.vector, other.vector) * (1 - Math.min(asideOf(one, other), asideOf(other, one)));
}

/** Share of what one names that the other does not speak of, 0 to 1. */
function asideOf({ named }: Meaning, { vector }: Meaning): number {
  let all = 0;
  let aside = 0;
  for (const { ideas, weight } of named) {
    all += weight;
    if (!ideas.some((idea) => vector.has(idea))) aside += weight;
  }
  return all === 0 ? 0 : aside / all;
}

function cosine(one: Meaning['vector'], other: Meaning['vector']): number {
  const [short, long] = one.size < other.size ? [one, other] : [other, one];
  let sum = 0;
  for (const [term, weight] of short) sum += weight * (long.get(term) ?? 0);
  return Math.min(1, sum);
}
