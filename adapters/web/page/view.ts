/** What the page shows of what it knows: pure look-ups. */
import type { Lang } from '../../../src/card.js';
import type { Channel, Player } from '../company.js';
import type { Conversation, PlayPlatform } from '../memory.js';
import type { DrawnMessage } from '../wire.js';
import type { Known } from './desk.js';
import type { Words } from './wording.js';

/** What a component needs to know of where it is: whose eyes, which platform, which language. */
export type Scene = { known: Known; me: Player; platform: PlayPlatform; lang: Lang; say: Words };

export const platforms = ['play-slack', 'play-teams'] as const;

export const channelsOf = ({ channels }: Known, me: Player, platform: PlayPlatform): Channel[] =>
  channels.filter((each) => each.platform === platform && each.members.includes(me.id));

export const channelNamed = ({ known, platform }: Pick<Scene, 'known' | 'platform'>, conversation: Conversation) =>
  known.channels.find((each) => each.platform === platform && each.name === conversation.slice(3));

export const conversationsOf = (known: Known, me: Player, platform: PlayPlatform): Conversation[] => [
  `dm/${me.id}`,
  ...channelsOf(known, me, platform).map((each): Conversation => `ch/${each.name}`),
];

/** All that this person sees in a conversation, oldest first, threads included. */
export const messagesIn = ({ known, me, platform }: Scene, conversation: Conversation): DrawnMessage[] =>
  [...known.messages.values()]
    .filter(
      (each) =>
        each.platform === platform &&
        each.conversation === conversation &&
        (each.only === undefined || each.only === me.id),
    )
    .toSorted((a, b) => a.seq - b.seq);

export const keyOf = (me: Player, platform: PlayPlatform, conversation: Conversation) =>
  `${me.id} ${platform} ${conversation}`;

/** The last message that each person has seen of each conversation, by `keyOf`. */
export type Seen = Record<string, number>;

export const isUnread = (scene: Scene, conversation: Conversation, seen: Seen): boolean => {
  const until = seen[keyOf(scene.me, scene.platform, conversation)] ?? 0;
  return messagesIn(scene, conversation).some((each) => each.seq > until && each.author !== scene.me.id);
};

export const nameOf = ({ people }: Known, id: string): string => people.find((each) => each.id === id)?.name ?? id;

export const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word[0])
    .join('')
    .slice(0, 2)
    .toUpperCase();

export const hueOf = (id: string): number =>
  Array.from(id).reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 360, 7);

export function timeOf(at: string | Date, { zone }: Player, lang: Lang, options: Intl.DateTimeFormatOptions): string {
  const locale = lang === 'zh' ? 'zh-CN' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { hourCycle: 'h23', timeZone: zone, ...options }).format(new Date(at));
}
