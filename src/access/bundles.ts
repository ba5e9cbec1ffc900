/**
 * What entitlements and roles bring with them. An entitlement includes what its application gives with it; a role bundles
 * entitlements and other roles, and takes some out again. Pure.
 */

/** Something that can be granted; `includes` and `without` name others by their ids. */
export type Bundle = {
  readonly id: string;
  readonly isRole: boolean;
  readonly includes: readonly string[];
  /** What a role takes out of what it inherits. */
  readonly without?: readonly string[] | undefined;
};

/** What is set up for its holder, and all that the holder can do by it: the same, and what that includes. */
export type Brought = { grants: ReadonlySet<string>; covers: ReadonlySet<string> };

/** Where bundles cannot be resolved: which one, which of its lists, and why. */
export class Unresolvable extends Error {
  constructor(
    readonly id: string,
    readonly key: 'includes' | 'without',
    message: string,
  ) {
    super(message);
  }
}

const union = (sets: readonly ReadonlySet<string>[]): Set<string> => new Set(sets.flatMap((each) => [...each]));

/**
 * Resolves inheritance, however deep.
 * @throws Unresolvable: an id that is none, a circle, or a role that takes out what an entitlement in it includes anyway.
 */
export function resolveBundles(bundles: readonly Bundle[]): ReadonlyMap<string, Brought> {
  const byId = new Map(bundles.map((bundle) => [bundle.id, bundle]));
  const resolved = new Map<string, Brought>();
  const entered = new Set<string>();

  function brought(bundle: Bundle): Brought {
    const known = resolved.get(bundle.id);
    if (known) return known;
    if (entered.has(bundle.id)) throw new Unresolvable(bundle.id, 'includes', 'includes itself, directly or by others');
    entered.add(bundle.id);
    const own = bundle.isRole ? ofRole(bundle) : ofEntitlement(bundle);
    resolved.set(bundle.id, own);
    return own;
  }

  const included = (bundle: Bundle): Brought[] =>
    bundle.includes.map((id) => {
      const other = byId.get(id);
      if (!other) throw new Unresolvable(bundle.id, 'includes', `there is no "${id}" in the catalogue`);
      if (other.isRole && !bundle.isRole)
        throw new Unresolvable(bundle.id, 'includes', `"${id}" is a role: only roles include roles`);
      return brought(other);
    });

  const ofEntitlement = (bundle: Bundle): Brought => ({
    grants: new Set([bundle.id]),
    covers: union([new Set([bundle.id]), ...included(bundle).map(({ covers }) => covers)]),
  });

  function ofRole(bundle: Bundle): Brought {
    const out = new Set(bundle.without);
    const parts = included(bundle);
    const inherited = union(parts.map(({ covers }) => covers));
    for (const id of out)
      if (!inherited.has(id))
        throw new Unresolvable(bundle.id, 'without', `takes out "${id}", which it does not bring`);
    const grants = new Set([...union(parts.map((part) => part.grants))].filter((id) => !out.has(id)));
    const covers = union([...grants].map((id) => brought(byId.get(id)!).covers));
    for (const id of out)
      if (covers.has(id)) {
        const by = [...grants].find((grant) => resolved.get(grant)!.covers.has(id));
        throw new Unresolvable(
          bundle.id,
          'without',
          `cannot take out "${id}": "${by}" includes it, so take that out too`,
        );
      }
    return { grants, covers };
  }

  for (const bundle of bundles) brought(bundle);
  return resolved;
}
