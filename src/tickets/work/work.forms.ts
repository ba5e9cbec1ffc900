/** The forms of an agent's day; what the ticket is now is filled in. */
import type { Forms } from '../../context.js';
import { choice, line, named, paragraph } from '../../fields.js';
import type { Room } from '../room.handlers.js';
import { categories, formsAboutTicket } from '../tickets.forms.js';

type Filled = 'since' | 'wait' | 'edit' | 'assign' | 'move' | 'merge' | 'link' | 'dismiss' | 'add-task';

/** A ticket's number, as it is written. */
const number = { maxLength: 20, placeholder: 'INC-12' };

export function createWorkForms({ house: { directory, sla }, load }: Room): Forms<Filled> {
  const about = formsAboutTicket(load);
  return {
    wait: about((draft, { work: { form: words }, tickets }, { requester }) => ({
      title: words.waitTitle,
      intro: tickets.form.replyIntro(requester),
      submit: words.ok,
      fields: [
        choice('cause', words.cause, words.causes, draft.cause ?? 'user'),
        paragraph('reason', words.waitReason, draft.reason, { hint: words.waitHint }),
        { kind: 'moment', name: 'until', label: words.until, optional: true },
      ],
      draft: { ...draft, checked: 'yes' },
    })),
    since: about((_, { backdate: words, work }) => ({
      title: words.formTitle,
      submit: work.form.ok,
      fields: [{ kind: 'moment', name: 'from', label: words.formFrom }],
    })),
    edit: about((draft, { work: { form: words, fact, type }, tickets: { form: levels } }, ticket, { viewer }) => ({
      title: words.editTitle,
      submit: words.ok,
      fields: [
        line('title', words.title, draft.title ?? ticket.title),
        choice('type', fact.type, type, draft.type ?? ticket.type ?? 'incident'),
        ...categories(sla, fact.category, ticket.category, viewer.lang, { optional: true }),
        choice('impact', levels.impact, levels.impacts, draft.impact ?? ticket.impact),
        choice('urgency', levels.urgency, levels.urgencies, draft.urgency ?? ticket.urgency),
      ],
    })),
    assign: about((draft, { work: { form: words } }, ticket) => {
      const group = directory.group(ticket.group);
      const ids = [...new Set([...(group?.members ?? []), ...(group ? [group.lead] : [])])];
      const people = ids.map((id) => [id, directory.person(id)?.name ?? id] as const);
      return { title: words.assignTitle, submit: words.ok, fields: [choice('to', words.to, people, draft.to)] };
    }),
    move: about((draft, { work: { form: words, button } }, ticket, { viewer }) => {
      const others = directory.groups.filter(({ id }) => id !== ticket.group);
      const known = others.find(({ id }) => id === draft.group)?.id;
      return {
        title: words.moveTitle,
        submit: button.move,
        fields: [
          choice('group', words.group, named(others, viewer.lang), known),
          paragraph('note', words.handOver, draft.note),
        ],
      };
    }),
    merge: about((draft, { work: { form: words, button } }) => ({
      title: words.mergeTitle,
      submit: button.merge,
      fields: [line('into', words.into, draft.into, number)],
    })),
    link: about((draft, { work: { form: words, button } }) => ({
      title: words.linkTitle,
      submit: button.link,
      fields: [
        line('to', words.linkTo, draft.to, number),
        choice('kind', words.kind, words.kinds, draft.kind ?? 'related'),
      ],
    })),
    'add-task': about((draft, { work: { form: words } }, { group }, { viewer }) => ({
      title: words.taskTitle,
      submit: words.ok,
      fields: [
        line('title', words.task, draft.title),
        choice('group', words.taskGroup, named(directory.groups, viewer.lang), draft.group ?? group),
        line('to', words.taskTo, draft.to, { maxLength: 80, optional: true, hint: words.taskToHint }),
      ],
    })),
    dismiss: about((draft, { work: { form: words, button } }) => ({
      title: words.dismissTitle,
      submit: button.close,
      fields: [paragraph('reason', words.dismissReason, draft.reason, { optional: true })],
    })),
  };
}
