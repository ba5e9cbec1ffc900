/** The demo company in Slack, over a store of its own: what its people do in Slack, and what stands there then. */
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Company, openCompany } from './company.js';
import { createFakeSlack, type FakeMessage, type FakeSlack } from './slack-fake.js';
import { withNames } from './slack-driver.js';
import { createSlackSender, type SlackSender } from './slack-sender.js';
import { textsOf } from './slack-rules.js';
import { staff } from './staff.js';
import { until } from './until.js';

export const SECRET = 'a-signing-secret';

/** The Slack user of somebody of the demo company. */
export const userOf = (id: string) => `U${id.toUpperCase()}`;

/** All that is readable on a message, with the names of those whom it mentions. */
export const readable = (fake: FakeSlack, { blocks, text }: FakeMessage) =>
  withNames(fake, blocks.length > 0 ? textsOf(blocks).join('\n') : text);

export type SlackCompany = {
  fake: FakeSlack;
  sender: SlackSender;
  company: Company;
  /** A person's own chat with the desk. */
  chatOf(id: string): string;
  read(message: FakeMessage): string;
  /** What the desk has posted in a channel or chat, threads left out, as it reads now. */
  cards(channel: string): string[];
  /** What the desk told one person alone. */
  notes(id: string): string[];
  /** Waits for a card, or an answer in a person's own chat, that reads like this. */
  card(channel: string, like: RegExp): Promise<FakeMessage>;
  /** Waits for something that one person alone is told. */
  told(id: string, like: RegExp): Promise<FakeMessage>;
};

/** The demo company's policies in a folder beneath this one, with more people in its directory. */
export async function policiesWith(people: readonly string[], folder: string): Promise<string> {
  const policies = join(folder, 'policies');
  await cp('policies', policies, { recursive: true });
  const entries = people.map(
    (id) => `  - { id: ${id}, name: ${id}, email: ${id}@example.com, title: { en: One, zh: 一 }, manager: manager }\n`,
  );
  const file = join(policies, 'people.yaml');
  await writeFile(file, (await readFile(file, 'utf8')) + entries.join(''));
  return policies;
}

const open = new Set<() => Promise<void>>();
afterAll(async () => {
  await Promise.all([...open].map((close) => close()));
});

/** The workspace of the demo company: `#it-desk` is the agents’, `#it-help` feeds them, `#general` is everybody’s. */
export async function openWorkspace(crowd: readonly string[] = []): Promise<FakeSlack> {
  const fake = await createFakeSlack();
  const others = crowd.map((id) => ({ id, name: id, email: `${id}@example.com` }));
  for (const { id, name, email } of [...staff, ...others])
    fake.addUser({ id: userOf(id), name, email, locale: 'en-GB', tz: 'Europe/Berlin' });
  fake.addChannel({ id: 'C1DESK', name: 'it-desk' });
  fake.addChannel({ id: 'C2HELP', name: 'it-help' });
  fake.addChannel({ id: 'C3ALL', name: 'general' });
  return fake;
}

/** Closed by itself when all tests of the file have ended. */
export async function openSlackCompany(): Promise<SlackCompany> {
  const fake = await openWorkspace();
  const company = await openCompany({
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_BOT_TOKEN: fake.token,
    SLACK_API_URL: fake.apiUrl,
  });
  open.add(async () => {
    await company.close();
    await fake.close();
  });
  const read = (message: FakeMessage) => readable(fake, message);
  const found = (where: () => FakeMessage[], like: RegExp, name: string) =>
    until(() => where().findLast((message) => like.test(read(message))), `${name} shows ${like}`);
  const standing = (channel: string) => fake.channel(channel).filter(({ by, thread }) => by === 'desk' && !thread);
  return {
    fake,
    company,
    sender: createSlackSender({ url: company.url, secret: SECRET, fake }),
    read,
    chatOf: (id) => fake.dm(userOf(id)),
    cards: (channel) => standing(channel).map(read),
    notes: (id) => fake.ephemerals(userOf(id)).map(read),
    card: (channel, like) => found(() => standing(channel), like, channel),
    told: (id, like) => found(() => fake.ephemerals(userOf(id)), like, id),
  };
}
