/** One card for each person and sweep: who is reminded of what, when, and in whose place. */
import { plain, type Card } from '../../src/card.js';
import { createDirectory, peoplePolicy, teamsPolicy } from '../../src/people.js';
import { readPolicy } from '../../src/policy.js';
import { readSla } from '../../src/sla/policy.js';
import type { Handover, Rung } from '../../src/sla/sla.js';
import { nothingAgreed, staffingOf } from '../../src/staffing/staffing.js';
import { snooze } from '../../src/tickets/reminders/snooze.js';
import * as ending from '../../src/tickets/ending.js';
import { takeDueSteps } from '../../src/tickets/escalation/escalation.js';
import { hearingOf, type Hearing } from '../../src/tickets/reminders/availability.js';
import { gather } from '../../src/tickets/reminders/reminders.js';
import type { House, Ticket } from '../../src/tickets/ticket.js';
import { wait } from '../../src/tickets/work/waiting.js';
import type { SavedBatch } from '../../src/tickets/reminders/batches.store.js';
import { wording } from '../../src/language/wording.js';
import { after, at, by, house, inProgress, MONDAY } from './people.js';
import { answer, as, openRoom, textOf, time, vpn, type Room } from './room.js';

const room = openRoom();
const teams = readPolicy('policies', 'teams.yaml', teamsPolicy).value;
const withoutDigest = openRoom({
  ...house,
  directory: createDirectory(readPolicy('policies', 'people.yaml', peoplePolicy).value, {
    ...teams,
    groups: teams.groups.map((group) => ({ ...group, digest: undefined })),
  }),
});
const english = { lang: 'en', zone: 'Europe/Berlin' } as const;

/** So many tickets that Alex has claimed and answered. */
async function working(count: number, urgency: 'medium' | 'high' = 'medium', opened = room): Promise<Room> {
  const desk = await opened();
  for (let number = 1; number <= count; number++) {
    await desk.handlers['open-ticket']({ ...vpn, urgency }, as('employee'));
    await desk.handlers.claim({ do: 'claim', ticket: `INC-${number}` }, as('agent'));
    await desk.handlers.reply({ do: 'reply', ticket: `INC-${number}`, text: 'Which network?' }, as('agent'));
  }
  return desk;
}

const sweep = async (desk: Room, now: Date): Promise<void> => {
  time.now = now;
  for (const each of desk.sweeps) while ((await each.run(now)) > 0);
};
const batches = (desk: Room): Promise<SavedBatch[]> =>
  desk.batchesModel.find().sort({ number: 1 }).lean<SavedBatch[]>();
const cards = async (desk: Room): Promise<{ to: string; card: Card }[]> =>
  (await batches(desk)).flatMap((round) =>
    round.history.flatMap((event) =>
      event.owed.map((to) => ({
        to: to.slice('person:'.length),
        card: desk.batches.notice(round, event, to, english, wording.en),
      })),
    ),
  );
/** Who was told of what, in order. */
const told = async (desk: Room) =>
  (await cards(desk)).map(({ to, card }) => `${to}: ${[card.title, textOf(card.parts)].join('\n')}`);
const numbers = (text: string): string[] => [...new Set(text.match(/INC-\d+/g))].toSorted();

