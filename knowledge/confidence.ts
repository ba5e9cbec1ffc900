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
  coverage: number;
  /** Share of it that is about something else. */
  foreign?: number;
  grams?: number;
  concepts?: number;
  probability?: number;
  evidence?: number;
  familiar?: number;
}

const WEIGHTS: Record<'foreign' | 'titles' | 'few' | 'many', Weights> = {
  foreign: { bias: -2.3, gap: 3.2, coverage: 2.5 },
  titles: { bias: -2.08, gap: 2.36, coverage: 2.0, grams: 1.94 },
  few: { bias: -2.85, gap: 1.34, coverage: 1.65, concepts: 0.42, probability: 2.14, evidence: 1.17 },
  many: { bias: -3.82, gap: 1.56, coverage: 0.88, probability: 1.63, evidence: 2.11, familiar: 0.43 },
};
/** Phrasings per article from which a bank has many. */
const MANY = 12;

/** Chance between 0 and 1 that an article answers the question, `next` being the best of the others. */
export function confidenceOf(bank: Bank, reading: Reading, found: Found, next: Found | undefined): number {
  const { shared: coverage, foreign } = bank.cover(reading, found.doc);
  if (coverage === 0) return 0;
  const { judgement } = reading;
  const learned = bank.phrasings < MANY ? WEIGHTS.few : WEIGHTS.many;
  const weights = reading.isForeign ? WEIGHTS.foreign : judgement ? learned : WEIGHTS.titles;
  const z =
    weights.bias +
    weights.gap * (found.score - (next?.score ?? 0)) +
    weights.coverage * coverage +
    (weights.foreign ?? 0) * foreign +
    (weights.grams ?? 0) * found.grams +
    (weights.concepts ?? 0) * found.concepts +
    (weights.probability ?? 0) * Math.exp(found.logp) +
    (weights.evidence ?? 0) * found.evidence +
    (weights.familiar ?? 0) * (judgement?.familiar ?? 0);
  return 1 / (1 + Math.exp(-z));
}
