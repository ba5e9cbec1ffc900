/** Where approvers are asked, and what becomes of those whom no chat reaches. */
import { readPolicies } from '../../src/policies.js';
import { buttonsOf, textOf } from './rooms.js';
import { policiesWith } from './company.js';
import { cardOf, type OpenDesk, openDesk, said } from '../kit/open-desk.js';

const delivered = (how: string) =>
  policiesWith('approvals.yaml', ['  - id: manager-owner\n', `  - id: manager-owner\n    ${how}\n`]);
const inChannel = openDesk(undefined, readPolicies(delivered('deliver: channel\n    channel: it')));
const inBoth = openDesk(undefined, readPolicies(delivered('deliver: both\n    channel: it')));
const MANAGER_OF = '  - id: manager-owner\n    steps:\n      - { key: manager,';
const byCode = openDesk(
  undefined,
  readPolicies(policiesWith('approvals.yaml', [MANAGER_OF, `${MANAGER_OF} stepUp: true,`])),
);
const shipped = openDesk();

const ask = (desk: OpenDesk) => desk.say('employee', 'request crm-read for 8h because the quarter ends');
const titles = async (desk: OpenDesk, where: string) => (await desk.seen(where)).map(({ title }) => title);
const inIt = async (desk: OpenDesk) => (await desk.seen('#it-desk')).filter(({ title }) => title.startsWith('REQ-1'));
const labels = (card: Parameters<typeof buttonsOf>[0]) => buttonsOf(card).map(({ label }) => label);

test('in a channel: a card for each step there, none in their own chat, and only approvers decide on it', async () => {
  const desk = await inChannel();
  await ask(desk);
  const [first] = await inIt(desk);
  expect(textOf(first!)).toMatch(/Marco Rossi[^]*Only the approvers named here can decide this/);
  expect(await titles(desk, '@manager')).toEqual([]);
  expect(await desk.press('agent', /^Approve$/, first!)).toMatchObject({ kind: 'refused' });
  expect(await desk.press('manager', /^Approve$/, first!)).toMatchObject({ kind: 'done' });
  const both = await inIt(desk);
  expect(both.map(labels)).toEqual([[], expect.arrayContaining(['Approve', 'Reject…'])]);
  expect(await desk.press('owner', /^Approve$/, both[1]!)).toMatchObject({ kind: 'done' });
  expect((await inIt(desk)).map(labels)).toEqual([[], []]);
});

test('in a channel, all read on which condition an approver agrees, and its requester alone accepts it', async () => {
  const desk = await inChannel();
  await ask(desk);
  const approve = { do: 'approve', subject: 'REQ-1', condition: 'max 4 hours' } as const;
  await desk.perform('manager', approve);
  const [card] = await inIt(desk);
  expect(textOf(card!)).toMatch(/Marco Rossi approves[^]*8 hours → 4 hours[^]*max 4 hours/);
  expect(labels(card!)).not.toContain('Accept this change');
  const [own] = (await desk.seen('@employee')).filter((each) => labels(each).includes('Accept this change'));
  await desk.press('employee', /^Accept this change$/, own!);
  const [accepted] = await inIt(desk);
  expect(labels(accepted!)).toEqual([]);
  expect(textOf(accepted!)).not.toMatch(/Marco Rossi approves on/);
});

test('a request that moves to another route leaves no buttons in the channel where it was asked', async () => {
  const desk = await inChannel();
  await ask(desk);
  const edit = { do: 'edit-request', request: 'REQ-1', entitlement: 'crm-admin', hours: 8, reason: 'more' } as const;
  await desk.perform('employee', edit);
  const left = await inIt(desk);
  expect(left.map(labels)).toEqual([[]]);
  expect(textOf(left[0]!)).toMatch(/Read customers → Demo CRM: Administrator/);
  const [own] = await desk.seen('@manager');
  expect(await desk.press('manager', /^Approve$/, own!)).toMatchObject({ kind: 'done' });
  await desk.perform('employee', { ...edit, entitlement: 'crm-read' });
  expect((await inIt(desk)).map(labels)).toEqual([expect.arrayContaining(['Approve', 'Reject…'])]);
  const owners = (await desk.seen('@owner')).filter(({ title }) => title.startsWith('REQ-1 '));
  expect(owners.map(labels)).toEqual([[]]);
});

test('a reminder of a channel’s card goes to the approver alone', async () => {
  const desk = await inChannel();
  await ask(desk);
  await desk.pass(9);
  expect(await titles(desk, '@manager')).toContain('REQ-1 still needs your decision');
});

test('in both, and every copy loses its buttons', async () => {
  const desk = await inBoth();
  await ask(desk);
  const [own] = await desk.seen('@manager');
  expect(await inIt(desk)).toHaveLength(1);
  await desk.press('manager', /^Approve$/, own!);
  const [mine] = (await desk.seen('@manager')).filter(({ title }) => title.startsWith('REQ-1'));
  const copies = [mine!, (await inIt(desk))[0]!];
  expect(copies.flatMap(labels)).toEqual([]);
});

