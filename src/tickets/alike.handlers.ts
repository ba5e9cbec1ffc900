/** When several people report one thing: the newcomer may join the oldest ticket of it, and its agents are told. */
import { byDesk, type Act, type Handlers } from '../act.js';
import { card, done, type Reply } from '../reply.js';
import { joinCard } from './alike.cards.js';
import * as alike from './alike.js';
import type { Recent } from './recent.js';
import type { Merging } from './merging.handlers.js';
import type { Room } from './room.handlers.js';
import { isHidden } from './discretion.js';
import { DAY_MS, isRequester, noSuchTicket, type Ticket } from './ticket.js';

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
    async join({ ticket: id, into: target }, act) {
      const own = await load(id, act);
      if (!isRequester(act.actor, own)) throw noSuchTicket(id);
      if (!own.merged) {
        const recent = await recentOf(own);
        const head = alike.offered(own, recent, { isAlike, from }, house)?.head._id;
        if (head !== target && !alike.wasOffered(own, target, recent, { isAlike, from }, house))
          throw noSuchTicket(target);
      }
      await merging.merge(id, target, act, (ticket, into, by) => alike.mayEndIn(ticket, into, by, house, isAlike));
      return done(act.say.alike.joined(id, target));
    },
  };

  return {
    handlers,
    /** What the requester of a new ticket is offered, if enough people report the same; tells the agents too. */
    async met(ticket: Ticket, act: Act): Promise<Reply | undefined> {
      if (isHidden(ticket, house)) return undefined;
      const issue = alike.offered(ticket, await recentOf(ticket), { isAlike, from }, house);
      if (!issue) return undefined;
      const reached = alike.untold(issue, from);
      const { _id: head } = issue.head;
      if (reached)
        await ledger.change(head, byDesk(act.now, `reported:${head}:${reached}`), (each) =>
          heard(alike.report(each, issue, reached), 'desk'),
        );
      return isRequester(act.actor, ticket) ? card(joinCard(ticket, issue, act.viewer, act.say)) : undefined;
    },
  };
}
