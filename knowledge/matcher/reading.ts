import type { Glossary } from './glossary.js';
import { kindOf, type Kind } from './kinds.js';
import { detectLanguage } from './language.js';
import type { Judgement } from './phrasing-classifier.js';
import { isHan, isHanPair, normalise, wordsOf } from './text.js';

/** What is known about a question before any article is looked at. */
export interface Reading {
  plain: string;
  kind: Kind;
  /** Each once, in order. */
  words: Word[];
  /** Ideas that some article has, each once. */
  concepts: Weighted[];
  /** Share of its words that no article has and the glossary does not explain. */
  unknown: number;
  /** What it is made of, for telling how much of it an article speaks of. */
  units: Unit[];
  /** What the classifier says, for a bank that has one and a question in its language. */
  judgement: Judgement | undefined;
  /** Only such as "it does not work" and "I need": there is no telling what it is about. */
  isVague: boolean;
  /** Asked in the other language: only ideas and words common to both can be compared. */
  isForeign: boolean;
}

export interface Weighted {
  term: number;
  weight: number;
}

interface Word {
  surface: string;
  /** In the vocabulary, as it is or with a slip corrected. */
  term: number | undefined;
  weight: number;
  /** Ideas of the glossary that it helps to name and that some article has. */
  concepts: number[];
  isPair: boolean;
}

/** A wording of the glossary, or a word by itself. */
export interface Unit {
  terms: number[];
  concepts: number[];
  /** How much it says about what the question is about; rarity comes on top. */
  weight: number;
  /** Named by the glossary, so that an article that lacks it is known to be about something else. */
  isNamed: boolean;
}

/** A word that was corrected may be a word of its own. */
const CORRECTED = 0.8;
/** What a weak idea says, against others. */
const WEAK = 0.35;
/** A Han character by itself is not yet a word. */
const CHARWEAKER = 0.4;
/** What somebody wants is in the first screenful. */
const LONGEST_QUESTION = 1000;

export interface Reader {
  vocabulary: ReadonlyMap<string, number>;
  glossary: Glossary;
  correct(word: string): number | undefined;
  /** Whether some article has the idea. */
  isKnown(concept: number): boolean;
}

export function readQuestion(question: string, reader: Reader): Omit<Reading, 'judgement' | 'isForeign'> {
  const { vocabulary, glossary, correct, isKnown } = reader;
  const plain = glossary.respell(normalise(question.slice(0, LONGEST_QUESTION)), (term) => vocabulary.has(term));
  const { terms, surface, sequence } = wordsOf(plain);
  const names = glossary.namesIn(sequence);
  const ideasOf = new Map<string, number[]>();
  for (const name of names)
    for (const word of new Set(name.words)) {
      const ideas = ideasOf.get(word) ?? [];
      ideasOf.set(word, ideas);
      for (const concept of name.concepts) if (isKnown(concept) && !ideas.includes(concept)) ideas.push(concept);
    }

  const words = new Map<string, Word>();
  terms.forEach((word, i) => {
    if (words.has(word)) return;
    const exact = vocabulary.get(word);
    words.set(word, {
      surface: surface[i]!,
      term: exact ?? (glossary.hasWord(word) ? undefined : correct(word)),
      weight: exact === undefined ? CORRECTED : 1,
      concepts: ideasOf.get(word) ?? [],
      isPair: isHanPair(word),
    });
  });

  const termsOf = (parts: string[]): number[] => parts.flatMap((part) => words.get(part)?.term ?? []);
  const seen = new Set<string>();
  const units: Unit[] = [];
  for (const { words: parts, concepts, isWeak } of names) {
    const key = parts.join(' ');
    if (seen.has(key)) continue;
    seen.add(key);
    units.push({ terms: termsOf(parts), concepts, weight: isWeak ? WEAK : 1, isNamed: !isWeak });
  }
  for (const [word, { term, isPair }] of words) {
    if (isPair || ideasOf.has(word)) continue;
    units.push({
      terms: term === undefined ? [] : [term],
      concepts: [],
      weight: isHan(word) ? CHARWEAKER : 1,
      isNamed: false,
    });
  }

  const single = [...words.values()].filter(({ isPair }) => !isPair);
  const unknown = single.filter(({ term, concepts }) => term === undefined && concepts.length === 0).length;
  /** A word of several ideas means one of them. */
  const meanings = new Map<number, number>();
  for (const name of names) {
    const ideas = name.concepts.filter(isKnown);
    for (const idea of ideas) {
      const weight = (glossary.isWeak(idea) ? WEAK : 1) / Math.sqrt(ideas.length);
      meanings.set(idea, Math.max(weight, meanings.get(idea) ?? 0));
    }
  }
  return {
    plain,
    kind: kindOf(plain, detectLanguage(plain)),
    words: [...words.values()],
    concepts: [...meanings].map(([term, weight]) => ({ term, weight })),
    isVague: units.every(({ weight }) => weight <= WEAK),
    unknown: single.length === 0 ? 1 : unknown / single.length,
    units,
  };
}
