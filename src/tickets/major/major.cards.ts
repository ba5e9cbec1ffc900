/** The one message in which a person who is affected by a major incident reads how it stands. Pure. */
import { buttons, type Card, type Part, type Viewer } from '../../card.js';
import type { Audience } from '../../history.js';
import type { Wording } from '../../language/wording.js';
import { opens } from '../parts.js';
import { neutralTitle } from '../discretion.js';
import { isOpen, type House, type Ticket } from '../ticket.js';
import type { Report } from '../links/duplicates.js';
import { affectedBy } from './major.js';

const PREFIX = 'affected-';
export const isForAffected = (name: string): boolean => name.startsWith(PREFIX);

/** A message to each person who is affected; the requester reads it in their own card. */
export const statusCards = (ticket: Ticket): { name: string; to: Audience }[] =>
  ticket.major
    ? affectedBy(ticket)
        .filter(({ id }) => id !== ticket.requester.id)
        .map(({ id }) => ({ name: `${PREFIX}${id}`, to: `person:${id}` }))
    : [];

/** How it stands, in the words of an agent. */
export function statusParts({ major, clocks, ...ticket }: Ticket, say: Wording): Part[] {
  if (!major || !isOpen(ticket)) return [];
  const { words, by, at } = major.status;
  return [
    { kind: 'quote', text: words, by, at },
    ...(clocks.nextUpdate ? [{ kind: 'note', text: say.major.heardBy(clocks.nextUpdate.due) } as const] : []),
  ];
}

export function affectedCard(ticket: Ticket, viewer: Viewer, say: Wording, house: House): Card {
  const { resolution } = ticket;
  const open = isOpen(ticket);
  return {
    for: viewer,
    title: say.major.affected(ticket._id, neutralTitle(ticket, viewer.lang, house)),
    status: { text: open ? say.major.mark : say.tickets.state[ticket.state], tone: open ? 'danger' : 'good' },
    parts: open
      ? statusParts(ticket, say)
      : [
          { kind: 'text', text: say.major.solved },
          ...(resolution
            ? [{ kind: 'quote', text: resolution.summary, by: resolution.by, at: resolution.at } as const]
            : []),
          { kind: 'note', text: say.major.writesInTicket },
          ...buttons(opens(say.answers.openTicket, { do: 'open-ticket' })),
        ],
  };
}

/** The answer to the requester of a ticket that reports it again. */
export const knownCard = (ticket: Ticket, major: Report, viewer: Viewer, say: Wording, house: House): Card => ({
  for: viewer,
  title: say.major.knownTitle(ticket._id, major._id),
  parts: [
    { kind: 'text', text: say.tickets.opened(ticket._id, ticket.clocks.firstResponse.due) },
    { kind: 'text', text: say.major.known(major._id, neutralTitle(major, viewer.lang, house)) },
  ],
});
