/** What can be asked about the trail of what was decided. */
import { z } from 'zod';
import { command } from '../spec.js';
import { agreed, change, request, ticket } from '../values.js';

export const commands = {
  /** Nobody else reads trails: not the lead of the agents, not administrators, not those who appear in them. */
  audit: command({
    asks: {
      record: z.union([ticket, request, change, agreed]),
      /** Shows what came before the event of this number. */
      before: z.coerce.number().int().min(2).optional(),
    },
    may: 'security',
    weighty: true,
  }),
};