describe('several nags for one person at the same time', () => {
  it('are one card that lists them, each with its own buttons', async () => {
    const desk = await working(3);
    await sweep(desk, at('wed', '11:00'));
    const [only, ...more] = await cards(desk);
    expect([only!.to, more]).toEqual(['agent', []]);
    expect(only!.card.title).toBe('3 tickets need your attention');
    expect(numbers(textOf(only!.card.parts))).toEqual(['INC-1', 'INC-2', 'INC-3']);
    const rows = only!.card.parts.filter((part) => part.kind === 'buttons');
    expect(rows.map(({ buttons }) => buttons.map(({ label }) => label))).toEqual(
      Array.from({ length: 3 }, () => ['Working on it', 'Need help', 'Wait for user…', 'Snooze…', 'Show']),
    );
  });

  it('are told once, though two sweeps run at the same time', async () => {
    const desk = await working(12);
    time.now = at('wed', '11:00');
    await Promise.all([1, 2, 3].map(() => desk.sweeps[0]!.run(time.now)));
    await sweep(desk, time.now);
    const all = (await batches(desk)).flatMap((batch) => batch.cards.flatMap((card) => card.reminders));
    expect(all.map(({ ticket }) => ticket).toSorted()).toEqual(
      Array.from({ length: 12 }, (_, index) => `INC-${index + 1}`).toSorted(),
    );
  });

  it('are told once, though the process ended between saving the round and telling off the tickets', async () => {
    const desk = await working(2);
    const owing = async () => (await desk.model.find().lean()).map(({ history, reminds }) => ({ history, reminds }));
    await sweep(desk, at('wed', '10:59'));
    const { bulkWrite } = desk.model.collection;
    desk.model.collection.bulkWrite = () => Promise.reject(new Error('the process has ended'));
    time.now = at('wed', '11:00');
    await expect(desk.sweeps[0]!.run(time.now)).rejects.toThrow('ended');
    expect((await owing()).every(({ reminds }) => reminds)).toBe(true);
    desk.model.collection.bulkWrite = bulkWrite;
    await sweep(desk, at('wed', '11:01'));
    expect(await told(desk)).toHaveLength(1);
    const left = (await owing()).flatMap(({ history, reminds }) => [
      ...history.flatMap(({ owed }) => owed.filter((to) => to.startsWith('reminder:'))),
      ...(reminds ? [reminds] : []),
    ]);
    expect(left).toEqual([]);
  });

  it('lists what has no room for buttons by number', async () => {
    const desk = await working(11);
    await sweep(desk, at('wed', '11:00'));
    const [only] = await cards(desk);
    expect(only!.card.parts.filter((part) => part.kind === 'buttons')).toHaveLength(8);
    expect(numbers(textOf(only!.card.parts))).toHaveLength(11);
  });
});

describe('what is told at once', () => {
  it('after a jump is the highest step of each ticket, to everybody whom a step would have told', async () => {
    const desk = await working(1);
    await sweep(desk, at('fri', '10:00'));
    const lines = await told(desk);
    expect(lines.map((line) => line.split(':')[0])).toEqual(['agent', 'agent2', 'lead', 'manager', 'owner']);
    for (const line of lines) expect(line).toMatch(/SLA target breached[\s\S]*late by [^:]+ of working time/);
  });

  it('gives the manager a look, and the agents the work', async () => {
    const desk = await working(1);
    await sweep(desk, at('fri', '10:00'));
    const labels = Object.fromEntries(
      (await cards(desk)).map(({ to, card }) => [
        to,
        card.parts.flatMap((part) => (part.kind === 'buttons' ? part.buttons.map(({ label }) => label) : [])),
      ]),
    );
    expect(labels['manager']).toEqual(['Show']);
    expect(labels['agent']).toEqual(['Working on it', 'Need help', 'Wait for user…', 'Snooze…', 'Show']);
  });

  it('is read in Chinese by who reads Chinese', async () => {
    const desk = await working(2);
    await sweep(desk, at('fri', '10:00'));
    for (const round of await batches(desk))
      for (const event of round.history)
        for (const to of event.owed) {
          const card = desk.batches.notice(round, event, to, { lang: 'zh', zone: 'Asia/Shanghai' }, wording.zh);
          const own = /INC-\d+|VPN keeps dropping|P\d/g;
          const words = card.parts.flatMap((part) => (part.kind === 'text' ? [plain(part.text, card.for)] : []));
          expect([card.title, ...words].join('\n').replace(own, '')).not.toMatch(/[A-Za-z]{2,}/);
        }
  });
});

it('every step of a ladder is told once, one card after the other', async () => {
  const desk = await working(1);
  for (let now = MONDAY; now < at('fri', '09:00'); now = new Date(now.getTime() + 90 * 60_000)) await sweep(desk, now);
  expect((await told(desk)).map((line) => line.split('\n')[0])).toEqual([
    'agent: INC-1 needs your attention',
    'agent2: INC-1 needs your attention',
    'lead: INC-1 needs your attention',
    'manager: INC-1: SLA target breached',
    'owner: INC-1: SLA target breached',
  ]);
});

