/** What words say by themselves. Pure. */
export type Rule = { id: string; words: readonly string[] };

/** Latin words count as whole words: `car` is not in `scare`. */
function mentionedIn(said: string): (word: string) => boolean {
  const text = ` ${said.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return (word) => text.includes(/\p{Script=Han}/u.test(word) ? word : ` ${word} `);
}

/** The first rule one of whose words was said. */
export function firstMentioned(rules: readonly Rule[], said: string): string | undefined {
  const mentioned = mentionedIn(said);
  return rules.find(({ words }) => words.some(mentioned))?.id;
}
