import { awaited } from '../../src/approvals/approval.js';
import { plain } from '../../src/card.js';
import type { CommandOf } from '../../src/language/command.js';
import { Refusal } from '../../src/refusal.js';
import { boardOf } from '../access/presenter.js';
import { at } from './company.js';
import { buttonsOf, openRooms, type Rooms, said, textOf } from './rooms.js';

let rooms: Rooms;
beforeEach(async () => {
  rooms = await openRooms();
});
afterEach(() => rooms.close());

const ask = (who = 'employee') =>
  said(
    rooms.handlers['request-access'](
      { do: 'request-access', entitlement: 'crm-read', hours: 8, reason: 'Quarter end' },
      rooms.act(who),
    ),
  );
const approve = (who: string, subject: string, step: string, origin?: string) =>
  said(rooms.handlers.approve({ do: 'approve', subject, step }, rooms.act(who, origin)));
const reject = (who: string, subject: string, step: string) =>
  said(rooms.handlers.reject({ do: 'reject', subject, step, reason: 'Too broad' }, rooms.act(who)));

async function emergency(): Promise<void> {
  const command = {
    do: 'open-change',
    title: 'Restart the mail gateway',
    type: 'emergency',
    plan: 'Restart node by node',
    risk: 'high',
    rollback: 'Fail over to the old gateway',
    starts: '2026-11-23T12:00',
    ends: '2026-11-23T13:00',
  } as const;
  expect(await said(rooms.handlers['open-change'](command, rooms.act('agent')))).toMatch('CHG-1 was sent to');
}

test('fifty people and clicks at once make one decision, and everybody else is told whose', async () => {
  await emergency();
  const approvers = ['lead', 'manager', 'security'];
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, nth) => approve(approvers[nth % approvers.length]!, 'CHG-1', 'emergency')),
  );
  const { approval, history } = await rooms.load('CHG-1');
  expect(approval.steps[0]?.decisions).toHaveLength(1);
  expect(history.filter(({ what }) => what === 'approved')).toHaveLength(1);
  const winner = approval.steps[0]?.decisions[0]?.by.name;
  expect(answers.filter((answer) => answer === 'You approved CHG-1.')).toHaveLength(1);
  expect(answers.filter((answer) => answer.startsWith(`refused: Already approved by ${winner}, `))).toHaveLength(49);
});

test('approving and rejecting at once: one of them holds', async () => {
  await emergency();
  await Promise.all([approve('lead', 'CHG-1', 'emergency'), reject('manager', 'CHG-1', 'emergency')]);
  const { approval, state } = await rooms.load('CHG-1');
  expect(approval.steps[0]?.decisions).toHaveLength(1);
  expect(state).toBe(approval.steps[0]?.decisions[0]?.verdict);
});

test('the same click delivered twice changes nothing and answers the same', async () => {
  await ask();
  const first = await approve('manager', 'REQ-1', 'manager', 'delivery-9');
  const { version } = await rooms.load('REQ-1');
  expect(await approve('manager', 'REQ-1', 'manager', 'delivery-9')).toBe(first);
  expect((await rooms.load('REQ-1')).version).toBe(version);
});

test('the requester cannot approve, by any button, step or form', async () => {
  await ask('owner');
  for (const step of ['manager', 'owner']) {
    expect(await approve('owner', 'REQ-1', step)).toMatch('refused: You cannot decide your own request');
    expect(await reject('owner', 'REQ-1', step)).toMatch('refused: You cannot decide your own request');
  }
  expect(awaited((await rooms.load('REQ-1')).approval).map(({ id }) => id)).toEqual(['manager']);
});

