/**
 * A request that its requester changes while it waits for decisions, or before it is used: which decisions stand, and which
 * steps are decided anew. Pure.
 *
 * A decision stands for what its approver saw, and a card shows everything: so every change restarts every step that was
 * decided, unless the route says what the step is `about`. The facts that its `when`, `limit` and `stepUp` read count besides. What
 * is less than before was approved with it. Where another route or another version of the policy holds now, it all begins
 * anew.
 */
import type { Lang, Text, Who } from '../card.js';
import { inEach, type Wording } from '../language/wording.js';
import { Refusal } from '../refusal.js';
import {
  type Approval,
  clocked,
  type Decision,
  type Difference,
  later,
  type Offer,
  openNext,
  openStep,
  readersOf,
  seatOf,
  type Step,
  stepsOf,
} from './approval.js';
import { accepted } from './offers.js';
import { factsIn, type Facts } from './conditions.js';
import type { Route, Routes } from './routes.js';

/** The request as it would be: what chooses and asks its approvers, and how it differs from the one that they know. */
export type Terms = { route: Route; facts: Facts; owner?: Who; differences: readonly Difference[] };

/** `fell`: those whose decision counts no more. `restarts`: the steps in which it did. `given`: the accepted offer. */
export type Revised = {
  approval: Approval;
  fell: Who[];
  restarts: Record<Lang, string>[];
  given?: Offer | undefined;
};

/** Longer texts are shown by their beginnings. */
const SHOWN = 200;
const brief = (text: Text): Text =>
  text.map((span) => (typeof span === 'string' && span.length > SHOWN ? `${span.slice(0, SHOWN).trimEnd()} …` : span));

/** What differs between a value and the one that replaces it; nothing where they are the same. */
export function differing<T>(
  what: readonly string[],
  label: (say: Wording) => string,
  [before, after]: readonly [T, T],
  show: (value: T, say: Wording) => Text,
  isLess = false,
): Difference[] {
  if (isSame(before, after)) return [];
  const shown = (value: T) => inEach((say) => brief(show(value, say)));
  return [{ what, label: inEach(label), from: shown(before), to: shown(after), ...(isLess ? { isLess } : {}) }];
}

/** An approval keeps what its last approvers still have to see. */
const MOST_REVISIONS = 20;

type Asked = Route['steps'][number];

/** Facts and what is shown are plain values. */
const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What is otherwise than approvers knew it, and not merely less. */
function changesIn({ facts: before = {} }: Approval, { facts: after, differences }: Terms): string[] {
  const named = new Set(differences.flatMap(({ what }) => what));
  const silent = Object.keys({ ...before, ...after }).filter((fact) => !named.has(fact));
  return [
    ...differences.flatMap(({ what, isLess }) => (isLess ? [] : what)),
    ...silent.filter((fact) => !isSame(before[fact], after[fact])),
  ];
}

/** Whether a step would be decided about something else than it was. */
function isTouched(asked: Asked | undefined, terms: Terms, before: Approval): boolean {
  if (asked?.ask.includes('owner') && terms.owner?.id !== before.owner?.id) return true;
  const read = [
    ...(asked?.when ? factsIn(asked.when) : []),
    ...(asked?.limit ? [asked.limit] : []),
    ...(typeof asked?.stepUp === 'object' ? factsIn(asked.stepUp) : []),
  ];
  return changesIn(before, terms).some((what) => !asked?.about || asked.about.includes(what) || read.includes(what));
}

/** The step with a decision that was given for exactly this change, where its approver is asked. */
function decidedBy(step: Step, decision: Decision, now: Date): Step {
  const isAsked = step.approvers.some(({ id, over, movedTo }) => id === decision.by.id && !over && !movedTo);
  if (!isAsked || step.unneeded || (step.stepUp && !decision.confirmed)) return step;
  const decisions = [...step.decisions, decision];
  const isEnough = new Set(decisions.map(seatOf)).size >= step.need;
  return { ...step, opened: step.opened ?? now, decisions, state: isEnough ? 'approved' : step.state };
}

/** The step to be decided anew by those who were asked, where they still may. */
function anew(old: Step, fresh: Step | undefined, isOtherwiseAsked: boolean): Step {
  if (isOtherwiseAsked && fresh) return fresh;
  const { escalated: _, pauses: __, sentBack: ___, ...rest } = old;
  return { ...rest, decisions: [], state: 'waiting' };
}

