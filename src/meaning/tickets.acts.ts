/** What is done about words that concern one's own tickets. */
import type { Button, Text } from '../card.js';
import { has } from '../people.js';
import { button, opens } from './meaning.cards.js';
import {
  bullets,
  SHOWN,
  ticketOffer,
  waitingRequest,
  type Act,
  type Matter,
  type Offer,
  type Outcome,
  type OwnTicket,
} from './matter.js';

const priorities: Record<string, object> = { urgent: { urgency: 'high' }, low: { urgency: 'low' } };

/** About one ticket: which one it is, or that there is none. */
function about(
  matter: Matter,
  among: readonly OwnTicket[],
  offer: (ticket: OwnTicket) => Outcome,
  none: { title: string; text: Text } = { title: matter.say.meaning.noTicket, text: matter.say.meaning.noTicketText },
): Outcome {
  const { say } = matter;
  const ticket = matter.ticketAmong(among);
  if (ticket) return offer(ticket);
  if (among.length > 0 && !matter.mayMean(among))
    return { title: say.meaning.noneOfThis, texts: [none.text], buttons: [matter.newTicket()] };
  if (among.length === 0) return { title: none.title, texts: [none.text], buttons: [matter.newTicket()] };
  return {
    title: say.meaning.whichTicket,
    parts: bullets(among.map(({ _id, title }) => say.meaning.ticketLine(_id, title))),
    buttons: among.slice(0, SHOWN).map(({ _id }) => button(say.meaning.show(_id), { do: 'show-ticket', ticket: _id })),
  };
}

const one = ({ say }: Matter, { _id, title }: OwnTicket, heading: string, act: Button): Offer => ({
  title: heading,
  texts: [...(title ? [say.meaning.ticketLine(_id, title)] : []), say.meaning.nothingYet],
  buttons: [act, button(say.meaning.show(_id), { do: 'show-ticket', ticket: _id })],
});

const openOnes = ({ tickets }: Matter) => tickets.filter(({ isOpen }) => isOpen);

/** The words are added to the ticket by a form that has them already. */
const adds =
  (heading: 'add' | 'contact'): Act =>
  (matter) =>
    about(matter, openOnes(matter), (ticket) => {
      const { meaning } = matter.say;
      const draft = { do: 'comment', ticket: ticket._id, words: matter.words } as const;
      return one(matter, ticket, meaning[heading](ticket._id), opens(meaning.addButton(ticket._id), draft, 'primary'));
    });

const creates: Act = (matter) =>
  ticketOffer(
    matter,
    matter.say.meaning.newTicket,
    [matter.say.meaning.newTicketText],
    priorities[matter.slots.priority ?? ''],
  );

/** The request for access that is meant, by its number or by the word for it. */
const requestMeant = ({ subject, words, requests }: Matter): Outcome | undefined =>
  subject ?? (/\brequest\b|申请/iu.test(words) && !/\bINC-/i.test(words) ? waitingRequest(requests) : undefined);

export const ticketActs = {
  'own-tickets': () => ({ do: 'list-mine' }),
  'ticket-status': (matter) => about(matter, matter.tickets, ({ _id }) => ({ do: 'show-ticket', ticket: _id })),
  'ticket-new': creates,
  pasted: creates,
  'ticket-add': adds('add'),
  'ticket-contact-change': adds('contact'),
  'ticket-close': (matter) =>
    about(matter, matter.tickets, (ticket) => {
      const { close, closeButton, closeSummary: summary } = matter.say.meaning;
      const { _id, isOpen } = ticket;
      const act = isOpen
        ? opens(closeButton(_id), { do: 'resolve', ticket: _id, summary }, 'primary')
        : button(closeButton(_id), { do: 'close', ticket: _id }, 'primary');
      return one(matter, ticket, close(_id), act);
    }),
  /** The ticket has all that an agent does with it; without a number it is sought in the queue. */
  'ticket-take': (matter) => {
    const { context, ticketAmong } = matter;
    const ticket = ticketAmong(openOnes(matter));
    if (ticket) return { do: 'show-ticket', ticket: ticket._id };
    return has(context.actor, 'agent') ? { do: 'queue' } : { do: 'list-mine' };
  },
  'ticket-cancel': (matter) =>
    requestMeant(matter) ??
    about(matter, openOnes(matter), (ticket) => {
      if (!matter.tickets.includes(ticket)) return { do: 'show-ticket', ticket: ticket._id };
      const { cancel, cancelButton, cancelSummary: summary } = matter.say.meaning;
      const draft = { do: 'resolve', ticket: ticket._id, summary } as const;
      return one(matter, ticket, cancel(ticket._id), opens(cancelButton(ticket._id), draft, 'primary'));
    }),
  'ticket-reopen': (matter) => {
    const { reopen, reopenButton, newTicket, noneFinished } = matter.say.meaning;
    const finished = matter.tickets.filter(({ isOpen }) => !isOpen);
    const offer = (ticket: OwnTicket): Offer => {
      const draft = { do: 'reopen', ticket: ticket._id, reason: matter.words } as const;
      return one(matter, ticket, reopen(ticket._id), opens(reopenButton(ticket._id), draft, 'primary'));
    };
    return about(matter, finished, offer, { title: newTicket, text: noneFinished });
  },
  'ticket-escalate': (matter) =>
    about(matter, openOnes(matter), (ticket) => {
      const { escalate, escalateButton } = matter.say.meaning;
      const draft = { do: 'escalate', ticket: ticket._id, reason: matter.words } as const;
      return one(matter, ticket, escalate(ticket._id), opens(escalateButton(ticket._id), draft, 'primary'));
    }),
  complaint: (matter) => {
    const { complaint, complaintText, yourTickets, ticketLine, escalateButton, speak } = matter.say.meaning;
    const own = openOnes(matter);
    return {
      title: complaint,
      texts: [complaintText, ...(own.length > 0 ? [yourTickets] : [])],
      parts: bullets(own.map(({ _id, title }) => ticketLine(_id, title))),
      buttons: [
        ...own
          .slice(0, 2)
          .map(({ _id }) => opens(escalateButton(_id), { do: 'escalate', ticket: _id, reason: matter.words })),
        matter.newTicket(speak),
      ],
    };
  },
} satisfies Record<string, Act>;
