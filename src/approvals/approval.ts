/**
 * An approval: ordered steps, each with its approvers and quorum. It is embedded in the record it decides about, so one
 * decision is one document write. Pure: who may sit in a step comes from `routes`, the time from the caller.
 */
import { createHash } from 'node:crypto';
import type { Lang, Text, Who } from '../card.js';
import { Refusal } from '../refusal.js';
import type { Pause } from '../sla/run.js';
import type { Facts } from './conditions.js';
import type { About, Approver, Auto, Delivery, Mandate, Profile, Route, Routes, Seating, Seats } from './routes.js';

type Label = Record<Lang, string>;

export type Verdict = 'approved' | 'rejected';
/** The chat in which an approver got the one-time code that they entered. */
export type Confirmed = 'slack' | 'teams';
/** An approval may say something, and on which condition it is given; `confirmed` where its step needs a code. */
export type Ruling =
  | { verdict: 'approved'; comment?: string; condition?: string; confirmed?: Confirmed }
  | { verdict: 'rejected'; reason: string };

export type Decision = {
  by: Who;
  onBehalfOf?: Who;
  verdict: Verdict;
  reason?: string;
  comment?: string;
  condition?: string;
  confirmed?: Confirmed;
  at: Date;
};

export type Step = Seating & {
  key: string;
  approvers: Approver[];
  /** Those named who cannot get the code that the step needs. */
  codeless?: Who[];
  /** How many seats must approve. One rejection rejects. */
  need: number;
  decisions: Decision[];
  state: 'waiting' | 'open' | Verdict | 'skipped';
  opened?: Date;
  /** Why it is not needed: the condition that does not hold, in words. */
  unneeded?: Label;
  /** While an approver's question waits for its answer, the clock of the step stands still. */
  pauses?: Pause[];
  /** The approver who added it. */
  addedBy?: Who;
  /** Who opened it again, and why. */
  sentBack?: { by: Who; at: Date; reason: string };
  /** Whether those above were asked because nobody decided. */
  escalated?: boolean;
};

export type Approval = {
  requester: Who;
  /** Owner of what is asked for, where the route asks them. */
  owner?: Who;
  /** For whom it is and on whose behalf it was opened, besides the requester. */
  parties?: readonly Who[];
  /** Version of the policy that gave the route, which route it is, and by which facts. */
  policy: string;
  route?: string;
  facts?: Facts;
  /** People who read along. */
  copies?: Who[];
  /** When the requester reminded whom. */
  nudges?: { to: string; at: Date }[];
  /** Who the requester was in the company when they asked. */
  profile?: Profile;
  /** How similar requests ended of late. */
  similar?: { approved: number; rejected: number; days: number };
  /** By a rule and without a decision: which of how many, in how many days. */
  auto?: Auto & { nth: number };
  /** Whether one person may decide more than one step. */
  sameAllowed?: boolean;
  /** In whose channels its approvers are asked. */
  delivery?: Delivery;
  steps: Step[];
  /** `void`: its requester left before it was decided. */
  state: 'open' | Verdict | 'withdrawn' | 'expired' | 'void';
  closed?: Date;
  /** When the open step is next reminded, escalated, expired. */
  remind?: Date;
  escalate?: Date;
  expire?: Date;
  /** When next a delegation of its approvers begins or ends. */
  reseat?: Date | undefined;
  /** When it expires, however its clock was stopped. */
  lapse?: Date;
  /** When its first step opened; approvals of before it was kept do not have it. */
  begun?: Date;
  /** What its requester changed since it was asked for. */
  revisions?: Revision[];
  /** Approvals on a condition that wait for the requester to accept it. */
  offers?: Offer[];
  /** Where it was asked and is no longer: those cards stay, without buttons. */
  former?: Asked[];
};

/** A card that asks for the decision of a step: of a person in their own chat, or in the channels of a group. */
export type Asked = { step: string } & ({ id: string } | { group: string });

/** One thing of a request that was changed, as both languages show it. */
export type Difference = {
  /** The facts, or what else approvers are shown. */
  what: readonly string[];
  label: Label;
  from: Record<Lang, Text>;
  to: Record<Lang, Text>;
  /** Approvers who approved what it was before approved this too. */
  isLess?: true;
};

/** An approval that counts for a changed request alone; `wish` is that request, as its room reads it. */
export type Offer = {
  step: string;
  by: Who;
  onBehalfOf?: Who;
  condition: string;
  comment?: string;
  confirmed?: Confirmed;
  wish: Readonly<Record<string, string | number>>;
  differences: Difference[];
  at: Date;
};

