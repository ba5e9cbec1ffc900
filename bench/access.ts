/** Access: how long it takes to see what nobody may hold together, over a large catalogue. */
import { type Bundle, resolveBundles } from '../src/access/bundles.js';
import { createSeparation, type DutyRule } from '../src/access/separation.js';
import { goal } from './table.js';

const ENTITLEMENTS = 2_000;
const BUNDLES = 300;
const RULES = 200;
/** What one person holds: of a few hundred people, more than most. */
const HELD = 40;

const many = <T>(count: number, make: (n: number) => T): T[] => Array.from({ length: count }, (_, n) => make(n));
/** The same spread in every run. */
const spread = (n: number, within: number): number => (n * 7919 + 13) % within;

/** A third of the bundles hold entitlements, a third those bundles, and a third the latter. */
function bundles(): Bundle[] {
  const third = BUNDLES / 3;
  const role = (id: string, includes: string[]): Bundle => ({ id, isRole: true, includes });
  return [
    ...many(ENTITLEMENTS, (n): Bundle => ({ id: `e${n}`, isRole: false, includes: [] })),
    ...many(third, (n) => role(`a${n}`, [...new Set(many(12, (at) => `e${spread(n * 12 + at, ENTITLEMENTS)}`))])),
    ...many(third, (n) => role(`b${n}`, [...new Set(many(3, (at) => `a${spread(n * 3 + at, third)}`))])),
    ...many(third, (n) => role(`c${n}`, [...new Set(many(3, (at) => `b${spread(n * 3 + at, third)}`))])),
  ];
}

export function measureSeparation(times: number): void {
  const brought = resolveBundles(bundles());
  const ids = [...brought.keys()];
  const rules = many(RULES, (n): DutyRule => {
    const side = (from: number) => many(10, (at) => `e${spread(from + at, ENTITLEMENTS)}`);
    return { id: `r${n}`, one: side(n * 20), other: side(n * 20 + 10) };
  });
  const separation = createSeparation(rules);
  const coversOf = (id: string) => brought.get(id)!.covers;
  const took: number[] = [];
  let found = 0;
  for (let n = 0; n < times; n++) {
    const held = many(HELD, (at) => ids[spread(n + at, ids.length)]!);
    const wanted = coversOf(ids[spread(n * 31, ids.length)]!);
    const began = performance.now();
    found += separation.conflicts(wanted, held, coversOf).length;
    took.push(performance.now() - began);
  }
  if (found === 0) throw new Error('no rule was broken');
  const p99 = took.toSorted((a, b) => a - b)[Math.floor(times * 0.99)]!;
  goal(
    `Access: separation of duties, ${ENTITLEMENTS.toLocaleString('en')} entitlements, ${BUNDLES} bundles, ${RULES} rules, p99`,
    `${p99.toFixed(2)} ms`,
    '< 2 ms',
    p99 < 2,
  );
}
