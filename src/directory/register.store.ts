/** Where the register is kept: people and groups as identity providers and imports tell of them. */
import mongoose, { type Connection } from 'mongoose';
import {
  calledOf,
  type Provided,
  type ProvidedGroup,
  type ProvidedPerson,
  type Query,
  type Register,
  type Said,
  type Saying,
} from '../provided.js';
import type { SideCollections } from '../store/side-collections.js';
import { addressOf, entered, idFor, isSameHuman, removed, retold } from './entry.js';
import { openRows } from './rows.store.js';

/** A reading that other processes wrote to at the same time may miss what they had not finished. */
const OVERLAP_MS = 120_000;
const lower = (text: string) => text.toLowerCase();

/** A user name is claimed by one person at a time; those who were removed claim none. */
const personKeys = ({ said, removed }: ProvidedPerson) => ({
  ...(removed ? {} : { userName: lower(said.userName) }),
  ...(said.externalId ? { externalId: said.externalId } : {}),
  ...(said.enterprise?.employeeNumber ? { employeeNumber: said.enterprise.employeeNumber } : {}),
  emails: (said.emails ?? []).flatMap(({ value, type }) => [lower(value), `${lower(type ?? '')} ${lower(value)}`]),
});
const groupKeys = ({ displayName, externalId, removed }: ProvidedGroup) => ({
  ...(removed ? {} : { displayName: lower(displayName) }),
  ...(externalId ? { externalId } : {}),
});

/** What the directory says of people.yaml, and what it takes up. */
type Follower = {
  take(provided: Provided): void;
  onFile: { idOf(email: string): string | undefined; has(id: string): boolean };
};

export type Kept = Register & {
  /** All that is kept, as this process knows it. */
  provided: Provided;
  /** Takes up what other processes have changed. */
  refresh(): Promise<void>;
  /** From now on the directory is told of every change; a new person whom people.yaml has too gets the id from there. */
  follow(directory: Follower): void;
};

