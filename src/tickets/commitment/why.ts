/** Shows the arithmetic of a ticket's SLA: the time counted, the time not counted, and the next steps. Pure. */
import { bold, type Card, type Part, type Span, type Text, type Viewer } from '../../card.js';
import type { Audience } from '../../history.js';
import {
  calendarIdOf,
  counted,
  everyPause,
  runOf,
  upcoming,
  type Handover,
  type Pause,
  type TargetName,
  type When,
} from '../../sla/sla.js';
import type { Wording } from '../../language/wording.js';
import { audiencesOf } from '../escalation/escalation.js';
import { named, owedOf, targetText } from '../parts.js';
import type { House, Ticket } from '../ticket.js';
import { moveOfStart } from './backdate.js';
import { workCounted } from './spans.js';

/** More lines than these of one kind would hide what matters: the latest are shown, and how many came before. */
const LINES = 10;

type Shown = { ticket: Ticket; house: House; now: Date; viewer: Viewer; say: Wording };

/** @param outlook how likely it is to be late, and why. */
export function whyCard(
  ticket: Ticket,
  house: House,
  now: Date,
  viewer: Viewer,
  say: Wording,
  outlook: readonly Part[] = [],
): Card {
  const shown: Shown = { ticket, house, now, viewer, say };
  const { clocks } = ticket;
  const calendar = house.sla.calendar(clocks.calendar);
  return {
    for: viewer,
    title: say.sla.whyTitle(ticket._id),
    parts: [
      ...(ticket.merged ? [{ kind: 'text', text: say.work.mergedCard(ticket.merged.into) } as const] : []),
      {
        kind: 'facts',
        facts: [
          { label: say.sla.policy, value: [bold(clocks.policy)] },
          ...(clocks.because ? [{ label: say.sla.because, value: [reasons(clocks.because, shown)] }] : []),
          { label: say.sla.calendar, value: say.sla.calendarValue(calendar.id, calendar.zone) },
          { label: say.sla.started, value: [{ kind: 'time', at: clocks.started, as: 'moment' }] },
          ...owedOf(ticket).map((name) => target(name, shown)),
        ],
      },
      ...backdating(shown),
      ...promises(shown),
      ...stays(shown),
      ...(clocks.carried ? [{ kind: 'note', text: say.sla.carried(say.sla.length(clocks.carried)) } as const] : []),
      ...workCounted(runOf(clocks, 'resolution'), calendar, now, say),
      ...pauses(shown),
      ...(clocks.quietUntil && clocks.quietUntil > now
        ? [{ kind: 'note', text: say.sla.quiet(clocks.quietUntil) } as const]
        : []),
      { kind: 'facts', facts: [{ label: say.sla.next, value: next(shown) }] },
      ...outlook,
    ],
  };
}

/** What the ticket had to be for this policy to hold. */
function reasons(because: When | 'fallback', { house, viewer: { lang }, say }: Shown): string {
  if (because === 'fallback') return say.sla.fallback;
  const { priority, group, type, category, vip } = because;
  const groupName = (id: string) => house.directory.group(id)?.name[lang] ?? id;
  const categoryName = (id: string) => house.sla.categories.find((each) => each.id === id)?.name[lang] ?? id;
  const typeName = (id: string) => say.work.type[id as 'incident'] ?? id;
  const label = say.sla.condition;
  const all = [
    ...(priority ? [say.sla.oneOf(label.priority, priority)] : []),
    ...(group ? [say.sla.oneOf(label.group, group.map(groupName))] : []),
    ...(type ? [say.sla.oneOf(label.type, type.map(typeName))] : []),
    ...(category ? [say.sla.oneOf(label.category, category.map(categoryName))] : []),
    ...(vip === undefined ? [] : [say.sla.isVip(vip)]),
  ];
  return all.length > 0 ? all.join(say.sla.and) : say.sla.everyTicket;
}

