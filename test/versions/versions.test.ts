/** A new version of the promises: administrators see whom it would affect, and decide about open tickets. */
import { noTrouble } from '../kit/trouble.js';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose, { type Connection } from 'mongoose';
import { needRight } from '../../src/door.js';
import { createLedger } from '../../src/ledger.js';
import { readDirectory } from '../../src/directory/policy.js';
import { readSla } from '../../src/sla/policy.js';
import { counted } from '../../src/sla/sla.js';
import type { SlaVersion } from '../../src/versions/version.js';
import { createVersions } from '../../src/versions/version.handlers.js';
import { openVersions } from '../../src/versions/version.store.js';
import { readTemplates } from '../../src/tickets/policy.js';
import type { Ticket } from '../../src/tickets/ticket.js';
import { createTickets } from '../../src/tickets/tickets.handlers.js';
import { openForecasts } from '../../src/tickets/forecast/forecast.store.js';
import { openBatches } from '../../src/tickets/reminders/batches.store.js';
import { openTickets } from '../../src/tickets/tickets.store.js';
import { wording } from '../../src/language/wording.js';
import { ownDatabase } from '../kit/company.js';
import { at, house, MONDAY } from '../tickets/people.js';
import { answer, as, shown, textOf, time, vpn } from '../tickets/room.js';

let connection: Connection;
beforeAll(async () => {
  connection = await mongoose.createConnection(ownDatabase()).asPromise();
});
afterAll(async () => {
  await connection.dropDatabase();
  await connection.close();
});
beforeEach(async () => {
  time.now = MONDAY;
  const [tickets, versions] = [openTickets(connection), openVersions(connection)];
  await Promise.all([tickets.createIndexes(), versions.createIndexes()]);
  await Promise.all(
    [tickets, versions, openBatches(connection)].map((each) => (each as typeof tickets).deleteMany({})),
  );
  numbers.clear();
});
const numbers = new Map<string, number>();
const nextNumber = async (prefix: string): Promise<number> => {
  const next = (numbers.get(prefix) ?? 0) + 1;
  numbers.set(prefix, next);
  return next;
};

const policies = mkdtempSync(join(tmpdir(), 'policies-'));
/** What stands in the files from now on. */
function write(from = '', to = '', file = 'sla.yaml'): void {
  cpSync('policies', policies, { recursive: true });
  writeFileSync(join(policies, file), readFileSync(join('policies', file), 'utf8').replaceAll(from || '\0', to));
}

/** The desk as it starts with the files as they are. */
function start() {
  const directory = readDirectory(policies);
  const sla = readSla(policies, directory);
  const tickets = createTickets({
    ...house,
    directory,
    forecasts: openForecasts(connection),
    sla,
    batches: createLedger('NAG', openBatches(connection), { saved: () => {}, nextNumber }),
    ledger: createLedger('INC', openTickets(connection), { saved: () => {}, nextNumber }),
    clock: { now: () => time.now },
    trouble: noTrouble,
    ask: async () => ({ kind: 'done' }),
    grown: async () => {},
    question: async () => undefined,
    templates: readTemplates('policies'),
    duplicates: { isDuplicate: () => false, from: 3 },
    suggest: () => ({}),
    turn: async (_, [first]) => first,
    habits: { hasReplied: async () => true, replied: async () => {} },
  });
  const versions = createVersions({
    ledger: createLedger('SLA', openVersions(connection), { saved: () => {}, nextNumber }),
    sla,
    onFile: () => readSla(policies, directory),
    directory,
    tickets: tickets.commitments,
    lint: () => [],
    trouble: noTrouble,
  });
  const all = async (): Promise<SlaVersion[]> =>
    openVersions(connection).find({}).sort({ taken: 1 }).lean<SlaVersion[]>().exec();
  return {
    ...tickets,
    versions,
    sweep: () => versions.sweeps[0]!.run(time.now),
    /** Lets everything fall due that does until now. */
    async settle(): Promise<void> {
      for (const { run } of [...versions.sweeps, ...tickets.sweeps]) while ((await run(time.now)) > 0);
    },
    open: () => answer(tickets.handlers['open-ticket'](vpn, as('employee'))),
    ticket: async (id: string): Promise<Ticket> => (await tickets.presenter.ledger.load(id))!,
    /** What administrators have been shown, and who they are. */
    async told(): Promise<[string[], string]> {
      const last = (await all()).at(-1)!;
      const to = versions.presenter.standing(last).map((each) => each.to);
      const card = versions.presenter.draw(last, 'admin-admin', as('admin').viewer, wording.en);
      return [to, textOf(card.parts)];
    },
    take: (open: 'keep' | 'apply', who = 'admin', policy = 'SLA-2') => {
      const command = { do: 'take-policy', policy, open } as const;
      return answer(
        (async () => {
          needRight(as(who).actor, command);
          return versions.handlers['take-policy'](command, as(who));
        })(),
      );
    },
    policy: async (who = 'admin') => textOf((await shown(versions.handlers.policy({ do: 'policy' }, as(who)))).parts),
    count: async () => (await all()).length,
  };
}
type Desk = ReturnType<typeof start>;

