/** Whom no chat reaches the agents' card names, also when what could not be told was a card of reminders. */
import { pino } from 'pino';
import { openAccounts } from '../../src/accounts.js';
import { createAnnouncer } from '../../src/announce.js';
import { createAudiences } from '../../src/audiences.js';
import type { Card } from '../../src/card.js';
import type { Chat, MessageRef } from '../../src/chat.js';
import { createPostbox } from '../../src/postbox.js';
import { aloneOn } from '../kit/processes.js';
import { openSideCollections } from '../../src/store/side-collections.js';
import { at, directory } from './people.js';
import { as, openRoom, textOf, time, vpn, type Room } from './room.js';

const room = openRoom();

/** A chat in which some people cannot be reached, and everybody's cards as they are now. */
async function openChat(desk: Room, away: Set<string>) {
  const cards = new Map<MessageRef, { to: string; card: Card }>();
  const chat: Chat = {
    platform: 'slack',
    async post(to, card) {
      const ref: MessageRef = `slack:${cards.size}`;
      cards.set(ref, { to, card });
      return ref;
    },
    async update(ref, card) {
      cards.set(ref, { to: cards.get(ref)!.to, card });
      return 'drawn';
    },
    async reach(whom) {
      if ('channel' in whom) return `slack:${whom.channel}`;
      return away.has(whom.person.id) ? 'unreachable' : `slack:${whom.person.id}`;
    },
  };
  const collections = openSideCollections(desk.model.db);
  await collections.prepare();
  await collections.posted.deleteMany({});
  const accounts = await openAccounts(collections, directory, 'email');
  const audiences = createAudiences({ chats: [chat], accounts, directory });
  const postbox = createPostbox({ collections, audiences, processes: aloneOn(collections) });
  const announcer = createAnnouncer({ audiences, postbox, log: pino({ level: 'silent' }), now: () => time.now });
  announcer.register(desk.presenter);
  announcer.register(desk.batches);
  return {
    /** Tells everybody what there is to tell. */
    async tell() {
      for (const _ of ['what happened', 'what came of it', 'who was reached']) {
        await announcer.recover();
        await announcer.idle();
      }
    },
    thread: (top: string) => {
      const refs = [...cards].filter(([, { to }]) => to === `slack:${top}`).map(([ref]) => ref);
      return [...cards.values()].filter(({ to }) => refs.includes(to as MessageRef)).map(({ card }) => card.title);
    },
    titles: (to: string) =>
      [...cards.values()].filter((each) => each.to === `slack:${to}`).map(({ card }) => card.title),
    /** Takes what is due by then, and tells everybody. */
    async sweep(now: Date) {
      time.now = now;
      for (const sweep of desk.sweeps) while ((await sweep.run(now)) > 0);
      for (const _ of ['the round', 'what it says of its tickets']) {
        await announcer.recover();
        await announcer.idle();
      }
    },
    seen: (to: string) =>
      [...cards.values()].filter((each) => each.to === `slack:${to}`).map(({ card }) => textOf(card.parts)),
  };
}

it('until a chat reaches them', async () => {
  const desk = await room();
  await desk.handlers['open-ticket'](vpn, as('employee'));
  await desk.handlers.claim({ do: 'claim', ticket: 'INC-1' }, as('agent'));
  await desk.handlers.reply({ do: 'reply', ticket: 'INC-1', text: 'Which network?' }, as('agent'));
  const away = new Set<string>();
  const chat = await openChat(desk, away);
  const triage = () => chat.seen('#it-desk').filter((text) => text.includes('[Resolve'));
  await chat.sweep(at('wed', '10:00'));
  expect(triage()).toEqual([expect.not.stringContaining('Not reached')]);

  away.add('agent2');
  await chat.sweep(at('wed', '15:06'));
  expect(chat.seen('lead')).toHaveLength(1);
  expect(triage()).toEqual([expect.stringContaining('Not reached in any chat: Bao Li.')]);

  away.clear();
  time.now = at('wed', '15:30');
  await desk.handlers['need-help']({ do: 'need-help', ticket: 'INC-1', reason: 'Which gateway?' }, as('agent'));
  await chat.sweep(at('wed', '15:31'));
  expect(chat.seen('agent2')).toHaveLength(1);
  expect(triage()).toEqual([expect.not.stringContaining('Not reached')]);
});

