/** Corrects a word the bank does not know to a known word one slip away (insert, drop, change, swap); the commonest wins. */
export function createSpeller(
  vocabulary: ReadonlyMap<string, number>,
  commonness: (term: number) => number,
): (word: string) => number | undefined {
  /** Every known word under each of its spellings with one letter dropped. */
  let bySketch: Map<string, number[]> | undefined;
  const words = [...vocabulary.keys()];
  const isWord = (word: string): boolean => /^[a-z]{4,24}$/.test(word);

  const sketchAll = (): Map<string, number[]> => {
    const sketches = new Map<string, number[]>();
    words.forEach((word, term) => {
      if (!isWord(word)) return;
      for (const sketch of sketchesOf(word)) {
        const list = sketches.get(sketch);
        if (list) list.push(term);
        else sketches.set(sketch, [term]);
      }
    });
    return sketches;
  };

  return (word) => {
    if (!isWord(word)) return undefined;
    bySketch ??= sketchAll();
    let best: number | undefined;
    for (const sketch of sketchesOf(word)) {
      for (const term of bySketch.get(sketch) ?? []) {
        if (isOneSlip(word, words[term]!) && (best === undefined || commonness(term) > commonness(best))) best = term;
      }
    }
    return best;
  };
}

const sketchesOf = (word: string): Set<string> => {
  const sketches = new Set([word]);
  for (let i = 0; i < word.length; i++) sketches.add(word.slice(0, i) + word.slice(i + 1));
  return sketches;
};

/** Damerau-Levenshtein distance of exactly one, or none. */
export function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const rest = (x: string, from: number): string => x.slice(from);
  if (a.length > b.length) return rest(a, i + 1) === rest(b, i);
  if (a.length < b.length) return rest(a, i) === rest(b, i + 1);
  if (rest(a, i + 1) === rest(b, i + 1)) return true;
  return a[i] === b[i + 1] && a[i + 1] === b[i] && rest(a, i + 2) === rest(b, i + 2);
}
