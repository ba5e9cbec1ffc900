/** What is not verified becomes a real ticket of the owner's group, and ends with its cause. */
import { expect, test } from '@jest/globals';
import { readPolicies } from '../../src/policies.js';
import { policiesWith } from '../approvals/company.js';
import { openDesk, said, textOf, type OpenDesk } from '../kit/open-desk.js';

const dir = policiesWith(
  'catalogue.yaml',
  ['applications:\n', 'provisioners:\n  - { id: it, kind: hand, by: person:agent }\n\napplications:\n'],
  ['- id: demo-crm\n', '- id: demo-crm\n    provisioner: it\n'],
);
const open = openDesk(undefined, readPolicies(dir));

async function approved(desk: OpenDesk): Promise<void> {
  const command = { do: 'request-access', entitlement: 'crm-read', hours: 48, reason: 'the audit' } as const;
  const last = await desk.perform('employee', command);
  if (last.kind === 'form') await desk.submit('employee', last.form);
  for (const [who, step] of [
    ['manager', 'manager'],
    ['owner', 'owner'],
  ] as const)
    await desk.perform(who, { do: 'approve', subject: 'REQ-1', step });
  await desk.pass(0);
}
const shown = async (desk: OpenDesk, where: string) =>
  (await desk.seen(where)).map(({ title, parts }) => `${title}\n${textOf(parts)}`).join('\n\n');

test('nobody sets it up in time: a P2 of IT, which the owner sees; it is resolved when it is done', async () => {
  const desk = await open();
  await approved(desk);
  for (let hour = 0; hour < 60; hour += 4) await desk.pass(4);
  const ticket = said(await desk.perform('agent', { do: 'show-ticket', ticket: 'INC-1' }));
  expect(ticket).toContain('REQ-1: Demo CRM: Read customers is not verified');
  expect(ticket).toContain('P2');
  expect(ticket).toContain('Olga Petrova');
  expect(await shown(desk, '#it-desk')).toContain('INC-1');
  expect(await shown(desk, '@owner')).toContain('INC-1');
  expect(said(await desk.say('owner', 'access'))).toContain('(INC-1)');
  expect(said(await desk.say('owner', '权限'))).toContain('(INC-1)');
  expect(said(await desk.perform('agent', { do: 'find', words: 'verified' })).match(/INC-2/)).toBeNull();

  await desk.perform('agent', { do: 'confirm-access', request: 'REQ-1', evidence: 'Added to the group.' });
  await desk.pass(0.01);
  await desk.pass(0.01);
  expect(said(await desk.perform('employee', { do: 'show-request', request: 'REQ-1' }))).not.toContain('not verified');
  const resolved = said(await desk.perform('agent', { do: 'show-ticket', ticket: 'INC-1' }));
  expect(resolved).toContain('Deskhand resolved it');
  expect(resolved).toContain('REQ-1 is verified: the application confirms it.');
  expect(await shown(desk, '@owner')).not.toContain('How did we do');
});
