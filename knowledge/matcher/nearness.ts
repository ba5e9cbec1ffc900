import type { Unit } from './reading.js';

/** A question beside the phrasing of an article that is nearest to it. Shares of what they say, 0 to 1; rare words weigh more. */
export interface Nearness {
  /** How much of the question the phrasing speaks of. */
  near: number;
  /** How much of the phrasing the question speaks of: who asks for a signature does not mean "e-mail on a phone". */
  back: number;
}

export const compare = (question: readonly Unit[], phrasing: readonly Unit[]): Nearness => ({
  near: shareIn(question, phrasing),
  back: shareIn(phrasing, question),
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

function shareIn(units: readonly Unit[], other: readonly Unit[]): number {
  const terms = new Set(other.flatMap((unit) => unit.terms));
  const concepts = new Set(other.flatMap((unit) => unit.concepts));
  let all = 0;
  let shared = 0;
  for (const unit of units) {
    all += unit.weight;
    shared +=
      unit.weight *
      spokenOf(
        unit,
        (term) => terms.has(term),
        (concept) => concepts.has(concept),
      );
  }
  return all === 0 ? 0 : shared / all;
}
