/**
 * The other chats of a person: what is sent there proves that whoever acts in one account holds another one as well. It is
 * posted at once and kept nowhere; what does not arrive is asked for again.
 */
import type { Accounts } from './accounts.js';
import type { Card, Viewer } from './card.js';
import { type Chat, Final, type MessageRef, type Platform, platformOf } from './chat.js';
import type { Person } from './people.js';

export type SecondChats = ReturnType<typeof createSecondChats>;

export function createSecondChats({ chats, accounts }: { chats: readonly Chat[]; accounts: Accounts }) {
  const linked = (person: string): Chat[] =>
    chats.filter(({ platform }) => accounts.accountOf(person, platform) !== undefined);

  return {
    /** Whether, in whichever of their chats a person acts, another one is linked to them. */
    has: (person: string): boolean => linked(person).length > 1,
    /**
     * Posts in a linked chat of another platform than the one where the person is; undefined when none takes it.
     * @param mark names the post for good. @throws `Busy`, `Uncertain`.
     */
    async post(
      person: Person,
      than: Platform,
      mark: string,
      draw: (viewer: Viewer) => Card,
    ): Promise<MessageRef | undefined> {
      const { id, name, email } = person;
      for (const chat of linked(id).filter(({ platform }) => platform !== than)) {
        const to = await chat.reach({ person: { id, name, email, account: accounts.accountOf(id, chat.platform)! } });
        if (to === 'unreachable') continue;
        try {
          return await chat.post(to, draw(accounts.viewer(person)), { mark });
        } catch (error) {
          if (!(error instanceof Final)) throw error;
        }
      }
      return undefined;
    },
    /** Draws something else in the place of what was posted. @throws `Busy`. */
    async redraw(ref: MessageRef, person: Person, draw: (viewer: Viewer) => Card): Promise<void> {
      await chats.find(({ platform }) => platform === platformOf(ref))?.update(ref, draw(accounts.viewer(person)));
    },
  };
}
