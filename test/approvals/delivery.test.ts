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
  expect(await titles(desk, '@manager')).toEqual(['REQ-1 still needs your decision']);
});

test('in both, and every copy loses its buttons', async () => {
  const desk = await inBoth();
  await ask(desk);
  const [own] = await desk.seen('@manager');
  expect(await inIt(desk)).toHaveLength(1);
  await desk.press('manager', /^Approve$/, own!);
  const copies = [...(await desk.seen('@manager')), (await inIt(desk))[0]!];
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

test.each([
  ['deliver: channel', /deliver.*needs `channel`/s],
  ['deliver: channel\n    channel: ti', /there is no group "ti" with a channel/],
  ['channel: it', /is of use only with `deliver: channel`/],
  ['deliver: everywhere', /use own, channel or both/],
])('a policy with %j does not start', (how, problem) => {
  expect(() => readPolicies(delivered(how))).toThrow(problem);
});
