/** Several people report one thing, over a real store: whom they may join, and what the agents are told. */
import { complete } from '../../src/language/command.js';
import { DUPLICATE_LIKENESS, createLikeness, loadGlossary, type Likeness } from '../../knowledge/matcher/index.js';
import { plain, type Card } from '../../src/card.js';
import { joinCard } from '../../src/tickets/links/duplicates.cards.js';
import { eventsOf } from '../../src/tickets/ticket.js';
import { wording } from '../../src/language/wording.js';
import { discreet, house as ordinary, MONDAY } from './people.js';
import { answer, as, openRoom, shown, textOf, time, type Room } from './room.js';

let likeness: Likeness;
beforeAll(async () => {
  likeness = createLikeness(await loadGlossary('knowledge/glossary.yaml'));
});
const alike = {
  isDuplicate: (one: string, other: string) => likeness.between(one, other) >= DUPLICATE_LIKENESS,
  from: 3,
};

const room = openRoom({ ...ordinary, directory: discreet }, alike);

const DAY_MS = 86_400_000;
const opens = (desk: Room, person: string, title: string, origin?: string) =>
  desk.handlers['open-ticket'](
    { do: 'open-ticket', title, impact: 'low', urgency: 'medium' },
    as(person, origin ? { origin } : {}),
  );
/** What the agents were told beneath a ticket: how many people, and in which tickets. */
const reports = async (desk: Room, id: string) =>
  eventsOf((await desk.ledger.load(id))!).flatMap((event) =>
    event.what === 'reported' ? [`${event.data.people}: ${event.data.tickets.join(' ')} → ${event.owed.join()}`] : [],
  );
const join = (desk: Room, person: string, ticket: string, into: string) =>
  answer(desk.handlers.join({ do: 'join', ticket, into }, as(person)));

/** Two have reported that the VPN drops, one of them in Chinese. */
async function twoReports() {
  const desk = await room();
  expect(await answer(opens(desk, 'employee', 'VPN keeps dropping'))).toMatch(/INC-1 is open\. The desk answers by/);
  await opens(desk, 'owner', 'VPN 老是断开');
  return desk;
}
async function threeReports() {
  const desk = await twoReports();
  const offer = await shown(opens(desk, 'manager', 'my vpn is dropping all the time'));
  return { desk, offer };
}

it('keeps the ticket of who is the third to report it, and offers to join the first', async () => {
  const { desk, offer } = await threeReports();
  expect(offer.title).toBe('INC-3 is open');
  expect(textOf(offer.parts)).toMatch(
    /answers by [\s\S]*2 other people are reporting this now: INC-1 Network\n\[Join INC-1\]/,
  );
  expect((await desk.ledger.load('INC-3'))!.state).toBe('new');
  expect(await join(desk, 'manager', 'INC-3', 'INC-1')).toMatch(/INC-3 is now part of INC-1/);
  const into = (await desk.ledger.load('INC-1'))!;
  expect(into.followers?.map(({ id }) => id)).toEqual(['manager']);
  expect((await desk.ledger.load('INC-3'))!).toMatchObject({ state: 'closed', merged: { into: 'INC-1', told: true } });
  expect(await join(desk, 'manager', 'INC-3', 'INC-1')).toMatch(/INC-3 was merged into INC-1/);
  expect((await desk.ledger.load('INC-1'))!.history.filter(({ what }) => what === 'absorbed')).toHaveLength(1);
});

