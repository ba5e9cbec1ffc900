/** Words, numbers, Chinese characters and signs of a text, one after the other. Pure. */

export type Token = {
  /** In lower case, full-width signs as ASCII has them. */
  text: string;
  /** As it was written. */
  written: string;
  /** Where it begins and ends in the text. */
  from: number;
  to: number;
};

/** More of a text names nothing that is looked for. */
const LONGEST = 2000;
const PIECE = /\d+|\p{Script=Han}|[^\P{L}\p{Script=Han}]+|[^\s\p{L}\d]/gu;

export const tokensOf = (words: string): Token[] =>
  Array.from(words.slice(0, LONGEST).matchAll(PIECE), ({ 0: written, index: from }) => ({
    text: written.normalize('NFKC').toLowerCase(),
    written,
    from,
    to: from + written.length,
  }));

const numerals = '零一二三四五六七八九十';
const spelled = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** `12`, `十二`, `两`, `twelve`: the number that begins at a token, and how many tokens it takes. */
export function numberAt(tokens: readonly Token[], at: number): { value: number; took: number } | undefined {
  const first = tokens[at]?.text;
  if (first === undefined) return undefined;
  if (/^\d+$/.test(first)) return { value: Number(first), took: 1 };
  if (first === '两') return { value: 2, took: 1 };
  if (spelled.includes(first)) return { value: spelled.indexOf(first), took: 1 };
  let text = '';
  while (text.length < 3 && numerals.includes(tokens[at + text.length]?.text ?? '-'))
    text += tokens[at + text.length]!.text;
  if (text === '') return undefined;
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['', text];
  const digit = (char: string): number => Math.max(0, numerals.indexOf(char.slice(0, 1)));
  const value = text.includes('十') ? 10 * (tens ? digit(tens) : 1) + (ones ? digit(ones) : 0) : digit(ones);
  return { value, took: text.length };
}
