/** The app's home: a person's own records, drawn again at every visit. */
import { z } from 'zod';
import type { Client } from './client.js';
import { envelope } from './envelope.js';
import type { Message } from './render.js';

/** A person looks at the home tab; the tab of messages is their chat with the desk. */
export const homeOpened = z.object({
  ...envelope,
  event_id: z.string(),
  event: z.object({ type: z.literal('app_home_opened'), user: z.string(), tab: z.literal('home') }),
});

/** Slack takes 100 blocks in a home, twice what a message may have. */
export const publish = (client: Client, user: string, { blocks }: Message) =>
  client.views.publish({ user_id: user, view: { type: 'home', blocks } });
