/** The tasks of a ticket, over a real store: who does them, what the parent knows, and what waits for them. */
import { byDesk } from '../../src/context.js';
import { adoptedBy, hearOfTask, toldParent } from '../../src/tickets/links/tasks.js';
import { changed, type Ticket } from '../../src/tickets/ticket.js';
import { standing, triageCard } from '../../src/tickets/tickets.cards.js';
import { wording } from '../../src/language/wording.js';
import { at, discreet, house } from './people.js';
import { answer, as, openRoom, shown, textOf, time, vpn, type Room } from './room.js';

const room = openRoom();
const task = { do: 'add-task', ticket: 'INC-1', title: 'Order the part' } as const;

/** INC-1 is Alex's and has two tasks: INC-2 in his own group, INC-3 in the network team, with Bao. */
async function withTasks(): Promise<Room> {
  const desk = await room();
  await desk.handlers['open-ticket'](vpn, as('employee'));
  await desk.handlers.claim({ do: 'claim', ticket: 'INC-1' }, as('agent'));
  expect(await answer(desk.handlers['add-task'](task, as('agent')))).toBe(
    'INC-2 is now a task of INC-1, with IT service desk.',
  );
  const other = { ...task, title: 'Patch the switch', group: 'network', to: 'Bao Li' } as const;
  expect(await answer(desk.handlers['add-task'](other, as('agent')))).toMatch(/INC-3 .* with Network team/);
  return desk;
}
const solve = (desk: Room, ticket: string, who = 'agent') =>
  answer(desk.handlers.resolve({ do: 'resolve', ticket, summary: 'Done.', checked: 'yes' }, as(who)));
const ticketOf = async (desk: Room, id: string): Promise<Ticket> => (await desk.ledger.load(id))!;
const card = async (desk: Room, id: string) =>
  textOf(triageCard(await ticketOf(desk, id), { lang: 'en', zone: 'Europe/Berlin' }, wording.en, house).parts);

it('are tickets of their own, with the clocks and the people of their group', async () => {
  const desk = await withTasks();
  expect(await ticketOf(desk, 'INC-3')).toMatchObject({
    group: 'network',
    state: 'assigned',
    assignee: { id: 'agent2' },
    requester: { id: 'agent' },
    parent: { id: 'INC-1', told: 'open' },
  });
  expect(await card(desk, 'INC-3')).toMatch(/Links: task of INC-1/);
  expect(await card(desk, 'INC-1')).toMatch(/Tasks: 0 of 2 done\nnow INC-2 Order the part\nnow INC-3 Patch the switch/);
});

it('hold their parent open, and the last one that is done tells its assignee', async () => {
  const desk = await withTasks();
  expect(await solve(desk, 'INC-1')).toBe(
    'INC-1 still has open tasks: INC-2, INC-3. Resolve them first, or close them as not a request: INC-2 resolve …',
  );
  expect(await solve(desk, 'INC-1', 'employee')).toMatch(/still working on tasks of INC-1/);
  expect(await answer(desk.handlers.dismiss({ do: 'dismiss', ticket: 'INC-1' }, as('agent')))).toMatch(/INC-2, INC-3/);
  await solve(desk, 'INC-2');
  expect(await card(desk, 'INC-1')).toMatch(/Tasks: 1 of 2 done\ndone INC-2/);
  expect(await solve(desk, 'INC-1')).toMatch(/tasks: INC-3\./);
  await desk.handlers.dismiss({ do: 'dismiss', ticket: 'INC-3' }, as('agent2'));
  const { history } = await ticketOf(desk, 'INC-1');
  expect(history.filter(({ what }) => what === 'task').map(({ owed }) => owed)).toEqual([
    [],
    [],
    [],
    ['under:triage', 'person:agent'],
  ]);
  await desk.handlers.reopen({ do: 'reopen', ticket: 'INC-2' }, as('agent'));
  expect(await solve(desk, 'INC-1')).toMatch(/tasks: INC-2\./);
  await solve(desk, 'INC-2');
  expect(await solve(desk, 'INC-1')).toBe('INC-1 is resolved.');
});

