/** What errors mean, and what may be logged or shown of one: its reason, never a secret that stands in it. Pure. */

const tokens = /xox[a-z]-[\w-]+|xapp-[\w-]+/g;

/** A word with an address in it, without all that stands before its last `@`: passwords hold slashes and signs too. */
function withoutPassword(word: string): string {
  const scheme = word.indexOf('://');
  const at = word.lastIndexOf('@');
  return scheme < 0 || at < scheme ? word : `${word.slice(0, scheme + 3)}${word.slice(at + 1)}`;
}

/** Without the passwords of addresses, the tokens of platforms, and what follows `Bearer`. */
export const withoutSecrets = (text: string): string =>
  text
    .split(/(\s)/)
    .map((word, index, words) => (/^bearer$/i.test(words[index - 2] ?? '') ? '…' : withoutPassword(word)))
    .join('')
    .replace(tokens, '…');

export type Described = { name: string; message?: string; stack?: string; cause?: Described };

/** An error for the log: name, message, place and cause. Nothing else that it carries, which may be what people wrote. */
export function describe(error: unknown): Described {
  if (!(error instanceof Error)) return { name: typeof error, message: withoutSecrets(String(error)).slice(0, 500) };
  const { name, message, stack, cause } = error;
  return {
    name,
    message: withoutSecrets(message),
    ...(stack ? { stack: withoutSecrets(stack) } : {}),
    ...(cause === undefined ? {} : { cause: describe(cause) }),
  };
}

/** Whether the store refused a save because another document has what only one may have. */
export const isDuplicateKey = (error: unknown): boolean => (error as { code?: number }).code === 11000;
