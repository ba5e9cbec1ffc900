/** Leave said in chat, over a real store, and what comes of it. */
import { answer, as, shown, textOf, time, vpn } from '../tickets/room.js';
import { createDirectory, peoplePolicy, teamsPolicy } from '../../src/people.js';
import { readPolicy } from '../../src/policy.js';
import { buttonsOf, commandOf, openRoom, type Room } from './room.js';

const room = openRoom();

const away = (desk: Room, who: string, from: string, to: string, person?: string) =>
  desk.handlers.leave({ do: 'leave', from, to, ...(person ? { person } : {}) }, as(who));
const listed = async (desk: Room, who: string, person?: string) =>
  textOf(
    (await shown(desk.handlers['list-leave']({ do: 'list-leave', ...(person ? { person } : {}) }, as(who)))).parts,
  );

it('is kept, told to the manager, and listed with a way to cancel it', async () => {
  const desk = await room();
  const card = await shown(away(desk, 'agent', '2026-12-01', '2026-12-05'));
  expect(card.title).toBe('Leave of Alex Weber');
  expect(textOf(card.parts)).toContain('Tue 1 Dec – Sat 5 Dec\nIn IT service desk, Bao Li covers.');
  expect(textOf(card.parts)).toContain('An on-call shift of IT service desk falls into this time (Mon 30 Nov, 09:00 –');
  expect(await desk.told('lead')).toEqual(['Alex Weber will be away']);
  expect(await desk.told('agent')).toEqual([]);
  const at = (moment: string) => desk.staffing.isAway('agent', new Date(moment));
  expect(['2026-11-30T22:59Z', '2026-11-30T23:00Z', '2026-12-05T22:59Z', '2026-12-05T23:00Z'].map(at)).toEqual([
    false,
    true,
    true,
    false,
  ]);

  await desk.handlers['cancel-leave'](commandOf(card, 'Cancel 2026-12-01', 'cancel-leave'), as('agent'));
  expect(desk.staffing.isAway('agent', new Date('2026-12-02T10:00Z'))).toBe(false);
  expect(await listed(desk, 'agent')).toMatch(/^No leave is entered/);
  expect(await desk.told('lead')).toContain('Alex Weber: leave cancelled');
});

it('that overlaps or follows is one', async () => {
  const desk = await room();
  await away(desk, 'agent', '2026-12-01', '2026-12-05');
  await away(desk, 'agent', '2026-12-04', '2026-12-08');
  await away(desk, 'agent', '2026-12-20', '2026-12-20');
  expect(
    buttonsOf(await shown(desk.handlers['list-leave']({ do: 'list-leave' }, as('agent')))).map((b) => b.label),
  ).toEqual(expect.arrayContaining(['Cancel 2026-12-01', 'Cancel 2026-12-20']));
  expect(await listed(desk, 'agent')).toMatch(/^Tue 1 Dec – Tue 8 Dec\nSun 20 Dec\n/);
});

it('that has begun ends yesterday when it is cancelled', async () => {
  const desk = await room();
  await away(desk, 'agent', '2026-11-24', '2026-11-30');
  time.now = new Date('2026-11-26T10:00+01:00');
  expect(desk.staffing.isAway('agent', time.now)).toBe(true);
  await desk.handlers['cancel-leave']({ do: 'cancel-leave', person: 'agent', from: '2026-11-24' }, as('agent'));
  expect(desk.staffing.isAway('agent', time.now)).toBe(false);
  expect(
    await answer(
      desk.handlers['cancel-leave']({ do: 'cancel-leave', person: 'agent', from: '2026-11-24' }, as('agent')),
    ),
  ).toMatch(/no leave from Tue 24 Nov to cancel/);
});

it.each([
  ['is past', '2026-11-20', '2026-11-22', /is in the past\. Choose later days/],
  ['ends before it begins', '2026-12-05', '2026-12-01', /is before .+Swap the two dates/],
  ['is more than a year', '2026-12-01', '2027-12-03', /more than a year of leave/],
])('that %s is refused', async (_, from, to, why) => {
  const desk = await room();
  expect(await answer(away(desk, 'agent', from, to))).toMatch(why);
  expect(await listed(desk, 'agent')).toMatch(/^No leave/);
});

it('is entered for others by their manager, their lead and administrators, and they are told', async () => {
  const desk = await room();
  const [from, to] = ['2026-12-01', '2026-12-02'] as const;
  expect(await answer(away(desk, 'lead', from, to, '@alex'))).toBe('Leave of Alex Weber');
  expect(await desk.told('agent')).toEqual(['Alex Weber will be away']);
  expect(await answer(away(desk, 'manager', from, to, 'Emma Chen'))).toBe('Leave of Emma Chen');
  expect(await answer(away(desk, 'admin', from, to, 'owner'))).toBe('Leave of Olga Petrova');
  expect(await answer(away(desk, 'agent2', from, to, 'alex'))).toMatch(/Only Alex Weber, their manager, their lead/);
  expect(await answer(desk.handlers['list-leave']({ do: 'list-leave', person: 'alex' }, as('employee')))).toMatch(
    /Only .+ can see or change this leave/,
  );
});

