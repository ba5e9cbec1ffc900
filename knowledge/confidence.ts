import type { Found, Reading } from './bank.js';

/** Chance that the best article answers the question: a logistic function of what was found. */
export function confidenceOf(reading: Reading, found: Found, next: Found | undefined): number {
  const gap = found.score - (next?.score ?? 0);
  const z =
    -3.6 +
    1.5 * found.whole +
    2.2 * found.phrasing +
    2.0 * found.grams +
    0.8 * found.concepts +
    1.5 * gap -
    1.2 * reading.unknown;
  return 1 / (1 + Math.exp(-z));
}