it('leave the requester of their parent alone, and whoever gave them hears what is said to them', async () => {
  const desk = await withTasks();
  await desk.handlers.reply({ do: 'reply', ticket: 'INC-3', text: 'Which switch?' }, as('agent2'));
  await solve(desk, 'INC-3', 'agent2');
  const done = await ticketOf(desk, 'INC-3');
  expect(standing(done).map(({ to }) => to)).toEqual(['group:network']);
  expect(done.history.map(({ what, owed }) => [what, owed])).toEqual([
    ['opened', []],
    ['assigned', ['person:agent2']],
    ['replied', ['person:agent', 'under:triage']],
    ['resolved', ['under:triage']],
  ]);
  expect(done.resolution?.unasked).toBe(true);
  const parent = await shown(desk.handlers['show-ticket']({ do: 'show-ticket', ticket: 'INC-1' }, as('employee')));
  expect(textOf(parent.parts)).not.toMatch(/INC-2|INC-3|task/i);
});

it('have none of their own, and are refused to outsiders, to requesters and for what is over', async () => {
  const desk = await withTasks();
  const add = (ticket: string, who: string, more: { group?: string; to?: string } = {}) =>
    answer(desk.handlers['add-task']({ ...task, ticket, ...more }, as(who)));
  expect(await add('INC-2', 'agent')).toBe('INC-2 is already a task of INC-1. Add the new task there: task INC-1 …');
  expect(await add('INC-1', 'employee')).toMatch(/Only agents of IT service desk/);
  expect(await add('INC-1', 'security')).toMatch(/no ticket INC-1 that you can see/);
  expect(await add('INC-1', 'agent', { group: 'legal' })).toMatch(/no group “legal”/);
  expect(await add('INC-1', 'agent', { group: 'network', to: 'agent' })).toMatch(/does not work in Network team/);
  for (let number = 3; number <= 20; number++) await add('INC-1', 'agent');
  expect(await add('INC-1', 'agent')).toMatch(/has 20 tasks, which is the limit/);
  for (const { id } of (await ticketOf(desk, 'INC-1')).tasks!) await solve(desk, id, 'lead');
  await solve(desk, 'INC-1');
  expect(await add('INC-1', 'agent')).toMatch(/resolved INC-1/);
});

it('go along when their parent is merged, but never under another task', async () => {
  const desk = await withTasks();
  await desk.handlers['open-ticket']({ ...vpn, title: 'Gateway down' }, as('owner'));
  const merge = (into: string) => answer(desk.handlers.merge({ do: 'merge', ticket: 'INC-1', into }, as('agent')));
  expect(await merge('INC-2')).toMatch(/INC-1 has tasks, and INC-2 is itself a task/);
  expect(await merge('INC-4')).toMatch(/part of INC-4/);
  expect(await card(desk, 'INC-4')).toMatch(/Tasks: 0 of 2 done/);
  expect(await solve(desk, 'INC-4')).toMatch(/tasks: INC-2, INC-3/);
  expect((await ticketOf(desk, 'INC-3')).parent).toEqual({ id: 'INC-4', told: 'open' });
});

it('tell their parent by the next sweep when a crash came between', async () => {
  const desk = await withTasks();
  const lost = byDesk(time.now, 'crash');
  await desk.ledger.change('INC-2', lost, (each) =>
    changed({ ...each, state: 'closed', parent: { id: 'INC-1', told: 'open' } }),
  );
  time.now = at('mon', '09:05');
  await desk.sweeps[0]!.run(time.now);
  expect((await ticketOf(desk, 'INC-1')).tasks).toMatchObject([{ id: 'INC-2', done: true }, { done: false }]);
  expect(await desk.sweeps[0]!.run(time.now)).toBe(0);
});

it('do not unsay by late news what the parent knows already', async () => {
  const desk = await withTasks();
  await solve(desk, 'INC-2');
  const [parent, news] = [await ticketOf(desk, 'INC-1'), await ticketOf(desk, 'INC-2')];
  const old: Ticket = { ...news, state: 'new', version: 1 };
  expect(hearOfTask(parent, old, house)).toBeUndefined();
  expect(toldParent(news, old)!.next.due).toBeDefined();
  expect(adoptedBy(news, 'INC-1')).toBeUndefined();
});