function target(name: TargetName, { ticket, house, now, say }: Shown): { label: string; value: Text } {
  const promised = ticket.clocks[name];
  const value = targetText(ticket, name, say);
  if (!promised) return { label: say.sla.target[name], value };
  const { met, seconds } = promised;
  const calendar = calendarIdOf(ticket.clocks, name);
  const so = counted(ticket.clocks, house.sla.calendar(calendar), met ?? now, name);
  const { length, countedOf, olaCounted } = say.sla;
  if (name === 'ola')
    return { label: say.sla.target[name], value: [...olaCounted(length(so), length(seconds), calendar), ...value] };
  return { label: say.sla.target[name], value: [`${countedOf(length(so), length(seconds))}, `, ...value] };
}

/** The latest lines beneath a heading, with a count of those before them. */
function lines(heading: Text, all: readonly Text[], say: Wording): Part[] {
  if (all.length === 0) return [];
  const earlier = all.length - LINES;
  return [
    { kind: 'text', text: heading },
    ...(earlier > 0 ? [{ kind: 'note', text: say.sla.earlierLines(earlier) } as const] : []),
    { kind: 'list', ordered: false, items: all.slice(-LINES) },
  ];
}

function backdating({ ticket, say }: Shown): Part[] {
  const move = moveOfStart(ticket);
  if (!move) return [];
  const { who, from, to } = move.data;
  return [{ kind: 'note', text: say.backdate.moved(who, move.at, from, to) }];
}

/** The earlier SLA targets, and how the date moved. */
const promises = ({ ticket: { clocks }, say }: Shown): Part[] =>
  lines(
    say.sla.promises,
    (clocks.past ?? []).map(({ at, policy, counted: so, due }) => say.sla.promise(at, policy, say.sla.length(so), due)),
    say,
  );

/** The groups that had it before, where they had a time of their own. */
const stays = ({ ticket: { clocks }, house: { directory }, viewer: { lang }, say }: Shown): Part[] =>
  lines(
    say.sla.stays,
    (clocks.stays ?? []).map(({ group, from, to, counted: so, seconds }) =>
      say.sla.stay(directory.group(group)?.name[lang] ?? group, from, to, say.sla.length(so), say.sla.length(seconds)),
    ),
    say,
  );

function pauses({ ticket: { clocks, waiting }, say }: Shown): Part[] {
  const all = everyPause(clocks);
  const line = ({ cause, from, to, stops }: Pause): Text => {
    const text = say.sla.pause(cause, from, to);
    return stops && !stops.includes('resolution') ? say.sla.onlyUpdates(text) : text;
  };
  const clock = waiting?.clock;
  return [
    ...lines(say.sla.pauses, all.map(line), say),
    ...(clock
      ? [
          {
            kind: 'note',
            text: say.sla.waitCounted(
              say.work.cause[waiting.cause],
              say.sla.length(clock.seconds),
              clock.calendar,
              clock.due,
              clock.told,
            ),
          } as const,
        ]
      : []),
  ];
}

function next({ ticket, house, viewer, say }: Shown): Text {
  const [first] = upcoming(ticket.clocks);
  if (!first) return say.sla.nothingNext;
  const audiences = first.step.tell.flatMap((role) => audiencesOf(role, ticket, house, first.at));
  return say.sla.nextStep(
    say.sla.target[first.target],
    first.step.at,
    first.at,
    whom(audiences, first.step.act, ticket, house, viewer, say),
  );
}

/** The audiences by name, and what else the step does. */
function whom(
  audiences: readonly Audience[],
  act: Handover | undefined,
  ticket: Ticket,
  { directory }: House,
  { lang }: Viewer,
  say: Wording,
): Span[] {
  const group = directory.group(ticket.group)?.name[lang] ?? ticket.group;
  const names = [...new Set(audiences)].map((audience) =>
    audience.startsWith('person:') ? named(audience.slice('person:'.length), directory) : group,
  );
  const all = act ? [...names, say.sla.act[act]] : names;
  return all.length === 0 ? [say.sla.nobody] : all.flatMap((name, index) => (index === 0 ? [name] : [', ', name]));
}
