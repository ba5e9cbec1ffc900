/** What is pressed on a message or shown without words: the emoji and the shortcut of tickets, and the home tab. Pure. */
import { z } from 'zod';
import type { Bot } from './config.js';
import { clicked, envelope, isForeignClick, isForeignEvent } from './envelope.js';
import type { homeOpened } from './home.js';
import type { Inbound } from './inbound.js';
import { text } from './optional.js';
import { SLACKBOT } from './profiles.js';
import { message } from './reported.js';

/** The name of the emoji that makes a ticket of the message it is put on, and of the shortcut that does. */
const TICKET = 'ticket';
export const SHORTCUT = 'create-ticket';

export const reactionAdded = z.object({
  ...envelope,
  event: z.object({
    type: z.literal('reaction_added'),
    user: z.string(),
    reaction: z.literal(TICKET),
    item: z.object({ type: z.literal('message'), channel: z.string(), ts: z.string() }),
    event_ts: z.string(),
  }),
});

export const messageAction = z.object({
  type: z.literal('message_action'),
  callback_id: z.literal(SHORTCUT),
  ...clicked,
  trigger_id: z.string(),
  response_url: text,
  channel: z.object({ id: z.string() }),
  message,
});

/** However often a person reacts, the message is one request of that person. */
export function readReaction(body: z.infer<typeof reactionAdded>, bot: Bot): Inbound | undefined {
  const { user, item, event_ts } = body.event;
  const { channel, ts } = item;
  if (user === bot.user || user === SLACKBOT) return undefined;
  return {
    kind: 'reaction',
    user,
    foreign: isForeignEvent(body, bot),
    origin: `slack:${channel}:${ts}:${TICKET}:${user}:${event_ts}`,
    place: { platform: 'slack', private: channel.startsWith('D') },
    asks: { kind: 'pointed', how: 'reaction', channel, ts },
    back: { user, channel, private: channel.startsWith('D') },
    mark: { channel, timestamp: ts },
  };
}

export function readHome(body: z.infer<typeof homeOpened>, bot: Bot): Inbound {
  const { event_id, event } = body;
  return {
    kind: 'home',
    user: event.user,
    foreign: isForeignEvent(body, bot),
    origin: `slack:${event_id}`,
    place: { platform: 'slack', private: true },
    asks: { kind: 'command', command: { do: 'list-mine' } },
    back: { user: event.user, private: true },
  };
}

export function readShortcut(body: z.infer<typeof messageAction>, bot: Bot): Inbound {
  const { channel, message: at, user, trigger_id, response_url } = body;
  const isReply = at.thread_ts && at.thread_ts !== at.ts;
  return {
    kind: 'shortcut',
    user: user.id,
    foreign: isForeignClick(body, bot),
    origin: `slack:${trigger_id}`,
    place: { platform: 'slack', private: channel.id.startsWith('D') },
    asks: { kind: 'pointed', how: 'shortcut', channel: channel.id, ts: at.ts, message: at },
    trigger: trigger_id,
    // A shortcut also works where the desk is no member, so only Slack's own address surely reaches the person.
    back: {
      user: user.id,
      channel: channel.id,
      private: false,
      ...(isReply && { thread: at.thread_ts! }),
      ...(response_url && { responseUrl: response_url }),
    },
  };
}
