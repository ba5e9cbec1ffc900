/** What people get wrong about approvals, and what changes under them: each is answered in their language, and nothing is lost. */
import type { Command } from '../../src/language/command.js';
import { openDesk, said } from '../kit/open-desk.js';
import { openerOf } from '../../src/opener.js';
import { awaited } from '../../src/approvals/approval.js';
import { boardOf } from '../access/presenter.js';
import { policiesWith } from './company.js';
import { buttonsOf, openRooms, said as told, textOf } from './rooms.js';

const open = openDesk(() => []);
const subject = 'REQ-1';
const long = '长'.repeat(10_000);
const ask = { do: 'request-access', entitlement: 'crm-read', hours: 8, reason: 'Quarter end' } as const;

/** What somebody gives or writes, and what they read of it in English and in Chinese. */
const wrong: [name: string, given: Command | string, en: RegExp, zh: RegExp][] = [
  ['an unknown person', { do: 'transfer', subject, to: 'Zaphod' }, /No person matches “Zaphod”/, /找不到“Zaphod”/],
  [
    'the requester as approver',
    { do: 'transfer', subject, to: 'Emma' },
    /Emma Chen is the requester/,
    /Emma Chen .*申请/,
  ],
  ['a step that is gone', { do: 'approve', subject, step: 'vip' }, /no longer part of it/, /此步骤已不存在/],
  ['a request that there is not', { do: 'approve', subject: 'REQ-99' }, /REQ-99 does not exist/, /REQ-99 不存在/],
  ['no reason', 'REQ-1 reject', /^Reject$/, /^驳回$/],
  ['no reason after “because”', 'REQ-1 拒绝 因为', /^Reject$/, /^驳回$/],
  ['days that are over', 'delegate @lead 2026-11-01..2026-11-02', /These days are over/, /日期已过/],
  ['a day that there is not', 'delegate @lead 13-45', /13-45 is no day/, /13-45 不是有效日期/],
  ['themselves as delegate', 'delegate me 12-01', /A delegate is somebody else/, /代理人不能是您自己/],
  ['an unknown delegate', 'delegate @zaphod 12-01', /No person matches “@zaphod”/, /找不到“@zaphod”/],
  ['a limit that is not understood', 'delegate @lead 12-01..12-02 for lunch', /^Name a delegate$/, /^委托他人审批$/],
];

test.each(['en', 'zh'] as const)('is said in the language of the reader: %s', async (lang) => {
  const desk = await open();
  await desk.perform('employee', ask);
  await desk.perform('manager', { do: 'set-language', lang });
  for (const [name, given, en, zh] of wrong) {
    const reply = await (typeof given === 'string' ? desk.say('manager', given) : desk.perform('manager', given));
    expect([name, said(reply)]).toEqual([name, expect.stringMatching(lang === 'en' ? en : zh)]);
  }
  const [own] = await desk.seen('@manager');
  expect(buttonsOf(own!)).toHaveLength(4);
});

test.each([
  ['en', /Please fill this in/, /shorten this to 3000 characters/],
  ['zh', /请填写/, /请缩短到 3000 个字符以内/],
] as const)(
  'a form keeps what was written and says what is wrong with the reason: %s',
  async (lang, empty, tooLong) => {
    const desk = await open();
    await desk.perform('employee', ask);
    await desk.perform('manager', { do: 'set-language', lang });
    const problems = async (reason: string) => {
      const shown = await desk.perform('manager', { do: 'show-form', draft: { do: 'reject', subject } });
      if (shown.kind !== 'form') throw new Error(shown.kind);
      const reply = await desk.submit('manager', shown.form, { reason });
      if (reply.kind !== 'invalid') throw new Error(reply.kind);
      return [reply.problems[0]!.message, reply.form.fields[0]!.value];
    };
    expect(await problems('  ')).toEqual([expect.stringMatching(empty), '  ']);
    expect(await problems(long)).toEqual([expect.stringMatching(tooLong), long]);
    // What was typed in one line comes back as a form that has as much of it as it takes, and says so.
    const typed = await desk.say('manager', `REQ-1 reject because ${long}`);
    expect(typed).toMatchObject({
      kind: 'invalid',
      problems: [{ field: 'reason', message: expect.stringMatching(tooLong) }],
      form: { fields: [{ name: 'reason', value: long.slice(0, 3000) }] },
    });
  },
);

