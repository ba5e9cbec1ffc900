/** The assignee of a new ticket by the rule of its group. */
import type { Directory, Group, Person } from '../../people.js';
import type { Staffing } from '../../staffing/staffing.js';

/** Somebody who is there; `level` is how well they know the matter, `load` how many open tickets they have. */
export type Candidate = { id: string; tier: number; level: number; load: number; cap?: number | undefined };

/**
 * The candidates that are equally good: of the lowest tier that anybody is in, with room for one more; skilled ones
 * before others; then as the rule says. Pure.
 */
export function fittest(rule: Group['assignment'], candidates: readonly Candidate[]): Candidate[] {
  const tier = Math.min(...candidates.map((each) => each.tier));
  const able = candidates.filter(({ load, cap, ...each }) => each.tier === tier && load < (cap ?? Infinity));
  const best = Math.max(...able.map(({ level }) => level));
  const skilled = able.filter(({ level }) => (rule === 'skill' ? level === best : level > 0 || best === 0));
  if (rule === 'round-robin') return skilled;
  const least = Math.min(...skilled.map(({ load }) => load));
  return skilled.filter(({ load }) => load === least);
}

export function createAssignment(deps: {
  directory: Directory;
  staffing: Staffing;
  openCount(person: string): Promise<number>;
  /** Who of these had a ticket of the group longest ago. */
  turn(group: string, among: readonly [string, ...string[]]): Promise<string>;
}) {
  const { directory, staffing } = deps;

  /** The members who are there; the lead, who is no member, gets nothing by rule except while on call. */
  function present(group: Group, now: Date): string[] {
    if (group.assignment !== 'on-duty') return group.members.filter((id) => !staffing.isAway(id, now));
    const id = staffing.onDuty(group.id, now)?.id;
    return id && directory.isAgentOf(id, group.id) ? [id] : [];
  }

  /** Nobody when the rule is to leave it, or when all are away or have as many as they may. */
  return async (group: Group, category: string | undefined, now: Date): Promise<Person | undefined> => {
    if (group.assignment === 'none') return undefined;
    const candidates = present(group, now).map(async (id) => ({
      id,
      tier: staffing.tier(id, group.id),
      level: category === undefined ? 0 : (group.skills[id]?.[category] ?? 0),
      load: await deps.openCount(id),
      cap: staffing.cap(id, group.id),
    }));
    const [first, ...others] = fittest(group.assignment, await Promise.all(candidates)).map(({ id }) => id);
    return first === undefined ? undefined : directory.person(await deps.turn(group.id, [first, ...others]));
  };
}
