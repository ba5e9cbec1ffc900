/** Approvals of high risk: a one-time code in the approver's other chat, and no way around it. */
import * as fc from 'fast-check';
import type { CommandOf, PartialCommand } from '../../src/language/command.js';
import { command, complete } from '../../src/language/command.js';
import type { Form } from '../../src/card.js';
import { entered, issued, type Challenge } from '../../src/approvals/step-up.js';
import { Uncertain } from '../../src/chat.js';
import { boardOf } from '../access/presenter.js';
import { at, hoursAfter, policiesWith } from './company.js';
import { buttonsOf, openRooms, type Rooms, said, textOf } from './rooms.js';

let rooms: Rooms;
afterEach(() => rooms.close());

const stepUp = (what: string) =>
  policiesWith('approvals.yaml', [
    '  - id: manager-owner\n    steps:\n      - { key: manager, label: { en: Manager, zh: 直属经理 }, ask: [manager] }',
    `  - id: manager-owner\n    steps:\n      - { key: manager, label: { en: Manager, zh: 直属经理 }, ask: [manager], stepUp: ${what} }`,
  ]);
const open = async (what = 'true', oneChat: string[] = []) => (rooms = await openRooms({ dir: stepUp(what), oneChat }));
const ask = (who = 'employee', entitlement = 'crm-read') =>
  said(
    rooms.handlers['request-access'](
      { do: 'request-access', entitlement, hours: 8, reason: 'Quarter end' },
      rooms.act(who),
    ),
  );

type On = 'play-slack' | 'play-teams';
const draft = { do: 'approve', subject: 'REQ-1' } satisfies PartialCommand;
/** Presses Approve, which opens the form for the code. */
const press = async (who = 'manager', on: On = 'play-slack', asks: PartialCommand & { do: 'approve' } = draft) =>
  rooms.approvals.forms.approve(asks, rooms.act(who, undefined, on));
const send = (
  form: Form,
  code: string,
  { who = 'manager', on = 'play-slack', origin }: { who?: string; on?: On; origin?: string } = {},
) => {
  const completed = complete(form.draft, { code });
  if (!completed.success) throw completed.error;
  return said(rooms.handlers.approve(completed.data as CommandOf<'approve'>, rooms.act(who, origin, on)));
};
const messages = () => [...rooms.elsewhere.values()];
const codeIn = (text = '') => /^\d{6}$/m.exec(text)?.[0];
const latestCode = () => codeIn(messages().at(-1))!;
const other = (code: string, by = 1) => String((Number(code) + by) % 1_000_000).padStart(6, '0');
const follow = () => rooms.wait(0);

test('the code of the other chat approves the step, once, and the cards say how it was confirmed', async () => {
  await open();
  await ask();
  const card = await boardOf(rooms).card('REQ-1', 'approver-manager-manager');
  expect(textOf(card)).toMatch('Approving needs a one-time code, which is sent to your other linked chat');
  const [approve] = buttonsOf(card);
  expect(approve).toMatchObject({ label: 'Approve…', does: { do: 'show-form', draft: { do: 'approve' } } });
  const form = await press('manager', 'play-slack', (approve!.does as CommandOf<'show-form'>).draft as typeof draft);
  expect(messages()).toEqual([
    expect.stringMatching(/^Your code for REQ-1\n\d{6}\nIt approves REQ-1 .* Enter it in Slack/),
  ]);
  expect(await send(form, latestCode())).toBe('You approved REQ-1.');
  const { approval } = await rooms.load('REQ-1');
  expect(approval.steps[0]).toMatchObject({ state: 'approved', decisions: [{ confirmed: 'teams' }] });
  expect(textOf(await boardOf(rooms).card('REQ-1', 'requester'))).toMatch('with a code sent to Teams');
  await follow();
  expect(messages()).toEqual(['Your code for REQ-1\nThis code was used, replaced or has ended.']);
});

test('the same delivery again sends one code and decides once; another one with the same code does nothing', async () => {
  await open();
  await ask();
  const form = await rooms.approvals.forms.approve(draft, rooms.act('manager', 'pressed'));
  await rooms.approvals.forms.approve(draft, rooms.act('manager', 'pressed'));
  expect(messages()).toHaveLength(1);
  const code = latestCode();
  expect(await send(form, code, { origin: 'sent' })).toBe('You approved REQ-1.');
  expect(await send(form, code, { origin: 'sent' })).toBe('You approved REQ-1.');
  expect(await send(form, code)).toMatch('This code has been used');
  expect((await rooms.load('REQ-1')).approval.steps[0]!.decisions).toHaveLength(1);
});

