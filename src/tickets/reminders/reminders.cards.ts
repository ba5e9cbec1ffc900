/** The one card that reminds a person, of however many tickets. Pure. */
import { bold, buttons, type Card, type Part, person, type Text, type Viewer } from '../../card.js';
import type { Audience } from '../../history.js';
import { BREACH } from '../../sla/sla.js';
import type { Wording } from '../../language/wording.js';
import { button, opens } from '../parts.js';
import type { Reminder } from './reminders.js';
import { mayWork, type House } from '../ticket.js';

/** The most tickets with buttons of their own, and the most that are named besides: a Slack message holds 50 blocks. */
const WITH_BUTTONS = 8;
const NAMED = 40;

/** The requester's targets; the group's own target is none of them. */
const isBroken = ({ steps, overdue }: Reminder): boolean =>
  (overdue !== undefined && overdue.target !== 'ola') ||
  steps.some(({ target, at }) => target !== 'ola' && at >= BREACH);

/** Why this person is told, sentence by sentence. */
function reasons(reminder: Reminder, to: Audience, say: Wording): Text[] {
  const { steps, overdue, raised, late, inPlaceOf, asked } = reminder;
  return [
    ...(asked ? [say.reminders.asked(asked.who)] : []),
    ...(raised
      ? [
          to === `person:${raised.to.id}`
            ? say.reminders.yours(raised.tier)
            : say.reminders.with(raised.to, raised.tier),
        ]
      : []),
    ...steps.map(({ target, at, due }) =>
      (at >= BREACH ? say.sla.broken : say.sla.used)(say.sla.target[target], at, due),
    ),
    ...(overdue ? [say.reminders.overdue(say.sla.target[overdue.target], overdue.due)] : []),
    ...(late ? [say.sla.late(say.sla.length(late))] : []),
    ...(inPlaceOf.length > 0 ? [say.reminders.inPlaceOf(inPlaceOf)] : []),
  ];
}

/** Managers and owners are told of a breach, but the work stays with the agents. */
function nagButtons(
  { ticket, group, asked, requester, assignee }: Reminder,
  to: Audience,
  say: Wording,
  { directory }: House,
): Part[] {
  const show = button(say.tickets.button.show, { do: 'show-ticket', ticket });
  const who = directory.person(to.slice('person:'.length));
  if (!who || !mayWork(who, { group }, directory)) return buttons(show);
  const words = say.reminders.button;
  const colleague = asked && asked.who.id !== requester?.id ? asked.who : undefined;
  return buttons(
    ...(colleague
      ? [opens(say.tickets.button.answer(colleague.name), { do: 'note', ticket, to: colleague.id }, 'primary')]
      : []),
    ...(assignee ? [] : [button(say.tickets.button.claim, { do: 'claim', ticket }, 'primary')]),
    button(say.tickets.button.working, { do: 'working', ticket }, 'primary'),
    opens(words.help, { do: 'need-help', ticket }),
    opens(words.waitForUser, { do: 'wait', ticket, cause: 'user' }),
    opens(words.snooze, { do: 'snooze', ticket }),
    show,
  );
}

function single(reminder: Reminder, to: Audience, viewer: Viewer, say: Wording, house: House): Card {
  const { ticket, title, state, priority, requester, assignee, raised, asked, steps } = reminder;
  const broken = isBroken(reminder);
  const { fact, unassigned } = say.tickets;
  const heading = asked
    ? (id: string) => say.reminders.helpTitle(id, asked.who.name)
    : broken
      ? say.sla.breachTitle
      : raised && steps.length === 0
        ? say.reminders.raisedTitle
        : say.sla.nagTitle;
  return {
    for: viewer,
    title: heading(ticket),
    status: { text: say.tickets.state[state], tone: broken ? 'danger' : 'warning' },
    parts: [
      { kind: 'note', text: [title || say.work.hidden] },
      ...(asked?.words ? [{ kind: 'quote', text: asked.words, by: asked.who, at: asked.at } as const] : []),
      ...reasons(reminder, to, say).map((text): Part => ({ kind: 'text', text })),
      {
        kind: 'facts',
        facts: [
          { label: fact.priority, value: [priority] },
          ...(requester ? [{ label: fact.requester, value: [person(requester)] }] : []),
          { label: fact.assignee, value: assignee ? say.tickets.assignee(assignee, assignee.since) : unassigned },
        ],
      },
      ...nagButtons(reminder, to, say, house),
    ],
  };
}

export function reminderCard(
  reminders: readonly Reminder[],
  to: Audience,
  viewer: Viewer,
  say: Wording,
  house: House,
): Card {
  const [first] = reminders;
  if (first && reminders.length === 1) return single(first, to, viewer, say, house);
  const pressing = reminders.toSorted(
    (one, other) => Number(isBroken(other)) - Number(isBroken(one)) || one.priority.localeCompare(other.priority),
  );
  const shown = pressing.slice(0, WITH_BUTTONS);
  const named = pressing.slice(WITH_BUTTONS, WITH_BUTTONS + NAMED).map(({ ticket }) => ticket);
  const left = pressing.length - shown.length - named.length;
  const broken = reminders.every(isBroken);
  return {
    for: viewer,
    title: (broken ? say.reminders.brokenTitle : say.reminders.title)(reminders.length),
    status: { text: say.tickets.breached, tone: broken ? 'danger' : 'warning' },
    parts: [
      ...shown.flatMap((each): Part[] => [
        {
          kind: 'text',
          text: [
            bold(`${each.ticket} · ${each.priority}`),
            ` ${each.title || say.work.hidden} — `,
            ...reasons(each, to, say).flatMap((reason, index) => (index === 0 ? reason : [' ', ...reason])),
          ],
        },
        ...nagButtons(each, to, say, house),
      ]),
      ...(named.length > 0 ? [{ kind: 'text', text: say.reminders.more(named, left) } as const] : []),
    ],
  };
}
