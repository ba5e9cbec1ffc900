/**
 * The agent who gets a ticket that a step of its ladder hands over: of those who can take it, the one with the least
 * work.
 */
import type { Handover } from '../../sla/sla.js';
import type { Person } from '../../people.js';
import type { Tier } from '../../staffing/staffing.js';
import type { Successor } from './escalation.js';
import { thereAt } from '../reminders/availability.js';
import type { House, Ticket } from '../ticket.js';

export type Reassignable = Pick<Ticket, 'group' | 'category' | 'assignee'>;

/** Those who could take it, the fittest first in groups of equals, and the tier that they work in. */
type Able = { people: Person[]; tier?: string };

export function createReassignment(house: House, openCount: (person: string) => Promise<number>) {
  const { directory, staffing } = house;

  /** Those at work; when nobody is, those who are not on leave. */
  function present(people: readonly Person[], ticket: Reassignable, now: Date): Person[] {
    const group = directory.group(ticket.group);
    const others = people.filter(({ id }) => id !== ticket.assignee?.id && !staffing.isAway(id, now));
    const there = others.filter(({ id }) => group && thereAt(id, group, house, now) <= now);
    return there.length > 0 ? there : others;
  }

  /** The next tier that has somebody; its on-call agent goes first. */
  function nextTier(ticket: Reassignable, now: Date): Able {
    const from = ticket.assignee ? staffing.tier(ticket.assignee.id, ticket.group) : 1;
    for (const tier of ([2, 3] as Tier[]).filter((each) => each > from)) {
      const people = present(staffing.inTier(ticket.group, tier), ticket, now);
      const duty = staffing.onDuty(ticket.group, now);
      const first = people.filter(({ id }) => id === duty?.id);
      if (people.length > 0) return { people: first.length > 0 ? first : people, tier: `L${tier}` };
    }
    return { people: [] };
  }

  /** The agent most skilled in its category; nobody, when its assignee is as skilled. */
  function bySkill(ticket: Reassignable, now: Date): Able {
    const skill = (id: string) => (ticket.category ? staffing.skill(id, ticket.category) : 0);
    const members = (directory.group(ticket.group)?.members ?? []).flatMap((id) => directory.person(id) ?? []);
    const able = present(members, ticket, now).filter(
      ({ id }) => skill(id) > (ticket.assignee ? skill(ticket.assignee.id) : 0),
    );
    const best = Math.max(...able.map(({ id }) => skill(id)));
    return { people: able.filter(({ id }) => skill(id) === best) };
  }

  return async (ticket: Reassignable, act: Handover, now: Date): Promise<Successor | undefined> => {
    const { people, tier } = act === 'raise-tier' ? nextTier(ticket, now) : bySkill(ticket, now);
    const counts = await Promise.all(people.map(({ id }) => openCount(id)));
    const person = people[counts.indexOf(Math.min(...counts))];
    return person && { person, ...(tier ? { tier } : {}) };
  };
}
