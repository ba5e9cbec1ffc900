/**
 * A process that takes what is due on the ladders, reminds everybody, and ends when all is done and said; it is there
 * to be killed. Its store is in its data directory, and what reaches the chat is appended to a file. The tickets' own
 * cards are left out: they take most of the time, and crash.test.ts has them.
 */
import { noTrouble } from '../kit/trouble.js';
import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { pino } from 'pino';
import { openAccounts } from '../../src/accounts.js';
import { createAnnouncer } from '../../src/announce.js';
import { createAudiences } from '../../src/audiences.js';
import type { Chat } from '../../src/chat.js';
import { createLedger } from '../../src/ledger.js';
import { createPostbox } from '../../src/postbox.js';
import { aloneOn } from '../kit/processes.js';
import { openSideCollections } from '../../src/store/side-collections.js';
import { connectStore } from '../../src/store/connect.js';
import { openForecasts } from '../../src/tickets/forecast/forecast.store.js';
import { openBatches } from '../../src/tickets/reminders/batches.store.js';
import { createTickets } from '../../src/tickets/tickets.handlers.js';
import { openTickets } from '../../src/tickets/tickets.store.js';
import { house } from '../tickets/people.js';

const [dataDir = '', worker = '', posts = '', moment = ''] = process.argv.slice(2);
const now = () => new Date(moment);
const { directory } = house;

/**
 * A card is there once it is written, and the desk hears of that a moment later, as from any platform. Like Slack, it can
 * tell whether a card is there already.
 */
const chat: Chat = {
  platform: 'slack',
  async post(to, { title, parts }, once) {
    const card = { to: to.slice('slack:'.length), title, parts, mark: once?.mark };
    if (once?.again && existsSync(posts) && readFileSync(posts, 'utf8').includes(JSON.stringify(once.mark)))
      return `slack:${randomUUID()}`;
    appendFileSync(posts, `${JSON.stringify(card)}\n`);
    process.stdout.write('telling\n');
    await pause(20);
    return `slack:${randomUUID()}`;
  },
  update: async () => 'drawn',
  reach: async (whom) => `slack:${'person' in whom ? whom.person.id : whom.channel}`,
};

const store = await connectStore({ dataDir, workerUrl: pathToFileURL(worker) });
const collections = openSideCollections(store.connection);
const audiences = createAudiences({
  chats: [chat],
  accounts: await openAccounts(collections, directory, 'email'),
  directory,
});
const postbox = createPostbox({ collections, audiences, processes: aloneOn(collections) });
const announcer = createAnnouncer({ audiences, postbox, log: pino({ level: 'warn' }), now });
const deps = { saved: announcer.soon, nextNumber: collections.nextNumber };
const tickets = createTickets({
  ...house,
  ledger: createLedger('INC', openTickets(store.connection), deps),
  batches: createLedger('NAG', openBatches(store.connection), deps),
  forecasts: openForecasts(store.connection),
  clock: { now },
  trouble: noTrouble,
  ask: () => Promise.reject(new Error('nobody asks here')),
  grown: async () => {},
  question: async () => undefined,
  suggest: () => ({}),
  duplicates: { isDuplicate: () => false, from: 3 },
  templates: [],
  turn: async (_, [first]) => first,
  habits: { hasReplied: async () => true, replied: async () => undefined },
});
await collections.prepare();
announcer.register(tickets.batches);

process.stdout.write('sweeping\n');
await announcer.recover();
for (const sweep of tickets.sweeps) while ((await sweep.run(now())) > 0);
await announcer.idle();
await store.close();
