/** What the page shows of what it knows: pure look-ups. */
import type { Lang } from '../../../src/card.js';
import type { Channel, Player } from '../company.js';
import type { Conversation, PlayPlatform } from '../memory.js';
import type { Known } from './desk.js';
import { silence, type Talk, type Talks } from './talks.js';
import type { Words } from './wording.js';

/** What a component needs to know of where it is: whose eyes, which platform, which language. It changes with these alone. */
export type Scene = Pick<Known, 'people' | 'channels' | 'opened'> & {
  me: Player;
  platform: PlayPlatform;
  lang: Lang;
  say: Words;
};

export const platforms = ['play-slack', 'play-teams'] as const;

type Channels = Pick<Known, 'channels'>;

export const channelsOf = ({ channels }: Channels, me: Player, platform: PlayPlatform): Channel[] =>
  channels.filter((each) => each.platform === platform && each.members.includes(me.id));

export const channelNamed = ({ channels, platform }: Scene, conversation: Conversation) =>
  channels.find((each) => each.platform === platform && each.name === conversation.slice(3));

export const conversationsOf = (known: Channels, me: Player, platform: PlayPlatform): Conversation[] => [
  `dm/${me.id}`,
  ...channelsOf(known, me, platform).map((each): Conversation => `ch/${each.name}`),
];

export const talkOf = (talks: Talks, platform: PlayPlatform, conversation: Conversation): Talk =>
  talks.get(`${platform} ${conversation}`) ?? silence;

export const keyOf = (me: Player, platform: PlayPlatform, conversation: Conversation) =>
  `${me.id} ${platform} ${conversation}`;

/** The last message that each person has seen of each conversation, by `keyOf`. */
export type Seen = Record<string, number>;

export const nameOf = ({ people }: Pick<Known, 'people'>, id: string): string =>
  people.find((each) => each.id === id)?.name ?? id;

export const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word[0])
    .join('')
    .slice(0, 2)
    .toUpperCase();

export const hueOf = (id: string): number =>
  Array.from(id).reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 360, 7);

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes longer than a hundred uses of it. */
function formatOf(zone: string, lang: Lang, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([zone, lang, options]);
  const locale = lang === 'zh' ? 'zh-CN' : 'en-GB';
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { hourCycle: 'h23', timeZone: zone, ...options });
  formats.set(key, format);
  return format;
}

export const timeOf = (at: string | Date, { zone }: Player, lang: Lang, options: Intl.DateTimeFormatOptions): string =>
  formatOf(zone, lang, options).format(new Date(at));
