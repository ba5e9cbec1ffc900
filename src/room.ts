/** What a room of the desk gives, and how the rooms are put together. */
import type { Card, Part } from './card.js';
import type { Context, Forms, Handlers, Presenter, Sweep } from './context.js';
import type { Recorded } from './history.js';
import type { Action } from './language/command.js';

/** A presenter of some kind of record. */
type Shows = { ledger: { prefix: string }; draw(...asked: never): Card };

/** What can be asked of a room, and what it does by itself. */
export type Room = {
  /** For its own commands, no others. */
  handlers?: object;
  /** The forms that complete its commands. */
  forms?: Partial<Forms>;
  /** How its records are shown. */
  presenter?: Shows;
  presenters?: readonly Shows[];
  /** What one of the processes does about its records as time goes by. */
  sweeps?: readonly Sweep[];
  /** What each process does for itself. */
  everywhere?: readonly Sweep[];
  /** What of it is a person's own: open tickets, approvals waiting, requests and grants. */
  mine?(context: Context): Promise<Part[]>;
};

type Name = Action['do'];
type HandledBy<R> = R extends { handlers: infer H } ? Extract<keyof H, Name> : never;

/** Rooms as one room. */
export type Together<N extends Name = Name> = {
  handlers: Handlers<N>;
  forms: Partial<Forms>;
  presenters: readonly Presenter<Recorded>[];
  sweeps: readonly Sweep[];
  everywhere: readonly Sweep[];
  mine(context: Context): Promise<Part[]>;
};

function union(parts: readonly (object | undefined)[], what: string): never {
  const all = new Map<string, unknown>();
  for (const [name, part] of parts.flatMap((each) => Object.entries(each ?? {}))) {
    if (all.has(name)) throw new Error(`two rooms have a ${what} for ${name}`);
    all.set(name, part);
  }
  return Object.fromEntries(all) as never;
}

/** Puts rooms together. @throws an error when two of them handle one command, which is a mistake in the program. */
export const together = <const R extends readonly Room[]>(rooms: R): Together<HandledBy<R[number]>> => ({
  handlers: union(
    rooms.map(({ handlers }) => handlers),
    'handler',
  ),
  forms: union(
    rooms.map(({ forms }) => forms),
    'form',
  ),
  presenters: rooms.flatMap(({ presenter, presenters = [] }) => [
    ...(presenter ? [presenter] : []),
    ...presenters,
  ]) as never,
  sweeps: rooms.flatMap(({ sweeps = [] }) => sweeps),
  everywhere: rooms.flatMap(({ everywhere = [] }) => everywhere),
  mine: async (context) => (await Promise.all(rooms.map(async (room) => (await room.mine?.(context)) ?? []))).flat(),
});
