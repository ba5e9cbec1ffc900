/** A group is told once a working day how it stands: when, by whom, and in which numbers. */
import { noTrouble } from '../kit/trouble.js';
import mongoose, { type Connection } from 'mongoose';
import { createDigests } from '../../src/digest/digest.handlers.js';
import { digestCard, leadCard } from '../../src/digest/digest.cards.js';
import { following } from '../../src/digest/digest.js';
import { openDigests } from '../../src/digest/digest.store.js';
import { createLedger } from '../../src/ledger.js';
import { createDirectory, peoplePolicy, teamsPolicy, type Directory } from '../../src/people.js';
import { readPolicy } from '../../src/policy.js';
import type { Outlook } from '../../src/sla/forecast.cards.js';
import type { Tally } from '../../src/tickets/queue/tally.js';
import { wording } from '../../src/language/wording.js';
import { ownDatabase } from '../kit/company.js';
import { directory, house } from '../tickets/people.js';
import { textOf } from '../tickets/room.js';

const berlin = { zone: 'Europe/Berlin' };
const office = house.sla.calendar('office');

describe('the next digest', () => {
  test.each([
    ['later today', '2026-11-23T07:00+01:00', '2026-11-23T09:00+01:00'],
    ['tomorrow, once it was told', '2026-11-23T09:00+01:00', '2026-11-24T09:00+01:00'],
    ['after the weekend', '2026-11-27T18:00+01:00', '2026-11-30T09:00+01:00'],
    ['at the same hour of the wall clock after the clocks changed', '2026-10-23T10:00+02:00', '2026-10-26T09:00+01:00'],
    ['after the holidays', '2026-12-24T20:00+01:00', '2026-12-28T09:00+01:00'],
  ])('comes %s', (_, now, expected) =>
    expect(following(berlin, '09:00', office, new Date(now))).toEqual(new Date(expected)),
  );
  test('reads the hour in the zone of the group', () => {
    const shanghai = { zone: 'Asia/Shanghai' };
    const now = new Date('2026-11-23T07:00+08:00');
    expect(following(shanghai, '08:30', office, now)).toEqual(new Date('2026-11-23T08:30+08:00'));
  });
});

const standing: Tally = {
  open: 3,
  priorities: { P1: 1, P3: 2 },
  unclaimed: 2,
  waiting: { supplier: 1 },
  overdue: 1,
  today: 1,
  oldest: { id: 'INC-1', title: 'Printer jams', opened: new Date('2026-11-20T10:00+01:00') },
  late: [{ id: 'INC-1', title: 'Printer jams', due: new Date('2026-11-23T10:00+01:00') }],
};
const nothingScored = { count: 0, late: 0, squares: 0 };
const outlook: Outlook = {
  foreseen: [
    {
      ticket: { _id: 'INC-2', title: 'VPN drops' },
      forecast: { known: true, chance: 0.31, late: 9, alike: 30, samePriority: true, ahead: 1, left: 3600 },
    },
  ],
  score: { count: 10, late: 5, squares: 1.2 },
};
const unknown: Outlook = {
  foreseen: [
    { ticket: { _id: 'INC-2', title: 'VPN drops' }, forecast: { known: false, why: 'few', have: 12, need: 30 } },
  ],
  score: nothingScored,
};

let connection: Connection;
beforeAll(async () => {
  connection = await mongoose.createConnection(ownDatabase()).asPromise();
  await openDigests(connection).createIndexes();
});
afterAll(async () => {
  await connection.dropDatabase();
  await connection.close();
});
beforeEach(() => openDigests(connection).deleteMany({}));

