/** Tells of accounts that have come to act for somebody. */
import { byDesk, type Presenter } from '../context.js';
import type { Platform } from '../chat.js';
import type { Clock } from '../clock.js';
import type { Ledger } from '../history.js';
import { holders, type Directory, type Person } from '../people.js';
import { who } from '../card.js';
import { dayCard, linkedCard } from './identity.cards.js';
import { noted, type Link, type LinkedDay } from './identity.js';

export function createIdentity(deps: { ledger: Ledger<LinkedDay>; directory: Directory; clock: Clock }) {
  const { ledger, directory, clock } = deps;

  const presenter: Presenter<LinkedDay> = {
    ledger,
    // A day is opened before its first link is noted, and nobody is told of none.
    standing: ({ links }) =>
      links.length > 0
        ? holders(directory, 'admin').map(({ id }) => ({ name: `admin:${id}`, to: `person:${id}` }))
        : [],
    draw: (day, _, viewer, say) => dayCard(day, viewer, say),
    notice: (_, { data }, __, viewer, say) => linkedCard(data['link'] as Link, viewer, say),
  };
  return {
    presenter,
    /** In the playground everybody is everybody: nothing is told there. */
    async linked(person: Person, platform: Platform, account: string): Promise<void> {
      if (platform.startsWith('play-')) return;
      const now = clock.now();
      const day = now.toISOString().slice(0, 10);
      const { _id } = await ledger.open({ day, links: [] }, [], byDesk(now, `linked:${day}`));
      const link: Link = { person: who(person), platform, account, at: now };
      const cause = byDesk(now, `linked:${platform}:${person.id}:${account}:${now.toISOString()}`);
      await ledger.change(_id, cause, (each) => noted(each, link));
    },
  };
}
