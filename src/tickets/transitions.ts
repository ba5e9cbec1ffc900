/** What people do with a ticket: each a pure step from one state to the next, or a Refusal that says why not. */
import { add } from '../sla/calendar.js';
import { meet, pause, resume, unmeet } from '../sla/sla.js';
import type { Changed } from '../history.js';
import { who } from '../people.js';
import { isLow, ratingExpired } from '../quality/csat.js';
import { Refusal } from '../refusal.js';
import { isThanks } from './thanks.js';
import {
  changed,
  eventsOf,
  happened,
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
} from './ticket.js';

/** No reminders for an interval, since somebody is at it; the clock runs on. */
const hushed = (ticket: Ticket, now: Date, { sla }: House): Ticket['clocks'] => ({
  ...ticket.clocks,
  quietUntil: add(sla.calendar(ticket.clocks.calendar), now, sla.quiet),
});

const assigned = (ticket: Ticket, { actor, now }: By): Ticket => ({
  ...ticket,
  assignee: { ...who(actor), since: now },
  state: 'assigned',
});

function answered(ticket: Ticket): Ticket {
  const { awaiting: _, ...rest } = ticket;
  return rest;
}

export function claim(ticket: Ticket, by: By, house: House): Changed<Ticket> {
  needAgent(by, ticket, house);
  needOpen(ticket);
  const { assignee } = ticket;
  if (assignee?.id === by.actor.id) throw new Refusal((say) => say.tickets.alreadyYours(ticket._id, assignee.since));
  if (assignee) throw new Refusal((say) => say.tickets.alreadyClaimed(ticket._id, assignee, assignee.since));
  return changed(assigned(ticket, by), happened('claimed', { who: who(by.actor) }));
}

/** Words among agents; the requester never sees them. */
export function note(ticket: Ticket, by: By, house: House, words: string): Changed<Ticket> {
  needAgent(by, ticket, house);
  return changed(ticket, happened('noted', spoken(by, words), 'under:triage'));
}

/** Words to the requester: the first of them meets the first-response target. */
export function reply(ticket: Ticket, by: By, house: House, words: string): Changed<Ticket> {
  needAgent(by, ticket, house);
  const open = ticket.state !== 'resolved';
  const next: Ticket = open
    ? {
        ...ticket,
        state: ticket.assignee ? 'in-progress' : 'new',
        clocks: meet(hushed(ticket, by.now, house), 'firstResponse', by.now),
        awaiting: by.now,
      }
    : ticket;
  return changed(next, happened('replied', spoken(by, words), 'under:requester', 'under:triage'));
}

/** The requester's own words; in the agents' thread, an internal note. A word after the resolution reopens. */
export function comment(ticket: Ticket, by: By, house: House, words: string): Changed<Ticket> {
  if (!isRequester(by.actor, ticket) && !mayWork(by.actor, ticket, house.directory)) throw noSuchTicket(ticket._id);
  if (words.trim() === '') throw new Refusal((say) => say.tickets.noWords(ticket._id));
  if (!isRequester(by.actor, ticket)) return note(ticket, by, house, words);
  const reopens = ticket.state === 'resolved' && !isThanks(words);
  const next = reopens ? opened(ticket, by, house) : ticket;
  return changed(
    answered(next),
    happened(
      'commented',
      { ...spoken(by, words), reopened: reopens },
      'under:triage',
      ...(reopens && ticket.assignee ? [`person:${ticket.assignee.id}` as const] : []),
    ),
  );
}

/** The requester takes a comment back: it was a new question. Nothing changes when it was taken back before. */
export function withdraw(ticket: Ticket, by: By, event: string): { words: string; changed: Changed<Ticket> } {
  const said = eventsOf(ticket).find((each) => each.id === event);
  if (said?.what !== 'commented' || said.by !== by.actor.id) throw noSuchTicket(ticket._id);
  const before = eventsOf(ticket).some((each) => each.what === 'withdrawn' && each.data.event === event);
  return {
    words: said.data.words,
    changed: before ? undefined : changed(ticket, happened('withdrawn', { who: who(by.actor), event }, 'under:triage')),
  };
}

