/** How agents ask what the desk may learn. Pure. */
import { only, type Verb } from '../spec.js';

export const verbs = {
  learn: {
    spelled: { en: ['learn'], zh: ['学习'] },
    help: {
      en: [['learn', 'what the desk may learn, and articles to publish']],
      zh: [['学习', '服务台可学习的问法，待发布的文章']],
    },
    to: 'agent',
    alone: only({ do: 'learn' }),
  },
} satisfies Record<string, Verb>;
