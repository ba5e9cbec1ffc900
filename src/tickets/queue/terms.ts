/** The words that tickets are found by: Latin words in lower case, Han characters alone and in pairs. Pure. */

/** Title and details hold 3,150 characters, of Chinese each of them alone and in a pair; what spells them out may be more. */
const MOST = 8000;
const LONGEST = 40;

export function termsOf(text: string): string[] {
  const terms = new Set<string>();
  for (const [word] of text
    .normalize('NFKC')
    .toLowerCase()
    .matchAll(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu)) {
    if (!/\p{Script=Han}/u.test(word)) terms.add(word.slice(0, LONGEST));
    else for (const term of hanTerms(word)) terms.add(term);
    if (terms.size >= MOST) break;
  }
  return [...terms].slice(0, MOST);
}

function hanTerms(run: string): string[] {
  const characters = Array.from(run);
  return [...characters, ...characters.slice(1).map((character, index) => `${characters[index]!}${character}`)];
}

/** What must be in a ticket for it to be found by these words: pairs say more than single characters. */
export const soughtTerms = (words: string): string[] => {
  const terms = termsOf(words);
  return terms.filter(
    (term) => /^.{2,}$/u.test(term) || !terms.some((other) => other !== term && other.includes(term)),
  );
};
