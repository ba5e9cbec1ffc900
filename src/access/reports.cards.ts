/** A report of who holds what, page by page. Pure. */
import { buttons, type Card, type Text, type Viewer } from '../card.js';
import { reports } from '../language/reports/commands.js';
import type { Wording } from '../language/wording.js';
import type { Line, Remark, Which } from './reports.js';

const PAGE = 10;

function remarkText(remark: Remark | undefined, say: Wording): Text {
  const words = say.reports.remark;
  switch (remark?.kind) {
    case undefined:
      return [];
    case 'beside':
      return words.beside(remark.id, remark.rule);
    case 'control':
      return words.control(remark.words);
    case 'owner':
      return words.owner(remark.owner);
    case 'granting':
    case 'ending':
      return words[remark.kind];
  }
}

export function reportCard(
  { which, days, page }: { which: Which; days: number; page: number },
  lines: readonly Line[],
  viewer: Viewer,
  say: Wording,
): Card {
  const words = say.reports;
  const shown = lines.slice((page - 1) * PAGE, page * PAGE);
  const rows = shown.map(({ record, approvers, remark }): Text[] => [
    [{ kind: 'person', ...record.requester }],
    [{ kind: 'code', text: record._id }, ' ', words.name(record.title)],
    words.until(record.lease?.until),
    words.approvers(approvers),
    remarkText(remark, say),
  ]);
  const span = which === 'expiring' ? { days } : {};
  return {
    for: viewer,
    title: words.title[which],
    status: { text: words.count(lines.length), tone: which === 'held' || lines.length === 0 ? 'neutral' : 'warning' },
    parts: [
      ...(which === 'expiring' ? [{ kind: 'note', text: words.within(days) } as const] : []),
      shown.length > 0 ? { kind: 'table', columns: words.columns, rows } : { kind: 'text', text: words.none },
      ...buttons(
        ...(lines.length > page * PAGE
          ? [{ label: words.next, does: { do: 'access-report', which, ...span, page: page + 1 } as const }]
          : []),
        ...reports
          .filter((other) => other !== which)
          .map((other) => ({ label: words.choose[other], does: { do: 'access-report', which: other } as const })),
      ),
    ],
  };
}
