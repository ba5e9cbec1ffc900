/** approvals.yaml: its shape, and what of it must agree with the directory. */
import { z } from 'zod';
import { distinct } from '../distinct.js';
import type { Directory } from '../people.js';
import { readPolicy } from '../policy.js';

const id = z.string().regex(/^[\w.-]{1,40}$/, { error: 'letters, digits, dots and dashes, at most 40' });
export const both = z.strictObject({ en: z.string().min(1).max(80), zh: z.string().min(1).max(80) });
const date = z.iso.date({ error: 'not a date such as 2026-12-31' });
const hours = z.number().positive().max(8760);

const selector = z.string().regex(/^(manager|owner|(person|role|group|lead):[\w.-]+)$/, {
  error: 'use manager, owner, person:<id>, role:<role>, group:<id> or lead:<group>',
});

export const approvalsPolicy = z.strictObject({
  remindAfterHours: hours,
  escalateAfterHours: hours,
  expireAfterHours: hours,
  fallback: z.array(selector).min(1),
  delegations: z.array(z.strictObject({ of: id, to: id, starts: date, ends: date })).default([]),
  routes: z
    .array(
      z.strictObject({
        id,
        steps: z
          .array(
            z.strictObject({
              key: id,
              label: both,
              ask: z.array(selector).min(1),
              quorum: z.union([z.enum(['any', 'all']), z.number().int().min(1)]).default('any'),
            }),
          )
          .min(1)
          .superRefine(distinct('key')),
      }),
    )
    .min(1)
    .superRefine(distinct('id')),
});
export type ApprovalsPolicy = z.infer<typeof approvalsPolicy> & { version: string };

/** @throws PolicyError with file, line and remedy. */
export function readApprovals(dir: string, directory: Directory): ApprovalsPolicy {
  const { value, version, wrong } = readPolicy(dir, 'approvals.yaml', approvalsPolicy);
  const known = (path: (string | number)[], name: string) => {
    if (!directory.person(name)) wrong(path, `nobody has the id "${name}": add them to people.yaml or correct it here`);
  };
  const checkSelector = (path: (string | number)[], said: string) => {
    const [kind, name = ''] = said.split(':');
    if (kind === 'person') known(path, name);
    if ((kind === 'group' || kind === 'lead') && !directory.group(name)) {
      wrong(path, `there is no group "${name}": add it to teams.yaml or correct it here`);
    }
    if (kind === 'role' && !directory.people.some((one) => one.roles.some((role) => role === name))) {
      wrong(path, `nobody has the role "${name}": give it to somebody in people.yaml or correct it here`);
    }
  };

  if (value.remindAfterHours >= value.expireAfterHours || value.escalateAfterHours >= value.expireAfterHours) {
    wrong(['expireAfterHours'], 'must be longer than remindAfterHours and escalateAfterHours');
  }
  value.fallback.forEach((said, at) => {
    if (said === 'manager' || said === 'owner') wrong(['fallback', at], 'name a person, role, group or lead');
    checkSelector(['fallback', at], said);
  });
  value.delegations.forEach(({ of, to, starts, ends }, at) => {
    known(['delegations', at, 'of'], of);
    known(['delegations', at, 'to'], to);
    if (of === to) wrong(['delegations', at, 'to'], 'a delegate is somebody else');
    if (ends < starts) wrong(['delegations', at, 'ends'], 'ends before it starts');
  });
  value.routes.forEach((route, at) => {
    route.steps.forEach((step, nth) => {
      const path = ['routes', at, 'steps', nth];
      step.ask.forEach((said, which) => checkSelector([...path, 'ask', which], said));
    });
  });
  return { ...value, version };
}
