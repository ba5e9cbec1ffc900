/** The app's home: a person's own records, drawn again at every visit. */
import { z } from 'zod';
import { buttons, type Card } from '../../src/card.js';
import { wording } from '../../src/language/wording.js';
import type { Client } from './client.js';
import { envelope } from './envelope.js';
import { type Message, renderCard } from './render.js';
import type { Mention } from './text.js';

/** A person looks at the home tab; the tab of messages is their chat with the desk. */
export const homeOpened = z.object({
  ...envelope,
  event_id: z.string(),
  event: z.object({ type: z.literal('app_home_opened'), user: z.string(), tab: z.literal('home') }),
});

/** A person's overview, their inbox of decisions, and what is decided in it: what comes of these is shown in the home. */
const atHome = z.union([
  z.object({ do: z.enum(['list-mine', 'list-approvals', 'approve-several']) }),
  z.object({ do: z.enum(['approve', 'reject']), next: z.literal('yes') }),
]);
const pressedAtHome = z.union([atHome, z.object({ do: z.literal('show-form'), draft: atHome })]);

/** Whether what comes of a command that is pressed in the home stays there; all else is told in the person's own chat. */
export const staysHome = (command: unknown): boolean => pressedAtHome.safeParse(command).success;

/** Slack takes 100 blocks in a home, twice what a message may have, and no tables. */
const MOST_BLOCKS = 100;

/** @param back whether there is a way back to the overview. */
export function renderHome(card: Card, mention: Mention, back: boolean): Message {
  const overview = buttons({ label: wording[card.for.lang].general.mineTitle, does: { do: 'list-mine' } });
  const shown = back ? { ...card, parts: [...card.parts, ...overview] } : card;
  return renderCard(shown, mention, { tables: false, most: MOST_BLOCKS });
}

export const publish = (client: Client, user: string, { blocks }: Message) =>
  client.views.publish({ user_id: user, view: { type: 'home', blocks } });
