/** What a few stories cost, in commands to the store. */
import { setTimeout as wait } from 'node:timers/promises';
import { openCompany, ownDatabase, type Company } from './company.js';
import type { Driver, Seen } from './driver.js';
import { createSlackDriver } from './slack-driver.js';
import { createFakeSlack, type FakeSlack } from './slack-fake.js';
import { staff } from './staff.js';
import { until } from './until.js';
import { relay, type Relay, type Said } from './wire.js';

export type Cost = { story: string; commands: number; durable: number; said: string[] };

/** At most so many commands, and of these so many writes that wait for a majority and its journal. */
export const bounds: Record<string, Pick<Cost, 'commands' | 'durable'>> = {
  'a ticket opened and told to agents and requester': { commands: 9, durable: 5 },
  'a claim, its two cards redrawn': { commands: 5, durable: 3 },
  'the last approval, until the access is active': { commands: 16, durable: 9 },
  'a minute in which nothing happens': { commands: 120, durable: 10 },
};

/** Of what the sweeps and heartbeats say meanwhile, nothing belongs to a story. */
const background = new Set(['jobs', 'processes', 'schema', 'agenda_logs', '1']);
const isOfStory = ({ collection }: Said) => !background.has(collection);

export type Bench = { company: Company; people: Driver; slack: FakeSlack; wire: Relay; close(): Promise<void> };

export async function openBench(uri = ownDatabase()): Promise<Bench> {
  const wire = await relay(uri);
  const slack = await createFakeSlack();
  for (const { id, name, email } of staff)
    slack.addUser({ id: `U${id.toUpperCase()}`, name, email, locale: 'en-GB', tz: 'Europe/Berlin' });
  slack.addChannel({ id: 'C1DESK', name: 'it-desk' });
  const company = await openCompany(
    { SLACK_SIGNING_SECRET: 'secret', SLACK_BOT_TOKEN: slack.token, SLACK_API_URL: slack.apiUrl },
    { uri: wire.uri },
  );
  const people = createSlackDriver({
    url: company.url,
    signingSecret: 'secret',
    fake: slack,
    people: Object.fromEntries(staff.map(({ id, email }) => [id, { user: `U${id.toUpperCase()}`, email }])),
    channels: { it: 'it-desk' },
  });
  for (const who of ['employee', 'agent', 'manager', 'owner']) await people.say(who, 'help');
  return {
    company,
    people,
    slack,
    wire,
    async close() {
      await company.close();
      await slack.close();
      await wire.close();
    },
  };
}

const find = (cards: Seen[], title: RegExp, text = /(?:)/) =>
  cards.findLast((each) => title.test(each.title) && text.test(each.text));

/** Waits until nothing of a story is said to the store any more. */
async function quiet({ wire }: Bench, since: number): Promise<Said[]> {
  const said: Said[] = [];
  let last = performance.now();
  await until(() => {
    const more = wire.take().filter(isOfStory);
    if (more.length > 0) last = performance.now();
    said.push(...more);
    return performance.now() - last > 400;
  }, 'the story is over');
  return said.filter(({ at }) => at >= since);
}

/** What one process says while nobody asks it anything; a write counts when it changes something. */
export async function idle(bench: Bench, seconds: number): Promise<Cost> {
  await quiet(bench, 0);
  await wait(seconds * 1000);
  const said = bench.wire.take();
  // A poll for jobs that finds none changes nothing: of these as many count as jobs were run.
  const runs = said.filter(({ name, collection }) => name === 'update' && collection === 'jobs').length / 2;
  const durable = said.filter(({ name, isWrite }) => isWrite && name !== 'findAndModify').length + Math.ceil(runs / 2);
  return {
    story: 'a minute in which nothing happens',
    commands: said.length,
    durable,
    said: said.map(({ name, collection }) => `${name} ${collection}`),
  };
}

async function cost(bench: Bench, story: string, tell: () => Promise<unknown>): Promise<Cost> {
  await quiet(bench, 0);
  const since = performance.now();
  await tell();
  const said = await quiet(bench, since);
  return {
    story,
    commands: said.length,
    durable: said.filter(({ isWrite, isDurable }) => isWrite && isDurable).length,
    said: said.map(({ name, collection }) => `${name} ${collection}`),
  };
}

/** Tells the stories one after the other, at a time when no sweep has anything to do. */
export async function costs(bench: Bench): Promise<Cost[]> {
  const { people, company } = bench;
  const card = () => until(async () => find(await people.channel('it'), /^INC-1/), 'the agents see the ticket');
  const asks = (who: string) => until(async () => find(await people.chat(who), /REQ-1/), `${who} is asked`);
  const offer = async () => {
    await people.say('employee', '!new the gateway is down');
    const offered = await until(
      async () => (await people.chat('employee')).findLast(({ buttons }) => buttons.includes('Open the form')),
      'the form is offered',
    );
    return (await people.press('employee', 'Open the form', offered)).form!;
  };
  const form = await offer();
  const all = [
    await cost(bench, 'a ticket opened and told to agents and requester', async () => {
      await people.submit('employee', form, { urgency: 'medium', category: 'other' });
      await card();
    }),
    await cost(bench, 'a claim, its two cards redrawn', async () => {
      await people.press('agent', 'Claim', await card());
      await until(async () => /Alex Weber since/.test((await card()).text), 'the card is redrawn');
    }),
  ];
  await people.say('employee', 'request crm-read for 8h because the quarter ends');
  await people.press('manager', 'Approve', await asks('manager'));
  const last = await asks('owner');
  all.push(
    await cost(bench, 'the last approval, until the access is active', async () => {
      await people.press('owner', 'Approve', last);
      await until(async () => find(await people.chat('employee'), /REQ-1/, /Active/), 'the access is active');
    }),
  );
  await company.settle();
  return all;
}