/** What a requester changed, and the steps that were decided and are to be decided anew. */
export type Revision = { at: Date; differences: Difference[]; restarts: Label[] };

export const later = (from: Date, hours: number): Date => new Date(from.getTime() + hours * 3_600_000);

export const openStep = (approval: Approval): Step | undefined =>
  approval.state === 'open' ? approval.steps.find((step) => step.state === 'open') : undefined;

export const seatOf = (one: { onBehalfOf?: Who } & ({ id: string } | { by: Who })): string =>
  one.onBehalfOf?.id ?? ('id' in one ? one.id : one.by.id);

/** The approvers of the open step whose seat has not decided yet. */
export function awaited(approval: Approval): Approver[] {
  const step = openStep(approval);
  if (!step) return [];
  const decided = new Set(step.decisions.flatMap((decision) => [seatOf(decision), decision.by.id]));
  return step.approvers.filter(
    (approver) => !approver.over && !approver.movedTo && !decided.has(seatOf(approver)) && !decided.has(approver.id),
  );
}

/** The approval with other approvers in its open step. */
export const withApprovers = (approval: Approval, approvers: Approver[]): Approval => ({
  ...approval,
  steps: approval.steps.map((each) => (each === openStep(approval) ? { ...each, approvers } : each)),
});

/** What a route is asked about a step: nobody decides two of them, unless the route allows it. */
export const aboutStep = (approval: Approval, { limit, stepUp }: Mandate): About => ({
  ...approval,
  limit,
  stepUp,
  barred: approval.sameAllowed ? new Set() : deciders(approval),
});

/** The approval with the approvers of this moment: delegates whose days have come, and those whose days are over. */
export function seatedNow(approval: Approval, routes: Routes, now: Date): Approval {
  const step = openStep(approval);
  if (!step) return approval;
  const approvers = routes.delegates(step.approvers, aboutStep(approval, step), now);
  return withDeadlines(
    { ...withApprovers(approval, approvers), reseat: routes.nextDelegation(approvers, now) },
    routes,
  );
}

/** While its clock runs, each approver has the deadline of their own working time; it expires at the last of these. */
function withDeadlines(approval: Approval, routes: Routes): Approval {
  const step = openStep(approval);
  const { opened: started, pauses = [] } = step ?? {};
  if (!step || !started || !approval.expire) return approval;
  const run = { started, pauses: pauses.filter(({ from }) => from >= started) };
  const isAsked = ({ over, movedTo }: Approver) => !over && !movedTo;
  const by = (one: Approver) => routes.due([one], run, routes.hours.expire);
  return withApprovers(
    approval,
    step.approvers.map((one) => (isAsked(one) ? { ...one, by: by(one) } : one)),
  );
}

/** As for an approver who acts now; nobody else is asked at that moment. */
function seatedFor(actor: Who, approval: Approval, routes: Routes, now: Date): Approval {
  const before = openStep(approval);
  const after = openStep(seatedNow(approval, routes, now));
  if (!before || !after) return approval;
  const isAsked = ({ id }: Approver) => id === actor.id || before.approvers.some((each) => each.id === id);
  return withApprovers(approval, after.approvers.filter(isAsked));
}

/** The step in which a person has a seat: the open one where it is theirs or nobody knows better, else the last opened for them. */
export function stepOf(approval: Approval, { id }: Pick<Who, 'id'>): string {
  const seated = approval.steps.filter(({ opened, approvers }) => opened && approvers.some((one) => one.id === id));
  return (seated.find(({ state }) => state === 'open') ?? seated.at(-1) ?? openStep(approval))?.key ?? '';
}

/** Everybody who decided, in their own name or through another: they decide no later step. */
export const deciders = (approval: Pick<Approval, 'steps'>): Set<string> =>
  new Set(
    approval.steps.flatMap((step) => step.decisions.flatMap(({ by, onBehalfOf }) => [by.id, onBehalfOf?.id ?? by.id])),
  );

/**
 * Starts the approval that a route asks for; a route of which no step is needed is approved at once, and so are the first
 * few of a requester where the rule says so.
 * @param about.autos when others of this requester were approved so; without it, each is decided.
 * @throws Refusal when a step would have nobody to decide it.
 */