/** The steps of the changed request, those that stand with their decisions. */
function carried(before: Approval, terms: Terms, fresh: readonly Step[], routes: Routes): Step[] {
  const isSameRoute = before.policy === routes.version && before.route === terms.route.id;
  if (!isSameRoute)
    return [...fresh, ...before.steps.filter(({ addedBy }) => addedBy).map((old) => anew(old, old, false))];
  return before.steps.map((old) => {
    const asked = terms.route.steps.find(({ key }) => key === old.key);
    const now = fresh.find(({ key }) => key === old.key);
    if (now?.unneeded || old.unneeded) return now ?? old;
    if (!isTouched(asked, terms, before)) return old;
    const { limit } = old;
    const isOtherLimit = limit !== undefined && !isSame(before.facts?.[limit], terms.facts[limit]);
    const isOtherOwner = old.ask.includes('owner') && terms.owner?.id !== before.owner?.id;
    const isOtherCode = old.stepUp !== now?.stepUp;
    return anew(old, now, isOtherLimit || isOtherOwner || isOtherCode);
  });
}

/** Whether it is the same step, whatever route it stands in: the decision of one never counts for another. */
const isSameStep = (one: Step, other: Step | undefined): boolean =>
  isSame([one.key, one.ask, one.quorum, one.limit], other && [other.key, other.ask, other.quorum, other.limit]);

/**
 * The approval of the changed request. What was approved without a decision is decided now.
 * @param given an approval on the condition of this change: its decision counts.
 * @throws Refusal when it is over, when nothing differs, and when a step would have nobody to decide it.
 */
export function revised(before: Approval, terms: Terms, routes: Routes, now: Date, given?: Offer): Revised {
  const { route, facts, owner, differences } = terms;
  const revisions = before.revisions ?? [];
  if (before.state !== 'open' && before.state !== 'approved') throw new Refusal((say) => say.approvals.nothingToChange);
  if (differences.length === 0) throw new Refusal((say) => say.approvals.nothingChanged);
  if (revisions.length >= MOST_REVISIONS) throw new Refusal((say) => say.approvals.changedEnough(MOST_REVISIONS));

  const decision = given && accepted(before, given, routes, now);
  const { closed: _, sameAllowed: __, delivery: ___, offers: ____, ...kept } = before;
  const delivery = routes.delivery(route);
  const about = { ...kept, facts, ...(owner ? { owner } : {}) };
  const decided = before.steps.find(({ key }) => key === given?.step);
  const steps = carried(before, terms, stepsOf(route, about, routes, now), routes).map((step) =>
    decision && isSameStep(step, decided) ? decidedBy(step, decision, now) : step,
  );
  const standing = new Set(steps.flatMap(({ decisions }) => decisions));
  const fallen = before.steps.filter(({ decisions }) => decisions.some((one) => !standing.has(one)));
  const restarts = fallen.map(({ label }) => label);
  const readers = [...(before.copies ?? []), ...readersOf(route, about, steps, routes, now)];
  const copies = new Map(readers.map((one) => [one.id, one]));
  const next: Approval = {
    ...about,
    ...(route.sameAllowed ? { sameAllowed: true } : {}),
    ...(delivery ? { delivery } : {}),
    policy: routes.version,
    route: route.id,
    ...(copies.size > 0 ? { copies: [...copies.values()] } : {}),
    state: 'open',
    begun: before.begun ?? now,
    lapse: before.lapse ?? later(now, 24 * routes.lapseDays),
    revisions: [...revisions, { at: now, differences: [...differences], restarts }],
    steps,
  };
  const fell = fallen.flatMap(({ decisions }) => decisions.flatMap(({ by, onBehalfOf }) => [by, onBehalfOf ?? by]));
  return {
    approval: reopened(next, openStep(before), routes, now),
    fell: [...new Map(fell.map((one) => [one.id, one])).values()],
    restarts,
    given,
  };
}

/** The first step that is undecided is the open one: its clock runs on where it stands as it was. */
function reopened(approval: Approval, wasOpen: Step | undefined, routes: Routes, now: Date): Approval {
  const first = approval.steps.find(({ state }) => state === 'open' || state === 'waiting');
  if (first && first.key === wasOpen?.key && first.state === 'open') return clocked(approval, false, routes, now);
  const { remind: _, escalate: __, expire: ___, ...rest } = approval;
  const steps = rest.steps.map((step): Step => (step.state === 'open' ? { ...step, state: 'waiting' } : step));
  return openNext({ ...rest, steps }, routes, now);
}
