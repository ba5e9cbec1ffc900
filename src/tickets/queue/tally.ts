/** How a group stands, in numbers. Pure. */
import { commitmentNames, stopped, type Clocks, type Priority, type WaitCause } from '../../sla/sla.js';
import type { Ticket } from '../ticket.js';

export type Tally = {
  open: number;
  priorities: Partial<Record<Priority, number>>;
  unclaimed: number;
  waiting: Partial<Record<WaitCause, number>>;
  overdue: number;
  /** Due before the end of the day, and not overdue. */
  today: number;
  oldest?: { id: string; title: string; opened: Date };
  /** Those that are overdue for longest. */
  late: { id: string; title: string; due: Date }[];
};

/** The most overdue tickets that are named. */
const NAMED = 10;

export type Counted = Pick<Ticket, '_id' | 'title' | 'priority' | 'opened' | 'assignee' | 'waiting'> & {
  clocks: Pick<Clocks, 'pauses'> & { [T in (typeof commitmentNames)[number]]?: { due: Date; met?: Date } };
};

/** The target that is due first; one whose clock stands still is due only where it was so before. */
function dueOf({ clocks }: Counted): Date | undefined {
  const dues = commitmentNames.flatMap((name) => {
    const target = clocks[name];
    if (!target || target.met) return [];
    const still = clocks.pauses.find(({ to }) => !to)?.from;
    return still && target.due > still && stopped(clocks, name) ? [] : [target.due];
  });
  return dues.toSorted((one, other) => one.getTime() - other.getTime())[0];
}

const more = <K extends string>(counts: Partial<Record<K, number>>, key: K): void => {
  counts[key] = (counts[key] ?? 0) + 1;
};

/** Counts open tickets; `tonight` is the end of the day. */
export function tally(tickets: readonly Counted[], now: Date, tonight: Date): Tally {
  const counts: Tally = {
    open: tickets.length,
    priorities: {},
    unclaimed: 0,
    waiting: {},
    overdue: 0,
    today: 0,
    late: [],
  };
  for (const ticket of tickets) {
    more(counts.priorities, ticket.priority);
    if (ticket.waiting) more(counts.waiting, ticket.waiting.cause);
    if (!ticket.assignee) counts.unclaimed++;
    const due = dueOf(ticket);
    if (due && due <= now) counts.late.push({ id: ticket._id, title: ticket.title, due });
    else if (due && due < tonight) counts.today++;
    if (!counts.oldest || ticket.opened < counts.oldest.opened)
      counts.oldest = { id: ticket._id, title: ticket.title, opened: ticket.opened };
  }
  counts.overdue = counts.late.length;
  counts.late = counts.late.toSorted((one, other) => one.due.getTime() - other.due.getTime()).slice(0, NAMED);
  return counts;
}
