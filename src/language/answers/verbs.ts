/** How agents ask what was asked. Pure. */
import { only, type Verb } from '../spec.js';

export const verbs = {
  questions: {
    spelled: { en: ['questions'], zh: ['提问'] },
    help: {
      en: [['questions', 'what people asked, what they were answered, and how it ended']],
      zh: [['提问', '大家问了什么、如何回答、结果如何']],
    },
    to: 'agent',
    alone: only({ do: 'list-questions' }),
  },
} satisfies Record<string, Verb>;
