/**
 * Whatever company, route and history of moves: nobody decides their own, nobody decides two steps, nobody unlisted,
 * nobody after the end, nobody twice. A history that breaks a rule is shrunk and printed as a story.
 */
import * as fc from 'fast-check';
import { staffed } from '../../src/approvals/absence.js';
import {
  type Approval,
  awaited,
  begin,
  decide,
  isProven,
  openStep,
  seatedNow,
  withdraw,
} from '../../src/approvals/approval.js';
import { discuss } from '../../src/approvals/discussion.js';
import { addApprover, copyTo, nudge, sendBack, transfer } from '../../src/approvals/moves.js';
import { approvalsPolicy } from '../../src/approvals/policy.js';
import { overdue } from '../../src/approvals/reminders.js';
import { closedOffice, createRoutes, type Route, type Routes } from '../../src/approvals/routes.js';
import { approvable, type Approvable } from '../../src/approvals/approvable.js';
import { offer } from '../../src/approvals/offers.js';
import { differing, type Terms } from '../../src/approvals/revision.js';
import { createDirectory, peoplePolicy, teamsPolicy } from '../../src/people.js';
import { Refusal } from '../../src/refusal.js';
import { at, hoursAfter } from './company.js';

const RUNS = process.env['SOAK'] ? 10_000 : 1_000;
const monday = at('09:00');
const names = ['ada', 'bob', 'cyn', 'dov', 'eva', 'fay', 'gus', 'hal'];
const anybody = fc.constantFrom(...names);
const nameOf = (id: string) => ({ id, name: id });

