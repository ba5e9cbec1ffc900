import { awaited, begin, decide, openStep, seatedNow, withdraw, type Approval } from '../../src/approvals/approval.js';
import { overdue } from '../../src/approvals/reminders.js';
import { at, company, type Company, hoursAfter, policiesWith, refusal } from './company.js';

const monday = at('09:00');
const approved = { verdict: 'approved' } as const;
const rejected = { verdict: 'rejected', reason: 'not this quarter' } as const;

function start(route: string, requester: string, house: Company = company()) {
  const { one } = house;
  let { routes } = house;
  const found = routes.route(route);
  if (!found) throw new Error(`no route ${route}`);
  let approval = begin(found, { requester: one(requester), owner: one('owner') }, routes, monday);
  return {
    get now(): Approval {
      return approval;
    },
    /** The desk starts again with other policies. */
    under(policy: Company['routes']) {
      routes = policy;
    },
    asked: () => awaited(approval).map(({ id }) => id),
    approve(who: string, step: string, moment = monday) {
      approval = decide(approval, step, one(who), approved, routes, moment);
    },
    reject(who: string, step: string, moment = monday) {
      approval = decide(approval, step, one(who), rejected, routes, moment);
    },
    withdraw(who: string) {
      approval = withdraw(approval, one(who), monday);
    },
    wait(moment: Date) {
      const result = overdue(approval, routes, moment);
      if (result) approval = result.approval;
      return result?.what;
    },
  };
}

describe('an approval in steps', () => {
  test('the owner is asked only when the manager has approved, and the last step closes it', () => {
    const story = start('manager-owner', 'employee');
    expect(story.asked()).toEqual(['manager']);
    expect(refusal(() => story.approve('owner', 'owner'))).toMatch('An earlier step is still open');

    story.approve('manager', 'manager');
    expect(story.now.state).toBe('open');
    expect(story.asked()).toEqual(['owner']);

    story.approve('owner', 'owner');
    expect(story.now).toMatchObject({ state: 'approved', closed: monday });
    expect(story.now.steps.map(({ state }) => state)).toEqual(['approved', 'approved']);
  });

  test('one approval never marks a later step', () => {
    const story = start('manager-owner-security', 'employee');
    story.approve('manager', 'manager');
    expect(story.now.steps.map(({ state }) => state)).toEqual(['approved', 'open', 'waiting']);
    expect(story.now.steps.map(({ decisions }) => decisions.length)).toEqual([1, 0, 0]);
  });

  test('a rejection ends it at once and the later steps are never asked', () => {
    const story = start('manager-owner', 'employee');
    story.reject('manager', 'manager');
    expect(story.now.state).toBe('rejected');
    expect(story.now.steps.map(({ state }) => state)).toEqual(['rejected', 'skipped']);
    expect(story.now.steps[0]?.decisions[0]).toMatchObject({ by: { id: 'manager' }, reason: 'not this quarter' });
  });

  test('a quorum of two needs two people, in any order', () => {
    const story = start('board', 'employee');
    expect(story.asked()).toEqual(['lead', 'manager', 'owner']);
    story.approve('owner', 'board');
    expect(story.now.state).toBe('open');
    expect(story.asked()).toEqual(['lead', 'manager']);
    story.approve('lead', 'board');
    expect(story.now.state).toBe('approved');
  });

  test('a quorum of all waits for everybody', () => {
    const dir = policiesWith('approvals.yaml', ['quorum: 2', 'quorum: all']);
    const story = start('board', 'employee', company(dir));
    story.approve('owner', 'board');
    story.approve('lead', 'board');
    expect(story.now.state).toBe('open');
    story.approve('manager', 'board');
    expect(story.now.state).toBe('approved');
  });
});

