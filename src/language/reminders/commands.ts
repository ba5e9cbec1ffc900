/** What can be answered to a reminder. */
import { z } from 'zod';
import { command } from '../spec.js';
import { LONGEST_SNOOZE_HOURS, text, ticket } from '../values.js';

export const commands = {
  /** Stops the nags for an interval, never the clock. */
  working: command({ asks: { ticket }, may: 'agent' }),
  snooze: command({
    asks: {
      ticket,
      /** Of working time. */
      hours: z.coerce.number().positive().max(LONGEST_SNOOZE_HOURS),
      reason: text,
    },
    may: 'agent',
  }),
  'need-help': command({ asks: { ticket, reason: text }, may: 'agent' }),
  escalate: command({ asks: { ticket, reason: text }, may: 'anyone' }),
};
