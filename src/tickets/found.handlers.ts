/** Tickets that the desk opens by itself for what it has found, and resolves when that is over. */
import { byDesk } from '../context.js';
import type { FoundTickets } from '../found.js';
import type { Priority } from '../sla/sla.js';
import type { Level, Sla } from '../sla/policy.js';
import type { Group, Person } from '../people.js';
import { Refusal } from '../refusal.js';
import { wording } from '../language/wording.js';
import { resolveByItself } from './ending.js';
import { open } from './opening.js';
import type { Room } from './room.handlers.js';
import { isOpen } from './ticket.js';

const DESK: Person = {
  id: 'desk',
  name: 'Deskhand',
  email: 'desk@deskhand.invalid',
  title: { en: 'Service desk', zh: '服务台' },
  lang: 'en',
  zone: 'UTC',
  roles: [],
  vip: false,
  accounts: {},
};
const LEVELS: readonly Level[] = ['low', 'medium', 'high'];

/** The least that has this priority, as priorities.yaml weighs. */
function weighed(priority: Priority, { priorityOf }: Sla): { impact: Level; urgency: Level } {
  const all = LEVELS.flatMap((impact) => LEVELS.map((urgency) => ({ impact, urgency })));
  const fits = all.find(({ impact, urgency }) => priorityOf(impact, urgency) <= priority);
  return fits ?? { impact: 'high', urgency: 'high' };
}

export function createFound(
  { ledger, house, heard }: Room,
  assigneeFor: (group: Group, category: string | undefined, now: Date) => Promise<Person | undefined>,
): FoundTickets {
  const { directory, sla } = house;
  return {
    async open({ key, owner, priority, words }, now) {
      const group = directory.groups.find(({ id }) => directory.isAgentOf(owner, id)) ?? directory.defaultGroup;
      const requester = directory.person(owner);
      const assignee = directory.isAgentOf(owner, group.id) ? requester : await assigneeFor(group, undefined, now);
      const asked = { ...words(wording[group.lang]), ...weighed(priority, sla), requester, assignee };
      const cause = byDesk(now, `found:${key}`);
      const made = open(asked, { actor: DESK, now }, house, group, cause.origin);
      return (await ledger.open(made.own, made.events, cause))._id;
    },
    async resolve(ticket, summary, now) {
      const before = await ledger.load(ticket);
      if (!before || !isOpen(before)) return;
      const words = summary(wording[directory.group(before.group)?.lang ?? 'en']);
      const cause = byDesk(now, `found-over:${ticket}:${before.resolutions}`);
      const apply = () =>
        ledger.change(ticket, cause, (each) =>
          heard(resolveByItself(each, { actor: DESK, now }, house, words), 'desk'),
        );
      await apply().catch((error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
      });
    },
  };
}
