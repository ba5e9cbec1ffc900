/** What can be asked about tickets. */
import { z } from 'zod';
import { command } from '../spec.js';
import {
  LONGEST_SEARCH,
  LONGEST_SNOOZE_HOURS,
  cause,
  lately,
  level,
  line,
  local,
  name,
  page,
  priority,
  question,
  someone,
  text,
  ticket,
  type,
  words,
} from '../values.js';

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
  claim: command({ asks: { ticket }, may: 'agent' }),
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
  dismiss: command({ asks: { ticket, reason: text.optional() }, may: 'agent' }),
  wait: command({ asks: { ticket, cause, reason: text, until: local.optional() }, may: 'agent' }),
  resume: command({ asks: { ticket }, may: 'agent' }),
  edit: command({
    asks: {
      ticket,
      title: line.optional(),
      type: type.optional(),
      category: name.optional(),
      impact: level.optional(),
      urgency: level.optional(),
      priority: priority.optional(),
    },
    may: 'agent',
  }),
  assign: command({ asks: { ticket, to: someone }, may: 'agent' }),
  move: command({ asks: { ticket, group: name, note: text }, may: 'agent' }),
  watch: command({ asks: { ticket, person: someone.optional(), stop: z.literal('yes').optional() }, may: 'anyone' }),
  link: command({ asks: { ticket, to: ticket, kind: z.enum(['related', 'caused-by', 'duplicate']) }, may: 'agent' }),
  merge: command({ asks: { ticket, into: ticket }, may: 'agent' }),
  /** The requester makes their own new ticket part of one that reports the same. */
  join: command({ asks: { ticket, into: ticket }, may: 'anyone' }),
  /** A ticket of its own, without which this one is not done. */
  'add-task': command({
    asks: {
      ticket,
      title: line,
      group: name.optional(),
      to: someone.optional(),
    },
    may: 'agent',
  }),
  queue: command({ asks: { group: name.optional(), page }, may: 'agent' }),
  find: command({ asks: { words: z.string().trim().max(LONGEST_SEARCH) }, may: 'anyone' }),
  /** The same step with many tickets: `value` is whom, which priority, what solved them, or the ticket they go into. */
  bulk: command({
    asks: {
      tickets: text,
      /** Those that the form offers to choose from. */
      among: text.optional(),
      action: z.enum(['claim', 'assign', 'priority', 'resolve', 'close', 'merge']),
      value: text.optional(),
    },
    may: 'agent',
  }),
  why: command({ asks: { ticket }, may: 'anyone' }),
  /** From when the promise is counted, before it was opened. */
  since: command({ asks: { ticket, from: lately }, may: 'agent' }),
  /** Stops the nags for an interval, never the clock. */
  working: command({ asks: { ticket }, may: 'agent' }),
  snooze: command({
    asks: {
      ticket,
      /** Of working time. */
      hours: z.coerce.number().positive().max(LONGEST_SNOOZE_HOURS),
      reason: text,
    },
    may: 'agent',
  }),
  'need-help': command({ asks: { ticket, reason: text }, may: 'agent' }),
  escalate: command({ asks: { ticket, reason: text }, may: 'anyone' }),
  rate: command({
    asks: {
      ticket,
      /** Which resolution is rated: a reopened ticket is rated anew. */
      resolution: z.coerce.number().int().min(1),
      score: z.coerce.number().int().min(1).max(5),
      comment: text.optional(),
    },
    may: 'anyone',
  }),
  forecast: command({ asks: { group: name.optional() }, may: 'lead' }),
};
