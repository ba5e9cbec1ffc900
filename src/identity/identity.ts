/** The accounts that came to act for somebody on one day: their persons and the administrators are told. Pure. */
import type { Platform } from '../chat.js';
import type { Changed, Recorded } from '../history.js';
import type { Who } from '../card.js';

export type Link = { person: Who; platform: Platform; account: string; at: Date };

/** One for each day (UTC), so that on the morning when everybody comes the administrators get one card and not hundreds. */
export type LinkedDay = Recorded & { day: string; links: Link[] };

export const noted = (day: LinkedDay, link: Link): Changed<LinkedDay> => ({
  next: { ...day, links: [...day.links, link] },
  events: [{ what: 'linked', data: { link }, tell: [`person:${link.person.id}`] }],
});
