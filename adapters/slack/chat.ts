/** The desk's port to Slack: posting cards, redrawing them, and finding where to post. */
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Addressee, Chat, Recipient } from '../../src/chat.js';
import { channelRef, messageRef, parseRef, userOf } from './address.js';
import { AS_IS, codeOf, isAmbiguous, translate, type Client } from './client.js';
import type { Bot } from './config.js';
import { renderCard } from './render.js';
import type { Mention } from './text.js';

/** What Slack says of a message that cannot be redrawn any more. */
const GONE = ['message_not_found', 'channel_not_found', 'is_archived', 'thread_not_found'];
/** What Slack says of a person who cannot be written to. */
const NOBODY = ['users_not_found', 'user_not_found', 'user_disabled', 'cannot_dm_bot', 'user_not_visible'];
const POSTED = 'deskhand_post';

type Deps = { client: Client; bot: () => Bot; mention: Mention; byEmail: boolean; log: Logger };

export function createChat({ client, bot, mention, byEmail, log }: Deps): Chat {
  const known = new Map<string, Recipient>();

  /** The bot's own channels by name and id: it can only post, and hear threads, where it is a member. */
  async function findChannel(named: string): Promise<string | undefined> {
    const wanted = named.replace(/^#/, '');
    for (let cursor = ''; ;) {
      const page = await client.users.conversations({
        types: 'public_channel,private_channel',
        exclude_archived: true,
        limit: 200,
        ...(cursor && { cursor }),
      });
      const found = page.channels?.find((channel) => channel.id === wanted || channel.name === wanted);
      if (found?.id) return found.id;
      cursor = page.response_metadata?.next_cursor ?? '';
      if (!cursor) return undefined;
    }
  }

  async function findPerson({ account, email }: { account?: string; email: string }): Promise<string | undefined> {
    try {
      const user =
        userOf(account, bot().team) ?? (byEmail ? (await client.users.lookupByEmail({ email })).user?.id : undefined);
      return user && (await client.conversations.open({ users: user })).channel?.id;
    } catch (error) {
      if (NOBODY.includes(codeOf(error) ?? '')) return undefined;
      throw error;
    }
  }

  /** Looks whether a post whose answer was lost arrived after all, by the mark that was sent with it. */
  async function findPosted(channel: string, thread: string | undefined, mark: string) {
    const recent = { channel, limit: 20, include_all_metadata: true };
    const { messages = [] } = thread
      ? await client.conversations.replies({ ...recent, ts: thread })
      : await client.conversations.history(recent);
    return messages.find((message) => {
      const payload: Record<string, unknown> | undefined = message.metadata?.event_payload;
      return payload?.['mark'] === mark;
    })?.ts;
  }

  return {
    platform: 'slack',

    async post(to, card) {
      const { channel, ts: thread } = parseRef(to);
      const mark = randomUUID();
      try {
        const posted = await client.chat.postMessage({
          ...AS_IS,
          ...renderCard(card, mention),
          channel,
          metadata: { event_type: POSTED, event_payload: { mark } },
          ...(thread && { thread_ts: thread }),
        });
        return messageRef(bot().team, posted.channel ?? channel, posted.ts ?? '');
      } catch (error) {
        const ts = isAmbiguous(error) ? await findPosted(channel, thread, mark).catch(() => undefined) : undefined;
        if (ts) return messageRef(bot().team, channel, ts);
        throw translate(error);
      }
    },

    async update(ref, card) {
      const { channel, ts = '' } = parseRef(ref);
      try {
        await client.chat.update({ ...renderCard(card, mention), channel, ts, parse: 'none' });
        return 'drawn';
      } catch (error) {
        if (!GONE.includes(codeOf(error) ?? '')) throw translate(error);
        return 'gone';
      }
    },

    async reach(whom: Addressee) {
      const key = 'channel' in whom ? whom.channel : whom.person.id;
      const before = known.get(key);
      if (before) return before;
      try {
        const channel = await ('channel' in whom ? findChannel(whom.channel) : findPerson(whom.person));
        if (!channel) {
          if ('channel' in whom) {
            log.warn({ channel: whom.channel }, 'no such Slack channel among those the app is in: /invite it there');
          }
          return 'unreachable';
        }
        const found = channelRef(bot().team, channel);
        known.set(key, found);
        return found;
      } catch (error) {
        throw translate(error);
      }
    },
  };
}
