/** Open tickets and a new version of the SLA policies: the tickets affected, and giving it to them. */
import { byDesk } from '../../context.js';
import { eachByItself } from '../../sweep.js';
import type { Sla } from '../../sla/policy.js';
import type { Affected, Move } from '../../versions/version.js';
import type { Clocks } from '../../sla/sla.js';
import { moveOf, moveOfHours, takeHours, takeVersion } from './commitment.js';
import type { Room } from '../room.handlers.js';

const NAMED = 10;
const BATCH = 200;
/** Tickets are saved this many at a time, so that the store can save several in one flush. */
const AT_ONCE = 20;

export function createCommitments({ ledger, queries, house, trouble }: Room) {
  const { version, hours } = house.sla;
  const groups = house.directory.groups.map(({ id }) => id);

  async function moves(of: typeof moveOf, sla: Sla, now: Date): Promise<Affected> {
    const first: Move[] = [];
    let count = 0;
    for (const id of groups)
      for await (const ticket of queries.everyOpen(id)) {
        const move = of(ticket, sla, house, now);
        if (!move) continue;
        count += 1;
        if (first.length < NAMED) first.push(move);
      }
    return { count, first };
  }

  /** Changes some tickets, and tells how many are now as they should be. */
  async function each(
    ids: readonly string[],
    cause: string,
    change: typeof takeVersion,
    isDone: (clocks: Clocks) => boolean,
    now: Date,
  ): Promise<number> {
    let taken = 0;
    await eachByItself(
      ids,
      async (id) => {
        const ticket = await ledger.change(id, byDesk(now, `${cause}:${id}`), (before) => change(before, house, now));
        if (ticket && isDone(ticket.clocks)) taken += 1;
      },
      (id, error) => trouble('promises', id, error, now),
      AT_ONCE,
    );
    return taken;
  }

  return {
    affected: (sla: Sla, now: Date): Promise<Affected> => moves(moveOf, sla, now),
    movedByHours: (sla: Sla, now: Date): Promise<Affected> => moves(moveOfHours, sla, now),
    async recommit(now: Date): Promise<number> {
      const ids = await queries.underOther(version, groups, BATCH);
      return each(ids, `sla:${version}`, takeVersion, (clocks) => clocks.version === version, now);
    },
    async recount(now: Date): Promise<number> {
      const ids = await queries.underOtherHours(hours, groups, BATCH);
      return each(ids, `hours:${hours}`, takeHours, (clocks) => clocks.hours === hours, now);
    },
  };
}
