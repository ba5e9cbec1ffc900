/** Shows the arithmetic of a ticket's promise: what was counted, what was not, and what comes next. Pure. */
import { type Card, type Part, type Span, type Text, type Viewer } from '../card.js';
import type { Audience } from '../history.js';
import { between, stretchesOfWork } from '../sla/calendar.js';
import { counted, running, targetNames, upcoming, type TargetName } from '../sla/sla.js';
import type { Wording } from '../wording/index.js';
import { audiencesOf } from './escalation.js';
import { named, targetText } from './parts.js';
import type { House, Ticket } from './ticket.js';

/** More spans than these would hide what matters; the earlier ones are summed up. */
const SPANS = 12;

export function whyCard(ticket: Ticket, house: House, now: Date, viewer: Viewer, say: Wording): Card {
  const { clocks } = ticket;
  const calendar = house.sla.calendar(clocks.calendar);
  const length = say.sla.length;
  const worked = running(clocks, now).flatMap(({ from, to }) => stretchesOfWork(calendar, from, to));
  const seconds = (spans: typeof worked) => spans.reduce((sum, { from, to }) => sum + between(calendar, from, to), 0);
  const [earlier, shown] = [worked.slice(0, -SPANS), worked.slice(-SPANS)];

  const target = (name: TargetName): { label: string; value: Text } => {
    const { met, seconds: promised } = clocks[name];
    const so = length(counted(clocks, calendar, met ?? now));
    return {
      label: say.sla.target[name],
      value: [`${say.sla.countedOf(so, length(promised))}, `, ...targetText(ticket, name, say)],
    };
  };
  const list = (items: Text[]): Part => ({ kind: 'list', ordered: false, items });
  const [next] = upcoming(clocks);
  return {
    for: viewer,
    title: say.sla.whyTitle(ticket._id),
    parts: [
      {
        kind: 'facts',
        facts: [
          { label: say.sla.policy, value: say.sla.policyValue(clocks.policy, clocks.version) },
          { label: say.sla.calendar, value: say.sla.calendarValue(calendar.id, calendar.zone) },
          { label: say.sla.started, value: [{ kind: 'time', at: clocks.started, as: 'moment' }] },
          ...targetNames.map(target),
        ],
      },
      ...(clocks.carried ? [{ kind: 'note', text: say.sla.carried(length(clocks.carried)) } as const] : []),
      { kind: 'text', text: shown.length > 0 ? say.sla.spans : say.sla.noSpans },
      ...(earlier.length > 0
        ? [{ kind: 'note', text: say.sla.earlier(earlier.length, length(seconds(earlier))) } as const]
        : []),
      ...(shown.length > 0
        ? [list(shown.map((span) => say.sla.span(span.from, span.to, length(seconds([span])))))]
        : []),
      ...(clocks.pauses.length > 0
        ? [
            { kind: 'text', text: say.sla.pauses } as const,
            list(clocks.pauses.map((each) => say.sla.pause(each.cause, each.from, each.to))),
          ]
        : []),
      ...(clocks.quietUntil && clocks.quietUntil > now
        ? [{ kind: 'note', text: say.sla.quiet(clocks.quietUntil) } as const]
        : []),
      {
        kind: 'facts',
        facts: [
          {
            label: say.sla.next,
            value: next
              ? say.sla.nextStep(
                  say.sla.target[next.target],
                  next.step.at,
                  next.at,
                  whom(
                    next.step.tell.flatMap((role) => audiencesOf(role, ticket, house)),
                    ticket,
                    house,
                    viewer,
                    say,
                  ),
                )
              : say.sla.nothingNext,
          },
        ],
      },
    ],
  };
}

/** The audiences by name. */
function whom(
  audiences: readonly Audience[],
  ticket: Ticket,
  { directory }: House,
  { lang }: Viewer,
  say: Wording,
): Span[] {
  const group = directory.group(ticket.group)?.name[lang] ?? ticket.group;
  const names = [...new Set(audiences)].map((audience) =>
    audience.startsWith('person:') ? named(audience.slice('person:'.length), directory) : group,
  );
  return names.length === 0 ? [say.sla.nobody] : names.flatMap((name, index) => (index === 0 ? [name] : [', ', name]));
}
