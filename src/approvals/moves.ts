/**
 * What else people do with an approval besides deciding it: hand a seat on, ask somebody in addition, send it back to an
 * earlier step, let somebody read along, remind. None of it decides anything. Pure.
 */
import type { Who } from '../card.js';
import type { NewEvent } from '../history.js';
import { Refusal } from '../refusal.js';
import {
  type Approval,
  aboutStep,
  awaited,
  mayDecide,
  onlyRequester,
  openNext,
  openStep,
  seatOf,
  type Step,
  timed,
} from './approval.js';
import type { Approver, Routes } from './routes.js';

/** An approval after a move, and what is told of it. */
export type Moved = { approval: Approval; events: NewEvent[] };
export type Place = 'before' | 'beside' | 'after';

const who = ({ id, name }: Who): Who => ({ id, name });
const to = (...people: readonly Who[]) => people.map(({ id }) => `person:${id}` as const);

/** The most steps and people that one approval can come to have. */
const MOST_STEPS = 20;
const MOST_PEOPLE = 20;

/** @throws Refusal for people who may not sit in this step: because of what they did or are, never because of what a card says. */
function needAble(one: Who, approval: Approval, step: Step, routes: Routes): void {
  const bar = routes.barTo(one, aboutStep(approval, step), step.approvers);
  if (bar) throw new Refusal((say) => say.approvals.cannotSit[bar](one));
}

const withStep = (approval: Approval, changed: Step): Approval => ({
  ...approval,
  steps: approval.steps.map((step) => (step.key === changed.key ? changed : step)),
});

/** Hands the actor's seat to somebody who may have it; who decides for another hands on that one's seat. */
export function transfer(
  stored: Approval,
  key: string,
  actor: Who,
  receiver: Who,
  reason: string | undefined,
  routes: Routes,
  now: Date,
): Moved {
  const { approval, step, seat } = mayDecide(stored, key, actor, routes, now);
  needAble(receiver, approval, step, routes);
  if (step.approvers.length >= MOST_PEOPLE) throw new Refusal((say) => say.approvals.tooManyPeople(MOST_PEOPLE));
  const isMine = (one: Approver) => seatOf(one) === seatOf(seat) && !one.over;
  const approvers = [
    ...step.approvers
      .filter(({ id }) => id !== receiver.id)
      .map((one) => (isMine(one) ? { ...one, movedTo: who(receiver) } : one)),
    { ...who(receiver), insteadOf: who(actor), because: 'transferred' as const },
  ];
  const next = timed(
    { ...withStep(approval, { ...step, approvers }), reseat: routes.nextDelegation(approvers, now) },
    routes,
    now,
  );
  const data = { who: who(actor), to: who(receiver), ...(reason ? { reason } : {}) };
  const others = seat.onBehalfOf ? [seat.onBehalfOf] : [];
  return { approval: next, events: [{ what: 'transferred', data, tell: to(...others) }] };
}

/** Asks somebody besides: in a step of their own before or after this one, or beside the actor, and then both must approve. */
export function addApprover(
  stored: Approval,
  key: string,
  actor: Who,
  added: Who,
  place: Place,
  routes: Routes,
  now: Date,
): Moved {
  const { approval, step } = mayDecide(stored, key, actor, routes, now);
  needAble(added, approval, step, routes);
  const events = [{ what: 'approver-added', data: { who: who(actor), to: who(added), place } }];
  if (place === 'beside') {
    if (step.approvers.length >= MOST_PEOPLE) throw new Refusal((say) => say.approvals.tooManyPeople(MOST_PEOPLE));
    const seat = { ...who(added), addedBy: who(actor) };
    const approvers = [...step.approvers.filter(({ id }) => id !== added.id), seat];
    return { approval: timed(withStep(approval, { ...step, approvers, need: step.need + 1 }), routes, now), events };
  }
  if (approval.steps.length >= MOST_STEPS) throw new Refusal((say) => say.approvals.tooManySteps(MOST_STEPS));
  const number = approval.steps.filter(({ addedBy }) => addedBy).length + 1;
  const own: Step = {
    key: `added-${number}`,
    label: { en: added.name, zh: added.name },
    ask: [`person:${added.id}`],
    quorum: 'any',
    approvers: [who(added)],
    addedBy: who(actor),
    need: 1,
    decisions: [],
    state: 'waiting',
  };
  const at = approval.steps.indexOf(step);
  if (place === 'after') return { approval: { ...approval, steps: approval.steps.toSpliced(at + 1, 0, own) }, events };
  const steps = approval.steps.toSpliced(at, 1, own, { ...step, state: 'waiting' });
  return { approval: openNext({ ...approval, steps }, routes, now), events };
}

