/**
 * Who learns what of a ticket, whichever way they try: nothing, its title, what was said, or what agents noted. The
 * tables are the rule as people can read it; a way of reading that forgets to ask changes them.
 */
import { readPolicies } from '../../src/policies.js';
import { createDirectory, peoplePolicy, teamsPolicy } from '../../src/people.js';
import { readPolicy } from '../../src/policy.js';
import type { Command } from '../../src/language/command.js';
import type { Card } from '../../src/card.js';
import { openDesk, said, textOf, type OpenDesk } from '../kit/open-desk.js';

const shipped = readPolicies('policies');
const { people } = readPolicy('policies', 'people.yaml', peoplePolicy).value;
const teams = readPolicy('policies', 'teams.yaml', teamsPolicy).value;
const like = (id: string, roles: ('agent' | 'lead')[] = []) => ({
  ...people.find((each) => each.id === 'employee')!,
  id,
  name: `The ${id}`,
  email: `${id}@example.com`,
  roles,
});
/** The demo company with a group that works in confidence, and people who follow, join, or have nothing to do with it. */
const directory = createDirectory(
  {
    people: [
      ...people,
      like('follower'),
      like('joined'),
      like('outsider'),
      like('hr', ['agent']),
      like('hrlead', ['lead']),
    ],
  },
  {
    ...teams,
    groups: [
      ...teams.groups,
      {
        ...teams.groups[1]!,
        id: 'hr',
        name: { en: 'People team', zh: '人事组' },
        lead: 'hrlead',
        manager: 'manager',
        members: ['hr'],
        backup: 'agent2',
        sensitive: true,
        skills: {},
        digest: '09:00',
        channels: { slack: '#hr' },
      },
    ],
  },
);
const house = openDesk((all) => all.slice(0, 3), { ...shipped, directory });

const columns = {
  requester: 'employee',
  follower: 'follower',
  joined: 'joined',
  agent: 'agent',
  backup: 'agent2',
  lead: 'lead',
  'HR agent': 'hr',
  'HR lead': 'hrlead',
  manager: 'manager',
  security: 'security',
  admin: 'admin',
  outsider: 'outsider',
};

const ticket = 'INC-1';
/** The ways to read, each after all that happened. */
const ways: [name: string, command: Command][] = [
  ['show', { do: 'show-ticket', ticket }],
  ['why', { do: 'why', ticket }],
  ['audit', { do: 'audit', record: ticket }],
  ['find its title', { do: 'find', words: 'quagga' }],
  ['find a word of it', { do: 'find', words: 'yak' }],
  ['queue', { do: 'queue' }],
  ['queue of IT', { do: 'queue', group: 'it' }],
  ['queue of HR', { do: 'queue', group: 'hr' }],
  ['mine', { do: 'list-mine' }],
  ['form for several', { do: 'show-form', draft: { do: 'bulk', among: ticket } }],
  ['form to reply', { do: 'show-form', draft: { do: 'reply', ticket } }],
  ['form to edit', { do: 'show-form', draft: { do: 'edit', ticket } }],
  ['form to follow it up', { do: 'show-form', draft: { do: 'open-ticket', follows: ticket } }],
  ['show a ticket linked to it', { do: 'show-ticket', ticket: 'INC-4' }],
  ['follow it', { do: 'watch', ticket }],
  ['join it', { do: 'join', ticket: 'INC-4', into: ticket }],
  ['merge into it', { do: 'merge', ticket: 'INC-4', into: ticket }],
  ['forecast of IT', { do: 'forecast', group: 'it' }],
  ['forecast of HR', { do: 'forecast', group: 'hr' }],
  ['questions', { do: 'list-questions' }],
  ['why of the question', { do: 'why-answer', question: 'Q-1' }],
  ['draft from it', { do: 'show-draft', article: 'ART-1' }],
];

const NOTHING = '·';
const learned = (text: string): string =>
  /NOTE/.test(text) ? 'notes' : /yak/.test(text) ? 'words' : /quagga/.test(text) ? 'title' : NOTHING;

