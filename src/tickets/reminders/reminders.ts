/** What a ticket still owes by way of reminders: to whom, of what, and whether it still matters. Pure. */
import type { Audience } from '../../history.js';
import { who, type Who } from '../../card.js';
import { BREACH, stopped, type TargetName } from '../../sla/sla.js';
import { hearingOf } from './availability.js';
import { isHidden } from '../discretion.js';
import { eventsOf, isOpen, maySee, type House, type Rise, type Said, type State, type Ticket } from '../ticket.js';

/**
 * What one person is told of one ticket: the ticket as it was then, and why they are told. Of one that they may not see
 * there is neither title nor requester, nor what anybody said.
 */
export type Reminder = {
  ticket: string;
  title: string;
  priority: string;
  state: State;
  group: string;
  requester?: Who;
  assignee?: Who & { since: Date };
  /** Of each target its highest step. */
  steps: Rise[];
  late?: number;
  overdue?: { target: TargetName; due: Date };
  raised?: Said['raised'];
  /** Somebody asks for help, or for more attention. */
  asked?: { who: Who; words: string; at: Date };
  /** For whom they stand in. */
  inPlaceOf: Who[];
};

/** Which event of a ticket has been told to whom. */
export type Told = { ticket: string; event: number; audiences: Audience[] };

/** What the tickets of a sweep owe: a card for each person, and when to look at each ticket again, if ever. */
export type Batch = {
  cards: { to: string; reminders: Reminder[] }[];
  told: Told[];
  seen: { ticket: string; version: number; moot: Told[]; next?: Date }[];
};

type Owed = Pick<Reminder, 'steps' | 'late' | 'overdue' | 'raised' | 'asked'> & { person: string; events: number[] };

/** By person: of what was not told yet only the highest counts. */
function owedBy(ticket: Ticket): Owed[] {
  const owed = new Map<string, Owed>();
  eventsOf(ticket).forEach((event, index) => {
    for (const audience of event.owed) {
      if (!audience.startsWith('reminder:')) continue;
      const person = audience.slice('reminder:'.length);
      const before = owed.get(person) ?? { person, events: [], steps: [] };
      const next = { ...before, events: [...before.events, index] };
      if (event.what === 'climbed') {
        const { steps, late } = event.data;
        next.steps = highest([...before.steps, ...steps]);
        if (late) next.late = late;
      }
      if (event.what === 'overdue') next.overdue = event.data;
      if (event.what === 'raised') next.raised = event.data;
      if (event.what === 'escalated' || event.what === 'help-wanted')
        next.asked = { who: event.data.who, words: event.data.words, at: event.at };
      owed.set(person, next);
    }
  });
  return [...owed.values()];
}

const highest = (steps: readonly Rise[]): Rise[] =>
  steps.filter(({ target, at }) => !steps.some((other) => other.target === target && other.at > at));

/**
 * A target that is met, or started again, is owed no reminder. While others are waited for only the breach matters, and
 * word that the requester is still owed.
 */
function isOpenStep({ clocks, waiting }: Ticket, { target, at }: Rise): boolean {
  const now = clocks[target];
  if (!now || now.met || !now.steps.some((step) => step.at === at && step.taken)) return false;
  return at >= BREACH || !(target === 'nextUpdate' ? stopped(clocks, target) : waiting);
}

/** What of it still matters: nothing once the work is over, and no nagging while others are waited for. */
function standing(ticket: Ticket, owed: Owed): Owed | undefined {
  if (!isOpen(ticket)) return undefined;
  const { overdue, raised, ...rest } = owed;
  const left: Owed = {
    ...rest,
    steps: rest.steps.filter((step) => isOpenStep(ticket, step)),
    ...(overdue && !ticket.waiting && !ticket.clocks[overdue.target]?.met ? { overdue } : {}),
    ...(raised && (raised.to.id !== rest.person || raised.to.id === ticket.assignee?.id) ? { raised } : {}),
  };
  return left.steps.length > 0 || left.overdue || left.raised || left.asked ? left : undefined;
}

