/** Who sits in the steps of an approval: the routes of approvals.yaml read against the directory. Pure. */
import type { Role } from '../language/spec.js';
import { holders, type Directory, type Person } from '../people.js';
import { type Lang, type Who, who } from '../card.js';
import { wording } from '../language/wording.js';
import { Refusal } from '../refusal.js';
import { type Calendar, createCalendar } from '../sla/calendar.js';
import { countedTo, type Run } from '../sla/run.js';
import { type Condition, type Facts, holding, inWords, reaches } from './conditions.js';
import { factsOf, managersOf } from './facts.js';
import { type ApprovalsPolicy, NO_ROUTE } from './policy.js';
import { dayOf, endOf, instantOf } from '../zones.js';

export type Route = ApprovalsPolicy['routes'][number];
/** Whom a step asks, how many of them must approve, and the fact up to which each must be allowed to. */
export type Seating = Pick<Route['steps'][number], 'label' | 'ask' | 'quorum'> & Mandate;
/** What each approver of a step must be able to: approve so much of a fact, and get a one-time code in a second chat. */
export type Mandate = { limit?: string | undefined; stepUp?: true | undefined };
/** Why somebody else is asked than the one whom the route names. */
export type Because = 'asks' | 'decides' | 'limit' | 'code' | 'unnamed' | 'transferred' | 'left';
/** Why somebody may not sit in a step. */
export type Bar = 'asks' | 'decides' | 'limit' | 'code' | 'seated' | 'left';
/**
 * Who may decide. A delegate, an escalated manager, or a stand-in while somebody is away, fills the seat of another; `until`
 * ends a delegation, which is `over` after that, and `away` is when the other is back.
 */
export type Approver = Who & {
  onBehalfOf?: Who;
  insteadOf?: Who;
  because?: Because;
  until?: Date;
  over?: boolean;
  away?: Date;
  /** To whom they handed it on; then they decide no more. */
  movedTo?: Who;
  /** By when they must decide, in their own working time. */
  by?: Date;
  /** The approver who asked them to decide as well. */
  addedBy?: Who;
};

export type Auto = { times: number; days: number };

/** Who somebody is in the company. */
export type Profile = { title?: Record<Lang, string>; department?: string; manager?: Who };

/** Whom and what an approval is about, and who may not decide in it. */
export type About = {
  requester: Who;
  owner?: Who;
  /** For whom it is and on whose behalf it was opened, besides the requester: they decide none of it. */
  parties?: readonly Who[];
  facts?: Facts;
  barred: ReadonlySet<string>;
} & Mandate;

/** Somebody decides for another from the first moment to the last; of one kind of subject alone, where it says so. */
export type Delegation = { to: string; from: Date; until: Date; kind?: string | undefined };

/** What is so at this moment and no policy says. */
export type Office = {
  onDuty(group: string, now: Date): Who | undefined;
  /** The working hours of a person. */
  calendar(person: string): Calendar;
  /** What was delegated in chat. */
  delegations(person: string): readonly Delegation[];
  /** Whether a group has a channel in a chat that is running. */
  hasChannel(group: string): boolean;
  /** Whether a person has another chat than the one they are in, where a code reaches them. */
  hasSecondChat(person: string): boolean;
};

export type Delivery = { group: string; alone: boolean };

/** Who decides a step, and how many of them; `codeless`: those named who have no second chat to get the code in. */
export type Seats = { approvers: Approver[]; need: number; codeless?: Who[] };

