import type { Bank, Found } from './bank.js';
import type { Language } from './language.js';
import type { Reading } from './reading.js';

/**
 * Weights of a logistic function, fitted on development splits of which a quarter had to be refused (README.md says how).
 * What speaks for an article depends on how much its bank has to learn from, so there is a row for each case.
 */
interface Weights {
  bias: number;
  /** Distance to the next article's score. */
  gap: number;
  /** Share of the question that the article speaks of. */
  shared: number;
  /** Share of it that names what the article lacks. */
  aside?: number;
  /** Share of its words that nobody knows. */
  unknown?: number;
  /** A longer question gives more to go by. */
  length?: number;
  /** Share of it that the nearest phrasing speaks of. */
  near?: number;
  /** Share of that phrasing that the question speaks of. */
  back?: number;
  grams?: number;
  concepts?: number;
  probability?: number;
  evidence?: number;
  /** Another kind of question than the nearest phrasing: who, how many, where that tells how to. */
  kind?: number;
  /** Chance that it is one of the questions that no article answers. */
  unanswered?: number;
}

const WEIGHTS = {
  foreign: { bias: -2.3, gap: 3.2, shared: 2.5, aside: -1.5 },
  titles: {
    en: {
      bias: -2.42,
      gap: 1.12,
      shared: 0.81,
      aside: -1.51,
      unknown: -2.07,
      length: 0.14,
      near: 0.48,
      back: 2.63,
      kind: -2.41,
    },
    zh: {
      bias: -4.5,
      gap: 1.03,
      shared: 2.2,
      aside: -0.18,
      unknown: -1.83,
      length: 1.38,
      near: 0.98,
      back: 2.42,
      kind: -2.13,
    },
  },
  few: {
    en: {
      bias: -5,
      gap: 0.33,
      shared: 2.36,
      length: 3.34,
      back: 1.13,
      probability: 3.86,
      unanswered: -0.7,
      kind: -2.96,
    },
    zh: {
      bias: -4.23,
      gap: 0.39,
      shared: 2.77,
      length: 2.03,
      back: 0.04,
      probability: 3.08,
      unanswered: -1.67,
      kind: -3.28,
    },
  },
  many: {
    bias: -5.99,
    gap: 0.61,
    shared: 1.31,
    length: 1.18,
    back: 0.8,
    probability: 3.08,
    evidence: 2.48,
    unanswered: -1.13,
    kind: -0.32,
  },
} satisfies Record<string, Weights | Record<Language, Weights>>;
/** Units of meaning from which a question is long. */
const LONG = 8;
/** Phrasings per article from which a bank has many. */
const MANY = 50;

/** One input of the confidence, with what it adds to the logarithm of the odds. */
export interface Signal {
  name: keyof Weights;
  value: number;
  adds: number;
}

function weightsFor({ lang, phrasings }: Bank, { isForeign, judgement }: Reading): Weights {
  if (isForeign) return WEIGHTS.foreign;
  if (!judgement) return WEIGHTS.titles[lang];
  return phrasings < MANY ? WEIGHTS.few[lang] : WEIGHTS.many;
}

/** What speaks for and against an article, `next` being the best of the others. */
export function signalsFor(bank: Bank, reading: Reading, found: Found, next: Found | undefined): Signal[] {
  const { judgement } = reading;
  const weights = weightsFor(bank, reading);
  const values: Record<keyof Weights, number> = {
    bias: 1,
    gap: found.score - (next?.score ?? 0),
    shared: found.shared,
    aside: found.aside,
    unknown: reading.unknown,
    length: Math.min(1, reading.units.length / LONG),
    near: found.near,
    back: found.back,
    kind: found.isOtherKind ? 1 : 0,
    grams: found.grams,
    concepts: found.concepts,
    probability: Math.exp(found.logp),
    evidence: found.evidence,
    unanswered: judgement?.unanswered ?? 0,
  };
  return (Object.keys(weights) as (keyof Weights)[]).map((name) => ({
    name,
    value: values[name],
    adds: (weights[name] ?? 0) * values[name],
  }));
}

/** Chance between 0 and 1 that an article answers the question; 0 when it speaks of nothing in it. */
export function confidenceOf(signals: readonly Signal[]): number {
  if (signals.some(({ name, value }) => name === 'shared' && value === 0)) return 0;
  return 1 / (1 + Math.exp(-signals.reduce((sum, { adds }) => sum + adds, 0)));
}
