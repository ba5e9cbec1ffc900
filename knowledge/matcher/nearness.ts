import type { Kind } from './kinds.js';
import type { Unit } from './reading.js';

/** A text as it is compared with others. */
export interface Told {
  units: readonly Unit[];
  kind: Kind;
  terms: ReadonlySet<number>;
  concepts: ReadonlySet<number>;
}

export const toldBy = (units: readonly Unit[], kind: Kind): Told => ({
  units,
  kind,
  terms: new Set(units.flatMap((unit) => unit.terms)),
  concepts: new Set(units.flatMap((unit) => unit.concepts)),
});

/** A question beside the phrasing of an article that is nearest to it. Shares of what they say, 0 to 1; rare words weigh more. */
export interface Nearness {
  /** How much of the question the phrasing speaks of. */
  near: number;
  /** How much of the phrasing the question speaks of: who asks for a signature does not mean "e-mail on a phone". */
  back: number;
  /** The question is of another kind than the phrasing: who or how many, where it tells how to. */
  isOtherKind: boolean;
}

export const compare = (question: Told, phrasing: Told): Nearness => ({
  near: shareIn(question, phrasing),
  back: shareIn(phrasing, question),
  isOtherKind: question.kind !== 'how-to' && phrasing.kind !== question.kind,
});

/** How much of a unit is spoken of, 0 to 1: all of it by any of its ideas, else by its words. */
export function spokenOf(
  { terms, concepts }: Unit,
  hasTerm: (term: number) => boolean,
  hasConcept: (concept: number) => boolean,
): number {
  if (concepts.some(hasConcept)) return 1;
  return terms.length === 0 ? 0 : terms.filter(hasTerm).length / terms.length;
}

function shareIn({ units }: Told, { terms, concepts }: Told): number {
  const hasTerm = (term: number) => terms.has(term);
  const hasConcept = (concept: number) => concepts.has(concept);
  let all = 0;
  let shared = 0;
  for (const unit of units) {
    all += unit.weight;
    shared += unit.weight * spokenOf(unit, hasTerm, hasConcept);
  }
  return all === 0 ? 0 : shared / all;
}