describe('the approver', () => {
  test('gets a card with what, who, how long, why and risk, and decides on it', async () => {
    await ask();
    const presenter = boardOf(rooms);
    const card = await presenter.card('REQ-1', 'approver-manager-manager');
    expect(textOf(card)).toBe(
      [
        'REQ-1 · Demo CRM: Read customers',
        'Waiting for approval',
        'Access: Demo CRM: Read customers',
        'Requester: Emma Chen',
        'Duration: 8 hours',
        'Risk: Low',
        'See customers and their orders.',
        '> Quarter end',
        'Decide by: Mon 30 Nov, 09:00 (then it expires)',
        'Works as: Employee, manager Marco Rossi',
        '(now) Manager: Marco Rossi',
        '(next) Application owner: Olga Petrova',
      ].join('\n'),
    );
    const of = at('09:00').getTime().toString(36);
    expect(buttonsOf(card).map(({ label, does }) => [label, does])).toEqual([
      ['Approve', { do: 'approve', subject: 'REQ-1', step: 'manager', of }],
      ['Reject…', { do: 'show-form', draft: { do: 'reject', subject: 'REQ-1', step: 'manager', of } }],
      ['Ask…', { do: 'show-form', draft: { do: 'discuss', subject: 'REQ-1' } }],
      ['More…', { do: 'decide-more', subject: 'REQ-1', step: 'manager', of }],
    ]);
  });

  test('decides nothing by the buttons of another request that had this number in an older copy of the store', async () => {
    const copy = await openRooms();
    await copy.wait(0.1);
    const other = { do: 'request-access', entitlement: 'crm-read', hours: 8, reason: 'Another one' } as const;
    await said(copy.handlers['request-access'](other, copy.act('agent')));
    await ask();
    const [approve_, reject] = buttonsOf(await boardOf(rooms).card('REQ-1', 'approver-manager-manager'));
    const decides = copy.handlers.approve(approve_!.does as CommandOf<'approve'>, copy.act('manager'));
    expect(await said(decides)).toMatch(/is from an earlier desk/);
    const { draft } = reject!.does as { draft: CommandOf<'reject'> };
    await expect(copy.approvals.forms.reject(draft, copy.act('manager'))).rejects.toThrow(Refusal);
    expect((await copy.load('REQ-1')).state).toBe('requested');
    await copy.close();
  });

  test('keeps the card without buttons when it is decided, with who decided and when', async () => {
    await emergency();
    await approve('lead', 'CHG-1', 'emergency');
    const presenter = boardOf(rooms);
    expect((await presenter.standing('CHG-1')).map(({ name, to }) => `${name} ${to}`)).toEqual([
      'requester person:agent',
      'change group:it',
      'approver-emergency-lead person:lead',
      'approver-emergency-manager person:manager',
      'approver-emergency-security person:security',
    ]);
    for (const who of ['lead', 'manager', 'security']) {
      const card = await presenter.card('CHG-1', `approver-emergency-${who}`);
      expect(buttonsOf(card)).toEqual([]);
      expect(textOf(card)).toContain('(done) Emergency approver: Lena Schmidt approved, Mon 23 Nov, 09:00');
    }
  });

  test('reads it in Chinese where that is their language', async () => {
    await ask();
    const zh = { lang: 'zh', zone: 'Asia/Shanghai' } as const;
    const text = textOf(await boardOf(rooms).card('REQ-1', 'approver-manager-manager', zh));
    expect(text).toMatch('等待审批');
    expect(text).not.toMatch(/Waiting|Manager:|Requester/);
  });

  test('is told before writing a reason that somebody else was faster', async () => {
    await emergency();
    await approve('lead', 'CHG-1', 'emergency');
    const draft = { do: 'reject', subject: 'CHG-1', step: 'emergency' } as const;
    const late = rooms.approvals.forms
      .reject(draft, rooms.act('manager'))
      .then((form) => ({ kind: 'form', form }) as const);
    expect(await said(late)).toMatch('refused: Already approved by Lena Schmidt');
  });

  test('lists what waits, requests and changes alike, and only that', async () => {
    expect(await said(rooms.handlers['list-approvals']({ do: 'list-approvals' }, rooms.act('manager')))).toMatch(
      'Nothing waits for your decision',
    );
    await ask();
    await emergency();
    const list = async (who: string) =>
      said(rooms.handlers['list-approvals']({ do: 'list-approvals' }, rooms.act(who)));
    expect(await list('manager')).toBe(
      [
        'Waiting for your decision',
        'REQ-1 Demo CRM: Read customers for Emma Chen · Manager · by Mon 30 Nov, 09:00',
        'Risk: Low · 8 hours',
        '> Quarter end',
        'CHG-1 Restart the mail gateway for Alex Weber · Emergency approver · by Mon 30 Nov, 09:00',
        'Risk: High · Mon 23 Nov, 11:00 – Mon 23 Nov, 12:00',
        '> Restart node by node',
      ].join('\n'),
    );
    expect(await list('owner')).toMatch('Nothing waits');
    await approve('manager', 'REQ-1', 'manager');
    await approve('security', 'CHG-1', 'emergency');
    expect(await list('manager')).toMatch('Nothing waits');
    expect(await list('owner')).toMatch('REQ-1');
  });
});

