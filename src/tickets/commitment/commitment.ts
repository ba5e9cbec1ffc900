/** An open ticket under the SLA policies of today. Pure. */
import type { Changed } from '../../history.js';
import type { Sla } from '../../sla/policy.js';
import { byHours, recommit } from '../../sla/recommit.js';
import { commitmentNames, type Clocks } from '../../sla/sla.js';
import type { Move } from '../../versions/version.js';
import { waitCounted } from '../work/waiting.js';
import { changed, happened, isOpen, type House, type Ticket } from '../ticket.js';

/** Its targets as of now; nothing when its group is no longer there. Time counted and pauses stay. */
function promised(ticket: Ticket, sla: Sla, { directory, sla: own }: House, now: Date): Clocks | undefined {
  const group = directory.group(ticket.group);
  if (!group) return undefined;
  const requester = directory.person(ticket.requester.id) ?? { vip: false };
  const terms = sla.termsFor({ ...ticket, group, requester });
  const { clocks } = ticket;
  return recommit(clocks, terms, { old: own.calendar(clocks.calendar), next: sla.calendar(terms.calendar) }, now);
}

/** Its own targets by the working hours of today; a calendar that is gone gives way to the one of a new ticket. */
function counted(ticket: Ticket, sla: Sla, { directory }: House, now: Date): Ticket {
  const { clocks, waiting } = ticket;
  const group = directory.group(ticket.group) ?? directory.defaultGroup;
  const requester = directory.person(ticket.requester.id) ?? { vip: false };
  const kept = (id: string, instead: () => string) => (sla.hasCalendar(id) ? id : instead());
  const calendar = kept(clocks.calendar, () => sla.termsFor({ ...ticket, group, requester }).calendar);
  const ola = clocks.ola && { ola: { ...clocks.ola, calendar: kept(clocks.ola.calendar, () => group.calendar) } };
  return {
    ...ticket,
    clocks: byHours({ ...clocks, calendar, ...ola }, sla.hours, sla.calendar, now),
    ...(waiting ? { waiting: waitCounted(waiting, sla, (id) => kept(id, () => group.calendar)) } : {}),
  };
}

/** How its date moves by the working hours of these files, if at all. */
export function moveOfHours(ticket: Ticket, sla: Sla, house: House, now: Date): Move | undefined {
  const { policy, resolution } = ticket.clocks;
  const due = { from: resolution.due, to: counted(ticket, sla, house, now).clocks.resolution.due };
  const policies = { from: policy, to: policy };
  return due.from.getTime() === due.to.getTime() ? undefined : { ticket: ticket._id, policy: policies, due };
}

/** Counts by the working hours in force, once. */
export function takeHours(ticket: Ticket, house: House, now: Date): Changed<Ticket> {
  if (!isOpen(ticket) || ticket.clocks.hours === house.sla.hours) return undefined;
  const move = moveOfHours(ticket, house.sla, house, now);
  const events = move ? [happened('recounted', { due: move.due })] : [];
  return changed(counted(ticket, house.sla, house, now), ...events);
}

const differ = (one: Clocks, other: Clocks): boolean =>
  one.policy !== other.policy ||
  one.calendar !== other.calendar ||
  one.updates?.seconds !== other.updates?.seconds ||
  commitmentNames.some((name) => one[name]?.seconds !== other[name]?.seconds);

/** How its targets would change under these policies, if at all. */
export function moveOf(ticket: Ticket, sla: Sla, house: House, now: Date): Move | undefined {
  const next = promised(ticket, sla, house, now);
  if (!next || !differ(ticket.clocks, next)) return undefined;
  const { policy, resolution } = ticket.clocks;
  return {
    ticket: ticket._id,
    policy: { from: policy, to: next.policy },
    due: { from: resolution.due, to: next.resolution.due },
  };
}

/** Takes the version in force, once. */
export function takeVersion(ticket: Ticket, house: House, now: Date): Changed<Ticket> {
  if (!isOpen(ticket) || ticket.clocks.version === house.sla.version) return undefined;
  const clocks = promised(ticket, house.sla, house, now);
  if (!clocks) return undefined;
  const move = moveOf(ticket, house.sla, house, now);
  return changed(
    { ...ticket, clocks },
    ...(move ? [happened('recommitted', { version: clocks.version, due: move.due })] : []),
  );
}
