/** What can be asked about what the desk promises. */
import { z } from 'zod';
import { command } from '../spec.js';
import { promises } from '../values.js';

export const commands = {
  policy: command({ asks: {}, may: 'admin' }),
  'take-policy': command({ asks: { policy: promises, open: z.enum(['keep', 'apply']) }, may: 'admin' }),
};
