/** Separation of duties: what one person may not hold together, over all that bundles bring. Pure. */
import type { Lang } from '../card.js';

/** Nobody holds something of the one side and something of the other, except on the terms of `exception`. */
export type DutyRule = {
  readonly id: string;
  readonly name?: Record<Lang, string> | undefined;
  readonly one: readonly string[];
  readonly other: readonly string[];
  /** The route that decides on an exception, and how long one lasts. Without it the rule always blocks. */
  readonly exception?: { readonly route: string; readonly maxHours: number } | undefined;
};

/** A rule without a name is called by its id. */
export const nameOf = ({ id, name }: DutyRule): Record<Lang, string> => name ?? { en: id, zh: id };

export type Conflict<H> = { rule: DutyRule; with: H };

export type Separation = {
  /** The rules that something breaks beside what is held, each with the first that breaks it; the strictest come first. */
  conflicts<H>(
    covers: ReadonlySet<string>,
    held: readonly H[],
    coversOf: (held: H) => ReadonlySet<string>,
  ): Conflict<H>[];
  /** The rule that something breaks by itself. */
  within(covers: ReadonlySet<string>): DutyRule | undefined;
};

/** @param rules looked up by what they name, so that the number of rules does not count. */
export function createSeparation(rules: readonly DutyRule[]): Separation {
  const sides = new Map<string, { rule: DutyRule; against: readonly string[] }[]>();
  for (const rule of rules)
    for (const [side, against] of [
      [rule.one, rule.other],
      [rule.other, rule.one],
    ] as const)
      for (const id of side) sides.set(id, [...(sides.get(id) ?? []), { rule, against }]);

  /** What may not stand beside it, with the rules that say so. */
  function forbidden(covers: ReadonlySet<string>): Map<string, Set<DutyRule>> {
    const all = new Map<string, Set<DutyRule>>();
    for (const id of covers)
      for (const { rule, against } of sides.get(id) ?? [])
        for (const each of against) {
          const by = all.get(each);
          if (by) by.add(rule);
          else all.set(each, new Set([rule]));
        }
    return all;
  }

  return {
    conflicts(covers, held, coversOf) {
      const against = forbidden(covers);
      if (against.size === 0) return [];
      const broken = new Map<DutyRule, (typeof held)[number]>();
      for (const one of held)
        for (const id of coversOf(one))
          for (const rule of against.get(id) ?? []) if (!broken.has(rule)) broken.set(rule, one);
      return [...broken]
        .map(([rule, one]) => ({ rule, with: one }))
        .toSorted((a, b) => Number(a.rule.exception !== undefined) - Number(b.rule.exception !== undefined));
    },
    within(covers) {
      const against = forbidden(covers);
      for (const id of covers) for (const rule of against.get(id) ?? []) return rule;
      return undefined;
    },
  };
}
