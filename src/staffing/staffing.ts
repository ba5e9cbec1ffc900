/**
 * The read model of working times: leave, overrides and the rota, asked synchronously by pure transitions of every
 * room. Pure over a snapshot that its room keeps fresh.
 */
import type { Directory, Person } from '../people.js';
import { covers, shiftAt, shiftsFrom, type Override, type Shift, type Stretch } from './rota.js';

/** What the policies do not say: leave by person, agreed on-call by group. */
export type Snapshot = {
  leave: ReadonlyMap<string, readonly Stretch[]>;
  overrides: ReadonlyMap<string, readonly Override[]>;
};

export const nothingAgreed: Snapshot = { leave: new Map(), overrides: new Map() };

export type Tier = 1 | 2 | 3;

/** `insteadOf` is scheduled, but away; without `until` nobody else is ever to come. */
export type Turn = { person: Person; insteadOf?: Person; until?: Date; next?: Person };

export type Staffing = {
  /**
   * The on-call agent of a group at this moment: by agreement, else by the weekly rota; for an agent on leave the next
   * of the rota, then the backup. Undefined when the group has no rota, or everybody is away.
   */
  onDuty(group: string, now: Date): Person | undefined;
  /** The on-call agent now, until when, and the next one; undefined when nobody is on call. */
  turn(group: string, now: Date): Turn | undefined;
  /** The rota from a moment on, whether or not its agents are away then. */
  shifts(group: string, now: Date, count: number): Shift[];
  /** On leave at this moment. */
  isAway(person: string, now: Date): boolean;
  /** When the leave of somebody who is away ends. */
  awayUntil(person: string, now: Date): Date | undefined;
  /** Their leave that has not ended, in order. */
  leaveOf(person: string, now: Date): Stretch[];
  /** Everybody who is on leave at this moment. */
  away(now: Date): string[];
  /**
   * The stand-in for a person of a group who is away: the group's backup, else the on-call agent, else the lead;
   * never somebody away, never the person themselves.
   */
  standIn(person: string, group: string, now: Date): Person | undefined;
  /** The level of a person's skill in a category, 0–10, the best of their groups. */
  skill(person: string, category: string): number;
  tier(person: string, group: string): Tier;
  /** Who works in this tier of a group, whether or not they are there. */
  inTier(group: string, tier: Tier): Person[];
  /** The most open tickets that a group's rule lets a person have; undefined without a limit. */
  cap(person: string, group: string): number | undefined;
  /** The calendar of working hours that a person keeps: that of the first group they work in, else the default group's. */
  calendarOf(person: string): string;
};

/** The number of shifts ahead that are searched for the next agent. */
const LOOKED_AHEAD = 10;

/** @param snapshot what is agreed as this process knows it now. */
export function staffingOf(directory: Directory, snapshot: () => Snapshot): Staffing {
  const leaveOf = (person: string) => snapshot().leave.get(person) ?? [];
  const awayUntil: Staffing['awayUntil'] = (person, now) => leaveOf(person).find((each) => covers(each, now))?.until;
  const isAway: Staffing['isAway'] = (person, now) => awayUntil(person, now) !== undefined;
  const firstThere = (people: readonly (string | undefined)[], now: Date) =>
    people.map((id) => directory.person(id ?? '')).find((person) => person && !isAway(person.id, now));

  const onDuty: Staffing['onDuty'] = (id, now) => {
    const group = directory.group(id);
    const shift = group && shiftAt(group, snapshot().overrides.get(id) ?? [], now);
    if (!shift) return undefined;
    const order = group.rota?.people ?? [];
    const next = order.indexOf(shift.person) + 1;
    return firstThere([shift.person, ...order.slice(next), ...order.slice(0, next), group.backup], now);
  };

  const shifts: Staffing['shifts'] = (id, now, count) => {
    const group = directory.group(id);
    return group ? shiftsFrom(group, snapshot().overrides.get(id) ?? [], now, count) : [];
  };

  const turn: Staffing['turn'] = (id, now) => {
    const person = onDuty(id, now);
    if (!person) return undefined;
    const ahead = shifts(id, now, LOOKED_AHEAD);
    const comingAndGoing = [...snapshot().leave.values()].flat().flatMap(({ from, until }) => [from, until]);
    const until = [...ahead.map((shift) => shift.until), ...comingAndGoing]
      .filter((at) => at > now)
      .toSorted((one, other) => one.getTime() - other.getTime())
      .find((at) => onDuty(id, at)?.id !== person.id);
    const next = until && onDuty(id, until);
    const insteadOf = ahead[0]?.person === person.id ? undefined : directory.person(ahead[0]?.person ?? '');
    return { person, ...(insteadOf ? { insteadOf } : {}), ...(until ? { until } : {}), ...(next ? { next } : {}) };
  };

  const tier: Staffing['tier'] = (person, group) =>
    Number((directory.group(group)?.tiers[person] ?? 'L1').slice(1)) as Tier;

  return {
    onDuty,
    turn,
    shifts,
    isAway,
    awayUntil,
    leaveOf: (person, now) =>
      leaveOf(person)
        .filter(({ until }) => until > now)
        .toSorted((one, other) => one.from.getTime() - other.from.getTime()),
    away: (now) => [...snapshot().leave.keys()].filter((person) => isAway(person, now)),
    standIn(person, group, now) {
      const { backup, lead } = directory.group(group) ?? {};
      return firstThere(
        [backup, onDuty(group, now)?.id, lead].filter((id) => id !== person),
        now,
      );
    },
    skill: (person, category) => Math.max(0, ...directory.groups.map(({ skills }) => skills[person]?.[category] ?? 0)),
    tier,
    inTier: (group, wanted) =>
      (directory.group(group)?.members ?? [])
        .filter((id) => tier(id, group) === wanted)
        .flatMap((id) => directory.person(id) ?? []),
    cap(person, id) {
      const group = directory.group(id);
      return group?.caps[person] ?? group?.cap;
    },
    calendarOf: (person) =>
      (directory.groups.find(({ id }) => directory.isAgentOf(person, id)) ?? directory.defaultGroup).calendar,
  };
}
