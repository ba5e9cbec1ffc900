/**
 * What another record is about to bring to a ticket: one that is merged into it, or a task that is being opened. Two
 * records are not saved at once, so the ticket that receives is claimed first, by a compare-and-swap of its own, and is
 * not ended until the other half is done. Pure.
 */
import type { Changed } from '../../history.js';
import { Refusal } from '../../refusal.js';
import type { Pledge, Ticket } from '../ticket.js';

/** A process that has not done the other half in this time is dead: its pledge counts for nothing. */
const KEPT_MS = 60_000;
/** A process that lives does the other half in this time, or not at all: long before others forget its pledge. */
const IN_TIME_MS = 20_000;

/** Somebody else was first, and is at it: in a moment the same may succeed. */
export class Claimed extends Refusal {}

/** A clock that has stepped back must not make a pledge last for longer. */
const apart = (one: Date, other: Date): number => Math.abs(other.getTime() - one.getTime());

const standing = ({ pledges = [] }: Pick<Ticket, 'pledges'>, now: Date): Pledge[] =>
  pledges.filter(({ at }) => apart(at, now) < KEPT_MS);

const claimed = (id: string, { what, of }: Pledge): Claimed =>
  new Claimed((say) => (what === 'merge' ? say.work.beingMerged(id, of) : say.work.taskComing(id)));

/** How many merges ever claimed it as their target. */
export const claimsOf = ({ claims = 0 }: Pick<Ticket, 'claims'>): number => claims;

/** The tasks that other deliveries are opening for it. */
export const tasksComing = (ticket: Ticket, delivery: string, now: Date): number =>
  standing(ticket, now).filter(({ what, by }) => what === 'task' && by !== delivery).length;

/** @throws Claimed when the other half comes too late after the claim. */
export function needInTime(id: string, { at }: Pick<Pledge, 'at'>, now: Date): void {
  if (apart(at, now) > IN_TIME_MS) throw new Claimed((say) => say.work.tookTooLong(id));
}

/** @throws Claimed while something is being brought to it: nothing of that would be lost, but nobody would work on it. */
export function needUnclaimed(ticket: Ticket, now: Date): void {
  const [first] = standing(ticket, now);
  if (first) throw claimed(ticket._id, first);
}

/** Claims a place in a ticket. */
export function pledged(ticket: Ticket, pledge: Pledge): Changed<Ticket> {
  const others = standing(ticket, pledge.at).filter(({ by, of }) => by !== pledge.by || of !== pledge.of);
  const merges = pledge.what === 'merge' ? { claims: claimsOf(ticket) + 1 } : {};
  return { next: { ...ticket, ...merges, pledges: [...others, pledge] }, events: [], unseen: true };
}

/** The ticket without these pledges: they are kept, or taken back. */
export function without(ticket: Ticket, is: (pledge: Pledge) => boolean): Ticket {
  const { pledges = [], ...rest } = ticket;
  const left = pledges.filter((each) => !is(each));
  return left.length > 0 ? { ...rest, pledges: left } : rest;
}

export function takenBack(ticket: Ticket, by: string): Changed<Ticket> {
  const next = without(ticket, (each) => each.by === by);
  return ticket.pledges?.length === next.pledges?.length ? undefined : { next, events: [], unseen: true };
}
