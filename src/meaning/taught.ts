/** What agents have accepted as a way to ask for an act: such words, or nearly such words, surely mean it. */
import type { Likeness } from '../../knowledge/matcher/index.js';
import type { Intent } from '../language/intents.js';
import type { Meaning } from './meaning.js';

export type TaughtAct = { intent: Intent; words: string };

/** So alike words mean the same. */
const SAME = 0.8;
const SURE = 0.98;

/** @returns the meanings with the taught one first, if the words are like any that was taught. */
export function asTaught(
  words: string,
  meanings: readonly Meaning[],
  taught: readonly TaughtAct[],
  likeness: Likeness,
): Meaning[] {
  const [best] = taught
    .map(({ intent, words: known }) => ({ intent, alike: likeness.between(words, known) }))
    .toSorted((one, other) => other.alike - one.alike);
  if (!best || best.alike < SAME) return [...meanings];
  const others = meanings.filter(({ intent }) => intent !== best.intent);
  const rest = others.reduce((sum, { confidence }) => sum + confidence, 0) || 1;
  return [
    { intent: best.intent, confidence: SURE },
    ...others.map(({ intent, confidence }) => ({ intent, confidence: ((1 - SURE) * confidence) / rest })),
  ];
}
