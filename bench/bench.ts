/**
 * Deskhand beside the bare frameworks it is built on, each server in its own process, all in one run:
 * `npm run bench`, or `npm run bench -- --quick` for a rough look in under a minute.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureSeparation } from './access.js';
import { measureApprovals, measureRoutes } from './approvals.js';
import { measureCalendar } from './calendar.js';
import { countCommands } from './commands.js';
import { question, writeArticles, writePolicies } from './company.js';
import { measureProvisioning, scimEnv } from './directory.js';
import { flood, pace, type Outcome } from './load.js';
import { run, type Program } from './program.js';
import { opensTicket, says, saysInChannel, serveSlack } from './slack.js';
import { sweeps } from './sweeps.js';
import { goal, note, print } from './table.js';
import { serveTeams } from './teams.js';
import { compareLists, measureForecast } from './tickets.js';

const quick = process.argv.includes('--quick');
/** Only the comparisons whose name has this word in it. */
const only = process.argv.find((each) => each.startsWith('--only='))?.slice('--only='.length);
const size = (requests: number) => Math.ceil(quick ? requests / 5 : requests);
const ROUNDS = quick ? 1 : 3;
const STARTS = quick ? 3 : 7;

const dir = mkdtempSync(join(tmpdir(), 'deskhand-bench-'));
const policies = join(dir, 'policies');
const bank = join(dir, 'knowledge');
writePolicies('policies', policies);
writeArticles(bank);
const slack = await serveSlack();
const teams = await serveTeams();

let desks = 0;
const freshData = () => join(dir, `data-${(desks += 1)}`);
const startDesk = (knowledge: string, data = freshData()) =>
  run('main', {
    ...slack.env,
    ...teams.env,
    DATA_DIR: data,
    POLICIES_DIR: policies,
    KNOWLEDGE_DIR: knowledge,
    LOG_LEVEL: 'warn',
    ...scimEnv,
  });

type Side = { program: Program; make(): Buffer; requests: number };
type Run = Outcome & { /** Processor milliseconds a request. */ cpu: number };

async function load({ program, make, requests }: Side): Promise<Run> {
  const made = Array.from({ length: size(requests) }, make);
  const before = program.cpu();
  const outcome = await flood(program.port, made);
  return { ...outcome, cpu: (program.cpu() - before) / made.length };
}
const median = <T>(values: readonly T[], by: (value: T) => number): T =>
  values.toSorted((a, b) => by(a) - by(b))[Math.floor(values.length / 2)]!;

