/** What people answer when they are reminded: they are at it, need help, or want quiet for a while. Pure. */
import type { Audience, Changed } from '../../history.js';
import { who, type Who } from '../../card.js';
import { Refusal } from '../../refusal.js';
import { add } from '../../sla/calendar.js';
import { targetsOf } from '../../sla/sla.js';
import { hearingOf } from './availability.js';
import { changed, happened, needAgent, needOpen, spoken, type By, type House, type Ticket } from '../ticket.js';

/**
 * No reminders for this number of seconds of working time; the clock runs on. A longer quiet stays. That of a P1 ends
 * with its next target at the latest.
 */
export function hushed(ticket: Ticket, now: Date, { sla }: House, seconds = sla.quiet): Ticket['clocks'] {
  const { quietUntil: before, calendar } = ticket.clocks;
  const asked = add(sla.calendar(calendar), now, seconds);
  const [due = asked] = targetsOf(ticket.clocks)
    .flatMap(([, target]) => (ticket.priority === 'P1' && !target.met && target.due > now ? target.due : []))
    .toSorted((one, other) => one.getTime() - other.getTime());
  const until = due < asked ? due : asked;
  return { ...ticket.clocks, quietUntil: before && before > until ? before : until };
}

export function snooze(ticket: Ticket, by: By, house: House, hours: number, reason: string): Changed<Ticket> {
  needAgent(by, ticket, house);
  needOpen(ticket);
  const { snooze: longest } = house.sla;
  const seconds = Math.round(hours * 3600);
  if (seconds > longest) throw new Refusal((say) => say.reminders.tooLong(say.sla.length(longest)));
  const clocks = hushed(ticket, by.now, house, seconds);
  return changed({ ...ticket, clocks }, happened('snoozed', { ...spoken(by, reason), until: clocks.quietUntil! }));
}

/**
 * The helpers: the backup and the lead of its group, except the agent who asks; the manager when nobody else is left.
 */
export function helpersOf(ticket: Ticket, { actor }: By, { directory }: House): Who[] {
  const group = directory.group(ticket.group);
  const ids = [...new Set([group?.backup, group?.lead])].filter((id) => id !== actor.id);
  const helpers = ids.flatMap((id) => (id && directory.person(id)) || []);
  const manager = group && directory.person(group.manager);
  return (helpers.length > 0 || !manager ? helpers : [manager]).map(who);
}

export function needHelp(ticket: Ticket, by: By, house: House, words: string): Changed<Ticket> {
  needAgent(by, ticket, house);
  needOpen(ticket);
  const helpers = helpersOf(ticket, by, house);
  if (helpers.length === 0) throw new Refusal((say) => say.reminders.nobodyHelps(ticket._id));
  const clocks = hushed(ticket, by.now, house);
  const { audiences, reminds } = heardAtWork(
    helpers.map(({ id }) => id),
    ticket,
    house,
    by.now,
  );
  return changed(
    { ...ticket, clocks, ...reminds },
    happened('help-wanted', spoken(by, words), 'under:triage', ...audiences),
  );
}

/** Receivers at work, and stand-ins, are notified at once; the rest is kept until work begins. */
export function heardAtWork(
  ids: readonly string[],
  ticket: Ticket,
  house: House,
  now: Date,
): { audiences: Audience[]; reminds: Pick<Ticket, 'reminds'> } {
  const hearings = ids.map((id) => ({ id, ...hearingOf(id, ticket, house, now) }));
  const awake = hearings.filter(({ at }) => at <= now);
  if (awake.length > 0) return { audiences: awake.map(({ to }) => `person:${to}` as const), reminds: {} };
  return {
    audiences: ids.map((id) => `reminder:${id}` as const),
    reminds: ids.length > 0 ? { reminds: now } : {},
  };
}
