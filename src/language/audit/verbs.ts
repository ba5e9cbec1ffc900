/** How the trail of a record is asked for. Pure. */
import { agreed } from '../values.js';
import type { Verb } from '../spec.js';

export const verbs = {
  audit: {
    spelled: { en: ['audit'], zh: ['审计'] },
    help: { en: [['audit REQ-1', 'everything that happened to a record']], zh: [['审计 REQ-1', '一条记录的全部经过']] },
    to: 'security',
    about: (record) => ({ do: 'audit', record }),
    alone(rest) {
      const { data: record } = agreed.safeParse(rest.toUpperCase());
      return record ? { do: 'audit', record } : undefined;
    },
  },
} satisfies Record<string, Verb>;
