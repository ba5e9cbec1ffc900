/** /Users: people are provided, changed, found and removed. */
import type { Register, Saying } from '../../src/provided.js';
import { type Answered, type Asked, listOf, pageOf } from './asked.js';
import { ofUser } from './attributes.js';
import { ScimError } from './errors.js';
import { readFilter } from './filter.js';
import { patched, readOperations } from './patch.js';
import { usersBy } from './query.js';
import { readAll, type Values } from './read.js';
import { chosen, saidIn, userResource } from './resource.js';

const noSuch = (id: string) => new ScimError(404, `There is no user ${id.slice(0, 100)}`);

export function createUsers(people: Register['people'], nameOf: (group: string) => string) {
  return async (asked: Asked, saying: Saying): Promise<Answered> => {
    const [, id] = asked.path;
    const { query, base } = asked;
    const shown = (row: Parameters<typeof userResource>[0]) => chosen(userResource(row, base, nameOf), query);
    const found = (row: Parameters<typeof userResource>[0] | undefined): Answered => {
      if (!row) throw noSuch(id!);
      return { status: 200, body: shown(row) };
    };

    if (id === undefined) {
      if (asked.method === 'POST') {
        const row = await people.create(saidIn(readAll(ofUser, await asked.body())), saying);
        const body = shown(row);
        return { status: 201, body, headers: { location: `${base}/Users/${encodeURIComponent(row._id)}` } };
      }
      if (asked.method !== 'GET') throw new ScimError(405, 'Use GET or POST for /Users');
      const filter = query.get('filter');
      const page = pageOf(query);
      const { total, rows } = await people.find(filter ? usersBy(readFilter(filter)) : undefined, page);
      return { status: 200, body: listOf(rows.map(shown), total, page.start) };
    }
    switch (asked.method) {
      case 'GET':
        return found(await people.get(id));
      case 'PUT': {
        const said = saidIn(readAll(ofUser, await asked.body()));
        return found(await people.change(id, saying, () => said));
      }
      case 'PATCH': {
        const operations = readOperations(await asked.body());
        const apply = (values: Values) => saidIn(patched(ofUser, values, operations));
        return found(await people.change(id, saying, (said) => apply(said as unknown as Values)));
      }
      case 'DELETE':
        if (!(await people.remove(id, saying))) throw noSuch(id);
        return { status: 204 };
      default:
        throw new ScimError(405, 'Use GET, PUT, PATCH or DELETE for a user');
    }
  };
}