test.each([
  ['manager', 'REQ-1 transfer Olga', 'to', 'Olga'],
  ['manager', 'REQ-1 add approver Lena', 'to', 'Lena'],
  ['manager', 'REQ-1 approve only until Friday', 'condition', 'only until Friday'],
  ['manager', 'delegate @bao', 'to', '@bao'],
  ['employee', 'request crm-audit', 'entitlement', 'crm-audit'],
])('%s: what “%s” says stands in the form that its button opens', async (who, words, name, value) => {
  const desk = await open();
  await desk.perform('employee', ask);
  const reply = await desk.say(who, words);
  if (reply.kind !== 'form') throw new Error(said(reply));
  const { fields } = await desk.pressForm(who, /./, openerOf(reply.form));
  expect(fields.find((field) => field.name === name)?.value).toBe(value);
});

test('the buttons of a request that was withdrawn say by whom it was, and change nothing', async () => {
  const desk = await open();
  await desk.perform('employee', ask);
  await desk.perform('employee', { do: 'withdraw', subject });
  const withdrew = /^Emma Chen withdrew this on Mon 23 Nov/;
  const approvers: Command[] = [
    { do: 'approve', subject, step: 'manager' },
    { do: 'show-form', draft: { do: 'reject', subject } },
    { do: 'decide-more', subject },
    { do: 'transfer', subject, to: 'Bao' },
    { do: 'add-approver', subject, to: 'Bao', place: 'before' },
    { do: 'discuss', subject, words: 'Why?' },
  ];
  for (const each of approvers) expect(said(await desk.perform('manager', each))).toMatch(withdrew);
  const requesters: Command[] = [
    { do: 'withdraw', subject },
    { do: 'remind-approvers', subject },
    { do: 'copy-to', subject, to: 'Bao' },
  ];
  for (const each of requesters)
    expect(said(await desk.perform('employee', each))).toMatch(/no longer waits for a decision/);
});

describe('when the company changes while a request waits', () => {
  /** Emma asks; then the server is stopped, and another opened over the same store, with other policies. */
  async function reopened(before: string | undefined, after: string) {
    const first = await openRooms(before === undefined ? {} : { dir: before });
    await told(first.handlers['request-access'](ask, first.act('employee')));
    await first.close();
    const rooms = await openRooms({ dbName: first.dbName, dir: after });
    await rooms.wait(0.01);
    return {
      ...rooms,
      asked: async () => awaited((await rooms.load(subject)).approval).map(({ id }) => id),
      approve: (who: string) => told(rooms.handlers.approve({ do: 'approve', subject }, rooms.act(who))),
    };
  }

  test('it keeps the route with which it began', async () => {
    const shorter = ['{ when: { kind: access }, route: manager-owner }', '{ when: { kind: access }, route: manager }'];
    const rooms = await reopened(undefined, policiesWith('approvals.yaml', shorter as [string, string]));
    expect(await rooms.approve('manager')).toBe('You approved REQ-1.');
    expect(await rooms.asked()).toEqual(['owner']);
    expect(await rooms.approve('owner')).toBe('You approved REQ-1.');
    await rooms.close();
  });

  test('an approver who has left gives way to the fallback, and the cards say why', async () => {
    const boss =
      'manager: boss\n  - id: boss\n    name: Bo Vik\n    email: bo@example.com\n    title: { en: Boss, zh: 上司 }\n';
    const before = policiesWith('people.yaml', ['manager: manager\n', boss]);
    const rooms = await reopened(before, policiesWith('people.yaml'));
    expect(await rooms.asked()).toEqual(['security']);
    expect(textOf(await boardOf(rooms).card(subject, 'requester'))).toMatch(
      'Manager: Sam Okafor instead of Bo Vik, who is no longer in the directory',
    );
    expect(await rooms.approve('security')).toBe('You approved REQ-1.');
    expect(await rooms.asked()).toEqual(['owner']);
    await rooms.close();
  });
});
