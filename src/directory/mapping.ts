/** directory.yaml: which source rules, and what the desk makes of the groups of an identity provider. Pure. */
import { z } from 'zod';
import type { Role } from '../language/spec.js';
import type { ProvidedGroup, ProvidedPerson } from '../provided.js';

/** A group by its name, or by its external id, at the identity provider. */
const names = z.array(z.string().trim().min(1).max(200)).default([]);

export const mappingPolicy = z.strictObject({
  /** Where people.yaml and the identity provider both name a person. */
  rules: z.enum(['provider', 'file']).default('provider'),
  roles: z.strictObject({ security: names, admin: names }).default({ security: [], admin: [] }),
  /** By the ids of teams.yaml. */
  groups: z.record(z.string(), z.strictObject({ members: names, lead: names })).default({}),
});
type Policy = z.infer<typeof mappingPolicy>;
type Groups = ReadonlyMap<string, ProvidedGroup>;

export type Mapping = Policy & {
  /** Changes with the file's content. */
  version: string;
  /** The roles that a person has by the groups they are in. */
  rolesOf(groups: Groups): (entry: Pick<ProvidedPerson, 'groups'>) => Role[];
  /** Who works in a group of the desk by the groups they are in, and who leads it: of several, the first by id. */
  membersOf(
    entries: readonly ProvidedPerson[],
    groups: Groups,
  ): (group: string) => { members: string[]; lead?: string };
  /** The names for which there is no group. */
  missing(groups: Groups): string[];
};

const finder = (groups: Groups) => {
  const ids = new Map<string, string>();
  for (const { _id, externalId, removed } of groups.values()) if (externalId && !removed) ids.set(externalId, _id);
  for (const { _id, displayName, removed } of groups.values()) if (!removed) ids.set(displayName.toLowerCase(), _id);
  return (name: string) => ids.get(name.toLowerCase()) ?? ids.get(name);
};

export function mappingOf(policy: Policy, version: string): Mapping {
  const roles = Object.entries(policy.roles) as ['security' | 'admin', string[]][];
  return {
    ...policy,
    version,
    rolesOf(groups) {
      const idOf = finder(groups);
      const given = new Map<string, Role[]>();
      for (const [role, among] of roles)
        for (const id of among.flatMap((name) => idOf(name) ?? [])) given.set(id, [...(given.get(id) ?? []), role]);
      return (entry) => [...new Set(entry.groups.flatMap((id) => given.get(id) ?? []))];
    },
    membersOf(entries, groups) {
      const idOf = finder(groups);
      const within = (among: readonly string[]) => {
        const ids = new Set(among.flatMap((name) => idOf(name) ?? []));
        return ids.size === 0
          ? []
          : entries.filter((each) => each.groups.some((id) => ids.has(id))).map(({ _id }) => _id);
      };
      return (group) => {
        const mapped = policy.groups[group];
        const [lead] = within(mapped?.lead ?? []).toSorted();
        return { members: within(mapped?.members ?? []), ...(lead ? { lead } : {}) };
      };
    },
    missing(groups) {
      const idOf = finder(groups);
      const named = [
        ...roles.flatMap(([, among]) => among),
        ...Object.values(policy.groups).flatMap(({ members, lead }) => [...members, ...lead]),
      ];
      return [...new Set(named)].filter((name) => !idOf(name));
    },
  };
}
