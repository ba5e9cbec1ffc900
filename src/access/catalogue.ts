/** catalogue.yaml: what can be asked for, read against the directory and the approval routes. */
import { z } from 'zod';
import type { Lent } from '../approvals/conditions.js';
import { common, risks, type Risk } from '../approvals/facts.js';
import { both } from '../approvals/policy.js';
import type { Route, Routes } from '../approvals/routes.js';
import { type Lang, type Who, who } from '../card.js';
import { distinct, TWICE } from '../distinct.js';
import { type Directory } from '../people.js';
import { readPolicy } from '../policy.js';
import { Refusal } from '../refusal.js';

const id = z.string().regex(/^[\w.-]{1,60}$/, { error: 'letters, digits, dots and dashes, at most 60' });
/** A year: longer access belongs to a role, not to a request. */
const hours = z.number().positive().max(8760);

/** What the rules of approvals.yaml may ask about a request for access. */
export const lent: Lent = {
  ...common,
  application: { label: { en: 'application', zh: '应用' }, is: 'text' },
  entitlement: { label: { en: 'entitlement', zh: '权限' }, is: 'text' },
  cost: { label: { en: 'cost', zh: '费用' }, is: 'number' },
  reason: { label: { en: 'reason', zh: '理由' }, is: 'shown' },
};

export const cataloguePolicy = z.strictObject({
  durationsHours: z.array(hours).min(1).superRefine(distinct()),
  warnBeforeHours: z.array(hours).superRefine(distinct()).default([24, 1]),
  applications: z
    .array(
      z.strictObject({
        id,
        name: both,
        owner: id,
        entitlements: z
          .array(
            z.strictObject({
              id,
              name: both,
              risk: z.enum(risks),
              maxHours: hours,
              /** Of approvals.yaml; without it, its rules choose. */
              route: id.optional(),
              /** What it costs, in the company's currency, for rules and limits. */
              cost: z.number().min(0).optional(),
              incompatible: z.array(id).default([]),
            }),
          )
          .min(1),
      }),
    )
    .min(1)
    .superRefine(distinct('id')),
});

export type Entitlement = {
  id: string;
  /** The id and the name of its application. */
  app: string;
  application: Record<Lang, string>;
  /** Application and entitlement, as people read it. */
  title: Record<Lang, string>;
  owner: Who;
  risk: Risk;
  maxHours: number;
  /** Where it names one; else the rules choose. */
  route?: Route;
  cost?: number | undefined;
  /** The route it takes where neither the requester nor the duration changes it. */
  usual: Route;
  /** What the holder may not hold beside it, whichever of the two says so. */
  incompatible: ReadonlySet<string>;
};

export type Catalogue = {
  version: string;
  durations: readonly number[];
  warnBefore: readonly number[];
  entitlements: readonly Entitlement[];
  /** By its id or by its name in either language. */
  find(said: string): Entitlement | undefined;
  nearest(said: string): Entitlement;
};

/** @throws PolicyError with file, line and remedy. */
export function readCatalogue(dir: string, directory: Directory, routes: Routes): Catalogue {
  const { value, version, wrong } = readPolicy(dir, 'catalogue.yaml', cataloguePolicy);
  const all = value.applications.flatMap(({ entitlements }) => entitlements);
  const entitlements = value.applications.flatMap((application, at) => {
    const owner = directory.person(application.owner);
    const path = ['applications', at];
    if (!owner) {
      return wrong(
        [...path, 'owner'],
        `nobody has the id "${application.owner}": add them to people.yaml or correct it`,
      );
    }
    return application.entitlements.map((entitlement, nth): Entitlement => {
      const here = [...path, 'entitlements', nth];
      const route = entitlement.route === undefined ? undefined : routes.route(entitlement.route);
      if (entitlement.route === undefined && routes.choose({}) === undefined)
        return wrong([...here], 'names no route, and approvals.yaml has no rules: name one, or add rules');
      if (entitlement.route !== undefined && !route) {
        return wrong(
          [...here, 'route'],
          `approvals.yaml has no route "${entitlement.route}": add it or correct it here`,
        );
      }
      if (all.find((other) => other.id === entitlement.id) !== entitlement) wrong([...here, 'id'], TWICE);
      entitlement.incompatible.forEach((other, which) => {
        if (!all.some((one) => one.id === other) || other === entitlement.id) {
          wrong([...here, 'incompatible', which], `there is no other entitlement "${other}" in the catalogue`);
        }
      });
      const { name, incompatible, route: _, ...rest } = entitlement;
      const against = all.filter((other) => other.incompatible.includes(entitlement.id)).map((other) => other.id);
      return {
        ...rest,
        ...(route ? { route } : {}),
        usual:
          route ??
          routes.choose({
            kind: 'access',
            application: application.id,
            entitlement: rest.id,
            risk: rest.risk,
            cost: rest.cost,
          })!,
        app: application.id,
        application: application.name,
        title: { en: `${application.name.en}: ${name.en}`, zh: `${application.name.zh}：${name.zh}` },
        owner: who(owner),
        incompatible: new Set([...incompatible, ...against]),
      };
    });
  });
  const names = (one: Entitlement) => [one.id, one.title.en, one.title.zh];
  return {
    version,
    durations: value.durationsHours,
    warnBefore: value.warnBeforeHours,
    entitlements,
    find: (said) =>
      entitlements.find((one) => names(one).some((name) => name.toLowerCase() === said.trim().toLowerCase())),
    nearest(said) {
      const score = (one: Entitlement) => Math.max(...names(one).map((name) => alike(name, said)));
      return entitlements.toSorted((a, b) => score(b) - score(a))[0]!;
    },
  };
}

/** What people call so. @throws Refusal with the nearest that there is. */
export function needEntitlement(said: string, catalogue: Catalogue): Entitlement {
  const found = catalogue.find(said);
  if (found) return found;
  const nearest = catalogue.nearest(said);
  throw new Refusal((say) => say.access.unknownEntitlement(said, nearest.id, nearest.title));
}

/** Dice's coefficient over pairs of letters: 1 is the same word, 0 has no pair in common. */
function alike(one: string, other: string): number {
  const pairs = (word: string) =>
    new Set(Array.from(word.toLowerCase(), (letter, at) => letter + word.toLowerCase().charAt(at + 1)));
  const [a, b] = [pairs(one), pairs(other)];
  return (2 * [...a].filter((pair) => b.has(pair)).length) / (a.size + b.size);
}
