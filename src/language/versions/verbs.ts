/** How administrators ask for the policies in force. Pure. */
import { only, type Verb } from '../spec.js';

export const verbs = {
  policy: {
    spelled: { en: ['policy'], zh: ['策略'] },
    help: {
      en: [['policy', 'shows the SLA policies in force and on file']],
      zh: [['策略', '查看生效的和文件中的 SLA 策略']],
    },
    to: 'admin',
    alone: only({ do: 'policy' }),
  },
} satisfies Record<string, Verb>;
