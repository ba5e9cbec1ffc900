/** What is wrong with a catalogue that can be read all the same: access that nobody owns, decides, takes away or can hold. Pure. */
import { stuckToday } from '../approvals/coverage.js';
import { type Risk, risks } from '../approvals/facts.js';
import { NO_ROUTE } from '../approvals/policy.js';
import type { Routes } from '../approvals/routes.js';
import type { Lang, Who } from '../card.js';
import type { Directory } from '../people.js';
import type { Catalogue, Entitlement } from './catalogue.js';
import { type DutyRule, nameOf } from './separation.js';

type Label = Record<Lang, string>;
/** `place()`: the file and the line, `policies/catalogue.yaml:13`. */
export type Flaw = { place(): string; title: Label } & (
  | { kind: 'ownerless'; owner: Who }
  | { kind: 'unasked' }
  | { kind: 'auto'; risk: Risk }
  | { kind: 'undecidable'; route: string; step: Label; requesters: readonly Who[] }
  | { kind: 'unrevocable' }
  | { kind: 'handless' }
  | { kind: 'role-longer' | 'exception-longer'; hours: number; part: Label; most: number }
  | { kind: 'never-fires' }
);

type House = { catalogue: Catalogue; routes: Routes; directory: Directory };

/** All that is found, in the order of the file. */
export function lint(house: House, now: Date): Flaw[] {
  const { catalogue } = house;
  const undecidable = undecidableIn(house, now);
  return [
    ...applicationFlaws(house),
    ...catalogue.entitlements.flatMap((one) => [...entryFlaws(one, house), ...undecidable(one)]),
    ...catalogue.rules.flatMap((rule) => ruleFlaws(rule, house)),
  ];
}

/** What is the same for all entitlements of an application is told once. */
function applicationFlaws({ catalogue, directory }: House): Flaw[] {
  const firsts = new Map(catalogue.entitlements.map((one) => [one.app, one] as const).toReversed());
  return [...firsts.values()].toReversed().flatMap((one): Flaw[] => {
    const { app, application, owner, isRole, id } = one;
    const at = { title: application, place: () => catalogue.placeOf(isRole ? 'entry' : 'application', app) };
    const by = catalogue.provisionerOf(id);
    return [
      ...(directory.person(owner.id) ? [] : [{ ...at, kind: 'ownerless' as const, owner }]),
      ...(isRole || by ? [] : [{ ...at, kind: 'unrevocable' as const }]),
      ...(by?.kind === 'hand' && !hasHands(by.by, directory) ? [{ ...at, kind: 'handless' as const }] : []),
    ];
  });
}

function hasHands(by: string, directory: Directory): boolean {
  const [kind, id = ''] = by.split(':');
  if (kind === 'owner') return true;
  const people = kind === 'group' ? (directory.group(id)?.members ?? []) : [id];
  return people.some((one) => directory.person(one));
}

function entryFlaws(one: Entitlement, { catalogue, routes }: House): Flaw[] {
  const { id, title, risk, usual, isRole, covers, maxHours, app, level, cost } = one;
  const at = { title, place: () => catalogue.placeOf('entry', id) };
  const facts = { kind: 'access', application: app, entitlement: id, risk, level, cost };
  const isAuto = !one.route && routes.autoFor(facts) !== undefined;
  const shortest = catalogue.entitlements
    .filter((part) => isRole && !part.isRole && covers.has(part.id))
    .toSorted((a, b) => a.maxHours - b.maxHours)[0];
  return [
    ...(usual.id === NO_ROUTE ? [{ ...at, kind: 'unasked' as const }] : []),
    ...(isAuto && risk !== risks[0] ? [{ ...at, kind: 'auto' as const, risk }] : []),
    ...(shortest && shortest.maxHours < maxHours
      ? [{ ...at, kind: 'role-longer' as const, hours: maxHours, part: shortest.title, most: shortest.maxHours }]
      : []),
  ];
}

/** Each route is looked through once for each owner, by all who may ask for the entitlement. */
function undecidableIn({ catalogue, routes, directory }: House, now: Date): (one: Entitlement) => Flaw[] {
  const known = new Map<string, ReturnType<typeof stuckToday>>();
  const stuckBy = ({ usual, owner }: Entitlement) => {
    const key = `${usual.id} ${owner.id}`;
    const found = known.get(key) ?? stuckToday([usual], directory.people, routes, () => undefined, now, owner);
    known.set(key, found);
    return found;
  };
  return (one) =>
    stuckBy(one).flatMap(({ route, step, requesters }): Flaw[] => {
      const stuck = requesters.filter(({ id }) => one.isFor({ ...routes.factsOf(id) }));
      if (stuck.length === 0) return [];
      const place = () => catalogue.placeOf('entry', one.id);
      return [{ kind: 'undecidable', title: one.title, place, route, step, requesters: stuck }];
    });
}

function ruleFlaws(rule: DutyRule, { catalogue, routes, directory }: House): Flaw[] {
  const at = { title: nameOf(rule), place: () => catalogue.placeOf('rule', rule.id) };
  const bringing = (side: readonly string[]) =>
    catalogue.entitlements.filter(({ id }) => side.some((each) => catalogue.coversOf(id).has(each)));
  const [one, other] = [bringing(rule.one), bringing(rule.other)];
  const all = [...one, ...other];
  const mayHold = (side: readonly Entitlement[], id: string) => side.some(({ isFor }) => isFor(routes.factsOf(id)));
  const fires = directory.people.some(({ id }) => mayHold(one, id) && mayHold(other, id));
  const shortest = all.toSorted((a, b) => a.maxHours - b.maxHours)[0];
  const { exception } = rule;
  return [
    ...(fires ? [] : [{ ...at, kind: 'never-fires' as const }]),
    ...(exception && shortest && shortest.maxHours < exception.maxHours
      ? [
          {
            ...at,
            kind: 'exception-longer' as const,
            hours: exception.maxHours,
            part: shortest.title,
            most: shortest.maxHours,
          },
        ]
      : []),
  ];
}