it('tells who joined what the desk says, and nothing that the others wrote', async () => {
  const desk = await room();
  const ask = { do: 'open-ticket', impact: 'low', urgency: 'medium' } as const;
  await desk.handlers['open-ticket'](
    { ...ask, title: 'VPN keeps dropping', details: 'My PIN is 4711' },
    as('employee'),
  );
  await opens(desk, 'owner', 'VPN 老是断开');
  await opens(desk, 'security', 'my vpn is dropping all the time');
  expect(await join(desk, 'security', 'INC-3', 'INC-1')).toMatch(/part of INC-1/);
  await desk.handlers.comment({ do: 'comment', ticket: 'INC-1', words: 'My room is 12' }, as('employee'));
  await desk.handlers.reply({ do: 'reply', ticket: 'INC-1', text: 'The gateway restarts at noon' }, as('agent'));
  const told = eventsOf((await desk.ledger.load('INC-1'))!).flatMap(({ what, owed }) =>
    owed.includes('person:security') ? [what] : [],
  );
  expect(told).toEqual(['replied']);
  const seen = textOf(
    (await shown(desk.handlers['show-ticket']({ do: 'show-ticket', ticket: 'INC-1' }, as('security')))).parts,
  );
  expect(seen).toContain('The gateway restarts at noon');
  expect(seen).not.toMatch(/4711|room is 12/);
});

it('has people who joined find the ticket by what it is about or its agents call it, and by no word of somebody else', async () => {
  const desk = await room();
  const ask = { do: 'open-ticket', impact: 'low', urgency: 'medium' } as const;
  await desk.handlers['open-ticket']({ ...ask, title: 'VPN keeps dropping', details: 'hunter2' }, as('employee'));
  await opens(desk, 'owner', 'VPN 老是断开');
  await opens(desk, 'security', 'my vpn is dropping all the time');
  expect(await join(desk, 'security', 'INC-3', 'INC-1')).toMatch(/part of INC-1/);
  const find = async (words: string, who = 'security') =>
    textOf((await shown(desk.handlers.find({ do: 'find', words }, as(who)))).parts);
  expect(await find('keeps')).not.toContain('INC-1');
  expect(await find('network')).toContain('INC-1 Network');
  const title = async () =>
    (await shown(desk.handlers['show-ticket']({ do: 'show-ticket', ticket: 'INC-1' }, as('security')))).title;
  expect(await title()).toBe('INC-1 · Network');
  await desk.handlers.edit({ do: 'edit', ticket: 'INC-1', title: 'The VPN gateway keeps restarting' }, as('agent'));
  expect(await title()).toBe('INC-1 · The VPN gateway keeps restarting');
  expect(await find('keeps')).toContain('INC-1 The VPN gateway keeps restarting');
  expect(await find('keeps hunter2')).not.toContain('INC-1');
  expect(await find('hunter2')).not.toContain('INC-1');
  expect(await find('state:open person:employee')).toContain('INC-1');
  expect(await find('hunter2', 'employee')).toContain('INC-1');
  expect(await find('hunter2', 'agent')).toContain('INC-1');
});

it('lets nobody join what they were not offered: too few report it, or another one is the first', async () => {
  const desk = await twoReports();
  await opens(desk, 'security', 'the printer is out of paper');
  expect(await join(desk, 'owner', 'INC-2', 'INC-1')).toBe('There is no ticket INC-1 that you can see.');
  expect(await join(desk, 'security', 'INC-3', 'INC-1')).toBe('There is no ticket INC-1 that you can see.');
  expect(await join(desk, 'owner', 'INC-2', 'INC-77')).toBe('There is no ticket INC-77 that you can see.');
  await opens(desk, 'manager', 'vpn keeps dropping');
  expect(await join(desk, 'manager', 'INC-4', 'INC-2')).toBe('There is no ticket INC-2 that you can see.');
  for (const id of ['INC-1', 'INC-2']) expect((await desk.ledger.load(id))!.followers).toBeUndefined();
  await desk.handlers.resolve({ do: 'resolve', ticket: 'INC-1', summary: 'New certificate.' }, as('agent'));
  expect(await join(desk, 'manager', 'INC-4', 'INC-1')).toMatch(/INC-1 can no longer be joined\. INC-4 stays open/);
});

describe.each([
  ['one process', (desk: Room) => desk],
  ['two processes', (desk: Room) => room(desk)],
])('by %s', (_, beside) => {
  it('joins no ticket that is resolved at the same moment', async () => {
    for (let turn = 0; turn < 20; turn++) {
      const { desk } = await threeReports();
      const other = await beside(desk);
      const resolve = { do: 'resolve', ticket: 'INC-1', summary: 'New certificate.' } as const;
      const [joined] = await Promise.all([
        join(desk, 'manager', 'INC-3', 'INC-1'),
        answer(other.handlers.resolve(resolve, as('agent'))),
      ]);
      const [head, own] = await Promise.all(['INC-1', 'INC-3'].map((id) => desk.ledger.load(id)));
      expect([head!.state, own!.state, head!.pledges]).toEqual(
        /is now part of/.test(joined) ? ['new', 'closed', undefined] : ['resolved', 'new', undefined],
      );
    }
  });
});