export function begin(
  route: Route,
  { autos, ...about }: Omit<About, 'barred' | keyof Mandate> & { autos?: readonly Date[] | undefined },
  routes: Routes,
  now: Date,
): Approval {
  const needsCode = route.steps.some(({ stepUp }) => routes.needsCode(stepUp, about.facts));
  const auto = autos && about.facts && !needsCode ? routes.autoFor(about.facts) : undefined;
  const spent = auto && autos ? autos.filter((at) => at > later(now, -24 * auto.days)).length : 0;
  const isAuto = auto && spent < auto.times;
  const steps = isAuto ? [] : stepsOf(route, about, routes, now);
  const copies = readersOf(route, about, steps, routes, now);
  const base = {
    ...about,
    profile: routes.profile(about.requester.id),
    policy: routes.version,
    route: route.id,
    ...(copies.length > 0 ? { copies } : {}),
  };
  if (isAuto) return { ...base, steps, state: 'approved', closed: now, auto: { ...auto, nth: spent + 1 } };
  const lapse = later(now, 24 * routes.lapseDays);
  const delivery = routes.delivery(route);
  const own = { ...(route.sameAllowed ? { sameAllowed: true } : {}), ...(delivery ? { delivery } : {}) };
  const begun = { ...base, ...own, begun: now, lapse };
  return openNext({ ...begun, steps, state: 'open' }, routes, now);
}

/** Whom the route lets read along who does not decide. */
export function readersOf(
  { copies = [] }: Route,
  about: Pick<About, 'requester' | 'owner'>,
  steps: readonly Step[],
  routes: Routes,
  now: Date,
): Who[] {
  const others = new Set([about.requester.id, ...steps.flatMap(({ approvers }) => approvers.map(({ id }) => id))]);
  return routes.named(copies, about, now).filter(({ id }) => !others.has(id));
}

/** The steps of a route, none of them open. @throws Refusal when a step would have nobody to decide it. */
export function stepsOf(
  { steps, sameAllowed }: Route,
  about: Omit<About, 'barred' | keyof Mandate>,
  routes: Routes,
  now: Date,
): Step[] {
  const barred = new Set<string>();
  return steps.map(({ key, label, ask, quorum, limit, stepUp, when }): Step => {
    const mandate: Mandate = {
      ...(limit === undefined ? {} : { limit }),
      ...(routes.needsCode(stepUp, about.facts) ? { stepUp: true } : {}),
    };
    const step = { key, label, ask, quorum, ...mandate, decisions: [] };
    const unneeded = routes.unmet(when, about.facts);
    if (unneeded) return { ...step, approvers: [], need: 0, state: 'skipped', unneeded };
    const seats = routes.seats(step, { ...about, barred }, now);
    if (seats.approvers.length === 1 && !sameAllowed) barred.add(seats.approvers[0]!.id);
    return { ...step, ...seats, state: 'waiting' };
  });
}

/**
 * Nothing is approved for a person who has left: the approval ends instead.
 * @throws Refusal for people who may not decide, and for approvals that are decided, over or not yet open.
 */
export function decide(stored: Approval, key: string, actor: Who, ruling: Ruling, routes: Routes, now: Date): Approval {
  const { approval: asked, step, seat } = mayDecide(stored, key, actor, routes, now);
  const approval = asked.offers ? withoutOffer(asked, seat, routes, now) : asked;
  if (ruling.verdict === 'approved' && !routes.isHere(approval.requester)) return close(approval, 'void', now);
  if (ruling.verdict === 'approved') needConfirmed(step, ruling);
  const decision: Decision = {
    by: { id: actor.id, name: actor.name },
    ...(seat.onBehalfOf ? { onBehalfOf: seat.onBehalfOf } : {}),
    ...ruling,
    at: now,
  };
  const decisions = [...step.decisions, decision];
  const put = (state: Step['state']) =>
    approval.steps.map((each) => (each.key === step.key ? { ...each, decisions, state } : each));

  if (ruling.verdict === 'rejected') return close({ ...approval, steps: put('rejected') }, 'rejected', now);
  const seats = new Set(decisions.map(seatOf));
  if (seats.size < step.need) return { ...approval, steps: put('open') };
  return openNext({ ...approval, steps: put('approved') }, routes, now);
}

/** Approving needs a one-time code, and none came with the approval. */
export class CodeNeeded extends Refusal {
  constructor() {
    super((say) => say.approvals.codeNeeded);
  }
}

/** @throws CodeNeeded */
export function needConfirmed({ stepUp }: Pick<Step, 'stepUp'>, { confirmed }: { confirmed?: Confirmed }): void {
  if (stepUp && !confirmed) throw new CodeNeeded();
}

/** Who decides otherwise takes back what they offered. */
function withoutOffer(approval: Approval, seat: Approver, routes: Routes, now: Date): Approval {
  const offers = (approval.offers ?? []).filter((one) => seatOf(one) !== seatOf(seat));
  return clocked({ ...approval, offers }, offers.length > 0, routes, now);
}

