/** Who can be played, and in which channels they are. */
import type { Lang } from '../../src/card.js';
import type { Account } from '../../src/chat.js';
import type { Group, Person } from '../../src/people.js';
import type { Conversation, PlayPlatform } from './memory.js';
import { suggestionsFor } from './suggestions.js';

/** `suggests`: what this person may begin with, in the words of either language. */
export type Player = Pick<Person, 'id' | 'name' | 'email' | 'title' | 'lang' | 'zone'> & {
  suggests: Record<Lang, string[]>;
};
export type Staff = Omit<Player, 'suggests'> & Partial<Pick<Person, 'roles' | 'manager'>>;
export type Team = Pick<Group, 'id' | 'lead' | 'members' | 'channels'>;
/** A channel where everybody asks a group. */
export type AskIn = { group: string; slack?: string | undefined; teams?: string | undefined };

/** Somebody with a chat account whom the desk does not know. */
const OUTSIDER = {
  id: 'outsider',
  name: 'Otto Guest',
  email: '',
  title: { en: 'Outsider', zh: '外部访客' },
  lang: 'en',
} as const;

/** `asks`: people ask here; else the group's own cards come here. */
export type Channel = { group: string; name: string; platform: PlayPlatform; members: string[]; asks: boolean };
export type Company = ReturnType<typeof createCompany>;

/** Who they are and where, which changes while the desk runs; a change is a new list. */
export type House = { readonly people: readonly Staff[]; readonly groups: readonly Team[] };

function cast({ people, groups }: House, askIn: readonly AskIn[], owners: readonly string[]) {
  const deciders = new Set([...owners, ...people.map(({ manager }) => manager)]);
  const outsider: Staff = { ...OUTSIDER, zone: people[0]?.zone ?? 'UTC' };
  const players = [...people.filter(({ id }) => id !== OUTSIDER.id), outsider].map(
    ({ id, name, email, title, lang, zone, roles = [] }): Player => ({
      id,
      name,
      email,
      title,
      lang,
      zone,
      suggests: suggestionsFor(roles, deciders.has(id)),
    }),
  );
  const onBoth = (common: Omit<Channel, 'name' | 'platform'>, names: Omit<AskIn, 'group'>): Channel[] => [
    ...(names.slack ? [{ ...common, name: names.slack, platform: 'play-slack' as const }] : []),
    ...(names.teams ? [{ ...common, name: names.teams, platform: 'play-teams' as const }] : []),
  ];
  const staff = players.filter(({ id }) => id !== OUTSIDER.id).map(({ id }) => id);
  const channels = [
    ...groups.flatMap(({ id, lead, members, channels: names }) =>
      onBoth({ group: id, members: [...new Set([...members, lead])], asks: false }, names),
    ),
    ...askIn.flatMap((each) => onBoth({ group: each.group, members: staff, asks: true }, each)),
  ];
  return { people, players, channels };
}

/** @param owners decide on access to what they own. */
export function createCompany(house: House, askIn: readonly AskIn[], owners: readonly string[] = []) {
  let known: ReturnType<typeof cast> | undefined;
  const now = () => (known?.people === house.people ? known : (known = cast(house, askIn, owners)));
  const player = (id: string) => now().players.find((each) => each.id === id);

  return {
    get players() {
      return now().players;
    },
    get channels() {
      return now().channels;
    },
    player,
    isOutsider: ({ id }: Pick<Player, 'id'>) => id === OUTSIDER.id,
    byEmail: (email: string) => now().players.find((each) => each.email !== '' && each.email === email.toLowerCase()),
    has: (platform: PlayPlatform, conversation: Conversation) =>
      conversation.startsWith('dm/')
        ? player(conversation.slice(3)) !== undefined
        : now().channels.some((each) => each.platform === platform && each.name === conversation.slice(3)),
    asksIn: (platform: PlayPlatform, conversation: Conversation) =>
      now().channels.some((each) => each.asks && each.platform === platform && each.name === conversation.slice(3)),
    /** The account that a player has on both platforms, with what the platform would tell of it. */
    account: (
      { id, name, email, lang, zone }: Omit<Player, 'suggests' | 'title'>,
      platform: PlayPlatform,
    ): Account => ({
      platform,
      id,
      profile: async () =>
        id === OUTSIDER.id
          ? { name, guest: true, zone }
          : { name, guest: false, email, locale: lang === 'zh' ? 'zh-CN' : 'en-US', zone },
    }),
  };
}