/** All that can be read on an answer; what was sought stands above what was found, and tells nothing. */
function wordsOf(reply: Awaited<ReturnType<OpenDesk['perform']>>, { do: what }: Command): string {
  if (reply.kind === 'form') return JSON.stringify(reply.form);
  return what === 'find' && reply.kind === 'card' ? textOf(reply.card.parts) : said(reply);
}
const read = (card: Card) => `${card.title}\n${textOf(card.parts)}`;

function table(rows: [string, string[]][]): string {
  const names = Object.keys(columns);
  const width = (column: number) => Math.max(6, names[column]!.length) + 2;
  const line = (name: string, cells: readonly string[]) =>
    `${name.padEnd(27)}${cells.map((cell, column) => cell.padEnd(width(column))).join('')}`.trimEnd();
  return ['', line('', names), ...rows.map(([name, cells]) => line(name, cells)), ''].join('\n');
}

/** Emma's ticket, which somebody follows and somebody has joined, with words of hers and notes of agents. */
async function story(desk: OpenDesk): Promise<void> {
  const open = (who: string, title: string, details?: string) =>
    desk.perform(who, { do: 'open-ticket', title, ...(details ? { details } : {}), impact: 'low', urgency: 'medium' });
  await desk.ask('employee', 'my zebra keeps dropping, says the yak');
  await open('employee', 'My zebra keeps dropping, quagga', 'the yak said so');
  await open('owner', 'my zebra is dropping all the time');
  await open('joined', 'zebra keeps dropping');
  expect(said(await desk.perform('joined', { do: 'join', ticket: 'INC-3', into: ticket }))).toMatch(/part of INC-1/);
  await open('outsider', 'Something else');
  await desk.perform('agent', { do: 'link', ticket: 'INC-4', to: ticket, kind: 'related' });
  await desk.perform('agent', { do: 'claim', ticket });
  await desk.perform('agent', { do: 'watch', ticket, person: 'follower' });
  await desk.perform('agent', { do: 'note', ticket, text: 'NOTE 1' });
  await desk.perform('agent', { do: 'resolve', ticket, summary: 'The stripes were painted', checked: 'yes' });
  const article = { do: 'write-article', ticket, title: 'Stripes', lang: 'en', body: 'Ask the yak.' } as const;
  expect(said(await desk.perform('agent', { ...article, audience: 'everyone' }))).toMatch(/ART-1 is saved/);
  await desk.perform('employee', { do: 'reopen', ticket });
}

/** What solved tickets of these groups foretell. */
async function solved(desk: OpenDesk): Promise<void> {
  const tickets = desk.store.collection('tickets');
  const { _id, origin, rank, due, ...ticket } = (await tickets.findOne({ _id: 'INC-4' as never }))!;
  expect([_id, origin, rank, due].every(Boolean)).toBe(true);
  const opened = new Date('2026-11-02T09:00+01:00');
  const met = (index: number) => new Date(opened.getTime() + (index + 1) * 3_600_000);
  const past = ['it', 'hr'].flatMap((group) =>
    Array.from({ length: 40 }, (_, index) => ({
      ...ticket,
      _id: `INC-${group === 'it' ? 1000 + index : 2000 + index}`,
      origin: `${group} ${index}`,
      state: 'closed',
      group,
      opened,
      clocks: { ...ticket['clocks'], started: opened, resolution: { ...ticket['clocks'].resolution, met: met(index) } },
    })),
  );
  await tickets.insertMany(past as never);
}

