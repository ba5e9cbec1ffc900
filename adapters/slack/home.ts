/** The app's home: what is a person's own, drawn anew whenever they look. */
import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { Card } from '../../src/card.js';
import type { Client } from './client.js';
import { renderCard } from './render.js';
import type { Mention } from './text.js';

/** Slack takes 100 blocks in a home, twice what a message may have. */
export const homeOf = (card: Card, mention: Mention): types.HomeView => ({
  type: 'home',
  blocks: renderCard(card, mention).blocks,
});

/** A person looks at the home tab; the tab of messages is their chat with the desk. */
export const homeOpened = z.object({
  type: z.literal('event_callback'),
  team_id: z.string(),
  event_id: z.string(),
  event: z.object({ type: z.literal('app_home_opened'), user: z.string(), tab: z.literal('home') }),
});

export const publish = (client: Client, user: string, card: Card, mention: Mention) =>
  client.views.publish({ user_id: user, view: homeOf(card, mention) });
