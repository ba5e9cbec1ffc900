/** The working time that was counted, span by span, or day by day when there are many. Pure. */
import { DateTime } from 'luxon';
import type { Part, Text } from '../../card.js';
import { between, stretchesOfWork, type Calendar } from '../../sla/calendar.js';
import { running, type Run } from '../../sla/run.js';
import type { Wording } from '../../language/wording.js';

/** More lines than these would hide what matters: the earlier ones are summed up. */
const LINES = 12;

export function workCounted(run: Run, calendar: Calendar, now: Date, say: Wording): Part[] {
  const { length } = say.sla;
  const spans = running(run, now)
    .flatMap(({ from, to }) => stretchesOfWork(calendar, from, to))
    .map(({ from, to }) => ({ from, to, seconds: between(calendar, from, to) }));
  const sum = (all: readonly { seconds: number }[]) => length(all.reduce((total, { seconds }) => total + seconds, 0));
  if (spans.length === 0) return [{ kind: 'text', text: say.sla.noSpans }];
  if (spans.length <= LINES)
    return shown(
      spans.map((each) => say.sla.span(each.from, each.to, length(each.seconds))),
      undefined,
      say,
    );

  const days = new Map<string, typeof spans>();
  for (const span of spans) {
    const day = DateTime.fromJSDate(span.from, { zone: calendar.zone }).toISODate()!;
    days.set(day, [...(days.get(day) ?? []), span]);
  }
  const all = [...days.values()];
  const earlier = all.slice(0, -LINES);
  return shown(
    all.slice(-LINES).map((day) => say.sla.day(day[0]!.from, day.length, sum(day))),
    earlier.length > 0 ? say.sla.earlierDays(earlier.length, sum(earlier.flat())) : undefined,
    say,
  );
}

const shown = (items: readonly Text[], earlier: Text | undefined, say: Wording): Part[] => [
  { kind: 'text', text: say.sla.spans },
  ...(earlier ? [{ kind: 'note', text: earlier } as const] : []),
  { kind: 'list', ordered: false, items },
];
