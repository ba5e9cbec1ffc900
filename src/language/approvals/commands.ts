/** What can be asked about what waits for a decision. */
import { z } from 'zod';
import { command } from '../spec.js';
import { change, mark, name, request, text } from '../values.js';

export const commands = {
  withdraw: command({ asks: { subject: z.union([request, change]) }, may: 'anyone' }),
  'list-approvals': command({ asks: {}, may: 'anyone' }),
  /** An approver asks, the requester answers. */
  discuss: command({ asks: { subject: z.union([request, change]), words: text }, may: 'anyone' }),
  /** Without a step, the one that waits for the person who says it. */
  approve: command({
    asks: { subject: z.union([request, change]), step: name.optional(), of: mark.optional() },
    may: 'anyone',
    weighty: true,
  }),
  reject: command({
    asks: {
      subject: z.union([request, change]),
      step: name.optional(),
      of: mark.optional(),
      reason: text,
    },
    may: 'anyone',
    weighty: true,
  }),
};
