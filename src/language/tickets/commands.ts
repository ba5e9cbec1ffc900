/** What can be asked about tickets. */
import { z } from 'zod';
import { command } from '../spec.js';
import { level, line, name, question, someone, text, ticket, type, words } from '../values.js';

/** The words to the requester were read over in a form before they were sent. */
export const checked = z.literal('yes').optional();

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
  /** `to`: the colleague whom it answers, and who is told of it in their own chat. */
  note: command({ asks: { ticket, text, to: name.optional() }, may: 'agent' }),
  reply: command({
    asks: {
      ticket,
      text: text.optional(),
      template: name.optional(),
      checked,
    },
    may: 'agent',
  }),
  /** Words in a thread bound to a ticket: the requester's own, or an agent's internal note. */
  comment: command({ asks: { ticket, words }, may: 'anyone' }),
  /** The words just taken as a comment were a new question after all. */
  'ask-instead': command({ asks: { ticket, event: name }, may: 'anyone' }),
  /** A note that begins with a verb was meant as said: `reply …`, `resolve …`, `wait …`. */
  'send-note': command({ asks: { ticket, event: name }, may: 'agent' }),
  resolve: command({ asks: { ticket, summary: text, checked }, may: 'anyone' }),
  reopen: command({ asks: { ticket, reason: text.optional() }, may: 'anyone' }),
  close: command({ asks: { ticket }, may: 'anyone' }),
};
