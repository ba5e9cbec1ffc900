/** An open ticket under the SLA policies of today. Pure. */
import type { Changed } from '../../history.js';
import type { Sla } from '../../sla/policy.js';
import { recommit } from '../../sla/recommit.js';
import { commitmentNames, type Clocks } from '../../sla/sla.js';
import type { Move } from '../../versions/version.js';
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
