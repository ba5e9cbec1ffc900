/** By which words in passing people narrow what waits for them. Pure. */
export const BY_WORD: readonly (readonly [only: string, said: RegExp])[] = [
  ['high', /\bhigh\b|高风险|高危/iu],
  ['medium', /\bmedium\b|中风险|中等风险/iu],
  ['low', /\blow\b|低风险/iu],
  ['access', /\baccess\b|权限/iu],
  ['change', /\bchanges?\b|变更/iu],
];