/** Everything that is said and done from now on, by an agent of its group, and what everybody learns by it. */
async function matrix(desk: OpenDesk, agent: string): Promise<{ told: string; channels: string[] }> {
  await desk.seen('');
  const before = new Set([...desk.messages.values()].map(({ card }) => card));
  await desk.perform(agent, { do: 'note', ticket, text: 'NOTE 2' });
  await desk.perform('employee', { do: 'comment', ticket, words: 'and the yak again' });
  await desk.perform(agent, { do: 'edit', ticket, title: 'The quagga drops for ever' });
  await desk.perform(agent, { do: 'reply', ticket, text: 'We look after it', checked: 'yes' });
  await desk.perform(agent, { do: 'escalate', ticket, reason: 'the yak presses' });
  await desk.perform(agent, { do: 'need-help', ticket, reason: 'how does the yak do it?' });
  await desk.perform(agent, { do: 'leave', from: '2026-12-21', to: '2026-12-22' });
  await solved(desk);

  const asked = async (command: Command): Promise<string[]> => {
    const cells: string[] = [];
    for (const who of Object.values(columns)) {
      const reply = await desk.perform(who, command);
      cells.push(learned(wordsOf(reply, command)));
      // Who followed it for this alone follows it no longer.
      if (command.do === 'watch' && who !== 'follower') await desk.perform(who, { ...command, stop: 'yes' });
    }
    return cells;
  };
  const rows: [string, string[]][] = [];
  for (const [name, command] of ways) rows.push([name, await asked(command)]);
  rows.push(['leave of its agent', await asked({ do: 'list-leave', person: agent })]);

  await desk.pass(24 * 14);
  const fresh = [...desk.messages.values()].filter(({ card }) => !before.has(card));
  /** In a chat and in the threads beneath its messages. */
  const told = (to: string) => {
    const tops = new Set([...desk.messages].flatMap(([ref, each]) => (each.to === `slack:${to}` ? [ref] : [])));
    const there = fresh.filter((each) => each.to === `slack:${to}` || tops.has(each.to));
    return learned(there.map(({ card }) => read(card)).join('\n'));
  };
  await desk.perform(agent, { do: 'resolve', ticket, summary: 'The yak is well', checked: 'yes' });
  rows.push(['form of an article', await asked({ do: 'show-form', draft: { do: 'write-article', ticket } })]);
  rows.push(['told in their own chat', Object.values(columns).map((who) => told(`@${who}`))]);
  return { told: table(rows), channels: ['#it-desk', '#hr'].map((channel) => `${channel}: ${told(channel)}`) };
}

it('an ordinary ticket is read by', async () => {
  const desk = await house();
  await story(desk);
  const { told, channels } = await matrix(desk, 'agent');
  expect(told).toBe(`
                           requester  follower  joined  agent   backup  lead    HR agent  HR lead  manager  security  admin   outsider
show                       words      words     title   notes   notes   notes   ·         ·        notes    ·         ·       ·
why                        ·          ·         ·       ·       ·       ·       ·         ·        ·        ·         ·       ·
audit                      ·          ·         ·       ·       ·       ·       ·         ·        ·        notes     ·       ·
find its title             title      title     title   title   title   title   ·         ·        ·        ·         ·       ·
find a word of it          title      title     ·       title   title   title   ·         ·        ·        ·         ·       ·
queue                      ·          ·         ·       title   title   title   ·         ·        ·        ·         ·       ·
queue of IT                ·          ·         ·       title   title   title   ·         ·        ·        ·         ·       ·
queue of HR                ·          ·         ·       ·       ·       ·       ·         ·        ·        ·         ·       ·
mine                       title      ·         ·       title   ·       ·       ·         ·        ·        ·         ·       ·
form for several           ·          ·         ·       title   title   title   ·         ·        ·        ·         ·       ·
form to reply              ·          ·         ·       title   title   title   ·         ·        ·        ·         ·       ·
form to edit               ·          ·         ·       title   title   title   ·         ·        ·        ·         ·       ·
form to follow it up       title      title     title   title   title   title   ·         ·        title    ·         ·       ·
show a ticket linked to it ·          ·         ·       ·       ·       ·       ·         ·        ·        ·         ·       ·
follow it                  ·          ·         ·       ·       ·       ·       ·         ·        ·        ·         ·       ·
join it                    ·          ·         ·       ·       ·       ·       ·         ·        ·        ·         ·       ·
merge into it              ·          ·         ·       ·       ·       ·       ·         ·        ·        ·         ·       ·
forecast of IT             ·          ·         ·       ·       ·       title   ·         ·        ·        ·         ·       ·
forecast of HR             ·          ·         ·       ·       ·       ·       ·         ·        ·        ·         ·       ·
questions                  ·          ·         ·       words   words   words   words     words    ·        ·         ·       ·
why of the question        words      ·         ·       words   words   words   words     words    ·        ·         ·       ·
draft from it              ·          ·         ·       words   words   words   words     words    ·        ·         ·       ·
leave of its agent         ·          ·         ·       title   ·       title   ·         ·        ·        ·         ·       ·
form of an article         ·          ·         ·       words   words   words   ·         ·        ·        ·         ·       ·
told in their own chat     words      words     title   title   words   words   ·         ·        title    ·         ·       ·
`);
  expect(channels).toEqual(['#it-desk: notes', '#hr: ·']);
});

