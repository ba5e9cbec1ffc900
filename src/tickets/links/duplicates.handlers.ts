/** When several people report one thing: the newcomer may join the oldest ticket of it, and its agents are told. */
import { byDesk, type Context, type Handlers } from '../../context.js';
import { card, done, type Reply } from '../../reply.js';
import { joinCard } from './duplicates.cards.js';
import * as alike from './duplicates.js';
import type { Recent } from '../recent.js';
import type { Merging } from './merging.handlers.js';
import type { Room } from '../room.handlers.js';
import { isHidden } from '../discretion.js';
import { DAY_MS, isRequester, noSuchTicket, type Ticket } from '../ticket.js';

export type Alike = {
  isAlike: alike.IsAlike;
  /** So many people, the newcomer too, make it one issue. */
  from: number;
};

export function createAlike(room: Room, merging: Merging, recent: Recent, { isAlike, from }: Alike) {
  const { ledger, house, heard, load } = room;
  const recentOf = ({ opened }: Ticket) => recent.since(new Date(opened.getTime() - DAY_MS));

  const handlers: Handlers<'join'> = {
    /** A button is what somebody sent: whether this was offered to them is found out anew. */
    async join({ ticket: id, into: target }, context) {
      const own = await load(id, context);
      if (!isRequester(context.actor, own)) throw noSuchTicket(id);
      if (!own.merged) {
        const recent = await recentOf(own);
        const head = alike.offered(own, recent, { isAlike, from }, house)?.head._id;
        if (head !== target && !alike.wasOffered(own, target, recent, { isAlike, from }, house))
          throw noSuchTicket(target);
      }
      await merging.merge(id, target, context, (ticket, into, by) => alike.mayEndIn(ticket, into, by, house, isAlike));
      return done(context.say.duplicates.joined(id, target));
    },
  };

  return {
    handlers,
    /** What the requester of a new ticket is offered, if enough people report the same; tells the agents too. */
    async met(ticket: Ticket, context: Context): Promise<Reply | undefined> {
      if (isHidden(ticket, house)) return undefined;
      const issue = alike.offered(ticket, await recentOf(ticket), { isAlike, from }, house);
      if (!issue) return undefined;
      const reached = alike.untold(issue, from);
      const { _id: head } = issue.head;
      if (reached)
        await ledger.change(head, byDesk(context.now, `reported:${head}:${reached}`), (each) =>
          heard(alike.report(each, issue, reached), 'desk'),
        );
      return isRequester(context.actor, ticket)
        ? card(joinCard(ticket, issue, context.viewer, context.say))
        : undefined;
    },
  };
}
