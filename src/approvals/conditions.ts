/** What the rules of approvals.yaml ask of the facts that subjects lend: conditions as data. Pure. */
import { z } from 'zod';
import type { Lang } from '../card.js';
import { nearest } from '../language/nearest.js';
import type { Wording } from '../language/wording.js';

/**
 * A fact that a subject lends. Levels are named lowest first; of some texts all the values are known. What is only `shown` to
 * approvers no rule can ask about.
 */
export type Fact = {
  label: Record<Lang, string>;
  is: 'text' | 'number' | 'shown' | { among: readonly string[] } | { levels: readonly string[] };
};
export type Lent = Readonly<Record<string, Fact>>;

type Value = string | number;
/** The facts of one subject; of a list each value counts. */
export type Facts = Readonly<Record<string, Value | readonly Value[] | undefined>>;

type Test = Value | readonly Value[] | Partial<Record<(typeof comparisons)[number], Value>>;
/** All that it names must be so: each fact, `all`, one of `any`, and not `not`. */
export type Condition = {
  readonly all?: readonly Condition[] | undefined;
  readonly any?: readonly Condition[] | undefined;
  readonly not?: Condition | undefined;
  readonly [fact: string]: Test | Condition | readonly Condition[] | undefined;
};

const comparisons = ['equals', 'atLeast', 'atMost'] as const;
const joined: ReadonlySet<string> = new Set(['all', 'any', 'not']);

const value = z.union([z.string().max(120), z.number()], { error: 'is no text and no number' });
const TEST = { error: 'use a value, a list of values, or { equals, atLeast, atMost }' };
const test = z.union(
  [
    value,
    z.array(value).min(1).max(200),
    z
      .strictObject({ equals: value.optional(), atLeast: value.optional(), atMost: value.optional() })
      .refine((given) => Object.keys(given).length > 0, TEST),
  ],
  TEST,
);
export const condition: z.ZodType<Condition> = z.lazy(() =>
  z
    .object({
      all: z.array(condition).min(1).max(50).optional(),
      any: z.array(condition).min(1).max(50).optional(),
      not: condition.optional(),
    })
    .catchall(test),
);

const testsOf = (asked: Condition): [string, Test][] =>
  Object.entries(asked).filter(([key, given]) => !joined.has(key) && given !== undefined) as [string, Test][];

const isList = (given: Test): given is readonly Value[] => Array.isArray(given);
const isCompared = (given: Test): given is Exclude<Test, Value | readonly Value[]> =>
  typeof given === 'object' && !isList(given);
const valuesOf = (given: Test): Value[] =>
  isList(given) ? [...given] : isCompared(given) ? Object.values(given).filter((one) => one !== undefined) : [given];

const rankIn = (fact: Fact | undefined, given: Value): number =>
  typeof given === 'number'
    ? given
    : typeof fact?.is === 'object' && 'levels' in fact.is
      ? fact.is.levels.indexOf(given)
      : NaN;

/** Whether one value is at least another one, as numbers or levels are. */
export const reaches = (fact: Fact | undefined, one: Value, other: Value): boolean =>
  rankIn(fact, one) >= rankIn(fact, other);

export type Holds = (facts: Facts) => boolean;

function passing(name: string, given: Test, fact: Fact | undefined): Holds {
  const meets = ((): ((one: Value) => boolean) => {
    if (!isCompared(given)) {
      const wanted = new Set(valuesOf(given));
      return (one) => wanted.has(one);
    }
    const { equals, atLeast, atMost } = given;
    return (one) =>
      (equals === undefined || one === equals) &&
      (atLeast === undefined || reaches(fact, one, atLeast)) &&
      (atMost === undefined || reaches(fact, atMost, one));
  })();
  return (facts) => {
    const has = facts[name];
    if (has === undefined) return false;
    return typeof has === 'object' ? has.some(meets) : meets(has);
  };
}

/** Whether the facts are as a condition asks. A fact that a subject does not have passes no test. */
export function holding(asked: Condition, lent: Lent): Holds {
  const inner = (each: Condition) => holding(each, lent);
  const every = [
    ...testsOf(asked).map(([name, given]) => passing(name, given, lent[name])),
    ...(asked.all ?? []).map(inner),
  ];
  const some = asked.any?.map(inner);
  const no = asked.not && inner(asked.not);
  return (facts) =>
    every.every((each) => each(facts)) && (!some || some.some((each) => each(facts))) && !(no && no(facts));
}

/** The facts that it asks for, wherever in it. */
export const factsIn = (asked: Condition): string[] => [
  ...new Set([
    ...testsOf(asked).map(([name]) => name),
    ...[...(asked.all ?? []), ...(asked.any ?? []), ...(asked.not ? [asked.not] : [])].flatMap(factsIn),
  ]),
];

type Wrong = (path: readonly (string | number)[], message: string) => unknown;

function checkValue(name: string, fact: Fact, given: Value): string | undefined {
  const { is } = fact;
  if (is === 'number') return typeof given === 'number' ? undefined : `"${name}" is a number, and "${given}" is none`;
  if (typeof given === 'number') return `"${name}" is a text: write ${JSON.stringify(String(given))}`;
  if (is === 'text' || is === 'shown') return undefined;
  const known = 'levels' in is ? is.levels : is.among;
  return known.includes(given)
    ? undefined
    : `"${name}" is never "${given}": did you mean "${nearest(given, known)[0] ?? ''}"?`;
}

/** Points at each fact and value that no subject lends, with the nearest that one does. */
export function check(asked: Condition, path: readonly (string | number)[], lent: Lent, wrong: Wrong): void {
  for (const [name, given] of testsOf(asked)) {
    const fact = Object.hasOwn(lent, name) ? lent[name] : undefined;
    if (!fact) {
      wrong([...path, name], `there is no fact "${name}": did you mean "${nearest(name, Object.keys(lent))[0]}"?`);
      continue;
    }
    if (fact.is === 'shown')
      wrong([...path, name], `approvers read "${name}", and no rule can: only \`about\` names it`);
    if (
      isCompared(given) &&
      given.equals === undefined &&
      (fact.is === 'text' || (typeof fact.is === 'object' && 'among' in fact.is))
    )
      wrong([...path, name], `"${name}" has no order: use equals or a list`);
    for (const one of valuesOf(given)) {
      const problem = checkValue(name, fact, one);
      if (problem) wrong([...path, name], problem);
    }
  }
  asked.all?.forEach((each, at) => check(each, [...path, 'all', at], lent, wrong));
  asked.any?.forEach((each, at) => check(each, [...path, 'any', at], lent, wrong));
  if (asked.not) check(asked.not, [...path, 'not'], lent, wrong);
}

/** The condition as people read it. */
export function inWords(asked: Condition, lent: Lent, lang: Lang, say: Pick<Wording, 'approvals'>): string {
  const phrases = say.approvals.condition;
  const one = ([name, given]: [string, Test]): string => {
    const label = lent[name]?.label[lang] ?? name;
    if (!isCompared(given)) return phrases.equals(label, valuesOf(given).join(phrases.or));
    return comparisons
      .flatMap((how) => (given[how] === undefined ? [] : [phrases[how](label, String(given[how]))]))
      .join(phrases.and);
  };
  const inner = (each: Condition) => inWords(each, lent, lang, say);
  return [
    ...testsOf(asked).map(one),
    ...(asked.all ?? []).map(inner),
    ...(asked.any ? [phrases.group(asked.any.map(inner).join(phrases.or))] : []),
    ...(asked.not ? [phrases.not(inner(asked.not))] : []),
  ].join(phrases.and);
}