test('there is no way around it: the plain button, words, a batch, a rejection needs none', async () => {
  await open();
  await ask();
  await ask('agent2');
  await ask('owner');
  const plain = await rooms.handlers.approve(draft, rooms.act('manager'));
  expect(plain.kind).toBe('form');
  expect((await rooms.load('REQ-1')).approval.steps[0]!.decisions).toEqual([]);
  const { place: _, ...nowhere } = rooms.act('manager');
  expect(await said(rooms.handlers.approve(draft, nowhere))).toMatch('Approving this needs a one-time code');
  const batch = { do: 'approve-several', kind: 'access', subjects: 'REQ-1,REQ-3' } as const;
  expect(await said(rooms.handlers['approve-several'](batch, rooms.act('manager')))).toMatch(
    /REQ-1: Approving this needs a one-time code[^\n]*\nREQ-3: Approving this needs/,
  );
  await expect(
    rooms.approvals.forms['approve-several']({ do: 'approve-several', kind: 'access' }, rooms.act('manager')),
  ).rejects.toThrow();
  expect(
    await said(rooms.handlers.reject({ do: 'reject', subject: 'REQ-1', reason: 'No' }, rooms.act('manager'))),
  ).toBe('You rejected REQ-1. The requester sees your reason.');
});

test('three wrong codes end it, ten minutes do, and the next code makes the one before worthless', async () => {
  await open();
  await ask();
  const form = await press();
  const code = latestCode();
  expect(await send(form, other(code), { origin: 'wrong' })).toMatch('You have 2 tries left');
  expect(await send(form, other(code), { origin: 'wrong' })).toMatch('You have 2 tries left');
  expect(await send(form, other(code, 2))).toMatch('You have one more try');
  expect(await send(form, other(code, 3))).toMatch('Three wrong codes were entered');
  expect(await send(form, code)).toMatch('Three wrong codes were entered');
  const second = await press();
  const old = latestCode();
  await rooms.wait(0.17);
  expect(await send(second, old)).toMatch('This code ended after 10 minutes');
  expect(messages().map(codeIn)).toEqual([undefined, undefined]);
  const third = await press();
  const replaced = latestCode();
  await press();
  expect(await send(third, replaced)).toMatch(replaced === latestCode() ? 'approved' : 'This is not the code');
  expect(await send(third, latestCode())).toBe('You approved REQ-1.');
});

test('it is good for this request, this step, this person, and where it was asked for', async () => {
  await open();
  await ask();
  await ask('agent2');
  const first = await press();
  const code = latestCode();
  const asSecond = { ...first, draft: { ...first.draft, subject: 'REQ-2', of: undefined } as never };
  expect(await send(asSecond, code, { who: 'lead' })).toMatch('No code was asked for here');
  expect(await send(first, code, { on: 'play-teams' })).toMatch('No code was asked for here');
  expect(await send({ ...first, draft: { ...first.draft, step: 'owner' } as never }, code)).not.toMatch('You approved');
  expect(await said(press('security').then(() => ({ kind: 'done' as const })))).toMatch('You are not an approver');
  expect(await send(first, `${code.slice(0, 3)} ${code.slice(3)}`)).toBe('You approved REQ-1.');
});

test('a code of which nobody knows whether it arrived is good for nothing, and the next one is', async () => {
  await open();
  await ask();
  const { post } = rooms.seconds;
  rooms.seconds.post = async (...given) => {
    await post(...given);
    throw new Uncertain('no answer');
  };
  expect(await said(press().then(() => ({ kind: 'done' as const })))).toMatch('did not say whether the code arrived');
  const lost = latestCode();
  rooms.seconds.post = post;
  const form = await press();
  if (lost !== latestCode()) expect(await send(form, lost)).toMatch('This is not the code');
  expect(await send(form, latestCode())).toBe('You approved REQ-1.');
});

test('a person is sent five unused codes an hour', async () => {
  await open();
  await ask();
  for (let n = 0; n < 5; n++) await press();
  expect(await said(press().then(() => ({ kind: 'done' as const })))).toMatch('You were sent five codes in an hour');
  await rooms.wait(1.01);
  await press();
  expect(messages()).toHaveLength(6);
});

