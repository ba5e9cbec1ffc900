/** The cards of a ticket: the agents' triage card, the requester's own, and the one that shows everything. Pure. */
import { bold, buttons, type Card, type Part, person, type Text, type Viewer } from '../card.js';
import type { Audience, Event } from '../history.js';
import type { Person } from '../people.js';
import { BREACH, reached, stopped } from '../sla/sla.js';
import type { Wording } from '../language/wording.js';
import {
  askRating,
  awayText,
  button,
  currentTarget,
  ladderOf,
  opens,
  statusFor,
  statusOf,
  showButtons,
  targetText,
  titleOf,
} from './parts.js';
import { eventsOf, isFollower, isRequester, mayWork, sightOf, type House, type Listed, type Ticket } from './ticket.js';
import { agentButtons, moreButtons } from './work/agent-buttons.js';
import { facts, ties, triageFacts } from './facts.js';
import { isHidden } from './discretion.js';
import { statusCards, statusParts } from './major/major.cards.js';
import { triageOf } from './links/links.js';
import { attached, inquiry, saidAround } from './source.js';
import { lastWords, timeline } from './timeline.js';

/** Each group that has or had the ticket keeps one triage card. */
export const standing = (ticket: Ticket): { name: string; to: Audience }[] => [
  ...[...new Set([...(ticket.moved ?? []), ticket.group])].map((group) => ({
    name: triageOf(ticket, group),
    to: `group:${group}` as const,
  })),
  // The agent who gave a task reads of it in the ticket that it belongs to.
  ...statusCards(ticket),
  ...(ticket.parent ? [] : [{ name: 'requester', to: `person:${ticket.requester.id}` as const }]),
];

const description = (ticket: Ticket, say: Wording): Part[] => [
  ...(ticket.details
    ? [{ kind: 'quote', text: ticket.details, by: ticket.requester, at: ticket.opened } as const]
    : []),
  ...attached(ticket.source?.files, say),
];

/** By the rule of the group somebody should have got it when it was opened, and nobody has it yet. */
function isUnplaced(ticket: Ticket): boolean {
  const [first] = eventsOf(ticket);
  return ticket.state === 'new' && first?.what === 'opened' && first.data.unplaced === true;
}

/** For the group that has the ticket: what triage needs. All the rest stands behind "More". */
export function triageCard(ticket: Ticket, viewer: Viewer, say: Wording, house: House): Card {
  const names = ticket.unreachable.map((id) => house.directory.person(id)?.name ?? id).join(', ');
  const hidden = isHidden(ticket, house);
  return {
    for: viewer,
    title: hidden ? `${ticket._id} · ${say.work.hidden}` : titleOf(ticket),
    status: statusFor(ticket, say, house),
    parts: [
      triageFacts(hidden ? withoutWords(ticket) : ticket, viewer, say, house),
      ...(hidden ? [] : newestWords(ticket, say)),
      ...ties(ticket, [], hidden, say),
      ...(isUnplaced(ticket) ? [{ kind: 'note', text: say.staffing.unplaced } as const] : []),
      ...(names ? [{ kind: 'note', text: say.tickets.unreachable(names) } as const] : []),
      ...agentButtons(ticket, say),
    ],
  };
}

/** What was said last; until then what the requester described. */
function newestWords(ticket: Ticket, say: Wording): Part[] {
  const words = lastWords(ticket, 2, say);
  return words.length > 0 ? [...attached(ticket.source?.files, say), ...words] : description(ticket, say);
}

const withoutWords = ({ waiting, ...ticket }: Ticket): Ticket => ({
  ...ticket,
  ...(waiting ? { waiting: { ...waiting, reason: '…' } } : {}),
});

/** What remains in the channel of a group that handed the ticket over. */
export function movedCard(ticket: Ticket, viewer: Viewer, say: Wording, house: House): Card {
  const group = house.directory.group(ticket.group)?.name ?? { en: ticket.group, zh: ticket.group };
  return {
    for: viewer,
    title: isHidden(ticket, house) ? `${ticket._id} · ${say.work.hidden}` : titleOf(ticket),
    status: statusOf(ticket, say),
    parts: [{ kind: 'text', text: say.work.movedCard(group) }],
  };
}

function promise(ticket: Ticket, say: Wording): Text {
  const name = currentTarget(ticket);
  const { due } = ticket.clocks[name];
  const late = reached(ticket.clocks[name]) >= BREACH;
  if (name === 'firstResponse') return late ? say.tickets.answersLate(due) : say.tickets.answersBy(due);
  return late ? say.tickets.solvesLate(due) : say.tickets.solvesBy(due);
}

/** What it waits for, said to its requester. */
const waitText = ({ cause, reason, until }: NonNullable<Ticket['waiting']>, say: Wording): Text =>
  say.work.until(cause === 'user' ? say.work.waitsForYou(reason) : `${say.work.cause[cause]}: ${reason}`, until);