it('delivered twice, or entered again, is told once', async () => {
  const desk = await room();
  const leave = () =>
    desk.handlers.leave({ do: 'leave', from: '2026-12-01', to: '2026-12-05' }, as('agent', { origin: 'the same' }));
  await Promise.all([leave(), leave()]);
  await away(desk, 'agent', '2026-12-02', '2026-12-03');
  expect(await desk.told('lead')).toEqual(['Alex Weber will be away']);
});

it('is known to every server within a refresh', async () => {
  const [one, other] = [await room(), await room()];
  await away(one, 'agent', '2026-11-23', '2026-11-24');
  expect(one.staffing.isAway('agent', time.now)).toBe(true);
  await other.refresh(time.now);
  expect(other.staffing.isAway('agent', time.now)).toBe(true);
});

it('shows the tickets that are held, and hands them to who stands in, by one button', async () => {
  const desk = await room();
  for (const title of ['VPN keeps dropping', 'Printer jams']) {
    await desk.handlers['open-ticket']({ ...vpn, title }, as('employee'));
  }
  await desk.handlers.claim({ do: 'claim', ticket: 'INC-1' }, as('agent'));
  await desk.handlers.claim({ do: 'claim', ticket: 'INC-2' }, as('agent'));
  await desk.handlers.resolve({ do: 'resolve', ticket: 'INC-2', summary: 'Paper removed' }, as('agent'));
  const card = await shown(away(desk, 'agent', '2026-12-01', '2026-12-05'));
  expect(textOf(card.parts)).toContain('Open tickets of this agent:\nINC-1 VPN keeps dropping');
  const handOver = commandOf(card, 'Hand over the tickets', 'hand-over');
  expect(await answer(desk.handlers['hand-over'](handOver, as('agent')))).toBe('INC-1 went to Bao Li.');
  const ticket = await desk.ticket('INC-1');
  expect(ticket?.assignee?.id).toBe('agent2');
  expect(ticket?.history.at(-1)?.owed).toContain('person:agent2');
  expect(await answer(desk.handlers['hand-over'](handOver, as('agent')))).toMatch(/no open tickets to hand over/);
});

it('leaves a ticket where it is that a colleague has taken over at the same moment', async () => {
  const desk = await room();
  for (let turn = 1; turn <= 20; turn++) {
    const id = `INC-${turn}`;
    await desk.handlers['open-ticket'](vpn, as('employee'));
    await desk.handlers.claim({ do: 'claim', ticket: id }, as('agent'));
    const handOver = { do: 'hand-over', person: 'agent', from: '2026-12-01' } as const;
    await Promise.all([
      desk.handlers['hand-over'](handOver, as('lead')),
      answer(desk.handlers.assign({ do: 'assign', ticket: id, to: 'lead' }, as('lead'))),
    ]);
    const { assignee, history } = (await desk.ticket(id))!;
    const order = history.flatMap(({ what, data }) => (what === 'assigned' ? [(data['to'] as { id: string }).id] : []));
    expect([['lead'], ['agent2', 'lead']]).toContainEqual(order);
    expect(assignee?.id).toBe('lead');
  }
});

it('hands nothing to somebody who is away too', async () => {
  const desk = await room();
  await desk.handlers['open-ticket'](vpn, as('employee'));
  await desk.handlers.claim({ do: 'claim', ticket: 'INC-1' }, as('agent'));
  await away(desk, 'agent2', '2026-11-30', '2026-12-31');
  await away(desk, 'agent', '2026-12-01', '2026-12-05');
  const handOver = { do: 'hand-over', person: 'agent', from: '2026-12-01' } as const;
  expect(await answer(desk.handlers['hand-over'](handOver, as('agent')))).toBe('INC-1 went to Lena Schmidt.');
});

it('keeps new tickets from who is away; when nobody is there, the card asks for somebody', async () => {
  const teams = readPolicy('policies', 'teams.yaml', teamsPolicy).value;
  const groups = teams.groups.map((group) => ({ ...group, assignment: 'least-load' as const }));
  const people = readPolicy('policies', 'people.yaml', peoplePolicy).value;
  const desk = await room(createDirectory(people, { ...teams, groups }));
  const opened = async () => {
    await desk.handlers['open-ticket'](vpn, as('employee'));
  };
  await opened();
  await away(desk, 'agent', '2026-11-23', '2026-11-24');
  await opened();
  await away(desk, 'agent2', '2026-11-23', '2026-11-24');
  await opened();
  const assignees = await Promise.all(['INC-1', 'INC-2', 'INC-3'].map(desk.ticket));
  expect(assignees.map((ticket) => ticket?.assignee?.id)).toEqual(['agent', 'agent2', undefined]);
  expect(textOf((await desk.triageCard('INC-3')).parts)).toContain('could not be assigned');
  await desk.handlers.claim({ do: 'claim', ticket: 'INC-3' }, as('lead'));
  expect(textOf((await desk.triageCard('INC-3')).parts)).not.toContain('could not be assigned');
});
