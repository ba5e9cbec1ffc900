/** Who an audience is in the chats that are running: the copies to post, for whose eyes, and where they can go. */
import type { Accounts } from './accounts.js';
import type { Lang, Viewer } from './card.js';
import { type Addressee, type Chat, type Platform, type Recipient, unplayed } from './chat.js';
import type { Audience } from './history.js';
import { viewerOfGroup, type Directory } from './people.js';

/** One copy of a card: by which name the book keeps it, and for whose eyes it is drawn. */
export type Slot = {
  key: string;
  viewer: Viewer;
  /** Where it may go, best first. The next one is asked for when the one before has been found closed. */
  ways(): AsyncGenerator<Recipient>;
};

export type Audiences = ReturnType<typeof createAudiences>;

export const idOf = (audience: Audience): string => audience.slice(audience.indexOf(':') + 1);

export function createAudiences(deps: { chats: readonly Chat[]; accounts: Accounts; directory: Directory }) {
  const { chats, accounts, directory } = deps;
  let spoken: Lang | undefined;
  const chatOf = (platform: Platform) => chats.find((chat) => chat.platform === platform);

  /** The address of somebody in one chat, and, when that has been found closed, what is found in its place. */
  async function* waysIn(chat: Chat, whom: Addressee): AsyncGenerator<Recipient> {
    const first = await chat.reach(whom);
    if (first === 'unreachable') return;
    yield first;
    const second = await chat.reach(whom);
    if (second !== 'unreachable' && second !== first) yield second;
  }

  function person(id: string): Slot[] {
    const found = directory.person(id);
    if (!found) return [];
    const { name, email } = found;
    async function* ways() {
      for (const platform of accounts.platforms(
        found!,
        chats.map((chat) => chat.platform),
      )) {
        const account = accounts.accountOf(id, platform);
        yield* waysIn(chatOf(platform)!, { person: { id, name, email, ...(account ? { account } : {}) } });
      }
    }
    return [{ key: `person:${id}`, viewer: accounts.viewer(found), ways }];
  }

  function group(id: string): Slot[] {
    const found = directory.group(id);
    return chats.flatMap((chat) => {
      const channel = found?.channels[unplayed(chat.platform)];
      if (!found || !channel) return [];
      const key = `group:${id}@${chat.platform}`;
      const viewer = { ...viewerOfGroup(found), ...(spoken ? { lang: spoken } : {}) };
      return [{ key, viewer, ways: () => waysIn(chat, { channel }) }];
    });
  }

  return {
    chatOf,
    /** Channels are written to in this language from now on, not in that of their group. */
    speak: (lang: Lang): void => void (spoken = lang),
    /** The copies for a person (one, wherever they are best reached) or a group (one in each chat where it has a channel). */
    slots: (audience: Audience): Slot[] =>
      audience.startsWith('group:') ? group(idOf(audience)) : person(idOf(audience)),
  };
}