test('an approver without another chat is passed over visibly, and who has lost theirs learns why', async () => {
  await open('true', ['manager']);
  expect(await ask()).toMatch('Sam Okafor');
  expect(textOf(await boardOf(rooms).card('REQ-1', 'requester'))).toMatch(
    'Sam Okafor instead of Marco Rossi, who has no second chat for the code (Marco Rossi cannot decide this: no second linked chat for the code)',
  );
  const sam = await press('security');
  expect(
    await said(rooms.handlers.transfer({ do: 'transfer', subject: 'REQ-1', to: 'Marco' }, rooms.act('security'))),
  ).toMatch('Marco Rossi has no second linked chat');
  expect(await send(sam, latestCode(), { who: 'security' })).toBe('You approved REQ-1.');
  await rooms.close();
  await open('true', ['manager', 'security', 'admin']);
  expect(await ask()).toMatch(
    /refused: .*needs a one-time code in a second linked chat, and no approver has one: Marco Rossi/,
  );
});

test('a condition says which need it; what is not known to be harmless does', async () => {
  await open('{ risk: { atLeast: high } }');
  await ask();
  await ask('employee', 'crm-admin');
  expect(await said(rooms.handlers.approve(draft, rooms.act('manager')))).toBe('You approved REQ-1.');
  expect(() => stepUp('{ riks: high }')).not.toThrow();
  await rooms.close();
  await expect(open('{ riks: high }')).rejects.toThrow(/stepUp.*there is no fact "riks": did you mean "risk"/s);
  rooms = await openRooms();
});

test('a change after which a code is needed restarts the step, and the approval before it counts no more', async () => {
  await open('{ duration: { atLeast: 9 } }');
  await ask();
  expect(await said(rooms.handlers.approve(draft, rooms.act('manager')))).toBe('You approved REQ-1.');
  const edited = { do: 'edit-request', request: 'REQ-1', entitlement: 'crm-read', reason: 'Quarter end' } as const;
  await said(rooms.handlers['edit-request']({ ...edited, hours: 24 }, rooms.act('employee')));
  expect((await rooms.load('REQ-1')).approval.steps[0]).toMatchObject({ state: 'open', stepUp: true, decisions: [] });
  const form = await press();
  const code = latestCode();
  await said(rooms.handlers['edit-request']({ ...edited, hours: 48 }, rooms.act('employee')));
  expect(await send(form, code)).not.toMatch('You approved');
  expect(await send(await press(), latestCode())).toBe('You approved REQ-1.');
});

test('nothing but the message itself ever holds a code: not the store, not the history, not what is sent on', async () => {
  await open();
  await ask();
  const codes: string[] = [];
  const form = await press();
  codes.push(latestCode());
  await send(form, other(latestCode()));
  expect(JSON.stringify(form)).not.toMatch(codes[0]!);
  expect(await send(form, codes[0]!)).toBe('You approved REQ-1.');
  await follow();
  const stored: unknown[] = [];
  for (const each of await rooms.connection.db!.collections()) stored.push(await each.find({}).toArray());
  const whole = JSON.stringify(stored);
  expect(whole).toMatch('"confirmed":"teams"');
  for (const code of codes) expect(whole).not.toMatch(new RegExp(`\\b${code}\\b`));
  await rooms.wait(1.3);
  expect(await rooms.connection.db!.collection('codes').countDocuments()).toBe(0);
});

test('however codes are asked for and entered, each approves at most once, after at most three tries', () => {
  const now = at('09:00');
  const purpose = { subject: 'REQ-1', step: 'manager', of: 'x', on: 'slack' };
  const sealed = { salt: 's', hash: 'h', sentTo: 'teams' as const };
  const act = fc.record({
    isRight: fc.boolean(),
    origin: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    hours: fc.constantFrom(0, 0.05, 0.2),
    on: fc.constantFrom('slack', 'teams'),
  });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
      let challenge: Challenge = issued(undefined, 'manager', purpose, sealed, 'o', now);
      let time = now;
      const used = new Set<string>();
      let wrong = 0;
      for (const { isRight, origin, hours, on } of acts) {
        time = hoursAfter(time, hours);
        const { next, refusal } = entered(challenge, { ...purpose, on }, isRight, origin, time);
        if (next && refusal) wrong += 1;
        if (next) challenge = next;
        if (refusal) continue;
        used.add(origin);
        expect(on).toBe('slack');
        expect(next === undefined || (isRight && time < challenge.expires)).toBe(true);
      }
      expect(used.size).toBeLessThanOrEqual(1);
      expect(wrong).toBeLessThanOrEqual(3);
    }),
  );
});

test('what a form sends for a code is six digits', () => {
  const of = (code: string) => command.safeParse({ do: 'approve', subject: 'REQ-1', code }).success;
  expect(['123456', '123 456', ' 123456 '].map(of)).toEqual([true, true, true]);
  expect(['12345', '1234567', 'abcdef', '１２３４５６'].map(of)).toEqual([false, false, false, false]);
});
