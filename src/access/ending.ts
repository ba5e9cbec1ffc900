/** How a grant ends: given back, extended by another, with its ticket, or at its time, after a warning. Pure. */
import { later } from '../approvals/approval.js';
import type { Routes } from '../approvals/routes.js';
import { who } from '../card.js';
import type { Changed } from '../history.js';
import type { Person } from '../people.js';
import { Refusal } from '../refusal.js';
import { type AccessRequest, approving, isGuardian, owesEnd, requesterOf, settled, stepDue } from './access.js';

/** Ends a grant before its time: the holder returns it; its owner, security or an administrator revokes it. */
export function giveBack(record: AccessRequest, actor: Person, now: Date): Changed<AccessRequest> {
  const own = actor.id === record.requester.id;
  if (!own && !isGuardian(record, actor)) throw new Refusal((say) => say.access.notYours);
  if (record.state !== 'active')
    throw new Refusal((say) => say.access.notActive(record._id, say.access.state[record.state]));
  const how = own ? 'returned' : 'revoked';
  const end = { how, by: who(actor), at: now } as const;
  return settled({ ...record, state: 'ending', work: undefined, end }, now, { what: how });
}

/** The grant goes on by another request, which is in effect: this one ends without a gap. */
export function superseded(record: AccessRequest, extension: string, now: Date): Changed<AccessRequest> {
  if (record.state !== 'active') return undefined;
  const end = { how: 'extended', at: now, extension } as const;
  return settled({ ...record, state: 'ending', work: undefined, end }, now, {
    what: 'extended',
    data: { into: extension },
  });
}

/** So long the holder has after the ticket is over. */
const AFTER_TICKET_HOURS = 1;

/** The ticket that it ends with is over: it ends in an hour, and its holder is warned. */
export function ticketEnded(record: AccessRequest, now: Date): Changed<AccessRequest> {
  const { lease, state, ticketOver } = record;
  if (state !== 'active' || !lease || ticketOver) return undefined;
  const soon = later(now, AFTER_TICKET_HOURS);
  const until = soon < lease.until ? soon : lease.until;
  return settled({ ...record, ticketOver: now, lease: { ...lease, until, warnings: [], warned: true } }, now, {
    what: 'ticket-over',
    tell: [requesterOf(record)],
  });
}

/** The one that it extends has ended for it. */
export const extended = (record: AccessRequest, now: Date): Changed<AccessRequest> =>
  owesEnd(record) ? settled({ ...record, extends: { ...record.extends!, done: true } }, now) : undefined;

/** Reminds, escalates, expires, warns or ends: the one thing that is due. */
export function attend(record: AccessRequest, routes: Routes, now: Date): Changed<AccessRequest> {
  const due = stepDue(record, now);
  if (!due || due > now) return undefined;
  const isOver = record.notAfter && record.notAfter <= now;
  if (record.state === 'requested')
    return isOver ? approving.expired(record, now) : approving.attended(record, routes, now);
  const { lease } = record;
  if (record.state !== 'active' || !lease) return undefined;
  if (lease.until <= now) {
    const end = { how: record.ticketOver ? 'ticket' : 'expired', at: now } as const;
    return settled({ ...record, state: 'ending', work: undefined, end }, now);
  }
  const warnings = lease.warnings.filter((date) => date > now);
  return settled({ ...record, lease: { ...lease, warnings, warned: true } }, now, {
    what: 'warned',
    tell: [requesterOf(record)],
  });
}
