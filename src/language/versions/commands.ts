/** What can be asked about versions of the SLA policies. */
import { z } from 'zod';
import { command } from '../spec.js';
import { page, version } from '../values.js';

export const commands = {
  policy: command({ asks: {}, may: 'admin' }),
  /** What is wrong with the catalogue of access, though it can be read. */
  'lint-policy': command({ asks: { page }, may: 'admin' }),
  'take-policy': command({ asks: { policy: version, open: z.enum(['keep', 'apply']) }, may: 'admin' }),
};
