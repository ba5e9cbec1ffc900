/** The cards of a ticket: the agents' triage card, the requester's own, and the one that shows everything. Pure. */
import { bold, moment, person, type Card, type Part, type Text, type Viewer } from '../card.js';
import type { Audience } from '../history.js';
import type { Directory, Person } from '../people.js';
import { BREACH, reached, targetNames } from '../sla/sla.js';
import type { Wording } from '../wording/index.js';
import { askRating, button, buttons, currentTarget, ladderOf, opens, statusOf, targetText, titleOf } from './parts.js';
import { isRequester, mayWork, type Ticket } from './ticket.js';
import { attached, saidAround } from './source.js';
import { lastWords, timeline } from './timeline.js';

export const standing = (ticket: Ticket): { name: 'triage' | 'requester'; to: Audience }[] => [
  { name: 'triage', to: `group:${ticket.group}` },
  { name: 'requester', to: `person:${ticket.requester.id}` },
];

function facts(ticket: Ticket, say: Wording): Part {
  const { fact, level, unassigned, assignee } = say.tickets;
  const priority: Text = [bold(ticket.priority), ` (${level[ticket.impact]} × ${level[ticket.urgency]})`];
  const rating = ticket.resolution?.rating;
  return {
    kind: 'facts',
    facts: [
      { label: fact.requester, value: [person(ticket.requester)] },
      { label: fact.priority, value: priority },
      { label: fact.assignee, value: ticket.assignee ? assignee(ticket.assignee, ticket.assignee.since) : unassigned },
      { label: fact.opened, value: [moment(ticket.opened)] },
      ...targetNames.map((name) => ({ label: say.sla.target[name], value: targetText(ticket, name, say) })),
      ...(rating ? [{ label: fact.rating, value: [`${rating.score} / 5`] }] : []),
    ],
  };
}

const description = (ticket: Ticket, say: Wording): Part[] => [
  ...(ticket.details
    ? [{ kind: 'quote', text: ticket.details, by: ticket.requester, at: ticket.opened } as const]
    : []),
  ...attached(ticket.source?.files, say),
];

/** What an agent can do with it as it stands. */
export function agentButtons(ticket: Ticket, say: Wording): Part[] {
  const id = ticket._id;
  const words = say.tickets.button;
  const history = button(words.history, { do: 'show-ticket', ticket: id });
  const note = opens(words.note, { do: 'note', ticket: id });
  if (ticket.state === 'resolved') return buttons(opens(words.reopen, { do: 'reopen', ticket: id }), note, history);
  return buttons(
    ticket.assignee
      ? button(words.working, { do: 'working', ticket: id })
      : button(words.claim, { do: 'claim', ticket: id }, 'primary'),
    opens(words.reply, { do: 'reply', ticket: id }),
    note,
    opens(words.resolve, { do: 'resolve', ticket: id }),
    opens(words.escalate, { do: 'escalate', ticket: id }),
    history,
  );
}

export function triageCard(ticket: Ticket, viewer: Viewer, say: Wording, directory: Directory): Card {
  const names = ticket.unreachable.map((id) => directory.person(id)?.name ?? id).join(', ');
  return {
    for: viewer,
    title: titleOf(ticket),
    status: statusOf(ticket, say),
    parts: [
      facts(ticket, say),
      ...description(ticket, say),
      ...lastWords(ticket, 3, true),
      ...ladderOf(ticket, say),
      ...(names ? [{ kind: 'note', text: say.tickets.unreachable(names) } as const] : []),
      ...agentButtons(ticket, say),
    ],
  };
}

function promise(ticket: Ticket, say: Wording): Text {
  const name = currentTarget(ticket);
  const { due } = ticket.clocks[name];
  const late = reached(ticket.clocks[name]) >= BREACH;
  if (name === 'firstResponse') return late ? say.tickets.answersLate(due) : say.tickets.answersBy(due);
  return late ? say.tickets.solvesLate(due) : say.tickets.solvesBy(due);
}

/** What the requester can do with it as it stands. */
function requesterParts(ticket: Ticket, say: Wording): Part[] {
  const id = ticket._id;
  const words = say.tickets.button;
  if (ticket.resolution)
    return [
      { kind: 'quote', text: ticket.resolution.summary, by: ticket.resolution.by, at: ticket.resolution.at },
      ...askRating(ticket, say),
    ];
  return [
    { kind: 'text', text: promise(ticket, say) },
    ...(ticket.assignee ? [{ kind: 'text', text: say.tickets.isOnIt(ticket.assignee) } as const] : []),
    ...buttons(
      opens(words.add, { do: 'comment', ticket: id }),
      opens(words.solved, { do: 'resolve', ticket: id }),
      button(words.history, { do: 'show-ticket', ticket: id }),
    ),
  ];
}

export const requesterCard = (ticket: Ticket, viewer: Viewer, say: Wording): Card => ({
  for: viewer,
  title: titleOf(ticket),
  status: { text: say.tickets.state[ticket.state], tone: statusOf(ticket, say).tone === 'good' ? 'good' : 'info' },
  parts: [...description(ticket, say), ...requesterParts(ticket, say)],
});

/** Everything about a ticket that this person may see, with what they can do. */
export function ticketCard(ticket: Ticket, actor: Person, viewer: Viewer, say: Wording, directory: Directory): Card {
  const agent = mayWork(actor, ticket, directory);
  const insider = agent || !isRequester(actor, ticket);
  return {
    for: viewer,
    title: titleOf(ticket),
    status: statusOf(ticket, say),
    parts: [
      facts(ticket, say),
      ...description(ticket, say),
      ...(insider ? ladderOf(ticket, say) : []),
      ...saidAround(ticket, say),
      ...timeline(ticket, insider, say),
      ...(agent ? agentButtons(ticket, say) : []),
      ...(isRequester(actor, ticket) ? requesterParts(ticket, say) : []),
      ...buttons(button(say.tickets.button.why, { do: 'why', ticket: ticket._id })),
    ],
  };
}

/** One's own tickets and those one works on, for the list of mine. */
export function mineParts(own: readonly Ticket[], assigned: readonly Ticket[], say: Wording): Part[] {
  const section = (heading: Text, tickets: readonly Ticket[]): Part[] =>
    tickets.length === 0
      ? []
      : [
          { kind: 'text', text: heading.map((span) => (typeof span === 'string' ? bold(span) : span)) },
          {
            kind: 'list',
            ordered: false,
            items: tickets.map((ticket): Text => [
              bold(ticket._id),
              ` ${ticket.title} — ${say.tickets.state[ticket.state]}, `,
              ...targetText(ticket, currentTarget(ticket), say),
            ]),
          },
          ...buttons(...tickets.slice(0, 5).map(({ _id }) => button(_id, { do: 'show-ticket', ticket: _id }))),
        ];
  return [...section(say.tickets.mine, own), ...section(say.tickets.assignedToMe, assigned)];
}
