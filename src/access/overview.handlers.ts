/** What a person holds, and what of others they have to look after. */
import { listOf } from '../approvals/approvals.cards.js';
import type { Handlers } from '../context.js';
import { atAGlance, type Ledger } from '../history.js';
import { isGuard, type Person } from '../people.js';
import { card } from '../reply.js';
import { doubtParts, listed } from './access.cards.js';
import type { AccessRequest, Listed } from './access.js';

/** As many as a list shows. */
const SHOWN = 20;

export function createOverview({
  ledger,
  openOf,
}: {
  ledger: Ledger<AccessRequest>;
  openOf(requester: string): Promise<Listed[]>;
}): Handlers<'show-access'> {
  /** Security officers and administrators see all of it, and owners what is theirs. */
  const unverified = (actor: Person): Promise<Listed[]> =>
    ledger.model
      .find(
        {
          'unverified.since': { $exists: true },
          'unverified.over': null,
          ...(isGuard(actor) ? {} : { 'owner.id': actor.id }),
        } as never,
        atAGlance,
      )
      .sort({ 'unverified.since': 1 })
      .limit(SHOWN)
      .lean<Listed[]>()
      .exec();

  return {
    async 'show-access'(_, { actor, viewer, say }) {
      const [own, doubts] = await Promise.all([openOf(actor.id), unverified(actor)]);
      const parts = [...listOf(own, (record) => listed(record, say), say), ...doubtParts(doubts, say)];
      return card({
        for: viewer,
        title: say.access.overview,
        parts: parts.length > 0 ? parts : [{ kind: 'text', text: say.access.nothingHeld }],
      });
    },
  };
}
