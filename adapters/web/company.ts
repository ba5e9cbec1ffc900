/** Who can be played, and in which channels they are. */
import type { Account } from '../../src/chat.js';
import type { Group, Person } from '../../src/people.js';
import type { Conversation, PlayPlatform } from './memory.js';

export type Player = Pick<Person, 'id' | 'name' | 'email' | 'title' | 'lang' | 'zone'>;
export type Team = Pick<Group, 'id' | 'lead' | 'members' | 'channels'>;
/** A channel where everybody asks a group. */
export type AskIn = { group: string; slack?: string | undefined; teams?: string | undefined };

/** Somebody with a chat account whom the desk does not know. */
const OUTSIDER: Player = {
  id: 'outsider',
  name: 'Otto Guest',
  email: '',
  title: { en: 'Outsider', zh: '外部访客' },
  lang: 'en',
  zone: 'UTC',
};

/** `asks`: people ask here; else the group's own cards come here. */
export type Channel = { group: string; name: string; platform: PlayPlatform; members: string[]; asks: boolean };
export type Company = ReturnType<typeof createCompany>;

export function createCompany(people: readonly Player[], teams: readonly Team[], askIn: readonly AskIn[]) {
  const players = [...people.filter(({ id }) => id !== OUTSIDER.id), OUTSIDER].map(
    ({ id, name, email, title, lang, zone }): Player => ({ id, name, email, title, lang, zone }),
  );
  const onBoth = (common: Omit<Channel, 'name' | 'platform'>, names: Omit<AskIn, 'group'>): Channel[] => [
    ...(names.slack ? [{ ...common, name: names.slack, platform: 'play-slack' as const }] : []),
    ...(names.teams ? [{ ...common, name: names.teams, platform: 'play-teams' as const }] : []),
  ];
  const staff = players.filter(({ id }) => id !== OUTSIDER.id).map(({ id }) => id);
  const channels = [
    ...teams.flatMap(({ id, lead, members, channels: names }) =>
      onBoth({ group: id, members: [...new Set([...members, lead])], asks: false }, names),
    ),
    ...askIn.flatMap((each) => onBoth({ group: each.group, members: staff, asks: true }, each)),
  ];
  const player = (id: string) => players.find((each) => each.id === id);

  return {
    players,
    channels,
    player,
    byEmail: (email: string) => players.find((each) => each.email !== '' && each.email === email.toLowerCase()),
    has: (platform: PlayPlatform, conversation: Conversation) =>
      conversation.startsWith('dm/')
        ? player(conversation.slice(3)) !== undefined
        : channels.some((each) => each.platform === platform && each.name === conversation.slice(3)),
    asksIn: (platform: PlayPlatform, conversation: Conversation) =>
      channels.some((each) => each.asks && each.platform === platform && each.name === conversation.slice(3)),
    /** The account that a player has on both platforms, with what the platform would tell of it. */
    account: ({ id, name, email, lang, zone }: Player, platform: PlayPlatform): Account => ({
      platform,
      id,
      profile: async () =>
        id === OUTSIDER.id
          ? { name, guest: true, zone }
          : { name, guest: false, email, locale: lang === 'zh' ? 'zh-CN' : 'en-US', zone },
    }),
  };
}
