/** Tells the administrators, once a day, of a record that a sweep cannot do its work for. */
import type { Logger } from 'pino';
import { byDesk, type Presenter } from '../context.js';
import { describe } from '../errors.js';
import type { Ledger } from '../history.js';
import { holders, type Directory } from '../people.js';
import { troubleCard } from './trouble.cards.js';
import type { Report } from '../sweep.js';
import { troubled, type Trouble } from './trouble.js';

export function createTrouble({
  ledger,
  directory,
  log,
}: {
  ledger: Ledger<Trouble>;
  directory: Directory;
  log: Logger;
}): { report: Report; presenter: Presenter<Trouble> } {
  /** What this process has told: a sweep comes back to a record every few seconds. */
  const told = new Map<string, string>();

  return {
    async report(sweep, record, error, now) {
      const day = now.toISOString().slice(0, 10);
      if (told.get(record) === day) return;
      log.error({ error: describe(error), record, sweep }, 'a sweep failed with this record; the others go on');
      const { own, events } = troubled(
        record,
        sweep,
        holders(directory, 'admin').map(({ id }) => id),
      );
      await ledger.open(own, events, byDesk(now, `trouble:${record}:${day}`));
      told.set(record, day);
    },
    presenter: {
      ledger,
      standing: () => [],
      draw: (trouble, _, viewer, say) => troubleCard(trouble, viewer, say),
      notice: (trouble, _, __, viewer, say) => troubleCard(trouble, viewer, say),
    },
  };
}