/** A desk of before, over which two tickets were opened; it is eleven o'clock since. */
async function twoOpen(): Promise<void> {
  write();
  const before = start();
  await before.sweep();
  await before.open();
  await before.open();
  time.now = at('mon', '11:00');
}

/** Two tickets of before, then a start with 24 h of a normal solution made 16 h. */
async function changed(): Promise<Desk> {
  await twoOpen();
  write('resolution: 24h', 'resolution: 16h');
  const desk = start();
  await desk.sweep();
  return desk;
}

it('the first version is nobody’s concern', async () => {
  write();
  const desk = start();
  await desk.sweep();
  await desk.sweep();
  expect(await desk.count()).toBe(1);
  expect((await desk.told())[0]).toEqual([]);
});

it('a new version is told to administrators once, with the tickets that would have other targets', async () => {
  const desk = await changed();
  await start().sweep();
  expect(await desk.count()).toBe(2);
  const [to, text] = await desk.told();
  expect(to).toEqual(['person:admin']);
  expect(text).toContain('2 open tickets would get other SLA targets:');
  expect(text).toContain('INC-1 normal: due Wed 25 Nov, 17:30 → Tue 24 Nov, 17:30');
});

it('holds for new tickets at once, and open ones keep theirs', async () => {
  const desk = await changed();
  await desk.open();
  expect((await desk.ticket('INC-1')).clocks.resolution.seconds).toBe(24 * 3600);
  expect((await desk.ticket('INC-3')).clocks.resolution.seconds).toBe(16 * 3600);
  expect(await desk.take('keep')).toBe('New tickets follow this version. Open tickets keep their SLA targets.');
  expect(await desk.sweep()).toBe(0);
  expect((await desk.ticket('INC-1')).clocks.resolution.seconds).toBe(24 * 3600);
  expect((await desk.told())[1]).toContain('Open tickets keep their SLA targets. Ada Novak decided this');
});

it('is given to open tickets when an administrator decides so: each once, with all that was counted', async () => {
  const desk = await changed();
  expect(await desk.take('apply')).toContain('Open tickets switch to this version now.');
  expect(await desk.take('keep')).toMatch(/^Ada Novak already decided this on Mon 23 Nov, 11:00/);
  await Promise.all([desk.sweep(), start().sweep()]);
  while ((await desk.sweep()) > 0);
  for (const id of ['INC-1', 'INC-2']) {
    const ticket = await desk.ticket(id);
    expect(ticket.clocks.resolution.due).toEqual(at('tue', '17:30'));
    expect(counted(ticket.clocks, house.sla.calendar('office'), at('mon', '11:00'))).toBe(2 * 3600);
    expect(ticket.history.filter(({ what }) => what === 'recommitted')).toHaveLength(1);
  }
  expect((await desk.told())[1]).toMatch(/The version applies to open tickets too\. Ada Novak decided this/);
});

it('stays as it was for whoever is no administrator', async () => {
  const desk = await changed();
  expect(await desk.take('apply', 'lead')).toMatch(/^Only administrators can do this/);
});

describe('`policy`', () => {
  it('shows what is in force, and what a file that is not taken yet would do', async () => {
    const desk = await changed();
    expect(await desk.policy()).toContain('The file matches the version in force.');
    write('resolution: 24h', 'resolution: 32h');
    const text = await desk.policy();
    expect(text).toMatch(
      /The file holds version [0-9a-f]{8}. It applies to new tickets from the next start of the desk/,
    );
    expect(text).toContain('INC-2 normal: due Wed 25 Nov, 17:30 → Thu 26 Nov, 17:30');
  });
  it('says what is wrong with a file that cannot be taken', async () => {
    const desk = await changed();
    write('resolution: 24h', 'resolution: soon');
    expect(await desk.policy()).toMatch(/has an error: .*sla\.yaml:\d+: .*"soon" is not a working time/);
  });
  it('does not let an old card decide about the version of today', async () => {
    await changed();
    write('resolution: 24h', 'resolution: 32h');
    time.now = at('mon', '12:00');
    const desk = start();
    await desk.sweep();
    expect(await desk.take('apply')).toMatch(/^A newer version of the SLA policies is in force/);
  });
});

