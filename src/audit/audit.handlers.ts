/** The decision trail: everything that happened to a record, for those who watch over the desk. */
import type { Handlers } from '../act.js';
import type { Ledger, Recorded } from '../history.js';
import type { Directory, Person } from '../people.js';
import { Refusal } from '../refusal.js';
import { card } from '../reply.js';
import { auditCard } from './audit.cards.js';

/** Nobody else reads trails: not the lead of the agents, not those who appear in them. */
const mayAudit = (person: Person) => person.roles.some((role) => role === 'security' || role === 'admin');

export function createAudit(deps: {
  ledgers: readonly Pick<Ledger<Recorded>, 'prefix' | 'load'>[];
  directory: Directory;
}) {
  const handlers: Handlers<'audit'> = {
    async audit({ record: id, before }, { actor, viewer, say }) {
      if (!mayAudit(actor)) throw new Refusal((say) => say.audit.needsRight);
      const ledger = deps.ledgers.find(({ prefix }) => id.startsWith(`${prefix}-`));
      const record = await ledger?.load(id);
      if (!record) throw new Refusal((say) => say.audit.unknown(id));
      return card(auditCard(record, before, deps.directory, viewer, say));
    },
  };
  return { handlers };
}
