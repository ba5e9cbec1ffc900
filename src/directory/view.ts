/** The directory as the desk sees it: people.yaml, teams.yaml and what is provided, put together. Pure. */
import { langOfLocale, type Group, type Person } from '../people.js';
import { calledOf, type Provided, type ProvidedPerson } from '../provided.js';
import { isZone } from '../zones.js';
import type { Finding } from './findings.js';
import type { Mapping } from './mapping.js';

export type Files = { people: readonly Person[]; groups: readonly Group[] };

/** Without a title of their own. */
const TITLE = { en: 'Employee', zh: '员工' };

type Held = { entry: ProvidedPerson; email: string };

/** What is provided of a person, where they are given at all; the rest comes from people.yaml or is usual. */
function given({ said }: ProvidedPerson, email: string, manager: string | undefined): Partial<Person> {
  const { title, timezone, enterprise } = said;
  const lang = langOfLocale(said.preferredLanguage ?? said.locale);
  return {
    name: calledOf(said),
    email,
    ...(title ? { title: { en: title, zh: title } } : {}),
    ...(enterprise?.department ? { department: enterprise.department } : {}),
    ...(lang ? { lang } : {}),
    ...(timezone && isZone(timezone) ? { zone: timezone } : {}),
    ...(manager ? { manager } : {}),
  };
}

/** People by whatever a provider may call a manager: the id best of all. */
function calledBy(
  entries: readonly ProvidedPerson[],
  people: readonly Person[],
): (called: string) => string | undefined {
  const ids = new Map<string, string>();
  const call = (name: string | undefined, id: string) => name && ids.set(name.toLowerCase(), id);
  for (const { _id, said } of entries) call(said.enterprise?.employeeNumber, _id);
  for (const { _id, said } of entries) call(said.externalId, _id);
  for (const { email, id } of people) call(email, id);
  for (const { _id, address } of entries) call(address?.value, _id);
  for (const { _id, said } of entries) call(said.userName, _id);
  for (const { id } of people) call(id, id);
  for (const { _id } of entries) call(_id, _id);
  return (called) => ids.get(called.trim().toLowerCase());
}

/** An address is of one person: the one whom the policy's source names, else the one who has had it for longest. */
function heldBy(entries: readonly ProvidedPerson[], files: readonly Person[], rules: Mapping['rules']) {
  const held = new Map<string, Held>();
  const findings: Finding[] = [];
  const byEmail = new Map(files.map((person) => [person.email, person]));
  const since = ({ address }: ProvidedPerson) => address?.since.getTime() ?? 0;
  const owners = new Map<string, string>();
  const outdone = new Set<string>();
  for (const entry of entries.toSorted((one, other) => since(one) - since(other))) {
    const own = files.find(({ id }) => id === entry._id);
    const email = (rules === 'file' ? own?.email : undefined) ?? entry.address?.value ?? own?.email;
    if (!email) {
      findings.push({ kind: 'no-address', person: entry._id });
      continue;
    }
    const onFile = byEmail.get(email);
    const other = owners.get(email) ?? (onFile && onFile.id !== entry._id ? onFile.id : undefined);
    if (other && (owners.has(email) || rules === 'file')) {
      findings.push({ kind: 'same-address', people: [other, entry._id], email });
      continue;
    }
    if (other) {
      findings.push({ kind: 'same-address', people: [entry._id, other], email });
      outdone.add(other);
    }
    owners.set(email, entry._id);
    held.set(entry._id, { entry, email });
  }
  return { held, outdone, findings };
}

/**
 * @param everyone also those who have left, so that a policy may name them until it is changed.
 * @param departed those whom the desk lets in no more, whatever is provided of them.
 */
export function viewOf(
  files: Files,
  mapping: Mapping,
  { people, groups }: Provided,
  everyone = false,
  departed: ReadonlySet<string> = new Set(),
) {
  const isHere = ({ _id, left }: ProvidedPerson) => (everyone || !left) && !departed.has(_id);
  const present = [...people.values()].filter(isHere);
  const gone = new Set(
    [...people.keys(), ...departed].filter((id) => !isHere(people.get(id) ?? ({ _id: id } as ProvidedPerson))),
  );
  const onFile = files.people.filter(({ id }) => !gone.has(id));
  const { held, outdone, findings } = heldBy(present, onFile, mapping.rules);
  const called = calledBy(present, onFile);
  const rolesOf = mapping.rolesOf(groups);

  function personOf({ entry, email }: Held, file: Person | undefined): Person {
    const named = entry.said.enterprise?.manager?.value;
    const manager = named ? called(named) : undefined;
    if (named && !manager) findings.push({ kind: 'unknown-manager', person: entry._id, manager: named });
    if (manager === entry._id) findings.push({ kind: 'own-manager', person: entry._id });
    const provided = given(entry, email, manager === entry._id ? undefined : manager);
    const usual = { lang: 'en', zone: 'UTC', vip: false, title: TITLE, accounts: {} } as const;
    const merged = mapping.rules === 'file' ? { ...usual, ...provided, ...file } : { ...usual, ...file, ...provided };
    return { ...merged, id: entry._id, roles: [...(file?.roles ?? []), ...rolesOf(entry)] } as Person;
  }

  const filed = new Map(onFile.map((person) => [person.id, person]));
  const all = [
    ...onFile.filter(({ id }) => !held.has(id) && !outdone.has(id)),
    ...[...held.values()].map((each) => personOf(each, filed.get(each.entry._id))),
  ];
  const ids = new Set(all.map(({ id }) => id));
  const members = mapping.membersOf(
    [...held.values()].map(({ entry }) => entry),
    groups,
  );
  const teams = files.groups.map((group): Group => {
    const mapped = members(group.id);
    const works = [...new Set([...group.members, ...mapped.members])];
    return { ...group, lead: mapped.lead ?? group.lead, members: everyone ? works : works.filter((id) => ids.has(id)) };
  });
  return { people: all, groups: teams, findings };
}
