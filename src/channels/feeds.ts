/** Finds the policy of the channel that something was posted in. */
import { Busy, type Chat, type Place, type Recipient, unplayed } from '../chat.js';
import type { Feed } from './policy.js';

/**
 * Milliseconds after which a channel is looked for again: the app may have been invited, or the channel created again.
 */
const LOOK_AGAIN_MS = 60_000;

export function createFeeds(deps: { feeds: readonly Feed[]; chats: readonly Chat[]; now(): Date }) {
  const places = new Map<string, { at: Promise<Recipient | 'unreachable'>; asked: number }>();

  /** @throws `Busy`: what was posted may be meant for the group. */
  async function look(chat: Chat, channel: string): Promise<Recipient | 'unreachable'> {
    try {
      return await chat.reach({ channel });
    } catch (error) {
      if (error instanceof Busy) throw error;
      return 'unreachable';
    }
  }

  async function placeOf(chat: Chat, channel: string): Promise<Recipient | 'unreachable'> {
    const key = `${chat.platform} ${channel}`;
    const now = deps.now().getTime();
    const known = places.get(key);
    if (known && now - known.asked < LOOK_AGAIN_MS) return known.at;
    const at = look(chat, channel);
    places.set(key, { at, asked: now });
    at.catch(() => places.delete(key));
    return at;
  }

  /** The feed of this place's channel, if it has one. */
  return async function feedOf({ platform, channel }: Place): Promise<Feed | undefined> {
    const chat = channel && deps.chats.find((each) => each.platform === platform);
    if (!chat) return undefined;
    for (const feed of deps.feeds) {
      const name = feed[unplayed(platform)];
      if (name && (await placeOf(chat, name)) === channel) return feed;
    }
    return undefined;
  };
}
