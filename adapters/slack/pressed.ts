/** What people press and fill in: the buttons of cards, and forms. Pure. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { messageRef } from './address.js';
import type { Bot } from './config.js';
import { clicked, isForeignClick } from './envelope.js';
import { staysHome } from './home.js';
import type { Inbound } from './inbound.js';
import { parseJson, readForm, submittedView } from './modal.js';
import { text } from './optional.js';
import { PASSING } from './render.js';

export const blockActions = z.object({
  type: z.literal('block_actions'),
  ...clicked,
  trigger_id: z.string(),
  response_url: text,
  /** Of a message that only one person sees, Slack brings nothing else. */
  container: z.object({ is_ephemeral: z.boolean().nullish(), thread_ts: text }).nullish(),
  channel: z.object({ id: z.string() }).nullish(),
  message: z.object({ ts: z.string(), thread_ts: text }).nullish(),
  view: z.object({ type: text }).nullish(),
  actions: z.tuple([z.object({ value: text, action_id: text })]).rest(z.unknown()),
});

export const viewSubmission = z.object({
  type: z.literal('view_submission'),
  ...clicked,
  view: submittedView.extend({ app_installed_team_id: text }),
});

export function readAction(body: z.infer<typeof blockActions>, bot: Bot): Inbound {
  const { channel, message, container, user } = body;
  const direct = channel?.id.startsWith('D') === true && !container?.is_ephemeral;
  const thread = message?.thread_ts ?? container?.thread_ts;
  const head = thread ?? message?.ts;
  const [action] = body.actions;
  const command = parseJson(action.value);
  return {
    kind: 'action',
    user: user.id,
    foreign: isForeignClick(body, bot),
    origin: `slack:${body.trigger_id}`,
    place: {
      platform: 'slack',
      private: direct,
      ...(channel && head && { thread: messageRef(bot.team, channel.id, head) }),
    },
    asks: { kind: 'command', command },
    trigger: body.trigger_id,
    back: {
      user: user.id,
      private: direct,
      ...(channel && { channel: channel.id }),
      ...(thread && { thread }),
      ...(body.response_url && { responseUrl: body.response_url }),
      ...(action.action_id?.startsWith(PASSING) && { replaces: true }),
      ...(body.view?.type === 'home' && staysHome(command) && { home: true }),
    },
  };
}

export function readSubmission(body: z.infer<typeof viewSubmission>, bot: Bot): Inbound | undefined {
  const { view, user } = body;
  const form = readForm(view);
  if (!form) return undefined;
  const { draft, values, lang, back } = form;
  // The view keeps its id when it is sent again corrected, so what was filled in is part of the origin.
  const filled = createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 16);
  return {
    kind: 'submission',
    user: user.id,
    foreign: view.app_installed_team_id ? view.app_installed_team_id !== bot.team : isForeignClick(body, bot),
    origin: `slack:${view.id}:${filled}`,
    place: {
      platform: 'slack',
      private: back.private,
      ...(back.channel && back.thread && { thread: messageRef(bot.team, back.channel, back.thread) }),
    },
    asks: { kind: 'submission', draft, values },
    lang,
    back: { ...back, user: user.id },
  };
}