export type Routes = {
  version: string;
  /** Hours of the approvers' working time from the opening of a step; and the days after which nobody is waited for. */
  hours: { remind: number; escalate: number; expire: number };
  lapseDays: number;
  /** When so many hours of working time have been counted for each of these: of the one for whom it is last. */
  due(approvers: readonly Pick<Who, 'id'>[], run: Run, hours: number): Date;
  route(id: string): Route | undefined;
  /** The route of the first rule that holds; undefined where there are no rules. */
  choose(facts: Facts): Route | undefined;
  /** How many of such may be approved without a decision, in which days; undefined where each is decided. */
  autoFor(facts: Facts): Auto | undefined;
  /** What approvers read about a requester. */
  profile(requester: string): Profile;
  /** What rules may ask about a requester. */
  factsOf(requester: string): Facts;
  /** When a step is skipped because its condition does not hold: the condition in words. */
  unmet(when: Condition | undefined, facts: Facts | undefined): Record<Lang, string> | undefined;
  /** In which group's channels the approvers of a route are asked, and whether there alone; undefined in their own chats. */
  delivery(route: Route): Delivery | undefined;
  /** A condition as people read it. */
  inWords(condition: Condition): Record<Lang, string>;
  /** Those whom a step names and who have no second chat to get a code in. */
  codeless(ask: readonly string[], about: Pick<About, 'requester' | 'owner'>, now: Date): Who[];
  /** Whether approving such needs a one-time code; it does where nothing is known of the subject. */
  needsCode(stepUp: Route['steps'][number]['stepUp'], facts: Facts | undefined): boolean;
  /** The approvers of a step, with stand-ins and delegates. @throws Refusal when nobody is left to decide. */
  seats(step: Seating, about: About, now: Date): Seats;
  /** The same approvers with the delegates of this moment; those whose days are over are marked so. */
  delegates(approvers: readonly Approver[], about: About, now: Date): Approver[];
  /** When next a delegation of one of these begins or ends. */
  nextDelegation(approvers: readonly Approver[], now: Date): Date | undefined;
  /** Who decides when an approver does not: the managers above, then the fallback. */
  above(approver: Who, about: About): Who | undefined;
  /** What a person has delegated, by the policies and in chat. */
  delegationsOf(person: string): readonly Delegation[];
  /** Why somebody may not sit in a step beside these; undefined when they may. */
  barTo(one: Pick<Who, 'id'>, about: About, seated: readonly Approver[]): Bar | undefined;
  /** The working day of a person to which a moment belongs, on their clocks: outside of working time, the next one. */
  workingDay(person: Pick<Who, 'id'>, at: Date): string;
  /** The people whom these selectors name. */
  named(selectors: readonly string[], about: Pick<About, 'requester' | 'owner'>, now: Date): Who[];
  /** Whether somebody is still in the directory: nothing is decided for a person who has left. */
  isHere(person: Who): boolean;
};

/** With a seat for somebody who has none, or has only one that is over. */
export const withSeat = (approvers: readonly Approver[], seat: Approver): Approver[] => [
  ...approvers.filter(({ id }) => id !== seat.id),
  seat,
];

/** As much of working time as tells in which working day a moment is. */
const MOMENT_HOURS = 1 / 3600;

const allDay = [{ from: 0, to: 1440 }];
const always = createCalendar({
  id: 'always',
  zone: 'UTC',
  week: Array.from({ length: 7 }, () => allDay),
  special: new Map(),
});

/** An office in which everybody always works, has two chats, and has delegated nothing. */
export const closedOffice: Office = {
  onDuty: () => undefined,
  calendar: () => always,
  delegations: () => [],
  hasChannel: () => true,
  hasSecondChat: () => true,
};

const needOf = (quorum: Seating['quorum'], seats: number): number => {
  if (quorum === 'any') return 1;
  if (quorum === 'all') return Math.max(1, seats);
  return typeof quorum === 'number' ? quorum : Math.max(1, Math.ceil((seats * Number.parseInt(quorum)) / 100));
};

