/** changes.yaml: which types of change there are, who decides them at which risk, and when they may not happen. */
import { DateTime } from 'luxon';
import { z } from 'zod';
import type { Lent } from '../approvals/conditions.js';
import { common, type Risk } from '../approvals/facts.js';
import { both, NO_ROUTE } from '../approvals/policy.js';
import type { Route, Routes } from '../approvals/routes.js';
import type { Lang } from '../card.js';
import { distinct } from '../distinct.js';
import { readPolicy } from '../policy.js';
import { Refusal } from '../refusal.js';
import { zoneName } from '../zones.js';

const id = z.string().regex(/^[\w.-]{1,40}$/, { error: 'letters, digits, dots and dashes, at most 40' });
const local = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, { error: 'not a local moment such as 2026-12-19T18:00' });
const routeId = id.optional();

export const changesPolicy = z.strictObject({
  maxWindowHours: z.number().positive().max(720),
  types: z
    .array(
      z.strictObject({
        id,
        name: both,
        openedBy: z.array(z.enum(['agent', 'lead', 'security', 'admin'])).optional(),
        routes: z.strictObject({ low: routeId, medium: routeId, high: routeId }),
        duringFreeze: z.boolean().default(false),
      }),
    )
    .min(1)
    .superRefine(distinct('id')),
  freezes: z.array(z.strictObject({ name: both, zone: zoneName, starts: local, ends: local })).default([]),
});

/** Instead of a route: the rules of approvals.yaml choose it. */
export const BY_RULES = 'rules';

/** What the rules of approvals.yaml may ask about a change. */
export const lent: Lent = {
  ...common,
  type: { label: { en: 'change type', zh: '变更类型' }, is: 'text' },
  summary: { label: { en: 'what will change', zh: '变更内容' }, is: 'shown' },
  plan: { label: { en: 'plan', zh: '方案' }, is: 'shown' },
  rollback: { label: { en: 'rollback plan', zh: '回退方案' }, is: 'shown' },
  window: { label: { en: 'change window', zh: '变更窗口' }, is: 'shown' },
};

export type ChangeType = {
  id: string;
  name: Record<Lang, string>;
  /** The roles that may open it; everybody, where there are none. */
  openedBy: readonly string[] | undefined;
  /** The route for each risk that this type takes, or that the rules choose it; one without steps is pre-approved. */
  routes: Partial<Record<Risk, Route | typeof BY_RULES>>;
  duringFreeze: boolean;
};
export type Freeze = { name: Record<Lang, string>; starts: Date; ends: Date };
export type ChangePolicy = {
  version: string;
  maxWindowHours: number;
  types: readonly ChangeType[];
  freezes: readonly Freeze[];
};

/** @throws Refusal that names the types there are. */
export function needType(said: string, { types }: ChangePolicy): ChangeType {
  const type = types.find(({ id: one }) => one === said);
  if (!type) throw new Refusal((say) => say.changes.unknownType(said, types));
  return type;
}

/** @throws PolicyError with file, line and remedy. */
export function readChanges(dir: string, routes: Routes): ChangePolicy {
  const { value, version, wrong } = readPolicy(dir, 'changes.yaml', changesPolicy);

  const routeOf = (said: string, path: (string | number)[]): Route | typeof BY_RULES => {
    if (said === BY_RULES && routes.choose({}) === undefined)
      return wrong(path, 'approvals.yaml has no rules: add some or name a route here');
    if (said === BY_RULES || said === NO_ROUTE) return said === BY_RULES ? said : routes.route(said)!;
    const route = routes.route(said);
    if (!route) return wrong(path, `approvals.yaml has no route "${said}": add it or correct it here`);
    if (route.steps.some(({ ask }) => ask.includes('owner'))) {
      return wrong(path, `the route "${said}" asks an application owner, and a change has none: choose another`);
    }
    return route;
  };
  const moment = (said: string, zone: string, path: (string | number)[]): Date => {
    const read = DateTime.fromISO(said, { zone });
    return read.isValid ? read.toJSDate() : wrong(path, `"${said}" is no moment in the zone "${zone}"`);
  };

  return {
    version,
    maxWindowHours: value.maxWindowHours,
    types: value.types.map((type, at) => {
      const read = Object.entries(type.routes).flatMap(([risk, said]) =>
        said === undefined ? [] : [[risk, routeOf(said, ['types', at, 'routes', risk])]],
      );
      return { ...type, openedBy: type.openedBy, routes: Object.fromEntries(read) as ChangeType['routes'] };
    }),
    freezes: value.freezes.map(({ name, zone, starts, ends }, at) => {
      const freeze = {
        name,
        starts: moment(starts, zone, ['freezes', at, 'starts']),
        ends: moment(ends, zone, ['freezes', at, 'ends']),
      };
      if (freeze.ends <= freeze.starts) wrong(['freezes', at, 'ends'], 'ends before it starts');
      return freeze;
    }),
  };
}
