/** approvals.yaml: its shape, and what of it must agree with the directory and with the facts that subjects lend. */
import { z } from 'zod';
import { distinct } from '../distinct.js';
import { nearest } from '../language/nearest.js';
import type { Directory } from '../people.js';
import { readPolicy } from '../policy.js';
import { check, condition, type Fact, type Lent } from './conditions.js';
import { personal } from './facts.js';

const id = z.string().regex(/^[\w.-]{1,40}$/, { error: 'letters, digits, dots and dashes, at most 40' });
export const both = z.strictObject({ en: z.string().min(1).max(80), zh: z.string().min(1).max(80) });
const date = z.iso.date({ error: 'not a date such as 2026-12-31' });
const hours = z.number().positive().max(8760);

const selector = z.string().regex(/^(manager(:[1-9])?|owner|(person|role|group|lead|on-duty):[\w.-]+)$/, {
  error: 'use manager, manager:2, owner, person:<id>, role:<role>, group:<id>, lead:<group> or on-duty:<group>',
});
const QUORUM = { error: 'use any, all, a number such as 2, or a share such as 60%' };
const quorum = z.union(
  [z.number().int().min(1), z.string(QUORUM).regex(/^(any|all|([1-9]\d?|100)%)$/, QUORUM)],
  QUORUM,
);

/** What a route is called that asks nobody. */
export const NO_ROUTE = 'none';

export const approvalsPolicy = z.strictObject({
  /** In the approver's working time. */
  remindAfterHours: hours,
  escalateAfterHours: hours,
  expireAfterHours: hours,
  /** Days after which what is still undecided expires, however its clock was stopped. */
  lapseAfterDays: z.number().int().min(1).max(366).default(30),
  fallback: z.array(selector).min(1),
  /** Up to how much somebody may approve, by the fact that is limited. */
  limits: z
    .array(
      z.looseObject({ who: z.string().regex(/^(person|role):[\w.-]+$/, { error: 'use person:<id> or role:<role>' }) }),
    )
    .default([]),
  delegations: z.array(z.strictObject({ of: id, to: id, starts: date, ends: date })).default([]),
  /** The first rule that holds gives the route. */
  rules: z
    .array(
      z.strictObject({
        when: condition.optional(),
        route: id,
        /** The first few of a requester in so many days are approved without a decision, each kind by itself. */
        auto: z
          .strictObject({ times: z.number().int().min(1).max(100), days: z.number().int().min(1).max(366) })
          .optional(),
      }),
    )
    .min(1)
    .optional(),
  routes: z
    .array(
      z.strictObject({
        id: id.refine((said) => said !== NO_ROUTE, { error: '"none" is what a route is called that asks nobody' }),
        /** Whether one person may decide more than one step of it. */
        sameAllowed: z.boolean().default(false),
        /** Where its approvers are asked: in their own chats, in the channels of a group, or in both. */
        deliver: z.enum(['own', 'channel', 'both'], { error: 'use own, channel or both' }).optional(),
        /** The group in whose channels they are asked. */
        channel: id.optional(),
        /** Who reads along, and decides nothing by it. */
        copies: z.array(selector).max(20).optional(),
        steps: z
          .array(
            z.strictObject({
              key: id,
              label: both,
              ask: z.array(selector).min(1),
              quorum: quorum.default('any'),
              /** The step is skipped where this does not hold. */
              when: condition.optional(),
              /** The fact up to which each of its approvers must be allowed to approve. */
              limit: z.string().optional(),
              /** What its approvers decide about: when anything else changes, their decision stands. */
              about: z.array(z.string()).min(1).max(50).optional(),
              /** Whether approving needs a one-time code, which the approver gets in another chat; or when it does. */
              stepUp: z.union([z.boolean(), condition], { error: 'use true, or a condition as in `when`' }).optional(),
            }),
          )
          .min(1)
          .superRefine(distinct('key')),
      }),
    )
    .min(1)
    .superRefine(distinct('id')),
});
export type ApprovalsPolicy = z.infer<typeof approvalsPolicy> & { version: string; lent: Lent };

const isOrdered = ({ is }: Fact) => is === 'number' || (typeof is === 'object' && 'levels' in is);

/**
 * @param subjects the facts that each kind of subject lends, beside those of its requester.
 * @throws PolicyError with file, line and remedy.
 */
