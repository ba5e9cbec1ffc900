/** Open tickets and a new version of the SLA policies: the tickets affected, and giving it to them. */
import { byDesk } from '../../context.js';
import { eachByItself } from '../../sweep.js';
import type { Sla } from '../../sla/policy.js';
import type { Affected, Move } from '../../versions/version.js';
import { moveOf, takeVersion } from './commitment.js';
import type { Room } from '../room.handlers.js';

const NAMED = 10;
const BATCH = 200;
/** Tickets are saved this many at a time, so that the store can save several in one flush. */
const AT_ONCE = 20;

export const createCommitments = ({ ledger, queries, house, trouble }: Room) => ({
  async affected(sla: Sla, now: Date): Promise<Affected> {
    const first: Move[] = [];
    let count = 0;
    for (const { id } of house.directory.groups)
      for await (const ticket of queries.everyOpen(id)) {
        const move = moveOf(ticket, sla, house, now);
        if (!move) continue;
        count += 1;
        if (first.length < NAMED) first.push(move);
      }
    return { count, first };
  },

  async recommit(now: Date): Promise<number> {
    const { version } = house.sla;
    const groups = house.directory.groups.map(({ id }) => id);
    const ids = await queries.underOther(version, groups, BATCH);
    let taken = 0;
    await eachByItself(
      ids,
      async (id) => {
        const cause = byDesk(now, `sla:${version}:${id}`);
        const ticket = await ledger.change(id, cause, (each) => takeVersion(each, house, now));
        if (ticket?.clocks.version === version) taken += 1;
      },
      (id, error) => trouble('promises', id, error, now),
      AT_ONCE,
    );
    return taken;
  },
});
