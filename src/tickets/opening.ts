/** How a ticket begins: what is asked, its SLA targets, and its first event. Pure. */
import type { NewEvent, Own } from '../history.js';
import { type Group, type Person } from '../people.js';
import { who } from '../card.js';
import type { Level } from '../sla/policy.js';
import { enter, start } from '../sla/sla.js';
import { page } from './escalation/paging.js';
import { dated, happened, type By, type House, type Inquiry, type Source, type Ticket, type Type } from './ticket.js';

export type Asked = {
  title: string;
  details?: string | undefined;
  impact: Level;
  urgency: Level;
  question?: string | undefined;
  type?: Type | undefined;
  category?: string | undefined;
  /** The closed ticket that this one takes up again. */
  follows?: string | undefined;
  source?: Source | undefined;
  inquiry?: Inquiry | undefined;
  /** For whom it is opened, when that is not the actor. */
  requester?: Person | undefined;
  /** Who gets it: by the group's own rule, or because somebody said so. */
  assignee?: Person | undefined;
  /** The ticket that it is a task of. */
  parent?: string | undefined;
};

/** A new ticket, its SLA targets and its first event. */
export function open(
  asked: Asked,
  { actor, now }: By,
  house: House,
  group: Group,
  delivery: string,
): { own: Own<Ticket>; events: NewEvent[] } {
  const { title, details, impact, urgency, question, type = 'incident', follows, requester = actor, assignee } = asked;
  const { sla } = house;
  const priority = sla.priorityOf(impact, urgency);
  const { category } = asked;
  const terms = sla.termsFor({ priority, group, requester, type, category });
  const started = { ...start(terms, sla.calendar(terms.calendar), now), hours: sla.hours };
  const clocks = enter(started, group, sla.olaOf(group), sla.calendar, now);
  const paged = page({ group: group.id, priority, assignee: assignee && { ...who(assignee), since: now } }, house, now);
  const unplaced = group.assignment !== 'none' && !assignee;
  return {
    own: dated({
      title,
      ...(details ? { details } : {}),
      requester: who(requester),
      ...(requester.id === actor.id ? {} : { openedBy: who(actor) }),
      type,
      ...(category ? { category } : {}),
      ...(asked.parent ? { parent: { id: asked.parent } } : {}),
      ...(follows ? { links: [{ to: follows, kind: 'follows' }] } : {}),
      ...(assignee ? { assignee: { ...who(assignee), since: now } } : {}),
      group: group.id,
      impact,
      urgency,
      priority,
      state: assignee ? 'assigned' : 'new',
      opened: now,
      ...(question ? { question } : {}),
      ...(asked.inquiry ? { inquiry: asked.inquiry } : {}),
      ...(asked.source ? { source: asked.source } : {}),
      clocks,
      ...(paged.page ? { page: paged.page } : {}),
      resolutions: 0,
    }),
    events: [
      happened('opened', { who: who(actor), delivery, ...(unplaced ? { unplaced: true } : {}) }),
      ...(assignee ? [happened('assigned', { who: who(assignee), to: who(assignee) }, `person:${assignee.id}`)] : []),
      ...paged.events,
    ],
  };
}
