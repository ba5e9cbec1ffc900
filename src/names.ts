/** Finds the person that somebody means. Pure. */
import type { Lang } from './card.js';
import type { Directory, Person } from './people.js';
import { Refusal } from './refusal.js';

/** As many of those whom a name may mean are offered. */
const SHOWN = 5;

/** A person told from others of the same name. */
export const titled = ({ name, title, id }: Person, lang: Lang): string => `${name} · ${title[lang]} · @${id}`;

/** More than one person is meant: whoever can offers to choose, and the words name each. */
export class Ambiguous extends Refusal {
  constructor(
    readonly said: string,
    readonly people: readonly Person[],
  ) {
    super((say) => say.work.severalCalled(said, people));
  }
}

/** `me`, `@bao`, `Bao Li`, `bao@example.com`, `agent2`. @throws Refusal when nobody is meant, Ambiguous when more than one. */
export function findPerson(words: string, actor: Person, directory: Directory): Person {
  const said = words.trim().replace(/^@/, '');
  const lower = said.toLowerCase();
  if (['me', 'myself', '我', '自己'].includes(lower)) return actor;
  const exact = directory.person(said) ?? directory.person(lower) ?? directory.byEmail(lower);
  if (exact) return exact;
  const matches = directory.people.filter(({ name }) => name.toLowerCase() === lower);
  const near =
    matches.length > 0
      ? matches
      : directory.people.filter(({ name }) => name.toLowerCase().split(/\s+/).includes(lower));
  if (near.length === 0) throw new Refusal((say) => say.work.nobodyCalled(words));
  if (near.length > 1) throw new Ambiguous(words, near.slice(0, SHOWN));
  return near[0]!;
}
