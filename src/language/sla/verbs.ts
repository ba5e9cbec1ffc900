/** How people ask for the arithmetic of a deadline, or of an answer. Pure. */
import { aboutTicket, type Verb } from '../spec.js';

export const verbs = {
  why: {
    spelled: { en: ['why'], zh: ['为什么'] },
    help: {
      en: [['INC-1 why', 'explains its SLA targets; alone, explains the last answer']],
      zh: [['INC-1 为什么', '说明时限；单独输入则说明上一个回答的依据']],
    },
    to: 'anyone',
    about: aboutTicket((ticket) => ({ do: 'why', ticket })),
    alone(rest) {
      if (rest === '') return { do: 'why-answer' };
      return /^Q-\d{1,9}$/i.test(rest) ? { do: 'why-answer', question: rest.toUpperCase() } : undefined;
    },
  },
} satisfies Record<string, Verb>;
