/** Measures of answers, on plain numbers. */

/** Chance that an answerable question scores above one that must be refused. */
export function auroc(answerable: number[], refusable: number[]): number {
  const all = [
    ...answerable.map((score) => ({ score, up: true })),
    ...refusable.map((score) => ({ score, up: false })),
  ].toSorted((x, y) => x.score - y.score);
  let ranks = 0;
  for (let from = 0; from < all.length;) {
    let to = from;
    while (to < all.length && all[to]!.score === all[from]!.score) to++;
    // Equal scores share the mean of their ranks.
    for (let i = from; i < to; i++) if (all[i]!.up) ranks += (from + to + 1) / 2;
    from = to;
  }
  const n = answerable.length;
  return (ranks - (n * (n + 1)) / 2) / (n * refusable.length);
}

/** F1 of refusing, at the threshold that suits the scores best. */
export function bestRefusal(answerable: number[], refusable: number[]): number {
  const thresholds = [...answerable, ...refusable].toSorted((x, y) => x - y);
  const step = Math.max(1, Math.floor(thresholds.length / 300));
  let best = 0;
  for (let i = 0; i < thresholds.length; i += step) {
    const right = refusable.filter((score) => score < thresholds[i]!).length;
    const wrong = answerable.filter((score) => score < thresholds[i]!).length;
    best = Math.max(best, (2 * right) / (right + wrong + refusable.length));
  }
  return best;
}

export function macroF1(gold: string[], said: string[]): number {
  const classes = [...new Set(gold)];
  const f1 = classes.map((one) => {
    const hits = gold.filter((label, i) => label === one && said[i] === one).length;
    return (2 * hits) / (gold.filter((label) => label === one).length + said.filter((label) => label === one).length);
  });
  return f1.reduce((sum, each) => sum + each, 0) / classes.length;
}

export const quantile = (numbers: number[], share: number): number =>
  numbers.toSorted((x, y) => x - y)[Math.min(numbers.length - 1, Math.floor(share * numbers.length))]!;

const BINS = 10;

/** Expected calibration error over ten bins: how far what was said is from how often it was right, 0 to 1. */
export function calibrationError(judged: { confidence: number; isRight: boolean }[]): number {
  const bins = Array.from({ length: BINS }, () => 0);
  for (const { confidence, isRight } of judged)
    bins[Math.min(BINS - 1, Math.floor(confidence * BINS))]! += confidence - (isRight ? 1 : 0);
  return bins.reduce((sum, gap) => sum + Math.abs(gap), 0) / judged.length;
}
