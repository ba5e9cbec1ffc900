/** The ticket room over a real store, and how people speak to it. */
import mongoose, { type Connection } from 'mongoose';
import type { Context } from '../../src/context.js';
import { lineOf, type Card, type Part } from '../../src/card.js';
import type { MessageRef } from '../../src/chat.js';
import { createLedger } from '../../src/ledger.js';
import { Refusal } from '../../src/refusal.js';
import { card as cardReply, type Reply } from '../../src/reply.js';
import type { Duplicates } from '../../src/tickets/links/duplicates.handlers.js';
import { readTemplates } from '../../src/tickets/policy.js';
import { budget, type Attempt } from '../../src/tickets/ticket.js';
import { openBatches } from '../../src/tickets/reminders/batches.store.js';
import { createTickets } from '../../src/tickets/tickets.handlers.js';
import { openSideCollections } from '../../src/store/side-collections.js';
import { openForecasts } from '../../src/tickets/forecast/forecast.store.js';
import { firstMentioned } from '../../src/sla/rules.js';
import { openTickets } from '../../src/tickets/tickets.store.js';
import { wording } from '../../src/language/wording.js';
import { ownDatabase } from '../kit/company.js';
import type { House } from '../../src/tickets/ticket.js';
import { directory, house, MONDAY, read } from './people.js';

/** Each test begins on Monday. */
export const time = { now: MONDAY };
let deliveries = 0;

/**
 * For the whole file: a database of its own, and a new room whenever one is asked for; one that is opened beside another
 * is a second process over the same tickets.
 * @param own the house in which it stands, when that is not the demo company's.
 * @param alike what makes tickets one issue; else nothing does.
 */
export function openRoom(
  own: House = house,
  alike: Duplicates = { isDuplicate: () => false, from: 3 },
): (beside?: Room, troubles?: string[]) => Promise<Room> {
  let connection: Connection;
  beforeAll(async () => {
    connection = await mongoose.createConnection(ownDatabase(), { monitorCommands: true }).asPromise();
  });
  afterAll(async () => {
    await connection.dropDatabase();
    await connection.close();
  });
  beforeEach(() => {
    time.now = MONDAY;
  });
  return (beside, troubles) => furnish(connection, own, alike, beside?.numbers, troubles);
}

/** @param troubles where sweeps note what they fail with; without it they fail. */
async function furnish(
  connection: Connection,
  house: House,
  alike: Duplicates,
  shared?: { last: number },
  troubles?: string[],
) {
  const model = openTickets(connection);
  const batches = openBatches(connection);
  await Promise.all([model.createIndexes(), batches.createIndexes()]);
  const texts = connection.collection('texts');
  if (!shared)
    for (const each of [model, batches, texts, connection.collection('counters'), openForecasts(connection)] as Pick<
      typeof texts,
      'deleteMany'
    >[])
      await each.deleteMany({});
  const numbers = shared ?? { last: 0 };
  const known = new Set(['agent', 'agent2']);
  const ledger = createLedger('INC', model, { saved: () => {}, nextNumber: async () => ++numbers.last, budget });
  const questions: Record<string, { words: string; by: string[]; attempts?: Attempt[] }> = {
    'Q-1': {
      words: 'my vpn keeps\ndropping',
      by: ['employee'],
      attempts: [{ article: 'vpn-drops', title: 'vpn-drops', how: 'read' }],
    },
    'Q-2': { words: `vpn ${'x'.repeat(200)}`, by: ['employee'] },
  };
  let round = 0;
  const tickets = createTickets({
    ledger,
    batches: createLedger('NAG', batches, { saved: () => {}, nextNumber: async () => ++round }),
    ...house,
    forecasts: openForecasts(connection),
    clock: { now: () => time.now },
    trouble: async (sweep, record, error) => {
      if (!troubles) throw error;
      troubles.push(`${sweep} ${record}`);
    },
    ask: async (words, act) => cardReply({ for: act.viewer, title: `answer to ${words}`, parts: [] }),
    grown: async () => {},
    question: async (id) => questions[id],
    templates: readTemplates('policies'),
    duplicates: alike,
    suggest: (words) => ({ category: firstMentioned(house.sla.categories, words) ?? 'other', urgency: 'medium' }),
    turn: openSideCollections(connection).turn,
    habits: { hasReplied: async (person) => known.has(person), replied: async (person) => void known.add(person) },
  });
  return { ...tickets, ledger, model, numbers, batchesModel: batches };
}
export type Room = Awaited<ReturnType<typeof furnish>>;

type Where = { private?: boolean; thread?: MessageRef; origin?: string };
export const as = (person: string, { private: alone = true, thread, origin }: Where = {}): Context => ({
  actor: directory.person(person)!,
  by: person,
  now: time.now,
  origin: origin ?? `delivery-${++deliveries}`,
  viewer: { lang: 'en', zone: 'Europe/Berlin' },
  say: wording.en,
  place: { platform: 'slack', private: alone, ...(thread ? { thread } : {}) },
});

export async function answer(reply: Promise<Reply>): Promise<string> {
  try {
    const said = await reply;
    if (said.kind === 'done') return said.note ? read(said.note) : '';
    if (said.kind === 'card') return said.card.title;
    return said.kind;
  } catch (error) {
    if (error instanceof Refusal) return read(error.why(wording.en));
    throw error;
  }
}
export const shown = async (reply: Promise<Reply>): Promise<Card> => {
  const said = await reply;
  if (said.kind !== 'card') throw new Error(`a card was expected: ${said.kind}`);
  return said.card;
};
export const textOf = (parts: readonly Part[]): string =>
  parts
    .map((part) => {
      if (part.kind === 'text' || part.kind === 'note') return read(part.text);
      if (part.kind === 'quote') return `"${part.text}"`;
      if (part.kind === 'list') return part.items.map(read).join('\n');
      if (part.kind === 'table') return part.rows.map((row) => read(lineOf(row))).join('\n');
      if (part.kind === 'facts') return part.facts.map((fact) => `${fact.label}: ${read(fact.value)}`).join('\n');
      if (part.kind === 'progress') return part.steps.map((step) => `${step.state} ${read(step.label)}`).join('\n');
      return `[${part.buttons.map(({ label }) => label).join('] [')}]`;
    })
    .join('\n');

export const vpn = { do: 'open-ticket', title: 'VPN keeps dropping', impact: 'low', urgency: 'medium' } as const;
