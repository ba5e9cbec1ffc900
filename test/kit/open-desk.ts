/** The whole desk behind its commands: every room over a real store, and a chat that keeps what people see. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import mongoose, { type Connection } from 'mongoose';
import { pino } from 'pino';
import { createKnowledge, loadKnowledge, type Article } from '../../knowledge/matcher/index.js';
import type { Accounts } from '../../src/accounts.js';
import { createAnnouncer } from '../../src/announce.js';
import { createBackground } from '../../src/background.js';
import { createAudiences } from '../../src/audiences.js';
import type { Button, Card, Field, Form, Lang } from '../../src/card.js';
import type { Chat, MessageRef, Request } from '../../src/chat.js';
import type { Command } from '../../src/language/command.js';
import { createDesk } from '../../src/desk.js';
import { createLibrary } from '../../src/articles/articles.library.js';
import { openRegister } from '../../src/directory/register.store.js';
import { readPolicies, type Policies } from '../../src/policies.js';
import { createPostbox } from '../../src/postbox.js';
import { aloneOn } from './processes.js';
import type { Reply } from '../../src/reply.js';
import { openRooms } from '../../src/rooms.js';
import { stampOf } from '../../src/stamp.js';
import { loadSops } from '../../src/sops/sops.shelf.js';
import { openSideCollections } from '../../src/store/side-collections.js';
import { ownDatabase } from './company.js';
import { MONDAY, read } from '../tickets/people.js';
import { textOf } from '../tickets/room.js';

export { textOf };
export type OpenDesk = Awaited<ReturnType<typeof furnish>>;

const shipped = readPolicies('policies');
const onFile = loadKnowledge('knowledge');
const HOUR = 3_600_000;
let deliveries = 0;
/** Messages of all chats: two processes never name two of them alike. */
let posts = 0;

type Choose = (all: Article[]) => Article[];

/**
 * For the whole file: a company of its own for each test, over one database. One that is opened beside another is a
 * second process over the same store.
 */
export function openDesk(
  usual: Choose = (all) => all,
  policies: Policies = shipped,
): (articles?: Choose, beside?: OpenDesk) => Promise<OpenDesk> {
  let connection: Connection;
  const opened: OpenDesk[] = [];
  beforeAll(async () => {
    connection = await mongoose.createConnection(ownDatabase()).asPromise();
  });
  afterEach(async () => {
    while (opened.length > 0) await opened.pop()!.close();
    for (const collection of await connection.db!.collections()) await collection.deleteMany({});
  });
  afterAll(async () => {
    await connection.dropDatabase();
    await connection.close();
  });
  return async (articles = (all) => all, beside) => {
    const house = await furnish(connection, policies, (all) => articles(usual(all)), beside?.time);
    opened.push(house);
    return house;
  };
}

/** A chat in which all but some can be reached, and what was posted in it. */
function openChat() {
  const away = new Set<string>();
  const messages = new Map<string, { to: string; card: Card }>();
  const chat: Chat = {
    platform: 'slack',
    async post(to, card) {
      const ref: MessageRef = `slack:${++posts}`;
      messages.set(ref, { to, card });
      return ref;
    },
    async update(ref, card) {
      messages.set(ref, { ...messages.get(ref)!, card });
      return 'drawn';
    },
    async reach(whom) {
      if ('channel' in whom) return `slack:${whom.channel}`;
      return away.has(whom.person.id) ? 'unreachable' : `slack:@${whom.person.id}`;
    },
  };
  return { chat, messages, away };
}

