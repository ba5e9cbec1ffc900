/** What can be asked about tickets. */
import { z } from 'zod';
import { command } from '../spec.js';
import { level, line, name, question, someone, text, ticket, type, words } from '../values.js';

export const commands = {
  'open-ticket': command({
    asks: {
      title: line,
      details: text.optional(),
      impact: level.default('low'),
      urgency: level.default('medium'),
      question: question.optional(),
      /** The article that was followed and did not help. */
      tried: name.optional(),
      type: type.optional(),
      category: name.optional(),
      /** For whom an agent opens it: a name, id or e-mail. */
      requester: someone.optional(),
      /** The closed ticket that it takes up again. */
      follows: ticket.optional(),
    },
    may: 'anyone',
  }),
  'show-ticket': command({ asks: { ticket }, may: 'anyone' }),
  note: command({ asks: { ticket, text }, may: 'agent' }),
  reply: command({
    asks: {
      ticket,
      text: text.optional(),
      template: name.optional(),
      /** The words were read over in a form before they were sent. */
      checked: z.literal('yes').optional(),
    },
    may: 'agent',
  }),
  /** Words in a thread bound to a ticket: the requester's own, or an agent's internal note. */
  comment: command({ asks: { ticket, words }, may: 'anyone' }),
  /** The words just taken as a comment were a new question after all. */
  'ask-instead': command({ asks: { ticket, event: name }, may: 'anyone' }),
  resolve: command({ asks: { ticket, summary: text }, may: 'anyone' }),
  reopen: command({ asks: { ticket, reason: text.optional() }, may: 'anyone' }),
  close: command({ asks: { ticket }, may: 'anyone' }),
};