test('withdrawing tells the approvers on their cards', async () => {
  await ask();
  const withdraw = (who: string) => said(rooms.handlers.withdraw({ do: 'withdraw', subject: 'REQ-1' }, rooms.act(who)));
  expect(await withdraw('manager')).toMatch('refused: Only the requester');
  expect(await withdraw('employee')).toBe('REQ-1 is withdrawn.');
  const card = await boardOf(rooms).card('REQ-1', 'approver-manager-manager');
  expect(card.status?.text).toBe('Withdrawn');
  expect(buttonsOf(card)).toEqual([]);
  expect(await approve('manager', 'REQ-1', 'manager')).toMatch('refused: Emma Chen withdrew this');
});

test.each(['REQ-404', 'CHG-404'])('%s, which does not exist, is refused', async (subject) => {
  expect(await approve('manager', subject, 'manager')).toMatch(`refused: ${subject} does not exist`);
});

describe('the last page of the form', () => {
  const filled = { do: 'request-access', entitlement: 'crm-read', hours: 8, reason: 'Quarter end' } as const;
  const send = async (draft: object) => rooms.handlers['request-access'](draft as typeof filled, rooms.act('employee'));

  test('names everybody who decides, in order, before the request is sent', async () => {
    const first = await rooms.access.forms['request-access']({ do: 'request-access' }, rooms.act('employee'));
    const page = await send({ ...first.draft, ...filled });
    if (page.kind !== 'form') throw new Error(page.kind);
    expect(plain(page.form.intro ?? [], { lang: 'en', zone: 'UTC' })).toBe(
      'See customers and their orders.\nThese people decide, in this order: 1 Manager: Marco Rossi → 2 Application owner: Olga Petrova',
    );
    expect(await said(send({ ...page.form.draft, ...filled }))).toMatch('REQ-1');
  });

  test('is shown again when what is asked for was changed on it, and other people decide', async () => {
    const page = await send({ ...filled, seen: '0' });
    if (page.kind !== 'form') throw new Error(page.kind);
    const again = await send({ ...page.form.draft, ...filled, entitlement: 'crm-admin' });
    if (again.kind !== 'form') throw new Error(again.kind);
    expect(plain(again.form.intro ?? [], { lang: 'en', zone: 'UTC' })).toMatch('3 Security: Sam Okafor');
    expect(await said(send({ ...again.form.draft, ...filled, entitlement: 'crm-admin' }))).toMatch('REQ-1');
  });

  test('is left out for what was typed whole, and for what nobody decides', async () => {
    expect(await said(send(filled))).toMatch('REQ-1');
    const standard = {
      do: 'open-change',
      title: 'Renew the certificate',
      type: 'standard',
      plan: 'Renew',
      risk: 'low',
      rollback: 'Keep the old one',
      starts: '2026-12-05T09:00',
      ends: '2026-12-05T10:00',
      seen: '0',
    } as const;
    expect(await said(rooms.handlers['open-change'](standard, rooms.act('agent')))).toMatch('CHG-1');
  });
});
