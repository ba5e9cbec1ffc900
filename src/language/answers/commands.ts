/** What can be asked about questions and their answers. */
import { z } from 'zod';
import { command } from '../spec.js';
import { name, question, words } from '../values.js';

export const commands = {
  ask: command({ asks: { words }, may: 'anyone' }),
  'show-article': command({ asks: { question, article: name }, may: 'anyone' }),
  helped: command({ asks: { question }, may: 'anyone' }),
  /** Which words led to an answer; without a question, to the latest one. */
  'why-answer': command({ asks: { question: question.optional() }, may: 'anyone' }),
  /** What was asked and answered, for agents: one kind of answer, or all; the newest before that moment. */
  'list-questions': command({
    asks: {
      band: z.enum(['sure', 'choices', 'none']).optional(),
      before: z.iso.datetime().optional(),
    },
    may: 'agent',
  }),
};
