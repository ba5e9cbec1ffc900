/** What the owner of the knowledge is told: the week's questions without an answer, and articles due for review. Pure. */
import type { NewEvent, Own, Recorded } from '../history.js';

/** Questions that say one thing: how many, and some of them, the most typical first. */
export type Gap = { count: number; examples: readonly string[] };

type Told = { to: string; from: Date; until: Date } & (
  | { kind: 'gaps'; unanswered: number; gaps: readonly Gap[]; waiting: number }
  | { kind: 'review'; articles: readonly { id: string; title: string; reviewed: string }[] }
);
export type Finding = Recorded & Told;

/** The most groups that a card shows, and the most examples of each. */
const SHOWN = 8;
const EXAMPLES = 4;
const LONGEST = 100;

/** @param groups positions in `words`, the most typical first, the largest group first. */
export const gapsOf = (words: readonly string[], groups: readonly (readonly number[])[]): Gap[] =>
  groups.slice(0, SHOWN).map((group) => ({
    count: group.length,
    examples: [...new Set(group.map((index) => words[index]!.replace(/\s+/g, ' ').trim().slice(0, LONGEST)))].slice(
      0,
      EXAMPLES,
    ),
  }));

/** A week without a gap is recorded, so that it is counted once, and told to nobody. */
export const isTold = (finding: Finding): boolean => finding.kind === 'review' || finding.gaps.length > 0;

export const made = (told: Told): { own: Own<Finding>; events: NewEvent[] } => ({
  own: told,
  events: [{ what: 'made' }],
});
