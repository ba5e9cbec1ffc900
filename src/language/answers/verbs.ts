/** How agents ask what was asked. Pure. */
import { only, type Verb } from '../spec.js';

export const verbs = {
  questions: {
    spelled: { en: ['questions'], zh: ['提问'] },
    help: {
      en: [['questions', 'lists questions, their answers and how they ended']],
      zh: [['提问', '查看提问、回答和结果']],
    },
    to: 'agent',
    alone: only({ do: 'list-questions' }),
  },
} satisfies Record<string, Verb>;
