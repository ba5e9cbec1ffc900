/** The whole desk while a platform refuses, fails or is away: what is owed is kept, and comes once and in order. */
import { openCompany, type Company } from '../kit/company.js';
import type { Driver, Seen } from '../kit/driver.js';
import { createSlackDriver } from '../kit/slack-driver.js';
import { createFakeSlack, type FakeSlack } from '../kit/slack-fake.js';
import { staff } from '../kit/staff.js';
import { createTeamsDriver } from '../kit/teams-driver.js';
import { createFakeTeams, type FakeTeams } from '../kit/teams-fake.js';
import { until } from '../kit/until.js';

const SECRET = 'a-signing-secret';
const WORDS = ['first', 'second', 'third'];

/**
 * The stories wait most of their time, as the platforms ask them to: they happen side by side, each in a world of its
 * own, before the first of them is looked at.
 */
const stories: (() => Promise<void>)[] = [];
let ends: PromiseSettledResult<void>[] = [];
beforeAll(async () => {
  ends = await Promise.allSettled(stories.map((story) => story()));
}, 120_000);
function story(name: string, happens: () => Promise<void>): void {
  const index = stories.push(happens) - 1;
  it(name, () => {
    const end = ends[index]!;
    if (end.status === 'rejected') throw end.reason as Error;
  });
}

const close: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const each of close.toReversed()) await each();
});

type World = { company: Company; people: Driver };

async function onSlack(): Promise<World & { slack: FakeSlack }> {
  const slack = await createFakeSlack();
  for (const { id, name, email } of staff)
    slack.addUser({ id: `U${id.toUpperCase()}`, name, email, locale: 'en-GB', tz: 'Europe/Berlin' });
  slack.addChannel({ id: 'C1DESK', name: 'it-desk' });
  const company = await openCompany({
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_BOT_TOKEN: slack.token,
    SLACK_API_URL: slack.apiUrl,
  });
  close.push(slack.close, company.close);
  const people = createSlackDriver({
    url: company.url,
    signingSecret: SECRET,
    fake: slack,
    people: Object.fromEntries(staff.map(({ id, email }) => [id, { user: `U${id.toUpperCase()}`, email }])),
    channels: { it: 'it-desk' },
  });
  return { company, people, slack };
}

async function onTeams(): Promise<World & { teams: FakeTeams }> {
  const teams = await createFakeTeams();
  const company = await openCompany({
    MicrosoftAppId: teams.appId,
    MicrosoftAppPassword: teams.password,
    MicrosoftAppTenantId: teams.tenantId,
    MicrosoftAppType: 'SingleTenant',
    ...teams.cloud,
  });
  close.push(teams.close, company.close);
  const people = await createTeamsDriver({
    url: company.url,
    fake: teams,
    people: Object.fromEntries(staff.map(({ id, name, email }) => [id, { aad: `aad-${id}`, name, email }])),
    channels: { it: 'IT Desk' },
  });
  return { company, people, teams };
}

const find = (cards: Seen[], title: RegExp, text = /(?:)/) =>
  cards.findLast((each) => title.test(each.title) && text.test(each.text));

async function claimedTicket({ people, company }: World): Promise<Seen> {
  await people.say('employee', 'vpn keeps dropping');
  const answer = await until(async () => find(await people.chat('employee'), /VPN/), 'an answer');
  const { form } = await people.press('employee', 'Open a ticket', answer);
  await people.submit('employee', form!, {});
  const card = await until(async () => find(await people.channel('it'), /^INC-1/), 'the agents see it');
  await people.press('agent', 'Claim', card);
  await company.settle();
  return card;
}

/** The agent answers three times while the platform is as the test has it. */
async function answerThrice({ people }: World, card: Seen): Promise<void> {
  for (const words of WORDS) {
    const { form } = await people.press('agent', 'Reply to Emma Chen', card);
    await people.submit('agent', form!, { text: `This is the ${words} answer` });
  }
}

/** What the requester was told, in the order of their chat. */
async function heard({ people }: World): Promise<string[]> {
  const chat = await people.chat('employee');
  const threads = await Promise.all(chat.map((card) => people.thread(card)));
  const cards = new Map([...chat, ...threads.flat()].map((card) => [card.id, card]));
  return [...cards.values()]
    .filter(({ title }) => /answered on INC-1/.test(title))
    .flatMap(({ text }) => /This is the (\w+) answer/.exec(text)?.[1] ?? []);
}

