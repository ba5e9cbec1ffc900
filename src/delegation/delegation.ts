/** Who decides for whom, and until when. One record for each person who delegates, so that each act is one write. Pure. */
import type { Delegation } from '../approvals/routes.js';
import type { Audience, Changed, Recorded } from '../history.js';
import type { Directory, Person } from '../people.js';
import { type Who, who } from '../card.js';
import { Refusal } from '../refusal.js';

/** From its first moment to its last, on the clocks of the person who delegates. */
export type Given = { id: string; to: Who; from: Date; until: Date; kind?: string };
export type Delegations = Recorded & {
  person: Who;
  given: readonly Given[];
  /** When the last of them ends. */
  ends?: Date | undefined;
  /** They were asked once whether to name somebody, and said not now. */
  offered?: 'asked' | 'later';
};
export type DelegationSaid = Given & { who: Who };

const LONGEST_DAYS = 366;
const MOST = 20;
const DAY_MS = 86_400_000;

const settled = (record: Delegations, given: readonly Given[]): Delegations => ({
  ...record,
  given,
  ends: given.reduce<Date | undefined>((last, { until }) => (last && last > until ? last : until), undefined),
});

const meet = (one: Given, other: Given): boolean =>
  one.from <= other.until && other.from <= one.until && (!one.kind || !other.kind || one.kind === other.kind);

/**
 * @param theirs what the delegate has delegated.
 * @throws Refusal for oneself, days that are over or backwards, and where both would decide for each other.
 */
export function give(record: Delegations, wish: Given, theirs: readonly Delegation[], now: Date): Changed<Delegations> {
  if (wish.to.id === record.person.id) throw new Refusal((say) => say.delegation.toOneself);
  if (wish.until < wish.from) throw new Refusal((say) => say.delegation.endsFirst);
  if (wish.until < now) throw new Refusal((say) => say.delegation.isPast(wish.until));
  if (wish.until.getTime() - wish.from.getTime() > LONGEST_DAYS * DAY_MS)
    throw new Refusal((say) => say.delegation.tooLong(LONGEST_DAYS));
  const current = record.given.filter(({ until }) => until >= now);
  const same = current.find((other) => meet(other, wish));
  if (same) throw new Refusal((say) => say.delegation.overlaps(same.to));
  const back = theirs.some(
    (other) => other.to === record.person.id && meet({ ...wish, ...other, to: wish.to } as Given, wish),
  );
  if (back) throw new Refusal((say) => say.delegation.circle(wish.to));
  if (current.length >= MOST) throw new Refusal((say) => say.delegation.tooMany(MOST));
  const data = { who: record.person, ...wish };
  return {
    next: settled(record, [...current, wish]),
    events: [{ what: 'delegated', data, tell: [`person:${wish.to.id}`] }],
  };
}

const hasNamed = ({ given, history }: Delegations): boolean =>
  given.length > 0 || history.some(({ what }) => what === 'delegated');

/** Asks somebody who decides for the first time, and has never named a delegate, to name one; once for good. */
export function offer(record: Delegations): Changed<Delegations> {
  if (record.offered || hasNamed(record)) return undefined;
  const tell: Audience[] = [`person:${record.person.id}`];
  return { next: { ...record, offered: 'asked' }, events: [{ what: 'delegate-offered', tell }] };
}

/** Not now: they are not asked again. */
export const postpone = (record: Delegations): Changed<Delegations> =>
  record.offered === 'later'
    ? undefined
    : { next: { ...record, offered: 'later' }, events: [{ what: 'delegate-postponed' }] };

/** Whether that question has its answer. */
export const isAnswered = (record: Delegations): boolean => record.offered === 'later' || hasNamed(record);

/** Ends one before its time. @throws Refusal unless one of the two, or an administrator, ends what is not over. */
export function end(record: Delegations, id: string, actor: Person, now: Date): Changed<Delegations> {
  const found = record.given.find((each) => each.id === id && each.until >= now);
  if (!found) throw new Refusal((say) => say.delegation.noSuch);
  if (actor.id !== record.person.id && actor.id !== found.to.id && !actor.roles.includes('admin'))
    throw new Refusal((say) => say.delegation.notYours);
  const tell = [record.person.id, found.to.id]
    .filter((each) => each !== actor.id)
    .map((each): Audience => `person:${each}`);
  return {
    next: settled(
      record,
      record.given.filter((each) => each !== found),
    ),
    events: [{ what: 'delegation-ended', data: { ...found, of: record.person, who: who(actor) }, tell }],
  };
}

/** One of the two leaves: what they gave, or were given, ends. */
export function endedFor(record: Delegations, person: Who, by: Who, now: Date): Changed<Delegations> {
  const isOver = ({ to, until }: Given) => until >= now && (record.person.id === person.id || to.id === person.id);
  const over = record.given.filter(isOver);
  if (over.length === 0) return undefined;
  return {
    next: settled(
      record,
      record.given.filter((each) => !isOver(each)),
    ),
    events: over.map((each) => ({
      what: 'delegation-ended',
      data: { ...each, of: record.person, who: by },
      tell: [record.person.id, each.to.id].filter((one) => one !== person.id).map((one): Audience => `person:${one}`),
    })),
  };
}

/** Those that are not over, by the person who delegated. */
export type Standing = { of: Who; given: Given };

/** What concerns a person, of what stands: what they gave, and what they were given. */
export const concerning = (standing: readonly Standing[], person: string): Standing[] =>
  standing.filter(({ of, given }) => of.id === person || given.to.id === person);

/** Nobody decides who is no longer in the directory. */
export const isKnown = ({ of, given }: Standing, directory: Directory): boolean =>
  directory.person(of.id) !== undefined && directory.person(given.to.id) !== undefined;
