/** When several people report one thing: the newcomer may join the oldest ticket of it, and its agents are told. */
import { byDesk, type Act, type Handlers } from '../act.js';
import { card, done, type Reply } from '../reply.js';
import { joinCard } from './alike.cards.js';
import * as alike from './alike.js';
import type { Room } from './room.handlers.js';
import { isHidden } from './tickets.cards.js';
import { DAY_MS, isRequester, noSuchTicket, type Ticket } from './ticket.js';
import { tellOfMerge } from './work.handlers.js';

export type Alike = {
  isAlike: alike.IsAlike;
  /** So many people, the newcomer too, make it one issue. */
  from: number;
};

export function createAlike(room: Room, { isAlike, from }: Alike) {
  const { ledger, house, heard, queries, change, load } = room;
  const ordinary = house.directory.groups.filter(({ sensitive }) => !sensitive).map(({ id }) => id);

  const handlers: Handlers<'join'> = {
    async join({ ticket: id, into: target }, act) {
      const own = await load(id, act);
      const into = await ledger.load(target);
      if (!into || isHidden(into, house)) throw noSuchTicket(target);
      const merged = await change(own._id, act, (ticket, by) => alike.join(ticket, by, house, into, isAlike));
      await tellOfMerge(room, merged, act.now);
      return done(act.say.alike.joined(id, target));
    },
  };

  return {
    handlers,
    /** What the requester of a new ticket is offered, if enough people report the same; tells the agents too. */
    async met(ticket: Ticket, act: Act): Promise<Reply | undefined> {
      if (isHidden(ticket, house)) return undefined;
      const since = new Date(ticket.opened.getTime() - DAY_MS);
      const recent = await queries.reportedSince(since, ordinary);
      const issue = alike.issueOf(ticket, recent, isAlike, house);
      if (!issue || issue.people < from) return undefined;
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