/** Build the indexes of both collections before anything is changed. */
export function openRegister(connection: Connection, revision: ReturnType<SideCollections['revision']>): Kept {
  const persons = openRows<ProvidedPerson>(connection, 'providedPeople', {
    keysOf: personKeys,
    claims: 'keys.userName',
    indexed: ['keys.externalId', 'keys.employeeNumber', 'keys.emails', 'groups'],
  });
  const teams = openRows<ProvidedGroup>(connection, 'providedGroups', {
    keysOf: groupKeys,
    claims: 'keys.displayName',
    indexed: ['keys.externalId'],
  });
  const people = new Map<string, ProvidedPerson>();
  const groups = new Map<string, ProvidedGroup>();
  const provided: Provided = { people, groups };
  let follower: Follower | undefined;
  let seen: number | undefined;
  let latest: Date | undefined;

  function remember(rows: readonly ProvidedPerson[], fresh: readonly ProvidedGroup[]): void {
    const isNews = (had: { version: number } | undefined, row: { version: number }) =>
      !had || had.version <= row.version;
    for (const row of rows) if (isNews(people.get(row._id), row)) people.set(row._id, row);
    for (const row of fresh) if (isNews(groups.get(row._id), row)) groups.set(row._id, row);
    follower?.take(provided);
  }
  /** Changes of this process that came after one of another: with those before them, they need not be read back. */
  const own = new Set<number>();
  async function changed(rows: readonly ProvidedPerson[], fresh: readonly ProvidedGroup[] = []): Promise<void> {
    remember(rows, fresh);
    own.add(await revision.bump());
    while (seen !== undefined && own.delete(seen + 1)) seen += 1;
  }

  /** Reads what was touched since the last reading. */
  async function refresh(): Promise<void> {
    const now = await revision.read();
    if (now === seen) return;
    const since = latest ? { touched: { $gte: new Date(latest.getTime() - OVERLAP_MS) } } : {};
    const [rows, fresh] = await Promise.all([persons.listed(since), teams.listed(since)]);
    for (const { touched } of [...rows, ...fresh]) if (!latest || touched > latest) latest = touched;
    remember(rows, fresh);
    seen = Math.max(now, seen ?? 0);
    for (const number of own) if (number <= seen) own.delete(number);
  }

  async function changePerson(id: string, apply: (row: ProvidedPerson) => ProvidedPerson | undefined) {
    const done = await persons.change(id, (row) => apply(row));
    if (done?.saved) await changed([done.row]);
    return done?.row;
  }
  async function changeGroup(id: string, apply: (row: ProvidedGroup) => ProvidedGroup | undefined) {
    const done = await teams.change(id, (row) => (row.removed ? undefined : apply(row)));
    if (done?.saved) await changed([], [done.row]);
    return done?.row.removed && !done.saved ? undefined : done?.row;
  }

  /** The entry of the same human being, who was removed. */
  async function formerly(said: Said): Promise<ProvidedPerson | undefined> {
    const { enterprise, externalId } = said;
    const numbers = [
      ...(enterprise?.employeeNumber ? [{ 'keys.employeeNumber': enterprise.employeeNumber }] : []),
      ...(externalId ? [{ 'keys.externalId': externalId }] : []),
    ];
    if (numbers.length === 0) return undefined;
    return (await persons.listed({ removed: true, $or: numbers })).find((row) => isSameHuman(row.said, said));
  }

  /** By the id of people.yaml where it has this address, else by the first id that is free. @throws Taken */
  async function enter(said: Said, saying: Saying): Promise<ProvidedPerson> {
    const address = addressOf(said);
    const onFile = address && follower?.onFile.idOf(address);
    for (let turn = onFile ? 0 : 1; ; turn++) {
      const id = turn === 0 ? onFile! : idFor(said, turn);
      if (turn > 0 && follower?.onFile.has(id)) continue;
      const row = entered(id, said, saying);
      if (await persons.insert(row)) return row;
    }
  }

  /** People come into groups, or out of them, each by one write of their own: nobody else's is lost. */
  async function move(among: object, update: object, { by, now }: Saying): Promise<void> {
    const ids = (await persons.collection.find(among, { projection: { _id: 1 } }).toArray()).map(({ _id }) => _id);
    if (ids.length === 0) return;
    const whom = { _id: { $in: ids } };
    await persons.collection.updateMany(whom, { ...update, $inc: { version: 1 }, $set: { by, touched: now } });
    await changed(await persons.listed(whom));
  }

  /** Who is in a group stands with the person. */
  async function withMembers(query: Query): Promise<Query> {
    if ('all' in query) return { all: await Promise.all(query.all.map(withMembers)) };
    if ('any' in query) return { any: await Promise.all(query.any.map(withMembers)) };
    if (query.key !== 'members' || !('is' in query)) return query;
    const person = await persons.get(String(query.is));
    return { any: ['', ...(person?.groups ?? [])].map((is) => ({ key: '_id', is })) };
  }

  return {
    provided,
    refresh,
    follow: (directory) => void (follower = directory),
    people: {
      get: persons.there,
      find: persons.find,
      async create(said, saying) {
        const former = await formerly(said);
        const back = former && (await changePerson(former._id, (row) => retold(row, said, saying)));
        if (back) return back;
        const row = await enter(said, saying);
        await changed([row]);
        return row;
      },
      async change(id, saying, apply) {
        const row = await changePerson(id, (latest) =>
          latest.removed ? undefined : retold(latest, apply(latest.said), saying),
        );
        return row?.removed ? undefined : row;
      },
      async remove(id, saying) {
        if (!(await persons.there(id))) return false;
        await changePerson(id, (row) => (row.removed ? undefined : removed(row, saying)));
        return true;
      },
    },
    groups: {
      get: teams.there,
      find: async (query, page) => teams.find(query && (await withMembers(query)), page),
      async create(told, { by, now }) {
        const _id = new mongoose.Types.ObjectId().toString();
        const row: ProvidedGroup = { _id, version: 1, ...told, by, created: now, touched: now };
        await teams.insert(row);
        await changed([], [row]);
        return row;
      },
      change: (id, { by, now }, told) =>
        changeGroup(id, (row) => {
          const next = { ...row, ...told };
          const isSame = next.displayName === row.displayName && next.externalId === row.externalId;
          return isSame ? undefined : { ...next, version: row.version + 1, by, touched: now };
        }),
      async remove(id, saying) {
        if (!(await teams.there(id))) return false;
        await move({ groups: id }, { $pull: { groups: id } }, saying);
        const { by, now } = saying;
        await changeGroup(id, (row) => ({ ...row, version: row.version + 1, removed: true, by, touched: now }));
        return true;
      },
      members: async (id) =>
        (await persons.listed({ groups: id })).map(({ _id, said }) => ({ id: _id, name: calledOf(said) })),
      async join(id, whom, saying) {
        const known = new Set(
          (await persons.listed({ _id: { $in: whom }, removed: { $exists: false } })).map(({ _id }) => _id),
        );
        const strangers = whom.filter((each) => !known.has(each));
        if (strangers.length === 0)
          await move({ _id: { $in: whom }, groups: { $ne: id } }, { $addToSet: { groups: id } }, saying);
        return strangers;
      },
      leave: (id, whom, saying) => move({ _id: { $in: whom }, groups: id }, { $pull: { groups: id } }, saying),
    },
  };
}
