/**
 * While an approver is on leave, their stand-in is asked as well, and decides in their seat: one seat
 * is one vote, and nobody decides their own request or two steps of one. Pure.
 */
import type { Audience, NewEvent } from '../history.js';
import { awaited, openStep, seatedNow, type Approval } from './approval.js';
import { withSeat, type About, type Approver, type Routes } from './routes.js';

export type AwayUntil = (person: string, now: Date) => Date | undefined;

/** The approvers with somebody for each who is away and has no delegate who is there. */
function covered(
  approvers: readonly Approver[],
  about: About,
  now: Date,
  { above }: Routes,
  awayUntil: AwayUntil,
): Approver[] {
  let all = [...approvers];
  for (const seat of approvers.filter(({ onBehalfOf, movedTo }) => !onBehalfOf && !movedTo)) {
    const away = awayUntil(seat.id, now);
    const seated = all.filter(({ over }) => !over);
    const others = seated.filter(({ onBehalfOf }) => onBehalfOf?.id === seat.id);
    if (!away || others.some(({ id }) => !awayUntil(id, now))) continue;
    const barred = new Set([...about.barred, ...seated.map(({ id }) => id)]);
    let standIn = above(seat, { ...about, barred });
    while (standIn && awayUntil(standIn.id, now)) {
      barred.add(standIn.id);
      standIn = above(seat, { ...about, barred });
    }
    if (standIn) all = withSeat(all, { ...standIn, onBehalfOf: { id: seat.id, name: seat.name }, away });
  }
  return all;
}

/** The same routes for an office in which people are sometimes away. */
export const staffed = (routes: Routes, awayUntil: AwayUntil): Routes => ({
  ...routes,
  seats(seating, about, now) {
    const seats = routes.seats(seating, about, now);
    const { limit, stepUp } = seating;
    return { ...seats, approvers: covered(seats.approvers, { ...about, limit, stepUp }, now, routes, awayUntil) };
  },
  delegates: (approvers, about, now) => covered(routes.delegates(approvers, about, now), about, now, routes, awayUntil),
});

/**
 * The approval with the approvers of its open step reassigned, for leave and delegations that began or ended; undefined when
 * all is as it was.
 */
export function reseated(approval: Approval, routes: Routes, now: Date): Approval | undefined {
  const next = seatedNow(approval, routes, now);
  return seatsOf(next) === seatsOf(approval) ? undefined : next;
}

const seatsOf = (approval: Approval): string =>
  JSON.stringify([openStep(approval)?.approvers.map(({ id, until, over }) => [id, until, over]), approval.reseat]);

/** What is told of those who have come to decide for somebody away: to whom they decide for, and to the requester. */
export function coverings(before: Approval | undefined, after: Approval): NewEvent[] {
  const step = openStep(after);
  if (!step) return [];
  const was = before && openStep(before);
  const known = was?.key === step.key ? was.approvers : [];
  return step.approvers
    .filter(({ id, away }) => away && !known.some((each) => each.id === id))
    .map(({ id, name, onBehalfOf }) => ({
      what: 'covered',
      data: { who: { id, name }, for: onBehalfOf },
      tell: [`person:${onBehalfOf!.id}`, `person:${after.requester.id}`],
    }));
}

/** Whom a reminder disturbs: nobody who has just been asked, and nobody who is away while somebody decides for them. */
export function reminded(before: Approval, after: Approval, now: Date): Audience[] {
  const waiting = awaited(after).filter(({ id }) => awaited(before).some((each) => each.id === id));
  const isCovered = ({ id }: Approver) =>
    waiting.some(({ onBehalfOf, away }) => onBehalfOf?.id === id && away !== undefined && away > now);
  return waiting.filter((each) => !isCovered(each)).map(({ id }) => `person:${id}` as const);
}