describe('that go to a group that works in confidence', () => {
  const quiet = openRoom({ ...house, directory: discreet });

  it('keep their title from their parent, in its card and in its history', async () => {
    const desk = await quiet();
    await desk.handlers['open-ticket'](vpn, as('employee'));
    await desk.handlers.claim({ do: 'claim', ticket: 'INC-1' }, as('agent'));
    await desk.handlers['add-task']({ ...task, title: 'Ask about the walrus' }, as('agent'));
    const shows = async () =>
      textOf((await shown(desk.handlers['show-ticket']({ do: 'show-ticket', ticket: 'INC-1' }, as('agent')))).parts);
    expect(await shows()).toMatch(/walrus[\s\S]*walrus/);
    await desk.handlers.move({ do: 'move', ticket: 'INC-2', group: 'network', note: 'Quietly' }, as('agent'));
    expect(await shows()).not.toMatch(/walrus/);
    await solve(desk, 'INC-2', 'agent2');
    expect(await shows()).not.toMatch(/walrus/);
    expect(await solve(desk, 'INC-1')).toBe('INC-1 is resolved.');
  });
});

describe.each([
  ['one process', (desk: Room) => desk],
  ['two processes', (desk: Room) => room(desk)],
])('at once, by %s', (_, beside) => {
  const TIMES = 20;
  async function twenty(act: (one: Room, other: Room, parent: string) => Promise<void>): Promise<void> {
    const one = await room();
    const other = await beside(one);
    for (let turn = 0; turn < TIMES; turn++) {
      const parent = `INC-${one.numbers.last + 1}`;
      await one.handlers['open-ticket'](vpn, as('employee'));
      await act(one, other, parent);
    }
  }
  const add = (desk: Room, ticket: string) => answer(desk.handlers['add-task']({ ...task, ticket }, as('agent')));

  it('are never more than twenty', async () => {
    const one = await room();
    const other = await beside(one);
    await one.handlers['open-ticket'](vpn, as('employee'));
    const said = await Promise.all(Array.from({ length: 28 }, (__, index) => add(index % 2 ? one : other, 'INC-1')));
    expect(said.filter((words) => words.includes('is now a task of INC-1'))).toHaveLength(20);
    const parent = await ticketOf(one, 'INC-1');
    expect([parent.tasks?.length, parent.pledges]).toEqual([20, undefined]);
    expect(await one.model.countDocuments({ 'parent.id': 'INC-1' })).toBe(20);
  });

  it('hold a parent open that is resolved at the same moment', () =>
    twenty(async (one, other, parent) => {
      const [, said] = await Promise.all([add(one, parent), solve(other, parent)]);
      const { state, tasks = [] } = await ticketOf(one, parent);
      expect([state, tasks.length]).toEqual(tasks.length > 0 ? ['new', 1] : ['resolved', 0]);
      expect(said).toMatch(/is resolved|is being opened right now|still has open tasks/);
    }));

  it('that are reopened hold their parent, or it is told that it ended too early', () =>
    twenty(async (one, other, parent) => {
      await add(one, parent);
      const own = (await ticketOf(one, parent)).tasks![0]!.id;
      await solve(one, own);
      await Promise.all([
        answer(one.handlers.reopen({ do: 'reopen', ticket: own }, as('agent'))),
        solve(other, parent),
      ]);
      const { state, history } = await ticketOf(one, parent);
      const told = history.findLast(({ what }) => what === 'task');
      expect([told?.data['state'], state === 'resolved' ? told?.owed : []]).toEqual([
        'reopened',
        state === 'resolved' ? ['under:triage'] : [],
      ]);
      expect((await ticketOf(one, parent)).pledges).toBeUndefined();
    }));
});

it('that were never opened keep their place for a minute', async () => {
  const desk = await room();
  await desk.handlers['open-ticket'](vpn, as('employee'));
  const { open } = desk.ledger;
  desk.ledger.open = () => Promise.reject(new Error('killed'));
  await expect(desk.handlers['add-task'](task, as('agent', { origin: 'form' }))).rejects.toThrow('killed');
  desk.ledger.open = open;
  expect(await solve(desk, 'INC-1')).toBe('A task of INC-1 is being opened right now. Try again in a moment.');
  expect(await answer(desk.handlers['add-task'](task, as('agent', { origin: 'form' })))).toMatch(/INC-2 is now a task/);
  expect(await answer(desk.handlers['add-task'](task, as('agent', { origin: 'form' })))).toMatch(/INC-2 is now a task/);
  await solve(desk, 'INC-2');
  desk.ledger.open = () => Promise.reject(new Error('killed'));
  await expect(desk.handlers['add-task'](task, as('agent'))).rejects.toThrow('killed');
  time.now = new Date(time.now.getTime() + 60_000);
  expect(await solve(desk, 'INC-1')).toBe('INC-1 is resolved.');
});
