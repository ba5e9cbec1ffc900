/** What can be asked about versions of the SLA policies. */
import { z } from 'zod';
import { command } from '../spec.js';
import { version } from '../values.js';

export const commands = {
  policy: command({ asks: {}, may: 'admin' }),
  'take-policy': command({ asks: { policy: version, open: z.enum(['keep', 'apply']) }, may: 'admin' }),
};
