/** Who sits in the steps of an approval: the routes of approvals.yaml read against the directory. Pure. */
import { DateTime } from 'luxon';
import { type Directory, type Person } from '../people.js';
import { type Who, who } from '../card.js';
import { Refusal } from '../refusal.js';
import type { ApprovalsPolicy } from './policy.js';

export type Route = ApprovalsPolicy['routes'][number];
/** Whom a step asks, and how many of them must approve. */
export type Seating = Pick<Route['steps'][number], 'label' | 'ask' | 'quorum'>;
/**
 * Who may decide. A delegate, an escalated manager, or a stand-in while somebody is away, fills the seat of another; `until`
 * ends a delegation, which is `over` after that, and `away` is when the other is back.
 */
export type Approver = Who & { onBehalfOf?: Who; insteadOf?: Who; until?: Date; over?: boolean; away?: Date };

/** Whom an approval is about, and who may not decide in it. */
export type About = { requester: Who; owner?: Who; barred: ReadonlySet<string> };

export type Routes = {
  version: string;
  /** Hours from the opening of a step. */
  hours: { remind: number; escalate: number; expire: number };
  route(id: string): Route | undefined;
  /** The approvers of a step, with stand-ins and delegates. @throws Refusal when nobody is left to decide. */
  seats(step: Seating, about: About, now: Date): { approvers: Approver[]; need: number };
  /** The same approvers with the delegates of this moment; those whose days are over are marked so. */
  delegates(approvers: readonly Approver[], about: About, now: Date): Approver[];
  /** When next a delegation of one of these begins or ends. */
  nextDelegation(approvers: readonly Approver[], now: Date): Date | undefined;
  /** Who decides when an approver does not: the managers above, then the fallback. */
  above(approver: Who, about: About): Who | undefined;
  /** Whether somebody is still in the directory: nothing is decided for a person who has left. */
  isHere(person: Who): boolean;
};

/** With a seat for somebody who has none, or has only one that is over. */
export const withSeat = (approvers: readonly Approver[], seat: Approver): Approver[] => [
  ...approvers.filter(({ id }) => id !== seat.id),
  seat,
];

export function createRoutes(policy: ApprovalsPolicy, directory: Directory): Routes {
  const { remindAfterHours: remind, escalateAfterHours: escalate, expireAfterHours: expire } = policy;

  function pool(selector: string, about: Pick<About, 'requester' | 'owner'>): Person[] {
    const [kind, id = ''] = selector.split(':');
    const found = (person: string | undefined) => [directory.person(person ?? '')].filter((one) => one !== undefined);
    if (kind === 'manager') return found(directory.person(about.requester.id)?.manager);
    if (kind === 'owner') return found(about.owner?.id);
    if (kind === 'role') return directory.people.filter((one) => one.roles.some((role) => role === id));
    if (kind === 'group') return directory.group(id)?.members.flatMap(found) ?? [];
    if (kind === 'lead') return found(directory.group(id)?.lead);
    return found(id);
  }

  /** The managers above a person, however the directory loops, then the fallback. */
  function* standIns(start: string | undefined, about: About): Generator<Person> {
    const seen = new Set<string>();
    let one = directory.person(directory.person(start ?? '')?.manager ?? '');
    while (one && !seen.has(one.id)) {
      yield one;
      seen.add(one.id);
      one = directory.person(one.manager ?? '');
    }
    for (const selector of policy.fallback) yield* pool(selector, about);
  }

  const free = (about: About, seated: readonly Approver[]) => (one: Who) =>
    one.id !== about.requester.id &&
    !about.barred.has(one.id) &&
    !seated.some((approver) => approver.id === one.id && !approver.over);

  const firstStandIn = (start: string | undefined, about: About, seated: readonly Approver[]) => {
    for (const one of standIns(start, about)) if (free(about, seated)(one)) return who(one);
    return undefined;
  };

  /** The delegations of a person, from their first moment to their last, on the clocks of that person. */
  const delegationsOf = (person: string) => {
    const zone = directory.person(person)?.zone ?? 'UTC';
    return policy.delegations
      .filter(({ of }) => of === person)
      .map(({ to, starts, ends }) => ({
        to,
        from: DateTime.fromISO(starts, { zone }).toJSDate(),
        until: DateTime.fromISO(ends, { zone }).endOf('day').toJSDate(),
      }));
  };
  const currentOf = (person: string, now: Date) =>
    delegationsOf(person)
      .filter(({ from, until }) => from <= now && now <= until)
      .toSorted((one, other) => other.until.getTime() - one.until.getTime());

  /** A seat by delegation as the policy has it now: prolonged, or over. */
  function judged(seat: Approver, now: Date): Approver {
    if (!seat.until || !seat.onBehalfOf) return seat;
    const { over: _, ...rest } = seat;
    const current = currentOf(seat.onBehalfOf.id, now).find(({ to }) => to === seat.id);
    if (current) return { ...rest, until: current.until };
    return { ...rest, until: seat.until < now ? seat.until : now, over: true };
  }

  const delegates: Routes['delegates'] = (approvers, about, now) => {
    let all = approvers.map((seat) => judged(seat, now));
    for (const seat of approvers.filter((approver) => !approver.onBehalfOf))
      for (const { to, until } of currentOf(seat.id, now)) {
        const delegate = directory.person(to);
        if (delegate && free(about, all)(delegate))
          all = withSeat(all, { ...who(delegate), onBehalfOf: who(seat), until });
      }
    return all;
  };

  return {
    version: policy.version,
    hours: { remind, escalate, expire },
    route: (id) => policy.routes.find((route) => route.id === id),
    delegates,
    nextDelegation(approvers, now) {
      const edges = approvers
        .filter(({ onBehalfOf }) => !onBehalfOf)
        .flatMap(({ id }) => delegationsOf(id))
        .flatMap(({ from, until }) => [from, new Date(until.getTime() + 1)]);
      return edges.filter((edge) => edge > now).toSorted((one, other) => one.getTime() - other.getTime())[0];
    },
    isHere: ({ id }) => directory.person(id) !== undefined,
    above: (approver, about) => firstStandIn(approver.id, about, []),
    seats({ label, ask, quorum }, about, now) {
      const approvers: Approver[] = [];
      for (const selector of ask) {
        const named = pool(selector, about);
        const able = named.filter(free(about, approvers));
        approvers.push(...able.map(who));
        if (able.length > 0 || named.some((one) => approvers.some((seat) => seat.id === one.id))) continue;
        const standIn = firstStandIn(named[0]?.id, about, approvers);
        if (standIn) approvers.push({ ...standIn, ...(named[0] ? { insteadOf: who(named[0]) } : {}) });
      }
      const need = quorum === 'all' ? Math.max(1, approvers.length) : quorum === 'any' ? 1 : quorum;
      if (approvers.length < need) throw new Refusal((say) => say.approvals.nobody(label));
      return { approvers: delegates(approvers, about, now), need };
    },
  };
}