/** Whether a rule of today approves such without a decision. */
export const isByRule = ({ auto, state, facts }: Approval, routes: Routes): boolean =>
  state === 'approved' && auto !== undefined && facts !== undefined && routes.autoFor(facts) !== undefined;

/** Whether it says that it is approved and the decisions bear that out: of each step as many seats as it needs, by people it asked. */
export function isProven({ requester, parties = [], steps, state }: Approval): boolean {
  const isDecided = ({ approvers, need, decisions, state: outcome, unneeded, stepUp }: Step): boolean => {
    const involved = new Set([requester, ...parties].map(({ id }) => id));
    const asked = new Set(approvers.map(({ id }) => id).filter((id) => !involved.has(id)));
    const seats = decisions.filter(({ by, verdict }) => verdict === 'approved' && asked.has(by.id)).map(seatOf);
    if (unneeded) return outcome === 'skipped' && decisions.length === 0;
    if (stepUp && decisions.some(({ confirmed }) => !confirmed)) return false;
    return outcome === 'approved' && new Set(seats).size >= Math.max(1, need) && seats.length === decisions.length;
  };
  return state === 'approved' && steps.some(({ unneeded }) => !unneeded) && steps.every(isDecided);
}

/** The seat from which the actor may decide this step now, by the delegations of this moment. */
export function mayDecide(
  stored: Approval,
  key: string,
  actor: Who,
  routes: Routes,
  now: Date,
): { approval: Approval; step: Step; seat: Approver } {
  const approval = seatedFor(actor, stored, routes, now);
  const step = approval.steps.find((each) => each.key === key);
  const seat = step?.approvers.find((approver) => approver.id === actor.id);
  const involved = [approval.requester, ...(approval.parties ?? [])];
  if (involved.some(({ id }) => id === actor.id || id === seat?.onBehalfOf?.id)) {
    throw new Refusal((say) => say.approvals.ownRequest);
  }
  if (key && !step) throw new Refusal((say) => say.approvals.stepGone);
  if (!step || !seat) throw new Refusal((say) => say.approvals.notAsked);

  const before = step.decisions.find((decision) => decision.by.id === actor.id || seatOf(decision) === seatOf(seat));
  const last = before ?? approval.steps.findLast((each) => each.decisions.length > 0)?.decisions.at(-1);
  const { state, closed } = approval;
  if (state === 'void') throw new Refusal((say) => say.approvals.left(approval.requester));
  if (state === 'withdrawn') throw new Refusal((say) => say.approvals.wasWithdrawn(approval.requester, closed ?? now));
  if (state === 'expired' || (approval.expire && approval.expire <= now && state === 'open')) {
    throw new Refusal((say) => say.approvals.wasExpired(closed ?? approval.expire ?? now));
  }
  if (step.state === 'waiting') throw new Refusal((say) => say.approvals.notYet);
  if (last && (before || step.state !== 'open')) {
    const decision = before ?? step.decisions.at(-1) ?? last;
    throw new Refusal((say) => say.approvals.wasDecided(decision.by, decision.verdict, decision.at));
  }
  const { movedTo } = seat;
  if (movedTo) throw new Refusal((say) => say.approvals.handedOn(movedTo));
  if (seat.over) throw new Refusal((say) => say.approvals.delegationOver(seat.until ?? now));
  return { approval, step, seat };
}

/** @throws Refusal for everybody but the requester. */
export function onlyRequester({ requester }: Approval, { id }: Who, why: Refusal['why']): void {
  if (id !== requester.id) throw new Refusal(why);
}

/** @throws Refusal unless the requester withdraws what is still open. */
export function withdraw(approval: Approval, actor: Who, now: Date): Approval {
  onlyRequester(approval, actor, (say) => say.approvals.onlyRequester);
  if (approval.state !== 'open') throw new Refusal((say) => say.approvals.isOver);
  return close(approval, 'withdrawn', now);
}

/** Ends the approval; the steps that were not decided are skipped. */
export function close(approval: Approval, state: Exclude<Approval['state'], 'open'>, now: Date): Approval {
  const { remind: _, escalate: __, expire: ___, reseat: ____, lapse: _____, offers: ______, ...rest } = approval;
  const steps = approval.steps.map((step): Step =>
    step.state === 'waiting' || step.state === 'open' ? { ...step, state: 'skipped' } : step,
  );
  return { ...rest, steps, state, closed: now };
}

/**
 * The seats of a step that opens. One that was open before, until another was put before it, keeps those it had, but for
 * people who have decided another step since; where too few are left, it is as for a step that opens first.
 */
