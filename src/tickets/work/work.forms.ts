/** The forms of an agent's day; what the ticket is now is filled in. */
import type { Context, Forms } from '../../context.js';
import { LONGEST_TEXT } from '../../language/command.js';
import { choice, form, line, LONGEST_TITLE, paragraph, several } from '../fields.js';
import { numbersIn } from '../queue/find.js';
import { titleOf } from '../parts.js';
import type { Room } from '../room.handlers.js';
type Filled = 'since' | 'wait' | 'edit' | 'assign' | 'move' | 'merge' | 'link' | 'dismiss' | 'add-task' | 'bulk';

export function createWorkForms({ house, load, visible }: Room): Forms<Filled> {
  const { directory, sla } = house;
  const about = (draft: { ticket?: string }, context: Context) => load(draft.ticket ?? '', context);
  return {
    async wait(draft, context) {
      const { viewer, say } = context;
      const words = say.work.form;
      await about(draft, context);
      return form(viewer, say, {
        title: words.waitTitle,
        submit: words.ok,
        fields: [
          choice('cause', words.cause, words.causes, draft.cause ?? 'user'),
          paragraph('reason', words.waitReason, draft.reason, { hint: words.waitHint }),
          { kind: 'moment', name: 'until', label: words.until, optional: true },
        ],
        draft,
      });
    },
    async since(draft, context) {
      await about(draft, context);
      return form(context.viewer, context.say, {
        title: context.say.backdate.formTitle,
        submit: context.say.work.form.ok,
        fields: [{ kind: 'moment', name: 'from', label: context.say.backdate.formFrom }],
        draft,
      });
    },
    async edit(draft, context) {
      const { viewer, say } = context;
      const words = say.work.form;
      const ticket = await about(draft, context);
      const { impacts, urgencies, impact, urgency } = say.tickets.form;
      const categories = Object.fromEntries(sla.categories.map(({ id, name }) => [id, name[viewer.lang]]));
      return form(viewer, say, {
        title: words.editTitle,
        submit: words.ok,
        fields: [
          line('title', words.title, LONGEST_TITLE, draft.title ?? ticket.title),
          choice('type', say.work.fact.type, say.work.type, draft.type ?? ticket.type ?? 'incident'),
          ...(sla.categories.length > 0
            ? [{ ...choice('category', say.work.fact.category, categories, ticket.category), optional: true }]
            : []),
          choice('impact', impact, impacts, draft.impact ?? ticket.impact),
          choice('urgency', urgency, urgencies, draft.urgency ?? ticket.urgency),
        ],
        draft,
      });
    },
    async assign(draft, context) {
      const { viewer, say } = context;
      const words = say.work.form;
      const group = directory.group((await about(draft, context)).group);
      const ids = [...new Set([...(group?.members ?? []), ...(group ? [group.lead] : [])])];
      const people = Object.fromEntries(ids.map((id) => [id, directory.person(id)?.name ?? id]));
      return form(viewer, say, {
        title: words.assignTitle,
        submit: words.ok,
        fields: [choice('to', words.to, people, draft.to)],
        draft,
      });
    },
    async move(draft, context) {
      const { viewer, say } = context;
      const words = say.work.form;
      const { group } = await about(draft, context);
      const others = directory.groups.filter(({ id }) => id !== group);
      const names = Object.fromEntries(others.map(({ id, name }) => [id, name[viewer.lang]]));
      const known = draft.group !== undefined && draft.group in names ? draft.group : undefined;
      return form(viewer, say, {
        title: words.moveTitle,
        submit: say.work.button.move,
        fields: [choice('group', words.group, names, known), paragraph('note', words.handOver, draft.note)],
        draft,
      });
    },
    async merge(draft, context) {
      const { viewer, say } = context;
      const words = say.work.form;
      await about(draft, context);
      return form(viewer, say, {
        title: words.mergeTitle,
        submit: say.work.button.merge,
        fields: [line('into', words.into, 20, draft.into, 'INC-12')],
        draft,
      });
    },
    async link(draft, context) {
      const { viewer, say } = context;
      const words = say.work.form;
      await about(draft, context);
      return form(viewer, say, {
        title: words.linkTitle,
        submit: say.work.button.link,
        fields: [
          line('to', words.linkTo, 20, draft.to, 'INC-12'),
          choice('kind', words.kind, words.kinds, draft.kind ?? 'related'),
        ],
        draft,
      });
    },
    async 'add-task'(draft, context) {
      const { viewer, say } = context;
      const words = say.work.form;
      const { group } = await about(draft, context);
      const names = Object.fromEntries(directory.groups.map(({ id, name }) => [id, name[viewer.lang]]));
      return form(viewer, say, {
        title: words.taskTitle,
        submit: words.ok,
        fields: [
          line('title', words.task, LONGEST_TITLE, draft.title),
          choice('group', words.taskGroup, names, draft.group ?? group),
          { ...line('to', words.taskTo, 80, draft.to, undefined, true), hint: words.taskToHint },
        ],
        draft,
      });
    },
    async dismiss(draft, context) {
      const { viewer, say } = context;
      const words = say.work.form;
      await about(draft, context);
      return form(viewer, say, {
        title: words.dismissTitle,
        submit: say.work.button.close,
        fields: [paragraph('reason', words.dismissReason, draft.reason, { optional: true })],
        draft,
      });
    },
    /** Cards of old name in `tickets` what there is to choose from. */
    async bulk(draft, context) {
      const { viewer, say } = context;
      const words = say.work.form;
      const { tickets, ...rest } = draft;
      const among = draft.among ?? tickets ?? '';
      const offered = await visible(numbersIn(among), context);
      const labels = Object.fromEntries(offered.map((each) => [each._id, `${each.priority} ${titleOf(each)}`]));
      return form(viewer, say, {
        title: words.bulkTitle,
        submit: words.ok,
        fields: [
          offered.length > 0
            ? several('tickets', words.bulkTickets, labels)
            : paragraph('tickets', words.bulkTickets, tickets, { hint: words.bulkHint }),
          choice('action', words.bulkAction, words.bulkActions, draft.action ?? 'claim'),
          line('value', words.bulkValue, Math.min(LONGEST_TEXT, 1000), draft.value, undefined, true),
        ],
        draft: { ...rest, ...(among ? { among } : {}) },
      });
    },
  };
}
