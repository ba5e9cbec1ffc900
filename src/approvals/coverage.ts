/** Routes that nobody could decide today, for whom, and why. Pure. */
import type { Lang, Part, Who } from '../card.js';
import type { Wording } from '../language/wording.js';
import type { Person } from '../people.js';
import { Refusal } from '../refusal.js';
import { type Approval, begin } from './approval.js';
import type { AwayUntil } from './absence.js';
import type { Route, Routes } from './routes.js';

export type Stuck = { route: string; step: Record<Lang, string>; isAway: boolean; requesters: Who[] };

/** The step that has too few approvers, or too few who are there. */
function stuckStep(
  route: Route,
  { requester, owner }: { requester: Person; owner: Who | undefined },
  routes: Routes,
  awayUntil: AwayUntil,
  now: Date,
) {
  let approval: Approval;
  try {
    const facts = { ...routes.factsOf(requester.id) };
    approval = begin(route, { requester, ...(owner ? { owner } : {}), facts }, routes, now);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { label } = route.steps.at(-1)!;
    return { label, isAway: false, asked: [] };
  }
  const asked = approval.steps.flatMap(({ approvers }) => approvers.map(({ id }) => id));
  const step = approval.steps.find(({ approvers, need }) => {
    const there = approvers.filter(({ id }) => !awayUntil(id, now));
    return new Set(there.map(({ id, onBehalfOf }) => onBehalfOf?.id ?? id)).size < need;
  });
  return { ...(step ? { label: step.label } : {}), isAway: true, asked };
}

/**
 * One requester for each manager stands for all of that manager; approvers, who may ask too, for themselves.
 * @param owner stands for the owners of what is asked for.
 */
export function stuckToday(
  all: readonly Route[],
  people: readonly Person[],
  routes: Routes,
  awayUntil: AwayUntil,
  now: Date,
  owner?: Who,
): Stuck[] {
  const perManager = new Map(people.map((person) => [person.manager, person]));
  return all.flatMap((route) => {
    const found = new Map<string, Stuck>();
    const asked = new Set<string>();
    const look = (requester: Person) => {
      const { label, isAway, asked: seats } = stuckStep(route, { requester, owner }, routes, awayUntil, now);
      for (const id of seats) asked.add(id);
      if (!label) return;
      const stuck = found.get(label.en) ?? { route: route.id, step: label, isAway, requesters: [] };
      found.set(label.en, { ...stuck, requesters: [...stuck.requesters, { id: requester.id, name: requester.name }] });
    };
    const representatives = [...perManager.values()];
    representatives.forEach(look);
    people.filter((person) => asked.has(person.id) && !representatives.includes(person)).forEach(look);
    return [...found.values()];
  });
}

/** The steps whose approval needs a one-time code, or needs it sometimes. */
export const codeSteps = (all: readonly Route[]) =>
  all.flatMap(({ id: route, steps }) => steps.flatMap((step) => (step.stepUp ? [{ route, ...step }] : [])));

/**
 * The steps whose approval needs a one-time code, and the approvers who have no second chat to get it in.
 * @param given.owners of whatever may be asked for.
 * @param given.oneChat whether the desk is in one chat alone, so that nobody has a second one.
 */
export function codeParts(
  all: readonly Route[],
  given: { people: readonly Person[]; owners: readonly Who[]; oneChat: boolean },
  routes: Routes,
  now: Date,
  say: Wording,
): Part[] {
  const words = say.approvals;
  const abouts = [
    ...given.people.map((requester) => ({ requester })),
    ...given.owners.map((owner) => ({ requester: owner, owner })),
  ];
  const items = codeSteps(all).map(({ route, label, ask, stepUp }) => {
    const when = typeof stepUp === 'object' ? routes.inWords(stepUp) : undefined;
    if (given.oneChat) return words.codeStep(route, label, when);
    const lacking = abouts.flatMap((about) => routes.codeless(ask, about, now).map((one) => [one.id, one] as const));
    return [
      ...words.codeStep(route, label, when),
      ...words.codeLacking([...new Map(lacking).values()].slice(0, SHOWN)),
    ];
  });
  return items.length === 0
    ? []
    : [
        { kind: 'text', text: given.oneChat ? words.codeOneChat : words.codeSteps },
        { kind: 'list', ordered: false, items: items.slice(0, SHOWN) },
      ];
}

const SHOWN = 8;

export const stuckParts = (stuck: readonly Stuck[], say: Wording): Part[] =>
  stuck.length === 0
    ? []
    : [
        { kind: 'text', text: say.approvals.stuck },
        {
          kind: 'list',
          ordered: false,
          items: stuck
            .slice(0, SHOWN)
            .map(({ route, step, isAway, requesters }) => say.approvals.stuckLine(route, step, isAway, requesters[0]!)),
        },
        ...(stuck.length > SHOWN ? [{ kind: 'note', text: say.approvals.more(stuck.length - SHOWN) } as const] : []),
      ];
