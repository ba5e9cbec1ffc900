/** Reads people.yaml, teams.yaml and directory.yaml and checks that they agree with each other and with what is provided. */
import { peoplePolicy, teamsPolicy } from '../people.js';
import { readBeside, readPolicy } from '../policy.js';
import type { Provided } from '../provided.js';
import { liveDirectory, type LiveDirectory } from './live.js';
import { mappingOf, mappingPolicy, type Mapping } from './mapping.js';

const FILE = 'directory.yaml';
const nobody: Provided = { people: new Map(), groups: new Map() };

/**
 * @param provided by identity providers so far. Policies may name anybody who was ever provided, so that a start is not
 *   refused because somebody has left; call `take` when all policies are read.
 * @throws PolicyError with file, line and remedy.
 */
export function readDirectory(dir: string, provided: Provided = nobody): LiveDirectory {
  const people = readPolicy(dir, 'people.yaml', peoplePolicy);
  const teams = readPolicy(dir, 'teams.yaml', teamsPolicy);

  const seen = { ids: new Set<string>(), emails: new Set<string>(), accounts: new Set<string>() };
  people.value.people.forEach(({ id, email, accounts }, index) => {
    if (seen.ids.has(id))
      people.wrong(['people', index, 'id'], `"${id}" is there twice: give each person their own id`);
    if (seen.emails.has(email)) people.wrong(['people', index, 'email'], 'is there twice: one person, one entry');
    seen.ids.add(id);
    seen.emails.add(email);
    for (const platform of ['slack', 'teams'] as const) {
      const account = accounts[platform] && `${platform} ${accounts[platform]}`;
      if (account && seen.accounts.has(account))
        people.wrong(['people', index, 'accounts', platform], 'is there twice: an account is of one person');
      if (account) seen.accounts.add(account);
    }
  });
  const known = (id: string) => seen.ids.has(id) || provided.people.has(id);
  const nobody = (id: string) => `nobody has the id "${id}": add them to people.yaml or correct it here`;

  people.value.people.forEach(({ id, manager }, index) => {
    if (manager !== undefined && !known(manager)) people.wrong(['people', index, 'manager'], nobody(manager));
    if (manager === id) people.wrong(['people', index, 'manager'], 'nobody manages themselves: leave it out');
  });
  const groups = new Set<string>();
  teams.value.groups.forEach((group, index) => {
    groups.add(group.id);
    for (const role of ['lead', 'manager', 'backup'] as const) {
      const id = group[role];
      if (id !== undefined && !known(id)) teams.wrong(['groups', index, role], nobody(id));
    }
    group.members.forEach((id, member) => {
      if (!known(id)) teams.wrong(['groups', index, 'members', member], nobody(id));
    });
    const works = (id: string, ...path: (string | number)[]) => {
      if (!group.members.includes(id) && group.lead !== id)
        teams.wrong(['groups', index, ...path], `"${id}" does not work in ${group.id}: add them to its members`);
    };
    group.rota?.people.forEach((id, turn) => works(id, 'rota', 'people', turn));
    for (const key of ['skills', 'tiers', 'caps'] as const)
      for (const id of Object.keys(group[key])) works(id, key, id);
  });
  if (!groups.has(teams.value.default))
    teams.wrong(['default'], `there is no group "${teams.value.default}": name one of ${[...groups].join(', ')}`);
  const mapping = () => readMapping(dir, groups);
  return liveDirectory({ people: people.value, teams: teams.value, provided, mapping: mapping(), reread: mapping });
}

/** A company without identity provider needs no such file. @throws PolicyError */
function readMapping(dir: string, groups: ReadonlySet<string>): Mapping {
  if (readBeside(dir, FILE) === undefined) return mappingOf(mappingPolicy.parse({}), '');
  const { value, version, wrong } = readPolicy(dir, FILE, mappingPolicy);
  for (const id of Object.keys(value.groups))
    if (!groups.has(id))
      wrong(['groups', id], `there is no group "${id}" in teams.yaml: name one of ${[...groups].join(', ')}`);
  return mappingOf(value, version);
}
