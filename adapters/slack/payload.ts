/** What Slack sends, read as what is asked of the desk. Pure; `undefined` is what does not concern the desk. */
import { z } from 'zod';
import type { Bot } from './config.js';
import { eventCallback, readMessage, readSlash, slashCommand } from './heard.js';
import { homeOpened } from './home.js';
import type { Inbound } from './inbound.js';
import { messageAction, reactionAdded, readHome, readReaction, readShortcut } from './pointed.js';
import { blockActions, readAction, readSubmission, viewSubmission } from './pressed.js';

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
