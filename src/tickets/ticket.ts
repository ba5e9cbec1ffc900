/** What a ticket is, who may do what with it, and what its events tell. Pure. */
import type { File, MessageRef } from '../chat.js';
import type { Audience, Changed, Event, Happening, Own, Recorded } from '../history.js';
import { who, type Directory, type Group, type Person, type Who } from '../people.js';
import type { Rating } from '../quality/csat.js';
import { Refusal } from '../refusal.js';
import type { Level, Sla } from '../sla/policy.js';
import { start, upcoming, type Clocks, type Priority, type TargetName } from '../sla/sla.js';

export type State = 'new' | 'assigned' | 'in-progress' | 'resolved';

/** What came along from the message it grew out of: its files, and what else was said in its thread. */
export type Source = {
  files: readonly File[];
  thread: readonly { by: string; words: string; at: Date; files: readonly File[] }[];
};

export type Ticket = Recorded & {
  title: string;
  details?: string;
  requester: Who;
  group: string;
  impact: Level;
  urgency: Level;
  priority: Priority;
  state: State;
  opened: Date;
  /** The question it grew out of. */
  question?: string;
  source?: Source;
  assignee?: Who & { since: Date };
  clocks: Clocks;
  /** When the next step of the ladder is to be taken: what the sweep asks for. */
  due?: { next: Date };
  /** Since when the desk's reply is the last word and the requester's answer is awaited. */
  awaiting?: Date;
  /** The resolution that stands; `number` counts them, so that each is rated once. */
  resolution?: { number: number; at: Date; by: Who; summary: string; rating?: Rating };
  resolutions: number;
};

/** The actor of a transition; `heard` is the thread in which the words were typed, which need not hear them again. */
export type By = { actor: Person; now: Date; heard?: MessageRef; files?: readonly File[] };
export type House = { directory: Directory; sla: Sla };

type Words = { who: Who; words: string; heard?: MessageRef; files?: readonly File[] };
/** What each event of a ticket carries. */
export type Said = {
  opened: { who: Who; delivery: string };
  claimed: { who: Who };
  noted: Words;
  replied: Words;
  /** `reopened`: the words came after the resolution, so the ticket is open again. */
  commented: Words & { reopened: boolean };
  /** The words of that event were a question of their own. */
  withdrawn: { who: Who; event: string };
  working: { who: Who; until: Date };
  resolved: Words & { number: number };
  reopened: Words;
  escalated: Words;
  rated: { who: Who; score: number; comment?: string; number: number };
  /** Steps of the SLA ladder; `late` is how many working seconds after their time, when the desk missed it. */
  climbed: { steps: { target: TargetName; at: number; due: Date }[]; late?: number };
};
export type TicketEvent = { [W in keyof Said]: Omit<Event, 'what' | 'data'> & { what: W; data: Said[W] } }[keyof Said];

export const eventsOf = (ticket: Pick<Ticket, 'history'>): TicketEvent[] => ticket.history as unknown as TicketEvent[];

export const happened = <W extends keyof Said>(what: W, data: Said[W], ...tell: Audience[]): Happening => ({
  what,
  data,
  tell,
});

export const spoken = ({ actor, heard, files }: By, words: string): Words => ({
  who: who(actor),
  words,
  ...(heard ? { heard } : {}),
  ...(files?.length ? { files } : {}),
});

export const isRequester = (actor: Person, ticket: Ticket): boolean => actor.id === ticket.requester.id;

/** Agents of the ticket's group, its lead, and administrators work on it. */
export const mayWork = (actor: Person, ticket: Pick<Ticket, 'group'>, directory: Directory): boolean =>
  directory.isAgentOf(actor.id, ticket.group) || actor.roles.includes('admin');

/** Besides them, the requester, and those whom the ladder tells, see it. */
export const maySee = (actor: Person, ticket: Ticket, { directory, sla }: House): boolean =>
  isRequester(actor, ticket) ||
  mayWork(actor, ticket, directory) ||
  directory.group(ticket.group)?.manager === actor.id ||
  sla.serviceOwner === actor.id;

/** An outsider is told the same of a ticket that is not theirs as of one that does not exist. */
export const noSuchTicket = (id: string): Refusal => new Refusal((say) => say.tickets.noSuchTicket(id));

/** @throws Refusal unless the actor works on this ticket. */
export function needAgent({ actor }: By, ticket: Ticket, house: House): void {
  if (mayWork(actor, ticket, house.directory)) return;
  if (!maySee(actor, ticket, house)) throw noSuchTicket(ticket._id);
  const group = house.directory.group(ticket.group);
  throw new Refusal((say) => say.tickets.agentsOnly(ticket._id, group?.name));
}

/** @throws Refusal when the ticket is resolved: it says by whom and when. */
export function needOpen(ticket: Ticket): void {
  const { resolution } = ticket;
  if (resolution) throw new Refusal((say) => say.tickets.alreadyResolved(ticket._id, resolution.by, resolution.at));
}

/** The changed ticket with the date of its next step brought up to date. */
export function changed(ticket: Ticket, ...events: Happening[]): NonNullable<Changed<Ticket>> {
  const { due: _, ...next } = ticket;
  const soonest = upcoming(ticket.clocks)[0];
  return { next: soonest ? { ...next, due: { next: soonest.at } } : next, events };
}

/** A new ticket, its promise and its first event. */
export function open(
  asked: {
    title: string;
    details?: string | undefined;
    impact: Level;
    urgency: Level;
    question?: string | undefined;
    source?: Source | undefined;
    requester?: Person | undefined;
  },
  { actor, now }: By,
  { sla }: House,
  group: Group,
  delivery: string,
): { own: Own<Ticket>; events: Happening[] } {
  const { title, details, impact, urgency, question } = asked;
  const priority = sla.priorityOf(impact, urgency);
  const terms = sla.termsFor({ priority, group, requester: asked.requester ?? actor });
  const clocks = start(terms, sla.calendar(terms.calendar), now);
  const soonest = upcoming(clocks)[0];
  return {
    own: {
      title,
      ...(details ? { details } : {}),
      requester: who(asked.requester ?? actor),
      group: group.id,
      impact,
      urgency,
      priority,
      state: 'new',
      opened: now,
      ...(question ? { question } : {}),
      ...(asked.source ? { source: asked.source } : {}),
      clocks,
      ...(soonest ? { due: { next: soonest.at } } : {}),
      resolutions: 0,
    },
    events: [happened('opened', { who: who(actor), delivery })],
  };
}