/** Managers at random, in circles and missing; leave and delegations of some days; some have left before it begins. */
const companies = fc.record({
  managers: fc.array(fc.option(anybody), { minLength: names.length, maxLength: names.length }),
  security: fc.subarray(names),
  leave: fc.array(
    fc.record({ who: anybody, from: fc.integer({ min: 0, max: 60 }), hours: fc.integer({ min: 1, max: 80 }) }),
    { maxLength: 4 },
  ),
  delegations: fc.array(
    fc.record({
      of: anybody,
      to: anybody,
      from: fc.integer({ min: 0, max: 60 }),
      hours: fc.integer({ min: 1, max: 80 }),
    }),
    { maxLength: 5 },
  ),
  fallback: fc.uniqueArray(
    fc.oneof(
      anybody.map((id) => `person:${id}`),
      fc.constant('role:admin'),
    ),
    { minLength: 1, maxLength: 3 },
  ),
});
const selector = fc.oneof(
  fc.constantFrom('manager', 'manager:2', 'owner', 'role:security', 'group:it', 'lead:it'),
  anybody.map((id) => `person:${id}`),
);
const route = fc.record({
  sameAllowed: fc.boolean(),
  steps: fc.array(
    fc.record({
      ask: fc.uniqueArray(selector, { minLength: 1, maxLength: 3 }),
      quorum: fc.constantFrom('any', 'all', 1, 2, '60%'),
      about: fc.option(fc.subarray(['duration', 'risk', 'reason'], { minLength: 1 }), { nil: undefined }),
      when: fc.option(fc.constant({ risk: ['high'] }), { nil: undefined, freq: 6 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
});
const move = fc.record({
  who: anybody,
  other: anybody,
  does: fc.constantFrom(
    'approve',
    'approve',
    'approve',
    'approve',
    'reject',
    'withdraw',
    'transfer',
    'add',
    'back',
    'ask',
    'answer',
    'wait',
    'wait',
    'copy',
    'remind',
    'leaves',
    'approve earlier',
    'approve later',
    'approve',
    'edit',
    'edit',
    'offer',
    'offer',
    'accept',
    'accept',
  ),
  edit: fc.constantFrom('shorter', 'longer', 'riskier', 'reworded', 'otherwise'),
  place: fc.constantFrom('before', 'beside', 'after'),
  hours: fc.integer({ min: 1, max: 40 }),
});

type Company = typeof companies extends fc.Arbitrary<infer T> ? T : never;
type Move = typeof move extends fc.Arbitrary<infer T> ? T : never;

/** The routes of the company, without those who have left. */
function routesOf(company: Company, gone: ReadonlySet<string>): Routes {
  const people = names
    .map((id, at) => ({ id, manager: company.managers[at] ?? undefined }))
    .filter(({ id }) => !gone.has(id))
    .map(({ id, manager }) => ({
      id,
      name: id,
      email: `${id}@example.com`,
      title: { en: 'T', zh: 'T' },
      ...(manager && manager !== id ? { manager } : {}),
      roles: [...(company.security.includes(id) ? ['security'] : []), ...(id === 'ada' ? ['admin'] : [])],
    }));
  const groups = [
    {
      id: 'it',
      name: { en: 'IT', zh: 'IT' },
      lead: 'bob',
      manager: 'ada',
      members: ['cyn', 'dov'],
      calendar: 'any',
      channels: {},
    },
  ];
  const directory = createDirectory(peoplePolicy.parse({ people }), teamsPolicy.parse({ default: 'it', groups }));
  const policy = approvalsPolicy.parse({
    remindAfterHours: 8,
    escalateAfterHours: 16,
    expireAfterHours: 120,
    fallback: company.fallback,
    routes: [{ id: 'r', steps: [{ key: 's', label: { en: 's', zh: 's' }, ask: ['manager'] }] }],
  });
  const during = ({ from, hours }: { from: number; hours: number }) => ({
    from: hoursAfter(monday, from),
    until: hoursAfter(monday, from + hours),
  });
  const delegations = (person: string) =>
    company.delegations
      .filter(({ of, to }) => of === person && to !== of)
      .map((each) => ({ to: each.to, ...during(each) }));
  const routes = createRoutes({ ...policy, version: 'v', lent: {} }, directory, { ...closedOffice, delegations });
  return staffed(
    routes,
    (person, now) =>
      company.leave
        .map((each) => ({ who: each.who, ...during(each) }))
        .find((each) => each.who === person && each.from <= now && now < each.until)?.until,
  );
}

const approving = approvable<Approvable>({
  states: { approved: 'approved', rejected: 'rejected', withdrawn: 'withdrawn', expired: 'expired', void: 'void' },
  tells: () => [],
  settled: (record) => ({ next: record, events: [] }),
  isUnused: ({ state }) => state === 'approved',
});

/** What its requester changes: in facts, in words, or so that the other route is theirs. */
function termsOf(before: Approval, edit: Move['edit'], chain: readonly Route[]): Terms {
  const facts = before.facts ?? {};
  const duration = Number(facts['duration']);
  const differ = (what: string, isLess = false) =>
    differing(
      [what],
      () => what,
      [before.facts, edit] as readonly [unknown, unknown],
      () => [what],
      isLess,
    );
  const same = chain.find(({ id }) => id === before.route)!;
  const other = chain.find(({ id }) => id !== before.route)!;
  const risk = facts['risk'] === 'high' ? 'low' : 'high';
  const terms = { route: same, facts, ...(before.owner ? { owner: before.owner } : {}) };
  if (edit === 'shorter')
    return { ...terms, facts: { ...facts, duration: duration / 2 }, differences: differ('duration', true) };
  if (edit === 'longer')
    return { ...terms, facts: { ...facts, duration: duration * 2 }, differences: differ('duration') };
  if (edit === 'riskier') return { ...terms, facts: { ...facts, risk }, differences: differ('risk') };
  return { ...terms, route: edit === 'otherwise' ? other : same, differences: differ('reason') };
}

const attempt = (act: () => Approval | undefined): Approval | undefined => {
  try {
    return act();
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
};

/** Every third move is of somebody who is asked, and many offers are accepted, so that much happens and much is refused. */
function byAsked(given: Move, approval: Approval): Move {
  if (approval.offers?.length && given.hours % 4 === 1) return { ...given, does: 'accept' };
  const asked = awaited(approval);
  const one = asked[given.hours % (asked.length || 1)];
  return one && given.hours % 3 === 0 ? { ...given, who: one.id } : given;
}

/** What a move makes of an approval; undefined when it is refused or nothing is due. */
function moved(
  before: Approval,
  { who, other, does, place, hours, edit }: Move,
  chain: readonly Route[],
  routes: Routes,
  now: Date,
): Approval | undefined {
  const [actor, them] = [nameOf(who), nameOf(other)];
  const keys = before.steps.map(({ key }) => key);
  const open = openStep(before)?.key ?? keys.at(-1)!;
  const near = keys[keys.indexOf(open) + (does.endsWith('earlier') ? -1 : does.endsWith('later') ? 1 : 0)] ?? open;
  const record = { approval: before, requester: before.requester, history: [], _id: 'REQ-1' } as unknown as Approvable;
  record.state = before.state === 'open' ? 'requested' : before.state;
  const terms = termsOf(before, edit, chain);
  if (does === 'offer')
    return offer(
      before,
      open,
      actor,
      { condition: edit },
      { wish: {}, differences: [...terms.differences] },
      routes,
      now,
    ).approval;
  const given = does === 'accept' ? before.offers?.[0] : undefined;
  if (given) return approving.revising(record, terms, before.requester, routes, now, given).approval;
  if (does === 'edit')
    return approving.revising(record, terms, hours < 30 ? before.requester : actor, routes, now).approval;
  if (does.startsWith('approve')) return decide(before, near, actor, { verdict: 'approved' }, routes, now);
  if (does === 'reject') return decide(before, open, actor, { verdict: 'rejected', reason: 'no' }, routes, now);
  if (does === 'withdraw') return withdraw(before, actor, now);
  if (does === 'transfer') return transfer(before, open, actor, them, undefined, routes, now).approval;
  if (does === 'add') return addApprover(before, open, actor, them, place, routes, now).approval;
  if (does === 'back') return sendBack(before, open, actor, keys[hours % keys.length]!, 'again', routes, now).approval;
  if (does === 'ask' || does === 'answer')
    return discuss(record, does === 'ask' ? actor : before.requester, 'why', routes, now).approval;
  if (does === 'copy') return copyTo(before, actor, them, true).approval;
  if (does === 'remind') return nudge(before, actor, routes, now).approval;
  return overdue(before, routes, now)?.approval ?? (openStep(before) ? seatedNow(before, routes, now) : undefined);
}

/** Which rule a step from one state to the next breaks. */
function broken(
  before: Approval,
  after: Approval,
  { who, does, edit }: Move,
  [route]: readonly Route[],
): string | undefined {
  const involved = [after.requester.id, ...(after.parties ?? []).map(({ id }) => id)];
  const voicesIn = (step: Approval['steps'][number]) =>
    step.decisions.flatMap(({ by, onBehalfOf }) => [by.id, ...(onBehalfOf ? [onBehalfOf.id] : [])]);
  const all = after.steps.flatMap(voicesIn);
  const isChanged = does === 'edit' && before.state === 'approved';
  if (before.state !== 'open' && !isChanged) return 'something happened after the end';
  for (const step of after.steps) {
    const was = before.steps.find(({ key }) => key === step.key);
    const strange = step.decisions.some((one) => !was?.decisions.includes(one) && was?.state !== 'open');
    if (strange) return 'a decision of one step counts for another';
    if (does === 'edit' && edit === 'otherwise' && step.decisions.length > 0) return 'a decision outlived its route';
    const about = route?.steps.find(({ key }) => key === step.key)?.about;
    const isAbout = edit === 'reworded' && (!about || about.includes('reason'));
    if (does === 'edit' && isAbout && step.decisions.length > 0) return 'a decision stands for what nobody saw';
  }
  if (all.some((id) => involved.includes(id))) return 'somebody decided their own request';
  for (const step of after.steps)
    if (new Set(voicesIn(step)).size < voicesIn(step).length) return 'somebody decided a step twice';
  if (!after.sameAllowed && new Set(all).size < all.length) return 'somebody decided two steps';
  for (const [nth, step] of after.steps.entries()) {
    const fresh = step.decisions.filter((one) => !before.steps.some(({ decisions }) => decisions.includes(one)));
    const isAccepted = does === 'accept' && fresh.every(({ by }) => before.offers?.some((one) => one.by.id === by.id));
    if (fresh.length > 0 && !does.startsWith('approve') && does !== 'reject' && !isAccepted)
      return 'something decided that is no decision';
    if (fresh.length > 1) return 'one click decided twice';
    for (const { by } of fresh) {
      const seat = step.approvers.find(({ id }) => id === by.id);
      if ((by.id !== who && !isAccepted) || !seat || seat.over || seat.movedTo)
        return 'somebody decided who is not asked';
      if (openStep(before)?.key !== step.key) return 'a step was decided that was not open';
    }
    if (
      fresh.length > 0 &&
      !isAccepted &&
      after.steps.slice(0, nth).some(({ state, unneeded }) => state !== 'approved' && !unneeded)
    )
      return 'a step was decided before the ones before it';
    if (step.state === 'approved' && step.decisions.length < step.need) return 'too few decided a step';
  }
  const isAsked = after.steps.some(({ unneeded }) => !unneeded);
  if (after.state === 'approved' && isAsked && !isProven(after))
    return 'it is approved and its decisions do not prove it';
  if (after.state === 'open' && !openStep(after)) return 'it is open and no step is';
  if (awaited(after).some(({ id }) => involved.includes(id))) return 'somebody is asked about their own request';
  return undefined;
}

test('whatever the company, the route and the history, the rules of an approval hold', () => {
  let [decided, refused] = [0, 0];
  const happened = new Map<string, number>();
  fc.assert(
    fc.property(
      companies,
      route,
      anybody,
      anybody,
      fc.array(anybody, { maxLength: 2 }),
      fc.array(move, { maxLength: 24, size: 'max' }),
      (company, asked, requester, owner, others, moves) => {
        const gone = new Set<string>();
        let routes = routesOf(company, gone);
        let now = monday;
        const steps = asked.steps.map((step, nth) => ({
          ...step,
          key: `s${nth}`,
          label: { en: `s${nth}`, zh: `s${nth}` },
        }));
        const whole = { id: 'r', sameAllowed: asked.sameAllowed, steps } as Route;
        const chain = [whole, { ...whole, id: 'other', steps: whole.steps.toReversed() }];
        const about = { requester: nameOf(requester), owner: nameOf(owner), parties: others.map(nameOf) };
        const facts = { duration: 8, risk: 'low' };
        let approval = attempt(() => begin(whole, { ...about, facts }, routes, now));
        if (!approval) return;
        const story = [
          `${requester} asks ${JSON.stringify(asked)}, for ${others.join() || 'themselves'}, owner ${owner}`,
        ];
        for (const one of moves) {
          const each = byAsked(one, approval);
          now = hoursAfter(now, each.does === 'wait' ? each.hours : 0.1);
          if (each.does === 'leaves') {
            gone.add(each.who);
            routes = routesOf(company, gone);
            story.push(`${each.who} leaves the company`);
            continue;
          }
          const before: Approval = approval;
          const after = attempt(() => moved(before, each, chain, routes, now));
          if (!after || after === before) {
            refused += 1;
            continue;
          }
          story.push(`${now.toISOString()} ${each.who}: ${each.does} (${each.other}, ${each.place}, ${each.edit})`);
          const wrong = broken(before, after, each, chain);
          if (wrong) throw new Error([wrong, ...story, JSON.stringify(after.steps, null, 1)].join('\n'));
          happened.set(each.does, (happened.get(each.does) ?? 0) + 1);
          decided += after.state === 'approved' ? 1 : 0;
          approval = after;
        }
      },
    ),
    { numRuns: RUNS },
  );
  // The histories are such that much is decided and much refused.
  expect(decided).toBeGreaterThan(RUNS / 50);
  expect(refused).toBeGreaterThan(RUNS);
  for (const does of ['edit', 'offer', 'accept']) expect(happened.get(does)).toBeGreaterThan(RUNS / 50);
}, 300_000);