describe('who may not decide', () => {
  const openFor = (requester: string) => () => start('manager-owner', requester);

  test.each([
    ['the requester', 'employee', 'manager', 'You cannot decide your own request'],
    ['an agent whom nobody asked', 'agent', 'manager', 'You are not an approver of this'],
    ['an administrator whom nobody asked', 'admin', 'manager', 'You are not an approver of this'],
    ['the owner, before their step', 'owner', 'owner', 'An earlier step is still open'],
    ['the owner, in another step', 'owner', 'manager', 'You are not an approver of this'],
    ['the manager, in a later step', 'manager', 'owner', 'You are not an approver of this'],
    ['the manager, in a step that does not exist', 'manager', 'vip', 'This step is no longer part of it'],
  ])('%s', (_, who, step, why) => {
    const story = openFor('employee')();
    const before = story.now;
    expect(refusal(() => story.approve(who, step))).toMatch(why);
    expect(refusal(() => story.reject(who, step))).toMatch(why);
    expect(story.now).toBe(before);
  });

  test('who comes second is told who decided, and when', () => {
    const story = start('emergency', 'employee');
    story.approve('lead', 'emergency');
    expect(refusal(() => story.reject('manager', 'emergency', hoursAfter(monday, 1)))).toBe(
      'Already approved by Lena Schmidt, Mon 23 Nov, 09:00. Nothing was changed.',
    );
    expect(refusal(() => story.approve('lead', 'emergency'))).toMatch('Already approved by Lena Schmidt');
  });

  test('nobody decides twice in a quorum', () => {
    const story = start('board', 'employee');
    story.approve('owner', 'board');
    expect(refusal(() => story.approve('owner', 'board'))).toMatch('Already approved by Olga Petrova');
  });

  test('what was withdrawn stays withdrawn, and only the requester withdraws', () => {
    const story = start('manager-owner', 'employee');
    expect(refusal(() => story.withdraw('manager'))).toMatch('Only the requester');
    story.withdraw('employee');
    expect(refusal(() => story.approve('manager', 'manager'))).toMatch('Emma Chen withdrew this');
    expect(refusal(() => story.withdraw('employee'))).toMatch('no longer waits for a decision');
  });

  test('a rejected request tells a later approver who rejected it', () => {
    const story = start('board-security', 'employee');
    story.reject('lead', 'board');
    expect(refusal(() => story.approve('manager', 'board'))).toMatch('Already rejected by Lena Schmidt');
    expect(refusal(() => story.approve('security', 'security'))).toMatch('Already rejected by Lena Schmidt');
  });
});

describe('who stands in for whoever may not decide', () => {
  test('the owner who asks for their own application does not decide it, nor does their manager twice', () => {
    const story = start('manager-owner-security', 'owner');
    expect(story.asked()).toEqual(['manager']);
    story.approve('manager', 'manager');
    expect(story.asked()).toEqual(['security']);
    expect(openStep(story.now)?.approvers[0]).toMatchObject({ insteadOf: { id: 'owner' } });
    story.approve('security', 'owner');
    expect(story.asked()).toEqual(['admin']);
    story.approve('admin', 'security');
    expect(story.now.state).toBe('approved');
  });

  test('who has no manager is decided by the fallback', () => {
    expect(start('manager', 'manager').asked()).toEqual(['security']);
  });

  test('an approver who has left is replaced, not waited for', () => {
    const dir = policiesWith('people.yaml', ['    manager: manager\n  - id: agent\n', '  - id: agent\n']);
    expect(start('manager', 'employee', company(dir)).asked()).toEqual(['security']);
  });

  test('with nobody left the request is refused, with the remedy', () => {
    const dir = policiesWith('approvals.yaml', ['fallback: [role:security, role:admin]', 'fallback: [role:security]']);
    const house = company(dir);
    expect(refusal(() => start('manager-owner-security', 'owner', house))).toMatch(
      /No approver is left for the step Security.*fallback in approvals.yaml/,
    );
  });

  test('a quorum that cannot be reached is refused, not made smaller', () => {
    const dir = policiesWith('approvals.yaml', ['quorum: 2', 'quorum: 4']);
    expect(refusal(() => start('board', 'employee', company(dir)))).toMatch('No approver is left');
  });

  test('two managers who manage each other do not loop', () => {
    const dir = policiesWith('people.yaml', ['    chat: slack', '    chat: slack\n    manager: lead']);
    expect(start('manager', 'lead', company(dir)).asked()).toEqual(['manager']);
    expect(start('manager', 'manager', company(dir)).asked()).toEqual(['lead']);
  });
});

