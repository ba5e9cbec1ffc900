/**
 * The tasks of a ticket: tickets of their own, each with its clocks and its group, without which the parent is not done.
 * A task knows its parent, and whether the parent has been told how it stands; the parent keeps what it was told. Pure.
 */
import type { Changed } from '../../history.js';
import { Refusal } from '../../refusal.js';
import { pledged, tasksComing, without } from './pledges.js';
import {
  changed,
  happened,
  isOpen,
  isRequester,
  mayWork,
  needAgent,
  needOpen,
  type By,
  type House,
  type Pledge,
  type Ticket,
} from '../ticket.js';

/** More would be a project. */
const MOST = 20;

/**
 * One level of tasks is enough: a task has none of its own.
 * @param delivery that opens one; those that others are opening count.
 * @throws Refusal when no task can be added.
 */
export function needRoomForTask(ticket: Ticket, by: By, house: House, delivery: string): void {
  needAgent(by, ticket, house);
  needOpen(ticket);
  const { parent, tasks = [] } = ticket;
  if (parent) throw new Refusal((say) => say.work.isTask(ticket._id, parent.id));
  if (tasks.length + tasksComing(ticket, delivery, by.now) >= MOST)
    throw new Refusal((say) => say.work.tooManyTasks(ticket._id, MOST));
}

/** @throws Refusal while tasks are open; it names them to those who can do something about them. */
export function needTasksDone(ticket: Ticket, { actor }: By, { directory }: House): void {
  const open = (ticket.tasks ?? []).filter(({ done }) => !done).map(({ id }) => id);
  if (open.length === 0) return;
  const own = isRequester(actor, ticket) && !mayWork(actor, ticket, directory);
  throw new Refusal((say) => (own ? say.work.deskStillAtIt(ticket._id) : say.work.tasksOpen(ticket._id, open)));
}

/** The place for a task is kept in its parent until the parent hears of it. */
export function placeFor(parent: Ticket, by: By, house: House, pledge: Pledge): Changed<Ticket> {
  needRoomForTask(parent, by, house, pledge.by);
  return pledged(parent, pledge);
}

/** The parent learns how its task stands; what it learns late does not undo what it knows. */
export function hearOfTask(parent: Ticket, task: Ticket, { directory }: House): Changed<Ticket> {
  const tasks = parent.tasks ?? [];
  const known = tasks.find(({ id }) => id === task._id);
  const done = !isOpen(task);
  if (known && (known.version >= task.version || known.done === done)) return undefined;
  const title = directory.group(task.group)?.sensitive ? '' : task.title;
  const entry = { id: task._id, title, done, version: task.version };
  const next = known ? tasks.map((each) => (each === known ? entry : each)) : [...tasks, entry];
  const left = next.filter((each) => !each.done).length;
  const { assignee } = parent;
  const last = done && left === 0 && isOpen(parent);
  const late = !done && known && !isOpen(parent);
  return changed(
    { ...without(parent, ({ of }) => of === task.origin || of === task._id), tasks: next },
    happened(
      'task',
      { task: task._id, title, state: done ? 'done' : known ? 'reopened' : 'added', left },
      ...(last || late ? ['under:triage' as const] : []),
      ...((last || late) && assignee ? [`person:${assignee.id}` as const] : []),
    ),
  );
}

/** A task of which the title is kept from its parent has none there, whatever was said before it became confidential. */
export const titleOfTask = ({ tasks = [] }: Pick<Ticket, 'tasks'>, task: string, said: string): string =>
  tasks.some(({ id, title }) => id === task && title === '') ? '' : said;

/** The task goes to a sensitive group. */
export const titleKept = (parent: Ticket, task: string): Changed<Ticket> =>
  parent.tasks?.some(({ id, title }) => id === task && title !== '')
    ? changed({ ...parent, tasks: parent.tasks.map((each) => (each.id === task ? { ...each, title: '' } : each)) })
    : undefined;

export const toldParent = (task: Ticket, told: Ticket): Changed<Ticket> =>
  task.parent && changed({ ...task, parent: { ...task.parent, told: isOpen(told) ? 'open' : 'done' } });

/** Its parent was merged into another ticket, which takes over the task. */
export const adoptedBy = (task: Ticket, parent: string): Changed<Ticket> =>
  task.parent && task.parent.id !== parent ? changed({ ...task, parent: { id: parent } }) : undefined;
