/** What must not stand in an article: whom it was about, and how to reach them. Pure. */

const LEFT_OUT = '…';

const reachable =
  /<[@#!][^>]*>|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}|@[\p{L}\p{N}._-]+|\+?\d[\d\s()/-]{6,}\d|\b(?:INC|REQ|CHG)-\d+\b/gu;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** @param names of people: each is left out whole, and each of its parts (`Emma Chen`, `Emma`, `Chen`). */
export function withoutPersonal(text: string, names: readonly string[]): string {
  const parts = names.flatMap((name) => [name, ...name.split(/\s+/)]).filter((each) => each.length > 1);
  const known = [...new Set(parts)].toSorted((one, other) => other.length - one.length).map(escaped);
  const someone =
    known.length > 0
      ? new RegExp(`(?<![\\p{Script=Latin}\\p{N}])(?:${known.join('|')})(?![\\p{Script=Latin}\\p{N}])`, 'gu')
      : /(?!)/g;
  return text
    .replace(reachable, LEFT_OUT)
    .replace(someone, LEFT_OUT)
    .replace(/…(?:[^\S\n]*…)+/g, LEFT_OUT);
}
