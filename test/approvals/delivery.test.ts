/** Where approvers are asked, and what becomes of those whom no chat reaches. */
import { readPolicies } from '../../src/policies.js';
import { buttonsOf, textOf } from './rooms.js';
import { policiesWith } from './company.js';
import { type OpenDesk, openDesk } from '../kit/open-desk.js';

const delivered = (how: string) =>
  policiesWith('approvals.yaml', ['  - id: manager-owner\n', `  - id: manager-owner\n    ${how}\n`]);
const inChannel = openDesk(undefined, readPolicies(delivered('deliver: channel\n    channel: it')));
const inBoth = openDesk(undefined, readPolicies(delivered('deliver: both\n    channel: it')));
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

  test('is asked as well when they enter leave, unless somebody decides for them then', async () => {
    const desk = await shipped();
    const leave = async (who: string, days: string) => {
      const reply = await desk.say(who, `leave ${days}`);
      return reply.kind === 'card' ? textOf(reply.card) : reply.kind;
    };
    const sentence = 'Nobody decides for you while you are away';
    expect(await leave('employee', '2026-12-01 to 2026-12-03')).not.toMatch(sentence);
    await ask(desk);
    await asked(desk);
    expect(await leave('manager', '2026-12-01 to 2026-12-03')).toMatch(sentence);
    await desk.say('manager', 'delegate @lead 2026-12-07..2026-12-09');
    expect(await leave('manager', '2026-12-07 to 2026-12-09')).not.toMatch(sentence);
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
