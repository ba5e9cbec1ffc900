/** What agents decide about a ticket: what it is, who works on it, and in which group. Pure. */
import type { Changed } from '../../history.js';
import { type Person } from '../../people.js';
import { who } from '../../card.js';
import { Refusal } from '../../refusal.js';
import { recommit } from '../../sla/recommit.js';
import { enter } from '../../sla/sla.js';
import { page } from '../escalation/paging.js';
import { discreet, withheld } from '../discretion.js';
import {
  changed,
  happened,
  isOpen,
  needAgent,
  needOpen,
  spoken,
  type By,
  type Editable,
  type House,
  type Ticket,
} from '../ticket.js';

/** What is urgent now disturbs again. */
function loud(clocks: Ticket['clocks']): Ticket['clocks'] {
  const { quietUntil: _, ...rest } = clocks;
  return rest;
}

export type Edits = { [F in Editable]?: Ticket[F] | undefined };

/**
 * Another priority means other SLA targets, and so may another type or category: time counted and pauses stay. A priority
 * named outright needs no matrix.
 */
export function edit(ticket: Ticket, by: By, house: House, edits: Edits): Changed<Ticket> {
  needAgent(by, ticket, house);
  needOpen(ticket);
  const { sla, directory } = house;
  const given = Object.fromEntries(Object.entries(edits).filter(([, value]) => value !== undefined)) as Partial<Ticket>;
  const next = { ...ticket, ...given };
  const weighed = next.impact !== ticket.impact || next.urgency !== ticket.urgency;
  const priority = given.priority ?? (weighed ? sla.priorityOf(next.impact, next.urgency) : ticket.priority);
  const retitled = next.title !== ticket.title && by.actor.id !== ticket.requester.id;
  const edited = { ...next, priority, ...(retitled ? { retitled } : {}) };
  const fields: Editable[] = ['title', 'type', 'category', 'impact', 'urgency', 'priority'];
  const changes = fields
    .filter((field) => edited[field] !== ticket[field])
    .map((field) => ({ field, from: ticket[field] ?? '', to: edited[field] ?? '' }));
  if (changes.length === 0) throw new Refusal((say) => say.work.nothingChanged(ticket._id));
  const group = directory.group(ticket.group);
  const requester = directory.person(ticket.requester.id);
  const terms = group && requester && sla.termsFor({ ...edited, group, requester });
  const reweighed = changes.some(({ field }) => field === 'type' || field === 'category');
  const another = reweighed && terms?.policy !== ticket.clocks.policy;
  if (terms && (priority !== ticket.priority || another)) {
    const calendars = { old: sla.calendar(ticket.clocks.calendar), next: sla.calendar(terms.calendar) };
    const clocks = recommit(ticket.clocks, terms, calendars, by.now);
    edited.clocks = ticket.major ? { ...clocks, updates: sla.incident } : clocks;
  }
  const became = priority === 'P1' && ticket.priority !== 'P1';
  if (became) edited.clocks = loud(edited.clocks);
  const knows = ticket.clocks.firstResponse.met !== undefined || ticket.assignee?.id === by.actor.id;
  const paged = became && !knows ? page(edited, house, by.now) : { events: [] };
  return changed(
    { ...edited, ...(paged.page ? { page: paged.page } : {}) },
    happened('edited', { who: who(by.actor), changes }),
    ...paged.events,
  );
}

/** Only who works in the group can be given its tickets. */
export function assign(ticket: Ticket, by: By, house: House, to: Person): Changed<Ticket> {
  needAgent(by, ticket, house);
  needOpen(ticket);
  const group = house.directory.group(ticket.group);
  if (!house.directory.isAgentOf(to.id, ticket.group))
    throw new Refusal((say) => say.work.notInGroup(who(to), group?.name));
  if (ticket.assignee?.id === to.id)
    throw new Refusal((say) => say.work.alreadyTheirs(ticket._id, ticket.assignee!, ticket.assignee!.since));
  const state = ticket.state === 'new' ? 'assigned' : ticket.state;
  return changed(
    { ...ticket, state, assignee: { ...who(to), since: by.now } },
    happened(
      'assigned',
      { who: who(by.actor), to: who(to) },
      'under:triage',
      ...(to.id === by.actor.id ? [] : [`person:${to.id}` as const]),
    ),
  );
}

/**
 * Hands a ticket to another group, with a word on why and what was done. The requester's dates stay; the group's own
 * clock is new. In a sensitive group only those follow it who may see it anyway.
 */
export function move(ticket: Ticket, by: By, house: House, to: string, note: string): Changed<Ticket> {
  needAgent(by, ticket, house);
  if (!isOpen(ticket)) needOpen(ticket);
  const group = house.directory.group(to);
  if (!group)
    throw new Refusal((say) => say.work.noSuchGroup(to, house.directory.groups.map(({ id }) => id).join(', ')));
  if (group.id === ticket.group) throw new Refusal((say) => say.work.alreadyInGroup(ticket._id, group.name));
  const from = house.directory.group(ticket.group)?.name ?? { en: ticket.group, zh: ticket.group };
  const { assignee, ...rest } = ticket;
  const stays = assignee && house.directory.isAgentOf(assignee.id, group.id);
  const { followers = [] } = ticket;
  const { stay, leave } = group.sensitive
    ? discreet({ ...ticket, group: group.id }, followers, house)
    : { stay: followers, leave: [] };
  const state = ticket.state === 'waiting' ? 'waiting' : stays ? ticket.state : 'new';
  return changed(
    {
      ...rest,
      ...(stays ? { assignee } : {}),
      state,
      ...(leave.length > 0 ? { followers: stay } : {}),
      group: group.id,
      clocks: enter(ticket.clocks, group, house.sla.olaOf(group), house.sla.calendar, by.now),
      moved: [...(ticket.moved ?? []), ticket.group],
    },
    happened('moved', { ...spoken(by, note), from, to: group.name }, 'under:triage'),
    ...withheld(by.actor, leave),
  );
}
