/** What can be asked about what waits for a decision. */
import { z } from 'zod';
import { command } from '../spec.js';
import { change, mark, name, request, text } from '../values.js';

export const commands = {
  withdraw: command({ asks: { subject: z.union([request, change]) }, may: 'anyone' }),
  'list-approvals': command({ asks: {}, may: 'anyone' }),
  approve: command({
    asks: { subject: z.union([request, change]), step: name, of: mark.optional() },
    may: 'anyone',
    weighty: true,
  }),
  reject: command({
    asks: {
      subject: z.union([request, change]),
      step: name,
      of: mark.optional(),
      reason: text,
    },
    may: 'anyone',
    weighty: true,
  }),
};
