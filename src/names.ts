/** Finds the person that somebody means. Pure. */
import type { Directory, Person } from './people.js';
import { Refusal } from './refusal.js';

/** `me`, `@bao`, `Bao Li`, `bao@example.com`, `agent2`. @throws Refusal when nobody, or more than one, is meant. */
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
  if (near.length > 1)
    throw new Refusal((say) =>
      say.work.severalCalled(
        words,
        near
          .slice(0, 5)
          .map(({ name }) => name)
          .join(', '),
      ),
    );
  return near[0]!;
}
