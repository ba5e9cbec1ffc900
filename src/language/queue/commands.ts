/** What can be asked about many tickets. */
import { z } from 'zod';
import { command } from '../spec.js';
import { checked } from '../tickets/commands.js';
import { LONGEST_SEARCH, page, team, text } from '../values.js';

export const commands = {
  /** `only` has the filters, as `filtersIn` writes them. */
  queue: command({ asks: { group: team.optional(), page, only: z.string().trim().max(60).optional() }, may: 'agent' }),
  find: command({ asks: { words: z.string().trim().max(LONGEST_SEARCH) }, may: 'anyone' }),
  /** The same step with many tickets: `value` is whom, which priority, what solved them, or the ticket they go into. */
  bulk: command({
    asks: {
      tickets: text,
      /** Those that the form offers to choose from. */
      among: text.optional(),
      action: z.enum(['claim', 'assign', 'priority', 'resolve', 'close', 'merge']),
      value: text.optional(),
      checked,
    },
    may: 'agent',
  }),
};