export function createRoutes(policy: ApprovalsPolicy, directory: Directory, office: Office = closedOffice): Routes {
  const { remindAfterHours: remind, escalateAfterHours: escalate, expireAfterHours: expire, lent } = policy;
  const routes = new Map([
    [NO_ROUTE, { id: NO_ROUTE, sameAllowed: false, steps: [] } as Route],
    ...policy.routes.map((route) => [route.id, route] as const),
  ]);
  const rules = policy.rules?.map(({ when, route, auto }) => ({
    auto,
    holds: holding(when ?? {}, lent),
    route: routes.get(route)!,
  }));
  const found = (person: string | undefined) => [directory.person(person ?? '')].filter((one) => one !== undefined);

  function pool(selector: string, about: Pick<About, 'requester' | 'owner'>, now: Date | undefined): Person[] {
    const [kind, id = ''] = selector.split(':');
    if (kind === 'manager')
      return managersOf(about.requester.id, directory).slice(Number(id || 1) - 1, Number(id || 1));
    if (kind === 'owner') return found(about.owner?.id);
    if (kind === 'role') return [...holders(directory, id as Role)];
    if (kind === 'group') return directory.group(id)?.members.flatMap(found) ?? [];
    if (kind === 'lead') return found(directory.group(id)?.lead);
    if (kind === 'on-duty') return now ? found(office.onDuty(id, now)?.id) : [];
    return found(id);
  }

  /** The managers above a person, however the directory loops, then the fallback. */
  function* standIns(start: string | undefined, about: About): Generator<Person> {
    yield* managersOf(start ?? '', directory);
    for (const selector of policy.fallback) yield* pool(selector, about, undefined);
  }

  /** Whether somebody may approve so much of what the step limits. */
  function isMandated(one: Pick<Person, 'id'>, { limit, facts }: About): boolean {
    const wanted = limit === undefined ? undefined : facts?.[limit];
    if (limit === undefined || wanted === undefined || typeof wanted === 'object') return true;
    const roles = directory.person(one.id)?.roles ?? [];
    return policy.limits.some(({ who: whose, ...bounds }) => {
      const [kind, id] = whose.split(':');
      const bound = bounds[limit] as string | number | undefined;
      const isTheirs = kind === 'person' ? id === one.id : roles.some((role) => role === id);
      return isTheirs && bound !== undefined && reaches(lent[limit], bound, wanted);
    });
  }

  function barTo(one: Pick<Who, 'id'>, about: About, seated: readonly Approver[]): Bar | undefined {
    if (!directory.person(one.id)) return 'left';
    const isParty = one.id === about.requester.id || about.parties?.some(({ id }) => id === one.id);
    if (isParty) return 'asks';
    if (about.barred.has(one.id)) return 'decides';
    if (seated.some((approver) => approver.id === one.id && !approver.over && !approver.movedTo)) return 'seated';
    if (!isMandated(one, about)) return 'limit';
    return about.stepUp && !office.hasSecondChat(one.id) ? 'code' : undefined;
  }

  const firstStandIn = (start: string | undefined, about: About, seated: readonly Approver[]) => {
    for (const one of standIns(start, about)) if (!barTo(one, about, seated)) return who(one);
    return undefined;
  };

  /** The delegations of a person, from their first moment to their last, on the clocks of that person. */
  const delegationsOf = (person: string): readonly Delegation[] => {
    const zone = directory.person(person)?.zone ?? 'UTC';
    return [
      ...policy.delegations
        .filter(({ of }) => of === person)
        .map(({ to, starts, ends }) => ({
          to,
          from: instantOf(starts, zone),
          until: endOf(ends, zone),
        })),
      ...office.delegations(person),
    ];
  };
  const currentOf = (person: string, { facts }: Pick<About, 'facts'>, now: Date) =>
    delegationsOf(person)
      .filter(({ from, until, kind }) => from <= now && now <= until && (!kind || kind === facts?.['kind']))
      .toSorted((one, other) => other.until.getTime() - one.until.getTime());

  /** A seat by delegation as it is now: prolonged, or over. */
  function judged(seat: Approver, about: About, now: Date): Approver {
    if (!seat.until || !seat.onBehalfOf) return seat;
    const { over: _, ...rest } = seat;
    const current = currentOf(seat.onBehalfOf.id, about, now).find(({ to }) => to === seat.id);
    if (current) return { ...rest, until: current.until };
    return { ...rest, until: seat.until < now ? seat.until : now, over: true };
  }

  /** Somebody of the fallback sits for each who has left the company and not decided; who decided for them, no more. */
  function replaced(approvers: readonly Approver[], about: About): Approver[] {
    let all = [...approvers];
    for (const { id, name, onBehalfOf, movedTo } of approvers) {
      if (onBehalfOf || movedTo || directory.person(id) || about.barred.has(id)) continue;
      const standIn = firstStandIn(undefined, about, all);
      if (!standIn) continue;
      const isTheirs = (one: Approver) => (one.onBehalfOf?.id ?? one.id) === id && !one.over;
      const moved = all.map((one) => (isTheirs(one) ? { ...one, movedTo: standIn } : one));
      all = withSeat(moved, { ...standIn, insteadOf: { id, name }, because: 'left' });
    }
    return all;
  }

  const delegates: Routes['delegates'] = (given, about, now) => {
    // A delegate decides with the mandate of the person who delegated.
    const { limit: _, ...rest } = about;
    const approvers = replaced(given, about);
    let all = approvers.map((seat) => judged(seat, about, now));
    for (const seat of approvers.filter((approver) => !approver.onBehalfOf && !approver.movedTo))
      for (const { to, until } of currentOf(seat.id, about, now)) {
        const delegate = directory.person(to);
        if (delegate && !barTo(delegate, rest, all))
          all = withSeat(all, { ...who(delegate), onBehalfOf: who(seat), until });
      }
    return all;
  };

  const spelledOut = (condition: Condition): Record<Lang, string> => ({
    en: inWords(condition, lent, 'en', wording.en),
    zh: inWords(condition, lent, 'zh', wording.zh),
  });

  const due: Routes['due'] = (approvers, run, hours) => {
    const calendars = new Set(approvers.map(({ id }) => office.calendar(id)));
    const ends = [...(calendars.size > 0 ? calendars : [always])].map((each) => countedTo(run, each, hours * 3600));
    return new Date(Math.max(...ends.map((end) => end.getTime())));
  };

  return {
    version: policy.version,
    hours: { remind, escalate, expire },
    lapseDays: policy.lapseAfterDays,
    due,
    route: (id) => routes.get(id),
    autoFor: (facts) => rules?.find(({ holds }) => holds(facts))?.auto,
    choose: (facts) => rules?.find(({ holds }) => holds(facts))?.route,
    profile(requester) {
      const { title, department, manager } = directory.person(requester) ?? {};
      const above = directory.person(manager ?? '');
      return {
        ...(title ? { title } : {}),
        ...(department ? { department } : {}),
        ...(above ? { manager: who(above) } : {}),
      };
    },
    factsOf: (requester) => factsOf(requester, directory),
    unmet(when, facts) {
      return !when || !facts || holding(when, lent)(facts) ? undefined : spelledOut(when);
    },
    delivery: ({ deliver, channel }) =>
      channel !== undefined && office.hasChannel(channel)
        ? { group: channel, alone: deliver === 'channel' }
        : undefined,
    inWords: spelledOut,
    codeless: (ask, about, now) =>
      ask
        .flatMap((selector) => pool(selector, about, now))
        .filter(({ id }) => !office.hasSecondChat(id))
        .map(who),
    needsCode: (stepUp, facts) =>
      typeof stepUp === 'object' ? !facts || holding(stepUp, lent)(facts) : stepUp === true,
    delegates,
    delegationsOf,
    nextDelegation(approvers, now) {
      const edges = approvers
        .filter(({ onBehalfOf }) => !onBehalfOf)
        .flatMap(({ id }) => delegationsOf(id))
        .flatMap(({ from, until }) => [from, new Date(until.getTime() + 1)]);
      return edges.filter((edge) => edge > now).toSorted((one, other) => one.getTime() - other.getTime())[0];
    },
    barTo,
    workingDay: (one, at) =>
      dayOf(due([one], { started: at, pauses: [] }, MOMENT_HOURS), directory.person(one.id)?.zone ?? 'UTC'),
    named: (selectors, about, now) => [
      ...new Map(selectors.flatMap((each) => pool(each, about, now)).map((one) => [one.id, who(one)])).values(),
    ],
    isHere: ({ id }) => directory.person(id) !== undefined,
    above: (approver, about) => firstStandIn(approver.id, about, []),
    seats({ label, ask, quorum, limit, stepUp }, given, now) {
      const about = { ...given, limit, stepUp };
      const approvers: Approver[] = [];
      const codeless: Who[] = [];
      for (const selector of ask) {
        const named = pool(selector, about, now);
        const bars = named.map((one) => barTo(one, about, approvers));
        const able = named.filter((_, at) => !bars[at]);
        approvers.push(...able.map(who));
        codeless.push(...named.filter((_, at) => bars[at] === 'code').map(who));
        if (able.length > 0 || bars.includes('seated')) continue;
        const standIn = firstStandIn(named[0]?.id, about, approvers);
        const because = (bars[0] ?? 'unnamed') as Because;
        if (standIn) approvers.push({ ...standIn, ...(named[0] ? { insteadOf: who(named[0]) } : {}), because });
      }
      const need = needOf(quorum, approvers.length);
      if (approvers.length < need && codeless.length > 0)
        throw new Refusal((say) => say.approvals.nobodyGetsCode(label, codeless));
      if (approvers.length < need) throw new Refusal((say) => say.approvals.nobody(label));
      return { approvers: delegates(approvers, about, now), need, ...(codeless.length > 0 ? { codeless } : {}) };
    },
  };
}
