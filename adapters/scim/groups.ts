/** /Groups: groups and who is in them. */
import type { GroupTold, ProvidedGroup, Register, Saying } from '../../src/provided.js';
import { type Answered, type Asked, listOf, pageOf } from './asked.js';
import { ofGroup } from './attributes.js';
import { ScimError, wrongValue } from './errors.js';
import { readFilter } from './filter.js';
import { patched, readOperations, readPath, type Operation } from './patch.js';
import { groupsBy } from './query.js';
import { readAll, type Values } from './read.js';
import { chosen, groupResource } from './resource.js';

const noSuch = (id: string) => new ScimError(404, `There is no group ${id.slice(0, 100)}`);

/** The ids of the members that a group is said to have; undefined when nothing is said of them. */
const membersIn = (values: Values): string[] | undefined =>
  (values['members'] as Values[] | undefined)?.flatMap(({ value }) => (typeof value === 'string' ? value : []));

function toldIn({ displayName, externalId }: Values): GroupTold {
  if (typeof displayName !== 'string') throw wrongValue('displayName is missing: every group needs one');
  return { displayName, ...(typeof externalId === 'string' ? { externalId } : {}) };
}

const isOfMembers = ({ path, value }: Operation): boolean =>
  path === undefined
    ? Object.keys(value ?? {}).some((key) => readPath(key).name.toLowerCase() === 'members')
    : readPath(path).name.toLowerCase() === 'members';

export function createGroups(groups: Register['groups']) {
  async function join(id: string, members: readonly string[], saying: Saying): Promise<void> {
    const strangers = await groups.join(id, [...new Set(members)], saying);
    if (strangers.length > 0)
      throw wrongValue(`These members are no users: ${strangers.slice(0, 5).join(', ')}. Provide them first`);
  }

  /** Those who are added come first: if one of them is nobody, nothing has changed. */
  async function become(
    id: string,
    before: readonly string[],
    after: readonly string[],
    saying: Saying,
  ): Promise<void> {
    const [had, has] = [new Set(before), new Set(after)];
    await join(
      id,
      after.filter((each) => !had.has(each)),
      saying,
    );
    await groups.leave(
      id,
      before.filter((each) => !has.has(each)),
      saying,
    );
  }

  async function patch(id: string, operations: readonly Operation[], saying: Saying): Promise<void> {
    const row = await groups.get(id);
    if (!row) throw noSuch(id);
    const told: Values = { displayName: row.displayName, ...(row.externalId ? { externalId: row.externalId } : {}) };
    const concerned = operations.some(isOfMembers);
    const before = concerned ? (await groups.members(id)).map((each) => each.id) : [];
    const values = patched(ofGroup, { ...told, members: before.map((value) => ({ value })) }, operations);
    if (concerned) await become(id, before, membersIn(values) ?? [], saying);
    await groups.change(id, saying, toldIn(values));
  }

  return async (asked: Asked, saying: Saying): Promise<Answered> => {
    const [, id] = asked.path;
    const { query, base } = asked;
    const withMembers =
      !/\bmembers\b/i.test(query.get('excludedAttributes') ?? '') &&
      /^$|\bmembers\b/i.test(query.get('attributes') ?? '');
    const shown = async (row: ProvidedGroup) =>
      chosen(groupResource(row, base, withMembers ? await groups.members(row._id) : undefined), query);
    const found = async (row: ProvidedGroup | undefined): Promise<Answered> => {
      if (!row) throw noSuch(id!);
      return { status: 200, body: await shown(row) };
    };

    if (id === undefined) {
      if (asked.method === 'POST') {
        const values = readAll(ofGroup, await asked.body());
        const row = await groups.create(toldIn(values), saying);
        await join(row._id, membersIn(values) ?? [], saying);
        return { status: 201, body: await shown(row), headers: { location: `${base}/Groups/${row._id}` } };
      }
      if (asked.method !== 'GET') throw new ScimError(405, 'Use GET or POST for /Groups');
      const filter = query.get('filter');
      const page = pageOf(query);
      const { total, rows } = await groups.find(filter ? groupsBy(readFilter(filter)) : undefined, page);
      return { status: 200, body: listOf(await Promise.all(rows.map(shown)), total, page.start) };
    }
    switch (asked.method) {
      case 'GET':
        return found(await groups.get(id));
      case 'PUT': {
        const values = readAll(ofGroup, await asked.body());
        const row = await groups.change(id, saying, toldIn(values));
        if (!row) throw noSuch(id);
        const before = (await groups.members(id)).map((each) => each.id);
        await become(id, before, membersIn(values) ?? [], saying);
        return found(row);
      }
      case 'PATCH':
        await patch(id, readOperations(await asked.body()), saying);
        return found(await groups.get(id));
      case 'DELETE':
        if (!(await groups.remove(id, saying))) throw noSuch(id);
        return { status: 204 };
      default:
        throw new ScimError(405, 'Use GET, PUT, PATCH or DELETE for a group');
    }
  };
}