export function working(ticket: Ticket, by: By, house: House): Changed<Ticket> {
  needAgent(by, ticket, house);
  needOpen(ticket);
  const owned = ticket.assignee ? ticket : assigned(ticket, by);
  const clocks = hushed(ticket, by.now, house);
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
  return changed(
    ticket,
    happened('escalated', spoken(by, reason), 'under:triage', ...(above ? [`person:${above}` as const] : [])),
  );
}

/** Agents resolve; requesters may say themselves that it is solved. */
export function resolve(ticket: Ticket, by: By, house: House, summary: string): Changed<Ticket> {
  const own = isRequester(by.actor, ticket);
  if (!own) needAgent(by, ticket, house);
  needOpen(ticket);
  const number = ticket.resolutions + 1;
  const met = meet(meet(ticket.clocks, 'firstResponse', by.now), 'resolution', by.now);
  return changed(
    {
      ...answered(ticket),
      state: 'resolved',
      clocks: pause(met, 'resolved', by.now),
      resolution: { number, at: by.now, by: who(by.actor), summary },
      resolutions: number,
    },
    happened(
      'resolved',
      { ...spoken(by, summary), number },
      'under:triage',
      ...(own ? [] : ['under:requester' as const]),
    ),
  );
}

/** The time in between is not counted, and a rating not yet given is no longer asked for. */
function opened(ticket: Ticket, { now }: By, { sla }: House): Ticket {
  const { resolution: _, ...rest } = ticket;
  return {
    ...rest,
    state: ticket.assignee ? 'assigned' : 'new',
    clocks: resume(unmeet(ticket.clocks, 'resolution'), sla.calendar(ticket.clocks.calendar), now),
  };
}

export function reopen(ticket: Ticket, by: By, house: House, reason = ''): Changed<Ticket> {
  const own = isRequester(by.actor, ticket);
  if (!own) needAgent(by, ticket, house);
  if (!ticket.resolution) throw new Refusal((say) => say.tickets.stillOpen(ticket._id));
  return changed(
    opened(ticket, by, house),
    happened(
      'reopened',
      spoken(by, reason),
      'under:triage',
      ...(own ? [] : ['under:requester' as const]),
      ...(ticket.assignee && ticket.assignee.id !== by.actor.id ? [`person:${ticket.assignee.id}` as const] : []),
    ),
  );
}

/** The requester's verdict on one resolution, once; a low one is told to the lead. */
export function rate(
  ticket: Ticket,
  by: By,
  house: House,
  { resolution: number, score, comment: words }: { resolution: number; score: number; comment?: string | undefined },
): Changed<Ticket> {
  if (!isRequester(by.actor, ticket)) {
    if (!maySee(by.actor, ticket, house)) throw noSuchTicket(ticket._id);
    throw new Refusal((say) => say.quality.requesterRates(ticket.requester));
  }
  const { resolution } = ticket;
  if (resolution?.number !== number) throw new Refusal((say) => say.quality.notThisResolution(ticket._id));
  const { rating } = resolution;
  if (rating) throw new Refusal((say) => say.quality.alreadyRated(rating.score, rating.at));
  if (ratingExpired(resolution.at, by.now)) throw new Refusal((say) => say.quality.ratingExpired(resolution.at));
  const given = { score, ...(words ? { comment: words } : {}) };
  const lead = house.directory.group(ticket.group)?.lead;
  return changed(
    { ...ticket, resolution: { ...resolution, rating: { ...given, at: by.now } } },
    happened(
      'rated',
      { who: who(by.actor), ...given, number },
      ...(isLow(score) && lead ? [`person:${lead}` as const] : []),
    ),
  );
}