describe('a ticket that waits for the answer of somebody whom no chat reaches', () => {
  const wait = { do: 'wait', ticket: 'INC-1', cause: 'user', reason: 'Which floor are you on?' } as const;
  const ticketOf = async (desk: Room, id = 'INC-1') => (await desk.ledger.load(id))!;

  /** Emma's, which Alex holds; she is away from every chat. */
  async function waiting() {
    const desk = await room();
    const away = new Set(['employee']);
    const chat = await openChat(desk, away);
    await desk.handlers['open-ticket'](vpn, as('employee'));
    await desk.handlers.claim({ do: 'claim', ticket: 'INC-1' }, as('agent'));
    await desk.handlers.wait(wait, as('agent'));
    return { desk, away, chat };
  }

  it('goes on by itself, its clocks run, and the assignee and the agents know why', async () => {
    const { desk, chat } = await waiting();
    expect((await ticketOf(desk)).state).toBe('waiting');
    await chat.tell();
    const ticket = await ticketOf(desk);
    expect([ticket.state, ticket.waiting, ticket.clocks.pauses.at(-1)?.to]).toEqual([
      'in-progress',
      undefined,
      time.now,
    ]);
    expect(chat.thread('#it-desk')).toContain('INC-1: Emma Chen was not reached');
    expect(chat.seen('agent').at(-1)).toMatch(/No chat reaches Emma Chen\. The ticket is no longer on hold/);
  });

  it('does so again, as often as an agent waits for them in vain', async () => {
    const { desk, chat } = await waiting();
    await chat.tell();
    time.now = at('tue', '09:00');
    await desk.handlers.wait({ ...wait, reason: 'And which room?' }, as('agent'));
    await chat.tell();
    const { state, history } = await ticketOf(desk);
    expect([state, history.filter(({ what }) => what === 'unreached').length]).toEqual(['in-progress', 2]);
  });

  it('asks them once a chat reaches them, and takes their answer', async () => {
    const { desk, away, chat } = await waiting();
    await chat.tell();
    expect(chat.titles('employee')).toEqual([]);
    away.clear();
    time.now = at('tue', '09:00');
    await desk.handlers.note({ do: 'note', ticket: 'INC-1', text: 'I called her' }, as('agent'));
    await chat.tell();
    expect(chat.titles('employee')).toEqual([expect.stringMatching(/^INC-1 · VPN/)]);
    expect(chat.thread('employee')).toEqual(['INC-1: Alex Weber needs your answer']);
    expect(chat.thread('#it-desk')).toContain('INC-1: Emma Chen can be reached again and was asked');
    await desk.handlers.note({ do: 'note', ticket: 'INC-1', text: 'She knows' }, as('agent'));
    await chat.tell();
    expect(chat.thread('employee')).toHaveLength(1);
    await desk.handlers.comment({ do: 'comment', ticket: 'INC-1', words: 'The third' }, as('employee'));
    expect((await ticketOf(desk)).unheard).toBeUndefined();
  });

  it('asks nothing of them any more when it was solved meanwhile', async () => {
    const { desk, away, chat } = await waiting();
    await chat.tell();
    away.clear();
    await desk.handlers.resolve({ do: 'resolve', ticket: 'INC-1', summary: 'New cable' }, as('agent'));
    await chat.tell();
    expect(chat.thread('employee')).toEqual(['INC-1: resolved by Alex Weber']);
    expect((await ticketOf(desk)).unheard).toBeUndefined();
  });

  it('goes on waiting for a supplier, and for somebody who is reached', async () => {
    const { desk, away, chat } = await waiting();
    await desk.handlers.wait({ ...wait, cause: 'supplier' }, as('agent'));
    await chat.tell();
    expect((await ticketOf(desk)).state).toBe('waiting');
    away.clear();
    await desk.handlers.wait(wait, as('agent'));
    await chat.tell();
    expect((await ticketOf(desk)).state).toBe('waiting');
  });

  it('asks the agent who gave it, when it is a task, in their own chat', async () => {
    const { desk, away, chat } = await waiting();
    away.clear();
    const task = { do: 'add-task', ticket: 'INC-1', title: 'Order the part', to: 'agent2' } as const;
    await desk.handlers['add-task'](task, as('agent'));
    await desk.handlers.wait({ ...wait, ticket: 'INC-2' }, as('agent2'));
    await chat.tell();
    expect(chat.titles('agent')).toContain('INC-2: Bao Li needs your answer');
    expect((await ticketOf(desk, 'INC-2')).state).toBe('waiting');
    away.add('agent');
    await desk.handlers.wait({ ...wait, ticket: 'INC-2', reason: 'Which one?' }, as('agent2'));
    await chat.tell();
    expect((await ticketOf(desk, 'INC-2')).state).not.toBe('waiting');
  });
});