describe('quiet hours and leave', () => {
  const people = readPolicy('policies', 'people.yaml', peoplePolicy).value;
  /** The company, with somebody's own hours, and whoever is on leave. */
  const companyWith = (
    hours: Record<string, string>,
    leave: Record<string, [from: Date, until: Date]>,
    manager = 'manager',
  ): House => {
    const own = people.people.map((each) => (hours[each.id] ? { ...each, calendar: hours[each.id] } : each));
    const groups = teams.groups.map((each) => ({ ...each, manager }));
    const directory = createDirectory({ people: own }, { ...teams, groups });
    const away = new Map(Object.entries(leave).map(([id, [from, until]]) => [id, [{ from, until }]]));
    return {
      directory,
      sla: readSla('policies', directory),
      staffing: staffingOf(directory, () => ({ ...nothingAgreed, leave: away })),
    };
  };
  const week: [Date, Date] = [at('mon', '00:00'), new Date('2026-11-30T00:00+01:00')];
  const low = { group: 'it', priority: 'P3' } as const;
  const critical = { group: 'it', priority: 'P1' } as const;
  const tuesday = at('tue', '10:00');
  const night = at('tue', '22:00');
  const morning = at('wed', '09:00');

  it.each<[string, Hearing, string, Date, House, typeof low | typeof critical]>([
    ['at work', { to: 'agent', at: tuesday }, 'agent', tuesday, companyWith({}, {}), low],
    ['out of hours, with nobody else there', { to: 'agent', at: morning }, 'agent', night, companyWith({}, {}), low],
    ['out of hours, but critical', { to: 'agent', at: night }, 'agent', night, companyWith({}, {}), critical],
    [
      'out of hours, with a backup at work elsewhere',
      { to: 'agent2', at: night },
      'agent',
      night,
      companyWith({ agent2: 'us-office' }, {}),
      low,
    ],
    ['on leave', { to: 'agent2', at: tuesday }, 'agent', tuesday, companyWith({}, { agent: week }), low],
    ['on leave, at night', { to: 'agent2', at: morning }, 'agent', night, companyWith({}, { agent: week }), low],
    ['on leave, but critical', { to: 'agent2', at: night }, 'agent', night, companyWith({}, { agent: week }), critical],
    [
      'on leave, and the backup too',
      { to: 'lead', at: tuesday },
      'agent',
      tuesday,
      companyWith({}, { agent: week, agent2: week }),
      low,
    ],
    [
      'on leave, and everybody too',
      { to: 'agent', at: new Date('2026-11-30T09:00+01:00') },
      'agent',
      tuesday,
      companyWith({}, { agent: week, agent2: week, lead: week }),
      low,
    ],
    [
      'above the group, at night: no agent hears it',
      { to: 'manager', at: morning },
      'manager',
      night,
      companyWith({ agent2: 'us-office' }, {}),
      low,
    ],
    [
      'above the group, on leave',
      { to: 'manager', at: tuesday },
      'owner',
      tuesday,
      companyWith({}, { owner: week }),
      low,
    ],
  ])('for somebody %s', (_, expected, person, now, house, ticket) => {
    expect(hearingOf(person, ticket, house, now)).toEqual(expected);
  });

  it('what is held until work begins is told once then, as the highest', () => {
    // The manager is the service owner too, and Thursday is Thanksgiving there.
    const house = companyWith({ owner: 'us-office' }, {}, 'owner');
    const swept = (ticket: Ticket, now: Date) => after(ticket, (each) => takeDueSteps(each, house, now), 'desk', now);
    const breached = swept(inProgress(), at('thu', '09:00'));
    const first = gather([breached], house, at('thu', '09:00'));
    expect(first.cards.map(({ to }) => to)).toEqual(['agent', 'agent2', 'lead']);
    const begins = at('fri', '15:00');
    expect(first.seen[0]!.next).toEqual(begins);
    const climbed = swept(breached, at('thu', '15:30'));
    const card = gather([climbed], house, begins).cards.find(({ to }) => to === 'owner');
    expect(card!.reminders.map(({ steps }) => steps.map((step) => step.at))).toEqual([[125]]);
  });

  it('nobody is nagged for what waits for somebody else, is snoozed, or is over', () => {
    const now = at('wed', '11:00');
    const nagged = after(inProgress(), (each) => takeDueSteps(each, house, now), 'desk', now);
    const told = (ticket: Ticket) => gather([ticket], house, now);
    expect(told(nagged).cards).toHaveLength(1);
    const held = after(nagged, (each) => wait(each, by('agent', now), house, { cause: 'user', reason: 'Which?' }));
    const solved = after(nagged, (each) => ending.resolve(each, by('agent', now), house, 'New certificate.'));
    for (const ticket of [held, solved])
      expect([told(ticket).cards, told(ticket).seen[0]!.moot.length]).toEqual([[], 1]);
    const snoozed = after(nagged, (each) => snooze(each, by('agent', now), house, 4, 'The part comes at noon'));
    expect([told(snoozed).cards, told(snoozed).seen[0]!.next]).toEqual([[], at('wed', '15:30')]);
  });
});

