/** What a requester changes after somebody has decided: which decisions stand, who is told, and what is seen before. */
import { awaited } from '../../src/approvals/approval.js';
import { understand } from '../../src/language/understand.js';
import type { CommandOf } from '../../src/language/command.js';
import { boardOf } from '../access/presenter.js';
import { policiesWith } from './company.js';
import { buttonsOf, openRooms, type Rooms, said, textOf } from './rooms.js';
import { readApprovals } from '../../src/approvals/policy.js';
import { readDirectory } from '../../src/directory/policy.js';
import { subjects } from '../../src/policies.js';

let rooms: Rooms;
const open = async (...changes: readonly [string, string][]) => {
  rooms = await openRooms(changes.length > 0 ? { dir: policiesWith('approvals.yaml', ...changes) } : {});
};
afterEach(() => rooms.close());

const request = { entitlement: 'crm-read', hours: 24, reason: 'Quarter end' };
type Edit = Partial<Omit<CommandOf<'edit-request'>, 'do'>>;
const ask = (more: Edit = {}) =>
  said(rooms.handlers['request-access']({ do: 'request-access', ...request, ...more }, rooms.act('employee')));
const editing = (more: Edit, who = 'employee') =>
  rooms.handlers['edit-request']({ do: 'edit-request', request: 'REQ-1', ...request, ...more }, rooms.act(who));
const edit = (more: Edit, who?: string) => said(editing(more, who));
const approve = (who: string, more: object = {}) =>
  said(rooms.handlers.approve({ do: 'approve', subject: 'REQ-1', ...more }, rooms.act(who)));
const asked = async () => awaited((await rooms.load('REQ-1')).approval).map(({ id }) => id);
const stepsOf = async () => (await rooms.load('REQ-1')).approval.steps.map(({ key, state }) => `${key} ${state}`);
const cardOf = async (name: string) => textOf(await boardOf(rooms).card('REQ-1', name));

describe('a request changed after a decision', () => {
  test('restarts what was decided, tells that approver, and shows old and new on every card', async () => {
    await open();
    await ask();
    await approve('manager');
    expect(await edit({ hours: 168 })).toBe(
      'REQ-1 is changed. These decisions no longer count: Marco Rossi. Now asked: Marco Rossi.',
    );
    expect(await stepsOf()).toEqual(['manager open', 'owner waiting']);
    for (const card of ['requester', 'approver-manager-manager'])
      expect(await cardOf(card)).toMatch(
        /Changed by the requester, .*, decided anew: Manager\nDuration: 1 day → 7 days/,
      );
    expect(await boardOf(rooms).notices('REQ-1')).toEqual(['manager: REQ-1 was changed after your decision']);
    expect(await cardOf('approver-owner-owner')).not.toMatch('Decide by');
    await approve('manager');
    await approve('owner');
    expect((await rooms.load('REQ-1')).approval.state).toBe('approved');
  });

  test('asks for less: what was approved stands', async () => {
    await open();
    await ask();
    await approve('manager');
    expect(await edit({ hours: 8 })).toBe('REQ-1 is changed. Now asked: Olga Petrova.');
    expect(await stepsOf()).toEqual(['manager approved', 'owner open']);
  });

  test('restarts only the steps that are about what changed, where the route says so', async () => {
    await open([
      'label: { en: Manager, zh: 直属经理 }, ask: [manager] }\n      - { key: owner, label: { en: Application owner, zh: 应用负责人 }, ask: [owner] }\n  - id: manager-owner-security',
      'label: { en: Manager, zh: 直属经理 }, ask: [manager], about: [duration] }\n      - { key: owner, label: { en: Application owner, zh: 应用负责人 }, ask: [owner], about: [entitlement, risk] }\n      - { key: lead, label: { en: Lead, zh: 组长 }, ask: [lead:it] }\n  - id: manager-owner-security',
    ]);
    await ask();
    await approve('manager');
    await approve('owner');
    expect(await edit({ hours: 168 })).toMatch('no longer count: Marco Rossi. Now asked: Marco Rossi.');
    expect(await stepsOf()).toEqual(['manager open', 'owner approved', 'lead waiting']);
    await approve('manager');
    expect(await stepsOf()).toEqual(['manager approved', 'owner approved', 'lead open']);
    expect(await edit({ hours: 168, reason: 'Audit' })).toBe('REQ-1 is changed. Now asked: Lena Schmidt.');
    expect(await edit({ hours: 168, reason: 'Audit', entitlement: 'crm-export' })).toMatch('at most 1 day');
    expect(await edit({ hours: 24, reason: 'Audit', entitlement: 'crm-export' })).toMatch(
      'no longer count: Olga Petrova',
    );
  });

  test('that takes another route begins anew, and a step that it has no more leaves a card without buttons', async () => {
    await open();
    await ask({ entitlement: 'crm-admin', hours: 24 });
    for (const one of ['manager', 'owner']) await approve(one);
    expect(await asked()).toEqual(['security']);
    await edit({});
    expect(await stepsOf()).toEqual(['manager open', 'owner waiting']);
    const board = boardOf(rooms);
    expect((await board.standing('REQ-1')).map(({ name }) => name)).toContain('approver-security-security');
    expect(buttonsOf(await board.card('REQ-1', 'approver-security-security'))).toEqual([]);
    expect((await board.notices('REQ-1')).map((each) => each.split(':')[0])).toEqual(['manager', 'owner']);
  });

  test('is decided only by who has seen it: a button of before the change decides nothing', async () => {
    await open();
    await ask();
    const [button] = buttonsOf(await boardOf(rooms).card('REQ-1', 'approver-manager-manager'));
    await edit({ hours: 720 });
    const press = (does: unknown) => said(rooms.handlers.approve(does as CommandOf<'approve'>, rooms.act('manager')));
    expect(await press(button!.does)).toMatch('refused: The requester changed this since your card was drawn');
    const [fresh] = buttonsOf(await boardOf(rooms).card('REQ-1', 'approver-manager-manager'));
    expect(await press(fresh!.does)).toBe('You approved REQ-1.');
  });
});

