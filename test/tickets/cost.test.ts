/** What the desk asks of the store for each thing an agent does: every question is answered by an index. */
import type { CommandStartedEvent, CommandSucceededEvent } from 'mongodb';
import type { Command } from '../../src/language/command.js';
import { termsOf } from '../../src/tickets/queue/terms.js';
import { at } from './people.js';
import { as, openRoom, time, vpn, type Room } from './room.js';

const room = openRoom();
const OTHERS = 2000;

/** INC-1 of Emma's among very many others, of which 40 are open. */
async function full(): Promise<Room> {
  const desk = await room();
  await desk.handlers['open-ticket']({ ...vpn, title: 'VPN 断开 on floor 3' }, as('employee'));
  const { rank, due: _, ...ticket } = (await desk.ledger.load('INC-1'))!;
  const others = Array.from({ length: OTHERS }, (__, index) => ({
    ...ticket,
    _id: `INC-${index + 100}`,
    origin: `other-${index}`,
    title: 'The printer jams',
    terms: termsOf('The printer jams 打印机卡纸'),
    requester: { id: `person${index % 400}`, name: 'Somebody' },
    assignee: { id: index % 2 === 0 ? 'agent' : 'agent2', name: 'An agent', since: ticket.opened },
    opened: new Date(ticket.opened.getTime() - index * 60_000),
    ...(index % 50 === 0 ? { state: 'assigned', rank: `${rank} ${index}` } : { state: 'closed' }),
  }));
  await desk.model.collection.insertMany(others as never);
  return desk;
}

/** The questions that were asked of the tickets meanwhile, each with what it cost. */
async function asked(desk: Room, act: () => Promise<unknown>) {
  const client = desk.model.db.getClient();
  const finds: Record<string, unknown>[] = [];
  const hear = ({ commandName, command: { find, findAndModify, filter, query, ...rest } }: CommandStartedEvent) => {
    if (find === 'tickets') finds.push({ find, filter, sort: rest['sort'], skip: rest['skip'], limit: rest['limit'] });
    else if (findAndModify === 'tickets') finds.push({ find: findAndModify, filter: query });
    else if (['aggregate', 'count', 'distinct'].includes(commandName)) throw new Error(`${commandName} was asked`);
  };
  client.on('commandStarted', hear);
  await act();
  client.off('commandStarted', hear);
  expect(finds.length).toBeGreaterThan(0);
  return Promise.all(
    finds.map(async (find) => {
      const told = Object.fromEntries(Object.entries(find).filter(([, value]) => value !== undefined));
      const { queryPlanner, executionStats } = (await desk.model.db.db!.command({
        explain: told,
        verbosity: 'executionStats',
      })) as { queryPlanner: object; executionStats: { totalDocsExamined: number } };
      return { plan: JSON.stringify(queryPlanner), docs: executionStats.totalDocsExamined };
    }),
  );
}

const perform = (desk: Room, command: Command, who: string) =>
  (desk.handlers as unknown as Record<string, (command: Command, act: unknown) => Promise<unknown>>)[command.do]!(
    command,
    as(who),
  );
const find = (words: string): Command => ({ do: 'find', words });

const desks: { full?: Promise<Room> } = {};
/** Built once: nothing here changes more than the one ticket. */
const filled = () => (desks.full ??= full());

it.each<[string, number, (desk: Room) => Promise<unknown>]>([
  ['queue', 11, (desk) => perform(desk, { do: 'queue' }, 'agent')],
  ['the second page of the queue', 21, (desk) => perform(desk, { do: 'queue', page: 2 }, 'agent')],
  ['find: a frequent word', 11, (desk) => perform(desk, find('printer'), 'agent')],
  ['find: a rare word', 11, (desk) => perform(desk, find('vpn'), 'agent')],
  ['find: a frequent and a rare word', 11, (desk) => perform(desk, find('打印 floor'), 'agent')],
  ['find: two characters', 11, (desk) => perform(desk, find('断开'), 'agent')],
  ['find: by state', 11, (desk) => perform(desk, find('state:closed'), 'agent')],
  ['find: by person and state', 40, (desk) => perform(desk, find('person:agent state:open'), 'agent')],
  ['find: by assignee', 11, (desk) => perform(desk, find('person:agent2'), 'agent')],
  ['find: one’s own', 11, (desk) => perform(desk, find('vpn'), 'employee')],
  ['mine', 40, (desk) => desk.mine(as('agent'))],
  ['awaiting', 5, (desk) => desk.awaiting('employee')],
  ['show', 5, (desk) => perform(desk, { do: 'show-ticket', ticket: 'INC-1' }, 'agent')],
  ['claim', 1, (desk) => perform(desk, { do: 'claim', ticket: 'INC-1' }, 'agent')],
  ['resolve', 5, (desk) => perform(desk, { do: 'resolve', ticket: 'INC-1', summary: 'ok' }, 'agent')],
  [
    'the sweep',
    1,
    (desk) => {
      time.now = at('fri', '12:00');
      return desk.sweeps[0]!.run(time.now);
    },
  ],
])('%s reads at most %d tickets a question', async (_, most, act) => {
  const desk = await filled();
  for (const { plan, docs } of await asked(desk, () => act(desk))) {
    expect(plan).not.toMatch(/COLLSCAN/);
    expect(docs).toBeLessThanOrEqual(most);
  }
});

describe('without what was said', () => {
  /** Of a ticket that people talked in for long. */
  const WORDS = 'these words are read by nobody';

  async function read(desk: Room, act: () => Promise<unknown>): Promise<string> {
    const client = desk.model.db.getClient();
    const replies: unknown[] = [];
    const hear = ({ reply }: CommandSucceededEvent) => void replies.push(reply);
    client.on('commandSucceeded', hear);
    await act();
    client.off('commandSucceeded', hear);
    return JSON.stringify(replies);
  }

  it.each<[string, (desk: Room) => Promise<unknown>]>([
    ['queue', (desk) => perform(desk, { do: 'queue' }, 'agent')],
    ['find', (desk) => perform(desk, find('vpn'), 'agent')],
    ['find of one’s own', (desk) => perform(desk, find('vpn'), 'employee')],
    ['mine', (desk) => desk.mine(as('agent'))],
    ['mine of the requester', (desk) => desk.mine(as('employee'))],
    ['what somebody holds', (desk) => desk.heldBy('agent')],
    ['the form for several', (desk) => desk.forms.bulk({ do: 'bulk', among: 'INC-1 INC-2' }, as('agent'))],
    ['the numbers of a group', (desk) => desk.tally('it', time.now, time.now)],
    ['the forecast', (desk) => perform(desk, { do: 'forecast' }, 'lead')],
    ['the reminders', (desk) => desk.sweeps[0]!.run(at('mon', '12:01'))],
  ])('%s is read', async (_, act) => {
    const desk = await room();
    await desk.handlers['open-ticket'](vpn, as('employee'));
    await desk.handlers.claim({ do: 'claim', ticket: 'INC-1' }, as('agent'));
    await desk.handlers.note({ do: 'note', ticket: 'INC-1', text: WORDS }, as('agent'));
    time.now = at('mon', '12:00');
    const reminded = { $set: { reminds: time.now, 'history.0.owed': ['reminder:agent'] }, $unset: { due: '' } };
    await desk.model.updateOne({ _id: 'INC-1' }, reminded);
    const replies = await read(desk, () => act(desk));
    expect(replies).toContain('INC-1');
    expect(replies).not.toContain(WORDS);
  });
});
