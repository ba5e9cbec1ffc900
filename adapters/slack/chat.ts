/** The desk's port to Slack: posting cards, redrawing them, and finding where to post. */
import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { Final, type Chat } from '../../src/chat.js';
import { messageRef, parseRef } from './address.js';
import { createAddresses } from './reach.js';
import type { Ask, Client } from './client.js';
import type { Bot } from './config.js';
import { failureOf, passing } from './errors.js';
import type { Posting } from './posting.js';
import { renderCard } from './render.js';
import type { Mention } from './text.js';

type Deps = {
  client: Client;
  ask: Ask;
  posting: Posting;
  bot: () => Bot;
  mention: Mention;
  byEmail: boolean;
  log: Logger;
};

export function createChat({ client, ask, posting, bot, mention, byEmail, log }: Deps): Chat {
  const addresses = createAddresses({ client, ask, bot, byEmail, log });
  /** The channels of which the log has told that they take nothing any more. */
  const closed = new Set<string>();

  function close(channel: string, code: string | undefined): void {
    addresses.forget(channel);
    // A person who is not reached is named on the card.
    if (closed.has(channel) || channel.startsWith('D')) return;
    closed.add(channel);
    log.warn(
      { channel, code },
      'this Slack channel takes nothing any more: unarchive it and /invite the app, or make a channel of its name and invite the app there',
    );
  }

  return {
    platform: 'slack',

    async post(to, card, once = { mark: randomUUID() }) {
      const { channel, ts: thread } = parseRef(to);
      const { mark, again } = once;
      const message = renderCard(card, mention);
      try {
        const ts = await posting.post(message, { channel, thread, mark, ...(again && { again: { since: again } }) });
        closed.delete(channel);
        return messageRef(bot().team, channel, ts);
      } catch (error) {
        if (!(error instanceof Final)) throw error;
        const { meaning, code } = failureOf(error.cause);
        // A thread that takes nothing says nothing of its channel.
        if (meaning !== 'gone') close(channel, code);
        throw error;
      }
    },

    async update(ref, card) {
      const { channel, ts = '' } = parseRef(ref);
      try {
        await client.chat.update({ ...renderCard(card, mention), channel, ts, parse: 'none' });
        return 'drawn';
      } catch (error) {
        const { meaning, code } = failureOf(error);
        if (meaning === 'gone') return 'gone';
        if (meaning === 'final') close(channel, code);
        if (meaning === 'final' || meaning === 'lost') return 'lost';
        throw passing(error);
      }
    },

    reach: addresses.reach,
  };
}
