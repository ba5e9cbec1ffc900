/** What bundles bring, and what nobody holds together: rules in tables, and against a plain model on random companies. */
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { type Bundle, resolveBundles, Unresolvable } from '../../src/access/bundles.js';
import { createSeparation, type DutyRule } from '../../src/access/separation.js';

const entitlement = (id: string, ...includes: string[]): Bundle => ({ id, isRole: false, includes });
const role = (id: string, includes: string[], without: string[] = []): Bundle => ({
  id,
  isRole: true,
  includes,
  without,
});
const brought = (bundles: Bundle[], id: string) => {
  const { grants, covers } = resolveBundles(bundles).get(id)!;
  return { grants: [...grants].toSorted(), covers: [...covers].toSorted() };
};

const crm = [entitlement('read'), entitlement('write', 'read'), entitlement('export'), entitlement('admin', 'write')];

test('an entitlement brings what its application gives with it, however deep, and is set up once', () => {
  expect(brought(crm, 'admin')).toEqual({ grants: ['admin'], covers: ['admin', 'read', 'write'] });
});

test('a role is set up as the entitlements that it bundles, also those of roles in it', () => {
  const roles = [role('sales', ['write']), role('lead', ['sales', 'export'])];
  expect(brought([...crm, ...roles], 'lead')).toEqual({
    grants: ['export', 'write'],
    covers: ['export', 'read', 'write'],
  });
});

test('a role takes out some of what it inherits', () => {
  const roles = [role('lead', ['write', 'export']), role('deputy', ['lead'], ['export'])];
  expect(brought([...crm, ...roles], 'deputy')).toEqual({ grants: ['write'], covers: ['read', 'write'] });
});

test.each([
  [[entitlement('a', 'b')], 'a.includes: there is no "b" in the catalogue'],
  [[entitlement('a', 'b'), entitlement('b', 'a')], 'a.includes: includes itself, directly or by others'],
  [[role('a', ['b']), role('b', ['c']), role('c', ['a'])], 'a.includes: includes itself, directly or by others'],
  [[entitlement('a', 'b'), role('b', ['a'])], 'a.includes: "b" is a role: only roles include roles'],
  [[...crm, role('r', ['export'], ['read'])], 'r.without: takes out "read", which it does not bring'],
  [
    [...crm, role('r', ['write'], ['read'])],
    'r.without: cannot take out "read": "write" includes it, so take that out too',
  ],
])('what cannot be resolved is named with its remedy', (bundles, message) => {
  let problem = '';
  try {
    resolveBundles(bundles);
  } catch (error) {
    if (error instanceof Unresolvable) problem = `${error.id}.${error.key}: ${error.message}`;
  }
  expect(problem).toBe(message);
});

describe('separation of duties', () => {
  const ids = Array.from({ length: 12 }, (_, at) => `e${at}`);
  const some = fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 4 });
  const rules = fc.array(fc.tuple(some, some, fc.boolean()), { maxLength: 6 }).map((all) =>
    all.map(([one, other, excepts], at): DutyRule => ({
      id: `r${at}`,
      one,
      other: other.filter((id) => !one.includes(id)),
      exception: excepts ? { route: 'security', maxHours: 24 } : undefined,
    })),
  );

  test('what may not stand beside what is held is found by both sides of every rule, and by nothing else', () => {
    fc.assert(
      fc.property(rules, some, fc.array(some, { maxLength: 5 }), (all, wanted, held) => {
        const { conflicts } = createSeparation(all);
        const found = conflicts(new Set(wanted), held, (one) => new Set(one));
        const breaks = (rule: DutyRule, one: string[], other: string[]) =>
          (rule.one.some((id) => one.includes(id)) && rule.other.some((id) => other.includes(id))) ||
          (rule.other.some((id) => one.includes(id)) && rule.one.some((id) => other.includes(id)));
        const expected = all.filter((rule) => held.some((one) => breaks(rule, wanted, one))).map(({ id }) => id);
        expect(found.map(({ rule }) => rule.id).toSorted()).toEqual(expected.toSorted());
        for (const { rule, with: one } of found) expect(breaks(rule, wanted, one)).toBe(true);
        const firstOpen = found.findIndex(({ rule }) => rule.exception);
        if (firstOpen >= 0) expect(found.slice(firstOpen).every(({ rule }) => rule.exception)).toBe(true);
      }),
    );
  });
});
