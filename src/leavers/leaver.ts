/**
 * A person leaves: what is in their hands, and what of it is out of them again. It is closed only when nothing is left. Pure.
 */
import { type Who, who } from '../card.js';
import type { Audience, Changed, NewEvent, Own, Recorded } from '../history.js';
import type { Holding, Leaving } from '../holdings.js';
import { isGuard, type Person } from '../people.js';
import { Refusal } from '../refusal.js';

/** `done`: since when it is not in their hands any more, as its room says itself. */
export type Row = Holding & { done?: Date };
export type Leaver = Recorded & {
  person: Leaving;
  state: 'proposed' | 'planned' | 'running' | 'closed' | 'cancelled';
  /** From when on they are let in no more. */
  at: Date;
  /** The administrator who planned it; nobody, where the identity provider says that they have left. */
  by?: Who | undefined;
  confirmed?: Who | undefined;
  rows: Row[];
  /** It has been told that some rows are not verified. */
  late?: true;
  /** How often it was looked whether all is done. */
  looks: number;
  /** Whose it is, while it is open: nobody has two. */
  open?: string | undefined;
  /** Who is let in no more by it, from `at` on. */
  bars?: string | undefined;
  due?: { next: Date } | undefined;
};

const MINUTE_MS = 60_000;
/** What is not verified by then is told to those who look after it. */
const LATE_MS = 4 * 60 * MINUTE_MS;
const LONGEST_WAIT_MINUTES = 60;
const FARTHEST_MS = 366 * 24 * 60 * MINUTE_MS;

export const isLeft = ({ done }: Row): boolean => done === undefined;

/**
 * @param wish without `at` it is for now, and a second person has to confirm it.
 * @throws Refusal for oneself, and for a moment that is over or more than a year away.
 */
export function planned(
  wish: { person: Leaving; at?: Date | undefined; by: Who },
  found: readonly Holding[],
  now: Date,
): { own: Own<Leaver>; events: NewEvent[] } {
  const { person, at, by } = wish;
  if (person.id === by.id) throw new Refusal((say) => say.leavers.notOneself);
  if (at && at <= now) throw new Refusal((say) => say.leavers.isPast(at));
  if (at && at.getTime() - now.getTime() > FARTHEST_MS) throw new Refusal((say) => say.leavers.tooFar(at));
  const own = { person, by, rows: [...found], looks: 0, open: person.id };
  return at
    ? {
        own: { ...own, state: 'planned', at, bars: person.id, due: { next: at } },
        events: [{ what: 'leaver-planned', data: { at } }],
      }
    : { own: { ...own, state: 'proposed', at: now }, events: [{ what: 'leaver-proposed' }] };
}

/** The identity provider says that they have left: the directory does not have them any more. */
export const told = (
  person: Leaving,
  found: readonly Holding[],
  at: Date,
  now: Date,
): { own: Own<Leaver>; events: NewEvent[] } => ({
  own: { person, rows: [...found], looks: 0, open: person.id, state: 'running', at, due: { next: now } },
  events: [{ what: 'leaver-begun' }],
});

const begun = (leaver: Leaver, now: Date): Changed<Leaver> => ({
  next: {
    ...leaver,
    state: 'running',
    at: now < leaver.at ? now : leaver.at,
    bars: leaver.person.id,
    due: { next: now },
  },
  events: [{ what: 'leaver-begun' }],
});

/** The hour has come, or the identity provider was quicker. */
export const begin = (leaver: Leaver, now: Date, isGone = false): Changed<Leaver> =>
  (leaver.state === 'planned' && (isGone || leaver.at <= now)) || (leaver.state === 'proposed' && isGone)
    ? begun(leaver, now)
    : undefined;

/** A second person says yes to what is to be done now. @throws Refusal for the first one, for the leaver, and when it is over. */
export function confirm(leaver: Leaver, actor: Person, now: Date): Changed<Leaver> {
  if (!isGuard(actor)) throw new Refusal((say) => say.leavers.notYours);
  if (leaver.state !== 'proposed') throw new Refusal((say) => say.leavers.nothingToConfirm(leaver._id));
  if (actor.id === leaver.by?.id || actor.id === leaver.person.id) throw new Refusal((say) => say.leavers.secondPerson);
  return begun({ ...leaver, at: now, confirmed: who(actor) }, now);
}

/** They stay, or are let in again; what has ended does not come back by it. @throws Refusal when there is nothing to cancel. */
export function cancel(leaver: Leaver, actor: Person): Changed<Leaver> {
  if (!actor.roles.includes('admin')) throw new Refusal((say) => say.leavers.notYours);
  if (leaver.state === 'cancelled') throw new Refusal((say) => say.leavers.isCancelled(leaver._id));
  if (leaver.by === undefined) throw new Refusal((say) => say.leavers.byProvider);
  const next = { ...leaver, state: 'cancelled' as const, open: undefined, bars: undefined, due: undefined };
  return { next, events: [{ what: 'leaver-cancelled', data: { who: who(actor) } }] };
}

/** The rows by what is in their hands now: one that is no longer found is done. */
export function rowsOf(rows: readonly Row[], found: readonly Holding[], now: Date): Row[] {
  const keyOf = ({ kind, id }: Holding) => `${kind} ${id}`;
  const still = new Map(found.map((each) => [keyOf(each), each]));
  const before = new Set(rows.map(keyOf));
  const known = rows.map(({ done, ...row }): Row => still.get(keyOf(row)) ?? { ...row, done: done ?? now });
  return [...known, ...found.filter((each) => !before.has(keyOf(each)))];
}

/** What was found after everything was ended and handed on that could be. */
export function looked(
  leaver: Leaver,
  found: readonly Holding[],
  guards: readonly Audience[],
  now: Date,
): Changed<Leaver> {
  if (leaver.state !== 'running') return undefined;
  const rows = rowsOf(leaver.rows, found, now);
  const looks = leaver.looks + 1;
  if (!rows.some(isLeft)) {
    const next = { ...leaver, rows, looks, state: 'closed' as const, open: undefined, due: undefined };
    return { next, events: [{ what: 'leaver-closed', tell: guards }] };
  }
  const isLate = !leaver.late && now.getTime() - leaver.at.getTime() >= LATE_MS;
  const minutes = Math.min(LONGEST_WAIT_MINUTES, 2 ** (looks - 1));
  return {
    next: {
      ...leaver,
      rows,
      looks,
      ...(isLate ? { late: true } : {}),
      due: { next: new Date(now.getTime() + minutes * MINUTE_MS) },
    },
    events: isLate ? [{ what: 'leaver-late', data: { left: rows.filter(isLeft).length }, tell: guards }] : [],
  };
}
