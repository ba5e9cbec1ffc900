/** Lists of tickets: a queue, what was found, what came of a step done with several. Pure. */
import { bold, type Button, buttons, type Card, type Part, type Row, type Text, type Viewer } from '../../card.js';
import { filtersIn, type Filters } from '../../language/queue/filters.js';
import { nextDue } from '../../sla/sla.js';
import type { CommandOf } from '../../language/command.js';
import type { Group } from '../../people.js';
import type { Wording } from '../../language/wording.js';
import { button, currentTarget, opens, showButtons, targetText } from '../parts.js';
import type { Listed } from '../ticket.js';

/** What lists tell beside the ticket: how old it is, its marks, and when its assignee is back, while they are away. */
export type Beside = { now: Date; away(ticket: Listed): Text; marks(ticket: Listed): string[] };

const HOUR_MS = 3_600_000;

/** Which ticket, of whom and since when, how it stands and who has it, and what of it is due next. */
function rowOf(ticket: Listed, say: Wording, { now, away, marks }: Beside): Row {
  const { priority, _id, title, requester, opened, state, assignee, clocks } = ticket;
  const next = nextDue(clocks)?.name ?? currentTarget(ticket);
  return [
    [bold(`${priority} ${_id}`), ` ${title}`],
    [`${requester.name}, ${say.queue.age((now.getTime() - opened.getTime()) / HOUR_MS)}`],
    [
      `${[say.tickets.state[state], ...marks(ticket)].join(', ')}, `,
      ...(assignee ? [assignee.name, ...away(ticket)] : say.tickets.unassigned),
    ],
    [...(next === 'nextUpdate' ? [`${say.sla.target.nextUpdate} `] : []), ...targetText(ticket, next, say)],
  ];
}

function listed(tickets: readonly Listed[], say: Wording, beside: Beside): Part[] {
  const { ticket, requester, state, due } = say.queue.column;
  const rows = tickets.map((each) => rowOf(each, say, beside));
  return [{ kind: 'table', columns: [ticket, requester, state, due], rows }, ...showButtons(tickets)];
}

/** @param next the page that follows. */
export function queueCard(
  group: Group,
  filters: Filters,
  tickets: readonly Listed[],
  next: number | undefined,
  viewer: Viewer,
  say: Wording,
  beside: Beside,
): Card {
  const narrowed = say.queue.filters(filters);
  const only = filtersIn(filters);
  const nothing: Part[] = [{ kind: 'text', text: narrowed ? say.queue.none(narrowed) : say.work.queueEmpty }];
  const again = { do: 'queue', group: group.id, ...(only ? { only } : {}) } as const;
  return {
    for: viewer,
    title: say.queue.title(group.name, narrowed),
    parts: [
      ...(tickets.length > 0 ? listed(tickets, say, beside) : nothing),
      ...buttons(...severalOf(tickets, say), ...(next ? [button(say.work.nextPage, { ...again, page: next })] : [])),
      ...buttons(
        ...(narrowed ? [button(say.queue.all, { do: 'queue', group: group.id })] : []),
        ...QUICK.filter((filter) => !filters.only.includes(filter)).map((filter) =>
          button(say.queue.button[filter], { do: 'queue', group: group.id, only: filter }),
        ),
      ),
    ],
  };
}

/** The filters that have a button. */
const QUICK = ['mine', 'unclaimed', 'overdue', 'waiting'] as const;

/** Opens the form in which some of the listed tickets are chosen. */
const severalOf = (tickets: readonly Listed[], say: Wording): Button[] =>
  tickets.length > 1 ? [opens(say.work.several, { do: 'bulk', among: tickets.map(({ _id }) => _id).join(' ') })] : [];

/** @param workable those of the found that the viewer may work on. */
export function foundCard(
  words: string,
  found: readonly Listed[],
  workable: readonly Listed[],
  more: boolean,
  viewer: Viewer,
  say: Wording,
  beside: Beside,
): Card {
  const nothing: Part[] = [{ kind: 'text', text: words === '' ? say.work.findHint : say.work.findNothing }];
  return {
    for: viewer,
    title: say.work.findTitle(words),
    parts: [
      ...(found.length > 0 ? listed(found, say, beside) : nothing),
      ...(more ? [{ kind: 'note', text: say.work.findMore(found.length) } as const] : []),
      ...buttons(...severalOf(workable, say)),
    ],
  };
}

/** What was done with each of several tickets, or why not. */
export function bulkCard(
  { action, value = '' }: Pick<CommandOf<'bulk'>, 'action' | 'value'>,
  results: readonly { id: string; refused?: Text }[],
  viewer: Viewer,
  say: Wording,
): Card {
  const well = results.filter(({ refused }) => !refused).length;
  return {
    for: viewer,
    title: say.work.bulkResult(well, results.length),
    parts: [
      {
        kind: 'list',
        ordered: false,
        items: results.map(({ id, refused }): Text => [
          bold(id),
          ' ',
          ...(refused ?? [say.work.bulkDone(action, value)]),
        ]),
      },
    ],
  };
}