/** Reminders keep still while somebody is at it; a breach and a hand-over do not. */
function quietOf(ticket: Ticket, { steps, raised, asked }: Owed, now: Date): Date | undefined {
  const { quietUntil } = ticket.clocks;
  const pressing = raised !== undefined || asked !== undefined || steps.some(({ at }) => at >= BREACH);
  return quietUntil && quietUntil > now && !pressing ? quietUntil : undefined;
}

/** Gathers what is owed now into one card for each person, however many tickets. */
export function gather(tickets: readonly Ticket[], house: House, now: Date): Batch {
  const cards = new Map<string, Reminder[]>();
  const round: Batch = { cards: [], told: [], seen: [] };
  for (const ticket of tickets) {
    const seen: Batch['seen'][number] = { ticket: ticket._id, version: ticket.version, moot: [] };
    const mine = new Map<string, Reminder>();
    for (const owed of owedBy(ticket)) {
      const marks = owed.events.map((event): Told => ({
        ticket: ticket._id,
        event,
        audiences: [`reminder:${owed.person}`],
      }));
      const left = standing(ticket, owed);
      if (!left) {
        seen.moot.push(...marks);
        continue;
      }
      const quiet = quietOf(ticket, left, now);
      const { to, at } = quiet ? { to: owed.person, at: quiet } : hearingOf(owed.person, ticket, house, now);
      if (at > now) {
        seen.next = seen.next && seen.next < at ? seen.next : at;
        continue;
      }
      round.told.push(...marks);
      mine.set(to, merged(mine.get(to) ?? subjectOf(ticket, to, house), left, to, house));
    }
    for (const [to, reminder] of mine) cards.set(to, [...(cards.get(to) ?? []), reminder]);
    round.seen.push(seen);
  }
  round.cards = [...cards].map(([to, reminders]) => ({ to, reminders }));
  return round;
}

/** What was gathered ticket by ticket, as one round. */
export function together(batches: readonly Batch[]): Batch {
  const cards = new Map<string, Reminder[]>();
  for (const { to, reminders } of batches.flatMap((batch) => batch.cards))
    cards.set(to, [...(cards.get(to) ?? []), ...reminders]);
  return {
    cards: [...cards].map(([to, reminders]) => ({ to, reminders })),
    told: batches.flatMap(({ told }) => told),
    seen: batches.flatMap(({ seen }) => seen),
  };
}

/** Whether it owes what somebody said, and not only that it is due. */
export const owesWords = (ticket: Pick<Ticket, 'history'>): boolean =>
  ticket.history.some(
    ({ what, owed }) =>
      (what === 'escalated' || what === 'help-wanted') && owed.some((each) => each.startsWith('reminder:')),
  );

function subjectOf(ticket: Ticket, to: string, house: House): Reminder {
  const { _id, title, priority, state, group, requester, assignee } = ticket;
  const reader = house.directory.person(to);
  const sees = !isHidden(ticket, house) || (reader !== undefined && maySee(reader, ticket, house));
  return {
    ticket: _id,
    ...(sees ? { title, requester: who(requester) } : { title: '' }),
    priority,
    state,
    group,
    ...(assignee ? { assignee } : {}),
    steps: [],
    inPlaceOf: [],
  };
}

function merged(reminder: Reminder, owed: Owed, to: string, { directory }: House): Reminder {
  const { person, events: _, steps, ...rest } = owed;
  const absent = person === to ? undefined : directory.person(person);
  return {
    ...reminder,
    ...rest,
    ...(rest.asked && reminder.title === '' ? { asked: { ...rest.asked, words: '' } } : {}),
    steps: unique(highest([...reminder.steps, ...steps])),
    inPlaceOf: [...reminder.inPlaceOf, ...(absent ? [who(absent)] : [])],
  };
}

const unique = (steps: readonly Rise[]): Rise[] => [
  ...new Map(steps.map((step) => [`${step.target} ${step.at}`, step])).values(),
];
