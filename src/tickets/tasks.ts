/**
 * The tasks of a ticket: tickets of their own, each with its clocks and its group, without which the parent is not done.
 * A task knows its parent, and whether the parent has been told how it stands; the parent keeps what it was told. Pure.
 */
import type { Changed } from '../history.js';
import { Refusal } from '../refusal.js';
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
  type Ticket,
} from './ticket.js';

/** More would be a project. */
const MOST = 20;

/** One level of tasks is enough: a task has none of its own. @throws Refusal when no task can be added. */
export function needRoomForTask(ticket: Ticket, by: By, house: House): void {
  needAgent(by, ticket, house);
  needOpen(ticket);
  const { parent, tasks = [] } = ticket;
  if (parent) throw new Refusal((say) => say.work.isTask(ticket._id, parent.id));
  if (tasks.length >= MOST) throw new Refusal((say) => say.work.tooManyTasks(ticket._id, MOST));
}

/** @throws Refusal while tasks are open; it names them to those who can do something about them. */
export function needTasksDone(ticket: Ticket, { actor }: By, { directory }: House): void {
  const open = (ticket.tasks ?? []).filter(({ done }) => !done).map(({ id }) => id);
  if (open.length === 0) return;
  const own = isRequester(actor, ticket) && !mayWork(actor, ticket, directory);
  throw new Refusal((say) => (own ? say.work.deskStillAtIt(ticket._id) : say.work.tasksOpen(ticket._id, open)));
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
  return changed(
    { ...parent, tasks: next },
    happened(
      'task',
      { task: task._id, title, state: done ? 'done' : known ? 'reopened' : 'added', left },
      ...(last ? ['under:triage' as const] : []),
      ...(last && assignee ? [`person:${assignee.id}` as const] : []),
    ),
  );
}

export const toldParent = (task: Ticket, told: Ticket): Changed<Ticket> =>
  task.parent && changed({ ...task, parent: { ...task.parent, told: isOpen(told) ? 'open' : 'done' } });

/** Its parent was merged into another ticket, which takes over the task. */
export const adoptedBy = (task: Ticket, parent: string): Changed<Ticket> =>
  task.parent && task.parent.id !== parent ? changed({ ...task, parent: { id: parent } }) : undefined;
