/** People and groups as SCIM shows them. Pure. */
import type { ProvidedGroup, ProvidedPerson, Said } from '../../src/provided.js';
import { ENTERPRISE, GROUP, USER } from './attributes.js';
import type { Values } from './read.js';
import { wrongValue } from './errors.js';

type Named = { id: string; name: string };
export type Resource = Record<string, unknown>;

const meta = (type: 'User' | 'Group', base: string, row: ProvidedPerson | ProvidedGroup) => ({
  resourceType: type,
  created: row.created.toISOString(),
  lastModified: row.touched.toISOString(),
  location: `${base}/${type}s/${encodeURIComponent(row._id)}`,
  version: `W/"${row.version}"`,
});

/** @param nameOf the name of a group. */
export function userResource(row: ProvidedPerson, base: string, nameOf: (group: string) => string): Resource {
  const { enterprise, ...said } = row.said;
  return {
    schemas: enterprise ? [USER, ENTERPRISE] : [USER],
    id: row._id,
    ...said,
    ...(enterprise ? { [ENTERPRISE]: enterprise } : {}),
    groups: row.groups.map((id) => ({ value: id, display: nameOf(id), $ref: `${base}/Groups/${id}` })),
    meta: meta('User', base, row),
  };
}

export const groupResource = (row: ProvidedGroup, base: string, members: readonly Named[] | undefined): Resource => ({
  schemas: [GROUP],
  id: row._id,
  displayName: row.displayName,
  ...(row.externalId ? { externalId: row.externalId } : {}),
  ...(members
    ? {
        members: members.map(({ id, name }) => ({
          value: id,
          display: name,
          $ref: `${base}/Users/${id}`,
          type: 'User',
        })),
      }
    : {}),
  meta: meta('Group', base, row),
});

/** What is said of a person, from what was read. @throws ScimError without a user name */
export function saidIn(values: Values): Said {
  if (typeof values['userName'] !== 'string') throw wrongValue('userName is missing: every person needs one');
  return { ...values, active: values['active'] ?? true } as unknown as Said;
}

/** Only the attributes that were asked for, or all but those that were excluded; by the name before any dot. */
export function chosen(resource: Resource, query: URLSearchParams): Resource {
  const listed = (name: string) =>
    query
      .get(name)
      ?.split(',')
      .map((each) => each.trim().split('.', 1)[0]!.toLowerCase());
  const [wanted, unwanted] = [listed('attributes'), listed('excludedAttributes')];
  const isShown = (name: string) => {
    const lower = name.toLowerCase();
    if (['id', 'schemas', 'meta'].includes(lower)) return true;
    if (wanted)
      return wanted.includes(lower) || (lower.startsWith('urn:') && wanted.some((each) => each.startsWith('urn:')));
    return !unwanted?.includes(lower);
  };
  return Object.fromEntries(Object.entries(resource).filter(([name]) => isShown(name)));
}
