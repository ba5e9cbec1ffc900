/** The desk's second door: what is done on behalf of a person, without a chat, is judged and told as if they had done it. */
import { specs } from '../src/language/command.js';
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

test('what a form must be told is asked for again, with all else kept, and nothing is taken for granted', async () => {
  const desk = await open();
  const shown = await desk.perform('employee', { do: 'show-form', draft: { do: 'open-ticket' } });
  if (shown.kind !== 'form') throw new Error('a form was expected');
  const values = { title: 'The badge reader is dead', impact: '', urgency: '', category: '' };
  const reply = await desk.submit('employee', shown.form, values);
  if (reply.kind !== 'invalid') throw new Error('the form was to be asked again');
  expect(reply.problems.map(({ field }) => field)).toEqual(['impact', 'urgency', 'category']);
  expect(reply.form.fields.find(({ name }) => name === 'title')!.value).toBe(values.title);
  expect(await desk.seen('it')).toEqual([]);
  const whole = { ...values, impact: 'low', urgency: 'high', category: 'hardware' };
  expect(said(await desk.submit('employee', reply.form, whole))).toContain('INC-1 is open');
});

test.each(['en', 'zh'] as const)('no form asks two questions by the same words: %s', async (lang) => {
  const desk = await open();
  await desk.act('employee', opens);
  await desk.act('employee', { do: 'resolve', ticket: 'INC-1', summary: 'It was the fuse' });
  const draft = { ticket: 'INC-1', subject: 'REQ-1', group: 'it' };
  const forms: string[] = [];
  for (const person of ['lead', 'agent', 'employee', 'owner']) {
    await desk.act(person, { do: 'set-language', lang });
    for (const name of specs.keys()) {
      const reply = await desk.perform(person, { do: 'show-form', draft: { do: name, ...draft } } as never);
      if (reply.kind !== 'form') continue;
      forms.push(name);
      const questions = reply.form.fields.map(({ label }) => label);
      expect([name, new Set(questions).size]).toEqual([name, questions.length]);
    }
  }
  expect(forms.length).toBeGreaterThan(30);
});