/** One process of several over the same store. */
function startProcess(house_: Directory = directory, staffing = house.staffing, counts = standing) {
  let number = 0;
  const model = openDigests(connection);
  const ledger = createLedger('DIG', model, { saved: () => {}, nextNumber: async () => Date.now() * 10 + ++number });
  const { sweeps, presenter } = createDigests({
    ledger,
    directory: house_,
    sla: house.sla,
    tally: async () => counts,
    outlook: async () => outlook,
    staffing,
    trouble: noTrouble,
  });
  const [sweep] = sweeps;
  return {
    /** Where each card of the one group's digest stands, and what can be read on it. */
    async stands() {
      const [only] = await model.find().lean().exec();
      const viewer = { lang: 'en', zone: 'Europe/Berlin' } as const;
      return presenter
        .standing(only!)
        .map(({ name, to }) => ({ to, text: textOf(presenter.draw(only!, name, viewer, wording.en).parts) }));
    },
    sweep: (now: string) => sweep!.run(new Date(now)),
    /** What the one group that has a digest was told last, and how often its record changed. */
    async told() {
      const [only, ...more] = await model.find().lean().exec();
      expect(more).toEqual([]);
      return { day: only?.told?.day, late: only?.told?.due, version: only?.version };
    },
  };
}

test('is told once a day by two processes, and not on the day on which it was set up too late', async () => {
  const [one, other] = [startProcess(), startProcess()];
  await Promise.all([one.sweep('2026-11-23T09:30+01:00'), other.sweep('2026-11-23T09:30+01:00')]);
  expect((await one.told()).day).toBeUndefined();
  await Promise.all([one.sweep('2026-11-24T09:00:10+01:00'), other.sweep('2026-11-24T09:00:10+01:00')]);
  expect(await one.told()).toEqual({ day: '2026-11-24', late: undefined, version: 2 });
  await startProcess().sweep('2026-11-24T09:01+01:00');
  await other.sweep('2026-11-24T17:00+01:00');
  expect((await one.told()).version).toBe(2);
});

test('comes late with a word after a missed hour, and does not make up for days that were slept through', async () => {
  await startProcess().sweep('2026-11-23T08:00+01:00');
  await startProcess().sweep('2026-11-25T11:00+01:00');
  const after = startProcess();
  expect(await after.told()).toEqual({ day: '2026-11-25', late: new Date('2026-11-25T09:00+01:00'), version: 2 });
  await after.sweep('2026-11-28T11:00+01:00');
  expect((await after.told()).day).toBe('2026-11-25');
  await after.sweep('2026-11-30T09:00+01:00');
  expect(await after.told()).toMatchObject({ day: '2026-11-30', late: undefined });
});

/** The demo company with another rule for its service desk. */
function company(rule: object): Directory {
  const teams = readPolicy('policies', 'teams.yaml', teamsPolicy).value;
  const groups = teams.groups.map((each) => (each.id === 'it' ? { ...each, ...rule } : each));
  return createDirectory(readPolicy('policies', 'people.yaml', peoplePolicy).value, { ...teams, groups });
}

test('follows the policy to another hour, and is silent when the policy has none', async () => {
  await startProcess().sweep('2026-11-23T08:00+01:00');
  const later = startProcess(company({ digest: '10:00' }));
  await later.sweep('2026-11-23T09:30+01:00');
  expect((await later.told()).day).toBeUndefined();
  await later.sweep('2026-11-23T10:00+01:00');
  expect((await later.told()).day).toBe('2026-11-23');
  const never = startProcess(company({ digest: undefined }));
  await never.sweep('2026-11-24T10:00+01:00');
  expect((await never.told()).day).toBe('2026-11-23');
  expect(await never.sweep('2026-11-24T10:00+01:00')).toBe(0);
});

describe('its lead', () => {
  const morning = ['2026-11-23T09:30+01:00', '2026-11-24T09:00+01:00'];
  const away = { ...house.staffing, isAway: (id: string) => id === 'lead' };
  const stands = async (...given: Parameters<typeof startProcess>) => {
    const process = startProcess(...given);
    for (const now of morning) await process.sweep(now);
    return process.stands();
  };

  test('reads alone which tickets are overdue, and which may become late', async () => {
    const [channel, lead, ...more] = await stands();
    expect([channel!.to, lead!.to, more]).toEqual(['group:it', 'person:lead', []]);
    expect(lead!.text).toMatch(/Overdue:\nINC-1 Printer jams, due Mon 23 Nov, 10:00/);
    expect(lead!.text).toMatch(/INC-2 VPN drops: 31 % risk of being late/);
    expect(channel!.text).not.toMatch(/INC-2|to be late|Overdue:|Brier/);
  });

  test('is stood in for on leave', async () => {
    const [, lead] = await stands(directory, away);
    expect(lead!.to).toBe('person:agent2');
    expect(lead!.text).not.toMatch(/\[Outlook\]/);
  });

  test('is told nothing when nothing is open', async () => {
    const empty: Tally = { open: 0, priorities: {}, unclaimed: 0, waiting: {}, overdue: 0, today: 0, late: [] };
    expect((await stands(directory, house.staffing, empty)).map(({ to }) => to)).toEqual(['group:it']);
  });
});

