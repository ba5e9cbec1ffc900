/** One record that a sweep cannot do its work for: the others go on, the sweep counts as done, administrators are told. */
import { eachByItself } from '../../src/sweep.js';
import { readPolicies } from '../../src/policies.js';
import { openDesk, textOf, type OpenDesk } from '../kit/open-desk.js';

const house = openDesk((all) => all.slice(0, 3), readPolicies('policies'));

const told = async (desk: OpenDesk, who = 'admin') =>
  (await desk.seen(`@${who}`)).flatMap(({ title }) => (/cannot be processed/.test(title) ? [title] : [])).toSorted();
const damage = (desk: OpenDesk, collection: string, _id: string, update: object) =>
  desk.store.collection(collection).updateOne({ _id: _id as never }, { $set: update });

async function ask(desk: OpenDesk, entitlement: string): Promise<void> {
  await desk.perform('employee', { do: 'request-access', entitlement, hours: 8, reason: 'The quarter ends' });
}
const ticket = (desk: OpenDesk) =>
  desk.perform('employee', { do: 'open-ticket', title: 'VPN keeps dropping', impact: 'low', urgency: 'medium' });
const change = (desk: OpenDesk, title: string) =>
  desk.perform('agent', {
    do: 'open-change',
    title,
    type: 'normal',
    plan: 'Swap it',
    risk: 'low',
    rollback: 'Swap it back',
    starts: '2026-11-25T20:00',
    ends: '2026-11-25T21:00',
  });

/** Two records of each kind, of which the first is broken in the store. */
async function broken(): Promise<OpenDesk> {
  const desk = await house();
  for (const entitlement of ['crm-read', 'crm-export']) await ask(desk, entitlement);
  for (const title of ['New switch', 'New router']) await change(desk, title);
  for (let count = 0; count < 2; count++) await ticket(desk);
  await desk.pass(0.1);
  await damage(desk, 'requests', 'REQ-1', { approval: null });
  await damage(desk, 'changes', 'CHG-1', { approval: null });
  await damage(desk, 'tickets', 'INC-1', { 'clocks.resolution.steps': null });
  await damage(desk, 'digests', 'DIG-1', { hour: null });
  return desk;
}

it('is told of to administrators by itself, and once a day', async () => {
  const desk = await broken();
  await desk.pass(26);
  const all = ['CHG-1', 'DIG-1', 'INC-1', 'REQ-1'].map((id) => `${id} cannot be processed`);
  expect(await told(desk)).toEqual(all);
  await desk.pass(1);
  expect(await told(desk)).toEqual(all);
  await desk.pass(24);
  expect(await told(desk)).toHaveLength(8);
  expect(await told(desk, 'lead')).toEqual([]);
  const [card] = (await desk.seen('@admin')).filter(({ title }) => title.startsWith('INC-1'));
  expect(textOf(card!.parts)).toMatch(/cannot process the due steps of INC-1 \(sla\)/);
});

it('keeps nobody else waiting', async () => {
  const desk = await broken();
  await desk.pass(26);
  const titles = async (who: string) => (await desk.seen(who)).map(({ title }) => title);
  expect(await titles('@manager')).toContain('REQ-2 still needs your decision');
  const history = (await desk.store.collection('tickets').findOne({ _id: 'INC-2' as never }))!['history'] as object[];
  expect(history).toContainEqual(expect.objectContaining({ what: 'climbed' }));
});

it('is told once by several processes', async () => {
  const desk = await broken();
  const other = await house(undefined, desk);
  await Promise.all([desk.pass(26), other.pass(0)]);
  await other.pass(0);
  const both = [...(await told(desk)), ...(await told(other))];
  expect(both.filter((title) => title.startsWith('INC-1'))).toHaveLength(1);
});

describe('each by itself', () => {
  const numbers = Array.from({ length: 10 }, (_, index) => index);

  it.each([1, 3, 50])('does all the others, %d at once, and counts those that were done', async (atOnce) => {
    const [did, failed]: [number[], number[]] = [[], []];
    const done = await eachByItself(
      numbers,
      async (number) => {
        if (number % 4 === 0) throw new Error('broken');
        did.push(number);
      },
      async (number) => void failed.push(number),
      atOnce,
    );
    expect([done, did.toSorted((a, b) => a - b), failed]).toEqual([7, [1, 2, 3, 5, 6, 7, 9], [0, 4, 8]]);
  });

  it('takes what is thrown at once as what is rejected', async () => {
    const failed: number[] = [];
    const work = () => {
      throw new Error('at once');
    };
    expect(await eachByItself([1], work, async (number) => void failed.push(number))).toBe(0);
    expect(failed).toEqual([1]);
  });

  it('fails when the trouble cannot even be reported: then the store is away', async () => {
    const away = () => Promise.reject(new Error('no store'));
    await expect(eachByItself(numbers, away, away)).rejects.toThrow('no store');
  });
});
