/** What can be asked about the desk itself. */
import { z } from 'zod';
import { command } from '../spec.js';
import { LONGEST_SEARCH, ticket } from '../values.js';

export const commands = {
  'list-mine': command({ asks: {}, may: 'anyone' }),
  'set-language': command({ asks: { lang: z.enum(['en', 'zh']) }, may: 'anyone' }),
  help: command({
    asks: {
      /** The command that was not understood, and the ticket in whose thread it was given. */
      unknown: z.string().max(LONGEST_SEARCH).optional(),
      ticket: ticket.optional(),
      /** Every command that the reader may give. */
      all: z.literal('yes').optional(),
    },
    may: 'anyone',
  }),
};
