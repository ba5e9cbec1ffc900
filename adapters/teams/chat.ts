/** Teams as a Chat: cards posted to kept conversations, redrawn in place, people and channels found. */
import { Final, Uncertain, type Chat, type MessageRef, type Once, type Recipient } from '../../src/chat.js';
import type { Card } from '../../src/card.js';
import { wording } from '../../src/language/wording.js';
import type { Connectors } from './app.js';
import { addressOf, conversationOf, parseAddress } from './address.js';
import { CutShort, type Calls } from './calls.js';
import type { Doubts } from './doubts.js';
import { attachment } from './elements.js';
import { findChannel, type References } from './references.js';
import { renderCard } from './render.js';
import type { Roster } from './roster.js';
import { clip, inert, type MentionOf } from './text.js';

/** Seconds after which a conversation that Teams does not find is believed to be gone: somebody waits for a person's word. */
const DOUBTED = { personal: 10, group: 600, channel: 600 };

/** The activity that shows a card; `summary` is what notifications say. */
export const cardActivity = (card: Card, mentionOf: MentionOf) => ({
  type: 'message',
  summary: inert(clip(card.status ? `${card.title} · ${card.status.text}` : card.title, 300)),
  attachments: [attachment(renderCard(card, mentionOf))],
});

/** Teams cannot be asked whether an earlier try arrived, so a repeat says that it may be one. */
const asRepeat = (card: Card): Card => ({
  ...card,
  parts: [...card.parts, { kind: 'note', text: [wording[card.for.lang].common.mayRepeat] }],
});

export function createTeamsChat(deps: {
  connectors: Connectors;
  calls: Calls;
  doubts: Doubts;
  references: References;
  roster: Roster;
  mentionOf: MentionOf;
  accountOf(person: string): string | undefined;
}) {
  const { connectors, calls, doubts, references, roster, mentionOf } = deps;

  async function clientFor(conversation: string) {
    const known = await references.conversation(conversation);
    if (!known) throw new Error('the conversation is not known: nothing was ever heard from it');
    return { kind: known.kind, conversations: connectors(known.serviceUrl).connector.conversations };
  }

  /** @throws `Busy`, `Uncertain` or `Final`; anything else means that it was not accepted. */
  async function send(to: Recipient | MessageRef, message: object): Promise<MessageRef> {
    const { conversation, message: activity } = parseAddress(to);
    const base = conversationOf(conversation);
    const { conversations, kind } = await clientFor(base);
    // Only channels have threads; in other chats a reply is simply the next message.
    const inThread = activity && !conversation.includes(';');
    const thread = inThread ? `${conversation};messageid=${activity}` : conversation;
    const target = kind === 'channel' ? thread : base;
    const posted = await calls.calling('post', (options) =>
      conversations.sendToConversation(target, message as never, options),
    );
    if ('done' in posted) {
      doubts.settle(base);
      if (!posted.done.id) throw new Uncertain('it named no message');
      return addressOf(target, posted.done.id);
    }
    const { not, reason } = posted;
    if (not === 'unknown') throw new Uncertain(reason);
    if (not === 'passing') doubts.outlast(base, DOUBTED[kind]);
    // Where only the message that heads the thread is gone, the conversation goes on.
    if (not !== 'gone') await references.close(base);
    throw new Final(reason);
  }

  async function redraw(ref: MessageRef, message: object): ReturnType<Chat['update']> {
    const { conversation, message: activity = '' } = parseAddress(ref);
    const base = conversationOf(conversation);
    const { conversations, kind } = await clientFor(base);
    const redrawn = { ...message, id: activity };
    const drawn = await calls.calling('redraw', (options) =>
      conversations.updateActivity(conversation, activity, redrawn as never, options),
    );
    if ('not' in drawn) {
      if (drawn.not === 'passing') doubts.outlast(base, DOUBTED[kind]);
      if (drawn.not === 'final') await references.close(base);
      return drawn.not === 'gone' ? 'gone' : 'lost';
    }
    doubts.settle(base);
    return 'drawn';
  }

  const chat: Chat = {
    platform: 'teams',

    async post(to, card, once?: Once) {
      const shown = once?.again ? asRepeat(card) : card;
      try {
        return await send(to, cardActivity(shown, mentionOf));
      } catch (error) {
        if (error instanceof CutShort && error.wasUnderWay) throw new Uncertain(error.message);
        if (error instanceof Uncertain && once?.again) throw new Final(`a repeat is not repeated: ${error.message}`);
        throw error;
      }
    },

    update: (ref, card) => redraw(ref, cardActivity(card, mentionOf)),

    async reach(whom) {
      if ('person' in whom) {
        const account = whom.person.account ?? deps.accountOf(whom.person.id);
        return account ? roster.reach(account) : roster.reachByEmail(whom.person.email);
      }
      // A deleted channel may have been created again under its name.
      const channel = findChannel(await references.openTeams(), whom.channel) ?? whom.channel;
      const known = await references.conversation(channel);
      if (!known || known.kind === 'personal' || (await references.isClosed(channel))) return 'unreachable';
      return addressOf(channel);
    },
  };

  return { chat, send, redraw };
}