export function readApprovals(
  dir: string,
  directory: Directory,
  subjects: Readonly<Record<string, Lent>> = {},
): ApprovalsPolicy {
  const { value, version, wrong } = readPolicy(dir, 'approvals.yaml', approvalsPolicy);
  const lent: Lent = {
    ...personal(directory),
    kind: { label: { en: 'kind', zh: '类别' }, is: { among: Object.keys(subjects) } },
    ...Object.assign({}, ...Object.values(subjects)),
  };
  const known = (path: (string | number)[], name: string) => {
    if (!directory.person(name)) wrong(path, `nobody has the id "${name}": add them to people.yaml or correct it here`);
  };
  const checkSelector = (path: (string | number)[], said: string) => {
    const [kind, name = ''] = said.split(':');
    if (kind === 'person') known(path, name);
    const isOfGroup = kind === 'group' || kind === 'lead' || kind === 'on-duty';
    if (isOfGroup && !directory.group(name)) {
      wrong(path, `there is no group "${name}": add it to teams.yaml or correct it here`);
    }
    if (kind === 'on-duty' && !directory.group(name)?.rota) {
      wrong(path, `the group "${name}" has no rota: give it one in teams.yaml or name its lead`);
    }
    if (
      kind === 'role' &&
      !directory.isOpen &&
      !directory.people.some((one) => one.roles.some((role) => role === name))
    ) {
      wrong(path, `nobody has the role "${name}": give it to somebody in people.yaml or correct it here`);
    }
  };
  const checkLimit = (path: (string | number)[], name: string): Fact => {
    const fact = Object.hasOwn(lent, name) ? lent[name] : undefined;
    if (fact && isOrdered(fact)) return fact;
    const ordered = Object.entries(lent).flatMap(([each, one]) => (isOrdered(one) ? [each] : []));
    return wrong(path, `there is no fact "${name}" with an order: did you mean "${nearest(name, ordered)[0]}"?`);
  };

  if (value.remindAfterHours >= value.expireAfterHours || value.escalateAfterHours >= value.expireAfterHours) {
    wrong(['expireAfterHours'], 'must be longer than remindAfterHours and escalateAfterHours');
  }
  value.fallback.forEach((said, at) => {
    if (/^(manager|owner)/.test(said)) wrong(['fallback', at], 'name a person, role, group or lead');
    checkSelector(['fallback', at], said);
  });
  value.limits.forEach(({ who, ...bounds }, at) => {
    checkSelector(['limits', at, 'who'], who);
    for (const [name, bound] of Object.entries(bounds)) {
      checkLimit(['limits', at, name], name);
      check({ [name]: bound as string }, ['limits', at], lent, wrong);
    }
  });
  value.delegations.forEach(({ of, to, starts, ends }, at) => {
    known(['delegations', at, 'of'], of);
    known(['delegations', at, 'to'], to);
    if (of === to) wrong(['delegations', at, 'to'], 'a delegate is somebody else');
    if (ends < starts) wrong(['delegations', at, 'ends'], 'ends before it starts');
  });
  value.routes.forEach((route, at) => {
    const { deliver = 'own', channel } = route;
    if (deliver !== 'own' && channel === undefined)
      wrong(['routes', at, 'deliver'], 'needs `channel`: the group of teams.yaml whose channel is meant');
    if (deliver === 'own' && channel !== undefined)
      wrong(['routes', at, 'channel'], 'is of use only with `deliver: channel` or `deliver: both`');
    const channels = channel === undefined ? {} : directory.group(channel)?.channels;
    if (channel !== undefined && !channels?.slack && !channels?.teams)
      wrong(['routes', at, 'channel'], `there is no group "${channel}" with a channel in teams.yaml`);
    route.copies?.forEach((said, which) => checkSelector(['routes', at, 'copies', which], said));
    route.steps.forEach((step, nth) => {
      const path = ['routes', at, 'steps', nth];
      step.ask.forEach((said, which) => checkSelector([...path, 'ask', which], said));
      if (step.when) check(step.when, [...path, 'when'], lent, wrong);
      if (step.limit) checkLimit([...path, 'limit'], step.limit);
      step.about?.forEach((name, which) => {
        if (!Object.hasOwn(lent, name))
          wrong(
            [...path, 'about', which],
            `approvers see nothing called "${name}": did you mean "${nearest(name, Object.keys(lent))[0]}"?`,
          );
      });
      if (typeof step.stepUp === 'object') check(step.stepUp, [...path, 'stepUp'], lent, wrong);
    });
  });
  const ids = [NO_ROUTE, ...value.routes.map((route) => route.id)];
  value.rules?.forEach(({ when, route, auto }, at, rules) => {
    if (auto && !when) wrong(['rules', at, 'auto'], 'says of nothing in particular that it is approved: add `when`');
    if (!ids.includes(route))
      wrong(['rules', at, 'route'], `there is no route "${route}": did you mean "${nearest(route, ids)[0]}"?`);
    if (when) check(when, ['rules', at, 'when'], lent, wrong);
    const isLast = at === rules.length - 1;
    if (isLast && when)
      wrong(['rules', at, 'when'], 'the last rule is for all that no other one is for: it has no `when`');
    if (!isLast && !when) wrong(['rules', at], 'no rule behind one without `when` is ever reached: make it the last');
  });
  return { ...value, version, lent };
}