describe('the card', () => {
  const draw = (rule: object, told: object, lang: 'en' | 'zh' = 'en') => {
    const group = company(rule).group('it')!;
    const digest = { told: { day: '2026-11-24', tally: standing, ...told } } as never;
    return digestCard(digest, group, { lang, zone: 'Europe/Berlin' }, wording[lang]);
  };
  test('says how many are open, unclaimed, on hold and due, and which is the oldest', () => {
    const card = draw({}, {});
    expect([card.title, card.status]).toEqual(['IT service desk today: 3 open', { text: '1 overdue', tone: 'danger' }]);
    expect(textOf(card.parts)).toBe(
      [
        'By priority: P1: 1 · P3: 2',
        'Unclaimed: 2',
        'On hold: supplier: 1',
        'Due: 1 overdue · 1 today',
        'Oldest: INC-1 Printer jams, since Fri 20 Nov, 10:00',
        '[Queue] [Unclaimed] [On hold] [INC-1]',
      ].join('\n'),
    );
  });
  test('of a sensitive group has numbers and no titles', () => {
    const text = textOf(draw({ sensitive: true }, {}).parts);
    expect(text).toMatch(/INC-1, since/);
    expect(text).not.toMatch(/Printer/);
  });
  test('says that it is late, and is short when nothing is open', () => {
    expect(textOf(draw({}, { due: new Date('2026-11-24T09:00+01:00') }).parts)).toMatch(/due at 09:00/);
    const empty: Tally = { open: 0, priorities: {}, unclaimed: 0, waiting: {}, overdue: 0, today: 0, late: [] };
    expect(textOf(draw({}, { tally: empty }, 'zh').parts)).toBe('这里没有未完结的工单。');
  });
});

describe('the card of the lead', () => {
  const draw = (rule: object, foreseen: Outlook, lang: 'en' | 'zh' = 'en') => {
    const digest = { told: { day: '2026-11-24', tally: standing, lead: { id: 'lead', outlook: foreseen } } };
    return textOf(leadCard(digest, company(rule).group('it')!, { lang, zone: 'Europe/Berlin' }, wording[lang]).parts);
  };
  test('says what may become late with its reasons, and how good such forecasts were', () => {
    expect(draw({}, outlook)).toMatch(
      /Tickets at risk:\nINC-2 VPN drops: 31 % risk of being late: 9 of 30 earlier tickets .*\nForecasts of the last 30 days: Brier score 0\.12 over 10/,
    );
    expect(draw({}, outlook)).toMatch(/\[Outlook\]/);
    expect(draw({}, outlook, 'zh')).toMatch(
      /已逾期：\nINC-1 Printer jams，截止 [^]*可能超时：\nINC-2 VPN drops：超时的可能性 31%/,
    );
  });
  test('says in one line where there is too little history', () => {
    const lines = draw({}, unknown).split('\n');
    expect(lines).toContain('Tickets at risk: unknown: the group has 12 resolved tickets, and the forecast needs 30.');
    expect(lines.join()).not.toMatch(/INC-2|Brier/);
  });
  test('of a sensitive group has no titles', () => {
    const text = draw({ sensitive: true }, outlook);
    expect(text).toMatch(/INC-1, due[^]*INC-2 …: 31 %/);
    expect(text).not.toMatch(/Printer|VPN/);
  });
});