describe('delegation', () => {
  const during = (of: string, to: string, starts = '2026-11-23', ends = '2026-11-24') =>
    company(
      policiesWith('approvals.yaml', [
        'delegations: []',
        `delegations: [{ of: ${of}, to: ${to}, starts: ${starts}, ends: ${ends} }]`,
      ]),
    );

  test('the delegate decides on behalf, the delegator still may, and one of them is enough', () => {
    const story = start('manager-owner', 'employee', during('manager', 'lead'));
    expect(story.asked()).toEqual(['manager', 'lead']);
    story.approve('lead', 'manager');
    expect(story.now.steps[0]?.decisions).toEqual([
      {
        by: { id: 'lead', name: 'Lena Schmidt' },
        onBehalfOf: { id: 'manager', name: 'Marco Rossi' },
        verdict: 'approved',
        at: monday,
      },
    ]);
    expect(refusal(() => story.approve('manager', 'manager'))).toMatch('Already approved by Lena Schmidt');
  });

  test('a delegate of one seat is one vote of a quorum, not two', () => {
    const story = start('board', 'employee', during('owner', 'agent'));
    story.approve('agent', 'board');
    expect(refusal(() => story.approve('owner', 'board'))).toMatch('Already approved by Alex Weber');
    expect(story.now.state).toBe('open');
  });

  test.each([
    ['who is the requester', 'employee', 'manager-owner'],
    ['who already sits in the step', 'lead', 'board'],
  ])('a delegate %s is passed over', (_, to, route) => {
    const story = start(route, 'employee', during('manager', to));
    expect(openStep(story.now)?.approvers.filter(({ onBehalfOf }) => onBehalfOf)).toEqual([]);
  });

  test('a delegate who decided an earlier step is passed over, and so is whoever they acted for', () => {
    const story = start('manager-owner', 'employee', during('owner', 'manager'));
    story.approve('manager', 'manager');
    expect(story.asked()).toEqual(['owner']);
  });

  test('who approved through a delegate does not decide a later step', () => {
    const dir = policiesWith(
      'approvals.yaml',
      ['delegations: []', 'delegations: [{ of: lead, to: agent2, starts: 2026-11-23, ends: 2026-11-24 }]'],
      ['ask: [owner]', 'ask: [person:lead]'],
    );
    const story = start('manager-owner', 'agent', company(dir));
    story.approve('agent2', 'manager');
    expect(story.asked()).toEqual(['manager']);
    expect(openStep(story.now)?.approvers[0]).toMatchObject({ insteadOf: { id: 'lead' } });
  });

  test('it holds on its days only, by the calendar of who delegates', () => {
    expect(start('manager', 'employee', during('manager', 'lead', '2026-11-24')).asked()).toEqual(['manager']);
    const story = start('manager', 'employee', during('manager', 'lead', '2026-11-20', '2026-11-23'));
    expect(story.asked()).toEqual(['manager', 'lead']);
    const lastMinute = new Date('2026-11-23T22:59:00Z');
    const midnightInBerlin = new Date('2026-11-23T23:00:00Z');
    expect(refusal(() => story.approve('lead', 'manager', midnightInBerlin))).toMatch('Your delegation ended');
    story.approve('lead', 'manager', lastMinute);
    expect(story.now.state).toBe('approved');
  });
});

