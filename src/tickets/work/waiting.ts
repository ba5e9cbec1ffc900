/** Holding a ticket for somebody or something, and going on with it. Pure. */
import type { Changed } from '../../history.js';
import { who } from '../../card.js';
import { Refusal } from '../../refusal.js';
import type { Sla } from '../../sla/policy.js';
import { add, opening } from '../../sla/calendar.js';
import { informed, pause, resume as run, type Clocks, type TargetName, type WaitCause } from '../../sla/sla.js';
import {
  changed,
  eventsOf,
  happened,
  isOpen,
  needAgent,
  needOpen,
  spoken,
  type By,
  type House,
  type Ticket,
  type WaitClock,
  type Waiting,
} from '../ticket.js';

export type Wait = { cause: WaitCause; reason: string; until?: Date | undefined };

/** The requester has heard from the desk. */
export const told = (clocks: Clocks, now: Date, { sla }: House): Clocks =>
  informed(clocks, sla.calendar(clocks.calendar), now);

/**
 * The effects of a hold: the SLA clock stops where the policy says so, and so do updates while the requester's answer
 * is awaited.
 */
function stoppedBy(cause: WaitCause, { sla }: House): TargetName[] {
  const promise: TargetName[] = sla.pausing.includes(cause) ? ['firstResponse', 'resolution', 'ola'] : [];
  return cause === 'user' ? [...promise, 'nextUpdate'] : promise;
}

/** A wait for somebody has a clock of its own, by working time of the group or of the calendar that the policy names. */
function clockOf(cause: WaitCause, ticket: Ticket, now: Date, { sla, directory }: House): WaitClock | undefined {
  const wait = sla.waits[cause];
  if (!wait) return undefined;
  const id = wait.calendar ?? directory.group(ticket.group)?.calendar ?? ticket.clocks.calendar;
  const calendar = sla.calendar(id);
  return { seconds: wait.seconds, calendar: id, due: opening(calendar, add(calendar, now, wait.seconds)) };
}

/** The clock of a wait by the working hours of today. */
export function waitCounted(waiting: Waiting, sla: Sla, calendarOf: (id: string) => string): Waiting {
  const { clock, since } = waiting;
  if (!clock || clock.told) return waiting;
  const id = calendarOf(clock.calendar);
  const calendar = sla.calendar(id);
  const due = opening(calendar, add(calendar, since, clock.seconds));
  return { ...waiting, clock: { ...clock, calendar: id, due } };
}

/** The requester reads the reason. The clock stands still where the policy says that this cause stops it. */
export function wait(ticket: Ticket, by: By, house: House, { cause, reason, until }: Wait): Changed<Ticket> {
  needAgent(by, ticket, house);
  needOpen(ticket);
  if (until && until <= by.now) throw new Refusal((say) => say.work.endIsPast(until));
  const running = ticket.waiting ? goOn(ticket, by.now, house) : ticket;
  const end = until ? { until } : {};
  const clock = clockOf(cause, ticket, by.now, house);
  const stops = stoppedBy(cause, house);
  const clocks = ticket.clocks.firstResponse.met ? told(running.clocks, by.now, house) : running.clocks;
  return changed(
    {
      ...running,
      state: 'waiting',
      waiting: { cause, reason, since: by.now, ...end, ...(clock ? { clock } : {}) },
      clocks: stops.length > 0 ? pause(clocks, cause, by.now, stops) : clocks,
    },
    happened('waited', { ...spoken(by, reason), cause, ...end }, 'under:requester', 'under:triage'),
  );
}

/** The ticket in work again; dates still to come move by the pause. */
export function goOn(ticket: Ticket, now: Date, { sla }: House): Ticket {
  const { waiting: _, ...rest } = ticket;
  return {
    ...rest,
    state: ticket.assignee ? 'in-progress' : 'new',
    clocks: run(ticket.clocks, sla.calendar, now),
  };
}

export function resume(ticket: Ticket, by: By, house: House): Changed<Ticket> {
  needAgent(by, ticket, house);
  needOpen(ticket);
  if (!ticket.waiting) throw new Refusal((say) => say.work.notWaiting(ticket._id));
  return changed(goOn(ticket, by.now, house), happened('resumed', { who: who(by.actor) }, 'under:triage'));
}

/**
 * No chat reaches the requester, for whose answer the ticket waits: a clock that stands still for somebody who was never
 * asked would stand for ever, so the work goes on and the agents are told to ask by other means.
 */
export function unreached(ticket: Ticket, house: House, now: Date): Changed<Ticket> {
  if (ticket.waiting?.cause !== 'user') return undefined;
  const asked = eventsOf(ticket).findLast(({ what }) => what === 'waited');
  return changed(
    { ...goOn(ticket, now, house), ...(asked ? { unheard: asked.id } : {}) },
    happened(
      'unreached',
      { who: who(ticket.requester) },
      'under:triage',
      ...(ticket.assignee ? [`person:${ticket.assignee.id}` as const] : []),
    ),
  );
}

/** A chat reaches them again: they are asked now, and the agents know it. */
export function askedAgain(ticket: Ticket): Changed<Ticket> {
  const { unheard, ...rest } = ticket;
  if (unheard === undefined) return undefined;
  const asked = eventsOf(ticket).find(({ id }) => id === unheard);
  if (asked?.what !== 'waited' || !isOpen(ticket)) return { next: rest, events: [], unseen: true };
  const { who: agent, words } = asked.data;
  return changed(rest, happened('asked-again', { who: agent, words }, 'under:requester', 'under:triage'));
}

/** The hold has ended: the assignee is notified. */
export const waitOver = (ticket: Ticket, house: House, now: Date): Changed<Ticket> =>
  changed(
    goOn(ticket, now, house),
    happened('resumed', {}, 'under:triage', ...(ticket.assignee ? [`person:${ticket.assignee.id}` as const] : [])),
  );

/** The hold lasts longer than allowed: the assignee is notified once, in working time. */
export function waitOverdue(ticket: Ticket, { sla, directory }: House, now: Date): Changed<Ticket> {
  const { waiting } = ticket;
  if (!waiting?.clock) return undefined;
  const { clock, cause } = waiting;
  const opens = opening(sla.calendar(clock.calendar), now);
  if (opens > now) return changed({ ...ticket, waiting: { ...waiting, clock: { ...clock, due: opens } } });
  const person = ticket.assignee?.id ?? directory.group(ticket.group)?.lead;
  return changed(
    { ...ticket, waiting: { ...waiting, clock: { ...clock, told: now } } },
    happened(
      'wait-overdue',
      { cause, due: clock.due },
      'under:triage',
      ...(person ? [`person:${person}` as const] : []),
    ),
  );
}
