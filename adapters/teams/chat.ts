/** Teams as a Chat: cards posted to kept conversations, redrawn in place, people and channels found. */
import type { Chat, MessageRef, Recipient } from '../../src/chat.js';
import type { Card } from '../../src/card.js';
import type { Connectors } from './app.js';
import { attachment } from './elements.js';
import { addressOf, conversationOf, parseAddress } from './address.js';
import { allowing, calling, options } from './calls.js';
import { findChannel, type References } from './references.js';
import { renderCard } from './render.js';
import type { Roster } from './roster.js';
import { clip, type MentionOf } from './text.js';

/** The activity that shows a card; `summary` is what notifications say. */
export const cardActivity = (card: Card, mentionOf: MentionOf) => ({
  type: 'message',
  summary: clip(card.status ? `${card.title} · ${card.status.text}` : card.title, 300),
  attachments: [attachment(renderCard(card, mentionOf))],
});

export function createTeamsChat(deps: {
  connectors: Connectors;
  references: References;
  roster: Roster;
  mentionOf: MentionOf;
  accountOf(person: string): string | undefined;
}) {
  const { connectors, references, roster, mentionOf } = deps;

  async function clientFor(conversation: string) {
    const known = await references.conversation(conversationOf(conversation));
    if (!known) throw new Error('the conversation is not known: nothing was ever heard from it');
    return { kind: known.kind, client: connectors(known.serviceUrl).connector };
  }

  async function send(to: Recipient | MessageRef, message: object): Promise<MessageRef> {
    const { conversation, message: activity } = parseAddress(to);
    const { client, kind } = await clientFor(conversation);
    // Only channels have threads; in other chats a reply is simply the next message.
    const inThread = activity && kind === 'channel' && !conversation.includes(';');
    const target = inThread ? `${conversation};messageid=${activity}` : conversation;
    const { id } = await calling(() => client.conversations.sendToConversation(target, message as never, options()));
    return addressOf(target, id);
  }

  const chat: Chat = {
    platform: 'teams',
    post: (to, card) => send(to, cardActivity(card, mentionOf)),

    async update(ref, card) {
      const { conversation, message: activity } = parseAddress(ref);
      const { client } = await clientFor(conversation);
      const done = await allowing([404], () =>
        client.conversations.updateActivity(
          conversation,
          activity ?? '',
          { ...cardActivity(card, mentionOf), id: activity } as never,
          options(),
        ),
      );
      return done ? 'drawn' : 'gone';
    },

    async reach(whom) {
      if ('person' in whom) {
        const account = whom.person.account ?? deps.accountOf(whom.person.id);
        return account ? roster.reach(account) : roster.reachByEmail(whom.person.email);
      }
      const channel = findChannel(await references.teams(), whom.channel);
      if (channel) return addressOf(channel);
      const known = await references.conversation(whom.channel);
      return known && known.kind !== 'personal' ? addressOf(whom.channel) : 'unreachable';
    },
  };

  return { chat, send };
}