it('a ticket that went to a group that works in confidence is read by', async () => {
  const desk = await house();
  await story(desk);
  await desk.perform('agent', { do: 'watch', ticket });
  await desk.perform('agent', { do: 'move', ticket, group: 'hr', note: 'NOTE for you' });
  await desk.perform('hr', { do: 'claim', ticket });
  const { told, channels } = await matrix(desk, 'hr');
  expect(told).toBe(`
                           requester  follower  joined  agent   backup  lead    HR agent  HR lead  manager  security  admin   outsider
show                       words      ·         ·       ·       ·       ·       notes     notes    ·        ·         ·       ·
why                        ·          ·         ·       ·       ·       ·       ·         ·        ·        ·         ·       ·
audit                      ·          ·         ·       ·       ·       ·       ·         ·        ·        ·         ·       ·
find its title             title      ·         ·       ·       ·       ·       title     title    ·        ·         ·       ·
find a word of it          title      ·         ·       ·       ·       ·       title     title    ·        ·         ·       ·
queue                      ·          ·         ·       ·       ·       ·       title     title    ·        ·         ·       ·
queue of IT                ·          ·         ·       ·       ·       ·       ·         ·        ·        ·         ·       ·
queue of HR                ·          ·         ·       ·       ·       ·       title     title    ·        ·         ·       ·
mine                       title      ·         ·       ·       ·       ·       title     ·        ·        ·         ·       ·
form for several           ·          ·         ·       ·       ·       ·       title     title    ·        ·         ·       ·
form to reply              ·          ·         ·       ·       ·       ·       title     title    ·        ·         ·       ·
form to edit               ·          ·         ·       ·       ·       ·       title     title    ·        ·         ·       ·
form to follow it up       title      ·         ·       ·       ·       ·       title     title    ·        ·         ·       ·
show a ticket linked to it ·          ·         ·       ·       ·       ·       ·         ·        ·        ·         ·       ·
follow it                  ·          ·         ·       ·       ·       ·       ·         ·        ·        ·         ·       ·
join it                    ·          ·         ·       ·       ·       ·       ·         ·        ·        ·         ·       ·
merge into it              ·          ·         ·       ·       ·       ·       ·         ·        ·        ·         ·       ·
forecast of IT             ·          ·         ·       ·       ·       ·       ·         ·        ·        ·         ·       ·
forecast of HR             ·          ·         ·       ·       ·       ·       ·         ·        ·        ·         ·       ·
questions                  ·          ·         ·       ·       ·       ·       ·         ·        ·        ·         ·       ·
why of the question        words      ·         ·       ·       ·       ·       ·         ·        ·        ·         ·       ·
draft from it              ·          ·         ·       ·       ·       ·       ·         ·        ·        ·         ·       ·
leave of its agent         ·          ·         ·       ·       ·       ·       title     title    ·        ·         ·       ·
form of an article         ·          ·         ·       ·       ·       ·       ·         ·        ·        ·         ·       ·
told in their own chat     words      ·         ·       ·       ·       ·       title     words    ·        ·         ·       ·
`);
  expect(channels).toEqual(['#it-desk: ·', '#hr: ·']);
  const seen = async (who: string) => (await desk.seen(`@${who}`)).map(read).filter((text) => text.includes('INC-1'));
  for (const who of ['agent', 'follower', 'joined'])
    expect((await seen(who)).at(-1)).toMatch(/INC-1 is now confidential[\s\S]*You no longer follow INC-1/);
  // Who is told by the ladder still hears that it is late, but not of what, nor of whom.
  const breach = (await seen('manager')).at(-1)!;
  expect(breach).toMatch(/INC-1[\s\S]*confidential/);
  expect(breach).not.toMatch(/Emma/);
});
