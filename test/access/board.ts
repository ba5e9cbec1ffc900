/** The cards and messages that a record gives rise to, as the announcer would ask for them. */
import type { Board } from '../../src/act.js';
import type { Card, Viewer } from '../../src/card.js';
import type { Recorded } from '../../src/history.js';
import type { Rooms } from '../approvals/rooms.js';
import { wording } from '../../src/wording/index.js';

const eyes: Viewer = { lang: 'en', zone: 'UTC' };

export function boardOf(rooms: Rooms) {
  const boards: Board<Recorded>[] = [rooms.access.board as never, rooms.changes.board as never];
  const find = async (id: string) => {
    const board = boards.find(({ ledger }) => id.startsWith(ledger.prefix));
    const record = await board?.ledger.load(id);
    if (!board || !record) throw new Error(`no ${id}`);
    return { board, record };
  };
  return {
    async standing(id: string) {
      const { board, record } = await find(id);
      return board.standing(record);
    },
    async card(id: string, name: string, viewer = eyes): Promise<Card> {
      const { board, record } = await find(id);
      return board.draw(record, name, viewer, wording[viewer.lang]);
    },
    /** Every one-off message so far, as `whom: title`. */
    async notices(id: string): Promise<string[]> {
      const { board, record } = await find(id);
      return record.history.flatMap((event) =>
        event.owed.map((to) => {
          const { title } = board.notice(record, event, to, eyes, wording.en);
          return `${to.replace('person:', '')}: ${title}`;
        }),
      );
    },
  };
}
