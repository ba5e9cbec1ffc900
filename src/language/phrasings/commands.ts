/** What can be asked about phrasings that the desk may learn. */
import { z } from 'zod';
import { command } from '../spec.js';
import { phrasing, print } from '../values.js';

export const commands = {
  /** What the desk may learn, and has learned, for agents. */
  learn: command({ asks: {}, may: 'agent' }),
  'decide-phrasing': command({
    asks: {
      phrasing,
      verdict: z.enum(['accept', 'reject', 'withdraw']),
      read: print.optional(),
    },
    may: 'agent',
  }),
};
