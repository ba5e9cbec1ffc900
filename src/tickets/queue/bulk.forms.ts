/** One step done with several tickets, asked one thing after the other: which, what, and only what that needs. */
import { bold, type Field, type Text } from '../../card.js';
import type { Context, Forms } from '../../context.js';
import { choice, formsAbout, line, paragraph, several } from '../../fields.js';
import type { CommandOf, PartialCommand } from '../../language/command.js';
import type { Wording } from '../../language/wording.js';
import { titleOf } from '../parts.js';
import type { Room } from '../room.handlers.js';
import type { Listed } from '../ticket.js';
import { numbersIn } from './find.js';

export type Bulk = CommandOf<'bulk'>;

const priorities = { P1: 'P1', P2: 'P2', P3: 'P3', P4: 'P4' } as const;

/** What must be said with a step that needs more than the tickets. */
export const valueOf: Partial<Record<Bulk['action'], RegExp>> = {
  assign: /./,
  resolve: /./,
  priority: /^P[1-4]$/i,
  merge: /^INC-\d{1,9}$/i,
};

type Draft = Extract<PartialCommand, { do: 'bulk' }>;

/** Whether it is known which tickets and what to do, and only what that needs is still to be said. */
const isLast = (draft: Draft): draft is Draft & Pick<Bulk, 'tickets' | 'action'> =>
  draft.tickets !== undefined && draft.action !== undefined && valueOf[draft.action] !== undefined;

export function createBulkForm({ house: { directory }, visible }: Room): Forms<'bulk'> {
  /** Cards of old name in `tickets` what there is to choose from. */
  const among = formsAbout(async (draft: Draft, context: Context) => {
    const named = (isLast(draft) ? draft.tickets : (draft.among ?? draft.tickets)) ?? '';
    return { named, offered: await visible(numbersIn(named), context) };
  });

  function valueField(
    { action, value }: Pick<Bulk, 'action' | 'value'>,
    offered: readonly Listed[],
    say: Wording,
  ): Field {
    const { form: words } = say.work;
    if (action === 'priority') return choice('value', say.work.field.priority, priorities, value as 'P1' | undefined);
    if (action === 'merge') return line('value', words.into, value, { maxLength: 20, placeholder: 'INC-12' });
    if (action === 'resolve')
      return paragraph('value', say.tickets.form.resolveText, value, { hint: say.tickets.form.resolveHint });
    const groups = directory.groups.filter(({ id }) => offered.some(({ group }) => group === id));
    const ids = [...new Set(groups.flatMap(({ members, lead }) => [...members, lead]))];
    const people = ids.map((id) => [id, directory.person(id)?.name ?? id] as const);
    return choice('value', words.to, people, value);
  }

  return {
    bulk: among((draft, say, { named, offered }) => {
      const { form: words } = say.work;
      if (isLast(draft)) {
        const lines = offered.flatMap((each, index): Text => [
          ...(index > 0 ? ['\n'] : []),
          bold(each._id),
          ` ${each.title}`,
        ]);
        const readers = [...new Set(offered.map(({ requester }) => requester.name))];
        return {
          title: words.bulkAbout(words.bulkActions[draft.action], numbersIn(draft.tickets).length),
          intro: [...lines, ...(draft.action === 'resolve' ? ['\n', ...words.bulkReaders(readers)] : [])],
          submit: words.bulkActions[draft.action],
          fields: [valueField(draft, offered, say)],
          draft: { ...draft, checked: 'yes' },
        };
      }
      const { tickets, action, value, ...rest } = draft;
      const labels = offered.map((each) => [each._id, `${each.priority} ${titleOf(each)}`] as const);
      // A card that says what is to be done, such as into which ticket they go, asks only with which.
      const isSaid = action !== undefined && value !== undefined;
      return {
        title: isSaid ? words.bulkActions[action] : words.bulkTitle,
        ...(isSaid ? { intro: [say.work.bulkDone(action, value)] } : {}),
        submit: isSaid ? words.bulkActions[action] : words.goOn,
        fields: [
          offered.length > 0
            ? several('tickets', words.bulkTickets, labels)
            : paragraph('tickets', words.bulkTickets, tickets, { hint: words.bulkHint }),
          ...(isSaid ? [] : [choice('action', words.bulkAction, words.bulkActions, action)]),
        ],
        draft: { ...rest, ...(isSaid ? { action, value } : {}), ...(named ? { among: named } : {}) },
      };
    }),
  };
}
