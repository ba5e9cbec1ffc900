/** What people say: messages and slash commands. Pure. */
import { z } from 'zod';
import { channelRef, messageRef } from './address.js';
import type { Bot } from './config.js';
import { envelope, isForeign, isForeignEvent } from './envelope.js';
import type { Inbound } from './inbound.js';
import { content, saidIn } from './message.js';
import { text } from './optional.js';
import { SLACKBOT } from './profiles.js';
import { mentions } from './words.js';

const message = z.object({
  type: z.enum(['message', 'app_mention']),
  /** Words, or what came with some; edits, deletions and joins are not said to anybody. */
  subtype: z.enum(['file_share', 'thread_broadcast', 'me_message']).nullish(),
  user: z.string(),
  channel: z.string(),
  channel_type: text,
  ts: z.string(),
  thread_ts: text,
  ...content,
  /** What programs post, this one included, is not said to the desk. */
  bot_id: z.null().optional(),
});

export const eventCallback = z.object({ ...envelope, event: message });

export const slashCommand = z.object({
  command: z.string(),
  team_id: z.string(),
  enterprise_id: text,
  user_id: z.string(),
  channel_id: z.string(),
  channel_name: text,
  text,
  trigger_id: z.string(),
  response_url: text,
});

/**
 * A mention in a channel arrives twice, as `app_mention` and as `message`; both read the same and share their origin.
 * A mention that is added by an edit arrives as another `app_mention` of the same message: it was not said to the desk
 * before, and so has an origin of its own. One that is only corrected has not.
 */
export function readMessage(body: z.infer<typeof eventCallback>, bot: Bot): Inbound | undefined {
  const { event } = body;
  const { user, channel, ts } = event;
  const thread = event.thread_ts;
  const direct = event.channel_type === 'im' || channel.startsWith('D');
  const mentioned = event.type === 'app_mention' || mentions(event.text, bot.user);
  if (user === bot.user || user === SLACKBOT) return undefined;
  return {
    kind: 'words',
    user,
    foreign: isForeignEvent(body, bot),
    origin: `slack:${bot.team}:${channel}:${ts}${mentioned && !direct ? ':mentioned' : ''}`,
    place: {
      platform: 'slack',
      private: direct,
      mentioned,
      channel: channelRef(bot.team, channel),
      message: messageRef(bot.team, channel, ts),
      ...(thread && { thread: messageRef(bot.team, channel, thread) }),
    },
    asks: { kind: 'said', said: saidIn(event, bot.user) },
    mark: { channel, timestamp: ts },
    back: { user, channel, private: direct, ...(thread && { thread }) },
  };
}

export function readSlash(body: z.infer<typeof slashCommand>, bot: Bot): Inbound {
  const said = saidIn({ text: body.text ?? '', files: [], attachments: [] }, bot.user);
  return {
    kind: 'slash',
    user: body.user_id,
    foreign: isForeign(body.team_id, body.enterprise_id, bot),
    origin: `slack:${body.trigger_id}`,
    place: { platform: 'slack', private: body.channel_name === 'directmessage', mentioned: true },
    asks: { kind: 'said', said, commanded: true },
    trigger: body.trigger_id,
    // A command also works where the desk is no member, so only Slack's own address surely reaches the person.
    back: {
      user: body.user_id,
      channel: body.channel_id,
      private: false,
      ...(body.response_url && { responseUrl: body.response_url }),
    },
  };
}