test('its requester sees what it restarts before sending, and again when somebody has decided meanwhile', async () => {
  await open();
  await ask();
  await approve('manager');
  const page = await editing({ hours: 168, seen: '0' });
  if (page.kind !== 'form') throw new Error(page.kind);
  expect(
    textOf({ for: page.form.for, title: page.form.title, parts: [{ kind: 'text', text: page.form.intro! }] }),
  ).toBe(
    'What your change restarts\nDuration: 1 day → 7 days. These decisions no longer count: Marco Rossi. ' +
      '1 Manager: Marco Rossi → 2 Application owner: Olga Petrova',
  );
  expect(await stepsOf()).toEqual(['manager approved', 'owner open']);
  const { seen } = page.form.draft as CommandOf<'edit-request'>;
  await said(
    rooms.handlers['send-back'](
      { do: 'send-back', subject: 'REQ-1', target: 'manager', reason: 'Which?' },
      rooms.act('owner'),
    ),
  );
  const again = await editing({ hours: 168, seen });
  expect(again.kind).toBe('form');
  const { seen: fresh } = (again as typeof page).form.draft as CommandOf<'edit-request'>;
  expect(await edit({ hours: 168, seen: fresh })).toMatch('REQ-1 is changed');
});

describe('who changes it, and what', () => {
  beforeEach(async () => {
    await open();
    await ask();
  });

  test.each([
    ['manager', {}, 'Only the requester can change this'],
    ['agent', {}, 'does not exist, or you cannot see it'],
    ['employee', {}, 'Nothing differs'],
    ['employee', { entitlement: 'crm-reed' }, 'Did you mean crm-read'],
    ['employee', { entitlement: 'crm-export', hours: 48 }, 'at most 1 day'],
  ])('%s, %j: %s', async (who, more, why) => expect(await edit(more as Edit, who)).toMatch(why));

  test('not after the decision, nor to what they have already asked for', async () => {
    await ask({ entitlement: 'crm-export', hours: 8 });
    expect(await edit({ entitlement: 'crm-export', hours: 8 })).toMatch('You have already asked for');
    await said(rooms.handlers.withdraw({ do: 'withdraw', subject: 'REQ-1' }, rooms.act('employee')));
    expect(await edit({ hours: 8 })).toMatch('refused: This is already decided, so it cannot be changed');
  });

  test('by a button on their own card, and by words in both languages', async () => {
    const labels = buttonsOf(await boardOf(rooms).card('REQ-1', 'requester')).map(({ label }) => label);
    expect(labels).toEqual(['Remind', 'Edit…', 'Withdraw']);
    for (const words of ['REQ-1 edit', 'edit REQ-1', 'REQ-1 修改', '修改 REQ-1'])
      expect(understand(words, {})).toEqual({ do: 'show-form', draft: { do: 'edit-request', request: 'REQ-1' } });
    const form = await rooms.access.forms['edit-request'](
      { do: 'edit-request', request: 'REQ-1' },
      rooms.act('employee'),
    );
    expect(form.fields.map(({ value }) => value)).toEqual(['crm-read', '24', 'Quarter end']);
    const others = rooms.access.forms['edit-request']({ do: 'edit-request', request: 'REQ-1' }, rooms.act('manager'));
    await expect(others).rejects.toThrow();
  });
});

