/** What must not stand in an article: whom it was about, and how to reach them. Pure. */

const LEFT_OUT = '…';
/** Longer texts are read up to here: what people say at most. */
const LONGEST = 40_000;

/** Mentions, mail addresses and names after an `@`, phone numbers, numbers of records. */
const reachable =
  /<[@#!][^<>]{0,200}>|(?:(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64})?@[\p{L}\p{N}._-]+|\+?\d[\d\s()/-]{7,40}|\b(?:INC|REQ|CHG)-\d{1,9}\b/gu;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Leaves out each of these people: their whole name and each of its parts (`Emma Chen`, `Emma`, `Chen`). */
export function createRedact(names: readonly string[]): (text: string) => string {
  const parts = names.flatMap((name) => [name, ...name.split(/\s+/)]).filter((each) => each.length > 1);
  const known = [...new Set(parts)].toSorted((one, other) => other.length - one.length).map(escaped);
  const someone =
    known.length > 0
      ? new RegExp(`(?<![\\p{Script=Latin}\\p{N}])(?:${known.join('|')})(?![\\p{Script=Latin}\\p{N}])`, 'gu')
      : /(?!)/g;
  return (text) =>
    text
      .slice(0, LONGEST)
      .replace(reachable, (found) => (/^[+\d]/.test(found) ? `${LEFT_OUT}${/\s*$/.exec(found)![0]}` : LEFT_OUT))
      .replace(someone, LEFT_OUT)
      .replace(/…(?:[^\S\n]*…)+/g, LEFT_OUT);
}
