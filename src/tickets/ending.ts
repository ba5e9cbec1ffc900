/** How work on a ticket ends, and begins again: resolve, reopen, close, and the requester's verdict. Pure. */
import { meet, pause, resume, unmeet } from '../sla/sla.js';
import { afterWorkingDays } from '../sla/calendar.js';
import type { Audience, Changed } from '../history.js';
import { who } from '../card.js';
import { isFinal, isLow, ratingExpired } from './rating.js';
import { Refusal } from '../refusal.js';
import {
  changed,
  happened,
  isOpen,
  isRequester,
  maySee,
  needAgent,
  needOpen,
  noSuchTicket,
  spoken,
  type By,
  type House,
  type Ticket,
} from './ticket.js';
import { needUnclaimed } from './links/pledges.js';
import { needTasksDone } from './links/tasks.js';
import { goOn, told } from './work/waiting.js';

/** Nothing is asked of the requester any more. */
export function answered(ticket: Ticket): Ticket {
  const { awaiting: _, unheard: __, ...rest } = ticket;
  return rest;
}

/**
 * Agents resolve; requesters may say themselves that it is solved.
 * @param survey whether the requester is asked for a rating this time.
 */
export function resolve(ticket: Ticket, by: By, house: House, summary: string, survey = true): Changed<Ticket> {
  const own = isRequester(by.actor, ticket);
  if (!own) needAgent(by, ticket, house);
  needOpen(ticket);
  return resolved(ticket, by, house, summary, { survey, tells: own ? [] : ['under:requester'] });
}

/** What it was opened for is over, and nobody is asked how it went. @throws Refusal while tasks of it are open. */
export const resolveByItself = (ticket: Ticket, by: By, house: House, summary: string): Changed<Ticket> =>
  isOpen(ticket) ? resolved(ticket, by, house, summary, { survey: false, tells: ['under:requester'] }) : undefined;

function resolved(
  ticket: Ticket,
  by: By,
  house: House,
  summary: string,
  { survey, tells }: { survey: boolean; tells: readonly Audience[] },
): Changed<Ticket> {
  needUnclaimed(ticket, by.now);
  needTasksDone(ticket, by, house);
  const number = ticket.resolutions + 1;
  const working = ticket.waiting ? goOn(ticket, by.now, house) : ticket;
  const met = meet(meet(told(working.clocks, by.now, house), 'firstResponse', by.now), 'resolution', by.now);
  const { escalated: _, ...calm } = answered(working);
  const calendar = house.directory.group(ticket.group)?.calendar ?? ticket.clocks.calendar;
  return changed(
    {
      ...calm,
      state: 'resolved',
      clocks: pause(met, 'resolved', by.now),
      resolution: { number, at: by.now, by: who(by.actor), summary, ...(survey ? {} : { unasked: true }) },
      resolutions: number,
      ...(survey ? { surveyed: by.now } : {}),
      closes: afterWorkingDays(house.sla.calendar(calendar), by.now, house.sla.closeAfter),
    },
    happened('resolved', { ...spoken(by, summary), number }, 'under:triage', ...tells),
  );
}

/** The time in between is not counted, and a rating not yet given is no longer asked for. */
export function opened(ticket: Ticket, { now }: By, { sla }: House): Ticket {
  const { resolution, closes: _, surveyed, ...rest } = ticket;
  return {
    ...rest,
    ...(surveyed && resolution?.rating ? { surveyed } : {}),
    state: ticket.assignee ? 'assigned' : 'new',
    clocks: resume(unmeet(ticket.clocks, 'resolution'), sla.calendar, now),
  };
}

export function reopen(ticket: Ticket, by: By, house: House, reason = ''): Changed<Ticket> {
  const own = isRequester(by.actor, ticket);
  if (!own) needAgent(by, ticket, house);
  if (ticket.state === 'closed') needOpen(ticket);
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

const shut = (ticket: Ticket, closed: NonNullable<Ticket['closed']>): Ticket => {
  const { closes: _, waiting: __, ...rest } = answered(ticket);
  return { ...rest, state: 'closed', closed };
};

/** Only what is resolved is closed; then nothing reopens it. */
export function close(ticket: Ticket, by: By, house: House): Changed<Ticket> {
  if (!isRequester(by.actor, ticket)) needAgent(by, ticket, house);
  if (ticket.state === 'closed') needOpen(ticket);
  if (!ticket.resolution) throw new Refusal((say) => say.work.resolveFirst(ticket._id));
  const actor = who(by.actor);
  return changed(shut(ticket, { at: by.now, by: actor }), happened('closed', { who: actor }));
}

/** Nobody came back to it in time. */
export const closeByItself = (ticket: Ticket, now: Date): Changed<Ticket> =>
  changed(shut(ticket, { at: now }), happened('closed', {}));

/** It asked for nothing: closed without a resolution, and without a survey. */
export function dismiss(ticket: Ticket, by: By, house: House, reason = ''): Changed<Ticket> {
  needAgent(by, ticket, house);
  needOpen(ticket);
  needUnclaimed(ticket, by.now);
  needTasksDone(ticket, by, house);
  return changed(
    ended(ticket, by, house),
    happened('dismissed', spoken(by, reason), 'under:requester', 'under:triage'),
  );
}

/** Closed without a resolution: its clocks stop for good. */
export function ended(ticket: Ticket, by: By, house: House): Ticket {
  const working = ticket.waiting ? goOn(ticket, by.now, house) : ticket;
  return {
    ...shut(working, { at: by.now, by: who(by.actor) }),
    clocks: ticket.resolution ? working.clocks : pause(working.clocks, 'closed', by.now),
  };
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
    throw new Refusal((say) => say.rating.requesterRates(ticket.requester));
  }
  const { resolution } = ticket;
  if (resolution?.number !== number) throw new Refusal((say) => say.rating.notThisResolution(ticket._id));
  const { rating } = resolution;
  if (rating && (rating.score === score || isFinal(rating, by.now)))
    throw new Refusal((say) => say.rating.alreadyRated(rating.score, rating.at));
  if (ratingExpired(resolution.at, by.now)) throw new Refusal((say) => say.rating.ratingExpired(resolution.at));
  const given = { score, ...(words ? { comment: words } : {}) };
  const lead = house.directory.group(ticket.group)?.lead;
  return changed(
    { ...ticket, resolution: { ...resolution, rating: { ...given, at: rating?.at ?? by.now } } },
    happened(
      'rated',
      { who: who(by.actor), ...given, number },
      ...(isLow(score) && lead ? [`person:${lead}` as const] : []),
    ),
  );
}