async function furnish(connection: Connection, policies: Policies, choose: Choose, time = { now: MONDAY }) {
  const clock = { now: () => time.now };
  const logged: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(line) });
  const collections = openSideCollections(connection);
  const { chat, messages, away } = openChat();
  const { directory, live } = policies;
  const register = openRegister(connection, collections.revision('directory'));
  live.take(register.provided);
  register.follow(live);
  const languages = new Map<string, Lang>();
  const viewerOf = (id: string) => {
    const { lang, zone } = directory.person(id)!;
    return { lang: languages.get(id) ?? lang, zone };
  };
  const accounts = {
    platforms: () => ['slack'],
    accountOf: (id: string) => id,
    viewer: ({ id }: { id: string }) => viewerOf(id),
    identify: async ({ id }: { id: string }) => directory.person(id)!,
    heard: async () => {},
    setLanguage: async (id: string, lang: Lang) => void languages.set(id, lang),
  } as unknown as Accounts;
  const audiences = createAudiences({ chats: [chat], accounts, directory });
  const postbox = createPostbox({ collections, audiences, processes: aloneOn(collections) });
  const announcer = createAnnouncer({ audiences, postbox, log, now: clock.now });
  const { articles, glossary, unanswered } = await onFile;
  const knowledge = createKnowledge(choose(structuredClone(articles)), glossary, [], unanswered);
  const library = createLibrary(knowledge);
  const { shelf } = await loadSops('knowledge/sops', directory);
  const rooms = await openRooms({
    connection,
    collections,
    policies,
    register,
    accounts,
    announcer,
    background: createBackground(log),
    chats: [chat],
    library,
    triageWorker: pathToFileURL(join(process.env['DESKHAND_TEST_STORE_DIR'] ?? '', 'triage-worker.js')),
    sops: () => shelf,
    secret: () => undefined,
    beats: async () => [],
    clock,
    log,
  });

  const desk = createDesk({
    accounts,
    handlers: rooms.handlers,
    forms: rooms.forms,
    clock,
    log,
    ears: { recordOf: postbox.recordOf, boundTo: rooms.channels.boundTo, feedOf: rooms.channels.feedOf },
    channels: rooms.channels,
    awaiting: rooms.awaiting,
    serve: rooms.meaning.serve,
    chosen: rooms.chosen,
    stamp: stampOf(undefined),
    observe: () => {},
  });
  const request = (who: string, asks: Request['asks'], origin = `delivery-${++deliveries}`): Promise<Reply> =>
    desk.perform({
      account: { platform: 'slack', id: who, profile: () => Promise.reject(new Error('known already')) },
      origin,
      place: { platform: 'slack', private: true },
      asks,
    });
  const perform = (who: string, command: Command, origin?: string): Promise<Reply> =>
    request(who, { kind: 'command', command }, origin);

  return {
    time,
    messages,
    /** Those whom the chat does not reach. */
    away,
    perform,
    /** What a rule asks for on behalf of somebody. */
    act: (who: string, command: Command, origin = `rule-${++deliveries}`): Promise<Reply> =>
      desk.act(directory.person(who)!, command, { now: time.now, origin }),
    /** Asks, and reads the card of the answer. */
    ask: async (who: string, words: string, origin?: string): Promise<Card> =>
      cardOf(await perform(who, { do: 'ask', words }, origin)),
    press: (who: string, label: RegExp, card: Card, origin?: string): Promise<Reply> =>
      perform(who, buttonOf(card, label).does, origin),
    async pressForm(who: string, label: RegExp, card: Card): Promise<Form> {
      const reply = await perform(who, buttonOf(card, label).does);
      if (reply.kind !== 'form') throw new Error(`a form was expected: ${said(reply)}`);
      return reply.form;
    },
    /** Sends a form as it stands, with some values of its own; what must be chosen is chosen from the middle. */
    submit(who: string, form: Form, values: Record<string, string> = {}, origin?: string): Promise<Reply> {
      const shown = Object.fromEntries(form.fields.map((field) => [field.name, field.value ?? chosenIn(field)]));
      return request(who, { kind: 'submission', draft: form.draft, values: { ...shown, ...values } }, origin);
    },
    say: (who: string, words: string): Promise<Reply> => request(who, { kind: 'words', words }),
    /** What stands in somebody's chat or a channel now, once all is said. */
    async seen(where: string): Promise<Card[]> {
      await announcer.idle();
      return [...messages.values()].filter(({ to }) => to === `slack:${where}`).map(({ card }) => card);
    },
    /** Lets the time pass, and the desk do what fell due. */
    async pass(hours: number): Promise<void> {
      time.now = new Date(time.now.getTime() + hours * HOUR);
      for (const sweep of rooms.sweeps) while ((await sweep.run(time.now)) > 0);
      await announcer.idle();
    },
    /** Takes over what other processes have changed. */
    refresh: (): Promise<unknown> => Promise.all(rooms.everywhere.map((each) => each.run(time.now))),
    /** The latest question with these words, as if the desk had offered these articles. */
    async offer(words: string, offered: readonly { article: string; confidence: number; score: number }[]) {
      const questions = connection.collection<{ _id: string; words: string; at: Date }>('questions');
      const asked = await questions.find({ words }).toArray();
      // Of two at the same moment, the one that drew its number later.
      const number = ({ _id }: { _id: string }) => Number(_id.slice('Q-'.length));
      const [latest] = asked.toSorted((a, b) => +b.at - +a.at || number(b) - number(a));
      await questions.updateOne({ _id: latest!._id }, { $set: { band: 'choices', offered } });
      return latest!._id;
    },
    /** Puts closed tickets into the store, as agents have filed them. */
    async file(rows: readonly { title: string; category?: string; urgency: string }[]) {
      const tickets = rows.map((row, index) => ({
        ...row,
        _id: `INC-${10_000 + index}`,
        origin: `filed-${index}`,
        clocks: { pauses: [], resolution: { steps: [] } },
        version: 1,
        history: [],
        unreachable: [],
        group: 'it',
        state: 'closed',
        opened: time.now,
      }));
      await connection.collection('tickets').insertMany(tickets as never);
    },
    logged,
    /** The store itself, for what somebody does to it behind the desk's back. */
    store: connection,
    choose: async (who: string, question: string, article: string): Promise<Card> =>
      cardOf(await perform(who, { do: 'show-article', question, article })),
    async close() {
      await announcer.stop();
    },
  };
}

/** What somebody chooses who must choose something. */
function chosenIn(field: Field): string {
  if (field.kind !== 'choice' || field.optional) return '';
  return field.choices[Math.floor(field.choices.length / 2)]?.value ?? '';
}

export const buttonsOf = (card: Card): Button[] =>
  card.parts.flatMap((part) => (part.kind === 'buttons' ? [...part.buttons] : []));
export const labelsOf = (card: Card): string[] => buttonsOf(card).map(({ label }) => label);

export function buttonOf(card: Card, label: RegExp): Button {
  const found = buttonsOf(card).find((each) => label.test(each.label));
  if (!found) throw new Error(`"${card.title}" has no button ${String(label)}: ${labelsOf(card).join(', ')}`);
  return found;
}

export function cardOf(reply: Reply): Card {
  if (reply.kind !== 'card') throw new Error(`a card was expected: ${said(reply)}`);
  return reply.card;
}

/** What a reply says, whatever its kind. */
export function said(reply: Reply): string {
  switch (reply.kind) {
    case 'done':
      return reply.note ? read(reply.note) : '';
    case 'refused':
      return read(reply.why);
    case 'card':
      return `${reply.card.title}\n${textOf(reply.card.parts)}`;
    case 'form':
    case 'invalid':
      return reply.form.title;
  }
}
