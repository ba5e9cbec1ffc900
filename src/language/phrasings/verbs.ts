/** How agents ask what the desk may learn. Pure. */
import { only, type Verb } from '../spec.js';

export const verbs = {
  learn: {
    spelled: { en: ['learn'], zh: ['学习'] },
    help: {
      en: [['learn', 'lists phrasings to accept and articles to publish']],
      zh: [['学习', '查看待采纳的问法和待发布的文章']],
    },
    to: 'agent',
    alone: only({ do: 'learn' }),
  },
} satisfies Record<string, Verb>;
