/** The directory while the desk runs: what is provided is taken up as it comes, and directory.yaml as it is changed. Pure. */
import { createDirectory, type Directory, type Person, type peoplePolicy, type teamsPolicy } from '../people.js';
import type { Provided } from '../provided.js';
import type { z } from 'zod';
import { cyclesIn, goneFrom, newsOf, type Finding } from './findings.js';
import type { Mapping } from './mapping.js';
import { viewOf } from './view.js';

export type LiveDirectory = Directory & {
  /** Takes up what is provided now: from here on, nobody is seen who has left. */
  take(provided: Provided): void;
  /** From here on these are not seen either: an administrator has said that they leave. */
  dismiss(people: ReadonlySet<string>): void;
  /** Anybody who was ever known, as if nobody had left. */
  former(id: string): Person | undefined;
  /** Reads directory.yaml again; a wrong one is told of, and the one before it stays. */
  reread(): void;
  /** The id that people.yaml gives to the person of this address, and whether it gives this id to anybody. */
  onFile: { idOf(email: string): string | undefined; has(id: string): boolean };
  findings(now: Date): Finding[];
  /** Which source rules where two name a person. */
  readonly rules: Mapping['rules'];
  /** What is provided of people, whether they are still here or not. */
  readonly provided: Provided;
};

export function liveDirectory(deps: {
  people: z.infer<typeof peoplePolicy>;
  teams: z.infer<typeof teamsPolicy>;
  provided: Provided;
  mapping: Mapping;
  /** @throws an error that says what is wrong with the file. */
  reread(): Mapping;
}): LiveDirectory {
  const files = { people: deps.people.people, groups: deps.teams.groups };
  const filed = new Map(files.people.map(({ id, email }) => [email, id]));
  const ids = new Set(filed.values());
  let { provided, mapping } = deps;
  let everyone = true;
  let departed: ReadonlySet<string> = new Set();
  let wrong: string | undefined;
  let kept: { directory: Directory; findings: readonly Finding[] } | undefined;

  /** Put together when it is asked for: of many changes in a row, the last one counts. */
  function view() {
    if (kept) return kept;
    const { people, groups, findings } = viewOf(files, mapping, provided, everyone, departed);
    kept = { directory: createDirectory({ people }, { ...deps.teams, groups }), findings };
    return kept;
  }
  const now = () => view().directory;

  return {
    get people() {
      return now().people;
    },
    get groups() {
      return now().groups;
    },
    get defaultGroup() {
      return now().defaultGroup;
    },
    person: (id) => now().person(id),
    byEmail: (email) => now().byEmail(email),
    group: (id) => now().group(id),
    isAgentOf: (person, group) => now().isAgentOf(person, group),
    isAgent: (person) => now().isAgent(person),
    hadAddress: (person, email) =>
      provided.people.get(person)?.former.some(({ value }) => value === email.toLowerCase()) ?? false,
    get isOpen() {
      return provided.people.size > 0;
    },
    take(fresh) {
      provided = fresh;
      everyone = false;
      kept = undefined;
    },
    dismiss(people) {
      if (people.size === departed.size && [...people].every((id) => departed.has(id))) return;
      departed = people;
      kept = undefined;
    },
    former: (id) => viewOf(files, mapping, provided, true).people.find((person) => person.id === id),
    reread() {
      try {
        const fresh = deps.reread();
        wrong = undefined;
        if (fresh.version === mapping.version) return;
        mapping = fresh;
        kept = undefined;
      } catch (error) {
        wrong = (error as Error).message;
      }
    },
    onFile: { idOf: (email) => filed.get(email), has: (id) => ids.has(id) },
    findings: (at) => [
      ...(wrong ? [{ kind: 'mapping-wrong', why: wrong } as const] : []),
      ...mapping.missing(provided.groups).map((name): Finding => ({ kind: 'no-such-group', name })),
      ...goneFrom(files.groups, (id) => now().person(id) !== undefined),
      ...view().findings,
      ...cyclesIn(now().people).map((people): Finding => ({ kind: 'cycle', people })),
      ...newsOf(provided, at),
    ],
    get rules() {
      return mapping.rules;
    },
    get provided() {
      return provided;
    },
  };
}