/** Time passes for the desk's own second tries, until the requester has been told it all. */
const hearsAll = (world: World, hours: number) =>
  until(async () => {
    await world.company.jump(hours);
    return (await heard(world)).length >= WORDS.length;
  }, 'the requester has all answers');

async function isToldOnceAndInOrder(world: World, hours = 0.01): Promise<void> {
  await hearsAll(world, hours);
  await world.company.settle();
  expect(await heard(world)).toEqual(WORDS);
}

describe('Slack', () => {
  story('asks to wait: what is owed waits, and comes once and in order', async () => {
    const world = await onSlack();
    const card = await claimedTicket(world);
    world.slack.failNext('chat.postMessage', { status: 429, retryAfter: 1, times: 4 });
    await answerThrice(world, card);
    await isToldOnceAndInOrder(world);
  });

  story('asks one conversation to wait: others go on', async () => {
    const world = await onSlack();
    const { people, slack } = world;
    await claimedTicket(world);
    await people.say('manager', 'help');
    slack.failNext('chat.postMessage', { status: 429, retryAfter: 3, channel: 'DEMPLOYEE' });
    const { form } = await people.press('agent', 'Reply to Emma Chen', find(await people.channel('it'), /^INC-1/)!);
    await people.submit('agent', form!, { text: 'This is the first answer' });
    await until(() => slack.calls.filter(({ method }) => method === 'chat.postMessage').length > 0, 'Slack was asked');
    await people.say('security', 'request crm-read for 8h because of the audit');
    const asked = await until(async () => find(await people.chat('manager'), /REQ-1/), 'the manager is asked');
    expect(asked.buttons).toContain('Approve');
    expect(await heard(world)).toEqual([]);
    await until(async () => (await heard(world)).length > 0, 'the answer comes when the wait is over');
    expect(await heard(world)).toEqual(['first']);
  });

  story('asks to wait for an hour: nothing is sent there before', async () => {
    const world = await onSlack();
    const card = await claimedTicket(world);
    world.slack.failNext('chat.postMessage', { status: 429, retryAfter: 3600, channel: 'DEMPLOYEE' });
    const before = world.slack.calls.length;
    await answerThrice(world, card);
    await world.company.settle();
    const posts = world.slack.calls.slice(before).filter(({ method, args }) => {
      return method === 'chat.postMessage' && String(args['channel']).startsWith('DEMPLOYEE');
    });
    expect(posts.length).toBeLessThanOrEqual(1);
    await world.company.restart();
    await isToldOnceAndInOrder(world, 1);
  });

  story('fails, once with the message taken and the answer lost: nothing is doubled', async () => {
    const world = await onSlack();
    const card = await claimedTicket(world);
    world.slack.failNext('chat.postMessage', { status: 500, carriedOut: true });
    await answerThrice(world, card);
    await isToldOnceAndInOrder(world);
  });

  story('is away while the desk is restarted: nothing is lost', async () => {
    const world = await onSlack();
    const card = await claimedTicket(world);
    world.slack.failNext('chat.postMessage', { status: 503, times: 1000 });
    await answerThrice(world, card);
    await world.company.restart();
    world.slack.failNext('chat.postMessage', { status: 503 });
    await isToldOnceAndInOrder(world);
  });
});

describe('Teams', () => {
  const failures = [
    ['asks to wait', { status: 429, headers: { 'retry-after': '1' } }],
    ['fails', { status: 500 }],
    ['is away', { status: 503 }],
    ['does not answer', 'silence'],
  ] as const;
  for (const [name, failure] of failures)
    story(`${name}: what is owed is kept, and comes once and in order`, async () => {
      const world = await onTeams();
      const card = await claimedTicket(world);
      const replies = async () => {
        const { form } = await world.people.press('agent', 'Reply to Emma Chen', card);
        return form!;
      };
      const forms = [await replies(), await replies(), await replies()];
      world.teams.fail(failure, failure);
      for (const [index, words] of WORDS.entries())
        await world.people.submit('agent', forms[index]!, { text: `This is the ${words} answer` });
      await isToldOnceAndInOrder(world);
    });

  story('is away while the desk is restarted: nothing is lost', async () => {
    const world = await onTeams();
    const card = await claimedTicket(world);
    const { form } = await world.people.press('agent', 'Reply to Emma Chen', card);
    world.teams.fail(...Array.from({ length: 6 }, () => ({ status: 503 })));
    for (const words of WORDS) await world.people.submit('agent', form!, { text: `This is the ${words} answer` });
    await world.company.restart();
    await isToldOnceAndInOrder(world);
  });
});
