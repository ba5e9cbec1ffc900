/** When several people report one thing: the newcomer may join the oldest ticket of it, and its agents are told. */
import { byDesk, type Context, type Handlers } from '../../context.js';
import { card, done, type Reply } from '../../reply.js';
import { joinCard } from './duplicates.cards.js';
import * as duplicates from './duplicates.js';
import type { Recent } from '../recent.js';
import type { Merging } from './merging.handlers.js';
import type { Room } from '../room.handlers.js';
import { isHidden } from '../discretion.js';
import { DAY_MS, isRequester, noSuchTicket, type Ticket } from '../ticket.js';

export type Duplicates = {
  isDuplicate: duplicates.IsDuplicate;
  /** The number of people, the newcomer too, that make it one issue. */
  from: number;
};

export function createDuplicates(room: Room, merging: Merging, recent: Recent, { isDuplicate, from }: Duplicates) {
  const { ledger, house, heard, load } = room;
  const recentOf = ({ opened }: Ticket) => recent.since(new Date(opened.getTime() - DAY_MS));

  const handlers: Handlers<'join'> = {
    /** A button is what somebody sent: whether this was offered to them is judged again. */
    async join({ ticket: id, into: target }, context) {
      const own = await load(id, context);
      if (!isRequester(context.actor, own)) throw noSuchTicket(id);
      if (!own.merged) {
        const recent = await recentOf(own);
        const head = duplicates.offered(own, recent, { isDuplicate, from }, house)?.head._id;
        if (head !== target && !duplicates.wasOffered(own, target, recent, { isDuplicate, from }, house))
          throw noSuchTicket(target);
      }
      await merging.merge(id, target, context, (ticket, into, by) =>
        duplicates.mayEndIn(ticket, into, by, house, isDuplicate),
      );
      return done(context.say.duplicates.joined(id, target));
    },
  };

  return {
    handlers,
    /** What the requester of a new ticket is offered, if enough people report the same; tells the agents too. */
    async met(ticket: Ticket, context: Context): Promise<Reply | undefined> {
      if (isHidden(ticket, house)) return undefined;
      const issue = duplicates.offered(ticket, await recentOf(ticket), { isDuplicate, from }, house);
      if (!issue) return undefined;
      const reached = duplicates.untold(issue, from);
      const { _id: head } = issue.head;
      if (reached)
        await ledger.change(head, byDesk(context.now, `reported:${head}:${reached}`), (each) =>
          heard(duplicates.report(each, issue, reached), 'desk'),
        );
      return isRequester(context.actor, ticket)
        ? card(joinCard(ticket, issue, context.viewer, context.say, house))
        : undefined;
    },
  };
}
