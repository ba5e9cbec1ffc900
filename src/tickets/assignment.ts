/** Who gets a new ticket by the rule of its group. */
import type { Directory, Group, Person } from '../people.js';

/** Members who know the category go first; the lead, who is no member, gets nothing by rule. */
export const candidates = (group: Group, category: string | undefined, directory: Directory): Person[] => {
  const members = group.members.flatMap((id) => directory.person(id) ?? []);
  const skilled = members.filter(({ id }) => category !== undefined && group.skills[id]?.[category]);
  return skilled.length > 0 ? skilled : members;
};

export function createAssignment(deps: {
  directory: Directory;
  openCount(person: string): Promise<number>;
  /** The next turn of a group: 1, 2, 3 … */
  turn(group: string): Promise<number>;
}) {
  return async (group: Group, category: string | undefined): Promise<Person | undefined> => {
    if (group.assignment === 'none') return undefined;
    const able = candidates(group, category, deps.directory);
    if (group.assignment === 'round-robin') return able[(await deps.turn(group.id)) % able.length];
    const counts = await Promise.all(able.map(({ id }) => deps.openCount(id)));
    return able[counts.indexOf(Math.min(...counts))];
  };
}
