/** What every payload says of where it comes from. Pure. */
import { z } from 'zod';
import type { Bot } from './config.js';
import { listOf, text } from './optional.js';

/** Around each event. */
export const envelope = {
  type: z.literal('event_callback'),
  /** The workspace that hosts the channel, which need not be one where the app is installed. */
  team_id: text,
  context_team_id: text,
  /** For whose installation Slack sends it. */
  authorizations: listOf(z.object({ team_id: text })),
};

/** Whether an event was sent for another installation than the bot's. */
export function isForeignEvent(
  { team_id, context_team_id, authorizations }: z.infer<z.ZodObject<typeof envelope>>,
  bot: Bot,
): boolean {
  const homes = authorizations.flatMap((each) => each.team_id ?? []);
  return homes.length > 0 ? !homes.includes(bot.team) : (context_team_id ?? team_id) !== bot.team;
}

/** Around each click: where it happened, which may be another workspace of the organisation; whose it is, is another matter. */
export const clicked = {
  team: z.object({ id: z.string(), enterprise_id: text }).nullish(),
  user: z.object({ id: z.string(), team_id: text }),
};

export const isForeignClick = ({ team, user }: z.infer<z.ZodObject<typeof clicked>>, bot: Bot): boolean =>
  isForeign(team?.id ?? user.team_id, team?.enterprise_id, bot);

export const isForeign = (team: string | undefined, enterprise: string | undefined, bot: Bot): boolean =>
  team !== bot.team && (enterprise === undefined || enterprise !== bot.enterprise);