/** What the requester can do with it as it stands. */
function requesterParts(ticket: Ticket, say: Wording, away: Text = []): Part[] {
  const id = ticket._id;
  const words = say.tickets.button;
  const update = ticket.clocks.nextUpdate;
  if (ticket.merged)
    return [
      { kind: 'text', text: say.work.mergedCard(ticket.merged.into) },
      ...buttons(button(ticket.merged.into, { do: 'show-ticket', ticket: ticket.merged.into })),
    ];
  if (ticket.state === 'closed')
    return [
      { kind: 'text', text: say.work.closedCard },
      ...askRating(ticket, say),
      ...buttons(opens(say.work.followUp, { do: 'open-ticket', follows: id })),
    ];
  if (ticket.resolution)
    return [
      { kind: 'quote', text: ticket.resolution.summary, by: ticket.resolution.by, at: ticket.resolution.at },
      ...askRating(ticket, say),
    ];
  return [
    {
      kind: 'text',
      text: ticket.waiting ? waitText(ticket.waiting, say) : promise(ticket, say),
    },
    ...(update && !stopped(ticket.clocks, 'nextUpdate') && reached(update) < BREACH
      ? [{ kind: 'text', text: say.sla.hearsBy(update.due) } as const]
      : []),
    ...(ticket.assignee ? [{ kind: 'text', text: [...say.tickets.isOnIt(ticket.assignee), ...away] } as const] : []),
    ...buttons(
      opens(words.add, { do: 'comment', ticket: id }),
      opens(words.solved, { do: 'resolve', ticket: id }),
      // While the desk waits for their own answer there is nobody to hurry.
      ...(ticket.waiting?.cause === 'user' ? [] : [opens(words.escalate, { do: 'escalate', ticket: id })]),
      button(words.history, { do: 'show-ticket', ticket: id }),
    ),
  ];
}

export const requesterCard = (ticket: Ticket, viewer: Viewer, say: Wording): Card => ({
  for: viewer,
  title: titleOf(ticket),
  status: { text: say.tickets.state[ticket.state], tone: statusOf(ticket, say).tone === 'good' ? 'good' : 'info' },
  parts: [...description(ticket, say), ...statusParts(ticket, say), ...requesterParts(ticket, say)],
});

/** Without what its requester and others said. */
function asTheDeskTells(whole: Ticket): Ticket {
  const { details: _, source: __, ...ticket } = whole;
  const own = ({ by, data }: Event) => by === ticket.requester.id && 'words' in data;
  return { ...ticket, history: ticket.history.filter((event) => event.what !== 'commented' && !own(event)) };
}

/**
 * Everything about a ticket that this person may see, with what they can do.
 * @param linked how other tickets are tied to it.
 */
export function ticketCard(
  whole: Ticket,
  actor: Person,
  viewer: Viewer,
  say: Wording,
  house: House,
  now: Date,
  linked: readonly string[] = [],
): Card {
  const away = awayText(whole, house, now, say);
  const sight = sightOf(actor, whole, house);
  const agent = mayWork(actor, whole, house.directory);
  const own = isRequester(actor, whole);
  const follows = isFollower(actor, whole);
  const ticket = sight === 'title' ? asTheDeskTells(whole) : whole;
  const insider = sight === 'notes';
  return {
    for: viewer,
    title: titleOf(ticket),
    status: insider ? statusFor(ticket, say, house) : statusOf(ticket, say),
    parts: [
      facts(ticket, viewer, say, house, away),
      ...description(ticket, say),
      ...(insider ? inquiry(ticket, say) : []),
      ...ties(insider ? ticket : { ...ticket, tasks: [] }, linked, false, say),
      ...(insider ? ladderOf(ticket, say) : []),
      ...saidAround(ticket, say),
      ...timeline(ticket, insider, say),
      ...(agent ? [...agentButtons(ticket, say), ...moreButtons(ticket, follows, say)] : []),
      ...(own ? requesterParts(ticket, say, away) : []),
      ...buttons(button(say.tickets.button.why, { do: 'why', ticket: ticket._id })),
    ],
  };
}

/** An assignee who is away is named; that one at work has it goes without saying. */
const awayNote = ({ assignee }: Pick<Ticket, 'assignee'>, away: Text): Text =>
  assignee && away.length > 0 ? [', ', person(assignee), ...away] : [];

/** One's own tickets, those one works on, and those of one's own that ended lately, for the list of mine. */
export function mineParts(
  { own, assigned, ended }: Record<'own' | 'assigned' | 'ended', readonly Listed[]>,
  say: Wording,
  away: (ticket: Listed) => Text,
): Part[] {
  const { column } = say.queue;
  const section = (heading: Text, tickets: readonly Listed[]): Part[] =>
    tickets.length === 0
      ? []
      : [
          { kind: 'text', text: heading.map((span) => (typeof span === 'string' ? bold(span) : span)) },
          {
            kind: 'table',
            columns: [column.ticket, column.state, column.due],
            rows: tickets.map((ticket) => [
              [bold(ticket._id), ` ${ticket.title}`],
              [say.tickets.state[ticket.state], ...awayNote(ticket, away(ticket))],
              targetText(ticket, currentTarget(ticket), say),
            ]),
          },
          ...(tickets === ended ? endedButtons(tickets, say) : showButtons(tickets)),
        ];
  return [
    ...section(say.tickets.mine, own),
    ...section(say.tickets.assignedToMe, assigned),
    ...section(say.tickets.ended, ended),
  ];
}

/** What is resolved may still be opened again; what is closed is only shown. */
const endedButtons = (tickets: readonly Listed[], say: Wording): Part[] =>
  buttons(
    ...tickets.map(({ _id, state }) =>
      state === 'resolved'
        ? opens(say.tickets.reopens(_id), { do: 'reopen', ticket: _id })
        : button(_id, { do: 'show-ticket', ticket: _id }),
    ),
  );
