import * as fc from 'fast-check';
import { begin, decide, openStep, withdraw, type Approval } from '../../src/approvals/approval.js';
import { overdue } from '../../src/approvals/reminders.js';
import { Refusal } from '../../src/refusal.js';
import { at, company, hoursAfter, policiesWith } from './company.js';

const { directory, routes, one } = company(
  policiesWith('approvals.yaml', [
    'delegations: []',
    `delegations:
  - { of: manager, to: lead, starts: 2026-11-01, ends: 2026-12-31 }
  - { of: owner, to: employee, starts: 2026-11-01, ends: 2026-12-31 }
  - { of: security, to: manager, starts: 2026-11-01, ends: 2026-12-31 }`,
  ]),
);
const people = directory.people.map(({ id }) => id);
const chains = ['manager', 'manager-owner', 'manager-owner-security', 'board', 'board-security', 'emergency'];

const click = fc.record({
  who: fc.constantFrom(...people),
  step: fc.constantFrom('open', 'open', 'open', 'manager', 'owner', 'security', 'board', 'emergency'),
  act: fc.constantFrom('approve', 'approve', 'approve', 'approve', 'reject', 'withdraw', 'wait'),
  hours: fc.integer({ min: 0, max: 30 }),
});

/** Every click that is allowed makes a next approval; refused ones change nothing. */
function walk(
  route: string,
  requester: string,
  clicks: readonly (typeof click extends fc.Arbitrary<infer T> ? T : never)[],
) {
  let now = at('09:00');
  const found = routes.route(route);
  if (!found) throw new Error(route);
  const walked: Approval[] = [begin(found, { requester: one(requester), owner: one('owner') }, routes, now)];
  for (const { who, step, act, hours } of clicks) {
    const before = walked.at(-1)!;
    now = hoursAfter(now, hours / 10);
    try {
      if (act === 'wait') {
        now = hoursAfter(now, hours);
        const silent = overdue(before, routes, now);
        if (silent) walked.push(silent.approval);
      } else if (act === 'withdraw') walked.push(withdraw(before, one(who), now));
      else {
        const ruling =
          act === 'approve' ? { verdict: 'approved' as const } : { verdict: 'rejected' as const, reason: 'no' };
        const key = step === 'open' ? (openStep(before)?.key ?? 'manager') : step;
        walked.push(decide(before, key, one(who), ruling, routes, now));
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return walked;
}

test('whoever clicks whatever in whatever order, the rules of an approval hold', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...chains),
      fc.constantFrom(...people),
      fc.array(click, { maxLength: 60 }),
      (route, requester, clicks) => {
        const walked = walk(route, requester, clicks);
        for (const [nth, approval] of walked.entries()) {
          const decisions = approval.steps.flatMap((step) => step.decisions);
          const voices = decisions.flatMap(({ by, onBehalfOf }) => [by.id, ...(onBehalfOf ? [onBehalfOf.id] : [])]);

          // Nobody decides their own request, and nobody decides twice: in their own name, or through another.
          expect(voices).not.toContain(requester);
          expect(new Set(voices).size).toBe(voices.length);

          // A step is decided only after the ones before it, and only by as many as it needs.
          for (const [at, step] of approval.steps.entries()) {
            if (step.decisions.length > 0) {
              for (const earlier of approval.steps.slice(0, at)) expect(earlier.state).toBe('approved');
            }
            if (step.state === 'approved') expect(step.decisions).toHaveLength(step.need);
          }
          expect(approval.state === 'approved').toBe(approval.steps.every(({ state }) => state === 'approved'));

          // One outcome: once closed, nothing more happens.
          if (nth + 1 < walked.length) expect(approval.state).toBe('open');
        }
      },
    ),
    { numRuns: 500 },
  );
});
