/** Holding a ticket for somebody or something, and going on with it. Pure. */
import type { Changed } from '../history.js';
import { who } from '../people.js';
import { Refusal } from '../refusal.js';
import { pause, resume as run, type WaitCause } from '../sla/sla.js';
import { changed, happened, needAgent, needOpen, spoken, type By, type House, type Ticket } from './ticket.js';

export type Wait = { cause: WaitCause; reason: string; until?: Date | undefined };

/** The clock stands still where the policy says that this cause stops it. */
export function wait(ticket: Ticket, by: By, house: House, { cause, reason, until }: Wait): Changed<Ticket> {
  needAgent(by, ticket, house);
  needOpen(ticket);
  if (until && until <= by.now) throw new Refusal((say) => say.work.endIsPast(until));
  const running = ticket.waiting ? goOn(ticket, by.now, house) : ticket;
  const end = until ? { until } : {};
  return changed(
    {
      ...running,
      state: 'waiting',
      waiting: { cause, reason, since: by.now, ...end },
      clocks: house.sla.pausing.includes(cause) ? pause(running.clocks, cause, by.now) : running.clocks,
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
    clocks: run(ticket.clocks, sla.calendar(ticket.clocks.calendar), now),
  };
}

export function resume(ticket: Ticket, by: By, house: House): Changed<Ticket> {
  needAgent(by, ticket, house);
  needOpen(ticket);
  if (!ticket.waiting) throw new Refusal((say) => say.work.notWaiting(ticket._id));
  return changed(goOn(ticket, by.now, house), happened('resumed', { who: who(by.actor) }, 'under:triage'));
}

/** The wait has come to its end: whoever works on it is told. */
export const waitOver = (ticket: Ticket, house: House, now: Date): Changed<Ticket> =>
  changed(
    goOn(ticket, now, house),
    happened('resumed', {}, 'under:triage', ...(ticket.assignee ? [`person:${ticket.assignee.id}` as const] : [])),
  );
