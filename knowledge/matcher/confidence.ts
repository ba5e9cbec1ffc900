import type { Bank, Found } from './bank.js';
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
  aside: number;
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
}

const WEIGHTS: Record<'foreign' | 'titles' | 'few' | 'many', Weights> = {
  foreign: { bias: -2.3, gap: 3.2, shared: 2.5, aside: -1.5 },
  titles: {
    bias: -4.57,
    gap: 2.04,
    shared: 1.52,
    aside: -2.97,
    unknown: -1.02,
    length: 1.91,
    near: 2.01,
    back: 4.22,
  },
  few: {
    bias: -4.38,
    gap: 1.25,
    shared: 1.27,
    aside: -1.84,
    length: 1.37,
    near: 0.83,
    back: 1.28,
    concepts: 0.45,
    probability: 1.25,
    evidence: 1.61,
  },
  many: {
    bias: -5.04,
    gap: 1.26,
    shared: 0.91,
    aside: -1.56,
    unknown: 1.13,
    length: 1.7,
    grams: 1.76,
    probability: 1.71,
    evidence: 2.0,
  },
};
/** Units of meaning from which a question is long. */
const LONG = 8;
/** Phrasings per article from which a bank has many. */
const MANY = 12;

/** One input of the confidence, with what it adds to the logarithm of the odds. */
export interface Signal {
  name: keyof Weights;
  value: number;
  adds: number;
}

/**
 * What speaks for and against an article, `next` being the best of the others. One that is not looked at closely, because it
 * would not be offered anyway, is not compared with its nearest phrasing, which costs time and can only speak for it.
 */
export function signalsFor(
  bank: Bank,
  reading: Reading,
  found: Found,
  next: Found | undefined,
  isClose: boolean,
): Signal[] {
  const { shared, aside } = bank.cover(reading, found.doc);
  const { judgement } = reading;
  const learned = bank.phrasings < MANY ? WEIGHTS.few : WEIGHTS.many;
  const weights = reading.isForeign ? WEIGHTS.foreign : judgement ? learned : WEIGHTS.titles;
  const isCompared = isClose && weights.near !== undefined;
  const { near, back } = isCompared ? bank.nearness(reading, found) : { near: 0, back: 0 };
  const values: Record<keyof Weights, number> = {
    bias: 1,
    gap: found.score - (next?.score ?? 0),
    shared,
    aside,
    unknown: reading.unknown,
    length: Math.min(1, reading.units.length / LONG),
    near,
    back,
    grams: found.grams,
    concepts: found.concepts,
    probability: Math.exp(found.logp),
    evidence: found.evidence,
  };
  return (Object.keys(weights) as (keyof Weights)[]).map((name) => ({
    name,
    value: values[name],
    adds: weights[name]! * values[name],
  }));
}

/** Chance between 0 and 1 that an article answers the question; 0 when it speaks of nothing in it. */
export function confidenceOf(signals: readonly Signal[]): number {
  if (signals.some(({ name, value }) => name === 'shared' && value === 0)) return 0;
  return 1 / (1 + Math.exp(-signals.reduce((sum, { adds }) => sum + adds, 0)));
}
