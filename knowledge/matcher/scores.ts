/** Sums per document, with the list of those touched so that clearing costs what was used. Scores are above 0. */
export interface Scores {
  sum: Float32Array;
  touched: Uint32Array;
  count: number;
}

export const createScores = (docs: number): Scores => ({
  sum: new Float32Array(docs),
  touched: new Uint32Array(docs),
  count: 0,
});

export function clearScores(scores: Scores): void {
  for (let i = 0; i < scores.count; i++) scores.sum[scores.touched[i]!] = 0;
  scores.count = 0;
}

export function addScore(scores: Scores, doc: number, score: number): void {
  if (score <= 0) return;
  if (scores.sum[doc] === 0) scores.touched[scores.count++] = doc;
  scores.sum[doc]! += score;
}

/** Keeps the higher of the two. */
export function raiseScore(scores: Scores, doc: number, score: number): void {
  if (scores.sum[doc] === 0) scores.touched[scores.count++] = doc;
  if (score > scores.sum[doc]!) scores.sum[doc] = score;
}

/** The documents with the highest sums, best first. */
export function topOf({ sum, touched, count }: Scores, limit: number): { doc: number; score: number }[] {
  const best: { doc: number; score: number }[] = [];
  let least = 0;
  for (let i = 0; i < count; i++) {
    const doc = touched[i]!;
    const score = sum[doc]!;
    if (best.length === limit && score <= least) continue;
    let at = best.length;
    while (at > 0 && best[at - 1]!.score < score) at--;
    best.splice(at, 0, { doc, score });
    if (best.length > limit) best.pop();
    least = best.at(-1)!.score;
  }
  return best;
}
