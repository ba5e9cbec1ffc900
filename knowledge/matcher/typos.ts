/** Corrects a word the bank does not know to a known word one slip away (insert, drop, change, swap); the commonest wins. */
export function createSpeller(
  vocabulary: ReadonlyMap<string, number>,
  commonness: (term: number) => number,
): (word: string) => number | undefined {
  const isWord = (word: string): boolean => /^[a-z]{4,24}$/.test(word);
  /** Terms by length and beginning, and by length and end: one slip leaves one of the two as it is. */
  const byEnd = new Map<string, number[]>();
  const words: string[] = [];
  for (const [word, term] of vocabulary) {
    words[term] = word;
    if (!isWord(word)) continue;
    for (const end of endsOf(word, word.length)) {
      const terms = byEnd.get(end);
      if (terms) terms.push(term);
      else byEnd.set(end, [term]);
    }
  }

  return (word) => {
    if (!isWord(word)) return undefined;
    let best: number | undefined;
    for (const length of [word.length - 1, word.length, word.length + 1]) {
      for (const end of endsOf(word, length))
        for (const term of byEnd.get(end) ?? []) {
          if (isOneSlip(word, words[term]!) && (best === undefined || commonness(term) > commonness(best))) best = term;
        }
    }
    return best;
  };
}

/** Letters of an end; longer ones make fewer words alike, and more lists. */
const END = 3;

/** The beginning and the end by which a word of this length is found; a swap between them must leave one whole. */
function endsOf(word: string, length: number): [string, string] {
  const letters = Math.min(END, Math.floor((length - 1) / 2));
  return [`${word.slice(0, letters)}${length}`, `${length}${word.slice(-letters)}`];
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
