/** The desk's second door: what is done on behalf of a person, without a chat, is judged and told as if they had done it. */
import { Refusal } from '../src/refusal.js';
import { openDesk, said } from './kit/open-desk.js';

const open = openDesk();
const opens = { do: 'open-ticket', title: 'The badge reader is dead', impact: 'low', urgency: 'medium' } as const;

test('a rule opens a ticket for a person, who hears of it as of one of their own', async () => {
  const desk = await open();
  await desk.act('employee', opens);
  expect(said(await desk.perform('employee', { do: 'list-mine' }))).toContain('The badge reader is dead');
  await desk.seen('employee');
  expect([...desk.messages.values()].map(({ card }) => card.title).join()).toContain('INC-1');
});

test('what a rule asks for again is done once', async () => {
  const desk = await open();
  await desk.act('employee', opens, 'rule:badge');
  await desk.act('employee', opens, 'rule:badge');
  const found = said(await desk.perform('employee', { do: 'find', words: 'badge' }));
  expect([...new Set(found.match(/INC-\d+/g))]).toEqual(['INC-1']);
});

test('a rule can do no more than the person on whose behalf it acts', async () => {
  const desk = await open();
  await desk.act('employee', opens);
  await expect(desk.act('employee', { do: 'claim', ticket: 'INC-1' })).rejects.toThrow(Refusal);
  await expect(desk.act('admin', { do: 'note', ticket: 'INC-1', text: 'x' })).rejects.toThrow(Refusal);
  expect(said(await desk.act('agent', { do: 'claim', ticket: 'INC-1' }))).toContain('INC-1');
});

test('a rule that asks for a form gets the form', async () => {
  const desk = await open();
  await desk.act('employee', opens);
  expect(await desk.act('agent', { do: 'show-form', draft: { do: 'resolve', ticket: 'INC-1' } })).toMatchObject({
    kind: 'form',
  });
});
