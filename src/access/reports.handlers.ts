/** Who holds what, for those who answer for it. */
import type { Handlers } from '../context.js';
import { atAGlance, type Ledger } from '../history.js';
import { type Directory, isGuard } from '../people.js';
import { Refusal } from '../refusal.js';
import { card } from '../reply.js';
import type { AccessRequest, Listed } from './access.js';
import type { Catalogue } from './catalogue.js';
import { reportCard } from './reports.cards.js';
import { linesOf } from './reports.js';

const SOON_DAYS = 7;

export function createReports(deps: {
  ledger: Ledger<AccessRequest>;
  catalogue: Catalogue;
  directory: Directory;
}): Handlers<'access-report'> {
  const { ledger, catalogue, directory } = deps;
  return {
    async 'access-report'({ which, days = SOON_DAYS, page = 1 }, { actor, now, viewer, say }) {
      const owned = catalogue.entitlements.filter(({ owner }) => owner.id === actor.id).map(({ id }) => id);
      if (!isGuard(actor) && owned.length === 0) throw new Refusal((words) => words.reports.notYours);
      const leases = (await ledger.model
        .find({ state: { $in: ['approved', 'active', 'ending'] } }, atAGlance)
        .sort({ _id: 1 })
        .lean()
        .exec()) as Listed[];
      const all = linesOf(which, leases, { catalogue, directory, days, now });
      const lines = isGuard(actor) ? all : all.filter(({ record }) => owned.includes(record.entitlement));
      return card(reportCard({ which, days, page }, lines, viewer, say));
    },
  };
}
