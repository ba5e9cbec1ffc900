/** Agents declare a major incident and tell how it stands; people who report the same learn of it. */
import { byDesk, type Context, type Forms, type Handlers } from '../../context.js';
import { paragraph } from '../../fields.js';
import { card, done, type Reply } from '../../reply.js';
import type { IsDuplicate } from '../links/duplicates.js';
import type { ReadingOver } from '../reading-over.js';
import type { Recent } from '../recent.js';
import { byOf, type Room } from '../room.handlers.js';
import { DAY_MS, isRequester, type By, type Ticket } from '../ticket.js';
import { formsAboutTicket } from '../tickets.forms.js';
import { knownCard } from './major.cards.js';
import { affectedBy, affects, majorOf, reportersOf, tellAll } from './major.js';

export function createMajor(room: Room, recent: Recent, readingOver: ReadingOver, isDuplicate: IsDuplicate) {
  const { ledger, house, load, change } = room;
  const recentOf = ({ opened }: Ticket) => recent.since(new Date(opened.getTime() - DAY_MS));
  const about = formsAboutTicket(load);

  const forms: Pick<Forms, 'major'> = {
    major: about((draft, { major: words }, ticket) => ({
      title: words.formTitle,
      intro: words.toAll(ticket.requester, affectedBy(ticket).length),
      submit: words.submit,
      fields: [paragraph('text', words.formText, draft.text, { hint: words.formHint })],
      draft: { ...draft, checked: 'yes' },
    })),
  };

  const handlers: Handlers<'major'> = {
    async major({ ticket: id, text, checked }, context) {
      const before = await load(id, context);
      const reporters = reportersOf(before, await recentOf(before), isDuplicate, house);
      const tell = (ticket: Ticket, by: By) => tellAll(ticket, by, house, text, reporters);
      const filledIn = () => {
        tell(before, byOf(context));
        return forms.major({ do: 'major', ticket: id, text }, context);
      };
      const unread = await readingOver.first(before, checked, filledIn, context);
      if (unread) return unread;
      const ticket = await change(id, context, tell);
      await readingOver.sent(checked, context);
      return done(context.say.major.told(id, affectedBy(ticket).length));
    },
  };

  return {
    handlers,
    forms,
    /** What the requester of a new ticket is told when it reports a major incident again. */
    async known(ticket: Ticket, context: Context): Promise<Reply | undefined> {
      const major = majorOf(ticket, await recentOf(ticket), isDuplicate, house);
      if (!major) return undefined;
      const cause = byDesk(context.now, `affected:${major._id}:${ticket.requester.id}`);
      await ledger.change(major._id, cause, (each) => affects(each, ticket.requester));
      return isRequester(context.actor, ticket)
        ? card(knownCard(ticket, major, context.viewer, context.say, house))
        : undefined;
    },
  };
}
