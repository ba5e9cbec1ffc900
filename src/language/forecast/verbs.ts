/** How leads ask what may become late. Pure. */
import type { Verb } from '../spec.js';

export const verbs = {
  forecast: {
    spelled: { en: ['forecast'], zh: ['预测'] },
    help: { en: [['forecast', 'lists the tickets at risk of being late']], zh: [['预测', '查看可能超时的工单']] },
    to: 'lead',
    alone(rest, { commanded }) {
      if (rest === '') return { do: 'forecast' };
      return commanded && /^[\w.-]{1,60}$/.test(rest) ? { do: 'forecast', group: rest } : undefined;
    },
  },
} satisfies Record<string, Verb>;