/** Both sides in turn, so that a noisy minute hits both; the medians of the rounds. */
async function compare(what: string, bare: Side, desk: Side, least?: number): Promise<void> {
  if (only && !what.includes(only)) return;
  await load({ ...bare, requests: bare.requests / 4 });
  await load({ ...desk, requests: desk.requests / 4 });
  const rounds: { bare: Run; desk: Run }[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push({ bare: await load(bare), desk: await load(desk) });
  const b = median(rounds, (each) => each.bare.rate).bare;
  const d = median(rounds, (each) => each.desk.rate).desk;
  const ratio = median(rounds, (each) => each.desk.rate / each.bare.rate);
  const value = ratio.desk.rate / ratio.bare.rate;
  const failed = d.failed + b.failed > 0 ? `, ${b.failed} + ${d.failed} FAILED` : '';
  const told = `${side(d)} against ${side(b)}: ${value.toFixed(2)}×${failed}`;
  if (least === undefined) note(what, told);
  else goal(what, told, `≥ ${least}×`, value >= least);
}

const ms = (value: number) => (value < 10 ? value.toFixed(1) : value.toFixed(0));
const side = ({ rate, p50, p99, cpu }: Run) =>
  `${rate.toFixed(0)}/s (p50 ${ms(p50)}, p99 ${ms(p99)}, CPU ${cpu.toFixed(2)} ms)`;

/** From the start of the process to the acknowledgement of its first question, which follows the answer. */
async function firstAnswer(knowledge: string, data: string): Promise<{ time: number; cpu: number }> {
  const desk = await startDesk(knowledge, data);
  const { failed } = await flood(desk.port, [says(question(1))], 1);
  const taken = { time: performance.now() - desk.started, cpu: desk.cpu() };
  await desk.stop();
  if (failed > 0) throw new Error('the first question was not answered');
  return taken;
}

/** The first starts of a desk, and those that follow over what it has prepared. */
async function starts(what: string, knowledge: string, most: number): Promise<void> {
  if (only && !what.includes(only)) return;
  const prepared = freshData();
  const desk = await startDesk(knowledge, prepared);
  await desk.rest();
  await desk.stop();
  const first: Awaited<ReturnType<typeof firstAnswer>>[] = [];
  const later: typeof first = [];
  for (let start = 0; start < STARTS; start++) {
    first.push(await firstAnswer(knowledge, freshData()));
    later.push(await firstAnswer(knowledge, prepared));
  }
  const told = (runs: typeof first) => {
    const { time, cpu } = median(runs, (each) => each.time);
    const range = [Math.min, Math.max].map((pick) => pick(...runs.map((each) => each.time)).toFixed(0)).join('–');
    return { time, words: `${time.toFixed(0)} ms (${range}, CPU ${cpu.toFixed(0)} ms)` };
  };
  const { time, words } = told(later);
  goal(what, `${words}; the very first time ${told(first).words}`, `< ${most} ms`, time < most);
}

try {
  if (!only || 'Working time'.includes(only)) measureCalendar('policies', size(2_000_000));
  if (!only || 'Approvals'.includes(only)) {
    measureRoutes(size(20_000));
    await measureApprovals(join(dir, 'approvals'), size(400), 20);
  }
  if (!only || 'Access'.includes(only)) measureSeparation(size(20_000));
  if (!only || 'commands'.includes(only)) await countCommands(quick ? 20 : 60);
  if (!only || 'tickets'.includes(only))
    await compareLists(join(dir, 'lists'), quick ? 20_000 : 100_000, quick ? 60 : 200);
  if (!only || 'tickets forecast'.includes(only)) await measureForecast(join(dir, 'queue'), quick ? 5 : 15);
  if (!only || 'SCIM'.includes(only)) {
    const provided = await startDesk('knowledge');
    await measureProvisioning(provided, quick ? 2_000 : 10_000);
    await provided.stop();
  }
  await starts('First answer after start, 130 articles', 'knowledge', 1500);
  await starts('First answer after start, 1,000 articles', bank, 1500);

  const bolt = await run('bare-bolt', slack.env);
  const botbuilder = await run('bare-botbuilder', teams.env);
  const desk = await startDesk(bank);
  await desk.rest();
  goal('Memory at rest', `${desk.memory().toFixed(0)} MB`, '< 220 MB', desk.memory() < 220);

  let asked = 0;
  const plain = { program: bolt, make: () => says('good morning'), requests: 25_000 };
  await compare(
    'Slack: words among others in a channel',
    { ...plain, make: () => saysInChannel() },
    { program: desk, make: () => saysInChannel(), requests: 20_000 },
    0.5,
  );
  await compare('Slack: words in other people’s threads', plain, {
    program: desk,
    make: () => saysInChannel('people'),
    requests: 8_000,
  });
  await compare('Slack: words in a thread of the desk', plain, {
    program: desk,
    make: () => saysInChannel('desk'),
    requests: 8_000,
  });
  await compare('Slack: `help`, answered with a card', plain, {
    program: desk,
    make: () => says('help'),
    requests: 5_000,
  });
  await compare('Slack: a question, answered and saved', plain, {
    program: desk,
    make: () => says(question((asked += 1))),
    requests: 3_000,
  });
  await compare('Slack: a ticket, saved', plain, { program: desk, make: opensTicket, requests: 1_500 });

  await compare(
    'Teams: a reaction',
    { program: botbuilder, make: teams.reacts, requests: 4_000 },
    { program: desk, make: teams.reacts, requests: 10_000 },
    1,
  );
  const echo = { program: botbuilder, make: () => teams.says('hello'), requests: 3_000 };
  await compare(
    'Teams: `help`, answered with a card',
    echo,
    {
      program: desk,
      make: () => teams.says('help'),
      requests: 3_000,
    },
    1,
  );
  await compare('Teams: a question, answered and saved', echo, {
    program: desk,
    make: () => teams.says(question((asked += 1))),
    requests: 3_000,
  });

  await desk.rest();
  const tickets = Array.from({ length: size(400) }, opensTicket);
  const paced = await pace(desk.port, tickets, 20);
  goal(
    'A ticket saved, at 20 a second',
    `p50 ${ms(paced.p50)}, p99 ${ms(paced.p99)} ms${paced.failed > 0 ? `, ${paced.failed} FAILED` : ''}`,
    'p99 < 100 ms',
    paced.p99 < 100,
  );
  await desk.rest();
  note(
    'Memory after all this',
    `${desk.memory().toFixed(0)} MB (Bolt ${bolt.memory().toFixed(0)}, botbuilder ${botbuilder.memory().toFixed(0)} MB)`,
  );
  await Promise.all([bolt.stop(), botbuilder.stop(), desk.stop()]);
  if (!only || 'sweeps'.includes(only)) await sweeps(dir, quick ? 20_000 : 100_000);

  const load = loadavg()[0] ?? 0;
  print(
    `Deskhand against the bare framework; ${cpus().length} CPUs, load average ${load.toFixed(1)}, Node ${process.version}`,
  );
} finally {
  slack.close();
  teams.close();
  rmSync(dir, { recursive: true, force: true });
}
