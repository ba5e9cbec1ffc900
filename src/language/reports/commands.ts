/** What owners, security officers and administrators can ask about who holds what. */
import { z } from 'zod';
import { command } from '../spec.js';
import { page } from '../values.js';

export const reports = ['held', 'conflicts', 'expiring', 'unowned', 'unverified', 'exceptions'] as const;

export const commands = {
  /** `days`: what ends within so many days. */
  'access-report': command({
    asks: { which: z.enum(reports), days: z.coerce.number().int().min(1).max(366).optional(), page },
    may: 'anyone',
  }),
};
