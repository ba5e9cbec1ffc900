/** A new version of the promises: administrators see whom it would affect, and decide about open tickets. */
import { noTrouble } from '../kit/trouble.js';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose, { type Connection } from 'mongoose';
import { needRight } from '../../src/door.js';
import { createLedger } from '../../src/ledger.js';
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
import { at, directory, house, MONDAY } from '../tickets/people.js';
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
  await Promise.all([tickets.deleteMany({}), versions.deleteMany({})]);
  numbers.clear();
});
const numbers = new Map<string, number>();
const nextNumber = async (prefix: string): Promise<number> => {
  const next = (numbers.get(prefix) ?? 0) + 1;
  numbers.set(prefix, next);
  return next;
};

const policies = mkdtempSync(join(tmpdir(), 'policies-'));
const SHIPPED = readFileSync('policies/sla.yaml', 'utf8');
/** What stands in the file from now on. */
function write(from = '', to = ''): void {
  cpSync('policies', policies, { recursive: true });
  writeFileSync(join(policies, 'sla.yaml'), SHIPPED.replace(from, to));
}

/** The desk as it starts with the file as it is. */
function start() {
  const sla = readSla(policies, directory);
  const tickets = createTickets({
    ...house,
    forecasts: openForecasts(connection),
    sla,
    batches: createLedger('NAG', openBatches(connection), { saved: () => {}, nextNumber }),
    ledger: createLedger('INC', openTickets(connection), { saved: () => {}, nextNumber }),
    clock: { now: () => time.now },
    trouble: noTrouble,
    ask: async () => ({ kind: 'done' }),
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
    tickets: tickets.promises,
    trouble: noTrouble,
  });
  const all = async (): Promise<SlaVersion[]> =>
    openVersions(connection).find({}).sort({ taken: 1 }).lean<SlaVersion[]>().exec();
  return {
    ...tickets,
    versions,
    sweep: () => versions.sweeps[0]!.run(time.now),
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

/** Two tickets of before, then a start with 24 h of a normal solution made 16 h. */
async function changed(): Promise<Desk> {
  write();
  const before = start();
  await before.sweep();
  await before.open();
  await before.open();
  time.now = at('mon', '11:00');
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
