/** The second release over the first one's store: nothing is lost, nothing is told twice, and old buttons work. */
import { readFileSync } from 'node:fs';
import mongoose, { type Connection } from 'mongoose';
import { pino } from 'pino';
import { openSchema } from '../../src/store/schema.js';
import type { Migration } from '../../src/store/migrations.js';
import { openCompany, ownDatabase } from '../kit/company.js';
import { restore } from '../kit/dump.js';
import { createSlackDriver } from '../kit/slack-driver.js';
import { createFakeSlack, type FakeMessage } from '../kit/slack-fake.js';
import { staff } from '../kit/staff.js';
import { until } from '../kit/until.js';

const log = pino({ level: 'silent' });
/** Tuesday, 11:00 in Berlin, a day and two hours after the dumped company began. */
const THEN = Date.parse('2026-11-24T10:00:00Z');

let uri: string;
let connection: Connection;
beforeEach(async () => {
  uri = ownDatabase();
  connection = await mongoose.createConnection(uri).asPromise();
});
/** A story that fails leaves nothing open. */
const open = new Set<() => Promise<void>>();
afterEach(async () => {
  for (const close of open) await close();
  await connection.dropDatabase();
  await connection.close();
});

async function slackAsItWas() {
  const slack = await createFakeSlack();
  for (const { id, name, email } of staff)
    slack.addUser({ id: `U${id.toUpperCase()}`, name, email, locale: 'en-GB', tz: 'Europe/Berlin' });
  slack.addChannel({ id: 'C1DESK', name: 'it-desk' });
  slack.addChannel({ id: 'C2HELP', name: 'it-help' });
  const written = JSON.parse(readFileSync('test/fixtures/slack/messages-0.1.json', 'utf8')) as FakeMessage[];
  slack.messages.push(...written.map((each) => (each.by === 'desk' ? { ...each, bot: slack.bot.user } : each)));
  slack.skip(1000);
  return slack;
}

async function upgrade() {
  const slack = await slackAsItWas();
  const company = await openCompany(
    { SLACK_SIGNING_SECRET: 'secret', SLACK_BOT_TOKEN: slack.token, SLACK_API_URL: slack.apiUrl },
    { uri, now: THEN },
  );
  const people = createSlackDriver({
    url: company.url,
    signingSecret: 'secret',
    fake: slack,
    people: Object.fromEntries(staff.map(({ id, email }) => [id, { user: `U${id.toUpperCase()}`, email }])),
    channels: { it: 'it-desk', help: 'it-help' },
  });
  const close = async () => {
    open.delete(close);
    await company.close();
    await slack.close();
  };
  open.add(close);
  return { slack, company, people, close };
}

test('a store of 0.1 is taken over: its cards stand, their buttons work, and what waited goes on', async () => {
  await restore(connection, 'test/fixtures/store-0.1.json');
  const { slack, company, people, close } = await upgrade();
  const before = slack.messages.length;
  await company.settle();
  // That the release came with policies of its own may be news; nothing else is.
  const news = slack.messages.slice(before).map(({ text }) => text.split('\n')[0]);
  expect(news.filter((title) => title !== 'The SLA policies have changed')).toEqual([]);

  const card = async (title: RegExp) => {
    const found = (await people.channel('it')).findLast((each) => title.test(each.title));
    if (!found) throw new Error(`no card ${String(title)}`);
    return found;
  };
  expect((await people.press('agent2', 'Claim', await card(/^INC-5 .*badge lost/))).notes.join()).toMatch(
    /INC-5 is yours/,
  );
  await until(async () => /Bao Li since/.test((await card(/^INC-5/)).text), 'the old card is redrawn');

  const asked = (await people.chat('employee')).find(({ title }) => title.startsWith('INC-1'))!;
  await people.say('employee', 'INC-1 On the third floor', asked);
  await until(async () => /In progress/.test((await card(/^INC-1/)).text), 'the wait is over');

  const asks = async () => (await people.chat('lead')).find(({ title }) => /REQ-2/.test(title))!;
  await people.press('lead', 'Approve', await asks());
  await until(async () => !(await asks()).buttons.includes('Approve'), 'the first step is decided');

  const jobs = await connection.collection('jobs').find().toArray();
  expect(jobs.map(({ name }) => name as string).toSorted()).toEqual(['drift', 'sweeps', 'triage-training']);
  const indexes = await connection.collection('tickets').indexes();
  expect(indexes.map(({ key }) => key)).not.toContainEqual({ terms: 1 });
  expect(await connection.collection('schema').findOne()).toMatchObject({ major: 2, done: ['2026-12-jobs'] });
  await close();
});

