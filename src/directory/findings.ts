/** What administrators should look at in the directory. Pure. */
import type { Group, Person } from '../people.js';
import type { Provided } from '../provided.js';

export type Finding =
  | { kind: 'unknown-manager'; person: string; manager: string }
  | { kind: 'own-manager' | 'no-address'; person: string }
  | { kind: 'cycle'; people: readonly string[] }
  /** The first of them has it; the other cannot be recognised until it is changed. */
  | { kind: 'same-address'; people: readonly [string, string]; email: string }
  | { kind: 'renamed'; person: string; from: string; to: string; at: Date }
  | { kind: 'rehired'; person: string; after: Date; at: Date; other: boolean }
  /** A new person has the address of one who has left. */
  | { kind: 'address-again'; person: string; before: string; email: string }
  /** A policy names somebody who has left. */
  | { kind: 'gone'; person: string; group: string }
  | { kind: 'no-such-group'; name: string }
  | { kind: 'mapping-wrong'; why: string };

const DAY_MS = 86_400_000;
/** Days for which a change is news. */
const NEWS_DAYS = 30;

/** Those who manage each other in a ring, each ring once. */
export function cyclesIn(people: readonly Pick<Person, 'id' | 'manager'>[]): string[][] {
  const above = new Map(people.map(({ id, manager }) => [id, manager]));
  const done = new Set<string>();
  const rings: string[][] = [];
  for (const { id } of people) {
    const path: string[] = [];
    let one: string | undefined = id;
    while (one !== undefined && !done.has(one)) {
      done.add(one);
      path.push(one);
      one = above.get(one);
    }
    const at = one === undefined ? -1 : path.indexOf(one);
    if (at >= 0 && path.length - at > 1) rings.push(path.slice(at));
  }
  return rings;
}

/** What has changed of late and concerns more than the person's own entry. */
export function newsOf({ people }: Provided, now: Date): Finding[] {
  const isNews = (at: Date) => now.getTime() - at.getTime() < NEWS_DAYS * DAY_MS;
  const hadBefore = new Map(
    [...people.values()].flatMap(({ _id, left, address }) => (left && address ? [[address.value, _id] as const] : [])),
  );
  return [...people.values()].flatMap(({ _id: person, left, address, former, back }): Finding[] => {
    if (left || !address) return [];
    const before = hadBefore.get(address.value);
    const renamed = former[0];
    return [
      ...(before ? [{ kind: 'address-again', person, before, email: address.value } as const] : []),
      ...(back && isNews(back.at) ? [{ kind: 'rehired', person, ...back } as const] : []),
      ...(renamed && isNews(renamed.until)
        ? [{ kind: 'renamed', person, from: renamed.value, to: address.value, at: renamed.until } as const]
        : []),
    ];
  });
}

/** Whom groups of the desk are given to in teams.yaml, and who is not there any more. */
export const goneFrom = (groups: readonly Group[], isHere: (id: string) => boolean): Finding[] =>
  groups.flatMap(({ id: group, lead, manager, backup, members }) =>
    [...new Set([lead, manager, ...(backup ? [backup] : []), ...members])]
      .filter((person) => !isHere(person))
      .map((person): Finding => ({ kind: 'gone', person, group })),
  );
