/** Ends grants with the tickets that they are for. */
import { byDesk, type Sweep } from '../context.js';
import type { Ledger } from '../history.js';
import { eachByItself, type Report } from '../sweep.js';
import { type AccessRequest } from './access.js';
import { ticketEnded } from './ending.js';

export type WithTickets = {
  /** Those of these tickets that are resolved or closed; of one that was merged, the one in which it goes on counts. */
  over(ids: readonly string[]): Promise<string[]>;
};

export function createTicketEnds({
  ledger,
  tickets,
  trouble,
}: {
  ledger: Ledger<AccessRequest>;
  tickets: WithTickets;
  trouble: Report;
}): Sweep {
  return {
    name: 'ticket-ends',
    seconds: 60,
    async run(now) {
      const held = await ledger.model
        .find({ ticket: { $gt: '' }, state: 'active', ticketOver: null } as never, { ticket: 1 })
        .lean<Pick<AccessRequest, '_id' | 'ticket'>[]>()
        .exec();
      const over = new Set(await tickets.over([...new Set(held.map(({ ticket }) => ticket!))]));
      return eachByItself(
        held.filter(({ ticket }) => over.has(ticket!)),
        ({ _id }) => ledger.change(_id, byDesk(now, `${_id}:ticket-over`), (record) => ticketEnded(record, now)),
        ({ _id }, error) => trouble('ticket-ends', _id, error, now),
      );
    },
  };
}
