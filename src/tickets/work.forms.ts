/** The forms of an agent's day; what the ticket is now is filled in. */
import type { Act, Forms } from '../act.js';
import { LONGEST_TEXT } from '../command.js';
import { choice, form, line, LONGEST_TITLE, paragraph } from './fields.js';
import type { House, Ticket } from './ticket.js';

type Filled = 'wait' | 'edit' | 'assign' | 'move' | 'merge' | 'link' | 'dismiss' | 'bulk';

export function createWorkForms(deps: {
  /** @throws Refusal when this person may not see the ticket. */
  load(id: string, act: Act): Promise<Ticket>;
  house: House;
}): Forms<Filled> {
  const { directory, sla } = deps.house;
  const about = (draft: { ticket?: string }, act: Act) => deps.load(draft.ticket ?? '', act);
  return {
    async wait(draft, act) {
      const { viewer, say } = act;
      const words = say.work.form;
      await about(draft, act);
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
    async edit(draft, act) {
      const { viewer, say } = act;
      const words = say.work.form;
      const ticket = await about(draft, act);
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
    async assign(draft, act) {
      const { viewer, say } = act;
      const words = say.work.form;
      const group = directory.group((await about(draft, act)).group);
      const ids = [...new Set([...(group?.members ?? []), ...(group ? [group.lead] : [])])];
      const people = Object.fromEntries(ids.map((id) => [id, directory.person(id)?.name ?? id]));
      return form(viewer, say, {
        title: words.assignTitle,
        submit: words.ok,
        fields: [choice('to', words.to, people, draft.to)],
        draft,
      });
    },
    async move(draft, act) {
      const { viewer, say } = act;
      const words = say.work.form;
      const { group } = await about(draft, act);
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
    async merge(draft, act) {
      const { viewer, say } = act;
      const words = say.work.form;
      await about(draft, act);
      return form(viewer, say, {
        title: words.mergeTitle,
        submit: say.work.button.merge,
        fields: [line('into', words.into, 20, draft.into, 'INC-12')],
        draft,
      });
    },
    async link(draft, act) {
      const { viewer, say } = act;
      const words = say.work.form;
      await about(draft, act);
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
    async dismiss(draft, act) {
      const { viewer, say } = act;
      const words = say.work.form;
      await about(draft, act);
      return form(viewer, say, {
        title: words.dismissTitle,
        submit: say.work.button.close,
        fields: [paragraph('reason', words.dismissReason, draft.reason, { optional: true })],
        draft,
      });
    },
    async bulk(draft, { viewer, say }) {
      const words = say.work.form;
      return form(viewer, say, {
        title: words.bulkTitle,
        submit: words.ok,
        fields: [
          paragraph('tickets', words.bulkTickets, draft.tickets),
          choice('action', words.bulkAction, words.bulkActions, draft.action ?? 'claim'),
          line('value', words.bulkValue, Math.min(LONGEST_TEXT, 1000), draft.value, undefined, true),
        ],
        draft,
      });
    },
  };
}
