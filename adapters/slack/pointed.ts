/** What is pressed on a message or shown without words: the emoji and the shortcut of tickets, and the home tab. Pure. */
import { z } from 'zod';
import type { Bot } from './config.js';
import type { homeOpened } from './home.js';
import type { Inbound } from './inbound.js';
import { message } from './reported.js';

/** The name of the emoji that makes a ticket of the message it is put on, and of the shortcut that does. */
const TICKET = 'ticket';
export const SHORTCUT = 'create-ticket';

export const reactionAdded = z.object({
  type: z.literal('event_callback'),
  team_id: z.string(),
  authorizations: z.array(z.object({ team_id: z.string().nullish() })).nullish(),
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
  team: z.object({ id: z.string() }),
  user: z.object({ id: z.string(), team_id: z.string().optional() }),
  trigger_id: z.string(),
  response_url: z.string().optional(),
  channel: z.object({ id: z.string() }),
  message,
});

/** Whoever reacts and however often, the message is one request of each person. */
export function readReaction(
  { team_id, authorizations, event }: z.infer<typeof reactionAdded>,
  bot: Bot,
): Inbound | undefined {
  const { channel, ts } = event.item;
  if (event.user === bot.user) return undefined;
  return {
    kind: 'reaction',
    team: team_id,
    user: event.user,
    foreign: (authorizations?.[0]?.team_id ?? team_id) !== bot.team,
    origin: `slack:${channel}:${ts}:${TICKET}:${event.user}:${event.event_ts}`,
    place: { platform: 'slack', private: channel.startsWith('D') },
    asks: { kind: 'pointed', how: 'reaction', channel, ts },
    back: { user: event.user, channel, private: channel.startsWith('D') },
    mark: { channel, timestamp: ts },
  };
}

export function readHome({ team_id, event_id, event }: z.infer<typeof homeOpened>, bot: Bot): Inbound {
  return {
    kind: 'home',
    team: team_id,
    user: event.user,
    foreign: team_id !== bot.team,
    origin: `slack:${event_id}`,
    place: { platform: 'slack', private: true },
    asks: { kind: 'command', command: { do: 'list-mine' } },
    back: { user: event.user, private: true },
  };
}

export function readShortcut(body: z.infer<typeof messageAction>, bot: Bot): Inbound {
  const { channel, message, user, trigger_id, response_url } = body;
  return {
    kind: 'shortcut',
    team: user.team_id ?? body.team.id,
    user: user.id,
    foreign: body.team.id !== bot.team,
    origin: `slack:${trigger_id}`,
    place: { platform: 'slack', private: channel.id.startsWith('D') },
    asks: { kind: 'pointed', how: 'shortcut', channel: channel.id, ts: message.ts, message },
    trigger: trigger_id,
    // A shortcut also works where the desk is no member, so only Slack's own address surely reaches the person.
    back: {
      user: user.id,
      channel: channel.id,
      private: false,
      ...(response_url && { responseUrl: response_url }),
    },
  };
}