describe('a condition that can be a changed request', () => {
  const accept = async (who = 'employee') => {
    const card = await boardOf(rooms).card('REQ-1', 'requester');
    const does = buttonsOf(card).find(({ label }) => label === 'Accept this change')
      ?.does as CommandOf<'accept-condition'>;
    return does ? said(rooms.handlers['accept-condition'](does, rooms.act(who))) : 'no button';
  };

  test('waits for the requester, who accepts it by one press; the approval then counts for exactly that', async () => {
    await open();
    await ask({ hours: 168 });
    await approve('manager');
    expect(await approve('owner', { condition: 'only for 8 hours' })).toBe(
      'Your approval of REQ-1 on this condition counts once Emma Chen accepts it. Until then you can decide otherwise.',
    );
    expect(await stepsOf()).toEqual(['manager approved', 'owner open']);
    expect(await cardOf('requester')).toMatch(
      'Olga Petrova approves the request with these changes:\nDuration: 7 days → 8 hours\n> only for 8 hours',
    );
    expect(await boardOf(rooms).notices('REQ-1')).toEqual(['employee: REQ-1: Olga Petrova approves on a condition']);
    expect((await rooms.load('REQ-1')).approval.expire).toBeUndefined();
    expect(await accept('manager')).toMatch('refused: Only the requester');
    expect(await accept()).toBe('REQ-1 is changed.');
    expect(await rooms.load('REQ-1')).toMatchObject({ state: 'approved', hours: 8 });
    await rooms.wait(0.01);
    expect(await rooms.grantOf('REQ-1')).toBe(true);
    expect(await accept()).toBe('no button');
  });

  test('an end holds however late it is granted, and nothing is decided after it', async () => {
    await open();
    await ask({ hours: 720 });
    await approve('manager', { condition: '只到周五' });
    expect(await cardOf('requester')).toMatch('Ends at the latest: – → Fri 27 Nov, 22:59');
    expect(await accept()).toBe('REQ-1 is changed. Now asked: Olga Petrova.');
    await rooms.wait(24);
    await approve('owner');
    expect(await rooms.load('REQ-1')).toMatchObject({ lease: { until: new Date('2026-11-27T22:59:00Z') } });
  });

  test('an end that passes before the last decision ends the request', async () => {
    await open();
    await ask({ hours: 720 });
    await approve('manager', { condition: 'until tomorrow' });
    await accept();
    await rooms.wait(48);
    expect((await rooms.load('REQ-1')).state).toBe('expired');
  });

  test('only to read is another right of the same application; other decisions fall', async () => {
    await open();
    await ask({ entitlement: 'crm-export', hours: 8 });
    await approve('manager');
    await approve('owner', { condition: 'read-only' });
    expect(await accept()).toBe(
      'REQ-1 is changed. These decisions no longer count: Marco Rossi. Now asked: Marco Rossi.',
    );
    expect(await stepsOf()).toEqual(['manager open', 'owner approved']);
    await approve('manager');
    expect(await rooms.load('REQ-1')).toMatchObject({ state: 'approved', entitlement: 'crm-read' });
  });

  test.each([
    ['the approver decides otherwise', async () => void (await approve('manager'))],
    ['the requester changes it otherwise', async () => void (await edit({ hours: 12 }))],
    [
      'the approver hands it on',
      async () =>
        void (await said(
          rooms.handlers.transfer({ do: 'transfer', subject: 'REQ-1', to: 'lead' }, rooms.act('manager')),
        )),
    ],
  ])('is gone when %s', async (_, then) => {
    await open();
    await ask();
    await approve('manager', { condition: 'max 4 hours' });
    const [given] = (await rooms.load('REQ-1')).approval.offers!;
    await then();
    const late = { do: 'accept-condition', subject: 'REQ-1', offer: given!.at.getTime().toString(36) } as const;
    expect(await said(rooms.handlers['accept-condition'](late, rooms.act('employee')))).toMatch(
      'refused: This condition is no longer offered',
    );
  });

  test('that says anything else stays words and counts at once; one that is past is refused', async () => {
    await open();
    await ask();
    expect(await approve('manager', { condition: 'until 2026-11-01' })).toMatch(
      'refused: The condition ends Sun 1 Nov',
    );
    expect(await approve('manager', { condition: 'only with the VPN on, until Friday' })).toBe('You approved REQ-1.');
    expect(await approve('owner', { condition: 'for 7 days' })).toBe('You approved REQ-1.');
  });
});

