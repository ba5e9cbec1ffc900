/** Who an audience is in the chats that are running: the copies to post, and for whose eyes. */
import type { Accounts } from './accounts.js';
import type { Viewer } from './card.js';
import { type Chat, type MessageRef, type Platform, type Recipient, unplayed } from './chat.js';
import type { Audience } from './history.js';
import { viewerOfGroup, type Directory } from './people.js';

/** One copy of a card: where the book keeps it, to where it goes, and for whose eyes it is drawn. */
export type Copy = { key: string; to: Recipient | MessageRef; viewer: Viewer };

export type Audiences = ReturnType<typeof createAudiences>;

export const idOf = (audience: Audience): string => audience.slice(audience.indexOf(':') + 1);

export function createAudiences(deps: { chats: readonly Chat[]; accounts: Accounts; directory: Directory }) {
  const { chats, accounts, directory } = deps;
  const chatOf = (platform: Platform) => chats.find((chat) => chat.platform === platform);

  async function person(id: string): Promise<Copy[]> {
    const found = directory.person(id);
    if (!found) return [];
    const running = chats.map((chat) => chat.platform);
    for (const platform of accounts.platforms(found, running)) {
      const account = accounts.accountOf(id, platform);
      const { name, email } = found;
      const to = await chatOf(platform)!.reach({ person: { id, name, email, ...(account ? { account } : {}) } });
      if (to !== 'unreachable') return [{ key: `person:${id}`, to, viewer: accounts.viewer(found) }];
    }
    return [];
  }

  async function group(id: string): Promise<Copy[]> {
    const found = directory.group(id);
    const copies: Copy[] = [];
    for (const chat of found ? chats : []) {
      const channel = found!.channels[unplayed(chat.platform)];
      const to = channel ? await chat.reach({ channel }) : 'unreachable';
      if (to !== 'unreachable') copies.push({ key: `group:${id}@${chat.platform}`, to, viewer: viewerOfGroup(found!) });
    }
    return copies;
  }

  return {
    chatOf,
    /** The copies for a person (at most one; none when no chat reaches them) or a group (one for each platform). */
    reach: (audience: Audience): Promise<Copy[]> =>
      audience.startsWith('group:') ? group(idOf(audience)) : person(idOf(audience)),
    /** How many copies there are when everybody can be reached. */
    expected(audience: Audience): number {
      if (!audience.startsWith('group:')) return 1;
      const channels = directory.group(idOf(audience))?.channels ?? {};
      return chats.filter((chat) => channels[unplayed(chat.platform)]).length;
    },
    viewer(audience: Audience): Viewer | undefined {
      const found = directory.person(idOf(audience));
      if (audience.startsWith('person:')) return found && accounts.viewer(found);
      const team = directory.group(idOf(audience));
      return team && viewerOfGroup(team);
    },
  };
}