function seatsOf(approval: Approval, step: Step, routes: Routes, now: Date): Seats {
  const about = aboutStep(approval, step);
  if (!step.opened) return routes.seats(step, about, now);
  const here = deciders({ steps: [step] });
  const elsewhere = new Set([...about.barred].filter((id) => !here.has(id)));
  const isFree = ({ id, onBehalfOf }: Approver) => !elsewhere.has(id) && !elsewhere.has(onBehalfOf?.id ?? id);
  const kept = routes.delegates(step.approvers.filter(isFree), about, now);
  const seats = new Set(kept.filter(({ over, movedTo }) => !over && !movedTo).map(seatOf));
  if (seats.size >= step.need) return { approvers: kept, need: step.need };
  const fresh = routes.seats(step, { ...about, barred: elsewhere }, now).approvers;
  const more = fresh.filter(({ id }) => !kept.some((seat) => seat.id === id && !seat.over && !seat.movedTo));
  const others = kept.filter(({ id }) => !more.some((seat) => seat.id === id));
  return { approvers: [...others, ...more], need: step.need };
}

/** Opens the first step that waits; without one, it is approved. */
export function openNext(approval: Approval, routes: Routes, now: Date): Approval {
  const next = approval.steps.find((step) => step.state === 'waiting');
  if (!next) return close(approval, 'approved', now);
  const seats = seatsOf(approval, next, routes, now);
  const steps = approval.steps.map((step): Step =>
    step === next ? { ...next, ...seats, state: 'open', opened: now } : step,
  );
  const open = { ...approval, steps, reseat: routes.nextDelegation(seats.approvers, now) };
  return timed(open, routes, now);
}

/** With the dates at which its silence is acted upon, in the working time of who is asked; none while its clock stands still. */
export function timed(stored: Approval, routes: Routes, now: Date): Approval {
  const { remind: _, escalate: __, expire: ___, ...approval } = stored;
  const step = openStep(approval);
  const pauses = step?.pauses ?? [];
  if (!step?.opened || pauses.some(({ to }) => !to)) return approval;
  const asked = step.approvers.filter(({ over, movedTo }) => !over && !movedTo);
  const after = (started: Date, hours: number) =>
    routes.due(asked, { started, pauses: pauses.filter(({ from }) => from >= started) }, hours);
  const { remind, escalate, expire } = routes.hours;
  const dates = {
    remind: after(now, remind),
    ...(step.escalated ? {} : { escalate: after(step.opened, escalate) }),
    expire: after(step.opened, expire),
  };
  return withDeadlines({ ...approval, ...dates }, routes);
}

/** The cards of all steps that were ever opened; they stay when the step is decided. */
export const askedBy = ({ steps, delivery }: Approval): Asked[] =>
  steps
    .filter(({ opened }) => opened)
    .flatMap(({ key: step, approvers }) => [
      ...(delivery ? [{ step, group: delivery.group }] : []),
      ...(delivery?.alone ? [] : approvers.map(({ id }) => ({ step, id }))),
    ]);

const whereOf = (one: Asked): string => `${one.step} ${'id' in one ? one.id : `#${one.group}`}`;

/** The approval with where it was asked before and is no longer. */
export function withFormer(before: Approval, after: Approval): Approval {
  const current = new Set(askedBy(after).map(whereOf));
  const former = new Map([...(before.former ?? []), ...askedBy(before)].map((one) => [whereOf(one), one]));
  for (const each of current) former.delete(each);
  const { former: _, ...rest } = after;
  return former.size > 0 ? { ...rest, former: [...former.values()] } : rest;
}

/** The step's clock stands still while an approver's question or condition waits for the requester. */
export function clocked(approval: Approval, waits: boolean, routes: Routes, now: Date): Approval {
  const step = openStep(approval);
  const pauses = step?.pauses ?? [];
  if (!step || pauses.some(({ to }) => !to) === waits) return approval;
  const changed = waits
    ? [...pauses, { cause: 'user' as const, from: now }]
    : pauses.map((pause) => (pause.to ? pause : { ...pause, to: now }));
  const steps = approval.steps.map((each) => (each === step ? { ...each, pauses: changed } : each));
  return timed({ ...approval, steps }, routes, now);
}

/** Tells one chain of approvers from another, and whose decisions no longer count. */
export function chainPrint({ steps }: Approval, fell: readonly Who[] = []): string {
  const chain = steps.map(({ key, approvers, unneeded }) => [key, approvers.map(({ id }) => id), unneeded]);
  const seen = fell.length > 0 ? [chain, fell.map(({ id }) => id)] : chain;
  return createHash('sha256').update(JSON.stringify(seen)).digest('hex').slice(0, 12);
}