describe('working hours that are edited under open tickets', () => {
  const closed: [string, string] = [
    '    holidays:\n      2026-01-01: Neujahr',
    '    holidays:\n      2026-11-24..2026-11-25: Betriebsruhe\n      2026-01-01: Neujahr',
  ];
  const BEFORE = at('mon', '14:00');
  /** A ticket of Monday 14:00 with 24 h, due on Thursday at 14:00. */
  async function open(): Promise<Desk> {
    time.now = BEFORE;
    write();
    const desk = start();
    await desk.sweep();
    await desk.open();
    await desk.handlers.claim({ do: 'claim', ticket: 'INC-1' }, as('agent'));
    await desk.handlers.reply({ do: 'reply', ticket: 'INC-1', text: 'We look.' }, as('agent'));
    expect((await desk.ticket('INC-1')).clocks.resolution.due).toEqual(at('thu', '14:00'));
    return desk;
  }
  const DUE = new Date('2026-11-30T14:00+01:00');
  const stepsOf = ({ history }: Ticket) =>
    history.flatMap(({ what, data }) =>
      what === 'climbed' ? (data['steps'] as { at: number }[]).map((step) => step.at) : [],
    );
  const why = async (desk: Desk) =>
    textOf((await shown(desk.handlers.why({ do: 'why', ticket: 'INC-1' }, as('agent')))).parts);

  it('count at once: the date moves, nothing is told as broken before its hours are counted, and all say the same', async () => {
    await open();
    write(...closed, 'calendars.yaml');
    const desk = start();
    time.now = at('fri', '09:30');
    await desk.settle();
    const ticket = await desk.ticket('INC-1');
    expect(ticket.clocks.resolution.due).toEqual(DUE);
    expect(stepsOf(ticket)).toEqual([50]);
    expect(await why(desk)).toMatch(/Resolution: 12 h of 24 h, due Mon 30 Nov, 14:00/);
    expect(ticket.history.filter(({ what }) => what === 'recounted')).toMatchObject([
      { data: { due: { from: at('thu', '14:00'), to: DUE } } },
    ]);
    await start().settle();
    expect((await desk.ticket('INC-1')).history).toHaveLength(ticket.history.length);
  });

  it('count before the ladder does, whichever sweep comes first', async () => {
    await open();
    write(...closed, 'calendars.yaml');
    const desk = start();
    time.now = at('fri', '09:30');
    await desk.sweeps[0]!.run(time.now);
    expect((await desk.ticket('INC-1')).clocks.resolution.due).toEqual(DUE);
    expect(stepsOf(await desk.ticket('INC-1'))).toEqual([50]);
    expect(await why(desk)).not.toMatch(/overdue/);
  });

  it('bring a date forward, too, when days are worked after all', async () => {
    await open();
    write(
      "    hours: { mon-fri: ['09:00-12:30', '13:00-17:30'] }",
      "    hours: { mon-fri: ['09:00-21:00'] }",
      'calendars.yaml',
    );
    const desk = start();
    time.now = at('mon', '15:00');
    await desk.settle();
    expect((await desk.ticket('INC-1')).clocks.resolution.due).toEqual(at('wed', '14:00'));
  });

  it('take back a breach that there was not', async () => {
    await open();
    time.now = at('fri', '09:30');
    const late = start();
    await late.settle();
    expect(stepsOf(await late.ticket('INC-1'))).toEqual([100]);
    expect(await why(late)).toMatch(/overdue since Thu/);
    write(...closed, 'calendars.yaml');
    const desk = start();
    await desk.settle();
    expect(await why(desk)).toMatch(/12 h of 24 h, due Mon 30 Nov/);
  });

  it('are told to administrators, with the tickets whose dates moved, and nobody need decide', async () => {
    await open();
    write(...closed, 'calendars.yaml');
    time.now = at('mon', '15:00');
    const other = start();
    const [to, text] = await (await other.sweep(), other.told());
    expect(to).toEqual(['person:admin']);
    expect(text).toMatch(
      /by the new working hours[\s\S]*1 open ticket is due at another time:[\s\S]*INC-1 normal: due Thu 26 Nov, 14:00 → Mon 30 Nov, 14:00/,
    );
    expect(text).not.toMatch(/\[/);
    expect(await other.take('apply')).not.toMatch(/take it now/);
  });

  it('are told of by `policy` before they are taken', async () => {
    const desk = await open();
    write(...closed, 'calendars.yaml');
    const text = await desk.policy();
    expect(text).not.toContain('The file matches the version in force.');
    expect(text).toMatch(/other working hours[\s\S]*INC-1 normal: due Thu 26 Nov, 14:00 → Mon 30 Nov, 14:00/);
  });

  it('are the same where only names and notes were edited', async () => {
    await open();
    write('en: European office', 'en: Office in Europe', 'calendars.yaml');
    const desk = start();
    await desk.sweep();
    expect(await desk.count()).toBe(1);
    expect(await desk.policy()).toContain('The file matches the version in force.');
  });

  it('of a kept promise move its date, and not the promise', async () => {
    await open();
    write('resolution: 24h', 'resolution: 16h');
    const other = start();
    await other.sweep();
    await other.take('keep');
    write('resolution: 24h', 'resolution: 16h');
    const both = readFileSync('policies/calendars.yaml', 'utf8').replace(...closed);
    writeFileSync(join(policies, 'calendars.yaml'), both);
    const desk = start();
    await desk.settle();
    expect((await desk.ticket('INC-1')).clocks.resolution).toMatchObject({ seconds: 24 * 3600, due: DUE });
  });

  it('count a wait anew as well', async () => {
    const before = await open();
    await before.handlers.wait({ do: 'wait', ticket: 'INC-1', cause: 'supplier', reason: 'A part' }, as('agent'));
    expect((await before.ticket('INC-1')).waiting?.clock?.due).toEqual(at('wed', '14:00'));
    write(...closed, 'calendars.yaml');
    const desk = start();
    await desk.settle();
    expect((await desk.ticket('INC-1')).waiting?.clock?.due).toEqual(at('fri', '14:00'));
  });
});

describe('a calendar that gets another id', () => {
  /** `office` is `berlin` now, also in the files that name it. */
  function rename(): void {
    write('id: office', 'id: berlin', 'calendars.yaml');
    for (const file of ['teams.yaml', 'knowledge.yaml']) {
      const text = readFileSync(join(policies, file), 'utf8').replaceAll('calendar: office', 'calendar: berlin');
      writeFileSync(join(policies, file), text);
    }
  }
  async function renamed(): Promise<Desk> {
    await twoOpen();
    rename();
    return start();
  }

  it('stops no ticket: all that agents do with it works before any sweep, and its date stays', async () => {
    const desk = await renamed();
    const agent = () => as('agent');
    expect(await answer(desk.handlers.claim({ do: 'claim', ticket: 'INC-1' }, agent()))).toMatch(/is yours/);
    expect(await answer(desk.handlers.reply({ do: 'reply', ticket: 'INC-1', text: 'We look.' }, agent()))).toMatch(
      /sent|told|\w/i,
    );
    const why = await shown(desk.handlers.why({ do: 'why', ticket: 'INC-1' }, agent()));
    expect(textOf(why.parts)).toMatch(/Resolution: 2 h of 24 h, due Wed 25 Nov, 17:30/);
    await answer(desk.handlers.edit({ do: 'edit', ticket: 'INC-1', priority: 'P2' }, agent()));
    expect((await desk.ticket('INC-1')).clocks).toMatchObject({ policy: 'high', calendar: 'berlin' });
    expect(await answer(desk.handlers.resolve({ do: 'resolve', ticket: 'INC-1', summary: 'Done' }, agent()))).toMatch(
      /resolved/,
    );
    await desk.settle();
    const other = await desk.ticket('INC-2');
    expect(other.clocks).toMatchObject({ calendar: 'berlin', resolution: { due: at('wed', '17:30') } });
  });

  it('goes on with the ladder', async () => {
    const desk = await renamed();
    time.now = at('wed', '16:00');
    await desk.settle();
    const steps = (await desk.ticket('INC-2')).history.filter(({ what }) => what === 'climbed');
    expect(steps.length).toBeGreaterThan(0);
  });
});
