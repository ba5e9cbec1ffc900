/**
 * The newest tickets, for comparison with the next. In an outage everybody opens one, so what was read is remembered for a
 * moment: what this process saves meanwhile is known at once, what others save when it is next read.
 */
import type { Ledger } from '../history.js';
import type { Report } from './links/duplicates.js';
import { compared } from './queue/glances.js';
import type { Ticket } from './ticket.js';

const REMEMBERED_MS = 2_000;
const MARGIN_MS = 3_600_000;

/** As it is remembered. */
export type Known = Report & Pick<Ticket, 'version'>;

const fields = ['_id', ...Object.keys(compared)] as (keyof Known)[];
const pick = (ticket: Ticket) => Object.fromEntries(fields.map((field) => [field, ticket[field]])) as unknown as Known;

export type Recent = ReturnType<typeof createRecent>;

/** @param groups those whose tickets are compared. @param read their tickets since a moment. */
export function createRecent(groups: readonly string[], read: (since: Date) => Promise<Known[]>) {
  let known = new Map<string, Known>();
  let from = new Date(8.64e15);
  let until = -Infinity;
  let reading: Promise<void> | undefined;

  function keep(ticket: Known): void {
    const before = known.get(ticket._id);
    if (!before || before.version < ticket.version) known.set(ticket._id, ticket);
  }
  /** Some are asked for that are a little older than those asked for before. */
  async function readAnew(since: Date): Promise<void> {
    known = new Map();
    from = new Date(since.getTime() - MARGIN_MS);
    until = -Infinity;
    (await read(from)).forEach(keep);
    until = performance.now() + REMEMBERED_MS;
  }

  /** Of what is saved while it is read, the later version stays. */
  function saved<T extends Ticket | undefined>(ticket: T): T {
    if (ticket && (reading || performance.now() <= until)) keep(pick(ticket));
    return ticket;
  }

  return {
    /** The ledger through which this process saves its tickets. */
    watching: (ledger: Ledger<Ticket>): Ledger<Ticket> => ({
      ...ledger,
      open: (...opened) => ledger.open(...opened).then(saved),
      change: (...change) => ledger.change(...change).then(saved),
    }),
    async since(since: Date): Promise<Report[]> {
      while (reading || performance.now() > until || since < from)
        await (reading ??= readAnew(since).finally(() => (reading = undefined)));
      return [...known.values()].filter(({ opened, group }) => opened >= since && groups.includes(group));
    },
  };
}
