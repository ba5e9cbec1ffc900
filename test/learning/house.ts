/** The whole desk behind its commands: every room over a real store, and a chat that keeps what people see. */
import mongoose, { type Connection } from 'mongoose';
import { pino } from 'pino';
import { createKnowledge, loadGlossary, loadKnowledge, type Article } from '../../knowledge/index.js';
import type { Accounts } from '../../src/accounts.js';
import type { Act } from '../../src/act.js';
import { createAnnouncer } from '../../src/announce.js';
import { createAudiences } from '../../src/audiences.js';
import type { Button, Card, Form } from '../../src/card.js';
import type { Chat, MessageRef } from '../../src/chat.js';
import { complete, type Act as Action, type Command } from '../../src/command.js';
import { readPolicies } from '../../src/policies.js';
import { createPostbox } from '../../src/postbox.js';
import { Refusal } from '../../src/refusal.js';
import type { Reply } from '../../src/reply.js';
import { openRooms } from '../../src/rooms.js';
import { loadSops } from '../../src/sops/sops.shelf.js';
import { openBooks } from '../../src/store/books.js';
import { wording } from '../../src/wording/index.js';
import { ownDatabase } from '../kit/company.js';
import { MONDAY, read } from '../tickets/people.js';
import { textOf } from '../tickets/room.js';

export { textOf };
export type House = Awaited<ReturnType<typeof furnish>>;

const policies = readPolicies('policies');
const HOUR = 3_600_000;
let deliveries = 0;

/** For the whole file: a company of its own for each test, over one database. */
export function openHouse(): (articles?: (all: Article[]) => Article[]) => Promise<House> {
  let connection: Connection;
  const opened: House[] = [];
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
  return async (articles = (all) => all) => {
    const house = await furnish(connection, articles);
    opened.push(house);
    return house;
  };
}

/** A chat in which everybody can be reached, and what was posted in it. */
function openChat() {
  const messages = new Map<string, { to: string; card: Card }>();
  const chat: Chat = {
    platform: 'slack',
    async post(to, card) {
      const ref = `slack:${messages.size + 1}` as MessageRef;
      messages.set(ref, { to, card });
      return ref;
    },
    async update(ref, card) {
      messages.set(ref, { ...messages.get(ref)!, card });
    },
    reach: async (whom) => ('person' in whom ? `slack:@${whom.person.id}` : `slack:${whom.channel}`),
  };
  return { chat, messages };
}

async function furnish(connection: Connection, choose: (all: Article[]) => Article[]) {
  const time = { now: MONDAY };
  const clock = { now: () => time.now };
  const log = pino({ level: 'silent' });
  const books = openBooks(connection);
  const { chat, messages } = openChat();
  const { directory } = policies;
  const viewerOf = (id: string) => {
    const { lang, zone } = directory.person(id)!;
    return { lang, zone };
  };
  const accounts = {
    platforms: () => ['slack'],
    accountOf: (id: string) => id,
    viewer: ({ id }: { id: string }) => viewerOf(id),
  } as unknown as Accounts;
  const audiences = createAudiences({ chats: [chat], accounts, directory });
  const postbox = createPostbox({ books, audiences, alone: true });
  const announcer = createAnnouncer({ audiences, postbox, log, now: clock.now });
  const shipped = await loadKnowledge('knowledge');
  const knowledge = createKnowledge(
    choose(structuredClone(shipped.articles)),
    await loadGlossary('knowledge/glossary.yaml'),
  );
  const { shelf } = await loadSops('knowledge/sops', directory);
  const rooms = await openRooms({
    connection,
    books,
    policies,
    accounts,
    announcer,
    chats: [chat],
    knowledge: () => knowledge,
    sops: () => shelf,
    clock,
    log,
  });

  const act = (who: string, origin = `delivery-${++deliveries}`): Act => {
    const viewer = viewerOf(who);
    return {
      actor: directory.person(who)!,
      by: who,
      now: time.now,
      origin,
      viewer,
      say: wording[viewer.lang],
      place: { platform: 'slack', private: true },
    };
  };

  async function perform(who: string, command: Command, origin?: string): Promise<Reply> {
    const as = act(who, origin);
    try {
      if (command.do !== 'show-form') {
        const handler = rooms.handlers[command.do] as (command: Action, act: Act) => Promise<Reply>;
        return await handler(command, as);
      }
      const build = rooms.forms[command.draft.do] as (draft: object, act: Act) => Promise<Form>;
      return { kind: 'form', form: await build(command.draft, as) };
    } catch (error) {
      if (error instanceof Refusal) return { kind: 'refused', why: error.why(as.say) };
      throw error;
    }
  }
  const cardOf = (reply: Reply): Card => {
    if (reply.kind !== 'card') throw new Error(`a card was expected: ${said(reply)}`);
    return reply.card;
  };

  return {
    time,
    messages,
    perform,
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
    /** Sends a form as it stands, with some values of its own. */
    submit(who: string, form: Form, values: Record<string, string> = {}, origin?: string): Promise<Reply> {
      const shown = Object.fromEntries(form.fields.map(({ name, value = '' }) => [name, value]));
      const completed = complete(form.draft, { ...shown, ...values });
      if (!completed.success) throw new Error(completed.error.message);
      return perform(who, completed.data, origin);
    },
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
    async close() {
      await announcer.stop();
    },
  };
}

export const buttonsOf = (card: Card): Button[] =>
  card.parts.flatMap((part) => (part.kind === 'buttons' ? [...part.buttons] : []));
export const labelsOf = (card: Card): string[] => buttonsOf(card).map(({ label }) => label);

export function buttonOf(card: Card, label: RegExp): Button {
  const found = buttonsOf(card).find((each) => label.test(each.label));
  if (!found) throw new Error(`"${card.title}" has no button ${String(label)}: ${labelsOf(card).join(', ')}`);
  return found;
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
