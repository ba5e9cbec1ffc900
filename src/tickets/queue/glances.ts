/** How much of a ticket each question reads in the store: never more than it needs, since people talk for long. Pure. */
import { atAGlance } from '../../history.js';
import type { Ticket } from '../ticket.js';

/** To compare a new ticket with it. */
export const compared = {
  version: 1,
  title: 1,
  retitled: 1,
  category: 1,
  requester: 1,
  type: 1,
  group: 1,
  state: 1,
  opened: 1,
  merged: 1,
  parent: 1,
  reports: 1,
  major: 1,
};

/** What a sweep must know of a ticket before it takes it. */
export type DueTicket = Pick<
  Ticket,
  '_id' | 'state' | 'group' | 'category' | 'assignee' | 'clocks' | 'merged' | 'parent'
> & {
  due: { next: Date };
};
export const judged = { due: 1, state: 1, group: 1, category: 1, assignee: 1, clocks: 1, merged: 1, parent: 1 };

/** The working time that a ticket counts by, and its SLA. */
const clock = ['calendar', 'started', 'carried', 'pauses'].map((field) => [`clocks.${field}`, 1]);
const promise = ['due', 'met', 'seconds'].map((field) => [`clocks.resolution.${field}`, 1]);
export const queued = { title: 1, priority: 1, opened: 1, ...Object.fromEntries([...clock, ...promise]) };
export const solved = { priority: 1, opened: 1, 'clocks.resolution.met': 1, ...Object.fromEntries(clock) };
/** An open ticket in the queue of its group. */
export type Queued = Pick<Ticket, '_id' | 'title' | 'priority' | 'opened' | 'clocks'>;

/** What lists leave in the store. */
export const listed = { ...atAGlance, details: 0, source: 0, inquiry: 0, terms: 0 };
/** What a reminder tells of a ticket, and of its history what is owed: never what was said. */
export const reminded = {
  ...Object.fromEntries(
    ['version', 'title', 'priority', 'state', 'group', 'requester', 'followers', 'assignee', 'clocks', 'waiting'].map(
      (field) => [field, 1],
    ),
  ),
  ...Object.fromEntries(['what', 'at', 'owed'].map((field) => [`history.${field}`, 1])),
  ...Object.fromEntries(
    ['who', 'steps', 'late', 'target', 'due', 'to', 'from', 'tier'].map((field) => [`history.data.${field}`, 1]),
  ),
};

/** How it stands. */
export type Gist = Pick<Ticket, '_id' | 'state' | 'merged' | 'parent'>;
export const gist = { state: 1, merged: 1, parent: 1 };
