/** The ticket room as the program has it, over a database of its own; nobody asks and nothing is told. */
import type { Connection } from 'mongoose';
import { readDirectory } from '../src/directory/policy.js';
import { createLedger } from '../src/ledger.js';
import { readSla } from '../src/sla/policy.js';
import { nothingAgreed, staffingOf } from '../src/staffing/staffing.js';
import { openForecasts } from '../src/tickets/forecast/forecast.store.js';
import { openBatches } from '../src/tickets/reminders/batches.store.js';
import { createTickets } from '../src/tickets/tickets.handlers.js';
import { openTickets } from '../src/tickets/tickets.store.js';

export function openTicketRoom(connection: Connection, now: () => Date) {
  const directory = readDirectory('policies');
  const house = {
    directory,
    sla: readSla('policies', directory),
    staffing: staffingOf(directory, () => nothingAgreed),
  };
  const model = openTickets(connection);
  const batches = openBatches(connection);
  let number = 0;
  const deps = { saved: () => {}, nextNumber: async () => (number += 1) };
  const tickets = createTickets({
    ...house,
    ledger: createLedger('INC', model, deps),
    batches: createLedger('NAG', batches, deps),
    forecasts: openForecasts(connection),
    clock: { now },
    trouble: (_, __, error) => Promise.reject(error),
    ask: () => Promise.reject(new Error('nobody asks here')),
    grown: async () => {},
    question: async () => undefined,
    suggest: () => ({}),
    templates: [],
    duplicates: { isDuplicate: () => false, from: 3 },
    turn: async (_, [first]) => first,
    habits: { hasReplied: async () => true, replied: async () => {} },
  });
  return { directory, house, model, batches, tickets };
}
