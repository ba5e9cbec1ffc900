/** The cards and messages that a record gives rise to, as the announcer would ask for them. */
import type { Presenter } from '../../src/context.js';
import type { Card, Viewer } from '../../src/card.js';
import type { Recorded } from '../../src/history.js';
import type { Rooms } from '../approvals/rooms.js';
import { wording } from '../../src/language/wording.js';

const eyes: Viewer = { lang: 'en', zone: 'UTC' };

export function boardOf(rooms: Rooms) {
  const presenters: Presenter<Recorded>[] = [
    rooms.access.presenter as never,
    rooms.changes.presenter as never,
    rooms.delegations.presenter as never,
  ];
  const find = async (id: string) => {
    const presenter = presenters.find(({ ledger }) => id.startsWith(ledger.prefix));
    const record = await presenter?.ledger.load(id);
    if (!presenter || !record) throw new Error(`no ${id}`);
    return { presenter, record };
  };
  return {
    async standing(id: string) {
      const { presenter, record } = await find(id);
      return presenter.standing(record);
    },
    async card(id: string, name: string, viewer = eyes): Promise<Card> {
      const { presenter, record } = await find(id);
      return presenter.draw(record, name, viewer, wording[viewer.lang]);
    },
    /** Every one-off message so far, as `whom: title`. */
    async notices(id: string): Promise<string[]> {
      const { presenter, record } = await find(id);
      return record.history.flatMap((event) =>
        event.owed.map((to) => {
          const { title } = presenter.notice(record, event, to, eyes, wording.en);
          return `${to.replace('person:', '')}: ${title}`;
        }),
      );
    },
  };
}
