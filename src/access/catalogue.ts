/** What can be asked for: catalogue.yaml, read against the directory and the approval routes. */
import { check, type Holds, holding } from '../approvals/conditions.js';
import { personal, type Risk, risks } from '../approvals/facts.js';
import type { Route, Routes } from '../approvals/routes.js';
import { type Lang, type Who, who } from '../card.js';
import { TWICE } from '../distinct.js';
import { type Directory } from '../people.js';
import { readPolicy } from '../policy.js';
import { Refusal } from '../refusal.js';
import { type Brought, resolveBundles, Unresolvable } from './bundles.js';
import { type CataloguePolicy, cataloguePolicy, type ProvisionerPolicy } from './catalogue-shape.js';
import { createSeparation, type DutyRule, type Separation } from './separation.js';

/** What can be asked for: an entitlement of an application, or a role that bundles some. */
export type Entitlement = Brought & {
  id: string;
  isRole: boolean;
  /** The id and the name of its application; of a role, its own. */
  app: string;
  application: Record<Lang, string>;
  /** Application and entitlement, as people read it. */
  title: Record<Lang, string>;
  description?: Record<Lang, string> | undefined;
  /** The owner, or the deputy when the owner has left. */
  readonly owner: Who;
  /** Who is asked and told after the owner has left, if somebody is named. */
  readonly deputy?: Who | undefined;
  risk: Risk;
  maxHours: number;
  /** Where it names one; else the rules choose. */
  route?: Route;
  cost?: number | undefined;
  level: string;
  /** The route it takes where neither the requester nor the duration changes it. */
  usual: Route;
  /** Whether a person whom the directory knows by these facts may ask for it. */
  isFor: Holds;
  /** What must be held before. */
  needs: readonly string[];
};

export type Catalogue = {
  version: string;
  durations: readonly number[];
  warnBefore: readonly number[];
  /** Hours of the owner's working time until what is not confirmed is a ticket. */
  verifyWithin: Readonly<Record<Risk, number>>;
  entitlements: readonly Entitlement[];
  separation: Separation;
  rules: readonly DutyRule[];
  /** The file and the line on which it stands. */
  placeOf(what: 'application' | 'entry' | 'rule', id: string): string;
  provisioners: readonly ProvisionerPolicy[];
  /** The provisioner of an entitlement; undefined where the desk's own list is all. */
  provisionerOf(entitlement: string): ProvisionerPolicy | undefined;
  /** By its id or by its name in either language. */
  find(said: string): Entitlement | undefined;
  nearest(said: string): Entitlement;
  /** All that the holder of this can do; of what the catalogue no longer has, itself. */
  coversOf(entitlement: string): ReadonlySet<string>;
  /** What it lets its holder do, in plain words, and the titles of what comes with it. */
  meaningOf(entitlement: Entitlement): { description?: Record<Lang, string>; brings: Record<Lang, string>[] };
  /** What gives a part of it with no more risk: the largest first. */
  smaller(entitlement: Entitlement): Entitlement[];
};

type Wrong = (path: readonly (string | number)[], message: string) => never;
type Named = CataloguePolicy['roles'][number] | CataloguePolicy['applications'][number]['entitlements'][number];
/** An entry of the file, where it stands in it, and to which application or role it belongs. */
type Entry = {
  path: (string | number)[];
  entry: Named;
  isRole: boolean;
  of: { id: string; name: Record<Lang, string>; ownerNow(): Who; deputyNow(): Who | undefined };
};

