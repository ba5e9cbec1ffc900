/** How the trail of a record is asked for. Pure. */
import { agreed } from '../values.js';
import type { Verb } from '../spec.js';

export const verbs = {
  audit: {
    spelled: { en: ['audit'], zh: ['审计'] },
    help: { en: [['audit REQ-1', 'shows the decision trail of a record']], zh: [['审计 REQ-1', '查看一项的决策记录']] },
    to: 'security',
    about: (record) => ({ do: 'audit', record }),
    alone(rest) {
      const { data: record } = agreed.safeParse(rest.toUpperCase());
      return record ? { do: 'audit', record } : undefined;
    },
  },
} satisfies Record<string, Verb>;
