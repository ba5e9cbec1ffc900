/** Lists of tickets: a queue, what was found, what came of a step done with several. Pure. */
import { bold, type Button, buttons, type Card, type Part, type Text, type Viewer } from '../../card.js';
import type { Group } from '../../people.js';
import type { Wording } from '../../language/wording.js';
import { button, currentTarget, opens, targetText } from '../parts.js';
import type { Listed } from '../ticket.js';

/** When the assignee of a ticket is back, while they are away. */
type Away = (ticket: Listed) => Text;

const lineOf = (ticket: Listed, say: Wording, away: Away): Text => [
  bold(`${ticket.priority} ${ticket._id}`),
  ` ${ticket.title} — ${say.tickets.state[ticket.state]}, `,
  ...(ticket.assignee ? [ticket.assignee.name, ...away(ticket)] : say.tickets.unassigned),
  ', ',
  ...targetText(ticket, currentTarget(ticket), say),
];

const listed = (tickets: readonly Listed[], say: Wording, away: Away): Part[] => [
  { kind: 'list', ordered: false, items: tickets.map((ticket) => lineOf(ticket, say, away)) },
  ...buttons(...tickets.slice(0, 5).map(({ _id }) => button(_id, { do: 'show-ticket', ticket: _id }))),
];

/** @param next the page that follows. */
export function queueCard(
  group: Group,
  tickets: readonly Listed[],
  next: number | undefined,
  viewer: Viewer,
  say: Wording,
  away: Away,
): Card {
  const nothing: Part[] = [{ kind: 'text', text: say.work.queueEmpty }];
  return {
    for: viewer,
    title: say.work.queueTitle(group.name),
    parts: [
      ...(tickets.length > 0 ? listed(tickets, say, away) : nothing),
      ...buttons(
        ...severalOf(tickets, say),
        ...(next ? [button(say.work.nextPage, { do: 'queue', group: group.id, page: next })] : []),
      ),
    ],
  };
}

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
  away: Away,
): Card {
  const nothing: Part[] = [{ kind: 'text', text: words === '' ? say.work.findHint : say.work.findNothing }];
  return {
    for: viewer,
    title: say.work.findTitle(words),
    parts: [
      ...(found.length > 0 ? listed(found, say, away) : nothing),
      ...(more ? [{ kind: 'note', text: say.work.findMore(found.length) } as const] : []),
      ...buttons(...severalOf(workable, say)),
    ],
  };
}

export function bulkCard(results: readonly { id: string; refused?: Text }[], viewer: Viewer, say: Wording): Card {
  const well = results.filter(({ refused }) => !refused).length;
  return {
    for: viewer,
    title: say.work.bulkResult(well, results.length),
    parts: [
      {
        kind: 'list',
        ordered: false,
        items: results.map(({ id, refused }): Text => [bold(id), ' ', ...(refused ?? [say.work.bulkDone])]),
      },
    ],
  };
}
