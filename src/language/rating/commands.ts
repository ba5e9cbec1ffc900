/** What can be asked about how content requesters are. */
import { z } from 'zod';
import { command } from '../spec.js';
import { text, ticket } from '../values.js';

export const commands = {
  rate: command({
    asks: {
      ticket,
      /** Which resolution is rated: a reopened ticket is rated again. */
      resolution: z.coerce.number().int().min(1),
      score: z.coerce.number().int().min(1).max(5),
      comment: text.optional(),
    },
    may: 'anyone',
  }),
};