/** The steps that an approver may send it back to: those that were decided before theirs. */
export const decidedBefore = (approval: Approval, key: string): Step[] =>
  approval.steps
    .slice(
      0,
      approval.steps.findIndex((step) => step.key === key),
    )
    .filter(({ state }) => state === 'approved');

/** Opens an earlier step again; what was decided since counts no more, and stays in the history. */
export function sendBack(
  stored: Approval,
  key: string,
  actor: Who,
  target: string,
  reason: string,
  routes: Routes,
  now: Date,
): Moved {
  const { approval, step } = mayDecide(stored, key, actor, routes, now);
  const earlier = decidedBefore(approval, step.key).find((each) => each.key === target);
  if (!earlier) throw new Refusal((say) => say.approvals.noSuchStep);
  const [from, until] = [approval.steps.indexOf(earlier), approval.steps.indexOf(step)];
  const steps = approval.steps.map((each, at): Step => {
    if (at < from || at > until || each.unneeded) return each;
    const { opened: _, escalated: __, pauses: ___, ...rest } = each;
    return {
      ...rest,
      decisions: [],
      state: 'waiting',
      ...(each === earlier ? { sentBack: { by: who(actor), at: now, reason } } : {}),
    };
  });
  const next = openNext({ ...approval, steps }, routes, now);
  const data = { who: who(actor), step: earlier.label, reason };
  return { approval: next, events: [{ what: 'sent-back', data, tell: to(...awaited(next), approval.requester) }] };
}

/** Lets somebody read along, who decides nothing by it. @throws Refusal unless the actor asks for it or decides. */
export function copyTo(approval: Approval, actor: Who, reader: Who, isPart: boolean): Moved {
  if (!isPart) throw new Refusal((say) => say.approvals.notAsked);
  if (approval.state !== 'open') throw new Refusal((say) => say.approvals.isOver);
  const copies = approval.copies ?? [];
  if (copies.some(({ id }) => id === reader.id)) throw new Refusal((say) => say.approvals.readsAlready(reader));
  if (copies.length >= MOST_PEOPLE) throw new Refusal((say) => say.approvals.tooManyPeople(MOST_PEOPLE));
  const data = { who: who(actor), to: who(reader) };
  return { approval: { ...approval, copies: [...copies, who(reader)] }, events: [{ what: 'copied', data }] };
}

/** A requester reminds an approver at most so often on one of that approver's working days. */
const NUDGES_A_DAY = 2;

/** Reminds everybody whose decision is awaited and whom the requester may still remind today. */
export function nudge(approval: Approval, actor: Who, routes: Routes, now: Date): Moved {
  onlyRequester(approval, actor, (say) => say.approvals.onlyRequesterReminds);
  if (!openStep(approval)) throw new Refusal((say) => say.approvals.isOver);
  const nudges = approval.nudges ?? [];
  const today = (one: Who) =>
    nudges.filter(({ to: id, at }) => id === one.id && routes.workingDay(one, at) === routes.workingDay(one, now));
  const open = awaited(approval);
  const left = open.filter((one) => today(one).length < NUDGES_A_DAY);
  if (left.length === 0) throw new Refusal((say) => say.approvals.remindedEnough(open));
  return {
    approval: { ...approval, nudges: [...nudges, ...left.map(({ id }) => ({ to: id, at: now }))].slice(-100) },
    events: [{ what: 'reminded', data: { who: who(actor) }, tell: to(...left) }],
  };
}
