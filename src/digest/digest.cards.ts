/** The card that tells a group in its channel how it stands, and the one that tells its lead more. Pure. */
import { bold, type Button, type Card, type Part, type Text, type Viewer } from '../card.js';
import type { Group } from '../people.js';
import { outlookParts } from '../sla/forecast.cards.js';
import type { Tally } from '../tickets/queue/tally.js';
import type { Wording } from '../language/wording.js';
import type { Digest } from './digest.js';

const priorities = ['P1', 'P2', 'P3', 'P4'] as const;
const causes = ['user', 'supplier', 'approval', 'change'] as const;

const listed = (counts: (readonly [string, number | undefined])[]): Text => [
  counts.flatMap(([name, count]) => (count ? [`${name}: ${count}`] : [])).join(' · ') || '–',
];

/** Everybody in the channel reads this: @param more what only the lead reads, and where it leads to. */
export function digestCard(
  { told }: Pick<Digest, 'told'>,
  group: Group,
  viewer: Viewer,
  say: Wording,
  more: { parts: readonly Part[]; buttons: readonly Button[] } = { parts: [], buttons: [] },
): Card {
  const words = say.digest;
  const { open, overdue, today, unclaimed, oldest, ...counts }: Tally = told!.tally;
  const find = (label: string, state: string): Button => ({
    label,
    does: { do: 'find', words: `group:${group.id} state:${state}` },
  });
  const title = oldest && !group.sensitive ? ` ${oldest.title}` : '';
  const facts = [
    { label: words.priorities, value: listed(priorities.map((each) => [each, counts.priorities[each]])) },
    { label: words.unclaimed, value: [String(unclaimed)] },
    { label: words.waiting, value: listed(causes.map((each) => [words.cause[each], counts.waiting[each]])) },
    { label: words.due, value: words.dueValue(overdue, today) },
    ...(oldest
      ? [{ label: words.oldest, value: [bold(oldest.id), title, ...words.since(oldest.opened)] satisfies Text }]
      : []),
  ];
  return {
    for: viewer,
    title: words.title(group.name, open),
    ...(overdue > 0 ? { status: { text: words.overdue(overdue), tone: 'danger' as const } } : {}),
    parts: [
      open > 0 ? { kind: 'facts', facts } : { kind: 'text', text: say.work.queueEmpty },
      ...more.parts,
      ...(told?.due ? [{ kind: 'note', text: words.late(told.due) } as const] : []),
      ...(open > 0
        ? [
            {
              kind: 'buttons' as const,
              buttons: [
                { label: words.queue, does: { do: 'queue', group: group.id } } satisfies Button,
                ...(unclaimed > 0 ? [find(words.unclaimed, 'new')] : []),
                ...(Object.keys(counts.waiting).length > 0 ? [find(words.waiting, 'waiting')] : []),
                ...(oldest
                  ? [{ label: oldest.id, does: { do: 'show-ticket', ticket: oldest.id } } satisfies Button]
                  : []),
                ...more.buttons,
              ],
            },
          ]
        : []),
    ],
  };
}

/** The same with the overdue tickets one by one, and with what may become late. */
export function leadCard({ told }: Pick<Digest, 'told'>, group: Group, viewer: Viewer, say: Wording): Card {
  const { late } = told!.tally;
  const { id, outlook } = told!.lead!;
  const overdue: Part = {
    kind: 'list',
    ordered: false,
    items: late.map((each) => [bold(each.id), group.sensitive ? '' : ` ${each.title}`, ...say.digest.wasDue(each.due)]),
  };
  return digestCard({ told: told! }, group, viewer, say, {
    parts: [
      ...(late.length > 0 ? [{ kind: 'text', text: say.digest.overdueOnes } as const, overdue] : []),
      ...outlookParts(outlook, group, say),
    ],
    buttons: id === group.lead ? [{ label: say.forecast.label, does: { do: 'forecast', group: group.id } }] : [],
  });
}
