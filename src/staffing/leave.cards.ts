/** Leave as people see it. Pure. */
import { bold, type Button, type Card, type Part, type Viewer, type Who } from '../card.js';
import type { Event } from '../history.js';
import type { Group, Person } from '../people.js';
import type { Wording } from '../language/wording.js';
import type { Days } from './days.js';
import type { LeaveSaid } from './leave.js';
import type { Shift } from './rota.js';

export type LeaveShown = {
  person: Person;
  /** What is not over yet. */
  ranges: readonly Days[];
  /** Who stands in, in each group of the person. */
  standIns: readonly { group: Group['name']; standIn?: Person | undefined }[];
  /** The person's on-call shift that falls into it. */
  duty: readonly { group: Group['name']; shift: Shift }[];
  /** The open tickets they hold, and on which day they would be handed over. */
  holds: readonly { _id: string; title: string }[];
  /** The days just entered, when nobody decides for them then. */
  undelegated: Days | undefined;
};

/** More would not fit on one card of every platform. */
const LISTED = 8;

const notNow = (say: Wording): Button => ({ label: say.delegation.notNow, does: { do: 'postpone-delegate' } });

export function leaveCard(shown: LeaveShown, own: boolean, viewer: Viewer, say: Wording): Card {
  const words = say.staffing;
  const { person, ranges, holds } = shown;
  const [first] = ranges;
  const undelegated = own ? shown.undelegated : undefined;
  const delegate = ({ from, to: until }: Days): Button => ({
    label: say.delegation.add,
    does: { do: 'show-form', draft: { do: 'delegate', from, until } },
  });
  const question: Part[] = undelegated
    ? [
        { kind: 'text', text: say.delegation.whileAway },
        { kind: 'buttons', buttons: [delegate(undelegated), notNow(say)] },
      ]
    : [];
  const buttons: Button[] = [
    ...(own && first && !undelegated ? [delegate(first)] : []),
    {
      label: words.enter,
      does: { do: 'show-form', draft: { do: 'leave', ...(own ? {} : { person: person.id }) } },
    },
    ...ranges.slice(0, LISTED).map(({ from }): Button => ({
      label: words.cancelLeave(from),
      does: { do: 'cancel-leave', person: person.id, from },
    })),
  ];
  const handOver: Part[] =
    first && holds.length > 0
      ? [
          { kind: 'text', text: words.holds },
          {
            kind: 'list',
            ordered: false,
            items: holds.slice(0, LISTED).map(({ _id, title }) => [bold(_id), ` ${title}`]),
          },
          {
            kind: 'buttons',
            buttons: [
              {
                label: words.handOver,
                tone: 'primary',
                does: { do: 'hand-over', person: person.id, from: first.from },
              },
            ],
          },
        ]
      : [];
  return {
    for: viewer,
    title: words.leaveTitle(person),
    parts: [
      ranges.length > 0
        ? { kind: 'list', ordered: false, items: ranges.slice(0, LISTED).map(words.leaveLine) }
        : { kind: 'text', text: words.noLeave },
      ...shown.standIns.map(({ group, standIn }): Part => ({ kind: 'text', text: words.standsIn(group, standIn) })),
      ...shown.duty.map(({ group, shift }): Part => ({ kind: 'text', text: words.dutyThen(group, shift) })),
      ...(shown.duty.length > 0 && own
        ? [
            {
              kind: 'buttons',
              buttons: [{ label: words.swap, does: { do: 'show-form', draft: { do: 'offer-shift' } } }],
            } as const,
          ]
        : []),
      ...handOver,
      ...question,
      { kind: 'buttons', buttons },
    ],
  };
}

export function leaveNotice({ person }: { person: Who }, event: Event, viewer: Viewer, say: Wording): Card {
  const words = say.staffing;
  const { who, from, to } = event.data as LeaveSaid['entered'];
  const entered = event.what === 'entered';
  return {
    for: viewer,
    title: entered ? words.enteredTitle(person) : words.cancelledTitle(person),
    parts: [
      { kind: 'text', text: (entered ? words.enteredNotice : words.cancelledNotice)(who, { from, to }) },
      {
        kind: 'buttons',
        buttons: [{ label: words.seeLeave, does: { do: 'list-leave', person: person.id } }],
      },
    ],
  };
}
