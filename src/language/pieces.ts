/** Texts that are made of nothing but known pieces. */

/** Pieces, each as the source of a pattern; one that could match nothing is of no use. */
export const piecesOf = (sources: readonly string[], flags = ''): RegExp[] =>
  sources.map((source) => new RegExp(source, `${flags}uy`));

/**
 * Whether the words can be cut into such pieces, with `between` skipped after each. Every place is looked at once, so the
 * time grows with the length alone, however ambiguous the pieces are.
 */
export function isMadeOf(words: string, pieces: readonly RegExp[], between: RegExp): boolean {
  const after = (at: number): number => {
    between.lastIndex = at;
    return between.exec(words) ? between.lastIndex : at;
  };
  const reached = new Set([after(0)]);
  for (const at of reached) {
    if (at === words.length) return true;
    for (const piece of pieces) {
      piece.lastIndex = at;
      if (piece.exec(words)?.[0]) reached.add(after(piece.lastIndex));
    }
  }
  return false;
}
