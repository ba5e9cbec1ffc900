/** A name that more than one person has: the people are offered as buttons, whatever it was said for. */
import { readPolicies } from '../src/policies.js';
import { policiesWith } from './approvals/company.js';
import { buttonsOf, cardOf, openDesk, said } from './kit/open-desk.js';

/** Two people are called Bao Li, and one more has the first name. */
const open = openDesk(
  undefined,
  readPolicies(
    policiesWith('people.yaml', ['name: Lena Schmidt', 'name: Bao Li'], ['name: Ada Novak', 'name: Bao Chen']),
  ),
);

const request = { do: 'request-access', entitlement: 'crm-read', hours: 8, reason: 'Quarter end' } as const;

test.each([
  ['REQ-1 cc Bao Li', 'Whom do you mean by “Bao Li”?', ['agent2', 'lead']],
  ['REQ-1 cc @bao', 'Whom do you mean by “@bao”?', ['agent2', 'lead', 'admin']],
  ['delegate Bao Li 11-24..11-25', 'Whom do you mean by “Bao Li”?', ['agent2', 'lead']],
])('%s', async (words, title, people) => {
  const desk = await open();
  await desk.perform('employee', request);
  const card = cardOf(await desk.say('employee', words));
  expect(card.title).toBe(title);
  expect(buttonsOf(card).map(({ label }) => /@(\S+)$/.exec(label)?.[1])).toEqual(people);
  expect(buttonsOf(card)[0]!.label).toBe('Bao Li · Second agent · @agent2');
  const done = said(await desk.perform('employee', buttonsOf(card)[1]!.does));
  expect(done).toMatch('Bao Li');
  expect(done).not.toMatch('Whom do you mean');
});

test('of tickets as well: the agent is chosen, and has it', async () => {
  const desk = await open();
  await desk.act('employee', {
    do: 'open-ticket',
    title: 'The badge reader is dead',
    impact: 'low',
    urgency: 'medium',
  });
  const card = cardOf(await desk.say('agent', 'INC-1 assign Bao Li'));
  expect(said(await desk.perform('agent', buttonsOf(card)[0]!.does))).toMatch('Bao Li');
});

test('in a form, the names are told with what tells them apart', async () => {
  const desk = await open();
  await desk.perform('employee', request);
  const shown = await desk.perform('employee', { do: 'show-form', draft: { do: 'copy-to', subject: 'REQ-1' } });
  if (shown.kind !== 'form') throw new Error(shown.kind);
  const reply = await desk.submit('employee', shown.form, { to: 'Bao Li' });
  if (reply.kind !== 'invalid') throw new Error(reply.kind);
  expect(reply.problems[0]!.message).toBe('“Bao Li” could be Bao Li (@agent2), Bao Li (@lead). Write the @id.');
});