test('the requester learns once of an approver whom no chat reaches: whom to tell, and what happens when', async () => {
  const desk = await shipped();
  desk.away.add('manager');
  await ask(desk);
  await desk.seen('@employee');
  const told = async () =>
    (await desk.seen('@employee')).filter(({ title }) => title === 'REQ-1: Marco Rossi cannot be reached');
  expect((await told()).map(textOf)).toEqual([
    expect.stringMatching(
      /Marco Rossi could not be reached in chat\. Please tell them[^]*If nobody decides by .*, Sam Okafor will be asked as well\. It expires /,
    ),
  ]);
  expect(textOf((await desk.seen('@employee'))[0]!)).toMatch(/Marco Rossi could not be reached in chat/);
  await desk.pass(9);
  expect(await told()).toHaveLength(1);
  await desk.pass(48);
  expect(await titles(desk, '@security')).toEqual(expect.arrayContaining([expect.stringMatching(/^REQ-1/)]));
});

test('a desk in one chat alone names at its start, in `policy` and to requesters what a one-time code needs', async () => {
  const desk = await byCode();
  expect(desk.logged.filter((line) => line.includes('one-time code'))).toEqual([
    expect.stringMatching(/"route":"manager-owner","step":"manager".*connect Slack and Teams, or remove stepUp/),
  ]);
  expect(said(await desk.say('admin', 'policy'))).toMatch(
    /connected to one chat alone, so nobody can approve these[^]*Connect the other chat[^]*manager-owner, step Manager$/m,
  );
  expect(said(await ask(desk))).toMatch(/no approver has one: Marco Rossi.*ask an administrator to connect the other/);
  await desk.say('admin', 'lang zh');
  expect(said(await desk.say('admin', '策略'))).toMatch(/只接入了一个聊天/);
});

describe('who decides for the first time', () => {
  const question = 'Who decides when you are away?';
  const asked = async (desk: OpenDesk) => (await desk.seen('@manager')).filter(({ title }) => title === question);

  test('is asked once to name a delegate, and not again after “not now”', async () => {
    const desk = await shipped();
    await ask(desk);
    const [card] = await asked(desk);
    expect(labels(card!)).toEqual(['Name a delegate…', 'Not now']);
    expect(await desk.press('manager', /^Not now$/, card!)).toMatchObject({ kind: 'done' });
    await desk.say('agent2', 'request crm-read for 8h because the quarter ends');
    await desk.say('owner', 'request crm-read for 8h because the quarter ends');
    await desk.pass(9);
    expect((await asked(desk)).map(labels)).toEqual([[]]);
    expect(await asked(await shipped(undefined, desk))).toHaveLength(0);
  });

  test('is not asked when somebody was named before, and the question ends when somebody is', async () => {
    const desk = await shipped();
    await desk.say('manager', 'delegate @lead 2026-11-23..2026-11-27');
    await ask(desk);
    expect(await asked(desk)).toEqual([]);
    const lead = async () => (await desk.seen('@lead')).filter(({ title }) => title === question);
    expect((await lead()).map(labels)).toEqual([['Name a delegate…', 'Not now']]);
    await desk.say('lead', 'delegate @agent 2026-11-23..2026-11-27');
    expect((await lead()).map(labels)).toEqual([[]]);
  });

  test('is asked as well when they enter leave, unless somebody decides for them then or they said “not now”', async () => {
    const desk = await shipped();
    const leave = async (who: string, days: string) => cardOf(await desk.say(who, `leave ${days}`));
    const sentence = /Nobody decides for you while you are away/;
    expect(textOf(await leave('employee', '2026-12-01 to 2026-12-03'))).not.toMatch(sentence);
    await ask(desk);
    await asked(desk);
    await leave('manager', '2026-11-30');
    const first = await leave('manager', '2026-12-01 to 2026-12-03');
    expect(textOf(first)).toMatch(sentence);
    expect((await desk.pressForm('manager', /^Name a delegate…$/, first)).draft).toMatchObject({ from: '2026-12-01' });
    await desk.say('manager', 'delegate @lead 2026-12-07..2026-12-09');
    const covered = await leave('manager', '2026-12-07 to 2026-12-09');
    expect(textOf(covered)).not.toMatch(sentence);
    expect(labels(covered)).toEqual(expect.arrayContaining(['Name a delegate…']));
    expect(labels(covered)).not.toContain('Not now');
    expect(said(await desk.press('manager', /^Not now$/, first))).toMatch('You are not asked again');
    expect(textOf(await leave('manager', '2026-12-14 to 2026-12-16'))).not.toMatch(sentence);
  });
});

test.each([
  ['deliver: channel', /deliver.*needs `channel`/s],
  ['deliver: channel\n    channel: ti', /there is no group "ti" with a channel/],
  ['channel: it', /is of use only with `deliver: channel`/],
  ['deliver: everywhere', /use own, channel or both/],
])('a policy with %j does not start', (how, problem) => {
  expect(() => readPolicies(delivered(how))).toThrow(problem);
});
