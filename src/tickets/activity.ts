/** What agents did with a ticket, as lines of its history. Pure. */
import type { Text } from '../card.js';
import type { Wording } from '../language/wording.js';
import { titleOfTask } from './links/tasks.js';
import type { Editable, Ticket, TicketEvent } from './ticket.js';

type Activity = Exclude<TicketEvent, { what: 'rated' | 'commented' | 'climbed' | 'overdue' }>;

/** A value as people read it. */
function valueOf(field: Editable, value: string, say: Wording): string {
  if (field === 'impact' || field === 'urgency') return say.tickets.level[value as 'low'];
  if (field === 'type') return say.work.type[value as 'incident'] ?? '–';
  return value || '–';
}

/** `priority P3 → P1`. */
export const changesOf = (changes: readonly { field: Editable; from: string; to: string }[], say: Wording): string =>
  changes
    .map(({ field, from, to }) =>
      field === 'category'
        ? say.work.field.category
        : `${say.work.field[field]} ${valueOf(field, from, say)} → ${valueOf(field, to, say)}`,
    )
    .join(', ');

export function workActivity(event: Activity, ticket: Ticket, say: Wording): Text {
  const { line } = say.tickets;
  switch (event.what) {
    case 'closed':
      return [event.data.who ? line.closed : line.closedByItself];
    case 'resumed':
      return [event.data.who ? line.resumed : line.resumedByItself];
    case 'recommitted':
      return line.recommitted(event.data.due);
    case 'recounted':
      return line.recounted(event.data.due);
    case 'backdated':
      return say.backdate.line(event.data.from, event.data.to);
    case 'wait-overdue':
      return [line.waitOverdue(say.work.cause[event.data.cause])];
    case 'waited':
      return [line.waited(say.work.cause[event.data.cause])];
    case 'edited':
      return [line.edited(changesOf(event.data.changes, say))];
    case 'assigned':
      return [line.assigned(event.data.to.name)];
    case 'moved':
      return [line.moved(event.data.from, event.data.to)];
    case 'watched':
      return [line.watched(event.data.follower.name, event.data.stopped)];
    case 'linked':
      return [line.linked(say.work.link[event.data.kind], event.data.to)];
    case 'merged':
      return [line.merged(event.data.into)];
    case 'absorbed':
      return [line.absorbed(event.data.from, event.data.title)];
    case 'task':
      return [line.task[event.data.state](event.data.task, titleOfTask(ticket, event.data.task, event.data.title))];
    case 'withheld':
      return [line.withheld(event.data.from.map(({ name }) => name).join(', '))];
    case 'reported':
      return [say.duplicates.line(event.data.people)];
    case 'snoozed':
      return [say.reminders.snoozedLine];
    case 'help-wanted':
      return [say.reminders.helpLine];
    case 'major':
      return [event.data.declared ? say.major.line.declared : say.major.line.updated];
    case 'paged':
      return [line.paged(event.data.to.name)];
    case 'raised':
      return [say.reminders.raisedLine(event.data.to.name, event.data.tier)];
    case 'inherited':
      return [line.inherited(event.data.from.name, event.data.to.name)];
    case 'asked-again':
      return [line.askedAgain];
    case 'opened':
    case 'claimed':
    case 'unreached':
    case 'noted':
    case 'replied':
    case 'withdrawn':
    case 'working':
    case 'resolved':
    case 'reopened':
    case 'escalated':
    case 'dismissed':
      return [line[event.what]];
  }
}
