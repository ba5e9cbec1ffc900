/** The playground as a chat platform, twice: once as Slack and once as Teams would be. */
import { randomUUID } from 'node:crypto';
import type { Chat, MessageRef, Recipient } from '../../src/chat.js';
import type { Clock } from '../../src/clock.js';
import type { Company } from './company.js';
import type { Conversation, Message, PlayPlatform } from './memory.js';
import type { Messages } from './messages.js';

export const refOf = ({ platform, id }: Pick<Message, 'platform' | 'id'>): MessageRef => `${platform}:m/${id}`;

/** Teams has no threads in a chat between two; Slack has them everywhere. */
export const threads = (platform: PlayPlatform, conversation: Conversation): boolean =>
  platform === 'play-slack' || conversation.startsWith('ch/');

export function createPlayChat(
  platform: PlayPlatform,
  { messages, company, clock }: { messages: Messages; company: Company; clock: Clock },
): Chat {
  const addressed = (address: Recipient | MessageRef): Pick<Message, 'conversation' | 'thread'> => {
    const local = address.slice(platform.length + 1);
    if (!local.startsWith('m/')) {
      if (company.has(platform, local as Conversation)) return { conversation: local as Conversation };
      throw new Error(`the playground has no conversation ${address}`);
    }
    const head = messages.get(local.slice(2));
    if (!head) throw new Error(`the playground has no message ${address}`);
    const { conversation } = head;
    return threads(platform, conversation) ? { conversation, thread: head.thread ?? head.id } : { conversation };
  };

  return {
    platform,
    async post(to, card, once) {
      const before = once?.again && messages.get(once.mark);
      if (before) {
        await messages.redraw(before.id, { kind: 'card', card });
        return refOf(before);
      }
      const message = await messages.post({
        id: once?.mark ?? randomUUID(),
        platform,
        ...addressed(to),
        author: 'desk',
        at: clock.now(),
        body: { kind: 'card', card },
      });
      return refOf(message);
    },
    async update(ref, card) {
      await messages.redraw(ref.slice(platform.length + 3), { kind: 'card', card });
      return 'drawn';
    },
    async reach(whom) {
      if ('channel' in whom) {
        const conversation: Conversation = `ch/${whom.channel}`;
        return company.has(platform, conversation) ? `${platform}:${conversation}` : 'unreachable';
      }
      const { account, email } = whom.person;
      const player = account === undefined ? company.byEmail(email) : company.player(account);
      return player ? `${platform}:dm/${player.id}` : 'unreachable';
    },
  };
}