/** @throws PolicyError with file, line and remedy. */
export function readCatalogue(dir: string, directory: Directory, routes: Routes): Catalogue {
  const { value, version, wrong, placeOf } = readPolicy(dir, 'catalogue.yaml', cataloguePolicy);
  const all = entriesOf(value, directory, wrong);
  const brought = broughtBy(all, wrong);
  const provisioned = provisionersBy(value, directory, wrong);
  const rules = dutyRules(value, all, routes, wrong);
  const separation = createSeparation(rules);
  const rankOf = (risk: Risk) => risks.indexOf(risk);
  const personalFacts = personal(directory);

  /** A role is as risky as the riskiest that it brings, and lasts as long as the shortest. */
  function bounds(entry: Named, { covers }: Brought): { risk: Risk; maxHours: number } {
    const parts = all.filter(({ entry: one, isRole }) => !isRole && covers.has(one.id)).map((each) => each.entry);
    const riskiest = parts.map(({ risk }) => risk!).toSorted((a, b) => rankOf(b) - rankOf(a))[0]!;
    return {
      risk: entry.risk ?? riskiest,
      maxHours: entry.maxHours ?? Math.min(...parts.map(({ maxHours }) => maxHours!)),
    };
  }

  function read({ path, entry, isRole, of }: Entry): Entitlement {
    const { id, name, description, cost, needs } = entry;
    const route = entry.route === undefined ? undefined : routes.route(entry.route);
    if (entry.route !== undefined && !route)
      return wrong([...path, 'route'], `approvals.yaml has no route "${entry.route}": add it or correct it here`);
    const own = brought.get(id)!;
    const { risk, maxHours } = bounds(entry, own);
    const level = 'level' in entry ? entry.level : 'role';
    const usual = route ?? routes.choose({ kind: 'access', application: of.id, entitlement: id, level, risk, cost });
    if (!usual) return wrong(path, 'names no route, and approvals.yaml has no rules: name one, or add rules');
    needs.forEach((other, at) => {
      if (other === id || !brought.has(other))
        wrong([...path, 'needs', at], `there is no other entry "${other}" in the catalogue`);
    });
    if (entry.for) check(entry.for, [...path, 'for'], personalFacts, wrong);
    const broken = separation.within(own.covers);
    if (broken) wrong(path, `brings together what nobody may hold together: see the rule "${broken.id}"`);
    return {
      ...own,
      id,
      isRole,
      app: of.id,
      application: of.name,
      title: isRole ? name : { en: `${of.name.en}: ${name.en}`, zh: `${of.name.zh}：${name.zh}` },
      ...(description ? { description } : {}),
      get owner() {
        return of.ownerNow();
      },
      get deputy() {
        return of.deputyNow();
      },
      risk,
      maxHours,
      ...(route ? { route } : {}),
      cost,
      level,
      usual,
      isFor: holding(entry.for ?? {}, personalFacts),
      needs,
    };
  }

  const entitlements = all.map(read);
  function pathOf(what: 'application' | 'entry' | 'rule', id: string): (string | number)[] {
    if (what === 'application') return ['applications', value.applications.findIndex((one) => one.id === id)];
    const at = what === 'rule' ? value.separation.findIndex((one) => one.id === id) : -1;
    if (at >= 0) return ['separation', at];
    return all.find(({ entry }) => entry.id === id.replace(/\.incompatible$/, ''))?.path ?? [];
  }
  const names = (one: Entitlement) => [one.id, one.title.en, one.title.zh];
  const byName = new Map(
    entitlements.toReversed().flatMap((one) => names(one).map((name) => [name.toLowerCase(), one])),
  );
  return {
    version,
    durations: value.durationsHours,
    warnBefore: value.warnBeforeHours,
    verifyWithin: value.verifyWithinHours,
    entitlements,
    separation,
    rules,
    placeOf: (what, id) => placeOf(pathOf(what, id)),
    provisioners: value.provisioners,
    provisionerOf: (entitlement) => provisioned.get(entitlement),
    find: (said) => byName.get(said.trim().toLowerCase()),
    nearest(said) {
      const score = (one: Entitlement) => Math.max(...names(one).map((name) => alike(name, said)));
      return entitlements.toSorted((a, b) => score(b) - score(a))[0]!;
    },
    coversOf: (entitlement) => brought.get(entitlement)?.covers ?? new Set([entitlement]),
    meaningOf: ({ id, description, covers }) => ({
      ...(description ? { description } : {}),
      brings: entitlements.filter((one) => one.id !== id && covers.has(one.id)).map(({ title }) => title),
    }),
    smaller: ({ id, covers, risk }) =>
      entitlements
        .filter((one) => one.id !== id && one.covers.size < covers.size && rankOf(one.risk) <= rankOf(risk))
        .filter((one) => [...one.covers].every((each) => covers.has(each)))
        .toSorted((a, b) => b.covers.size - a.covers.size),
  };
}

