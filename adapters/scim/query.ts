/** Filters as the register is asked by them: what can be asked for is listed, and a value is never anything else. Pure. */
import type { Query } from '../../src/provided.js';
import { ScimError } from './errors.js';
import { meantBy, type Filter } from './filter.js';

type Key = { key: string; lower?: true };

const ofUsers: Record<string, Key> = {
  id: { key: '_id' },
  username: { key: 'keys.userName', lower: true },
  externalid: { key: 'keys.externalId' },
  'enterprise.employeenumber': { key: 'keys.employeeNumber' },
  displayname: { key: 'said.displayName' },
  active: { key: 'said.active' },
  emails: { key: 'keys.emails', lower: true },
  'emails.value': { key: 'keys.emails', lower: true },
  'groups.value': { key: 'groups' },
};
const ofGroups: Record<string, Key> = {
  id: { key: '_id' },
  displayname: { key: 'keys.displayName', lower: true },
  externalid: { key: 'keys.externalId' },
  members: { key: 'members' },
  'members.value': { key: 'members' },
};

function queryOf(filter: Filter, keys: Record<string, Key>): Query {
  if ('all' in filter) return { all: filter.all.map((each) => queryOf(each, keys)) };
  if ('any' in filter) return { any: filter.any.map((each) => queryOf(each, keys)) };
  const path = filter.path.toLowerCase();
  if ('where' in filter) {
    const { type = '', value } = meantBy(filter.where);
    if (path !== 'emails' || typeof value !== 'string') throw unknown(`${filter.path}[…]`);
    return { key: 'keys.emails', is: `${String(type)} ${value}`.trimStart().toLowerCase() };
  }
  const known = Object.hasOwn(keys, path) ? keys[path] : undefined;
  if (!known) throw unknown(filter.path);
  const { key, lower } = known;
  if ('present' in filter) return { key, has: true };
  return { key, is: lower && typeof filter.is === 'string' ? filter.is.toLowerCase() : filter.is };
}

const unknown = (path: string) =>
  new ScimError(
    400,
    `The desk cannot be asked by ${path.slice(0, 100)}: ask by userName, externalId or emails`,
    'invalidFilter',
  );

/** @throws ScimError for an attribute that people cannot be asked for by. */
export const usersBy = (filter: Filter): Query => queryOf(filter, ofUsers);
/** @throws ScimError for an attribute that groups cannot be asked for by. */
export const groupsBy = (filter: Filter): Query => queryOf(filter, ofGroups);
