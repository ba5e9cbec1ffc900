/** How far the visitors of this playground have come on its tour; it is one tour for all who look on. */
import { z } from 'zod';
import type { Addresses } from '../../src/chat.js';
import { understand } from '../../src/language/understand.js';
import type { Answer } from '../../src/reply.js';
import type { Taken } from './inbound.js';
import { countedIn, steps, type Move } from './page/guide-steps.js';
import type { TourState } from './wire.js';

const KEY = 'play:tour';
const FIRST_TICKET = 'INC-1';

/** The command that was given, as unproven as it came; its name is `words` for what is none. */
function commandOf({ request: { asks } }: Taken): { do: string } | undefined {
  if (asks.kind === 'words') return understand(asks.words, { bound: FIRST_TICKET, commanded: asks.commanded ?? false });
  const given = asks.kind === 'submission' ? asks.draft : asks.kind === 'command' ? asks.command : undefined;
  return z.looseObject({ do: z.string() }).safeParse(given).data;
}

/** @param told is called when it has come further. */
export function createTour({ addresses, told }: { addresses: Addresses; told(): void }) {
  let state: TourState = { done: [], ticket: FIRST_TICKET };

  async function change(next: Partial<TourState>): Promise<void> {
    state = { ...state, ...next };
    told();
    await addresses.keep(KEY, state);
  }
  const add = (moves: readonly Move[], more: Partial<TourState> = {}) =>
    change({ done: [...new Set([...state.done, ...moves.map(({ id }) => id)])], ...more });

  /** Whoever has done a move has left those of its step before it behind. */
  const upTo = (move: Move): Move[] => {
    const moves = countedIn(steps.find((step) => step.moves.includes(move))!);
    return moves.slice(0, moves.indexOf(move) + 1);
  };
  const isDone = ({ id }: Move) => state.done.includes(id);
  const isOpenTo = (move: Move, answer: Answer): boolean =>
    (move.refused ?? false) || answer.kind === 'done' || answer.kind === 'card';

  return {
    state: () => state,
    async load(): Promise<void> {
      state = { ...state, ...((await addresses.recall(KEY)) as TourState | undefined) };
    },
    /** Takes note of what somebody did and how the desk answered. */
    async took(taken: Taken, answer: Answer): Promise<void> {
      const command = commandOf(taken);
      if (!command) return;
      const did = command.do;
      const text = JSON.stringify(command);
      const isTheirs = ({ be, or, about }: Move) =>
        [be, or].includes(taken.at.who) && (about === undefined || text.includes(`${about}-`));
      const move = steps.flatMap(countedIn).find((each) => {
        const before = upTo(each).at(-2);
        const isNext = did !== 'words' || before === undefined || isDone(before);
        return !isDone(each) && each.did === did && isTheirs(each) && isNext && isOpenTo(each, answer);
      });
      if (!move) return;
      const [ticket] = did === 'open-ticket' ? (/INC-\d+/.exec(JSON.stringify(answer)) ?? []) : [];
      await add(upTo(move), ticket === undefined ? {} : { ticket });
    },
    /** A button of the tour was pressed, whose move needs nothing else. */
    async pressed(id: string): Promise<void> {
      const move = steps.flatMap(countedIn).find((each) => each.id === id);
      if (move && move.did === undefined) await add(upTo(move));
    },
    /** A step is ticked by hand, to skip it or to do it once more. */
    async tick(id: string, done: boolean): Promise<void> {
      const step = steps.find((each) => each.id === id);
      const own = step ? countedIn(step) : [];
      await (done ? add(own) : change({ done: state.done.filter((each) => !own.some((move) => move.id === each)) }));
    },
  };
}
