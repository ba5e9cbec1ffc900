/** What is shown when several people report one thing. Pure. */
import { type Button, buttons, type Card, type Part, type Viewer } from '../../card.js';
import type { Wording } from '../../language/wording.js';
import type { Issue } from './duplicates.js';
import { button, opens } from '../parts.js';
import { neutralTitle } from '../discretion.js';
import type { House, Said, Ticket } from '../ticket.js';

/** As many as are named in one line. */
const NAMED = 10;
/** As many as one step takes at once. */
const MERGED = 50;

/** The answer to the requester of the latest ticket: of the other tickets nobody's words are shown. */
export function joinCard(ticket: Ticket, { head, people }: Issue, viewer: Viewer, say: Wording, house: House): Card {
  const words = say.duplicates;
  return {
    for: viewer,
    title: words.title(ticket._id),
    parts: [
      { kind: 'text', text: say.tickets.opened(ticket._id, ticket.clocks.firstResponse.due) },
      { kind: 'text', text: words.others(people - 1, head._id, neutralTitle(head, viewer.lang, house)) },
      ...buttons(button(words.join(head._id), { do: 'join', ticket: ticket._id, into: head._id }, 'primary')),
      { kind: 'note', text: words.hint(ticket._id, head._id) },
    ],
  };
}

export const reportedParts = ({ tickets }: Said['reported'], say: Wording): Part[] => [
  { kind: 'text', text: say.duplicates.tickets(tickets.slice(0, NAMED), tickets.length > NAMED) },
];

/** Opens the form in which agents choose what goes into this ticket. */
export const mergesInto = (id: string, { tickets }: Said['reported'], say: Wording): Button =>
  opens(
    say.duplicates.merge(id),
    {
      do: 'bulk',
      among: tickets
        .filter((each) => each !== id)
        .slice(-MERGED)
        .join(' '),
      action: 'merge',
      value: id,
    },
    'primary',
  );
