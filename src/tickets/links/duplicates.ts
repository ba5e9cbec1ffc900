/** Tickets of several people that report one thing: whom a newcomer may join, and what the agents are told. Pure. */
import type { Changed } from '../../history.js';
import { Refusal } from '../../refusal.js';
import {
  changed,
  DAY_MS,
  eventsOf,
  happened,
  isOpen,
  isRequester,
  noSuchTicket,
  needOpen,
  numberOf,
  type By,
  type House,
  type Ticket,
} from '../ticket.js';

/** What must be known of a ticket to compare it with a new one. */
export type Report = Pick<
  Ticket,
  | '_id'
  | 'title'
  | 'retitled'
  | 'category'
  | 'requester'
  | 'type'
  | 'group'
  | 'state'
  | 'opened'
  | 'merged'
  | 'parent'
  | 'reports'
  | 'major'
>;

/** Whether two short texts speak of the same thing. */
export type IsDuplicate = (one: string, other: string) => boolean;

/** What several people report: the oldest open ticket of it, all that are open, and the people, the newcomer too. */
export type Issue = { head: Report; tickets: string[]; people: number };

/** The agents are told at the number from which people may join, and at these beyond it. */
const MILESTONES = [5, 10, 20, 50, 100];

/** A strict order, so that of two tickets only ever one may join the other. */
const age = (one: Report, other: Report): number =>
  one.opened.getTime() - other.opened.getTime() || numberOf(one._id) - numberOf(other._id);

/**
 * Whether the requester of one ticket may be shown the other, and may make theirs part of it. What people ask for is
 * each one's own; only what is broken is one thing for many.
 */
export function mayJoin(ticket: Report, into: Report, isDuplicate: IsDuplicate, { directory }: House): boolean {
  const ordinary = [ticket, into].every(({ group }) => directory.group(group)?.sensitive !== true);
  const apart = ticket.requester.id !== into.requester.id && !ticket.parent && !into.parent;
  const incidents = [ticket, into].every(({ type }) => type !== 'request');
  const recent = ticket.opened.getTime() - into.opened.getTime() < DAY_MS;
  return (
    ordinary &&
    apart &&
    incidents &&
    recent &&
    isOpen(into) &&
    age(into, ticket) < 0 &&
    isDuplicate(ticket.title, into.title)
  );
}

/**
 * What a new ticket reports together with earlier ones; a person whose ticket has joined another still counts.
 * @param recent of the last day, open or not.
 */
export function issueOf(
  ticket: Report,
  recent: readonly Report[],
  isDuplicate: IsDuplicate,
  house: House,
): Issue | undefined {
  const open = recent.filter((each) => mayJoin(ticket, each, isDuplicate, house)).toSorted(age);
  const [head] = open;
  if (!head) return undefined;
  const ids = new Set(open.map(({ _id }) => _id));
  const joined = recent.filter(({ merged }) => merged && ids.has(merged.into));
  const people = new Set([ticket, ...open, ...joined].map(({ requester }) => requester.id)).size;
  const told = recent.flatMap((each) => (each.reports && isDuplicate(ticket.title, each.title) ? [each.reports] : []));
  const reports = Math.max(0, ...told);
  return { head: { ...head, reports }, tickets: [...ids, ticket._id], people };
}

/** The number that the agents are still to be told of, if one is reached. */
export function untold({ head, people }: Issue, from: number): number | undefined {
  const reached = [from, ...MILESTONES].filter((number) => number >= from && number <= people);
  const most = Math.max(0, ...reached);
  return most > (head.reports ?? 0) ? most : undefined;
}

/** The agents hear, once for each number reached, how many people report it. */
export function report(ticket: Ticket, { tickets, people }: Issue, reached: number): Changed<Ticket> {
  if ((ticket.reports ?? 0) >= reached) return undefined;
  return changed({ ...ticket, reports: reached }, happened('reported', { people, tickets }, 'under:triage'));
}

/**
 * The head of what this ticket reports with enough others: what its requester may be offered to join.
 * @param from the number of people, the newcomer too, that make it one issue.
 */
export function offered(
  ticket: Report,
  recent: readonly Report[],
  { isDuplicate, from }: { isDuplicate: IsDuplicate; from: number },
  house: House,
): Issue | undefined {
  const issue = issueOf(ticket, recent, isDuplicate, house);
  return issue && issue.people >= from ? issue : undefined;
}

/**
 * Whether the requester was offered this one when they opened theirs, as far as that shows now that it is over: among
 * all that were alike it was one, and there were enough.
 */
export function wasOffered(
  ticket: Report,
  into: string,
  recent: readonly Report[],
  duplicates: { isDuplicate: IsDuplicate; from: number },
  house: House,
): boolean {
  const before = recent.map((each): Report => ({ ...each, state: 'new' }));
  const isOver = recent.some((each) => each._id === into && !isOpen(each));
  return isOver && offered(ticket, before, duplicates, house)?.tickets.includes(into) === true;
}

/** @throws Refusal unless the requester may make their own ticket, which nobody has touched yet, part of the other one. */
export function mayEndIn(ticket: Ticket, into: Ticket, by: By, house: House, isDuplicate: IsDuplicate): void {
  if (!isRequester(by.actor, ticket)) throw noSuchTicket(ticket._id);
  needOpen(ticket);
  const touched = eventsOf(ticket).find((event) => event.by !== by.actor.id && event.by !== 'desk');
  if (touched || ticket.tasks?.length) throw new Refusal((say) => say.duplicates.inWork(ticket._id));
  if (!mayJoin(ticket, into, isDuplicate, house)) throw new Refusal((say) => say.duplicates.over(ticket._id, into._id));
}