/** All entries in the order of the file, each once, and somebody to own it. */
function entriesOf(value: CataloguePolicy, directory: Directory, wrong: Wrong): Entry[] {
  const ownersOf = (given: { owner: string; deputy?: string | undefined }, path: (string | number)[]) => {
    const deputy = () => directory.person(given.deputy ?? '');
    const there = () => directory.person(given.owner) ?? deputy();
    if (given.deputy !== undefined && !deputy()) wrong([...path, 'deputy'], nobody(given.deputy));
    const first = there();
    if (!first) return wrong([...path, 'owner'], nobody(given.owner));
    // People leave while the desk runs; where nobody is left, the last one is named.
    const deputyNow = () => deputy() && who(deputy()!);
    return { ownerNow: () => who(there() ?? first), deputyNow };
  };
  const entries = [
    ...value.applications.flatMap((application, at): Entry[] => {
      const of = { ...application, ...ownersOf(application, ['applications', at]) };
      return application.entitlements.map((entry, nth) => ({
        path: ['applications', at, 'entitlements', nth],
        entry,
        isRole: false,
        of,
      }));
    }),
    ...value.roles.map((entry, at): Entry => {
      const path = ['roles', at];
      return { path, entry, isRole: true, of: { ...entry, ...ownersOf(entry, path) } };
    }),
  ];
  const seen = new Set<string>();
  for (const { path, entry } of entries) {
    if (seen.has(entry.id)) wrong([...path, 'id'], TWICE);
    seen.add(entry.id);
  }
  return entries;
}

const nobody = (id: string) => `nobody has the id "${id}": add them to people.yaml or correct it`;

function broughtBy(all: readonly Entry[], wrong: Wrong): ReadonlyMap<string, Brought> {
  try {
    return resolveBundles(all.map(({ entry, isRole }) => ({ ...entry, isRole })));
  } catch (error) {
    if (!(error instanceof Unresolvable)) throw error;
    const { path } = all.find(({ entry }) => entry.id === error.id)!;
    return wrong([...path, error.key], error.message);
  }
}

/** The provisioner of each entitlement whose application names one. */
function provisionersBy(
  { applications, provisioners }: CataloguePolicy,
  directory: Directory,
  wrong: Wrong,
): ReadonlyMap<string, ProvisionerPolicy> {
  provisioners.forEach((one, at) => {
    const [kind, name = ''] = one.kind === 'hand' ? one.by.split(':') : [];
    if (kind === 'person' && !directory.person(name)) wrong(['provisioners', at, 'by'], nobody(name));
    if (kind === 'group' && !directory.group(name))
      wrong(['provisioners', at, 'by'], `there is no group "${name}": add it to teams.yaml or correct it here`);
  });
  const by = new Map<string, ProvisionerPolicy>();
  applications.forEach(({ provisioner, entitlements }, at) => {
    if (provisioner === undefined) return;
    const nth = provisioners.findIndex(({ id }) => id === provisioner);
    const found = provisioners[nth];
    if (!found)
      return wrong(
        ['applications', at, 'provisioner'],
        `there is no provisioner "${provisioner}": add it to provisioners`,
      );
    for (const { id } of entitlements) {
      if (found.kind === 'scim' && !Object.hasOwn(found.groups, id))
        wrong(['provisioners', nth, 'groups'], `names no group for "${id}": add one`);
      by.set(id, found);
    }
  });
  return by;
}

/** The rules of `separation`, and what entitlements call `incompatible`, whichever of the two says so. */
function dutyRules(value: CataloguePolicy, all: readonly Entry[], routes: Routes, wrong: Wrong): DutyRule[] {
  const ids = new Set(all.filter(({ isRole }) => !isRole).map(({ entry }) => entry.id));
  const known = (path: (string | number)[], id: string, self?: string) => {
    if (id === self || !ids.has(id)) wrong(path, `there is no other entitlement "${id}" in the catalogue`);
  };
  value.separation.forEach(({ one, other, exception }, at) => {
    one.forEach((id, nth) => known(['separation', at, 'one', nth], id));
    other.forEach((id, nth) => {
      known(['separation', at, 'other', nth], id);
      if (one.includes(id)) wrong(['separation', at, 'other', nth], 'stands on both sides: leave it out of one');
    });
    if (exception && !routes.route(exception.route))
      wrong(
        ['separation', at, 'exception', 'route'],
        `approvals.yaml has no route "${exception.route}": add it or correct it here`,
      );
  });
  const pairs = all.flatMap(({ entry, path }): DutyRule[] => {
    if (!('incompatible' in entry) || entry.incompatible.length === 0) return [];
    entry.incompatible.forEach((id, nth) => known([...path, 'incompatible', nth], id, entry.id));
    return [{ id: `${entry.id}.incompatible`, one: [entry.id], other: entry.incompatible }];
  });
  return [...pairs, ...value.separation];
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
