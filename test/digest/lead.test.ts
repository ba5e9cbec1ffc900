/** One morning of a lead: what the desk has to say about a group is said to them once. */
import { openDesk, textOf, type OpenDesk } from '../kit/open-desk.js';

const house = openDesk();

/** A ticket that Alex works on in this group, and that is past the last step of its ladder on Thursday evening. */
async function longOverdue(group: 'it' | 'network'): Promise<OpenDesk> {
  const desk = await house();
  await desk.perform('employee', { do: 'open-ticket', title: 'VPN keeps dropping', impact: 'low', urgency: 'medium' });
  if (group === 'network') await desk.perform('agent', { do: 'move', ticket: 'INC-1', group, note: 'Yours.' });
  for (let day = 0; day < 3; day++) await desk.pass(24);
  await desk.pass(8);
  return desk;
}
const said = async (desk: OpenDesk, where: string) =>
  (await desk.seen(where)).map(({ title, parts }) => `${title}\n${textOf(parts)}`);
const morning = async (desk: OpenDesk, hours: number) => {
  const before = (await said(desk, '@lead')).length;
  await desk.pass(hours);
  return (await said(desk, '@lead')).slice(before);
};

it('names what is still broken on the digest of the group, and on no other card', async () => {
  const desk = await longOverdue('it');
  const [digest, ...more] = await morning(desk, 16);
  expect(more).toEqual([]);
  expect(digest).toMatch(/^IT service desk today: 1 open\n[^]*Overdue:\nINC-1 VPN keeps dropping, due /);
  expect((await said(desk, '#it-desk')).join('\n')).not.toMatch(/Overdue:\nINC-1/);
});

it('names it on a card of its own where the group has no digest', async () => {
  const desk = await longOverdue('network');
  const cards = await morning(desk, 16);
  expect(cards.filter((card) => card.includes('INC-1'))).toEqual([
    expect.stringMatching(/is still overdue; it was due/),
  ]);
});

it('tells nothing on a day on which nobody works', async () => {
  const desk = await longOverdue('it');
  await desk.pass(16);
  expect(await morning(desk, 24)).toEqual([]);
  expect(await morning(desk, 48)).toHaveLength(1);
});
