/** What Slack sends, read as what is asked of the desk. Pure; `undefined` is what does not concern the desk. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Place, Request } from '../../src/chat.js';
import { channelRef, messageRef } from './address.js';
import type { Bot } from './config.js';
import { files, filesOf } from './files.js';
import { homeOpened } from './home.js';
import { messageAction, reactionAdded, readHome, readReaction, readShortcut } from './pointed.js';
import { parseJson, readForm, submittedView, type Back } from './modal.js';
import type { Pointed } from './reported.js';
import { decode, mentions, withoutMention } from './words.js';

export type Inbound = {
  kind: 'words' | 'slash' | 'action' | 'submission' | 'shortcut' | 'reaction' | 'home';
  /** The person's workspace and user id. */
  team: string;
  user: string;
  /** Whether this came from a workspace the app is not installed in. */
  foreign: boolean;
  origin: string;
  place: Place;
  asks: Request['asks'] | Pointed;
  back: Back;
  /** The message that a mark would say enough on. */
  mark?: { channel: string; timestamp: string };
  /** Opens a modal, once, within 3 seconds. */
  trigger?: string;
};

const message = z.object({
  type: z.enum(['message', 'app_mention']),
  /** A file that was shared with words is a message; edits, deletions and joins are not. */
  subtype: z.enum(['file_share', 'thread_broadcast']).optional(),
  user: z.string(),
  channel: z.string(),
  channel_type: z.string().optional(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  text: z.string().default(''),
  files,
  team: z.string().optional(),
  user_team: z.string().optional(),
  /** What programs post, this one included, is not said to the desk. */
  bot_id: z.never().optional(),
});

const eventCallback = z.object({
  type: z.literal('event_callback'),
  team_id: z.string(),
  authorizations: z.array(z.object({ team_id: z.string().nullish() })).nullish(),
  event: message,
});

const slashCommand = z.object({
  command: z.string(),
  team_id: z.string(),
  user_id: z.string(),
  channel_id: z.string(),
  channel_name: z.string().optional(),
  text: z.string().default(''),
  trigger_id: z.string(),
  response_url: z.string().optional(),
});

const person = z.object({ id: z.string(), team_id: z.string().optional() });
const team = z.object({ id: z.string() });

const blockActions = z.object({
  type: z.literal('block_actions'),
  team,
  user: person,
  trigger_id: z.string(),
  response_url: z.string().optional(),
  container: z.object({ is_ephemeral: z.boolean().optional() }).default({}),
  channel: z.object({ id: z.string() }).optional(),
  message: z.object({ ts: z.string(), thread_ts: z.string().optional() }).optional(),
  actions: z.tuple([z.object({ value: z.string().optional() })]).rest(z.unknown()),
});

const viewSubmission = z.object({
  type: z.literal('view_submission'),
  team,
  user: person,
  view: submittedView.extend({ app_installed_team_id: z.string().nullish() }),
});

const payload = z.union([
  eventCallback.transform((body) => ({ read: (bot: Bot) => readMessage(body, bot) })),
  reactionAdded.transform((body) => ({ read: (bot: Bot) => readReaction(body, bot) })),
  homeOpened.transform((body) => ({ read: (bot: Bot) => readHome(body, bot) })),
  messageAction.transform((body) => ({ read: (bot: Bot) => readShortcut(body, bot) })),
  slashCommand.transform((body) => ({ read: (bot: Bot) => readSlash(body, bot) })),
  blockActions.transform((body) => ({ read: (bot: Bot) => readAction(body, bot) })),
  viewSubmission.transform((body) => ({ read: (bot: Bot) => readSubmission(body, bot) })),
]);

export function readInbound(body: unknown, bot: Bot): Inbound | undefined {
  const known = payload.safeParse(body);
  return known.success ? known.data.read(bot) : undefined;
}

/**
 * A mention in a channel arrives twice, as `app_mention` and as `message`; both read the same and share their origin.
 */
function readMessage({ team_id, authorizations, event }: z.infer<typeof eventCallback>, bot: Bot): Inbound | undefined {
  const direct = event.channel_type === 'im' || event.channel.startsWith('D');
  const mentioned = event.type === 'app_mention' || mentions(event.text, bot.user);
  if (event.user === bot.user) return undefined;
  const sent = filesOf(event.files);
  const words = decode(withoutMention(event.text, bot.user)) || sent.map(({ name }) => name).join(', ');
  const home = authorizations?.[0]?.team_id ?? team_id;
  return {
    kind: 'words',
    team: event.user_team ?? event.team ?? team_id,
    user: event.user,
    foreign: home !== bot.team,
    origin: `slack:${bot.team}:${event.channel}:${event.ts}`,
    place: {
      platform: 'slack',
      private: direct,
      mentioned,
      channel: channelRef(bot.team, event.channel),
      message: messageRef(bot.team, event.channel, event.ts),
      ...(event.thread_ts && { thread: messageRef(bot.team, event.channel, event.thread_ts) }),
    },
    asks: { kind: 'words', words, ...(sent.length > 0 && { files: sent }) },
    mark: { channel: event.channel, timestamp: event.ts },
    back: {
      user: event.user,
      channel: event.channel,
      private: direct,
      ...(event.thread_ts && { thread: event.thread_ts }),
    },
  };
}

function readSlash(body: z.infer<typeof slashCommand>, bot: Bot): Inbound {
  return {
    kind: 'slash',
    team: body.team_id,
    user: body.user_id,
    foreign: body.team_id !== bot.team,
    origin: `slack:${body.trigger_id}`,
    place: { platform: 'slack', private: body.channel_name === 'directmessage', mentioned: true },
    asks: { kind: 'words', words: decode(body.text).trim(), commanded: true },
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

function readAction(body: z.infer<typeof blockActions>, bot: Bot): Inbound {
  const { channel, message } = body;
  const direct = channel !== undefined && channel.id.startsWith('D') && !body.container.is_ephemeral;
  return {
    kind: 'action',
    team: body.user.team_id ?? body.team.id,
    user: body.user.id,
    foreign: body.team.id !== bot.team,
    origin: `slack:${body.trigger_id}`,
    place: {
      platform: 'slack',
      private: direct,
      ...(channel && message && { thread: messageRef(bot.team, channel.id, message.thread_ts ?? message.ts) }),
    },
    asks: { kind: 'command', command: parseJson(body.actions[0].value) },
    trigger: body.trigger_id,
    back: {
      user: body.user.id,
      private: direct,
      ...(channel && { channel: channel.id }),
      ...(message?.thread_ts && { thread: message.thread_ts }),
      ...(body.response_url && { responseUrl: body.response_url }),
    },
  };
}

function readSubmission({ view, team, user }: z.infer<typeof viewSubmission>, bot: Bot): Inbound | undefined {
  const form = readForm(view);
  if (!form) return undefined;
  const { draft, values, back } = form;
  // The view keeps its id when it is sent again corrected, so what was filled in is part of the origin.
  const filled = createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 16);
  return {
    kind: 'submission',
    team: user.team_id ?? team.id,
    user: user.id,
    foreign: (view.app_installed_team_id ?? team.id) !== bot.team,
    origin: `slack:${view.id}:${filled}`,
    place: {
      platform: 'slack',
      private: back.private,
      ...(back.channel && back.thread && { thread: messageRef(bot.team, back.channel, back.thread) }),
    },
    asks: { kind: 'submission', draft, values },
    back: { ...back, user: user.id },
  };
}
