/** One timeline of a ticket: words, deeds and the ladder, in order. Pure. */
import { bold, moment, person, type Part, type Text } from '../card.js';
import type { Wording } from '../language/wording.js';
import { workActivity } from './activity.js';
import { eventsOf, type Ticket, type TicketEvent } from './ticket.js';

/** The most that is shown at once: a Slack message holds 50 blocks. */
const LINES = 20;

export type Spoken = Extract<TicketEvent, { data: { words: string } }>;
export const isSpoken = (event: TicketEvent): event is Spoken => 'words' in event.data && event.data.words !== '';

/** As much of what was said as is at hand: the whole of it, where that was read back. */
const wordsOf = ({ data, whole }: Spoken): string => whole?.['words'] ?? data.words;

/** For agents: whom the words of an agent are for. What requesters and followers say is for both. */
function readersOf(event: Spoken, ticket: Ticket, say: Wording): string | undefined {
  if (isInternal(event, ticket)) return say.tickets.internal;
  const sent = event.what !== 'commented' && event.data.who.id !== ticket.requester.id;
  return sent ? say.tickets.to(ticket.requester.name) : undefined;
}

/** @param insider the reader is an agent, who must see whom the words are for. */
export const quoteOf = (event: Spoken, ticket: Ticket, insider: boolean, say: Wording, longest = Infinity): Part => {
  const { who } = event.data;
  const words = wordsOf(event);
  const readers = insider ? readersOf(event, ticket, say) : undefined;
  return {
    kind: 'quote',
    ...(readers ? { readers } : {}),
    text: words.length > longest ? `${words.slice(0, longest).trimEnd()} …` : words,
    by: who,
    at: event.at,
  };
};

function deed(event: TicketEvent, ticket: Ticket, say: Wording): Text {
  const { line } = say.tickets;
  if (event.what === 'rated') return [line.rated(event.data.score)];
  if (event.what === 'commented') return [event.data.reopened ? line.commentedReopened : line.commented];
  if (event.what === 'climbed')
    return [event.data.steps.map(({ target, at }) => line.climbed(say.sla.target[target], at)).join('; ')];
  if (event.what === 'overdue') return [say.reminders.overdueLine(say.sla.target[event.data.target])];
  return workActivity(event, ticket, say);
}

/** Notes, reminders and what agents escalate are their own; the requester sees the rest. */
const internal: ReadonlySet<string> = new Set([
  'noted',
  'climbed',
  'overdue',
  'raised',
  'paged',
  'snoozed',
  'help-wanted',
  'working',
  'moved',
  'watched',
  'withheld',
  'unreached',
  'linked',
  'absorbed',
  'wait-overdue',
  'recommitted',
  'recounted',
  'task',
  'reported',
] satisfies TicketEvent['what'][]);

const isInternal = (event: TicketEvent, { requester }: Ticket): boolean =>
  internal.has(event.what) || (event.what === 'escalated' && event.by !== requester.id);

export function timeline(ticket: Ticket, insider: boolean, say: Wording): Part[] {
  const events = eventsOf(ticket).filter((event) => insider || !isInternal(event, ticket));
  const shown = events.slice(-LINES);
  const earlier = events.length - shown.length;
  const readersNamed = (event: TicketEvent): Text => {
    const readers = insider && isSpoken(event) ? readersOf(event, ticket, say) : undefined;
    return readers ? [bold(readers), ' · '] : [];
  };
  const line = (event: TicketEvent): Text => [
    moment(event.at),
    ' ',
    ...readersNamed(event),
    ...('who' in event.data ? [person(event.data.who), ' '] : []),
    ...deed(event, ticket, say),
    ...(isSpoken(event) ? [': ', excerpt(event.data.words)] : []),
    ...(event.what === 'rated' && event.data.comment ? [': ', excerpt(event.data.comment)] : []),
  ];
  return [
    { kind: 'text', text: say.tickets.timeline.map((span) => (typeof span === 'string' ? bold(span) : span)) },
    ...(earlier > 0 ? [{ kind: 'note', text: say.tickets.earlierLines(earlier) } as const] : []),
    { kind: 'list', ordered: false, items: shown.map(line) },
  ];
}

const excerpt = (words: string): string => (words.length > 200 ? `${words.slice(0, 200).trimEnd()} …` : words);

/** The last words said by people, as quotes for agents. */
export const lastWords = (ticket: Ticket, count: number, say: Wording): Part[] =>
  eventsOf(ticket)
    .filter(isSpoken)
    .slice(-count)
    .map((event) => quoteOf(event, ticket, true, say, 300));