it('takes what several people ask for as each one’s own', async () => {
  const desk = await room();
  const wish = { do: 'open-ticket', title: 'a new headset', type: 'request', impact: 'low', urgency: 'low' } as const;
  for (const person of ['employee', 'owner', 'manager'])
    expect(await answer(desk.handlers['open-ticket'](wish, as(person)))).toMatch(/The desk answers by/);
});

it('shows nothing of the others but a title', async () => {
  const desk = await room();
  for (const person of ['employee', 'owner'])
    await desk.handlers['open-ticket'](
      { do: 'open-ticket', title: 'VPN keeps dropping', details: 'my private words', impact: 'low', urgency: 'low' },
      as(person),
    );
  const offer = await shown(opens(desk, 'manager', 'vpn keeps dropping'));
  expect(JSON.stringify(offer)).not.toMatch(/private words|Emma/);
});

it('counts people, not tickets, and those who have joined too', async () => {
  const desk = await room();
  await opens(desk, 'employee', 'VPN keeps dropping');
  await opens(desk, 'employee', 'vpn keeps dropping again');
  expect(await answer(opens(desk, 'owner', 'vpn keeps dropping'))).toMatch(/The desk answers by/);
  await shown(opens(desk, 'manager', 'vpn keeps dropping'));
  await join(desk, 'manager', 'INC-4', 'INC-1');
  const offer = await shown(opens(desk, 'lead', 'the vpn keeps dropping'));
  expect(textOf(offer.parts)).toMatch(/3 other people are reporting this now: INC-1 /);
});

it('tells the agents once for each number reached', async () => {
  const { desk } = await threeReports();
  await opens(desk, 'lead', 'vpn keeps dropping');
  expect(await reports(desk, 'INC-1')).toEqual(['3: INC-1 INC-2 INC-3 → under:triage']);
  await opens(desk, 'security', 'vpn keeps dropping');
  await opens(desk, 'security', 'vpn keeps dropping');
  expect(await reports(desk, 'INC-1')).toEqual([
    '3: INC-1 INC-2 INC-3 → under:triage',
    '5: INC-1 INC-2 INC-3 INC-4 INC-5 → under:triage',
  ]);
  for (const id of ['INC-2', 'INC-3', 'INC-4', 'INC-5']) expect(await reports(desk, id)).toEqual([]);
});

it('says the same to a form that is sent twice, and tells the agents once', async () => {
  const desk = await twoReports();
  const first = await shown(opens(desk, 'manager', 'vpn keeps dropping', 'twice'));
  expect(await shown(opens(desk, 'manager', 'vpn keeps dropping', 'twice'))).toEqual(first);
  expect(await reports(desk, 'INC-1')).toHaveLength(1);
});

it('has agents choose what goes into the first ticket', async () => {
  const { desk } = await threeReports();
  const ticket = (await desk.ledger.load('INC-1'))!;
  const told = ticket.history.find(({ what }) => what === 'reported')!;
  const { viewer, say } = as('agent');
  const notice: Card = desk.presenter.notice(ticket, told, 'under:triage', viewer, say);
  expect(notice.title).toBe('3 people report this now: INC-1');
  expect(textOf(notice.parts)).toMatch(/INC-1, INC-2, INC-3\n\[Merge them into INC-1\]/);
  const [does] = notice.parts.flatMap((part) => (part.kind === 'buttons' ? part.buttons.map((each) => each.does) : []));
  if (does?.do !== 'show-form' || does.draft.do !== 'bulk') throw new Error('the button opens no list');
  const form = await desk.forms.bulk(does.draft, as('agent'));
  expect(form.fields[0]).toMatchObject({ kind: 'several', choices: [{ value: 'INC-2' }, { value: 'INC-3' }] });
  expect(form.fields.map(({ name }) => name)).toEqual(['tickets']);
  expect(complete(form.draft, { tickets: 'INC-2' }).data).toMatchObject({ action: 'merge', value: 'INC-1' });
  const merge = { do: 'bulk', tickets: 'INC-2 INC-3', action: 'merge' } as const;
  expect(await answer(desk.handlers.bulk({ ...merge, value: 'them' }, as('agent')))).toMatch(/needs a value/);
  expect(await answer(desk.handlers.bulk({ ...merge, value: 'inc-1' }, as('agent')))).toBe('2 of 2 done');
  const followers = (await desk.ledger.load('INC-1'))!.followers?.map(({ id }) => id);
  expect(followers).toEqual(['owner', 'manager']);
});

