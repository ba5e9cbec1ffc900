/** Finds the conversation for a person or a channel of the policies. */
import type { Logger } from 'pino';
import { Busy, type Addressee, type Recipient } from '../../src/chat.js';
import { createShared } from '../../src/shared-work.js';
import { channelRef, userOf } from './address.js';
import type { Ask, Client } from './client.js';
import type { Bot } from './config.js';
import { failureOf } from './errors.js';

/** Milliseconds after which a channel is looked for again: it may have been created again under its name. */
const KNOWN_FOR = 600_000;

type Found = Recipient | 'unreachable';

export function createAddresses(deps: { client: Client; ask: Ask; bot: () => Bot; byEmail: boolean; log: Logger }) {
  const { client, ask, bot, byEmail, log } = deps;
  const known = new Map<string, { at: Recipient; until: number }>();
  const looking = createShared<Found>();

  /** The bot's own channels by name and id: it can only post, and hear threads, where it is a member. */
  async function findChannel(named: string): Promise<string | undefined> {
    const wanted = named.replace(/^#/, '');
    for (let cursor = ''; ;) {
      const page = {
        types: 'public_channel,private_channel',
        exclude_archived: true,
        limit: 200,
        ...(cursor && { cursor }),
      };
      const { channels, response_metadata } = await ask('users.conversations', () => client.users.conversations(page));
      const found = channels?.find((channel) => channel.id === wanted || channel.name === wanted);
      if (found?.id) return found.id;
      cursor = response_metadata?.next_cursor ?? '';
      if (!cursor) return undefined;
    }
  }

  async function findPerson({ account, email }: { account?: string; email: string }): Promise<string | undefined> {
    try {
      const byAddress = async () =>
        (await ask('users.lookupByEmail', () => client.users.lookupByEmail({ email }))).user;
      const users = userOf(account, bot().team) ?? (byEmail ? (await byAddress())?.id : undefined);
      return users && (await ask('conversations.open', () => client.conversations.open({ users }))).channel?.id;
    } catch (error) {
      if (failureOf(error).meaning === 'nobody') return undefined;
      throw error;
    }
  }

  async function look(key: string, whom: Addressee): Promise<Found> {
    const channel = await ('channel' in whom ? findChannel(whom.channel) : findPerson(whom.person));
    if (channel) {
      const at = channelRef(bot().team, channel);
      known.set(key, { at, until: 'channel' in whom ? performance.now() + KNOWN_FOR : Infinity });
      return at;
    }
    known.delete(key);
    if ('channel' in whom)
      log.warn({ channel: whom.channel }, 'no such Slack channel among those the app is in: /invite it there');
    return 'unreachable';
  }

  return {
    /** Several who look for the same at once share what is found. @throws `Busy`. */
    async reach(whom: Addressee): Promise<Found> {
      const key = 'channel' in whom ? `#${whom.channel}` : whom.person.id;
      const before = known.get(key);
      if (before && before.until > performance.now()) return before.at;
      try {
        return await looking(key, () => look(key, whom));
      } catch (error) {
        // What held a while ago is better than a wait.
        if (before && error instanceof Busy) return before.at;
        throw error;
      }
    },

    /** People found in this conversation are looked for again. */
    forget(channel: string): void {
      const at = channelRef(bot().team, channel);
      for (const [key, found] of known) if (found.at === at) known.delete(key);
    },
  };
}