test('what a newer release has written into a record is kept by an older one that works on it', async () => {
  await restore(connection, 'test/fixtures/store-0.1.json');
  const tickets = connection.collection('tickets');
  const event = { id: 'newer', at: new Date(THEN), by: 'desk', what: 'teleported', data: { to: 'Mars' }, owed: [] };
  await tickets.updateMany({}, {
    $set: { mood: 'sour', 'requester.pronoun': 'she', 'clocks.lunar': { phase: 3 } },
    $push: { history: event },
  } as never);
  const { company, people, close } = await upgrade();
  const card = (await people.channel('it')).findLast(({ title }) => title.startsWith('INC-5'))!;
  expect((await people.press('agent2', 'Claim', card)).notes.join()).toMatch(/INC-5 is yours/);
  await people.say('agent2', 'INC-5 prio P2');
  await company.jump(30);
  const after = await tickets.findOne({ _id: 'INC-5' as never });
  expect(after).toMatchObject({
    mood: 'sour',
    priority: 'P2',
    requester: { pronoun: 'she' },
    clocks: { lunar: { phase: 3 } },
    assignee: { id: 'agent2' },
  });
  expect((after!['history'] as { what: string }[]).map(({ what }) => what)).toContain('teleported');
  await people.say('agent2', 'show INC-5');
  await people.say('agent2', 'INC-5 why');
  const seen = (await people.chat('agent2')).map(({ title }) => title);
  expect(seen.filter((title) => /INC-5/.test(title)).length).toBeGreaterThan(1);
  await close();
});

test('cards of a store that was lost do nothing in the new one', async () => {
  const { slack, people, close } = await upgrade();
  const old = (await people.channel('it')).findLast(({ title }) => title.startsWith('INC-1'))!;
  await people.say('owner', '!new the gateway is down');
  const offer = await until(
    async () => (await people.chat('owner')).findLast(({ buttons }) => buttons.includes('Open the form')),
    'the form is offered',
  );
  const { form } = await people.press('owner', 'Open the form', offer);
  await people.submit('owner', form!, { urgency: 'high', category: 'other' });
  const fresh = await until(
    async () => (await people.channel('it')).findLast(({ title }) => /^INC-1 .*the gateway/.test(title)),
    'INC-1 of the new store',
  );
  expect((await people.press('agent', 'Resolve', old)).notes.join()).toMatch(/earlier desk/);
  expect((await people.press('agent', 'Claim', fresh)).notes.join()).toMatch(/INC-1 is yours/);
  expect(slack.views.map(({ view }) => view.title.text)).not.toContain('Resolve');
  await close();
});

describe('migrations', () => {
  const ran: string[] = [];
  const migration = (id: string, run: Migration['run'] = async () => undefined): Migration => ({
    id,
    what: id,
    async run(db) {
      ran.push(id);
      await run(db);
    },
  });
  beforeEach(() => (ran.length = 0));
  const old = () => connection.collection('counters').insertOne({ _id: 'INC' as never, last: 3 });
  /** Another process over the same store. */
  async function start(all: Migration[], major = 2) {
    const own = await mongoose.createConnection(uri).asPromise();
    try {
      return await openSchema(own, { log, all, major });
    } finally {
      await own.close();
    }
  }

  test('are done once, in order, by one of the processes that start together', async () => {
    await old();
    const all = ['first', 'second', 'third'].map((id) => migration(id));
    const opened = await Promise.all(Array.from({ length: 4 }, () => start(all)));
    expect(ran).toEqual(['first', 'second', 'third']);
    expect(new Set(opened.map(({ epoch }) => epoch))).toEqual(new Set([undefined]));
  });

  test('that were interrupted are begun anew, and what was done before them is not done again', async () => {
    await old();
    let fails = true;
    const second = migration('second', async () => {
      if (fails) throw new Error('the power went out');
    });
    await expect(start([migration('first'), second])).rejects.toThrow('the power went out');
    fails = false;
    await connection.collection('schema').updateOne({}, { $set: { 'lease.until': new Date(0) } });
    await start([migration('first'), second, migration('third')]);
    expect(ran).toEqual(['first', 'second', 'second', 'third']);
  });

  test('are not owed by a new store, whose cards are marked as its own', async () => {
    const [one, other] = [await start([migration('first')]), await start([migration('first')])];
    expect(ran).toEqual([]);
    expect(one.epoch).toMatch(/^[\w-]{8}$/);
    expect(other.epoch).toBe(one.epoch);
  });

  test('of a newer major are not undone: an older release refuses the store, and says what to do', async () => {
    await start([], 3);
    await expect(start([], 2)).rejects.toThrow(
      /written by a newer release \(schema 3; this one knows 2\): start that release .* or restore the backup/,
    );
  });
});
