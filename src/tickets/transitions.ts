/** What people do with a ticket: each a pure step from one state to the next, or a Refusal that says why not. */
import { meet } from '../sla/sla.js';
import type { Changed } from '../history.js';
import { who } from '../card.js';
import { Refusal } from '../refusal.js';
import { heardAtWork, hushed } from './reminders/snooze.js';
import { answered, opened } from './ending.js';
import { isThanks } from '../language/small-talk.js';
import {
  changed,
  eventsOf,
  happened,
  isFollower,
  isOpen,
  isRequester,
  maySee,
  mayWork,
  needAgent,
  needOpen,
  noSuchTicket,
  spoken,
  type By,
  type House,
  type Ticket,
  type TicketEvent,
} from './ticket.js';
import { goOn, told } from './work/waiting.js';

const assigned = (ticket: Ticket, { actor, now }: By): Ticket => ({
  ...ticket,
  assignee: { ...who(actor), since: now },
  state: ticket.waiting ? 'waiting' : 'assigned',
});

export function claim(ticket: Ticket, by: By, house: House): Changed<Ticket> {
  needAgent(by, ticket, house);
  needOpen(ticket);
  const { assignee } = ticket;
  if (assignee?.id === by.actor.id) throw new Refusal((say) => say.tickets.alreadyYours(ticket._id, assignee.since));
  if (assignee) throw new Refusal((say) => say.tickets.alreadyClaimed(ticket._id, assignee, assignee.since));
  return changed(assigned(ticket, by), happened('claimed', { who: who(by.actor) }));
}

/** Words among agents; the requester never sees them. @param to the colleague whom they answer. */
export function note(ticket: Ticket, by: By, house: House, words: string, to?: string): Changed<Ticket> {
  needAgent(by, ticket, house);
  const hears = to !== undefined && mayWork({ id: to }, ticket, house.directory);
  return changed(
    ticket,
    happened('noted', spoken(by, words), 'under:triage', ...(hears ? [`person:${to}` as const] : [])),
  );
}

/**
 * Words to the requester: the first of them meets the first-response target, and the next are awaited from then.
 * @param note the event in which they were kept before; it is sent once.
 */
export function reply(ticket: Ticket, by: By, house: House, words: string, note?: string): Changed<Ticket> {
  needAgent(by, ticket, house);
  const isSent = (event: TicketEvent) => event.what === 'replied' && event.data.note === note;
  if (note !== undefined && eventsOf(ticket).some(isSent)) return undefined;
  const clocks = meet(told(ticket.clocks, by.now, house), 'firstResponse', by.now);
  const next: Ticket = isOpen(ticket)
    ? {
        ...ticket,
        state: ticket.waiting ? 'waiting' : ticket.assignee ? 'in-progress' : 'new',
        clocks: hushed({ ...ticket, clocks }, by.now, house),
        awaiting: by.now,
      }
    : ticket;
  return changed(
    next,
    happened('replied', { ...spoken(by, words), ...(note ? { note } : {}) }, 'under:requester', 'under:triage'),
  );
}

/**
 * The requester's own words, or a follower's; in the agents' thread, an internal note. The requester's word after the
 * resolution reopens, and ends a wait for it. What is said after the end is kept and read.
 */
export function comment(ticket: Ticket, by: By, house: House, words: string): Changed<Ticket> {
  const own = isRequester(by.actor, ticket);
  const works = mayWork(by.actor, ticket, house.directory);
  if (!own && !works && !isFollower(by.actor, ticket)) {
    if (!maySee(by.actor, ticket, house)) throw noSuchTicket(ticket._id);
    throw new Refusal((say) => say.work.followToComment(ticket._id));
  }
  if (words.trim() === '') throw new Refusal((say) => say.tickets.noWords(ticket._id));
  if (!own && works) return note(ticket, by, house, words);
  const reopens = own && ticket.state === 'resolved' && !isThanks(words);
  const resumes = own && ticket.waiting?.cause === 'user';
  const next = reopens ? opened(ticket, by, house) : resumes ? goOn(ticket, by.now, house) : ticket;
  return changed(
    own ? answered(next) : next,
    happened(
      'commented',
      { ...spoken(by, words), reopened: reopens, ...(resumes ? { resumed: true } : {}) },
      'under:triage',
      ...(own && by.filled ? ['under:requester' as const] : []),
      ...((reopens || resumes) && ticket.assignee ? [`person:${ticket.assignee.id}` as const] : []),
    ),
  );
}

/** What the actor said in that event, and can take back. @throws Refusal when they said nothing there. */
export function saidBy({ actor }: By, ticket: Ticket, event: string): Extract<TicketEvent, { what: 'commented' }> {
  const said = eventsOf(ticket).find((each) => each.id === event);
  if (said?.what !== 'commented' || said.by !== actor.id) throw noSuchTicket(ticket._id);
  return said;
}

/** The requester takes a comment back: it was a new question. Nothing changes when it was taken back before. */
export function withdraw(ticket: Ticket, by: By, event: string): Changed<Ticket> {
  saidBy(by, ticket, event);
  const before = eventsOf(ticket).some((each) => each.what === 'withdrawn' && each.data.event === event);
  return before ? undefined : changed(ticket, happened('withdrawn', { who: who(by.actor), event }, 'under:triage'));
}

export function working(ticket: Ticket, by: By, house: House): Changed<Ticket> {
  needAgent(by, ticket, house);
  needOpen(ticket);
  const running = ticket.waiting ? goOn(ticket, by.now, house) : ticket;
  const owned = running.assignee ? running : assigned(running, by);
  const clocks = hushed(running, by.now, house);
  return changed(
    { ...owned, state: 'in-progress', clocks },
    happened('working', { who: who(by.actor), until: clocks.quietUntil! }),
  );
}

/** A person asks for more attention: the lead is told, or the group's manager when it is the lead who asks. */
export function escalate(ticket: Ticket, by: By, house: House, reason: string): Changed<Ticket> {
  if (!isRequester(by.actor, ticket)) needAgent(by, ticket, house);
  needOpen(ticket);
  const group = house.directory.group(ticket.group);
  const above = group && (group.lead === by.actor.id ? group.manager : group.lead);
  const { audiences, reminds } = heardAtWork(above ? [above] : [], ticket, house, by.now);
  const next = { ...ticket, escalated: ticket.escalated ?? by.now, ...reminds };
  return changed(next, happened('escalated', spoken(by, reason), 'under:triage', ...audiences));
}
