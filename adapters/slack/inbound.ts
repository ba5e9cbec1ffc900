/** What Slack sends, read as what is asked of the desk. Pure; `undefined` is what does not concern the desk. */
import { z } from 'zod';
import type { Lang } from '../../src/card.js';
import type { Place, Request } from '../../src/chat.js';
import type { Bot } from './config.js';
import { eventCallback, readMessage, readSlash, slashCommand } from './heard.js';
import { homeOpened } from './home.js';
import type { Said } from './message.js';
import type { Back } from './modal.js';
import { messageAction, reactionAdded, readHome, readReaction, readShortcut } from './pointed.js';
import { blockActions, readAction, readSubmission, viewSubmission } from './pressed.js';
import type { Pointed } from './reported.js';

export type Inbound = {
  kind: 'words' | 'slash' | 'action' | 'submission' | 'shortcut' | 'reaction' | 'home';
  /** The person's user id: whether they belong to the workspace, no payload says for sure. */
  user: string;
  /** Whether this came from a workspace the app is not installed in. */
  foreign: boolean;
  origin: string;
  place: Place;
  asks:
    | Extract<Request['asks'], { kind: 'command' | 'submission' }>
    | Pointed
    | { kind: 'said'; said: Said; commanded?: true };
  back: Back;
  /** The message that a mark would say enough on. */
  mark?: { channel: string; timestamp: string };
  /** Opens a modal, once, within 3 seconds. */
  trigger?: string;
  /** The language of the form that was filled in. */
  lang?: Lang;
};

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
