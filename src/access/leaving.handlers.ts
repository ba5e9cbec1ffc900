/** Ends the access of people who are no longer in the directory, within a minute, however they left it. */
import { byDesk, type Sweep } from '../context.js';
import type { Holding, Holds } from '../holdings.js';
import type { Ledger } from '../history.js';
import type { Directory } from '../people.js';
import { isPlausible } from '../plausible.js';
import { eachByItself, type Report } from '../sweep.js';
import { type AccessRequest, type Listed, OPEN } from './access.js';
import type { Catalogue } from './catalogue.js';
import { left } from './leaving.js';

/** What is approved is forbidden when it would be granted, and what is ending ends. */
const isToEnd = ({ state }: Pick<AccessRequest, 'state'>): boolean => state === 'active' || state === 'requested';

export function createLeaving(deps: {
  ledger: Ledger<AccessRequest>;
  catalogue: Catalogue;
  directory: Directory;
  openOf(requester: string): Promise<Listed[]>;
  /** Takes away what has ended. */
  provision(record: AccessRequest, now: Date): Promise<void>;
  trouble: Report;
}): { sweep: Sweep; leaving: Holds } {
  const { ledger, catalogue, directory, openOf } = deps;
  /** Nobody has left since these were looked through. */
  let looked: Directory['people'] | undefined;

  async function end(id: string, now: Date): Promise<void> {
    const saved = await ledger.change(id, byDesk(now, `${id}:left`), (record) => left(record, now));
    if (saved?.state === 'ending') await deps.provision(saved, now);
  }

  const endAll = (records: readonly Pick<AccessRequest, '_id'>[], now: Date) =>
    eachByItself(
      records,
      ({ _id }) => end(_id, now),
      ({ _id }, error) => deps.trouble('leavers', _id, error, now),
    );

  const sweep: Sweep = {
    name: 'leavers',
    seconds: 30,
    async run(now) {
      const { people } = directory;
      if (people === looked) return 0;
      const open = await ledger.model
        .find({ state: { $in: OPEN } }, { 'requester.id': 1, state: 1 })
        .lean<Pick<AccessRequest, '_id' | 'requester' | 'state'>[]>()
        .exec();
      const holders = new Set(open.map(({ requester }) => requester.id));
      const gone = new Set([...holders].filter((id) => !directory.person(id)));
      const theirs = open.filter((record) => gone.has(record.requester.id) && isToEnd(record));
      if (!isPlausible(gone.size, holders.size)) {
        const problem = `${gone.size} of ${holders.size} people with access are not in the directory; nothing was ended`;
        await deps.trouble('leavers', theirs[0]?._id ?? '', new Error(problem), now);
        return 0;
      }
      const done = await endAll(theirs, now);
      if (done === theirs.length) looked = people;
      return done;
    },
  };

  /** The applications and roles that are theirs, each once, and who has them after. */
  function ownedBy(person: string): Holding[] {
    const owned = catalogue.entitlements.filter(({ owner }) => owner.id === person);
    return [...new Map(owned.map((one) => [one.app, one]))].map(([id, { application, isRole, title, deputy }]) => ({
      kind: 'application',
      id,
      title: isRole ? title : application,
      to: deputy,
    }));
  }

  const leaving: Holds = {
    async of({ id }) {
      const held = (await openOf(id)).map(({ _id, title, state }) => ({
        kind: state === 'requested' ? ('request' as const) : ('grant' as const),
        id: _id,
        title,
      }));
      return [...held, ...ownedBy(id)];
    },
    handOn: async ({ id }, _, now) => endAll((await openOf(id)).filter(isToEnd), now),
  };
  return { sweep, leaving };
}
