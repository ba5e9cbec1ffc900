/** Two processes over one store, in front of one Slack: they divide the work, and nobody notices that they are two. */
import { pino } from 'pino';
import { jumpingClock } from '../../src/clock.js';
import { readConfig } from '../../src/config.js';
import { type Deskhand, startDeskhand } from '../../src/deskhand.js';
import { ownDatabase, surroundings } from '../kit/company.js';
import type { Driver, Seen } from '../kit/driver.js';
import { createSlackDriver } from '../kit/slack-driver.js';
import { createFakeSlack, type FakeSlack } from '../kit/slack-fake.js';
import { staff } from '../kit/staff.js';
import { until } from '../kit/until.js';

const MONDAY = Date.parse('2026-11-23T08:00:00Z');
const SECRET = 'a-signing-secret';
const HOUR = 3_600_000;

let slack: FakeSlack;
let desks: [Deskhand, Deskhand];
/** The people, whose requests Slack hands to the first or to the second. */
let first: Driver;
let second: Driver;

beforeEach(async () => {
  slack = await createFakeSlack();
  for (const { id, name, email } of staff)
    slack.addUser({ id: `U${id.toUpperCase()}`, name, email, locale: 'en-GB', tz: 'Europe/Berlin' });
  slack.addChannel({ id: 'C1DESK', name: 'it-desk' });
  const settings = { SLACK_SIGNING_SECRET: SECRET, SLACK_BOT_TOKEN: slack.token, SLACK_API_URL: slack.apiUrl };
  const config = {
    ...readConfig({ ...surroundings(), ...settings }),
    mongodbUri: ownDatabase(),
  };
  const log = pino({ level: config.logLevel });
  const shared = jumpingClock(MONDAY - Date.now());
  const start = () => startDeskhand(config, { log, clock: () => shared });
  desks = await Promise.all([start(), start()]);
  const people = Object.fromEntries(staff.map(({ id, email }) => [id, { user: `U${id.toUpperCase()}`, email }]));
  const driver = ({ port }: Deskhand) =>
    createSlackDriver({
      url: `http://127.0.0.1:${port}`,
      signingSecret: SECRET,
      fake: slack,
      people,
      channels: { it: 'it-desk' },
    });
  first = driver(desks[0]);
  second = driver(desks[1]);
});
afterEach(async () => {
  await Promise.all(desks.map((desk) => desk.stop()));
  await slack.close();
});

const named = (cards: Seen[], title: RegExp, text = /(?:)/) =>
  cards.filter((each) => title.test(each.title) && text.test(each.text));
const inChat = (who: string, title: RegExp, text?: RegExp) =>
  until(async () => named(await first.chat(who), title, text).at(-1), `${who} sees ${title}`);

async function openTicket(by: Driver, title: string): Promise<Seen> {
  await by.say('employee', 'new');
  const offer = await until(
    async () => (await by.chat('employee')).findLast(({ buttons }) => buttons.includes('Open the form')),
    'the form is offered',
  );
  const { form } = await by.press('employee', 'Open the form', offer);
  await by.submit('employee', form!, { title, urgency: 'medium', category: 'other' });
  return until(async () => named(await by.channel('it'), new RegExp(title))[0], 'the agents see the ticket');
}

/** Lets both look for what is due at the same time. */
const passTime = async (hours: number) => {
  await Promise.all([desks[0].jump(hours * HOUR), desks[1].settle()]);
  await Promise.all(desks.map((desk) => desk.settle()));
};

it('both are ready, though one may do all the sweeping', async () => {
  for (const { port } of desks)
    await until(async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).status === 200, 'it is ready');
});

it('one of two agents claims, whichever process they reach, and the card is there once', async () => {
  const card = await openTicket(first, 'Printer on fire');
  const both = await Promise.all([first.press('agent', 'Claim', card), second.press('agent2', 'Claim', card)]);
  const told = both.map(({ notes }) => notes.join());
  expect(told.filter((words) => /INC-1 is yours/.test(words))).toHaveLength(1);
  expect(told.filter((words) => /(Alex Weber|Bao Li) claimed INC-1/.test(words))).toHaveLength(1);
  await passTime(0.01);
  expect(named(await first.channel('it'), /^INC-1/)).toHaveLength(1);
  expect(named(await first.chat('employee'), /^INC-1/)).toHaveLength(1);
});

it('every step of every ladder is taken and told once', async () => {
  const titles = ['One', 'Two', 'Three', 'Four', 'Five'].map((name) => `Printer ${name} is on fire`);
  for (const [index, title] of titles.entries()) {
    const card = await openTicket(index % 2 ? first : second, title);
    await (index % 2 ? second : first).press('agent', 'Claim', card);
  }
  for (const hours of [3.2, 1.2, 1.2]) await passTime(hours);
  for (const [index] of titles.entries()) {
    const id = new RegExp(`INC-${index + 1}\\b`);
    for (const who of ['agent', 'lead', 'manager']) {
      const told = named(await first.chat(who), /(?:)/, id).map(({ text }) => text);
      expect([who, told.length > 0, told.length]).toEqual([who, true, new Set(told).size]);
    }
    expect(named(await first.channel('it'), id)).toHaveLength(1);
  }
});

it('an approval goes through one while the other is gone, and what was asked through that one goes on', async () => {
  await first.say('employee', 'request crm-read for 8h because the quarter ends');
  const ask = await inChat('manager', /REQ-1/, /the quarter ends/);
  await desks[0].stop();
  await second.press('manager', 'Approve', ask);
  const next = await inChat('owner', /REQ-1/);
  await second.press('owner', 'Approve', next);
  await until(async () => {
    await desks[1].jump(1000);
    return named(await second.chat('employee'), /REQ-1/, /Active|until/)[0];
  }, 'the access is granted');
  expect(named(await second.chat('manager'), /REQ-1/)).toHaveLength(1);
  expect((await inChat('manager', /REQ-1/)).buttons).not.toContain('Approve');
});

it('what one leaves undelivered when it is stopped, the other delivers once', async () => {
  slack.failNext('chat.postMessage', { status: 429, retryAfter: 30, times: 1000 });
  await first.say('employee', 'request crm-read for 8h because the quarter ends');
  await until(() => slack.calls.some(({ method }) => method === 'chat.postMessage'), 'the first has tried');
  await desks[0].stop();
  slack.failNext('chat.postMessage', { status: 429, retryAfter: 0.1 });
  await until(async () => {
    await desks[1].jump(15_000);
    return named(await second.chat('manager'), /REQ-1/).length > 0;
  }, 'the manager is asked');
  await desks[1].settle();
  expect(named(await second.chat('manager'), /REQ-1/)).toHaveLength(1);
});