describe('steps that hand the ticket over', () => {
  const steps = (...acts: (Handover | undefined)[]) =>
    acts.map((act, index) => ({ at: 25 * (index + 1), tell: [], ...(act ? { act } : {}) }));
  /** Alex (L1) has claimed it, and its ladder does this. */
  async function withLadder(category: string, ladder: readonly Rung[]) {
    const desk = await room();
    await desk.handlers['open-ticket']({ ...vpn, category }, as('employee'));
    await desk.handlers.claim({ do: 'claim', ticket: 'INC-1' }, as('agent'));
    await desk.handlers.reply({ do: 'reply', ticket: 'INC-1', text: 'Which network?' }, as('agent'));
    const { clocks } = (await desk.ledger.load('INC-1'))!;
    const { resolution } = clocks;
    const half = new Date((MONDAY.getTime() + resolution.due.getTime()) / 2);
    await desk.model.updateOne(
      { _id: 'INC-1' },
      {
        $set: {
          'clocks.resolution.steps': ladder.map((each) => ({ ...each, due: half })),
          'due.next': half,
        },
      },
    );
    return desk;
  }
  const has = async (desk: Room) => (await desk.ledger.load('INC-1'))!.assignee?.id;

  it('raise it to the next tier, and tell both, once', async () => {
    const desk = await withLadder('account', steps('raise-tier'));
    await sweep(desk, at('wed', '10:00'));
    expect(await has(desk)).toBe('agent2');
    const lines = await told(desk);
    expect(lines.map((line) => line.split('\n')[0])).toEqual([
      'agent2: INC-1 was reassigned',
      'agent: INC-1 was reassigned',
    ]);
    expect(lines[0]).toMatch(/now assigned to you: escalated to L2/);
    expect(lines[1]).toMatch(/assigned to Bao Li: escalated to L2/);
  });

  it('leave it where it is when nobody knows it better', async () => {
    const desk = await withLadder('account', steps('reassign'));
    await sweep(desk, at('wed', '10:00'));
    expect([await has(desk), await told(desk)]).toEqual(['agent', []]);
  });

  it('give it to whoever knows its category best', async () => {
    const desk = await withLadder('network', steps('reassign'));
    await sweep(desk, at('wed', '10:00'));
    expect(await has(desk)).toBe('agent2');
    expect((await told(desk))[0]).toMatch(/you have the best skill for it/);
  });
});

it('what is still broken after the last step is one card each working morning, for the lead of a group without a digest', async () => {
  const desk = await working(2, 'medium', withoutDigest);
  await sweep(desk, at('thu', '15:30'));
  const before = (await told(desk)).length;
  await sweep(desk, at('thu', '17:00'));
  await sweep(desk, at('fri', '08:59'));
  expect(await told(desk)).toHaveLength(before);
  await sweep(desk, at('fri', '09:00'));
  await desk.handlers.resolve({ do: 'resolve', ticket: 'INC-1', summary: 'New certificate.' }, as('agent'));
  await sweep(desk, new Date('2026-11-28T12:00+01:00'));
  await sweep(desk, new Date('2026-11-30T09:00+01:00'));
  const daily = (await told(desk)).slice(before);
  expect(daily.map((line) => line.split('\n')[0])).toEqual([
    'lead: 2 tickets have breached an SLA target',
    'lead: INC-2: SLA target breached',
  ]);
  expect(daily[0]).toMatch(/Resolution is still overdue; it was due/);
});