describe('a change', () => {
  const planned = {
    title: 'Upgrade the VPN gateway',
    type: 'normal',
    plan: 'Drain, upgrade, check a login',
    risk: 'medium',
    rollback: 'Boot the old image',
    starts: '2026-11-24T12:00',
    ends: '2026-11-24T14:00',
  } as const;
  const openChange = (more: object = {}) =>
    said(rooms.handlers['open-change']({ do: 'open-change', ...planned, ...more }, rooms.act('employee')));
  const editChange = (more: object) =>
    said(
      rooms.handlers['edit-change']({ do: 'edit-change', change: 'CHG-1', ...planned, ...more }, rooms.act('employee')),
    );
  const decide = (who: string) => said(rooms.handlers.approve({ do: 'approve', subject: 'CHG-1' }, rooms.act(who)));

  test('moved to another time after its approval is decided anew; within its window it is not', async () => {
    await open();
    await openChange();
    for (const who of ['lead', 'owner']) await decide(who);
    expect((await rooms.load('CHG-1')).state).toBe('approved');
    expect(await editChange({ ends: '2026-11-24T13:00' })).toBe('CHG-1 is changed.');
    expect((await rooms.load('CHG-1')).state).toBe('approved');
    expect(await editChange({ starts: '2026-11-25T12:00', ends: '2026-11-25T13:00' })).toMatch('no longer count: Lena');
    expect(await rooms.load('CHG-1')).toMatchObject({ state: 'requested', waitingFor: ['lead', 'manager', 'owner'] });
    const card = textOf(await boardOf(rooms).card('CHG-1', 'approver-board-lead'));
    expect(card).toMatch(
      'Change window: Tue 24 Nov, 11:00 – Tue 24 Nov, 12:00 → Wed 25 Nov, 11:00 – Wed 25 Nov, 12:00',
    );
  });

  test('approved on condition of an earlier end has that end once its requester accepts', async () => {
    await open();
    await openChange({ risk: 'low' });
    const at = { do: 'approve', subject: 'CHG-1', condition: 'max 1 hour' } as const;
    expect(await said(rooms.handlers.approve(at, rooms.act('manager')))).toMatch('counts once Emma Chen accepts it');
    const card = buttonsOf(await boardOf(rooms).card('CHG-1', 'requester'));
    const does = card.find(({ label }) => label === 'Accept this change')!.does as CommandOf<'accept-condition'>;
    expect(await said(rooms.handlers['accept-condition'](does, rooms.act('employee')))).toBe('CHG-1 is changed.');
    expect(await rooms.load('CHG-1')).toMatchObject({ state: 'approved', ends: new Date('2026-11-24T12:00:00Z') });
  });

  test('of other risk takes the route of that risk', async () => {
    await open();
    await openChange();
    await decide('lead');
    await editChange({ risk: 'low' });
    expect((await rooms.load('CHG-1')).approval).toMatchObject({ route: 'manager', steps: [{ key: 'manager' }] });
    expect(await editChange({ ends: '2026-11-24T11:00' })).toMatch('ends: The end must be after the start');
  });
});

test('a policy that names what nobody sees, or asks about what only people read, stops the start', () => {
  const wrong = (from: string, to: string) => () => {
    const dir = policiesWith('approvals.yaml', [from, to]);
    return readApprovals(dir, readDirectory(dir), subjects);
  };
  const step = 'ask: [lead:it, person:manager, role:security],';
  expect(wrong(step, `${step}\n          about: [raeson],`)).toThrow('did you mean "reason"');
  expect(wrong(step, `${step}\n          when: { reason: x },`)).toThrow('only `about` names it');
});
