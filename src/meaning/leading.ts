/** Which words led to a meaning: how much less likely it is without each. */
import type { Meant } from '../../knowledge/matcher/index.js';
import { tokensOf } from '../language/tokens.js';

/** The most words that are tried, and the most that are told. */
const TRIED = 40;
const TOLD = 4;
/** A word that matters less led to nothing. */
const LEAST = 0.02;

/** The words in the order of their weight; Chinese ones by two characters. */
export function leadingWords(
  words: string,
  intent: string,
  listen: (words: string) => readonly Meant<string>[],
): { term: string; weight: number }[] {
  const chance = (said: string): number => listen(said).find((each) => each.intent === intent)?.confidence ?? 0;
  const whole = chance(words);
  const tokens = tokensOf(words).slice(0, TRIED);
  const pieces = tokens.flatMap(({ from, to, text }, i) => {
    const next = tokens[i + 1];
    const isHan = /\p{Script=Han}/u.test(text);
    if (!isHan) return /[\p{L}\d]/u.test(text) ? [{ from, to }] : [];
    return next && next.from === to && /\p{Script=Han}/u.test(next.text) ? [{ from, to: next.to }] : [];
  });
  return pieces
    .map(({ from, to }) => ({
      term: words.slice(from, to),
      weight: whole - chance(`${words.slice(0, from)} ${words.slice(to)}`),
    }))
    .filter(({ weight }) => weight >= LEAST)
    .toSorted((one, other) => other.weight - one.weight)
    .slice(0, TOLD);
}
