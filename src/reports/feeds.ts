/** Finds the policy of the channel that something was posted in. */
import { type Chat, type Place, type Recipient, unplayed } from '../chat.js';
import type { Feed } from './policy.js';

/** A channel that could not be found is looked for again after this long: the app may have been invited meanwhile. */
const LOOK_AGAIN_MS = 60_000;

export function createFeeds(deps: { feeds: readonly Feed[]; chats: readonly Chat[]; now(): Date }) {
  const places = new Map<string, { at: Promise<Recipient | 'unreachable'>; asked: number }>();

  async function placeOf(chat: Chat, channel: string): Promise<Recipient | 'unreachable'> {
    const key = `${chat.platform} ${channel}`;
    const now = deps.now().getTime();
    const known = places.get(key);
    if (known && ((await known.at.catch(() => 'unreachable')) !== 'unreachable' || now - known.asked < LOOK_AGAIN_MS))
      return known.at.catch(() => 'unreachable' as const);
    const at = chat.reach({ channel });
    places.set(key, { at, asked: now });
    return at.catch(() => 'unreachable' as const);
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
