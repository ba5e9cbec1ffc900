/** The pieces that the cards of a ticket share. Pure. */
import { buttons, person, type Button, type Card, type Part, type Span, type Text, type Tone } from '../card.js';
import type { Command } from '../language/command.js';
import type { Directory } from '../people.js';
import { faces, ratingExpired } from './rating.js';
import { BREACH, reached, stopped, targetsOf, type Step, type TargetName } from '../sla/sla.js';
import type { Wording } from '../language/wording.js';
import { isOpen, type House, type State, type Ticket } from './ticket.js';

export type TicketId = `INC-${number}`;

export const titleOf = (ticket: Pick<Ticket, '_id' | 'title'>): string => `${ticket._id} · ${ticket.title}`;

export const button = (label: string, does: Command, tone?: 'primary' | 'danger'): Button => ({
  label,
  does,
  ...(tone ? { tone } : {}),
});

export const opens = (label: string, draft: Extract<Command, { do: 'show-form' }>['draft'], tone?: 'primary'): Button =>
  button(label, { do: 'show-form', draft }, tone);

export const named = (id: string, directory: Directory): Span => person({ id, name: directory.person(id)?.name ?? id });

/** When the assignee of a ticket is back, in parentheses, while they are on leave; else nothing. */
export function awayText({ assignee }: Pick<Ticket, 'assignee'>, { staffing }: House, now: Date, say: Wording): Text {
  const until = assignee && staffing.awayUntil(assignee.id, now);
  return until ? say.staffing.awayUntil(until) : [];
}

/** The target that counts now: the first response until there was one, then the resolution. */
export const currentTarget = ({ clocks }: Pick<Ticket, 'clocks'>): 'firstResponse' | 'resolution' =>
  clocks.firstResponse.met ? 'resolution' : 'firstResponse';

export const isOverdue = ({ clocks }: Ticket): boolean =>
  targetsOf(clocks).some(([name, target]) => name !== 'ola' && !target.met && reached(target) >= BREACH);

const tones: Record<State, Tone> = {
  new: 'info',
  assigned: 'neutral',
  'in-progress': 'neutral',
  waiting: 'warning',
  resolved: 'good',
  closed: 'neutral',
};

export function statusOf(ticket: Ticket, say: Wording): NonNullable<Card['status']> {
  const state = say.tickets.state[ticket.state];
  const text = ticket.major ? `${state} · ${say.major.mark}` : state;
  if (isOpen(ticket) && isOverdue(ticket)) return { text: `${text} · ${say.tickets.breached}`, tone: 'danger' };
  const target = ticket.clocks[currentTarget(ticket)];
  const pressing = !target.met && target.steps.some((step) => step.taken && step.tell.length > 0);
  return { text, tone: pressing ? 'warning' : tones[ticket.state] };
}

/** What of a ticket is to be seen before its words: that somebody pressed for more attention, and who asks. */
export function marksOf(
  { escalated, requester }: Pick<Ticket, 'escalated' | 'requester'>,
  say: Wording,
  { directory }: Pick<House, 'directory'>,
): string[] {
  const { mark } = say.tickets;
  return [...(escalated ? [mark.escalated] : []), ...(directory.person(requester.id)?.vip ? [mark.vip] : [])];
}

/** Its status with its marks, as agents see it. */
export function statusFor(ticket: Ticket, say: Wording, house: House): NonNullable<Card['status']> {
  const { text, tone } = statusOf(ticket, say);
  const urges = ticket.escalated && isOpen(ticket) && tone !== 'danger';
  return { text: [text, ...marksOf(ticket, say, house)].join(' · '), tone: urges ? 'warning' : tone };
}

/** A target in one line: when it is due, or when and how it was met. */
export function targetText(ticket: Pick<Ticket, 'clocks'>, name: TargetName, say: Wording): Text {
  const target = ticket.clocks[name];
  if (!target) return say.sla.updatesEvery(say.sla.length(ticket.clocks.updates?.seconds ?? 0));
  const { due, met } = target;
  if (met) return say.sla.metOn(met, met > due);
  if (stopped(ticket.clocks, name)) return say.sla.paused;
  return reached(target) >= BREACH ? say.sla.breachedSince(due) : say.sla.dueBy(due);
}

/** The SLA targets of a ticket as it stands; only an open one has a next update. */
export const promisedOf = (ticket: Ticket): TargetName[] => [
  'firstResponse',
  ...(ticket.clocks.updates && isOpen(ticket) ? (['nextUpdate'] as const) : []),
  'resolution',
];

/** With it, for agents, how long the group itself may take. */
export const owedOf = (ticket: Ticket): TargetName[] => [
  ...promisedOf(ticket),
  ...(ticket.clocks.ola ? (['ola'] as const) : []),
];

/** The ladder of the target that counts, step by step; nothing once the ticket is resolved. */
export function ladderOf(ticket: Ticket, say: Wording): Part[] {
  const name = currentTarget(ticket);
  const { steps, met } = ticket.clocks[name];
  if (met || !isOpen(ticket) || steps.length === 0) return [];
  const label = (step: Step): Text => {
    const words = say.sla.stepLabel(step.at, step.tell, step.act);
    if (!step.taken) return say.sla.stepComing(words, step.due);
    return step.tell.length > 0 ? say.sla.stepTaken(words, step.taken) : say.sla.markTaken(words, step.taken);
  };
  return [
    { kind: 'note', text: say.sla.ladder(say.sla.target[name]) },
    {
      kind: 'progress',
      steps: steps.map((step) => ({
        label: label(step),
        state: step.taken ? (step.at >= BREACH ? 'failed' : 'done') : 'next',
      })),
    },
  ];
}

/** "Did this fix it?" with its answers, until the resolution is rated. */
export function askRating(ticket: Ticket, say: Wording): Part[] {
  const { resolution } = ticket;
  if (!resolution) return [];
  const rated = { do: 'rate' as const, ticket: ticket._id, resolution: resolution.number };
  if (resolution.rating)
    return [
      { kind: 'text', text: say.rating.thanks(resolution.rating.score) },
      ...buttons(opens(say.rating.change, rated)),
    ];
  const { closed } = ticket;
  if (closed && ratingExpired(resolution.at, closed.at)) return [];
  const scores = [
    { kind: 'note', text: say.rating.howWas } as const,
    ...buttons(...faces.map((face, index) => button(`${face} ${index + 1}`, { ...rated, score: index + 1 }))),
  ];
  if (closed) return resolution.unasked ? [] : scores;
  return [
    { kind: 'text', text: say.rating.fixed },
    ...buttons(
      resolution.unasked
        ? button(say.work.button.fixed, { do: 'close', ticket: ticket._id }, 'primary')
        : opens(say.rating.yes, rated, 'primary'),
      opens(say.tickets.button.notFixed, { do: 'reopen', ticket: ticket._id }),
    ),
    ...(resolution.unasked ? [] : scores),
  ];
}

/** A button for each of the listed tickets that shows it. */
export const showButtons = (tickets: readonly Pick<Ticket, '_id'>[]): Part[] =>
  buttons(...tickets.map(({ _id }) => button(_id, { do: 'show-ticket', ticket: _id })));