it('neither offers nor counts what is confidential, solved, older than a day, or of something else', async () => {
  const desk = await room();
  const words = 'vpn keeps dropping';
  await opens(desk, 'employee', words);
  time.now = new Date(MONDAY.getTime() + DAY_MS + 1000);
  await opens(desk, 'owner', words);
  await desk.handlers.move({ do: 'move', ticket: 'INC-2', group: 'network', note: 'confidential' }, as('agent'));
  await opens(desk, 'security', words);
  await desk.handlers.resolve({ do: 'resolve', ticket: 'INC-3', summary: 'New certificate.' }, as('agent'));
  await opens(desk, 'lead', words);
  await opens(desk, 'agent', 'the printer is out of paper');
  expect(await answer(opens(desk, 'manager', words))).toMatch(/The desk answers by/);
  for (const into of ['INC-1', 'INC-2', 'INC-3', 'INC-5', 'INC-9'])
    expect(await join(desk, 'manager', 'INC-6', into)).toMatch(/can no longer be joined|no ticket/);
  expect((await desk.ledger.load('INC-6'))!.state).toBe('new');
});

it('lets only its requester join a ticket, and only while nobody works on it', async () => {
  const { desk } = await threeReports();
  expect(await join(desk, 'owner', 'INC-3', 'INC-1')).toMatch(/no ticket INC-3/);
  expect(await join(desk, 'agent', 'INC-3', 'INC-1')).toMatch(/no ticket INC-3/);
  // Never the older into the younger, so that no two tickets end in each other.
  expect(await join(desk, 'employee', 'INC-1', 'INC-3')).toMatch(/no ticket INC-3/);
  await desk.handlers.claim({ do: 'claim', ticket: 'INC-3' }, as('agent'));
  expect(await join(desk, 'manager', 'INC-3', 'INC-1')).toMatch(/already working on INC-3/);
});

it('says it in Chinese', async () => {
  const { desk } = await threeReports();
  const ticket = (await desk.ledger.load('INC-3'))!;
  const viewer = { lang: 'zh', zone: 'Asia/Shanghai' } as const;
  const head = (await desk.ledger.load('INC-1'))!;
  const card = joinCard(ticket, { head, tickets: ['INC-1'], people: 3 }, viewer, wording.zh, ordinary);
  expect(card.title).toBe('INC-3 已新建');
  expect(
    card.parts
      .map((part) => ('text' in part && typeof part.text !== 'string' ? plain(part.text, viewer) : ''))
      .join(''),
  ).toMatch(/现在还有 2 人报告同样的问题：INC-1/);
});

it('tells the agents of each number once, however many tickets there are and whoever reports it again', async () => {
  const desk = await room();
  const people = ['employee', 'owner', 'manager', 'security', 'admin', 'lead'];
  for (let ticket = 0; ticket < 120; ticket++)
    await opens(desk, people[ticket % people.length]!, `The printer on floor ${ticket % 9} prints empty sheets`);
  const ids = Array.from({ length: 120 }, (_, index) => `INC-${index + 1}`);
  const told = (await Promise.all(ids.map((id) => reports(desk, id)))).flat();
  expect(told.map((each) => each.split(':')[0])).toEqual(['3', '5']);
});
