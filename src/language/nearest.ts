/** Which word was meant by one that is misspelt. Pure. */

/** Letters added, dropped, changed or swapped with their neighbour to come from one word to the other. */
export function distance(one: string, other: string): number {
  const [a, b] = [Array.from(one), Array.from(other)];
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same, swapped ? before[j - 2]! + 1 : Infinity));
    }
    [before, last] = [last, row];
  }
  return last[b.length]!;
}

/** The candidates in the order of how little they differ from the word. */
export const nearest = (word: string, candidates: readonly string[]): string[] =>
  candidates
    .map((each) => ({ each, far: distance(word.slice(0, 40).toLowerCase(), each) }))
    .toSorted((one, other) => one.far - other.far)
    .map(({ each }) => each);

/** Chinese writes on without a space where a number or a Latin word begins. */
export const firstWord = (words: string): string => /^(?:\p{Script=Han}+|[^\s:：,，]*)/u.exec(words)![0];

/** Whether a word is so near to another that it was likely meant: one letter, in long words two; one Chinese character. */
export function isMisspelt(word: string, meant: string): boolean {
  const far = distance(word.slice(0, 40).toLowerCase(), meant);
  const isChinese = /^\p{Script=Han}{2,}$/u;
  if (isChinese.test(word)) return isChinese.test(meant) && far === 1;
  return word.length >= 4 && far > 0 && far <= (word.length > 5 ? 2 : 1);
}
