/** Corrects a word the bank does not know to a known word one slip away (insert, drop, change, swap); the commonest wins. */
export function createSpeller(
  vocabulary: ReadonlyMap<string, number>,
  commonness: (term: number) => number,
): (word: string) => number | undefined {
  const isWord = (word: string): boolean => /^[a-z]{4,24}$/.test(word);
  /** Terms by their length: only those of about the same need a look, and most differ from the first letters on. */
  const byLength: number[][] = [];
  const words: string[] = [];
  for (const [word, term] of vocabulary) {
    words[term] = word;
    if (isWord(word)) (byLength[word.length] ??= []).push(term);
  }

  return (word) => {
    if (!isWord(word)) return undefined;
    let best: number | undefined;
    for (const length of [word.length - 1, word.length, word.length + 1]) {
      for (const term of byLength[length] ?? []) {
        if (isOneSlip(word, words[term]!) && (best === undefined || commonness(term) > commonness(best))) best = term;
      }
    }
    return best;
  };
}

/** Whether the Damerau-Levenshtein distance is at most one. */
export function isOneSlip(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  let end = 0;
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end++;
  const differing = short.length - start - end;
  if (long.length > short.length) return differing === 0;
  if (differing <= 1) return true;
  return differing === 2 && short[start] === long[start + 1] && short[start + 1] === long[start];
}