it('snoozing is bounded, told on the timeline, and puts off the next reminder but not the due date', async () => {
  const desk = await working(1);
  time.now = at('wed', '10:00');
  const due = (await desk.ledger.load('INC-1'))!.clocks.resolution.due;
  const snooze = (hours: number) =>
    answer(
      desk.handlers.snooze({ do: 'snooze', ticket: 'INC-1', hours, reason: 'The part comes at noon' }, as('agent')),
    );
  expect(await snooze(9)).toMatch(/at most 8 h/);
  expect(await snooze(2)).toMatch(/No reminders for INC-1 until Wed 25 Nov, 12:00/);
  await sweep(desk, at('wed', '11:30'));
  expect(await told(desk)).toEqual([]);
  await sweep(desk, at('wed', '12:00'));
  expect((await told(desk)).map((line) => line.split(':')[0])).toEqual(['agent']);
  const ticket = (await desk.ledger.load('INC-1'))!;
  expect(ticket.clocks.resolution.due).toEqual(due);
  const shown = await desk.handlers['show-ticket']({ do: 'show-ticket', ticket: 'INC-1' }, as('lead'));
  expect(shown.kind === 'card' && textOf(shown.card.parts)).toMatch(/snoozed reminders: The part comes at noon/);
});

it('the form to snooze offers no more than the policy allows, the shortest first', async () => {
  const desk = await working(1);
  const { fields } = await desk.forms.snooze({ do: 'snooze', ticket: 'INC-1' }, as('agent'));
  const hours = fields.find(({ name }) => name === 'hours');
  if (hours?.kind !== 'choice') throw new Error('a choice of hours was expected');
  expect(hours.choices.map(({ label }) => label)).toEqual(['30 min', '1 h', '2 h', '4 h', '8 h']);
});

it('help is asked of the backup and the lead, at once; out of hours they read it in the morning', async () => {
  const desk = await working(1);
  const help = () =>
    answer(desk.handlers['need-help']({ do: 'need-help', ticket: 'INC-1', reason: 'Who knows VPN?' }, as('agent')));
  expect(await help()).toMatch(/Bao Li and Lena Schmidt will be notified/);
  const owed = async () => (await desk.ledger.load('INC-1'))!.history.at(-1)!.owed;
  expect(await owed()).toEqual(['under:triage', 'person:agent2', 'person:lead']);
  time.now = at('mon', '23:00');
  await help();
  await sweep(desk, at('mon', '23:01'));
  expect(await told(desk)).toEqual([]);
  await sweep(desk, at('tue', '09:00'));
  expect((await told(desk)).map((line) => line.split('\n')[0])).toEqual([
    'agent2: INC-1: Alex Weber needs help',
    'lead: INC-1: Alex Weber needs help',
  ]);
});

describe('the time that a group has of its own', () => {
  it('is reminded of at three quarters and at its end, once each, and its end breaks no promise', async () => {
    const desk = await room();
    await desk.handlers['open-ticket']({ ...vpn, urgency: 'low' }, as('employee'));
    await desk.handlers.reply({ do: 'reply', ticket: 'INC-1', text: 'Which network?' }, as('agent'));
    await desk.handlers.move({ do: 'move', ticket: 'INC-1', group: 'network', note: 'The gateway.' }, as('lead'));
    const after = async (now: Date) => {
      await sweep(desk, now);
      return (await told(desk)).map((text) => text.split('\n').filter((line) => !/^(Requester|\[)/.test(line)));
    };
    expect(await after(at('mon', '15:29'))).toEqual([]);
    const first = [
      'lead: INC-1 needs your attention',
      'VPN keeps dropping',
      'Group target: 75 % of the time is used; due Mon 23 Nov, 17:30.',
      'Priority: P4',
      'Assignee: nobody yet',
    ];
    expect(await after(at('mon', '15:30'))).toEqual([first]);
    const second = first.with(2, 'Group target was due Mon 23 Nov, 17:30.');
    // The day ends with it, so that nobody is disturbed before the next.
    expect(await after(at('mon', '17:30'))).toEqual([first]);
    expect(await after(at('tue', '09:00'))).toEqual([first, second]);
    expect(await after(at('tue', '11:00'))).toEqual([first, second]);
  });
});
