/** Ends the access of people who are no longer in the directory, within a minute, however they left it. */
import { byDesk, type Sweep } from '../context.js';
import type { Holds } from '../holdings.js';
import { atAGlance, type Ledger } from '../history.js';
import type { Directory } from '../people.js';
import { isPlausible } from '../plausible.js';
import { eachByItself, type Report } from '../sweep.js';
import { type AccessRequest, type Listed, OPEN } from './access.js';
import { left } from './leaving.js';

export function createLeaving(deps: {
  ledger: Ledger<AccessRequest>;
  directory: Directory;
  /** Takes away what has ended. */
  provision(record: AccessRequest, now: Date): Promise<void>;
  trouble: Report;
}): { sweep: Sweep; leaving: Holds } {
  const { ledger, directory } = deps;
  /** Nobody has left since these were looked through. */
  let looked: Directory['people'] | undefined;

  async function end(id: string, now: Date): Promise<void> {
    const saved = await ledger.change(id, byDesk(now, `${id}:left`), (record) => left(record, now));
    if (saved?.state === 'ending') await deps.provision(saved, now);
  }

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
      const theirs = open.filter(
        ({ requester, state }) => gone.has(requester.id) && (state === 'active' || state === 'requested'),
      );
      if (!isPlausible(gone.size, holders.size)) {
        const problem = `${gone.size} of ${holders.size} people with access are not in the directory; nothing was ended`;
        await deps.trouble('leavers', theirs[0]?._id ?? '', new Error(problem), now);
        return 0;
      }
      const done = await eachByItself(
        theirs,
        ({ _id }) => end(_id, now),
        ({ _id }, error) => deps.trouble('leavers', _id, error, now),
      );
      if (done === theirs.length) looked = people;
      return done;
    },
  };

  const openOf = async (person: string) =>
    (await ledger.model
      .find({ 'requester.id': person, state: { $in: OPEN } }, atAGlance)
      .lean()
      .exec()) as Listed[];

  const leaving: Holds = {
    of: async ({ id }) =>
      (await openOf(id)).map(({ _id, title, state }) => ({
        kind: state === 'requested' ? 'request' : 'grant',
        id: _id,
        title,
      })),
    handOn: async ({ id }, _, now) =>
      eachByItself(
        (await openOf(id)).filter(({ state }) => state === 'active' || state === 'requested'),
        ({ _id }) => end(_id, now),
        ({ _id }, error) => deps.trouble('leavers', _id, error, now),
      ),
  };
  return { sweep, leaving };
}
