/** When a person is away. One record for each person, so that entering and cancelling are one write. Pure. */
import type { Audience, Changed, Recorded } from '../history.js';
import { type Directory, type Person } from '../people.js';
import { who, type Who } from '../card.js';
import { Refusal } from '../refusal.js';
import { dayOf } from '../zones.js';
import { dayAfter, lengthOf, merged, stretchOf, type Day, type Days } from './days.js';

export type Leave = Recorded & {
  person: Who;
  /** In order, not touching each other. */
  ranges: readonly Days[];
  /** When the last of them ends. */
  ends?: Date;
};

export type LeaveSaid = { entered: { who: Who } & Days; cancelled: { who: Who } & Days };

const LONGEST_DAYS = 366;
/** How long leave that is over is kept. */
const KEPT_DAYS = 366;

type By = { actor: Person; now: Date };

/** For oneself; for others their manager, the leads of their groups, and administrators. */
export const mayEnterFor = (actor: Person, person: Person, { groups }: Directory): boolean =>
  actor.id === person.id ||
  actor.id === person.manager ||
  actor.roles.includes('admin') ||
  groups.some(({ lead, members }) => lead === actor.id && members.includes(person.id));

/** @throws Refusal unless the actor may enter leave for this person. */
export function needRight({ actor }: Pick<By, 'actor'>, person: Person, directory: Directory): void {
  if (!mayEnterFor(actor, person, directory)) throw new Refusal((say) => say.staffing.notYourLeave(who(person)));
}

/** The manager hears of it, and the person when somebody else entered it. */
const concerned = ({ id, manager }: Person, actor: Person): Audience[] =>
  [manager, id].filter((each) => each !== undefined && each !== actor.id).map((each): Audience => `person:${each}`);

function kept(leave: Leave, ranges: readonly Days[], { zone }: Person, now: Date): Leave {
  const { ends: _, ...rest } = leave;
  const since = dayAfter(dayOf(now, zone), -KEPT_DAYS);
  const current = merged(ranges).filter(({ to }) => to >= since);
  const last = current.at(-1);
  return { ...rest, ranges: current, ...(last ? { ends: stretchOf(last, zone).until } : {}) };
}

/** @throws Refusal for days that end before they begin, are over, or are more than a year. */
export function enter(leave: Leave, by: By, person: Person, directory: Directory, days: Days): Changed<Leave> {
  needRight(by, person, directory);
  const today = dayOf(by.now, person.zone);
  if (days.to < days.from) throw new Refusal((say) => say.staffing.endsBeforeStart(days));
  if (days.to < today) throw new Refusal((say) => say.staffing.leaveIsPast(days));
  const whole = merged([...leave.ranges, days]).find(({ from, to }) => from <= days.from && days.to <= to)!;
  if (lengthOf(whole) > LONGEST_DAYS) throw new Refusal((say) => say.staffing.leaveTooLong(whole));
  if (leave.ranges.some(({ from, to }) => from === whole.from && to === whole.to)) return undefined;
  return {
    next: kept(leave, [...leave.ranges, days], person, by.now),
    events: [{ what: 'entered', data: { who: who(by.actor), ...whole }, tell: concerned(person, by.actor) }],
  };
}

/** Leave that has begun ends yesterday. @throws Refusal when there is none from that day on, or it is over. */
export function cancel(leave: Leave, by: By, person: Person, directory: Directory, from: Day): Changed<Leave> {
  needRight(by, person, directory);
  const today = dayOf(by.now, person.zone);
  const found = leave.ranges.find((each) => each.from === from && each.to >= today);
  if (!found) throw new Refusal((say) => say.staffing.noSuchLeave(from));
  const rest = leave.ranges.filter((each) => each !== found);
  const before = found.from < today ? [{ from: found.from, to: dayAfter(today, -1) }] : [];
  return {
    next: kept(leave, [...rest, ...before], person, by.now),
    events: [{ what: 'cancelled', data: { who: who(by.actor), ...found }, tell: concerned(person, by.actor) }],
  };
}
