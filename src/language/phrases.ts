/** Finds many phrases in a text at one pass, each with what it stands for. Pure. */

export type Phrase<Name> = { name: Name; from: number; to: number };

type Node<Name> = { next: Map<string, Node<Name>>; whole: Name[]; begun: Name[] };
const nodeOf = <Name>(): Node<Name> => ({ next: new Map(), whole: [], begun: [] });

const isLetter = (char: string | undefined): boolean => char !== undefined && char >= 'a' && char <= 'z';

/**
 * Phrases in lower case: they begin where a word begins, and go on where it goes on unless they end with `$`.
 * In a script without spaces they are found wherever they are written.
 */
export function phrasesOf<Name>(
  named: Iterable<readonly [Name, readonly string[]]>,
): (plain: string) => Phrase<Name>[] {
  const root = nodeOf<Name>();
  for (const [name, phrases] of named)
    for (const phrase of phrases) {
      const isWhole = phrase.endsWith('$');
      let node = root;
      for (const char of isWhole ? phrase.slice(0, -1) : phrase) {
        if (!node.next.has(char)) node.next.set(char, nodeOf());
        node = node.next.get(char)!;
      }
      (isWhole ? node.whole : node.begun).push(name);
    }
  return (plain) => {
    const found: Phrase<Name>[] = [];
    for (let from = 0; from < plain.length; from++) {
      if (isLetter(plain[from]) && isLetter(plain[from - 1])) continue;
      let node: Node<Name> | undefined = root;
      for (let to = from; node;) {
        node = node.next.get(plain[to++] ?? '');
        if (!node) break;
        for (const name of node.begun) found.push({ name, from, to });
        if (!isLetter(plain[to])) for (const name of node.whole) found.push({ name, from, to });
      }
    }
    return found;
  };
}
