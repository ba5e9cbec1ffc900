/** Whom no chat reaches the agents' card names, also when what could not be told was a card of reminders. */
import { pino } from 'pino';
import { openAccounts } from '../../src/accounts.js';
import { createAnnouncer } from '../../src/announce.js';
import { createAudiences } from '../../src/audiences.js';
import type { Card } from '../../src/card.js';
import type { Chat, MessageRef } from '../../src/chat.js';
import { createPostbox } from '../../src/postbox.js';
import { aloneOn } from '../kit/processes.js';
import { openBooks } from '../../src/store/books.js';
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
  const books = openBooks(desk.model.db);
  await books.prepare();
  await books.posted.deleteMany({});
  const accounts = await openAccounts(books, directory, 'email');
  const audiences = createAudiences({ chats: [chat], accounts, directory });
  const postbox = createPostbox({ books, audiences, processes: aloneOn(books) });
  const announcer = createAnnouncer({ audiences, postbox, log: pino({ level: 'silent' }), now: () => time.now });
  announcer.register(desk.board);
  announcer.register(desk.rounds);
  return {
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
