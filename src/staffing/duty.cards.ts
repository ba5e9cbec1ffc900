/** Duty as people see it: who has it, what is offered, and what was changed. Pure. */
import { bold, type Button, type Card, type Part, type Viewer } from '../card.js';
import type { Audience, Event } from '../history.js';
import type { Directory, Group, Person } from '../people.js';
import type { Wording } from '../language/wording.js';
import { type Duty, type DutySaid, type Offer } from './duty.js';
import type { Staffing } from './staffing.js';

const nameOf = ({ group }: Duty, directory: Directory): Group['name'] =>
  directory.group(group)?.name ?? { en: group, zh: group };

/** The on-call agent of each group, with what this person may do about it. */
export function dutyCard(
  groups: readonly Group[],
  actor: Person,
  now: Date,
  viewer: Viewer,
  say: Wording,
  { directory, staffing }: { directory: Directory; staffing: Staffing },
): Card {
  const words = say.staffing;
  const ofGroup = (group: Group): Part[] => {
    const turn = staffing.turn(group.id, now);
    const { until, next } = turn ?? {};
    const buttons: Button[] = directory.isAgentOf(actor.id, group.id)
      ? [
          { label: words.swap, does: { do: 'show-form', draft: { do: 'offer-shift' } } },
          {
            label: words.takeOver,
            does: { do: 'show-form', draft: { do: 'order-duty', group: group.id, person: actor.id } },
          },
        ]
      : [];
    if (group.lead === actor.id)
      buttons.push({
        label: words.give,
        does: { do: 'show-form', draft: { do: 'order-duty', group: group.id } },
      });
    return [
      { kind: 'text', text: [bold(group.name[viewer.lang])] },
      {
        kind: 'facts',
        facts: [
          { label: words.now, value: turn ? words.has(turn.person, until, turn.insteadOf) : words.nobodyThere },
          ...(until && next ? [{ label: words.next, value: words.follows(next, until) }] : []),
        ],
      },
      ...(buttons.length > 0 ? [{ kind: 'buttons', buttons } as const] : []),
    ];
  };
  const nothing: Part[] = [{ kind: 'text', text: words.noDuty }];
  const parts = groups.flatMap(ofGroup);
  return { for: viewer, title: words.dutyTitle, parts: parts.length > 0 ? parts : nothing };
}

const cardName = (offer: Offer, person: string) => `offer-${offer.id}-${person}`;

/** An offer has a card for who makes it and one for each who may take it. */
export const standing = ({ offers }: Duty): { name: string; to: Audience }[] =>
  offers.flatMap((offer) =>
    [offer.by, ...offer.to].map(({ id }) => ({ name: cardName(offer, id), to: `person:${id}` as const })),
  );

const tones = { open: 'info', taken: 'good', declined: 'warning', withdrawn: 'neutral' } as const;

export function draw(duty: Duty, name: string, viewer: Viewer, say: Wording, directory: Directory): Card {
  const words = say.staffing;
  const offer = duty.offers.find((each) => [each.by, ...each.to].some(({ id }) => cardName(each, id) === name))!;
  const own = name === cardName(offer, offer.by.id);
  const answer = (label: string, given: 'take' | 'decline' | 'withdraw', tone?: 'primary'): Button => ({
    label,
    does: { do: 'answer-shift', group: duty.group, offer: offer.id, answer: given },
    ...(tone ? { tone } : {}),
  });
  const declined = offer.to.filter(({ id }) => offer.declined.includes(id));
  const answered = declined.some(({ id }) => name === cardName(offer, id));
  const buttons = own
    ? [answer(words.withdraw, 'withdraw')]
    : [answer(words.take, 'take', 'primary'), ...(answered ? [] : [answer(words.decline, 'decline')])];
  return {
    for: viewer,
    title: words.offerTitle(nameOf(duty, directory)),
    status: { text: words.offerState[offer.state], tone: tones[offer.state] },
    parts: [
      { kind: 'text', text: own ? words.ownOffered(offer.to, offer) : words.offered(offer.by, offer) },
      ...(offer.ended ? [{ kind: 'note', text: words.ended(offer.ended.by, offer.ended.at) } as const] : []),
      ...(declined.length > 0 && !offer.ended ? [{ kind: 'note', text: words.declinedBy(declined) } as const] : []),
      ...(offer.state === 'open' ? [{ kind: 'buttons', buttons } as const] : []),
    ],
  };
}

export function notice(duty: Duty, event: Event, viewer: Viewer, say: Wording, directory: Directory): Card {
  const words = say.staffing;
  const group = nameOf(duty, directory);
  const card = (title: string, ...parts: Part[]): Card => ({
    for: viewer,
    title,
    parts: [
      ...parts,
      { kind: 'buttons', buttons: [{ label: words.dutyTitle, does: { do: 'oncall', group: duty.group } }] },
    ],
  });
  if (event.what === 'ordered') {
    const { who, person, insteadOf, ...stretch } = event.data as DutySaid['ordered'];
    return card(words.orderedTitle(group), {
      kind: 'text',
      text: words.orderedBy(who, person, insteadOf, stretch),
    });
  }
  const offer = duty.offers.find(({ id }) => id === event.data['offer']);
  if (!offer) return card(words.orderedTitle(group));
  return event.what === 'taken' && offer.ended
    ? card(words.takenTitle(group), { kind: 'text', text: words.tookIt(offer.ended.by, offer.by, offer) })
    : card(words.declinedTitle(group), { kind: 'text', text: words.allDeclined(offer) });
}
