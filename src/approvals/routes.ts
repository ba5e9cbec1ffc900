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
 * ends a delegation, `away` is when the other is back.
 */
export type Approver = Who & { onBehalfOf?: Who; insteadOf?: Who; until?: Date; away?: Date };

/** Whom an approval is about, and who may not decide in it. */
export type About = { requester: Who; owner?: Who; barred: ReadonlySet<string> };

export type Routes = {
  version: string;
  /** Hours from the opening of a step. */
  hours: { remind: number; escalate: number; expire: number };
  route(id: string): Route | undefined;
  /** The approvers of a step, with stand-ins and delegates. @throws Refusal when nobody is left to decide. */
  seats(step: Seating, about: About, now: Date): { approvers: Approver[]; need: number };
  /** The same approvers with the delegates whose days have come. */
  delegates(approvers: readonly Approver[], about: About, now: Date): Approver[];
  /** Who decides when an approver does not: the managers above, then the fallback. */
  above(approver: Who, about: About): Who | undefined;
  /** Whether somebody is still in the directory: nothing is decided for a person who has left. */
  isHere(person: Who): boolean;
};

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
    one.id !== about.requester.id && !about.barred.has(one.id) && !seated.some((approver) => approver.id === one.id);

  const firstStandIn = (start: string | undefined, about: About, seated: readonly Approver[]) => {
    for (const one of standIns(start, about)) if (free(about, seated)(one)) return who(one);
    return undefined;
  };

  const delegates: Routes['delegates'] = (approvers, about, now) => {
    const all = [...approvers];
    for (const seat of approvers.filter((approver) => !approver.onBehalfOf)) {
      const zone = directory.person(seat.id)?.zone ?? 'UTC';
      for (const { of, to, starts, ends } of policy.delegations) {
        const until = DateTime.fromISO(ends, { zone }).endOf('day').toJSDate();
        const delegate = directory.person(to);
        const today = DateTime.fromISO(starts, { zone }).toJSDate() <= now && now <= until;
        if (of !== seat.id || !today || !delegate || !free(about, all)(delegate)) continue;
        all.push({ ...who(delegate), onBehalfOf: who(seat), until });
      }
    }
    return all;
  };

  return {
    version: policy.version,
    hours: { remind, escalate, expire },
    route: (id) => policy.routes.find((route) => route.id === id),
    delegates,
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