describe('a delegation at its edges', () => {
  const delegating = (...entries: string[]) =>
    company(policiesWith('approvals.yaml', ['delegations: []', `delegations: [${entries.join(', ')}]`]));
  const days = (of: string, to: string, starts: string, ends: string) =>
    `{ of: ${of}, to: ${to}, starts: 2026-11-${starts}, ends: 2026-11-${ends} }`;
  const tuesday = hoursAfter(monday, 24);

  test('that is over leaves only the approver to be reminded, and whoever had it is told so', () => {
    const story = start('manager', 'employee', delegating(days('manager', 'lead', '20', '23')));
    expect(story.asked()).toEqual(['manager', 'lead']);
    expect(story.wait(tuesday)).toBe('reminded');
    expect(story.asked()).toEqual(['manager']);
    expect(refusal(() => story.approve('lead', 'manager', tuesday))).toMatch('Your delegation ended');
  });

  test.each([
    ['in its entry', [days('manager', 'lead', '20', '30')]],
    ['by a second entry', [days('manager', 'lead', '20', '23'), days('manager', 'lead', '24', '30')]],
  ])('that was prolonged %s goes on', (_, entries) => {
    const story = start('manager', 'employee', delegating(days('manager', 'lead', '20', '23')));
    story.under(delegating(...entries).routes);
    story.wait(tuesday);
    expect(story.asked()).toEqual(['manager', 'lead']);
    story.approve('lead', 'manager', tuesday);
    expect(story.now.state).toBe('approved');
  });

  test('that was prolonged counts at the click too, before anybody was reminded', () => {
    const story = start('manager', 'employee', delegating(days('manager', 'lead', '20', '23')));
    story.under(delegating(days('manager', 'lead', '20', '30')).routes);
    story.approve('lead', 'manager', tuesday);
    expect(story.now.state).toBe('approved');
  });

  test('that was taken out of the policy, or shortened, decides no more', () => {
    for (const entry of [[], [days('manager', 'lead', '20', '22')]]) {
      const story = start('manager', 'employee', delegating(days('manager', 'lead', '20', '30')));
      story.under(delegating(...entry).routes);
      expect(refusal(() => story.approve('lead', 'manager'))).toMatch('Your delegation ended');
      story.approve('manager', 'manager');
    }
  });

  test('that is over bars nobody from deciding as a manager above', () => {
    const story = start('manager', 'agent', delegating(days('lead', 'manager', '20', '23')));
    expect(story.asked()).toEqual(['lead', 'manager']);
    story.wait(tuesday);
    expect(story.asked()).toEqual(['lead']);
    expect(story.wait(hoursAfter(monday, 48))).toBe('escalated');
    expect(story.asked()).toEqual(['lead', 'manager']);
    story.approve('manager', 'manager', hoursAfter(monday, 48));
    expect(story.now.steps[0]!.decisions).toMatchObject([{ by: { id: 'manager' }, onBehalfOf: { id: 'lead' } }]);
  });

  test('that begins or ends while a step is open is looked at in that minute', () => {
    const house = delegating(days('manager', 'lead', '25', '26'));
    const story = start('manager', 'employee', house);
    expect(story.now.reseat).toEqual(new Date('2026-11-24T23:00:00Z'));
    const begun = seatedNow(story.now, house.routes, new Date('2026-11-24T23:00:00Z'));
    expect(awaited(begun).map(({ id }) => id)).toEqual(['manager', 'lead']);
    expect(begun.reseat).toEqual(new Date('2026-11-26T23:00:00Z'));
    const over = seatedNow(begun, house.routes, begun.reseat!);
    expect([awaited(over).map(({ id }) => id), over.reseat]).toEqual([['manager'], undefined]);
  });
});

describe('while nobody decides', () => {
  test('reminded after a working day, escalated after two, expired after five, approved never', () => {
    const story = start('manager-owner', 'agent');
    expect(story.asked()).toEqual(['lead']);
    expect(story.wait(hoursAfter(monday, 23))).toBeUndefined();
    expect(story.wait(hoursAfter(monday, 24))).toBe('reminded');
    expect(story.wait(hoursAfter(monday, 25))).toBeUndefined();
    expect(story.wait(hoursAfter(monday, 48))).toBe('escalated');
    expect(story.asked()).toEqual(['lead', 'manager']);
    expect(story.wait(hoursAfter(monday, 72))).toBe('reminded');
    expect(story.wait(hoursAfter(monday, 167))).toBe('reminded');
    expect(story.wait(hoursAfter(monday, 168))).toBe('expired');
    expect(story.now.state).toBe('expired');
    expect(refusal(() => story.approve('lead', 'manager'))).toMatch('No approver decided this in time');
    expect(story.wait(hoursAfter(monday, 500))).toBeUndefined();
  });

  test('the manager to whom it was escalated decides for the silent approver', () => {
    const story = start('manager-owner', 'agent');
    story.wait(hoursAfter(monday, 48));
    story.approve('manager', 'manager', hoursAfter(monday, 50));
    expect(story.now.steps[0]?.decisions[0]).toMatchObject({ by: { id: 'manager' }, onBehalfOf: { id: 'lead' } });
    expect(story.asked()).toEqual(['owner']);
  });

  test('a click after the end is too late, also before the sweep has come by', () => {
    const story = start('manager', 'employee');
    expect(refusal(() => story.approve('manager', 'manager', hoursAfter(monday, 168)))).toMatch('expired');
  });

  test('each step has its own time', () => {
    const story = start('manager-owner', 'employee');
    story.approve('manager', 'manager', hoursAfter(monday, 167));
    expect(story.wait(hoursAfter(monday, 169))).toBeUndefined();
    expect(story.wait(hoursAfter(monday, 191))).toBe('reminded');
  });

  test('a desk that was off for a week does not send the week after', () => {
    const story = start('manager', 'employee');
    expect(story.wait(hoursAfter(monday, 24 * 7))).toBe('expired');
    expect(story.wait(hoursAfter(monday, 24 * 7))).toBeUndefined();
  });
});
